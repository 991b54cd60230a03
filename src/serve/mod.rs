//! A plain preview on this computer: keeps the last good site, makes a page from it when it is asked for, and
//! loads the site again when its files have changed. It listens on loopback only, and writes nothing.

mod answer;
mod server;
mod watch;

use crate::pipeline::Ready;
use answer::{Preview, PreviewState};
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::sync::{Arc, mpsc};
use std::thread;
use watch::{Wake, WatchedFiles};

/// How changes of files are learned of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Watching {
    /// From the operating system, and by looking where it cannot tell.
    Told,
    /// By looking once a second.
    Polled,
}

/// Serves the site in `root` until the user ends it. `load` reads it anew; `None` from it keeps the site that
/// is up. Requests are answered on threads of their own, so that none waits while the site is loaded again.
///
/// # Errors
/// When the port cannot be listened on.
pub(crate) fn serve(
    root: &Path,
    port: u16,
    watching: Watching,
    load: &dyn Fn() -> Option<Ready>,
    started: &dyn Fn(SocketAddr),
) -> io::Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    let address = listener.local_addr()?;
    let (shown, showing) = tokio::sync::watch::channel(PreviewState::NotYet);
    let (waker, wakes) = mpsc::channel();
    let ended = waker.clone();
    let server = thread::spawn(move || {
        let outcome = server::run(listener, address, showing);
        // Nobody waits for it when `serve` has ended already.
        let _heard = ended.send(Wake::Ended);
        outcome
    });
    let mut files = WatchedFiles::watch(root, watching, waker, wakes);
    let first = load().map_or(PreviewState::Nothing, show);
    shown.send_replace(first);
    started(address);
    while files.wait_for_change() {
        if let Some(ready) = load() {
            shown.send_replace(show(ready));
        }
    }
    server
        .join()
        .unwrap_or_else(|_| Err(io::Error::other("the server broke off")))
}

fn show(ready: Ready) -> PreviewState {
    PreviewState::Site(Arc::new(Preview::new(ready)))
}
