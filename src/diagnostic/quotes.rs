//! The quotation marks that word processors and Japanese typing put around a value. YAML knows only the
//! straight ones, so these are read as part of what stands between them.

use super::{Code, Message, Refusal};

/// What stands between such marks.
pub(crate) fn unquoted(text: &str) -> Option<&str> {
    let text = text.trim();
    let opens = |sign| {
        matches!(
            sign,
            '“' | '”' | '„' | '‟' | '‘' | '’' | '‛' | '＂' | '＇' | '〝' | '「' | '『'
        )
    };
    let closes = |sign| {
        matches!(
            sign,
            '“' | '”' | '‘' | '’' | '＂' | '＇' | '〟' | '〞' | '」' | '』'
        )
    };
    let inner = text.strip_prefix(opens)?.strip_suffix(closes)?.trim();
    (!inner.is_empty()).then_some(inner)
}

/// Refuses a value for the marks around it, if there are any.
pub(crate) fn refuse_quotes(text: &str) -> Option<Refusal> {
    let inner = unquoted(text)?;
    let text = text.trim();
    let message = Message::new(
        format!("値が全角か曲がった引用符で囲まれています: {text}"),
        format!("the value has curly or full-width quotes around it: {text}"),
    );
    Some(Refusal::new(Code::ValueQuotes, message).remedy(Message::new(
        format!("引用符を付けずに書いてください → {inner}"),
        format!("write it without quotes → {inner}"),
    )))
}
