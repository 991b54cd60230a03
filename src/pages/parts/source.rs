//! What the source of a document does not say about itself. What is missing is named, never filled in.

use crate::html::Html;
use crate::model::Document;
use crate::pages::Scope;
use crate::pages::parts::enumeration;

/// A sentence that names what is missing of author, date and period; nothing where all are stated. A
/// publisher answers for a document without an author.
pub(crate) fn unstated(scope: &Scope, record: &Document) -> Option<String> {
    let source = &record.source;
    let missing = [
        (
            "lacking.author",
            source.author.is_none() && source.publisher.is_none(),
        ),
        ("lacking.published", source.published.is_none()),
        ("lacking.period", record.period.is_none()),
    ];
    let words: Vec<Html> = missing
        .into_iter()
        .filter(|(_, missing)| *missing)
        .map(|(key, _)| Html::new(scope.word(key).to_owned()))
        .collect();
    if words.is_empty() {
        return None;
    }
    Some(scope.fill(
        "lacking.sentence",
        &[("what", &enumeration::any(scope, &words).text)],
    ))
}
