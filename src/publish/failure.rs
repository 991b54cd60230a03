//! What to tell an editor when the output is refused or the system fails us. It decides nothing.

use crate::diagnostic::{Code, Diagnostic, Message, Place};
use crate::source::MessageWords;
use std::fmt::Display;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::{Arc, LazyLock};

/// What was being done when the system failed.
#[derive(Debug, Clone, Copy)]
pub(crate) enum WritingStep {
    Read,
    Prepare,
    Write,
    Sync,
    Exchange,
    RemoveOld,
}

static WORDS: LazyLock<MessageWords> = LazyLock::new(|| MessageWords::read(include_str!("words.yaml")));

/// `output-failed` with the path, the system's reason and what to do about it; `file-unreadable` for a
/// source.
pub(crate) fn failed(step: WritingStep, path: &Path, error: &io::Error) -> Diagnostic {
    let (code, remedy) = match step {
        WritingStep::Read => (Code::FileUnreadable, "read"),
        _ => (Code::OutputFailed, remedy(error.kind())),
    };
    Diagnostic::error(code, place(path), message(step, path, error))
        .remedy(WORDS.say(&format!("{remedy}.remedy"), &[]))
}

/// The same for what goes wrong once readers already see the new site.
pub(crate) fn failed_afterwards(step: WritingStep, path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::warning(Code::OutputFailed, place(path), message(step, path, error))
        .remedy(WORDS.say("afterwards.remedy", &[]))
}

/// `output-refused`: we will not write there, whatever the system would allow. `key` says why, and may name
/// the path as `{out}`.
pub(crate) fn refused(path: &Path, key: &str, fillings: &[(&str, &dyn Display)]) -> Diagnostic {
    let shown = path.display().to_string();
    let fillings = [fillings, &[("out", &shown)]].concat();
    WORDS.error(Code::OutputRefused, place(path), key, &fillings)
}

fn place(path: &Path) -> Place {
    Place::file(&Arc::from(path.to_string_lossy()))
}

fn message(step: WritingStep, path: &Path, error: &io::Error) -> Message {
    let key = match step {
        WritingStep::Read => "read",
        WritingStep::Prepare => "prepare",
        WritingStep::Write => "write",
        WritingStep::Sync => "sync",
        WritingStep::Exchange => "exchange",
        WritingStep::RemoveOld => "remove-old",
    };
    let reason = reason(error.kind()).map_or_else(|| error.to_string(), |known| format!("{known}: {error}"));
    let (path, error) = (path.display().to_string(), error.to_string());
    WORDS.say(key, &[("path", &path), ("reason", &reason), ("error", &error)])
}

/// The system speaks English only, so the usual reasons are also given in Japanese.
fn reason(kind: ErrorKind) -> Option<&'static str> {
    Some(match kind {
        ErrorKind::StorageFull => "ディスクに空きがありません",
        ErrorKind::QuotaExceeded => "使える容量を超えました",
        ErrorKind::PermissionDenied => "権限がありません",
        ErrorKind::ReadOnlyFilesystem => "読み取り専用のディスクです",
        ErrorKind::NotFound => "ファイルやフォルダーがありません",
        ErrorKind::AlreadyExists => "同じ名前のものがすでにあります",
        ErrorKind::NotADirectory => "フォルダーではありません",
        ErrorKind::InvalidFilename => "名前が長すぎるか、使えない文字があります",
        ErrorKind::ResourceBusy | ErrorKind::CrossesDevices => "別のディスクがつながれたフォルダーです",
        _ => return None,
    })
}

fn remedy(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "full",
        ErrorKind::PermissionDenied => "permission",
        ErrorKind::ReadOnlyFilesystem => "read-only",
        ErrorKind::ResourceBusy | ErrorKind::CrossesDevices => "mounted",
        _ => "other",
    }
}
