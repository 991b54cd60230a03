//! Reads the files of a theme: the built-in ones, with those of the site's own `themes/<name>/` put over them
//! one by one. What they mean is the matter of render.

mod builtin;

use super::{name, walk::inside};
use crate::diagnostic::{Code, Diagnostic, Message, Place, path_to};
use crate::load::WORDS;
use crate::model::{Id, Settings};
use crate::site::{ThemeFile, ThemeFiles};
use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;
use walkdir::WalkDir;

/// The theme that every site has, and that every other theme begins from.
pub(crate) const BUILT_IN: &str = "default";

/// The largest file of a theme, in bytes. A larger one would weigh on every reader of every page.
const LARGEST: u64 = 4 << 20;

/// The files of the theme that a site asks for, in the folder `root` of the site.
pub fn load(root: &Path, theme: Option<&Id>, problems: &mut Vec<Diagnostic>) -> ThemeFiles {
    let mut files = built_in();
    let theme = theme.map_or(BUILT_IN, Id::as_str);
    let folder = root.join("themes").join(theme);
    if folder.is_dir() {
        read_folder(&folder, theme, &mut files, problems);
    } else if theme != BUILT_IN {
        problems.push(missing(theme));
    }
    files
}

/// The built-in theme.
pub fn built_in() -> ThemeFiles {
    let files = builtin::files().map(|(path, content)| {
        let file = Arc::from(format!("themes/{BUILT_IN}/{path}"));
        let content = Cow::Borrowed(content);
        let over = None;
        (Box::from(path), ThemeFile { file, content, over })
    });
    ThemeFiles {
        files: files.collect(),
    }
}

fn read_folder(folder: &Path, theme: &str, files: &mut ThemeFiles, problems: &mut Vec<Diagnostic>) {
    for found in WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|found| !is_clutter(found))
    {
        let found = match found {
            Ok(found) => found,
            Err(error) => {
                problems.push(unreadable(theme, "", &error.to_string()));
                continue;
            }
        };
        let Some(path) = inside(folder, found.path()) else {
            problems.push(unreadable(theme, &found.path().to_string_lossy(), "UTF-8"));
            continue;
        };
        if found.file_type().is_dir() {
            continue;
        }
        let file: Arc<str> = Arc::from(format!("themes/{theme}/{path}"));
        match read(&found, &file) {
            Ok(content) => {
                let known = files.files.get(path.as_str()).map(|known| known.content.clone());
                let own = match known {
                    Some(known) if *known == *content => ThemeFile {
                        file,
                        content: known,
                        over: None,
                    },
                    known => ThemeFile {
                        file,
                        content: Cow::Owned(content),
                        over: known.filter(|_| path.starts_with("text/")),
                    },
                };
                files.files.insert(path.into(), own);
            }
            Err(problem) => problems.push(problem),
        }
    }
}

fn read(found: &walkdir::DirEntry, file: &Arc<str>) -> Result<Vec<u8>, Diagnostic> {
    if let Some(problem) = name::refuse(file) {
        return Err(problem);
    }
    let refuse = |code, message| Diagnostic::error(code, Place::file(file), message);
    if !found.file_type().is_file() {
        let problem = refuse(Code::FileSpecial, WORDS.say("not-regular", &[]));
        return Err(problem.remedy(Message::new("取り除いてください", "remove it")));
    }
    let size = found.metadata().map_or(0, |metadata| metadata.len());
    if size > LARGEST {
        let message = WORDS.say("too-large", &[("size", &size), ("largest", &LARGEST)]);
        let problem = refuse(Code::FileTooLarge, message);
        return Err(problem.remedy(Message::new("小さくしてください", "make it smaller")));
    }
    std::fs::read(found.path()).map_err(|error| {
        WORDS.error(
            Code::FileUnreadable,
            Place::file(file),
            "unreadable",
            &[("error", &error)],
        )
    })
}

fn is_clutter(found: &walkdir::DirEntry) -> bool {
    found.depth() > 0 && found.file_name().to_str().is_some_and(name::is_clutter)
}

fn missing(theme: &str) -> Diagnostic {
    WORDS.error(
        Code::ThemeMissing,
        Place::yaml(&super::settings::FILE.into(), path_to![Settings::theme]),
        "theme-missing",
        &[("theme", &theme)],
    )
}

fn unreadable(theme: &str, path: &str, cause: &str) -> Diagnostic {
    WORDS.error(
        Code::FileUnreadable,
        Place::file(&Arc::from(format!("themes/{theme}"))),
        "file-unreadable",
        &[("path", &path), ("cause", &cause)],
    )
}
