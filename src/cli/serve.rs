//! `koyaku serve`: starts the preview and shows problems as they come. A koyaku that was built without the
//! preview says so.

use super::{FAILED, Surroundings, arguments::Run};
use crate::diagnostic::human::EditorLanguage;

#[cfg(feature = "serve")]
pub(crate) fn run(run: &Run, port: u16, polls: bool, around: &Surroundings) -> u8 {
    use super::{DONE, report};
    use crate::pipeline::{self, Outcome, Ready};
    use crate::serve::{self, Watching};

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
    let watching = if polls { Watching::Polled } else { Watching::Told };
    match serve::serve(&run.root, port, watching, &load, &ready) {
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

#[cfg(not(feature = "serve"))]
pub(crate) fn run(run: &Run, _port: u16, _polls: bool, around: &Surroundings) -> u8 {
    (around.err)(match run.language {
        EditorLanguage::Ja => {
            "この koyaku は下見（serve）を除いて作られています\n  --features serve を付けて作り直すか、koyaku \
             build で書き出してください\n"
        }
        EditorLanguage::En => {
            "this koyaku was built without the preview\n  build it anew with --features serve, or write the site \
             with koyaku build\n"
        }
    });
    FAILED
}
