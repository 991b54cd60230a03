//! Ids and addresses: the explicit ASCII names from which every page address is made. Titles never make one.

use crate::diagnostic::{Code, Message, Refusal};

/// The longest id, in bytes. It keeps every path of a site under the 255 bytes of the narrowest file systems.
const LONGEST: usize = 64;

/// Names that Windows keeps for devices; a folder of that name cannot be checked out there.
const DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
    "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// One name: lower-case ASCII letters and digits, in groups joined by single hyphens, such as `24`, `s1-2`,
/// `1-2-3`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Box<str>);

/// The place of a node in the record, in files, in pages and in references: `atsugi/manifesto/24`,
/// `atsugi/reform/1-2.a`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(Box<str>);

impl Id {
    /// # Errors
    /// A refusal that says which character is wrong, or that the name is too long or kept by Windows.
    pub(crate) fn parse(text: &str) -> Result<Self, Refusal> {
        if is_id(text) {
            return Ok(Self(text.into()));
        }
        Err(refuse_id(text))
    }

    /// The id as sources and addresses write it.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl Address {
    /// # Errors
    /// A refusal when a part between slashes is not an id; the last part may be `commitment.action`.
    pub(crate) fn parse(text: &str) -> Result<Self, Refusal> {
        let last = text.rsplit_once('/').map_or("", |(_, last)| last);
        let (path, action) = match last.split_once('.') {
            Some((_, action)) => (&text[..text.len() - action.len() - 1], Some(action)),
            None => (text, None),
        };
        if path.split('/').all(is_id) && action.is_none_or(is_id) {
            return Ok(Self(text.into()));
        }
        let message = Message::new(
            format!("「{text}」は宛先として読めません"),
            format!("`{text}` cannot be read as an address"),
        );
        Err(Refusal::new(Code::ValueAddress, message).remedy(Message::new(
            "atsugi/manifesto/24 のように、半角小文字・数字・ハイフンを / でつないで書いてください",
            "write it like atsugi/manifesto/24: lower-case letters, digits and hyphens joined by /",
        )))
    }

    /// The address as references write it, without a slash at either end: `atsugi/manifesto/24`.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

fn is_id(text: &str) -> bool {
    let plain = text
        .bytes()
        .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
    let joined = !text.starts_with('-') && !text.ends_with('-') && !text.contains("--");
    !text.is_empty() && text.len() <= LONGEST && plain && joined && !DEVICES.contains(&text)
}

fn refuse_id(text: &str) -> Refusal {
    let cause = if DEVICES.contains(&text) {
        Message::new(
            format!("id「{text}」は Windows が使う名前です"),
            format!("id `{text}` is a name that Windows keeps for itself"),
        )
    } else if text.len() > LONGEST {
        Message::new(
            format!("id が長すぎます（{} 文字、上限 {LONGEST} 文字）", text.len()),
            format!(
                "the id is too long ({} characters, at most {LONGEST})",
                text.len()
            ),
        )
    } else {
        Message::new(
            format!("id「{}」に使えない文字があります", visible(text)),
            format!("id `{}` has a character that ids cannot have", visible(text)),
        )
    };
    Refusal::new(Code::ValueId, cause).remedy(Message::new(
        "半角小文字の英字・数字を、1個のハイフンでつないで書いてください（例: 1-2-3）",
        "use lower-case letters and digits joined by single hyphens (such as 1-2-3)",
    ))
}

/// Characters that cannot be seen are written out, or nobody would find them.
fn visible(text: &str) -> String {
    text.chars()
        .map(|character| match character {
            '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => {
                format!("<U+{:04X}>", character as u32)
            }
            other => other.to_string(),
        })
        .collect()
}

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::fmt::Display for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
