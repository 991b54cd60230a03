//! Hands the arguments to `cli` and turns its answer into an exit code. It does nothing else.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(koyaku::cli::run(std::env::args_os()))
}
