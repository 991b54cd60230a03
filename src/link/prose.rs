//! Moves a loaded Markdown text into the linked site, with what a translation says of itself and whether its
//! original has changed since.

use crate::diagnostic::Path;
use crate::model::walk::{Field, Leaf, Role, TranslatedWhere, Visitor, Walk};
use crate::model::{Fingerprint, TranslatedHead};
use crate::site::{Freshness, MarkdownFile, Prose};

/// The text and the front matter of a file in the language in which it was written, with its fingerprint for
/// the translations.
pub(crate) fn original<Head: Walk>(file: MarkdownFile<Head>) -> (Head, Prose, Fingerprint) {
    let fingerprint = Fingerprint::from_words(&file.head, &file.body);
    let (head, prose) = split(file);
    (head, prose, fingerprint)
}

/// The text and the front matter of a translation. Without an original it stands for one.
pub(crate) fn translation<Head: TranslatedHead + Walk>(
    file: MarkdownFile<Head>,
    original: Option<Fingerprint>,
) -> (Head, Prose) {
    let (head, mut prose) = split(file);
    let (translation, translates) = head.made();
    prose.translator = translation.map(|translation| translation.by);
    prose.freshness = match (original, translates) {
        (None, _) => Freshness::Original,
        (Some(_), None) => Freshness::Unstated,
        (Some(now), Some(then)) if now == then => Freshness::Current,
        (Some(_), Some(_)) => Freshness::Stale,
    };
    (head, prose)
}

fn split<Head: Walk>(file: MarkdownFile<Head>) -> (Head, Prose) {
    let MarkdownFile {
        file,
        language,
        head,
        body,
        body_start,
    } = file;
    let mut words = HeadWords(Vec::new());
    head.walk(&mut Path::default(), &mut words);
    let words = words.0;
    (
        head,
        Prose {
            language,
            words,
            body,
            body_start,
            file,
            translator: None,
            freshness: Freshness::Original,
        },
    )
}

/// The words of a front matter that the page of the text shows.
struct HeadWords(Vec<(Role, Box<str>)>);

impl<'a> Visitor<'a> for HeadWords {
    fn leaf(&mut self, field: &'static Field, leaf: Leaf<'a>, _: &Path) {
        let shown = field.meaning.searched && field.meaning.translated == TranslatedWhere::ByFile;
        if let (Leaf::Words(words), true) = (leaf, shown) {
            self.0.push((field.meaning.role, words.into()));
        }
    }
}
