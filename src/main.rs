//! Hands the arguments to `cli` and turns its answer into an exit code. It does nothing else.

use koyaku::cli;
use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(cli::run(std::env::args_os(), &cli::Surroundings::of_process()))
}
