//! `koyaku serve`: starts the preview and shows problems as they come.

use super::{DONE, FAILED, Surroundings, arguments::Run, report};
use crate::diagnostic::human::EditorLanguage;
use crate::pipeline::{self, Outcome, Ready};
use crate::serve;

pub fn run(run: &Run, port: u16, around: &Surroundings) -> u8 {
    let load = || {
        let mut outcome: Outcome<Ready> = pipeline::check(&report::request(run), report::QUIET);
        report::problems(run, &outcome, around);
        outcome.made.take()
    };
    let ready = |address: std::net::SocketAddr| {
        let line = match run.language {
            EditorLanguage::Ja => format!("下見: http://{address}/ （終えるには Ctrl+C）"),
            EditorLanguage::En => format!("preview: http://{address}/ (Ctrl+C to stop)"),
        };
        (around.out)(&format!("{line}\n"));
    };
    match serve::serve(&run.root, port, &load, &ready) {
        Ok(()) => DONE,
        Err(error) => {
            let line = match run.language {
                EditorLanguage::Ja => {
                    format!("下見を始められません: {error}\n  別のポートを --port で指定してください")
                }
                EditorLanguage::En => {
                    format!("the preview cannot start: {error}\n  name another port with --port")
                }
            };
            (around.err)(&format!("{line}\n"));
            FAILED
        }
    }
}
