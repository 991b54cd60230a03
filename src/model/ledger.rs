//! The ledger of a document: one line of JSON for everything that was sealed, each with the hash of the line
//! before it. Editors do not write it; `koyaku seal` appends to it. The chain guards against accidents, and
//! the ledger published last against rewriting.

use super::Date;
use crate::diagnostic::{Code, Diagnostic, Message, Place};
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use std::sync::Arc;

/// `seeds/<municipality>/<document>.ledger.jsonl`.
#[derive(Debug)]
pub struct Ledger {
    /// Its path from the site's folder. There is no such file before something is sealed.
    pub file: Arc<str>,
    /// As it stands in the file, which is also what is published.
    pub text: Box<str>,
    /// The lines in the order in which they were appended.
    pub lines: Vec<LedgerLine>,
    /// The lines of each address: the first one, and those for fields that became sealed later.
    by_address: HashMap<Box<str>, Vec<usize>>,
}

/// The form in which lines are written. It grows when more fields become sealed; lines are never rewritten.
pub(crate) const FORM: u32 = 2;

/// What was sealed, and when.
#[derive(Debug)]
pub struct LedgerLine {
    /// The address of what was sealed, such as `atsugi/manifesto/24`.
    pub address: Box<str>,
    /// The day on which it was recorded here, which is not the day on which it was promised.
    pub date: Date,
    /// Which fields of the model it covers: 1 those of the first ledgers, [`FORM`] all of today.
    pub form: u32,
    /// What was sealed, by the name of the field; nothing is empty.
    pub leaves: Vec<(Box<str>, Box<str>)>,
    /// 64 hex digits of BLAKE3 over the line without its hash.
    pub hash: Box<str>,
    /// The line in the file, without its end.
    pub span: Range<usize>,
}

impl Ledger {
    /// A document that nothing has been sealed of.
    pub(crate) fn empty(file: &Arc<str>) -> Self {
        Self {
            file: file.clone(),
            text: Box::default(),
            lines: Vec::new(),
            by_address: HashMap::new(),
        }
    }

    /// Reads and checks every line: its form, its hash, and the hash of the line before it. A ledger that is
    /// not whole is not used.
    ///
    /// # Errors
    /// `ledger-tangled` where a merge has left its marks, else `ledger-broken` at the first line that does
    /// not follow.
    pub(crate) fn parse(file: &Arc<str>, text: &str) -> Result<Self, Diagnostic> {
        let mut ledger = Self {
            text: text.into(),
            ..Self::empty(file)
        };
        let mut start = 0;
        for (number, line) in text.split_terminator('\n').enumerate() {
            let span = start..start + line.len();
            start = span.end + 1;
            let marks = ["<<<<<<<", "=======", ">>>>>>>"];
            if marks.iter().any(|mark| line.starts_with(mark)) {
                return Err(tangled(file, span));
            }
            let broken = |cause| broken(file, span.clone(), number + 1, cause);
            let last = ledger.lines.last();
            let previous = last.map_or("", |line| &*line.hash);
            let read = read_line(line, previous).map_err(broken)?;
            if last.is_some_and(|last| last.date.first_day() > read.date.first_day()) {
                return Err(broken(LineCause::Earlier));
            }
            let sealed = ledger.form_of(&read.address);
            if sealed.is_some_and(|form| form >= read.form) {
                return Err(broken(LineCause::Twice));
            }
            let lines = ledger.by_address.entry(read.address.clone()).or_default();
            lines.push(ledger.lines.len());
            ledger.lines.push(LedgerLine { span, ..read });
        }
        Ok(ledger)
    }

    /// The line with which an address was sealed first.
    pub(crate) fn find(&self, address: &str) -> Option<&LedgerLine> {
        self.lines_of(address).next()
    }

    /// Every line of an address, in the order in which they were written.
    pub(crate) fn lines_of(&self, address: &str) -> impl Iterator<Item = &LedgerLine> {
        let lines = self.by_address.get(address).map_or(&[][..], Vec::as_slice);
        lines.iter().map(|&at| &self.lines[at])
    }

    /// The form up to which an address is sealed; `None` where nothing is.
    pub(crate) fn form_of(&self, address: &str) -> Option<u32> {
        self.lines_of(address).map(|line| line.form).max()
    }

    /// The text of lines for new entries, to be appended to the file.
    pub(crate) fn continued(&self, entries: &[(&str, BTreeMap<&str, &str>)], date: Date) -> String {
        // Some editors take the end of the last line away.
        let whole = self.text.is_empty() || self.text.ends_with('\n');
        let mut out = String::from(if whole { "" } else { "\n" });
        let last = self.lines.last();
        let mut previous = last.map_or_else(String::new, |line| line.hash.to_string());
        for (address, value) in entries {
            let (line, hash) = write_line(address, value, date, &previous);
            out.push_str(&line);
            out.push('\n');
            previous = hash;
        }
        out
    }

    /// Whether this ledger continues another one: the other's text is where this one's begins.
    pub(crate) fn continues(&self, earlier: &str) -> bool {
        self.text.starts_with(earlier)
    }

    /// The part that had been written by the end of a day.
    pub(crate) fn until(&self, day: jiff::civil::Date) -> &str {
        let end = self
            .lines
            .iter()
            .take_while(|line| line.date.last_day() <= day)
            .last()
            .map_or(0, |line| line.span.end + 1);
        &self.text[..end.min(self.text.len())]
    }
}

/// The canonical text of a value: keys in order, no white space. Two values are the same exactly when these
/// texts are.
pub(crate) fn canonical(value: &Value) -> String {
    let mut value = value.clone();
    value.sort_all_objects();
    value.to_string()
}

fn write_line(address: &str, value: &BTreeMap<&str, &str>, date: Date, previous: &str) -> (String, String) {
    let mut line = json!({
        "address": address,
        "date": date.key(),
        "form": FORM,
        "previous": previous,
        "value": value,
    });
    let hash = hash_of(&line);
    line["hash"] = hash.as_str().into();
    (canonical(&line), hash)
}

fn hash_of(line: &Value) -> String {
    blake3::hash(canonical(line).as_bytes()).to_hex().to_string()
}

/// Why a line does not stand.
enum LineCause {
    Form,
    Hash,
    Chain,
    Twice,
    Earlier,
}

fn read_line(line: &str, previous: &str) -> Result<LedgerLine, LineCause> {
    let mut line: Value = serde_json::from_str(line).map_err(|_| LineCause::Form)?;
    let hash = line.as_object_mut().and_then(|fields| fields.remove("hash"));
    let text = |value: &Value| value.as_str().map(Box::<str>::from).ok_or(LineCause::Form);
    let hash = text(&hash.unwrap_or_default())?;
    let address = text(&line["address"])?;
    let date = Date::parse(&text(&line["date"])?).map_err(|_| LineCause::Form)?;
    let before = text(&line["previous"])?;
    if hash_of(&line) != *hash {
        return Err(LineCause::Hash);
    }
    if *before != *previous {
        return Err(LineCause::Chain);
    }
    // Lines of the first form do not say so.
    let form = line.get("form").map_or(Some(1), Value::as_u64);
    let form = form.and_then(|form| u32::try_from(form).ok());
    let form = form.ok_or(LineCause::Form)?;
    let mut leaves = Vec::new();
    let value = line.get("value").ok_or(LineCause::Form)?;
    flatten(String::new(), value, &mut leaves);
    Ok(LedgerLine {
        address,
        date,
        form,
        leaves,
        hash,
        span: 0..0,
    })
}

/// The leaves of a value by name: `{"rate": {"cap": 100}, "rows": [["a"]]}` has `rate.cap` and `rows[0][0]`.
/// What is empty counts as nothing.
fn flatten(name: String, value: &Value, leaves: &mut Vec<(Box<str>, Box<str>)>) {
    match value {
        Value::Null => {}
        Value::String(text) if text.is_empty() => {}
        Value::String(text) => leaves.push((name.into(), text.as_str().into())),
        Value::Bool(_) | Value::Number(_) => leaves.push((name.into(), value.to_string().into())),
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                flatten(format!("{name}[{at}]"), item, leaves);
            }
        }
        Value::Object(fields) => {
            for (key, field) in fields {
                let dot = if name.is_empty() { "" } else { "." };
                flatten(format!("{name}{dot}{key}"), field, leaves);
            }
        }
    }
}

fn tangled(file: &Arc<str>, span: Range<usize>) -> Diagnostic {
    let message = Message::new(
        "合流（マージ）の印が残っています",
        "a merge has left its marks here",
    );
    Diagnostic::error(Code::LedgerTangled, Place::span(file, span), message).remedy(Message::new(
        "公開中の側の台帳をそのまま採り、もう一方の行は消して、koyaku seal をやり直してください",
        "keep the side that is published as it is, delete the lines of the other side, and run `koyaku \
         seal` again",
    ))
}

fn broken(file: &Arc<str>, span: Range<usize>, line: usize, cause: LineCause) -> Diagnostic {
    let (ja, en) = match cause {
        LineCause::Form => (
            "封印の行として読めません",
            "cannot be read as a line of the ledger",
        ),
        LineCause::Hash => (
            "内容がハッシュと一致しません。書き換えられています",
            "does not have the hash that it states: it has been changed",
        ),
        LineCause::Chain => (
            "前の行に続いていません。行が消えたか、入れ替わっています",
            "does not follow the line before it: a line is gone or has moved",
        ),
        LineCause::Twice => (
            "同じ宛先が二度封印されています",
            "seals an address for the second time",
        ),
        LineCause::Earlier => (
            "前の行より日付が前です",
            "is dated earlier than the line before it",
        ),
    };
    let message = Message::new(
        format!("台帳の{line}行目: {ja}"),
        format!("line {line} of the ledger {en}"),
    );
    Diagnostic::error(Code::LedgerBroken, Place::span(file, span), message).remedy(Message::new(
        "台帳は手で直せません。直前に公開した台帳（公開先の data/ の下）に戻してください",
        "a ledger cannot be mended by hand: put back the one that was published last (under data/ of the \
         published site)",
    ))
}
