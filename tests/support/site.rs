//! A site in a folder of its own, made from fixtures, on which koyaku can be run.

use super::{Folder, Run, Tree};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A path of the repository.
pub fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A site that a test may change as it likes.
#[derive(Debug)]
pub struct Site {
    folder: Folder,
}

impl Site {
    /// A folder without anything in it.
    pub fn empty(folder: Folder) -> Self {
        Self { folder }
    }

    /// The site of a folder in the repository, such as `tests/checks/base`.
    pub fn of(fixture: &str) -> Self {
        Self::empty(Folder::new()).over(fixture)
    }

    /// The site that the repository itself holds: its records, texts and themes.
    pub fn real() -> Self {
        let site = Self::empty(Folder::new());
        for part in ["seeds", "content", "themes"] {
            copy(&here(part), &site.path(part));
        }
        site
    }

    /// Lays another folder of the repository over the site: its files replace those of the same name.
    pub fn over(self, fixture: &str) -> Self {
        let from = here(fixture);
        assert!(from.is_dir(), "there is no fixture {fixture}");
        copy(&from, self.root());
        self
    }

    /// Writes a file, in folders that are made as needed.
    pub fn file(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a file of the site stands in its folder"))
            .expect("a test may make folders");
        fs::write(&path, bytes).expect("a test may write its files");
        self
    }

    /// Puts one text in the place of another, which must occur exactly once.
    pub fn replace(self, path: &str, (old, new): (&str, &str)) -> Self {
        let text = fs::read_to_string(self.path(path)).expect("the file to change is there");
        assert_eq!(
            text.matches(old).count(),
            1,
            "`{old}` should stand once in {path}"
        );
        self.file(path, text.replace(old, new))
    }

    /// Takes away a file or a folder.
    pub fn without(self, path: &str) -> Self {
        let at = self.path(path);
        let gone = if at.is_dir() {
            fs::remove_dir_all(&at)
        } else {
            fs::remove_file(&at)
        };
        gone.unwrap_or_else(|error| panic!("{path} cannot be taken away: {error}"));
        self
    }

    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    /// A start of the program in the folder of the site, with an environment that says nothing about
    /// language, colour or time zone.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_koyaku"));
        command.args(arguments).current_dir(self.root());
        for name in [
            "LANG",
            "LC_ALL",
            "LC_MESSAGES",
            "TZ",
            "NO_COLOR",
            "CLICOLOR",
            "CLICOLOR_FORCE",
            "COLUMNS",
        ] {
            command.env_remove(name);
        }
        command
    }

    /// Calls koyaku in the folder of the site, within the test.
    pub fn koyaku(&self, arguments: &[&str]) -> Run {
        Run::within(self.root(), arguments)
    }

    /// Starts the program itself in the folder of the site, for what only a process has.
    pub fn program(&self, arguments: &[&str]) -> Run {
        Run::of(self.command(arguments))
    }

    /// Builds into `public`, which must succeed, and reads what was written.
    pub fn built(&self, arguments: &[&str]) -> Tree {
        self.koyaku(&[&["build"], arguments].concat()).succeeds();
        self.tree("public")
    }

    /// Every file below a folder of the site.
    pub fn tree(&self, folder: &str) -> Tree {
        Tree::read(&self.path(folder))
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a test may make folders");
    for entry in
        fs::read_dir(from).unwrap_or_else(|error| panic!("{} cannot be read: {error}", from.display()))
    {
        let entry = entry.expect("a folder of the repository can be listed");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("a file has a type").is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), &target).expect("a test may copy its fixture");
        }
    }
}

/// A golden site whose theme has every text: where the theme has a new one that nobody has translated for the
/// site yet, `koyaku theme text` puts the English one in its place, as an editor would have it do.
pub fn in_full(name: &str) -> Site {
    let site = Site::of(&format!("tests/sites/{name}/input"));
    let own = match name {
        "portuguese" => Some("pt"),
        "urdu" => Some("ur"),
        _ => None,
    };
    if let Some(tag) = own {
        site.koyaku(&["theme", "text", tag]).succeeds();
    }
    site
}
