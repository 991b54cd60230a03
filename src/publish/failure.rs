//! What to tell an editor when the output is refused or the system fails us. It decides nothing.

use crate::diagnostic::{Code, Diagnostic, Message, Place};
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::Arc;

/// What was being done when the system failed.
#[derive(Debug, Clone, Copy)]
pub enum Step {
    Read,
    Prepare,
    Write,
    Sync,
    Exchange,
    RemoveOld,
}

/// `output-failed` with the path, the system's reason and what to do about it; `file-unreadable` for a
/// source.
pub fn failed(step: Step, path: &Path, error: &io::Error) -> Diagnostic {
    let message = message(step, path, error);
    match step {
        Step::Read => Diagnostic::error(Code::FileUnreadable, place(path), message).remedy(Message::new(
            "ファイルがあり、読めることを確かめてから、もう一度ビルドしてください",
            "see that the file is there and can be read, and build again",
        )),
        _ => Diagnostic::error(Code::OutputFailed, place(path), message).remedy(remedy(error.kind())),
    }
}

/// The same for what goes wrong once readers already see the new site.
pub fn failed_afterwards(step: Step, path: &Path, error: &io::Error) -> Diagnostic {
    let message = message(step, path, error);
    Diagnostic::warning(Code::OutputFailed, place(path), message).remedy(Message::new(
        "新しいサイトは公開されています。原因を取り除いてから、もう一度ビルドしてください",
        "the new site is published; remove the cause and build once more",
    ))
}

/// `output-refused`: we will not write there, whatever the system would allow.
pub fn refused(path: &Path, message: Message, remedy: Message) -> Diagnostic {
    Diagnostic::error(Code::OutputRefused, place(path), message).remedy(remedy)
}

fn place(path: &Path) -> Place {
    Place::file(&Arc::from(path.to_string_lossy()))
}

fn message(step: Step, path: &Path, error: &io::Error) -> Message {
    let path = path.display();
    let (ja, en) = match step {
        Step::Read => (
            format!("「{path}」を読めませんでした"),
            format!("could not read `{path}`"),
        ),
        Step::Prepare => (
            format!("「{path}」を用意できませんでした"),
            format!("could not prepare `{path}`"),
        ),
        Step::Write => (
            format!("「{path}」に書き込めませんでした"),
            format!("could not write `{path}`"),
        ),
        Step::Sync => (
            format!("「{path}」をディスクに保存しきれませんでした"),
            format!("could not bring `{path}` to the disk"),
        ),
        Step::Exchange => (
            format!("「{path}」を新しい内容に入れ替えられませんでした"),
            format!("could not replace `{path}` with its new contents"),
        ),
        Step::RemoveOld => (
            format!("古い出力「{path}」を消せませんでした"),
            format!("could not remove the old output `{path}`"),
        ),
    };
    let reason = reason(error.kind()).map_or_else(|| error.to_string(), |known| format!("{known}: {error}"));
    Message::new(format!("{ja}（{reason}）"), format!("{en} ({error})"))
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

fn remedy(kind: ErrorKind) -> Message {
    match kind {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Message::new(
            "いらないファイルを消して空きを作ってから、もう一度ビルドしてください（容量に余裕があっても、\
             ファイルの数が上限に達していることがあります）",
            "free some space and build again (a disk can also run out of the number of files it can hold)",
        ),
        ErrorKind::PermissionDenied => Message::new(
            "このフォルダーに書き込める利用者で実行するか、書き込めるフォルダーを出力先にしてください",
            "run as a user who may write there, or choose a folder that you may write to",
        ),
        ErrorKind::ReadOnlyFilesystem => Message::new(
            "書き込めるディスクのフォルダーを出力先にしてください",
            "choose a folder on a disk that can be written to",
        ),
        ErrorKind::ResourceBusy | ErrorKind::CrossesDevices => Message::new(
            "つながれたフォルダーそのものではなく、その中のフォルダーを出力先にしてください",
            "choose a folder inside the mounted one rather than the mounted folder itself",
        ),
        _ => Message::new(
            "原因を取り除いてから、もう一度ビルドしてください",
            "remove the cause and build again",
        ),
    }
}
