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
mod report;
mod seal;
mod serve;
mod translated;
mod verify;
mod words;

use arguments::Call;
use std::ffi::OsString;
use std::io::Write;

/// Success.
const DONE: u8 = 0;
/// The site has errors, or could not be written.
const FAILED: u8 = 1;
/// The call itself is wrong.
const MISUSED: u8 = 2;

/// Runs the command that the arguments name, the first of which is the program's own name, and returns the
/// exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let language = language::detect(&arguments);
    let matches = match arguments::command(language).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => {
            // A help text or a version is what was asked for; a closed standard output is nobody's mistake.
            let asked_for = !error.use_stderr();
            let _closed = error.print();
            return if asked_for { DONE } else { MISUSED };
        }
    };
    match arguments::call(&matches, language) {
        Ok(Call::Build(run)) => build::run(&run),
        Ok(Call::Check(run)) => check::run(&run),
        Ok(Call::Seal(run, date)) => seal::run(&run, date),
        Ok(Call::Diff(run, (from, to), format)) => diff::run(&run, from, to, format),
        Ok(Call::Verify(run, previous)) => verify::run(&run, &previous),
        Ok(Call::Translated(run, files)) => translated::run(&run, &files),
        Ok(Call::Serve(run, port)) => serve::run(&run, port),
        Err(message) => {
            let _closed = writeln!(anstream::stderr(), "{message}");
            MISUSED
        }
    }
}
