//! The web server of the preview: how long it waits, how many it serves at once, and how it ends. It does not
//! know what it answers.

use super::answer::{self, PreviewState};
use axum::{Extension, Router};
use axum_server::Handle;
use axum_server::accept::Accept;
use std::future::{Ready, ready};
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::sync::{Semaphore, watch};

/// How many connections are open at once. Browsers open six each; one more is closed as soon as it is made.
const CONNECTIONS: usize = 64;

/// How long a request may take to arrive, and a connection stand idle between two.
const ARRIVAL: Duration = Duration::from_secs(10);

/// How long answers that are on their way hold up the end.
const FAREWELL: Duration = Duration::from_secs(1);

/// How many pages are made at once.
const MAKERS: usize = 4;

/// Answers until the user presses Ctrl+C.
pub(crate) fn run(
    listener: TcpListener,
    address: SocketAddr,
    showing: watch::Receiver<PreviewState>,
) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .max_blocking_threads(MAKERS)
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let handle = Handle::new();
        tokio::spawn(end_on_ctrl_c(handle.clone()));
        let mut server = axum_server::from_tcp(listener)?
            .http1_only()
            .first_request_timeout(ARRIVAL)
            .acceptor(Places(Arc::new(Semaphore::new(CONNECTIONS))))
            .handle(handle);
        server.http_builder().http1().header_read_timeout(ARRIVAL);
        server
            .serve(answer::router(address, showing).into_make_service())
            .await
    })
}

async fn end_on_ctrl_c(handle: Handle<SocketAddr>) {
    // Where the system offers no such signal, it ends the process by itself.
    if tokio::signal::ctrl_c().await.is_ok() {
        handle.graceful_shutdown(Some(FAREWELL));
    }
}

/// The places for connections. One holds its place as long as it can send requests.
#[derive(Debug, Clone)]
struct Places(Arc<Semaphore>);

impl Accept<TcpStream, Router> for Places {
    type Stream = TcpStream;
    type Service = Router;
    type Future = Ready<io::Result<(TcpStream, Router)>>;

    fn accept(&self, stream: TcpStream, router: Router) -> Self::Future {
        let place = self.0.clone().try_acquire_owned().map_err(io::Error::other);
        ready(place.map(|place| (stream, router.layer(Extension(Arc::new(place))))))
    }
}
