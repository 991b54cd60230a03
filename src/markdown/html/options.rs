//! What a page tells the writer about itself, and what the resolver answers.

use super::super::scan::TextRun;
use std::ops::Range;

/// How a body is shown in its page.
#[derive(Clone, Copy)]
pub struct HtmlOptions<'a> {
    /// Added to the level of every heading: 0 directly below the title of the page. Levels end at 6.
    pub heading_shift: u8,
    /// Put before every id, so that several bodies can share a page.
    pub id_prefix: &'a str,
    /// The name of the body where several share a page, or nothing. It tells the tables and notes of one from
    /// those of another.
    pub label: &'a str,
    /// Finds the terms to link in what readers see, in the order of their places and without overlaps.
    pub find: Option<Find<'a>>,
    /// What the theme says around a body, in the language of the body.
    pub texts: &'a BodyTexts,
    /// Whether Japanese words stand in the text of another language, and have to be marked as Japanese.
    pub mark_japanese: bool,
}

/// Is told the runs of a body.
pub(crate) type Find<'a> = &'a dyn Fn(&[TextRun]) -> Vec<TermMention>;

/// A stretch of a run that names a term. It ends at the first mark such as `**` that stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermMention {
    /// Bytes of the body, where readers see what was written.
    pub span: Range<usize>,
    /// Which of the caller's terms it is.
    pub term: usize,
}

/// Where a mention stands in what was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenMention {
    pub over: Range<usize>,
    pub term: usize,
}

/// The words of a theme around a body. `{n}` stands for the number of a note or a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyTexts {
    /// The heading of the notes: 脚注.
    pub footnotes: String,
    /// What the mark of a note is called: 注{n}.
    pub note: String,
    /// 本文の注{n}へ戻る
    pub back_to_text: String,
    /// The name of the region that holds a table: 表{n}.
    pub table: String,
    /// Read out for the ticked box of a task list: 済み.
    pub task_done: String,
    /// Read out for its empty box: 未了.
    pub task_open: String,
    /// Stands where a picture should, before its description.
    pub image_missing: String,
    /// Read out after a link that leaves the site, with its brackets; nothing if empty.
    pub external: String,
}

/// What a target turned out to be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Resolved {
    /// As the page must write it. One with a scheme that is not allowed is ignored.
    pub href: String,
    /// What `[[address]]` shows, and the language of that where it is not the page's own.
    pub title: Option<String>,
    /// What marks `title` as one in another language than the text around it: attributes with a space before
    /// them. `None` where it is in the same.
    pub lang: Option<String>,
    /// Shown after the text, with its brackets: （PDF、1.2 MB）.
    pub note: Option<String>,
    /// Width and height of a picture in pixels, so that the page does not jump.
    pub size: Option<(u32, u32)>,
}
