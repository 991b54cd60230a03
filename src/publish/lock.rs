//! One build at a time for one output. It guards against two runs of koyaku, not against other programs.
//!
//! The system's own file lock decides who builds, because it ends with its process however that ends; the
//! number in the file is only there to be shown. A number alone would not do: after a crash another process
//! may carry it, and in containers it nearly always does.

use super::failure::{WritingStep, failed, refused};
use super::target::OutputFolder;
use crate::diagnostic::Diagnostic;
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process;

/// Held from the opening of a stage until its end.
pub(crate) struct Lock {
    file: File,
    path: PathBuf,
}

/// # Errors
/// `output-refused` while another process builds into the same output, `output-failed` when no lock can be
/// made.
pub(crate) fn take(target: &OutputFolder) -> Result<Lock, Diagnostic> {
    let path = target.lock();
    let failing = |error: io::Error| failed(WritingStep::Prepare, &path, &error);
    if path.symlink_metadata().is_ok_and(|found| !found.is_file()) {
        let path = path.display().to_string();
        return Err(refused(target.shown(), "odd", &[("path", &path)]));
    }
    loop {
        let mut file = File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(failing)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(refuse_second(target, &path)),
            Err(TryLockError::Error(error)) => return Err(failing(error)),
        }
        // The build before us may have removed the name after we opened it; that lock would guard nothing.
        if is_named(&file, &path).map_err(failing)? {
            file.set_len(0)
                .and_then(|()| writeln!(file, "{}", process::id()))
                .map_err(failing)?;
            return Ok(Lock { file, path });
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Where a name cannot be compared with an open file, the file stays: it is the lock on it that
        // counts.
        if cfg!(unix) && is_named(&self.file, &self.path).unwrap_or(false) {
            let _ = fs::remove_file(&self.path);
        }
        let _ = self.file.unlock();
    }
}

#[cfg(unix)]
fn is_named(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let ours = file.metadata()?;
    match path.symlink_metadata() {
        Ok(named) => Ok((named.dev(), named.ino()) == (ours.dev(), ours.ino())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

#[cfg(not(unix))]
fn is_named(_: &File, _: &Path) -> io::Result<bool> {
    Ok(true)
}

fn refuse_second(target: &OutputFolder, path: &Path) -> Diagnostic {
    let holder = fs::read_to_string(path)
        .ok()
        .and_then(|text| text.trim().parse::<u32>().ok());
    match holder {
        Some(process) => refused(
            target.shown(),
            "second-known",
            &[("process", &process.to_string())],
        ),
        None => refused(target.shown(), "second", &[]),
    }
}
