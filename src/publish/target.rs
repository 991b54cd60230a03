//! Which folder may become the output. It only looks: nothing on disk is changed here.

use super::failure::{Step, failed, refused};
use super::is_ours;
use crate::diagnostic::{Diagnostic, Message};
use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};
use std::{env, fs, io, path};

/// A folder that we may replace, or create.
pub struct Target {
    /// Without links in the folders above it, so that it can be compared and renamed.
    folder: PathBuf,
    /// The same folder as it was asked for, which is what messages show.
    shown: PathBuf,
}

impl Target {
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub fn shown(&self) -> &Path {
        &self.shown
    }

    /// The folder that holds the output and everything beside it.
    pub fn parent(&self) -> &Path {
        self.folder.parent().expect("the root of the disk was refused")
    }

    pub fn stage(&self) -> PathBuf {
        self.beside("stage")
    }

    pub fn previous(&self) -> PathBuf {
        self.beside("previous")
    }

    pub fn lock(&self) -> PathBuf {
        self.beside("lock")
    }

    /// # Errors
    /// `output-refused` when the folder is something else than absent, empty or made by koyaku.
    pub fn check_free(&self) -> Result<(), Diagnostic> {
        let unreadable = |error: io::Error| failed(Step::Prepare, &self.shown, &error);
        let metadata = match self.folder.symlink_metadata() {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(unreadable(error)),
        };
        if metadata.is_symlink() {
            return Err(refuse(
                &self.shown,
                "はシンボリックリンクです",
                "is a symbolic link",
                Message::new(
                    "リンクではなく、その先のフォルダーを出力先にしてください",
                    "name the folder that the link leads to",
                ),
            ));
        }
        if !metadata.is_dir() {
            return Err(refuse(
                &self.shown,
                "はフォルダーではありません",
                "is not a folder",
                choose_another(),
            ));
        }
        let empty = fs::read_dir(&self.folder).map_err(unreadable)?.next().is_none();
        if empty || is_ours(&self.folder) {
            return Ok(());
        }
        Err(refuse(
            &self.shown,
            "には、koyaku が作っていないファイルがあります",
            "holds files that koyaku did not make",
            Message::new(
                "別のフォルダーを出力先にするか、いらないファイルであることを確かめてから、このフォルダーを\
                 空にしてください",
                "choose another folder, or empty this one once you are sure that nobody needs its files",
            ),
        ))
    }

    fn beside(&self, what: &str) -> PathBuf {
        let mut name = OsString::from(".");
        name.push(self.folder.file_name().expect("a resolved output has a name"));
        name.push(".koyaku-");
        name.push(what);
        self.folder.with_file_name(name)
    }
}

/// # Errors
/// `output-refused` with the reason why this folder is not one that koyaku may replace.
pub fn resolve(out: &Path, site_root: &Path) -> Result<Target, Diagnostic> {
    let folder = without_links_above(out)?;
    if folder.parent().is_none() {
        return Err(refuse(
            out,
            "はディスクの一番上のフォルダーです",
            "is the top folder of a disk",
            choose_another(),
        ));
    }
    if env::home_dir().is_some_and(|home| real(&home).starts_with(&folder)) {
        return Err(refuse(
            out,
            "は利用者のホームフォルダーか、その上のフォルダーです",
            "is the home folder or a folder above it",
            choose_another(),
        ));
    }
    if real(site_root).starts_with(&folder) {
        return Err(refuse(
            out,
            "には、このサイトのもとになるファイルが入っています",
            "holds the sources of this site",
            choose_another(),
        ));
    }
    let target = Target {
        folder,
        shown: out.to_owned(),
    };
    target.check_free()?;
    Ok(target)
}

/// The last name is kept as it stands, because a link there has to be seen rather than followed.
fn without_links_above(out: &Path) -> Result<PathBuf, Diagnostic> {
    let unreadable = |error: io::Error| failed(Step::Prepare, out, &error);
    let absolute = path::absolute(out).map_err(unreadable)?;
    // Taking the name alone drops a slash at the end, after which the system would follow a link.
    let Some(Component::Normal(name)) = absolute.components().next_back() else {
        return absolute.canonicalize().map_err(unreadable);
    };
    let parent = absolute
        .parent()
        .expect("a path that ends in a name has a parent");
    if !parent.is_dir() {
        return Err(refuse_without_parent(out, parent));
    }
    let folder = parent.canonicalize().map_err(unreadable)?.join(name);
    match folder.symlink_metadata() {
        // A file system that ignores case may know the folder by another spelling than the one asked for.
        Ok(found) if !found.is_symlink() => folder.canonicalize().map_err(unreadable),
        _ => Ok(folder),
    }
}

/// A folder that cannot be resolved is compared as it is written.
fn real(folder: &Path) -> PathBuf {
    folder.canonicalize().unwrap_or_else(|_| folder.to_owned())
}

/// `ja` and `en` say what is wrong with the folder, behind its name.
fn refuse(out: &Path, ja: &str, en: &str, remedy: Message) -> Diagnostic {
    let shown = out.display();
    let message = Message::new(
        format!("出力先「{shown}」{ja}"),
        format!("the output `{shown}` {en}"),
    );
    refused(out, message, remedy)
}

fn refuse_without_parent(out: &Path, parent: &Path) -> Diagnostic {
    let parent = parent.display();
    let message = Message::new(
        format!("出力先を置くフォルダー「{parent}」がありません"),
        format!("there is no folder `{parent}` to put the output in"),
    );
    let remedy = Message::new(
        "先にそのフォルダーを作るか、出力先の書き方を確かめてください",
        "create that folder first, or check how the output is written",
    );
    refused(out, message, remedy)
}

fn choose_another() -> Message {
    Message::new(
        "まだないフォルダー、空のフォルダー、koyaku が作ったフォルダーのどれかを出力先にしてください（例: \
         public）",
        "choose a folder that does not exist yet, an empty one, or one that koyaku made (such as public)",
    )
}
