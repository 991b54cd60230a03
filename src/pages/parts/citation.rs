//! How a reader may cite a page: who said it, where it stands, and as of which day the site showed it. Nobody
//! is named as an author whom the record does not name: a manifesto is its candidate's, not the city's.

use crate::html::{Html, Passage, escaped};
use crate::model::Date;
use crate::pages::Scope;
use crate::site::DocumentIx;

/// For a commitment of a document.
pub(crate) fn commitment(scope: &Scope, title: &Passage, document: DocumentIx) -> Html {
    sentence(
        scope,
        "citation",
        "citation_unsigned",
        Some(&title.text),
        document,
    )
}

/// For a document as a whole.
pub(crate) fn document(scope: &Scope, document: DocumentIx) -> Html {
    sentence(
        scope,
        "citation_document",
        "citation_document_unsigned",
        None,
        document,
    )
}

fn sentence(scope: &Scope, signed: &str, unsigned: &str, title: Option<&str>, document: DocumentIx) -> Html {
    let record = &scope.site[document].record;
    let plain = |text| scope.site.text(text, scope.language).1;
    let author = record
        .source
        .author
        .as_ref()
        .or(record.source.publisher.as_ref())
        .map(plain);
    let text = scope.fill(
        if author.is_some() { signed } else { unsigned },
        &[
            ("title", &title.unwrap_or_default()),
            ("document", &plain(&record.title)),
            ("author", &author.unwrap_or_default()),
            ("site", &plain(&scope.site.settings.title)),
            (
                "municipality",
                &plain(&scope.site[scope.site[document].municipality].record.name),
            ),
            ("as_of", &DAY),
        ],
    );
    // The day comes in last, because it is HTML that keeps it on one line.
    Html::new(escaped(&text).replace(DAY, &scope.date(Date::Day(scope.site.options.as_of)).text))
}

/// Stands for the day until the rest has been escaped. No text of a site can hold a control character.
const DAY: &str = "\u{1}";
