//! Waits until the files of a site have changed. The operating system says that something has happened; what
//! decides is whether the names, sizes or times of the files are others than before. It reads no contents.

use super::Watching;
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;
use walkdir::WalkDir;

/// Where the sources of a site stand.
const FOLDERS: [&str; 3] = ["seeds", "content", "themes"];

/// How often the files are looked at where nobody tells of a change.
const POLL: Duration = Duration::from_secs(1);

/// How long the files must have rested. Programs save in several steps, and a checkout writes many files.
const REST: Duration = Duration::from_millis(100);

/// For how many rests a change is waited for to end; after that the site is loaded as it stands.
const RESTS: u32 = 20;

/// Why the wait is over.
pub(crate) enum Wake {
    /// Something may have happened to the files.
    Touched,
    /// The server has ended.
    Ended,
}

/// The files of a site, as they were when it was last loaded.
pub(crate) struct WatchedFiles {
    root: PathBuf,
    watching: Watching,
    seen: u64,
    /// What tells of changes; none where the files are looked at.
    watcher: Option<RecommendedWatcher>,
    waker: Sender<Wake>,
    wakes: Receiver<Wake>,
}

impl WatchedFiles {
    pub(crate) fn watch(root: &Path, watching: Watching, waker: Sender<Wake>, wakes: Receiver<Wake>) -> Self {
        let mut files = Self {
            root: root.to_owned(),
            watching,
            seen: 0,
            watcher: None,
            waker,
            wakes,
        };
        files.look();
        files
    }

    /// Waits until the files have changed and rest again; false when the server has ended.
    pub(crate) fn wait_for_change(&mut self) -> bool {
        loop {
            let wake = match self.watcher {
                Some(_) => self.wakes.recv().map_err(RecvTimeoutError::from),
                None => self.wakes.recv_timeout(POLL),
            };
            match wake {
                Ok(Wake::Ended) | Err(RecvTimeoutError::Disconnected) => return false,
                Ok(Wake::Touched) | Err(RecvTimeoutError::Timeout) => {}
            }
            if self.has_ended() {
                return false;
            }
            if fingerprint(&self.root) == self.seen {
                continue;
            }
            if !self.wait_for_rest() {
                return false;
            }
            self.look();
            return true;
        }
    }

    fn wait_for_rest(&self) -> bool {
        let mut last = fingerprint(&self.root);
        for _ in 0..RESTS {
            thread::sleep(REST);
            if self.has_ended() {
                return false;
            }
            let now = fingerprint(&self.root);
            if now == last {
                break;
            }
            last = now;
        }
        true
    }

    /// Whether the server has ended. One look at the files answers everything else that has come in.
    fn has_ended(&self) -> bool {
        self.wakes.try_iter().any(|wake| matches!(wake, Wake::Ended))
    }

    /// Remembers the files as they are. The watch begins anew before that: folders come and go, and what
    /// happens from here on wakes again.
    fn look(&mut self) {
        let told = self.watching == Watching::Told && !is_remote(&self.root);
        self.watcher = told.then(|| watcher(&self.root, &self.waker)).flatten();
        self.seen = fingerprint(&self.root);
    }
}

/// What wakes when files change; none where the operating system cannot tell, because it has no means to or
/// they are used up.
fn watcher(root: &Path, waker: &Sender<Wake>) -> Option<RecommendedWatcher> {
    let waker = waker.clone();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // Loading the site opens every file, which must not load it again.
        if !event.is_ok_and(|event| event.kind.is_access()) {
            // When `serve` has ended there is nobody to wake.
            let _heard = waker.send(Wake::Touched);
        }
    })
    .ok()?;
    // A folder that is not there yet is seen to come.
    watcher.watch(root, RecursiveMode::NonRecursive).ok()?;
    for folder in FOLDERS.map(|folder| root.join(folder)) {
        if folder.is_dir() {
            watcher.watch(&folder, RecursiveMode::Recursive).ok()?;
        }
    }
    Some(watcher)
}

/// Whether a folder stands where others can write unseen: on another computer, or outside of a container.
#[cfg(target_os = "linux")]
fn is_remote(root: &Path) -> bool {
    // From linux/magic.h: NFS, SMB, CIFS, SMB 2, FUSE, 9P, AFS, Ceph, and the shared folders of VirtualBox.
    const REMOTE: [u32; 9] = [
        0x6969,
        0x517B,
        0xFF53_4D42,
        0xFE53_4D42,
        0x6573_5546,
        0x0102_1997,
        0x5346_414F,
        0x00C3_6400,
        0x786F_4256,
    ];
    // The kernel's numbers have 32 bits; what holds them is wider, and signed, on some processors.
    rustix::fs::statfs(root).is_ok_and(|system| REMOTE.contains(&(system.f_type as u32)))
}

#[cfg(not(target_os = "linux"))]
fn is_remote(_root: &Path) -> bool {
    false
}

/// A number that changes when a file of the site is added, removed or written.
fn fingerprint(root: &Path) -> u64 {
    let mut hasher = DefaultHasher::new();
    for folder in FOLDERS {
        for entry in WalkDir::new(root.join(folder))
            .sort_by_file_name()
            .into_iter()
            .flatten()
        {
            entry.path().hash(&mut hasher);
            // A file that goes away between the two looks changes the next fingerprint.
            if let Ok(metadata) = entry.metadata() {
                metadata.len().hash(&mut hasher);
                metadata.modified().ok().hash(&mut hasher);
            }
        }
    }
    hasher.finish()
}
