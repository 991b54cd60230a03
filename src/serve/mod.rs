//! A plain preview on this computer: renders a page when it is asked for, from the last good site, and loads
//! the site again when its files have changed. It listens on loopback only, answers only to its own name, and
//! writes nothing.

mod watch;

use crate::pipeline::Ready;
use crate::render;
use crate::render::Prepared;
use crate::site::{Artifact, Output};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{CACHE_CONTROL, CONTENT_TYPE, HOST, HeaderValue, LOCATION};
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use percent_encoding::percent_decode_str;
use std::cell::RefCell;
use std::collections::HashMap;
use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::rc::Rc;

/// Serves the site in `root` until the process ends. `load` reads it anew; `None` from it keeps the site that
/// is up.
///
/// # Errors
/// When the port cannot be listened on.
pub fn serve(
    root: &Path,
    port: u16,
    load: &dyn Fn() -> Option<Ready>,
    started: &dyn Fn(SocketAddr),
) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build()?;
    let local = tokio::task::LocalSet::new();
    local.block_on(&runtime, async {
        let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
        let address = listener.local_addr()?;
        let state = Rc::new(RefCell::new(PreviewState {
            seen: watch::fingerprint(root),
            preview: load().map(Preview::new),
        }));
        started(address);
        let (asked, mut questions) = tokio::sync::mpsc::unbounded_channel::<Question>();
        tokio::task::spawn_local(accept(listener, asked));
        // One question is answered after another, because a page is made in less time than a browser takes to
        // notice.
        while let Some(Question { request, answer }) = questions.recv().await {
            state.borrow_mut().refresh(root, load);
            let response = respond(&state.borrow(), &request, address);
            // A browser that has gone away does not want its answer.
            let _gone = answer.send(response);
        }
        Ok(())
    })
}

struct PreviewState {
    seen: u64,
    preview: Option<Preview>,
}

/// A site that can be shown, with its files by their paths.
struct Preview {
    prepared: Prepared,
    files: HashMap<Box<str>, Artifact>,
}

impl Preview {
    fn new(ready: Ready) -> Self {
        let (plan, prepared) = ready.prepared();
        let files = plan.into_iter().map(|artifact| (artifact.path.clone(), artifact));
        Self {
            files: files.collect(),
            prepared,
        }
    }
}

impl PreviewState {
    fn refresh(&mut self, root: &Path, load: &dyn Fn() -> Option<Ready>) {
        let now = watch::fingerprint(root);
        if now != self.seen {
            self.seen = now;
            if let Some(ready) = load() {
                self.preview = Some(Preview::new(ready));
            }
        }
    }
}

struct Question {
    request: Request<Incoming>,
    answer: tokio::sync::oneshot::Sender<Response<Full<Bytes>>>,
}

async fn accept(listener: tokio::net::TcpListener, asked: tokio::sync::mpsc::UnboundedSender<Question>) {
    loop {
        // A connection that fails while it is accepted concerns that browser alone.
        let Ok((stream, _)) = listener.accept().await else {
            continue;
        };
        let asked = asked.clone();
        tokio::task::spawn_local(async move {
            let service = service_fn(move |request| {
                let asked = asked.clone();
                async move {
                    let (answer, response) = tokio::sync::oneshot::channel();
                    let failed = || text(StatusCode::INTERNAL_SERVER_ERROR, "koyaku is stopping");
                    let sent = asked.send(Question { request, answer }).is_ok();
                    Ok::<_, Infallible>(if sent {
                        response.await.unwrap_or_else(|_| failed())
                    } else {
                        failed()
                    })
                }
            });
            let _closed = hyper::server::conn::http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
    }
}

fn respond(state: &PreviewState, request: &Request<Incoming>, address: SocketAddr) -> Response<Full<Bytes>> {
    // Another host name that points at this computer belongs to a page that wants to read the preview from
    // outside.
    let host = request.headers().get(HOST);
    let host = host.and_then(|host| host.to_str().ok()).unwrap_or_default();
    if host != address.to_string() && host != format!("localhost:{}", address.port()) {
        return text(
            StatusCode::FORBIDDEN,
            "koyaku answers only to 127.0.0.1 and localhost",
        );
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return text(StatusCode::METHOD_NOT_ALLOWED, "koyaku only shows pages");
    }
    match &state.preview {
        Some(preview) => page(preview, request.uri().path()),
        None => text(
            StatusCode::SERVICE_UNAVAILABLE,
            "The site has errors; they are shown in the terminal. サイトに誤りがあります。端末を見てくださ\
             い。",
        ),
    }
}

/// The planned artifact at a path. Only planned paths are ever looked up, so no path can leave the site.
fn page(preview: &Preview, path: &str) -> Response<Full<Bytes>> {
    let base = preview.prepared.site().options.base_path();
    let Some(inside) = path.strip_prefix(&*base) else {
        return if path == "/" {
            redirect(&base)
        } else {
            text(StatusCode::NOT_FOUND, "not found")
        };
    };
    let Ok(wanted) = percent_decode_str(inside).decode_utf8() else {
        return text(StatusCode::BAD_REQUEST, "this is not an address");
    };
    let is_folder = wanted.is_empty() || wanted.ends_with('/');
    let file = format!("{wanted}{}", if is_folder { "index.html" } else { "" });
    if let Some(response) = artifact(preview, &file, StatusCode::OK) {
        return response;
    }
    let folder = format!("{wanted}/index.html");
    if preview.files.contains_key(folder.as_str()) {
        return redirect(&format!("{path}/"));
    }
    let others = preview.prepared.site().languages()[1..].iter();
    let mut parts = others.map(|language| format!("{}/", language.as_str()));
    let part = parts.find(|part| inside.starts_with(part.as_str()));
    let not_found = format!("{}404.html", part.unwrap_or_default());
    artifact(preview, &not_found, StatusCode::NOT_FOUND)
        .unwrap_or_else(|| text(StatusCode::NOT_FOUND, "not found"))
}

fn artifact(preview: &Preview, path: &str, status: StatusCode) -> Option<Response<Full<Bytes>>> {
    let found = preview.files.get(path)?;
    let mut bytes = Vec::new();
    let made = match found.output {
        Output::Attachment(index) => std::fs::read(&preview.prepared.site()[index].source)
            .map(|read| bytes = read)
            .is_ok(),
        _ => render::render(&preview.prepared, found, &mut bytes).is_ok(),
    };
    let response = Response::builder()
        .status(status)
        .header(CONTENT_TYPE, media_type(path))
        .header(CACHE_CONTROL, "no-store");
    let failed = || text(StatusCode::INTERNAL_SERVER_ERROR, "this page cannot be made");
    Some(if made {
        response.body(Full::from(bytes)).unwrap_or_else(|_| failed())
    } else {
        failed()
    })
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "xml" => "application/xml",
        "json" => "application/json",
        "csv" => "text/csv; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

fn redirect(to: &str) -> Response<Full<Bytes>> {
    let response = Response::builder()
        .status(StatusCode::FOUND)
        .header(LOCATION, to)
        .body(Full::default());
    response.unwrap_or_else(|_| text(StatusCode::BAD_REQUEST, "this is not an address"))
}

fn text(status: StatusCode, text: &'static str) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::from(text));
    *response.status_mut() = status;
    let plain = HeaderValue::from_static("text/plain; charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, plain);
    response
}
