//! Which folder may become the output. It only looks: nothing on disk is changed here.

use super::failure::{WritingStep, failed, refused};
use super::is_ours;
use crate::diagnostic::Diagnostic;
use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};
use std::{env, fs, io, path};

/// A folder that we may replace, or create.
pub(crate) struct OutputFolder {
    /// Without links in the folders above it, so that it can be compared and renamed.
    folder: PathBuf,
    /// The same folder as it was asked for, which is what messages show.
    shown: PathBuf,
}

impl OutputFolder {
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(crate) fn shown(&self) -> &Path {
        &self.shown
    }

    /// The folder that holds the output and everything beside it.
    pub(crate) fn parent(&self) -> &Path {
        self.folder.parent().expect("the root of the disk was refused")
    }

    pub(crate) fn stage(&self) -> PathBuf {
        self.beside("stage")
    }

    pub(crate) fn previous(&self) -> PathBuf {
        self.beside("previous")
    }

    pub(crate) fn lock(&self) -> PathBuf {
        self.beside("lock")
    }

    /// # Errors
    /// `output-refused` when the folder is something else than absent, empty or made by koyaku.
    pub(crate) fn check_free(&self) -> Result<(), Diagnostic> {
        let unreadable = |error: io::Error| failed(WritingStep::Prepare, &self.shown, &error);
        let metadata = match self.folder.symlink_metadata() {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(unreadable(error)),
        };
        if metadata.is_symlink() {
            return Err(refused(&self.shown, "link", &[]));
        }
        if !metadata.is_dir() {
            return Err(refused(&self.shown, "file", &[]));
        }
        let empty = fs::read_dir(&self.folder).map_err(unreadable)?.next().is_none();
        if empty || is_ours(&self.folder) {
            return Ok(());
        }
        Err(refused(&self.shown, "foreign", &[]))
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
pub(crate) fn resolve(out: &Path, site_root: &Path) -> Result<OutputFolder, Diagnostic> {
    let folder = without_links_above(out)?;
    if folder.parent().is_none() {
        return Err(refused(out, "root", &[]));
    }
    if env::home_dir().is_some_and(|home| real(&home).starts_with(&folder)) {
        return Err(refused(out, "home", &[]));
    }
    if real(site_root).starts_with(&folder) {
        return Err(refused(out, "site", &[]));
    }
    let target = OutputFolder {
        folder,
        shown: out.to_owned(),
    };
    target.check_free()?;
    Ok(target)
}

/// The last name is kept as it stands, because a link there has to be seen rather than followed.
fn without_links_above(out: &Path) -> Result<PathBuf, Diagnostic> {
    let unreadable = |error: io::Error| failed(WritingStep::Prepare, out, &error);
    let absolute = path::absolute(out).map_err(unreadable)?;
    // Taking the name alone drops a slash at the end, after which the system would follow a link.
    let Some(Component::Normal(name)) = absolute.components().next_back() else {
        return absolute.canonicalize().map_err(unreadable);
    };
    let parent = absolute
        .parent()
        .expect("a path that ends in a name has a parent");
    if !parent.is_dir() {
        let parent = parent.display().to_string();
        return Err(refused(out, "alone", &[("parent", &parent)]));
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
