//! Renders what pages of one language and one depth share: the head, the header and the footer. A navigation
//! of thirty links on every page would cost half of a build if it were rendered for every page.

use crate::diagnostic::Diagnostic;
use crate::facts::outline::lone_pages;
use crate::html::href::Base;
use crate::html::{Html, Link, Passage, format, href};
use crate::model::{Date, Language, MenuWord, Period};
use crate::pages::parts::shell::{Icon, Logo, MenuLink, Shell};
use crate::pages::{Basis, Scope, scope};
use crate::site::{
    Event, Happening, LinkedMenuEntry, MenuTarget, MunicipalityIx, Node, PageAt, Spot, chosen,
};
use crate::theme::Voice;
use tera::{Context, Value};

/// The shared parts for pages that stand `depth` folders below those of their language, or for a page that
/// may be shown at any address.
///
/// # Errors
/// A template that cannot be rendered.
pub(crate) fn render(basis: &Basis, language: Language, depth: Option<usize>) -> Result<Value, Diagnostic> {
    let voice = basis.theme.voice(language);
    let mut shell = links(basis, voice, &base(basis, language, depth));
    let mut context = Context::new();
    context.insert("shell", &shell);
    let part = |name| {
        let html = voice.tera.render(name, &context);
        html.map(Html::new).map_err(|error| basis.theme.diagnose(&error))
    };
    (shell.head, shell.header, shell.footer) =
        (part("head.html")?, part("header.html")?, part("footer.html")?);
    Ok(Value::from_serializable(&shell))
}

/// A folder that no page stands in: links from it share no folder with their targets, so they suit every page
/// of its depth.
fn base(basis: &Basis, language: Language, depth: Option<usize>) -> Base {
    let Some(depth) = depth else {
        return Base::Root(basis.facts.site.options.base_path());
    };
    let mut folder = href::path(&basis.facts.site, PageAt::first(Spot::Home), language);
    (0..depth).for_each(|_| folder.push_str("-/"));
    Base::Folder(folder)
}

fn links<'s>(basis: &'s Basis, voice: &Voice, base: &Base) -> Shell<'s> {
    let (site, language) = (&basis.facts.site, voice.language);
    let style = scope::style(site);
    let href = |spot| href::link(base, &href::path(site, PageAt::first(spot), language), style);
    let municipalities = MunicipalityIx::all(site).map(|index| Link {
        href: href(Spot::Node(Node::Municipality(index))),
        title: Passage::of_text(site, &site[index].record.name, language),
    });
    let pages = lone_pages(site).into_iter().map(|index| {
        let text = chosen(site, &site[index].texts, |text| &text.prose, language);
        let text = text.expect("a page has a text in at least one language");
        Link {
            href: href(Spot::Node(Node::Page(index))),
            title: Passage::marked(&*text.title, text.prose.language, language),
        }
    });
    let assets = basis.theme.assets.iter();
    let assets = assets.map(|asset| (&*asset.name, href::link(base, &asset.path, style)));
    let has_base_url = site.options.base_url.is_some();
    let as_of = Period::Date(Date::Day(site.options.as_of));
    let is_amendment = |event: &Event| matches!(event.what, Happening::Amendment(..));
    let has_amendments = basis.facts.events.iter().any(is_amendment);
    let word = |key: &str| voice.texts.word(key);
    let filter_texts = serde_json::json!({"count": word("filter.count"), "none": word("filter.none")});
    let feed = href::feed(site, None, language);
    let look = site.settings.look.as_ref();
    let logo = |path| Logo {
        href: href::link(base, path, style),
        alt: site.text(&site.settings.title, language).1,
    };
    let icon = |path: &str| Icon {
        href: href::link(base, path, style),
        media_type: match path.rsplit_once('.') {
            Some((_, "svg")) => "image/svg+xml",
            Some((_, "ico")) => "image/vnd.microsoft.icon",
            _ => "image/png",
        },
        is_touchable: path.ends_with(".png"),
    };
    let mut shell = Shell {
        home: href(Spot::Home),
        subjects: (!site.subjects.is_empty()).then(|| href(Spot::Subjects)),
        glossary: (!site.terms.is_empty()).then(|| href(Spot::Glossary)),
        updates: (!basis.facts.events.is_empty()).then(|| href(Spot::Updates)),
        amendments: has_amendments.then(|| href(Spot::Amendments)),
        filter_texts: filter_texts.to_string(),
        search: href(Spot::Search),
        data: href(Spot::Data),
        translations: (site.languages().len() > 1).then(|| href(Spot::Translations)),
        deadlines: basis.facts.has_deadlines.then(|| href(Spot::Deadlines)),
        feed: has_base_url.then(|| href::link(base, &feed, style)),
        municipalities: municipalities.collect(),
        pages: pages.collect(),
        assets: assets.collect(),
        logo: look.and_then(|look| look.logo.as_deref()).map(logo),
        icon: look.and_then(|look| look.icon.as_deref()).map(icon),
        colour: look
            .and_then(|look| look.colour)
            .map(|colour| colour.light.to_string()),
        as_of: Html::new(format::period_html(as_of, &voice.texts.writing)),
        ..Shell::default()
    };
    let scope = Scope::for_files(basis, language);
    let menu = site.menu.iter();
    shell.menu = menu
        .filter_map(|entry| menu_link(entry, &scope, &shell, base))
        .collect();
    shell
}

/// An entry of the menu; `None` where its page has nothing to show yet.
fn menu_link<'s>(
    entry: &'s LinkedMenuEntry,
    scope: &Scope<'s>,
    shell: &Shell<'s>,
    base: &Base,
) -> Option<MenuLink<'s>> {
    let link = match entry.to {
        MenuTarget::Word(word) => page_by_word(word, scope, shell)?,
        MenuTarget::Node(node) => {
            let (page, anchor) = scope.facts.place_of(node);
            let path = href::path(scope.site, page, scope.language);
            let href = href::link(base, &path, scope::style(scope.site));
            MenuLink {
                kind: page.spot.kind().unwrap_or_default(),
                href: anchor.map_or(href.clone(), |anchor| format!("{href}#{anchor}")),
                title: scope.short_title(node),
            }
        }
    };
    let label = entry.label.as_ref();
    let label = label.map(|label| Passage::of_text(scope.site, label, scope.language));
    Some(MenuLink {
        title: label.unwrap_or(link.title),
        ..link
    })
}

fn page_by_word<'s>(word: MenuWord, scope: &Scope<'s>, shell: &Shell<'s>) -> Option<MenuLink<'s>> {
    let (href, title) = match word {
        MenuWord::Documents => return Some(documents(scope, shell)),
        MenuWord::Home => (Some(&shell.home), "nav.home"),
        MenuWord::Subjects => (shell.subjects.as_ref(), "nav.subjects"),
        MenuWord::Updates => (shell.updates.as_ref(), "nav.updates"),
        MenuWord::Amendments => (shell.amendments.as_ref(), "title.amendments"),
        MenuWord::Deadlines => (shell.deadlines.as_ref(), "nav.deadlines"),
        MenuWord::Glossary => (shell.glossary.as_ref(), "nav.glossary"),
        MenuWord::Search => (Some(&shell.search), "nav.search"),
        MenuWord::Data => (Some(&shell.data), "title.data"),
        MenuWord::Translations => (shell.translations.as_ref(), "title.translations"),
    };
    Some(MenuLink {
        kind: word.word(),
        href: href?.clone(),
        title: scope.named(title),
    })
}

/// The only city by its name, or the list of all of them on the home page.
fn documents<'s>(scope: &Scope<'s>, shell: &Shell<'s>) -> MenuLink<'s> {
    let (href, title) = match &shell.municipalities[..] {
        [only] => (only.href.clone(), only.title.clone()),
        _ => (format!("{}#_cities", shell.home), scope.named("nav.documents")),
    };
    MenuLink {
        kind: "cities",
        href,
        title,
    }
}
