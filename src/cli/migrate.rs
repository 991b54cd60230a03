//! `koyaku migrate`: shows what changes in the sources of an older site, and writes it.

use super::{DONE, FAILED, Surroundings, arguments::Run, report};
use crate::diagnostic::human::EditorLanguage;
use crate::pipeline::{self, FileChange};

pub(crate) fn run(run: &Run, dry: bool, around: &Surroundings) -> u8 {
    let mut outcome = pipeline::migration(&report::request(run));
    let code = report::problems(run, &outcome, around);
    let Some(changes) = outcome.made.take() else {
        return FAILED;
    };
    if changes.is_empty() {
        (around.out)(match run.language {
            EditorLanguage::Ja => "すでにいまの形式です\n",
            EditorLanguage::En => "the site is in today's format already\n",
        });
        return code;
    }
    for change in &changes {
        (around.out)(&difference(change));
    }
    let n = changes.len();
    if dry {
        (around.out)(&match run.language {
            EditorLanguage::Ja => format!("{n} 個のファイルが変わります（まだ何も書いていません）\n"),
            EditorLanguage::En => format!("{} would change; nothing has been written\n", files(n)),
        });
        return DONE;
    }
    if let Err(problem) = pipeline::migrate(&run.root, &changes) {
        outcome.problems.push(problem);
        return report::problems(run, &outcome, around);
    }
    (around.out)(&match run.language {
        EditorLanguage::Ja => {
            format!("{n} 個のファイルを書き換えました。次に koyaku check で確かめてください\n")
        }
        EditorLanguage::En => format!("{} rewritten; run koyaku check next\n", files(n)),
    });
    DONE
}

fn files(n: usize) -> String {
    let s = if n == 1 { "" } else { "s" };
    format!("{n} file{s}")
}

/// The lines of a file that change, those that go before those that come. A change puts a line in the place
/// of another, or adds one.
fn difference(change: &FileChange) -> String {
    let mut out = format!("{}\n", change.file);
    let mut added = change.after.lines().count() - change.before.lines().count();
    let mut before = change.before.lines().peekable();
    for (at, line) in change.after.lines().enumerate() {
        let number = at + 1;
        if before.peek() == Some(&line) {
            before.next();
            continue;
        }
        if added > 0 {
            added -= 1;
        } else if let Some(old) = before.next() {
            out.push_str(&format!("{number:>5} - {old}\n"));
        }
        out.push_str(&format!("{number:>5} + {line}\n"));
    }
    out
}
