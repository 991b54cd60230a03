//! The files that a theme publishes as they are, under names that change with their content, so that browsers
//! may keep them for ever. All style sheets become one, because every request costs a reader on a slow line
//! more than the bytes do.

use crate::site::{ThemeFile, ThemeFiles};
use std::collections::BTreeMap;

/// The one style sheet.
const STYLE_SHEET: &str = "koyaku.css";

/// A published file of a theme.
#[derive(Debug)]
pub(crate) struct Asset {
    /// Its path under `assets/` of the theme, by which templates ask for it: `koyaku.css`, `icon.svg`.
    pub name: Box<str>,
    /// Its path in the output: `assets/koyaku.0123456789.css`.
    pub path: Box<str>,
    pub bytes: Vec<u8>,
}

/// The assets of a theme, by name. What the site chooses of the `look` comes behind the theme's own style
/// sheets. They lose their comments and needless spaces where they are
/// to be compact.
pub(crate) fn collect(files: &ThemeFiles, look: &str, is_compact: bool) -> Vec<Asset> {
    let mut assets: Vec<Asset> = Vec::new();
    let mut sheet = String::new();
    for (path, file) in &files.files {
        let Some(name) = path.strip_prefix("assets/") else {
            continue;
        };
        if name.ends_with(".css") {
            sheet.push_str(&String::from_utf8_lossy(&file.content));
            sheet.push('\n');
        } else {
            assets.push(published(name, file.content.to_vec()));
        }
    }
    if !sheet.is_empty() {
        let sheet = with_published_names(&sheet, &assets) + look;
        let sheet = if is_compact { compact(&sheet) } else { sheet };
        assets.push(published(STYLE_SHEET, sheet.into_bytes()));
    }
    assets.sort_by(|one, other| one.name.cmp(&other.name));
    assets
}

/// The text files of a theme by the name under which templates include each other: those of `templates/`
/// without that folder.
pub(crate) fn templates(files: &ThemeFiles) -> BTreeMap<&str, &ThemeFile> {
    let template = |path: &str| {
        path.ends_with(".html") && (path.starts_with("templates/") || path.starts_with("components/"))
    };
    files
        .files
        .iter()
        .filter(|(path, _)| template(path))
        .map(|(path, file)| (path.strip_prefix("templates/").unwrap_or(path), file))
        .collect()
}

fn published(name: &str, bytes: Vec<u8>) -> Asset {
    let hash = blake3::hash(&bytes).to_hex();
    let hash = &hash.as_str()[..10];
    let (folder, file) = name.split_at(name.rfind('/').map_or(0, |slash| slash + 1));
    let file = match file.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{hash}.{extension}"),
        None => format!("{file}.{hash}"),
    };
    Asset {
        name: name.into(),
        path: format!("assets/{folder}{file}").into(),
        bytes,
    }
}

/// Style sheets name other assets by the theme's own names; readers get the published ones.
fn with_published_names(sheet: &str, assets: &[Asset]) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(at) = rest.find("url(") {
        let (before, tail) = rest.split_at(at + "url(".len());
        out.push_str(before);
        let Some(close) = tail.find(')') else {
            rest = tail;
            break;
        };
        let written = &tail[..close];
        let name = written.trim().trim_matches(['"', '\'']).trim_start_matches("./");
        match assets.iter().find(|asset| &*asset.name == name) {
            Some(asset) => out.push_str(&format!("\"{}\"", asset.path.trim_start_matches("assets/"))),
            None => out.push_str(written),
        }
        rest = &tail[close..];
    }
    out.push_str(rest);
    out
}

/// Drops comments and the spaces that no rule of CSS needs: at line ends, and around braces, semicolons and
/// commas. Spaces elsewhere can join selectors, so runs of them become one space and stay.
fn compact(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(first) = rest.chars().next() {
        if rest.starts_with("/*") {
            rest = rest[2..].find("*/").map_or("", |end| &rest[end + 4..]);
        } else if first == '"' || first == '\'' {
            let end = string_end(rest, first);
            out.push_str(&rest[..end]);
            rest = &rest[end..];
        } else if first.is_ascii_whitespace() {
            rest = rest.trim_start_matches(|character: char| character.is_ascii_whitespace());
            if !out.is_empty() && !out.ends_with([' ', '{', '}', ';', ',']) {
                out.push(' ');
            }
        } else {
            if matches!(first, '{' | '}' | ';' | ',') && out.ends_with(' ') {
                out.pop();
            }
            if first == '}' && out.ends_with(';') {
                out.pop();
            }
            out.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Where a string in quotes ends, behind its closing quote.
fn string_end(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if character == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}
