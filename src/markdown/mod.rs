//! The Markdown of reports, pages and glossary entries: what is in a body, and its HTML.
//!
//! `scan` lists headings, links, runs of text and problems; `html` writes the page. Both walk the one list of
//! nodes that `parse` makes, so they agree on every anchor. Offsets are bytes of the body as it was given.
//! This room opens no files and knows no site: what a link leads to is answered by the caller's resolver.
//!
//! The language is CommonMark with tables, footnotes, task lists, strikethrough and `[[address]]` links.
//! Emphasis works beside Japanese punctuation, and a line break between Japanese characters shows no space.
//! HTML is shown as text.

mod anchor;
mod emphasis;
mod html;
mod japanese;
mod node;
mod parse;
mod passage;
mod problem;
mod scan;
mod target;
mod wording;

pub(crate) use html::WrittenMention;
pub use html::{BodyTexts, HtmlOptions, Resolved, TermMention};
pub(crate) use japanese::japanese_runs;
pub(crate) use passage::passages;
pub use problem::Problem;
pub use scan::{MarkdownPlace, TextGap};
pub(crate) use scan::{Scan, ScannedHeading, TextRun};
pub use target::LinkTarget;

use emphasis::Marked;

/// Lists what is in a body, with everything that its writer should know.
pub fn scan(body: &str) -> Scan {
    let marked = Marked::new(body);
    let mut parsed = parse::parse(&marked);
    parse::review(body, &mut parsed);
    scan::scan(body, parsed)
}

/// Writes a body as HTML to the end of `out`.
///
/// `resolve` is asked for everything but external URLs and anchors of the body itself; where it knows no
/// answer, a link shows its text only. The result is complete and harmless whatever the body holds, problems
/// or not. Mentions of terms are not written; where each stands in `out` is returned.
pub fn html(
    body: &str,
    options: &HtmlOptions,
    resolve: &dyn Fn(&LinkTarget) -> Option<Resolved>,
    out: &mut String,
) -> Vec<WrittenMention> {
    html::write(body, &parse::parse(&Marked::new(body)), options, resolve, out)
}
