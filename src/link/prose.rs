//! Moves a loaded Markdown text into the linked site, with what it says of its own translation.

use crate::model::document::Translation;
use crate::site::{MarkdownFile, Prose};

/// The text and the front matter of a file.
pub fn split<Head>(file: MarkdownFile<Head>, translation: impl FnOnce(&Head) -> Option<Translation>) -> (Head, Prose) {
    let translator = translation(&file.head).map(|translation| translation.by);
    let prose = Prose { language: file.language, body: file.body, body_start: file.body_start, file: file.file, translator };
    (file.head, prose)
}
