//! The command line: one file for each command. Only here is anything printed, and only here is the clock
//! read.
//!
//! Exit codes: 0 for success, 1 for a site with errors or an output that could not be written, 2 for a wrong
//! call.

mod arguments;
mod build;
mod check;
mod diff;
mod language;
mod migrate;
mod report;
mod seal;
mod serve;
mod surroundings;
mod theme_text;
mod translated;
mod verify;
mod words;

pub use surroundings::Surroundings;

use arguments::Call;
use std::ffi::OsString;

/// Success.
const DONE: u8 = 0;
/// The site has errors, or could not be written.
const FAILED: u8 = 1;
/// The call itself is wrong.
const MISUSED: u8 = 2;

/// Runs the command that the arguments name, the first of which is the program's own name, and returns the
/// exit code. Nothing of the process is read or written but what `around` holds, and the clock.
pub fn run(arguments: impl IntoIterator<Item = OsString>, around: &Surroundings) -> u8 {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let language = language::asked_for(&arguments).unwrap_or(around.language);
    let matches = match arguments::command(language).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => {
            let text = error.render().ansi().to_string();
            // A help text or a version is what was asked for.
            return if error.use_stderr() {
                (around.err)(&text);
                MISUSED
            } else {
                (around.out)(&text);
                DONE
            };
        }
    };
    match arguments::call(&matches, language, &around.folder) {
        Ok(Call::Build(run)) => build::run(&run, around),
        Ok(Call::Check(run, messages)) => check::run(&run, messages, around),
        Ok(Call::Seal(run, date)) => seal::run(&run, date, around),
        Ok(Call::Diff(run, (from, to), format)) => diff::run(&run, from, to, format, around),
        Ok(Call::Verify(run, previous)) => verify::run(&run, &previous, around),
        Ok(Call::Translated(run, files)) => translated::run(&run, &files, around),
        Ok(Call::ThemeText(run, language)) => theme_text::run(&run, language, around),
        Ok(Call::Migrate(run, dry)) => migrate::run(&run, dry, around),
        Ok(Call::Serve(run, port, polls)) => serve::run(&run, port, polls, around),
        Err(message) => {
            (around.err)(&format!("{message}\n"));
            MISUSED
        }
    }
}
