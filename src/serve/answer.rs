//! What the preview answers to a request: a page of the site that is up, the way to it, or why there is none.
//! It answers only to its own name.

use crate::pipeline::Ready;
use crate::render::{self, Prepared};
use crate::site::{Artifact, Output};
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HOST, LOCATION};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};
use axum::response::Response;
use percent_encoding::percent_decode_str;
use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

/// How long an answer may take; only that of a site which is loaded for the first time takes long.
const LONGEST: Duration = Duration::from_secs(60);

const WITH_ERRORS: &str =
    "The site has errors; they are shown in the terminal. サイトに誤りがあります。端末を見てください。";

const STILL_LOADING: &str =
    "The site is still being read; try again. サイトを読んでいます。もう一度お試しください。";

/// What is up.
#[derive(Clone)]
pub(crate) enum PreviewState {
    /// The site is being loaded for the first time.
    NotYet,
    /// It has had errors ever since.
    Nothing,
    Site(Arc<Preview>),
}

/// A site that can be shown, with its files by their paths.
pub(crate) struct Preview {
    prepared: Prepared,
    files: HashMap<Box<str>, Artifact>,
}

impl Preview {
    pub(crate) fn new(ready: Ready) -> Self {
        let (plan, prepared) = ready.prepared();
        let files = plan.into_iter().map(|artifact| (artifact.path.clone(), artifact));
        Self {
            files: files.collect(),
            prepared,
        }
    }
}

/// Answers every request to the server at `address` from what is up.
pub(crate) fn router(address: SocketAddr, showing: watch::Receiver<PreviewState>) -> Router {
    let names = [address.to_string(), format!("localhost:{}", address.port())];
    Router::new().fallback(answer).with_state(Door {
        names: Arc::new(names),
        showing,
    })
}

/// What every request needs.
#[derive(Clone)]
struct Door {
    names: Arc<[String; 2]>,
    showing: watch::Receiver<PreviewState>,
}

async fn answer(State(door): State<Door>, method: Method, uri: Uri, headers: HeaderMap) -> Response {
    // Another host name that points at this computer belongs to a page that wants to read the preview from
    // outside.
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    if !door.names.iter().any(|name| Some(name.as_str()) == host) {
        return text(
            StatusCode::FORBIDDEN,
            "koyaku answers only to 127.0.0.1 and localhost",
        );
    }
    if !matches!(method, Method::GET | Method::HEAD) {
        return text(StatusCode::METHOD_NOT_ALLOWED, "koyaku only shows pages");
    }
    timeout(LONGEST, found(door.showing, uri))
        .await
        .unwrap_or_else(|_| text(StatusCode::SERVICE_UNAVAILABLE, STILL_LOADING))
}

async fn found(mut showing: watch::Receiver<PreviewState>, uri: Uri) -> Response {
    let shown = showing
        .wait_for(|shown| !matches!(shown, PreviewState::NotYet))
        .await;
    match shown.map(|shown| shown.clone()) {
        Ok(PreviewState::Site(preview)) => spawn_blocking(move || page(&preview, uri.path()))
            .await
            .unwrap_or_else(|_| unmade()),
        Ok(PreviewState::Nothing) => text(StatusCode::SERVICE_UNAVAILABLE, WITH_ERRORS),
        Ok(PreviewState::NotYet) | Err(_) => text(StatusCode::SERVICE_UNAVAILABLE, STILL_LOADING),
    }
}

/// The planned artifact at a path. Only planned paths are ever looked up, so no path can leave the site.
fn page(preview: &Preview, path: &str) -> Response {
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

fn artifact(preview: &Preview, path: &str, status: StatusCode) -> Option<Response> {
    let found = preview.files.get(path)?;
    let mut bytes = Vec::new();
    let made = match found.output {
        Output::Attachment(index) => std::fs::read(&preview.prepared.site()[index].source)
            .map(|read| bytes = read)
            .is_ok(),
        _ => render::render(&preview.prepared, found, &mut bytes).is_ok(),
    };
    Some(if made {
        response(status, media_type(path), bytes)
    } else {
        unmade()
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

fn redirect(to: &str) -> Response {
    let Ok(to) = HeaderValue::from_str(to) else {
        return text(StatusCode::BAD_REQUEST, "this is not an address");
    };
    let mut response = text(StatusCode::FOUND, "");
    response.headers_mut().insert(LOCATION, to);
    response
}

fn unmade() -> Response {
    text(StatusCode::INTERNAL_SERVER_ERROR, "this page cannot be made")
}

fn text(status: StatusCode, text: &'static str) -> Response {
    response(status, "text/plain; charset=utf-8", text)
}

/// A browser keeps nothing of it, since the site changes under its hands.
fn response(status: StatusCode, kind: &'static str, body: impl Into<Body>) -> Response {
    let mut response = Response::new(body.into());
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
