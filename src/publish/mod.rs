//! Puts finished bytes on disk so that readers see the old site or the new one, whole: bytes → stage →
//! exchange. It does not know what the bytes are or which files belong to a site, and it prints nothing.
//!
//! Beside an output folder `public` lie, while a build runs and after one that was killed:
//!
//! - `.public.koyaku-lock`, the number of the process that builds; the next build takes it over.
//! - `.public.koyaku-stage`, the new tree, or the old one just after the exchange; the next build removes it.
//! - `.public.koyaku-previous`, the old tree, on systems that cannot exchange two folders in one step; the
//!   next build puts it back if `public` is gone, and removes it else.

pub mod exchange;
mod failure;
mod lock;
mod stage;
mod sync;
mod target;

pub use stage::{Committed, Stage};

use crate::diagnostic::Diagnostic;
use failure::{WritingStep, failed};
use std::path::Path;

/// The file that says that a folder was made by koyaku and may be replaced whole.
pub(crate) const MARKER: &str = ".koyaku-output";

/// What the marker tells whoever opens it. It is the same for every build, so that equal input gives equal
/// output.
const MARKER_TEXT: &str = "このフォルダーは koyaku が作りました。次のビルドで、中身はすべて置き換えられます。\n\
    koyaku made this folder. The next build replaces everything in it.\n";

/// Takes the lock of `out`, tidies up after a build that was killed, and begins an empty stage beside it.
/// `site_root` is the folder of the site's sources, which no output may be or hold.
///
/// # Errors
/// `output-refused` for a folder that is not ours to replace or that another build is working on,
/// `output-failed` when the system does not let us work beside it. `out` itself is untouched in either case.
pub fn open(out: &Path, site_root: &Path) -> Result<Stage, Diagnostic> {
    let target = target::resolve(out, site_root)?;
    let lock = lock::take(&target)?;
    let previous = target.previous();
    exchange::recover(target.folder(), &previous)
        .map_err(|error| failed(WritingStep::Prepare, &previous, &error))?;
    stage::begin(target, lock)
}

/// Whether `out` is a folder that koyaku made.
pub fn is_ours(out: &Path) -> bool {
    out.join(MARKER)
        .symlink_metadata()
        .is_ok_and(|marker| marker.is_file())
}
