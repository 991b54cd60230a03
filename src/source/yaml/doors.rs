//! Which texts may go through serde_yaml straight into the types: those without anything that it reads
//! wrongly, slowly or without a word. Whatever is in doubt takes the door with places, which costs time and
//! nothing else.

use super::Limits;

/// What sends a text through the door with places, as `docs/decisions/0013-two-doors.md` prints it. Not on
/// the list, because they are measured: a text that is too long, or nests too deep.
pub const LISTED: [&str; 14] = [
    "a tab, or U+0000",
    "`&`, `*` or `!` at the start of a word",
    "`#` behind `|`, `>`, `+`, `-`, a digit, a quote, a closing bracket, or a lone blank inside its line",
    "`<<`",
    "`：` or U+3000",
    "`:` before a letter that is not ASCII",
    "`?` at the start of a word",
    "`-` alone before a comma or a closing bracket",
    "`%` at the start of a line",
    "a line of nothing but blanks",
    "`\\` before anything but `\"`, `\\`, `/`, a blank, `n` or `t`",
    "a word that begins like +1, -0 or 0x1, 0o1, 0b1, or is True, TRUE, False or FALSE",
    "a bracket, or a quote at the start of a word, that does not close on its line",
    "`: ` of its own inside [ ]",
];

/// Whether serde_yaml may read `text`.
pub(super) fn is_plain(text: &str, limits: Limits) -> bool {
    let mut levels = Levels::default();
    text.len() <= limits.bytes
        && !text.contains("<<")
        && text.split('\n').all(|line| {
            let depth = levels.enter(line);
            is_plain_line(line.as_bytes(), limits.depth.saturating_sub(depth))
        })
}

/// Looks through one line for what is listed. `room` is how many brackets may nest in it.
fn is_plain_line(line: &[u8], room: usize) -> bool {
    if line.first() == Some(&b'%') || !line.is_empty() && line.iter().all(|&byte| byte == b' ') {
        return false;
    }
    let mut brackets: Vec<u8> = Vec::new();
    let mut quote = None;
    let mut held = false;
    let mut before = b' ';
    for (at, &byte) in line.iter().enumerate() {
        let rest = &line[at + 1..];
        let next = rest.first().copied();
        let blank_next = matches!(next, None | Some(b' '));
        let starts_word = matches!(before, b' ' | b'[' | b'{' | b',');
        let listed = match byte {
            b'\t' | b'\0' => true,
            b'&' | b'*' | b'!' | b'?' => starts_word,
            b'#' => {
                matches!(
                    before,
                    b'|' | b'>' | b'+' | b'-' | b'0'..=b'9' | b'"' | b'\'' | b']' | b'}'
                ) || before == b' ' && at > 1 && line[at - 2] != b' '
            }
            b':' => next.is_some_and(|next| !next.is_ascii()),
            b'\\' => !matches!(next, None | Some(b'"' | b'\\' | b'/' | b' ' | b'n' | b't')),
            b'-' if starts_word && matches!(next, Some(b',' | b']' | b'}')) => true,
            b'+' | b'-' | b'0' | b'T' | b'F' => starts_word && is_respelt(&line[at..]),
            0xE3 => rest.starts_with(&[0x80, 0x80]),
            0xEF => rest.starts_with(&[0xBC, 0x9A]),
            _ => false,
        };
        if listed {
            return false;
        }
        match (quote, byte) {
            _ if held => held = false,
            (Some(b'"'), b'\\') => held = true,
            (Some(b'\''), b'\'') if next == Some(b'\'') => held = true,
            (Some(open), _) if byte == open => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') if starts_word || before == b':' && !brackets.is_empty() => {
                quote = Some(byte);
            }
            (None, b'[' | b'{') => brackets.push(byte),
            (None, b']' | b'}') if brackets.pop().is_some_and(|open| open + 2 != byte) => return false,
            (None, b':') if brackets.last() == Some(&b'[') && (blank_next || before == b'"') => return false,
            _ => {}
        }
        if brackets.len() > room {
            return false;
        }
        before = byte;
    }
    brackets.is_empty() && quote.is_none()
}

/// Words that serde_yaml takes for a number or a truth value and would write in another way.
fn is_respelt(word: &[u8]) -> bool {
    match word {
        [b'+', second, ..] => second.is_ascii_digit() || *second == b'.',
        [b'-', b'0', ..] | [b'0', b'x' | b'o' | b'b', ..] => true,
        _ => [&b"True"[..], b"TRUE", b"False", b"FALSE"]
            .iter()
            .any(|truth| word.starts_with(truth)),
    }
}

/// The lists and groups that may be open at a line, by the columns of their hyphens and keys. Lines of a
/// longer text count too, so it may find more than there are, but never fewer.
#[derive(Default)]
struct Levels(Vec<(usize, bool)>);

impl Levels {
    /// How many are open at the end of `line`.
    fn enter(&mut self, line: &str) -> usize {
        let mut rest = line.trim_start_matches(' ');
        if rest.is_empty() {
            return self.0.len();
        }
        loop {
            let column = line.len() - rest.len();
            let hyphen = rest
                .strip_prefix('-')
                .filter(|rest| rest.is_empty() || rest.starts_with(' '));
            let level = (column, hyphen.is_some());
            // A list may stand at the column of its key, and the next key ends it.
            let ended = |open: &mut (usize, bool)| open.0 > column || open.0 == column && open.1 && !level.1;
            while self.0.pop_if(ended).is_some() {}
            if self.0.last() != Some(&level) {
                self.0.push(level);
            }
            match hyphen {
                Some(behind) if !behind.trim_start().is_empty() => rest = behind.trim_start_matches(' '),
                _ => return self.0.len(),
            }
        }
    }
}
