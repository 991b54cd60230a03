//! Waits until the disk has what was written, so that a power cut finds the old site or the new one, whole.
//! On Windows, where folders cannot be waited for, both functions do nothing and only the order of steps
//! protects.

use std::io;
use std::path::Path;

/// Waits for everything in `tree`. One call for its whole file system costs a fraction of one call for each
/// file.
///
/// # Errors
/// Whatever the disk reports, such as a full disk that was only noticed now.
#[cfg(any(target_os = "linux", target_os = "android"))]
pub(crate) fn tree(tree: &Path) -> io::Result<()> {
    Ok(rustix::fs::syncfs(std::fs::File::open(tree)?)?)
}

#[cfg(all(unix, not(any(target_os = "linux", target_os = "android"))))]
pub(crate) fn tree(tree: &Path) -> io::Result<()> {
    // This asks for all files and may return early; waiting for the folder, written last, then flushes the
    // drive.
    rustix::fs::sync();
    folder(tree)
}

/// Waits for the names in a folder: a rename in it is only lasting after this.
///
/// # Errors
/// Whatever the disk reports. File systems that keep no folders of their own to wait for are not an error.
#[cfg(unix)]
pub(crate) fn folder(folder: &Path) -> io::Result<()> {
    use std::io::ErrorKind::{InvalidInput, Unsupported};
    match std::fs::File::open(folder)?.sync_all() {
        Err(error) if matches!(error.kind(), InvalidInput | Unsupported) => Ok(()),
        other => other,
    }
}

#[cfg(not(unix))]
pub(crate) fn tree(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
pub(crate) fn folder(_: &Path) -> io::Result<()> {
    Ok(())
}
