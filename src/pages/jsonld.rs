//! Structured data for search engines, as JSON-LD. Only what the page shows anyway.

use crate::facts::data_files;
use crate::html::{Html, Passage};
use crate::model::{Language, Text};
use crate::pages::Scope;
use crate::site::{DocumentIx, MunicipalityIx, Node, PageAt, Spot, TermIx};
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// An object of schema.org, without its context.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "@type", rename_all_fields = "camelCase")]
pub(crate) enum Thing<'a> {
    DefinedTerm {
        name: Vec<InLanguage<'a>>,
        description: Vec<InLanguage<'a>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        term_code: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        url: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        in_defined_term_set: Option<String>,
    },
    DefinedTermSet {
        name: &'a str,
        url: String,
    },
    GovernmentOrganization {
        name: Vec<InLanguage<'a>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        identifier: Option<&'a str>,
    },
    Dataset {
        name: Vec<InLanguage<'a>>,
        description: Vec<InLanguage<'a>>,
        url: String,
        is_accessible_for_free: bool,
        distribution: Box<Thing<'a>>,
    },
    DataDownload {
        encoding_format: &'static str,
        content_url: String,
    },
    BreadcrumbList {
        item_list_element: Vec<Thing<'a>>,
    },
    ListItem {
        position: usize,
        name: Cow<'a, str>,
        item: String,
    },
}

/// A text with its language.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct InLanguage<'a> {
    #[serde(rename = "@language", serialize_with = "tag")]
    language: Language,
    #[serde(rename = "@value")]
    text: &'a str,
}

fn tag<S: Serializer>(language: &Language, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(language.as_str())
}

/// Objects as one script: a single one with its context, several as a graph. Nothing when there are none.
pub(crate) fn graph(things: &[Thing]) -> Html {
    const CONTEXT: &str = r#"{"@context":"https://schema.org","#;
    Html::new(match things {
        [] => String::new(),
        [one] => format!("{CONTEXT}{}", &written(one)[1..]),
        several => format!("{CONTEXT}\"@graph\":{}}}", written(several)),
    })
}

/// JSON that is also harmless inside `<script>`: these characters stand in strings alone.
fn written(thing: impl Serialize) -> String {
    let mut json = serde_json::to_string(&thing).expect("strings and numbers can be written as JSON");
    for (character, escape) in [
        ('<', "\\u003c"),
        ('>', "\\u003e"),
        ('&', "\\u0026"),
        ('\u{2028}', "\\u2028"),
        ('\u{2029}', "\\u2029"),
    ] {
        if json.contains(character) {
            json = json.replace(character, escape);
        }
    }
    json
}

/// An entry of the glossary, in every language in which it is written.
pub(crate) fn defined_term<'s>(scope: &Scope<'s>, index: TermIx) -> Option<Thing<'s>> {
    let term = &scope.site[index];
    let own = scope.absolute(scope.language);
    let glossary = scope.href(PageAt::first(Spot::Glossary));
    let in_language = |language, text| InLanguage { language, text };
    let texts = term.texts.iter();
    Some(Thing::DefinedTerm {
        name: texts
            .clone()
            .map(|text| in_language(text.prose.language, &*text.term))
            .collect(),
        description: texts
            .map(|text| in_language(text.prose.language, &*text.summary))
            .collect(),
        term_code: term.abbreviation.as_deref(),
        in_defined_term_set: own.as_ref().map(|own| joined(own, &glossary)),
        url: own,
    })
}

/// The glossary.
pub(crate) fn defined_term_set<'s>(scope: &Scope<'s>) -> Option<Thing<'s>> {
    Some(Thing::DefinedTermSet {
        name: scope.word("title.glossary"),
        url: scope.absolute(scope.language)?,
    })
}

/// A city.
pub(crate) fn municipality<'s>(scope: &Scope<'s>, index: MunicipalityIx) -> Option<Thing<'s>> {
    let record = &scope.site[index].record;
    Some(Thing::GovernmentOrganization {
        name: texts(scope, &record.name),
        identifier: record.code.as_ref().map(crate::model::AreaCode::as_str),
    })
}

/// The commitments of a document with their file.
pub(crate) fn dataset<'s>(scope: &Scope<'s>, index: DocumentIx) -> Option<Thing<'s>> {
    let base = scope.site.options.base_url.as_deref()?;
    let record = &scope.site[index].record;
    let file = data_files::path(scope.site, Node::Document(index));
    Some(Thing::Dataset {
        name: texts(scope, &record.title),
        description: texts(scope, record.description.as_ref().unwrap_or(&record.title)),
        url: scope.absolute(scope.language)?,
        is_accessible_for_free: true,
        distribution: Box::new(Thing::DataDownload {
            encoding_format: "text/csv",
            content_url: format!("{base}/{file}"),
        }),
    })
}

/// The breadcrumb: titles with their links, which are relative to the page's own address, `own`.
pub(crate) fn breadcrumbs<'c, 's: 'c>(
    own: &str,
    crumbs: impl Iterator<Item = (&'c Passage<'s>, Option<&'c str>)>,
) -> Thing<'s> {
    let items = crumbs.enumerate().map(|(at, (title, href))| Thing::ListItem {
        position: at + 1,
        name: title.text.clone(),
        item: joined(own, href.unwrap_or_default()),
    });
    Thing::BreadcrumbList {
        item_list_element: items.collect(),
    }
}

/// A text of the record in every language in which it stands.
fn texts<'s>(scope: &Scope<'s>, text: &'s Text) -> Vec<InLanguage<'s>> {
    let languages = scope.site.languages().iter();
    let written = languages.filter_map(|&language| {
        let text = text.get(language, scope.first)?;
        Some(InLanguage { language, text })
    });
    written.collect()
}

/// A link of one of our own pages, from the page at `own` on. Only `../` at its beginning and `./` occur.
fn joined(own: &str, href: &str) -> String {
    if href.is_empty() {
        return own.to_owned();
    }
    let mut folder = own.trim_end_matches(|character| character != '/');
    let mut rest = href.trim_start_matches("./");
    while let Some(up) = rest.strip_prefix("../") {
        folder = folder
            .trim_end_matches('/')
            .trim_end_matches(|character| character != '/');
        rest = up;
    }
    format!("{folder}{rest}")
}
