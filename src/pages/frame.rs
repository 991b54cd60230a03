//! What every page has, whatever it is about. Templates find it under `frame`.

use crate::facts::{Provenance, is_unofficial, provenance};
use crate::html::{Html, Link, Noted, Passage, format, href};
use crate::model::{Text, Translator};
use crate::pages::jsonld::Thing;
use crate::pages::{Scope, body, jsonld, phrase};
use crate::site::{DocumentIx, MunicipalityIx, Node, PageAt, Spot};
use serde::Serialize;
use std::borrow::Cow;

/// The head of the page and the ways on from it.
#[derive(Debug, Serialize)]
pub(crate) struct Frame<'a> {
    /// The language of the page, for `html[lang]`.
    pub lang: &'a str,
    /// `in-original` on a page in the language of the sources, `in-translation` on one in another: a class
    /// for styling.
    pub wording: &'static str,
    /// Which way its lines run, for `html[dir]`: `ltr` or `rtl`.
    pub dir: &'static str,
    /// The page kind in one word, which is also the template's name without `.html`: a class for styling.
    pub kind: &'static str,
    /// For `<title>`: plain text, with the name of the site where it is not the home page. Never empty.
    pub title: String,
    /// The title as the heading of the page, with places where it may break.
    pub heading: Html,
    /// For `<meta name="description">`: plain text; absent where there is nothing to say.
    pub description: Option<String>,
    /// The page's own absolute address. Absent without a base address, and on the 404 page.
    pub canonical: Option<String>,
    /// The page in every language with itself, and `x-default`. Empty when `canonical` is absent.
    pub alternates: Vec<Alternate<'a>>,
    /// Whether search engines should leave the page out.
    pub noindex: bool,
    /// The way from the home page to this one. The last entry is the page itself. Empty on the home page and
    /// on 404.
    pub breadcrumbs: Vec<Crumb<'a>>,
    /// The same page in the other languages. Empty on a site of one language.
    pub languages: Vec<LanguageLink<'a>>,
    /// What a reader must know before reading on. May be empty.
    pub notices: Vec<Notice<'a>>,
    /// The page before this one in the order of its document or list.
    pub previous: Option<Link<'a>>,
    /// The page after this one.
    pub next: Option<Link<'a>>,
    /// The absolute address of the picture that stands for the site where a link to it is shared; absent
    /// without a base address.
    pub picture: Option<String>,
    /// Of what that is a picture.
    pub picture_alt: &'a str,
    /// The feed of the city or the document that the page belongs to; absent without a base address, and on
    /// pages of all cities.
    pub feed: Option<Feed<'a>>,
    /// The name of the site, for the same.
    pub site_name: &'a str,
    /// Whether the script of the theme has something to do on the page.
    pub script: bool,
    /// JSON-LD for `<script type="application/ld+json">`, or empty.
    pub json_ld: Html,
}

/// One `<link rel="alternate" hreflang="…" href="…">`.
#[derive(Debug, Serialize)]
pub(crate) struct Alternate<'a> {
    pub hreflang: &'a str,
    pub href: String,
}

/// A step of the breadcrumb.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Crumb<'a> {
    /// Absent on the page itself.
    pub href: Option<String>,
    pub title: Passage<'a>,
}

/// The way to the same page in another language.
#[derive(Debug, Serialize)]
pub(crate) struct LanguageLink<'a> {
    pub lang: &'a str,
    /// The language's name in that language: 日本語, English. It belongs under `lang="…"`.
    pub name: &'a str,
    pub href: String,
}

/// A sentence that stands above the page.
#[derive(Debug, Serialize)]
pub(crate) struct Notice<'a> {
    /// `unofficial`: a record kept by somebody other than the city. `translation`: how the text was
    /// translated, and that the original is the authentic text. `held`: nothing new appears for a time.
    /// `stale`: the original has changed since a text was translated. `untranslated`: some text of the page
    /// has not been translated.
    pub kind: &'static str,
    /// The sentence, from the theme's texts.
    pub text: Cow<'a, str>,
    /// On `translation` and `stale`: the same page in the language of the original.
    pub href: Option<String>,
    /// On `translation`: 日本語が正文です, in the language of the original with its mark.
    pub original: Option<Passage<'a>>,
}

/// A feed of a part of the site.
#[derive(Debug, Serialize)]
pub(crate) struct Feed<'a> {
    pub href: String,
    /// Plain text.
    pub title: Cow<'a, str>,
}

/// What the frame of a page is made from. Each page kind tells it about itself.
#[derive(Default)]
pub(crate) struct About<'s> {
    pub title: Passage<'s>,
    /// The heading of the page where that is longer than its title.
    pub heading: Option<Passage<'s>>,
    /// What tells pages of one title apart: the city of a document.
    pub within: Option<Passage<'s>>,
    /// Plain text.
    pub description: Option<String>,
    /// The pages above this one, without the home page.
    pub trail: Vec<Crumb<'s>>,
    pub previous: Option<Link<'s>>,
    pub next: Option<Link<'s>>,
    pub unofficial: bool,
    /// The document that the page belongs to, if it belongs to one.
    pub document: Option<DocumentIx>,
    /// Who made the translations on the page.
    pub provenance: Provenance,
    /// Over how many pages its list goes.
    pub pages: usize,
    /// What the page is about, for search engines.
    pub structured: Option<Thing<'s>>,
    /// Whether the page is for editors and not for search engines.
    pub noindex: bool,
    /// Whether the script of the theme has something to do on it.
    pub script: bool,
}

impl<'s> About<'s> {
    /// A page about something, of which the fields tell more.
    pub(crate) fn new(title: Passage<'s>) -> Self {
        Self {
            title,
            pages: 1,
            ..Self::default()
        }
    }

    /// What the texts of the frame tell.
    fn noted(&self) -> Noted {
        let links = [&self.previous, &self.next].into_iter().flatten();
        let titles = [Some(&self.title), self.heading.as_ref(), self.within.as_ref()];
        let all = titles
            .into_iter()
            .flatten()
            .chain(links.map(|link| &link.title))
            .chain(self.trail.iter().map(|crumb| &crumb.title));
        all.fold(Noted::default(), |all, title| all.and(title.noted))
    }

    /// A page that shows something of all cities.
    pub(crate) fn of_site(scope: &Scope<'s>, title: Passage<'s>) -> Self {
        Self {
            unofficial: scope.facts.is_unofficial,
            provenance: scope.facts.provenance,
            ..Self::new(title)
        }
    }

    /// The same with the title and the summary that the theme has under a key.
    pub(crate) fn of_theme(scope: &Scope<'s>, kind: &str) -> Self {
        Self {
            description: Some(scope.word(&format!("summary.{kind}")).into()),
            ..Self::of_site(scope, scope.named(&format!("title.{kind}")))
        }
    }

    /// A page below that of a city.
    pub(crate) fn of_city(scope: &Scope<'s>, title: Passage<'s>, index: MunicipalityIx) -> Self {
        Self {
            trail: vec![crumb(scope, Node::Municipality(index))],
            unofficial: is_unofficial(scope.site, index),
            provenance: provenance(scope.site, scope.site[index].documents.iter().copied()),
            ..Self::new(title)
        }
    }

    /// A page below that of a document.
    pub(crate) fn of_document(scope: &Scope<'s>, title: Passage<'s>, index: DocumentIx) -> Self {
        let document = &scope.site[index];
        Self {
            trail: vec![
                crumb(scope, Node::Municipality(document.municipality)),
                crumb(scope, Node::Document(index)),
            ],
            document: Some(index),
            unofficial: !document.record.official,
            provenance: Provenance(document.record.translation.map(|translation| translation.by)),
            ..Self::new(title)
        }
    }
}

/// What a record says of its node in a sentence, else what its lasting text says.
pub(crate) fn described(scope: &Scope, own: Option<&Text>, node: Option<Node>) -> Option<String> {
    let own = own.map(|text| scope.site.text(text, scope.language).1);
    let said = own.or_else(|| body::description(scope, node?));
    said.map(str::to_owned)
}

/// A step of a breadcrumb that leads to a list, by its title in the texts of the theme.
pub(crate) fn crumb_to<'s>(scope: &Scope<'s>, spot: Spot, title: &str) -> Crumb<'s> {
    Crumb {
        href: Some(scope.href(PageAt::first(spot))),
        title: scope.named(title),
    }
}

/// A step of a breadcrumb that leads to a node.
pub(crate) fn crumb<'s>(scope: &Scope<'s>, node: Node) -> Crumb<'s> {
    Crumb {
        href: Some(scope.href_of(node)),
        title: scope.short_title(node),
    }
}

/// The frame of a page whose view has been made already: only then is it known what its texts tell, such as
/// that one was left untranslated.
pub(crate) fn frame<'s>(scope: &Scope<'s>, kind: &'static str, about: About<'s>, view: Noted) -> Frame<'s> {
    let notices = notices(scope, &about, view.and(about.noted()));
    let breadcrumbs = breadcrumbs(scope, &about);
    let canonical = scope.absolute(scope.language);
    let trail = canonical.as_ref().filter(|_| !breadcrumbs.is_empty()).map(|own| {
        jsonld::breadcrumbs(
            own,
            breadcrumbs
                .iter()
                .map(|crumb| (&crumb.title, crumb.href.as_deref())),
        )
    });
    let things: Vec<Thing> = trail.into_iter().chain(about.structured.clone()).collect();
    Frame {
        lang: scope.voice.texts.language_tag(),
        dir: scope.language.direction(),
        wording: if scope.is_first() {
            "in-original"
        } else {
            "in-translation"
        },
        kind,
        title: title(scope, &about),
        heading: phrase::heading(scope, about.heading.as_ref().unwrap_or(&about.title)),
        description: description(scope, &about),
        alternates: alternates(scope),
        canonical,
        noindex: scope.page.spot == Spot::NotFound || about.noindex,
        breadcrumbs,
        languages: languages(scope),
        notices,
        picture: picture(scope),
        picture_alt: scope.site.text(&scope.site.settings.title, scope.language).1,
        feed: feed(scope, about.document),
        site_name: scope.site.text(&scope.site.settings.title, scope.language).1,
        script: about.script,
        previous: about.previous,
        next: about.next,
        json_ld: jsonld::graph(&things),
    }
}

/// A file of the name among the texts of the site, else that of the theme.
const PICTURE: &str = "og.png";

fn picture(scope: &Scope) -> Option<String> {
    let base = scope.site.options.base_url.as_deref()?;
    let own = scope.site.attachments.iter().find(|file| &*file.path == PICTURE);
    let mut themed = scope.theme.assets.iter();
    let path = own.map(|file| &file.path);
    let path = path.or_else(|| Some(&themed.find(|file| &*file.name == PICTURE)?.path))?;
    Some(format!("{base}/{path}"))
}

/// The feed of the document of the page, or of its city.
fn feed<'s>(scope: &Scope<'s>, document: Option<DocumentIx>) -> Option<Feed<'s>> {
    scope.site.options.base_url.as_ref()?;
    let node = match (document, scope.page.spot) {
        (Some(document), _) => Node::Document(document),
        (None, Spot::Node(Node::Municipality(index)) | Spot::Departments(index) | Spot::Status(index, _)) => {
            Node::Municipality(index)
        }
        _ => return None,
    };
    Some(Feed {
        href: scope.href_of_file(&href::feed(scope.site, Some(node), scope.language)),
        title: scope.title(node).text,
    })
}

fn title(scope: &Scope, about: &About) -> String {
    let site = scope.site.text(&scope.site.settings.title, scope.language).1;
    if scope.page.spot == Spot::Home {
        return site.to_owned();
    }
    let joined = |title: &str, site: &str| scope.fill("page_title", &[("title", &title), ("site", &site)]);
    let title = &about.title.text;
    let title = match &about.within {
        Some(within) => joined(title, &within.text),
        None => title.to_string(),
    };
    joined(&paged(scope, about, title), site)
}

/// Every page of a long list has a description of its own.
fn description(scope: &Scope, about: &About) -> Option<String> {
    let description = about.description.clone()?;
    Some(paged(scope, about, description))
}

/// Behind the first page of a list, which page it is stands with its words.
fn paged(scope: &Scope, about: &About, words: String) -> String {
    if scope.page.number == 1 {
        return words;
    }
    scope.fill(
        "page_title_paged",
        &[
            ("title", &words),
            ("page", &scope.page.number),
            ("pages", &about.pages),
        ],
    )
}

fn breadcrumbs<'s>(scope: &Scope<'s>, about: &About<'s>) -> Vec<Crumb<'s>> {
    if matches!(scope.page.spot, Spot::Home | Spot::NotFound) {
        return Vec::new();
    }
    let home = crumb_to(scope, Spot::Home, "title.home");
    let own = Crumb {
        href: None,
        title: about.title.clone(),
    };
    [&[home], &about.trail[..], &[own]].concat()
}

fn alternates<'s>(scope: &Scope<'s>) -> Vec<Alternate<'s>> {
    let languages = scope.site.languages();
    if languages.len() < 2 {
        return Vec::new();
    }
    let named = languages.iter().map(|language| (language.as_str(), *language));
    let all = named.chain([("x-default", scope.first)]);
    all.filter_map(|(hreflang, language)| {
        let href = scope.absolute(language)?;
        Some(Alternate { hreflang, href })
    })
    .collect()
}

fn languages<'s>(scope: &Scope<'s>) -> Vec<LanguageLink<'s>> {
    let others = scope
        .theme
        .voices
        .iter()
        .filter(|voice| voice.language != scope.language);
    others
        .map(|voice| LanguageLink {
            lang: voice.texts.language_tag(),
            name: voice.texts.word("language_name"),
            href: scope.href_in(scope.page, voice.language),
        })
        .collect()
}

fn notices<'s>(scope: &Scope<'s>, about: &About, noted: Noted) -> Vec<Notice<'s>> {
    let plain = |kind, key| Notice {
        kind,
        text: scope.word(key).into(),
        href: None,
        original: None,
    };
    let href_of_original =
        || (scope.page.spot != Spot::NotFound).then(|| scope.href_in(scope.page, scope.first));
    let mut notices = Vec::new();
    if about.unofficial {
        notices.push(plain("unofficial", "notice.unofficial"));
    }
    if !scope.is_first() {
        let key = match about.provenance.0 {
            Some(Translator::Human) => "notice.translation_human",
            Some(Translator::Machine) => "notice.translation_machine",
            Some(Translator::Reviewed) => "notice.translation_reviewed",
            None => "notice.translation_unstated",
        };
        let original = scope.texts_of(scope.first).word("notice.original_wins");
        notices.push(Notice {
            href: href_of_original(),
            original: Some(Passage {
                text: original.into(),
                lang: Some(scope.first),
                noted: Noted::default(),
            }),
            ..plain("translation", key)
        });
    }
    if let Some(hold) = &scope.site.settings.hold
        && scope.site.is_held(about.document)
    {
        let day = |date| format::date(date, scope.writing());
        let (from, to) = (day(hold.from), day(hold.to));
        let text = scope.fill("notice.held", &[("from", &from), ("to", &to)]);
        notices.push(Notice {
            kind: "held",
            text: text.into(),
            href: None,
            original: None,
        });
    }
    if noted.stale {
        notices.push(Notice {
            href: href_of_original(),
            ..plain("stale", "notice.stale")
        });
    }
    if noted.untranslated {
        notices.push(plain("untranslated", "notice.untranslated"));
    }
    notices
}
