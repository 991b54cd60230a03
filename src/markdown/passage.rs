//! What readers see of a body as whole passages, so that a word can be looked for across marks such as `**`.
//! It searches nothing itself.

use super::scan::{MarkdownPlace, TextGap, TextRun};
use std::ops::Range;

/// A paragraph, a heading, a cell of a table: text that is read in one go, without its marks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct MarkdownPassage {
    pub text: String,
    /// Where each of its runs begins in the text, and which run that is.
    runs: Vec<(usize, usize)>,
    /// Where a sign stands for the title of a link, and which of [`super::Scan::links`] that is.
    pub titles: Vec<(Range<usize>, usize)>,
}

/// The passages of a body with these runs.
pub(crate) fn passages(body: &str, runs: &[TextRun]) -> Vec<MarkdownPassage> {
    let mut passages: Vec<MarkdownPassage> = Vec::new();
    for (number, run) in runs.iter().enumerate() {
        if run.gap == TextGap::Block || passages.is_empty() {
            passages.push(MarkdownPassage::default());
        }
        let passage = passages.last_mut().expect("a passage has just been begun");
        if run.gap == TextGap::Space {
            passage.text.push(' ');
        }
        passage.runs.push((passage.text.len(), number));
        let start = passage.text.len();
        passage.text.push_str(run.text(body));
        passage
            .titles
            .extend(run.title_of.map(|link| (start..passage.text.len(), link)));
    }
    passages
}

impl MarkdownPassage {
    /// Where a stretch of the passage stands in the body, and in what. `None` where it begins or ends in a
    /// text that only stands for another, as `&amp;` does, or between two runs, and where it runs into
    /// something else, as from text into a link.
    pub(crate) fn place(
        &self,
        span: Range<usize>,
        runs: &[TextRun],
    ) -> Option<(Range<usize>, MarkdownPlace)> {
        let (start, first) = self.at(span.start, runs)?;
        let (last, _) = self.at(span.end.checked_sub(1)?, runs)?;
        let own = self.runs.partition_point(|(at, _)| *at <= span.start) - 1
            ..self.runs.partition_point(|(at, _)| *at < span.end);
        let same = self.runs[own]
            .iter()
            .all(|(_, number)| runs[*number].place == first.place);
        same.then_some((start..last + 1, first.place))
    }

    /// The place of one byte in the body, with its run.
    fn at<'r>(&self, byte: usize, runs: &'r [TextRun]) -> Option<(usize, &'r TextRun)> {
        let number = self
            .runs
            .partition_point(|(start, _)| *start <= byte)
            .checked_sub(1)?;
        let (start, run) = self.runs[number];
        let run = &runs[run];
        let place = run.span.start + (byte - start);
        (!run.is_decoded() && place < run.span.end).then_some((place, run))
    }
}
