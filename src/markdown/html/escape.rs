//! Writes text into HTML so that it stays text. Every character that could end an element or an attribute is
//! escaped.

use percent_encoding::percent_encode_byte;

/// Text between tags.
pub(super) fn text(out: &mut String, text: &str) {
    escaped(out, text, entity);
}

/// The value of an attribute in double quotes.
pub(super) fn attribute(out: &mut String, text: &str) {
    escaped(out, text, |byte| match byte {
        b'"' => Some("&quot;"),
        _ => entity(byte),
    });
}

/// An address as the value of an attribute. Characters that no URL may hold are percent-encoded; Japanese
/// stays readable.
pub(super) fn href(out: &mut String, url: &str) {
    let bytes = url.as_bytes();
    let mut copied = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        let plain = match byte {
            b'%' => is_encoded(bytes, at),
            b'&' => false,
            b'!' | b'#' | b'$' | b'\''..=b';' | b'=' | b'?' | b'@' | b'_' | b'~' => true,
            _ => byte.is_ascii_alphanumeric() || byte >= 0x80,
        };
        if !plain {
            out.push_str(&url[copied..at]);
            copied = at + 1;
            match byte {
                b'&' => out.push_str("&amp;"),
                _ => out.push_str(percent_encode_byte(byte)),
            }
        }
    }
    out.push_str(&url[copied..]);
}

fn is_encoded(bytes: &[u8], at: usize) -> bool {
    bytes
        .get(at + 1..at + 3)
        .is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
}

fn entity(byte: u8) -> Option<&'static str> {
    match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        _ => None,
    }
}

fn escaped(out: &mut String, text: &str, entity: impl Fn(u8) -> Option<&'static str>) {
    let mut copied = 0;
    for (at, &byte) in text.as_bytes().iter().enumerate() {
        if let Some(entity) = entity(byte) {
            out.push_str(&text[copied..at]);
            out.push_str(entity);
            copied = at + 1;
        }
    }
    out.push_str(&text[copied..]);
}
