//! The least that publishing a site can cost on this machine: the same bytes in the same folders, and nothing
//! else. What a build takes beyond this is its own work.

use crate::process;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;
use std::time::{Duration, Instant};

/// What writing a tree took.
#[derive(Debug, Clone, Copy)]
pub struct Floor {
    pub wall: Duration,
    pub cpu: Duration,
    pub bytes: u64,
}

/// What a floor does after it has written all files: what the program does whose files they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The syncs and the rename of koyaku's publication.
    Published,
    /// Nothing: Hugo leaves the rest to the system.
    Written,
}

/// Folders that a thread takes at once. Threads that make neighbouring folders one by one wait for each
/// other.
const RUN: usize = 100;

/// A folder of the tree with the files directly in it. Paths are relative to the tree.
struct Folder {
    path: PathBuf,
    holds_folders: bool,
    files: Vec<(PathBuf, Vec<u8>)>,
}

/// Reads the finished output `tree` into memory, which is not measured, and then writes it once more so that
/// it ends up at `out`: folders and files by `threads` threads, then the ending. `out` and the folder `.floor`
/// beside it must not exist yet, because removing a tree costs as much as writing one.
///
/// # Panics
/// When something cannot be read or written: a measurement has nothing to fall back on.
pub fn run(tree: &Path, out: &Path, threads: usize, ending: Ending) -> Floor {
    let mut folders = Vec::new();
    read(tree, PathBuf::new(), &mut folders);
    let stage = out.with_file_name(".floor");
    let (started, cpu) = (Instant::now(), process::cpu_of_this());
    match ending {
        Ending::Published => {
            write(&stage, &folders, threads);
            publish(&stage, out);
        }
        Ending::Written => write(out, &folders, threads),
    }
    let (wall, cpu) = (started.elapsed(), process::cpu_of_this() - cpu);
    let bytes = folders
        .iter()
        .flat_map(|folder| &folder.files)
        .map(|(_, bytes)| bytes.len() as u64)
        .sum();
    Floor { wall, cpu, bytes }
}

/// Folders come before the folders in them, and in one order everywhere.
fn read(tree: &Path, path: PathBuf, folders: &mut Vec<Folder>) {
    let mut names: Vec<_> = fs::read_dir(tree.join(&path))
        .and_then(|entries| entries.map(|entry| Ok(path.join(entry?.file_name()))).collect())
        .expect("the tree can be read");
    names.sort();
    let (inner, files): (Vec<PathBuf>, Vec<PathBuf>) =
        names.into_iter().partition(|name| tree.join(name).is_dir());
    let bytes = |name: PathBuf| {
        let bytes = fs::read(tree.join(&name)).expect("the tree can be read");
        (name, bytes)
    };
    folders.push(Folder {
        path,
        holds_folders: !inner.is_empty(),
        files: files.into_iter().map(bytes).collect(),
    });
    inner.into_iter().for_each(|folder| read(tree, folder, folders));
}

/// Every folder is made by the thread that writes its files, just before them. Folders that hold folders are
/// made first, so that no thread has to wait for another.
fn write(stage: &Path, folders: &[Folder], threads: usize) {
    folders
        .iter()
        .filter(|folder| folder.holds_folders)
        .for_each(|folder| make(stage, folder));
    let (runs, next): (Vec<&[Folder]>, _) = (folders.chunks(RUN).collect(), AtomicUsize::new(0));
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(run) = runs.get(next.fetch_add(1, Relaxed)) {
                    run.iter().for_each(|folder| fill(stage, folder));
                }
            });
        }
    });
}

fn fill(stage: &Path, folder: &Folder) {
    if !folder.holds_folders {
        make(stage, folder);
    }
    for (name, bytes) in &folder.files {
        let written = File::create_new(stage.join(name)).and_then(|mut file| file.write_all(bytes));
        written.expect("the file can be written");
    }
}

fn make(stage: &Path, folder: &Folder) {
    fs::create_dir(stage.join(&folder.path)).expect("the folder can be made");
}

#[cfg(any(target_os = "linux", target_os = "android"))]
fn publish(stage: &Path, out: &Path) {
    let open = |folder: &Path| File::open(folder).expect("the folder can be opened");
    rustix::fs::syncfs(open(stage)).expect("the disk takes what was written");
    fs::rename(stage, out).expect("the folder can be renamed");
    let parent = out.parent().expect("an output is in a folder");
    open(parent).sync_all().expect("the disk takes the rename");
}

/// Measurements are taken on Linux; elsewhere the floor leaves the syncs out and is lower than the truth.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
fn publish(stage: &Path, out: &Path) {
    fs::rename(stage, out).expect("the folder can be renamed");
}
