//! Puts a finished tree where readers look for it. It does not judge what the trees hold.
//!
//! Linux and macOS exchange two folders in one step, so a reader finds the old tree or the new one at any
//! moment. Elsewhere, and on file systems that do not know that step, two renames do it. That promises less:
//! for the moment between them there is no output, and a kill just then leaves it absent until the next build
//! puts the old one back.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// Puts `new` at `out` and returns where the tree is now that was there before. All paths are in one folder.
///
/// # Errors
/// Whatever the system gives as its reason; `out` is then what it was.
pub fn exchange(new: &Path, out: &Path, previous: &Path) -> io::Result<Option<PathBuf>> {
    if !out.try_exists()? {
        fs::rename(new, out)?;
        return Ok(None);
    }
    if in_one_step(new, out)? {
        return Ok(Some(new.to_owned()));
    }
    by_two_renames(new, out, previous)?;
    Ok(Some(previous.to_owned()))
}

/// Moves `out` to `previous` and `new` to `out`. A failure of the second step takes the first one back.
///
/// # Errors
/// Whatever the system gives as its reason. Should putting the old tree back fail as well, the error says
/// where it is.
pub fn by_two_renames(new: &Path, out: &Path, previous: &Path) -> io::Result<()> {
    fs::rename(out, previous)?;
    let Err(error) = fs::rename(new, out) else {
        return Ok(());
    };
    fs::rename(previous, out).map_err(|_| {
        let kept = previous.display();
        io::Error::other(format!(
            "{error}; the old output is kept in {kept} and the next build puts it back"
        ))
    })?;
    Err(error)
}

/// Takes up what a build left that was killed between or after two renames.
///
/// # Errors
/// Whatever the system gives as its reason.
pub(crate) fn recover(out: &Path, previous: &Path) -> io::Result<()> {
    if previous.symlink_metadata().is_ok_and(|found| found.is_dir()) && !out.try_exists()? {
        return fs::rename(previous, out);
    }
    remove(previous)
}

/// Removes a tree, or whatever else has its name, without following links. What is absent is removed already.
///
/// # Errors
/// Whatever the system gives as its reason.
pub(crate) fn remove(tree: &Path) -> io::Result<()> {
    match tree.symlink_metadata() {
        Ok(found) if found.is_dir() => fs::remove_dir_all(tree),
        Ok(_) => fs::remove_file(tree),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

/// False when the system or the file system does not know how.
#[cfg(any(target_os = "linux", target_os = "android", target_os = "macos"))]
fn in_one_step(new: &Path, out: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, new, CWD, out, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_os = "macos")))]
fn in_one_step(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}
