//! Names every file of the output before a byte of it is made, so that two that claim one path are found
//! first.

use super::outline::list_pages;
use super::view::used_in;
use super::{Facts, Theme, data, feed, href, search, sitemap};
use crate::diagnostic::{Code, Diagnostic, Message, Place};
use crate::model::Language;
use crate::site::{
    Artifact, AttachmentIx, DeadlineList, DocumentIx, Event, Happening, IndicatorIx, Moved, MunicipalityIx,
    Node, Output, PageAt, PageIx, Prose, Site, Spot, SubjectIx, TermIx,
};
use std::borrow::Cow;
use std::collections::hash_map::{Entry, HashMap};
use std::sync::Arc;

/// Every file of the output: the pages of one language after another, then what is not a page.
///
/// # Errors
/// Every path that two files claim, naming both.
pub fn plan(facts: &Facts, theme: &Theme) -> Result<Vec<Artifact>, Vec<Diagnostic>> {
    let site = &facts.site;
    let pages = pages(facts);
    let mut files = Vec::with_capacity(pages.len() + site.attachments.len() + theme.assets.len() + 8);
    let indexed = pages.iter().filter(|page| is_indexed(page.0)).count();
    let as_files = pages
        .iter()
        .map(|&(page, language)| artifact(site, page, language));
    files.extend(as_files);
    files.extend(redirects(site, &pages));
    let assets = theme.assets.iter().enumerate();
    files.extend(assets.map(|(at, asset)| file(&asset.path, Output::Asset(at))));
    files.extend(AttachmentIx::all(site).map(|index| file(&site[index].path, Output::Attachment(index))));
    files.push(file("robots.txt", Output::Robots));
    files.extend(ledgers(site));
    let data = data::files(site).into_iter();
    files.extend(data.map(|figures| file(&data::path(site, figures), Output::Csv(figures))));
    files.extend(index(facts));
    if site.options.base_url.is_some() {
        files.extend(feeds(site));
        files.push(file("sitemap.xml", Output::Sitemap));
        let parts = 1..=sitemap::parts(indexed);
        files.extend(parts.map(|part| file(&format!("sitemap-{part}.xml"), Output::SitemapPart(part))));
    }
    let twice = collisions(site, &files);
    if twice.is_empty() { Ok(files) } else { Err(twice) }
}

/// Whether search engines should know a page.
pub fn is_indexed(page: PageAt) -> bool {
    !matches!(page.spot, Spot::NotFound | Spot::Translations)
}

/// A page as a file of the output.
pub fn artifact(site: &Site, page: PageAt, language: Language) -> Artifact {
    let path = href::path(site, page, language);
    file(&href::file(&path), Output::Page(page, language))
}

/// Every page in every language, in the order of the site.
pub fn pages(facts: &Facts) -> Vec<(PageAt, Language)> {
    let site = &facts.site;
    let mut pages = Pages(Vec::with_capacity(
        site.commitments.len() + site.sections.len() + 16,
    ));
    pages.one(Spot::Home);
    for (index, municipality) in MunicipalityIx::all(site).zip(&site.municipalities) {
        pages.node(Node::Municipality(index));
        for &document in &municipality.documents {
            pages.node(Node::Document(document));
            for &section in &site[document].sections {
                pages.several(
                    Spot::Node(Node::Section(section)),
                    facts.outlines[&section].pages.len(),
                );
            }
            for &commitment in &site[document].commitments {
                pages.node(Node::Commitment(commitment));
            }
            for &commitment in &site[document].commitments {
                for indicator in IndicatorIx::all_of(site, commitment) {
                    pages.node(Node::Indicator(indicator));
                }
            }
        }
        if !municipality.departments.is_empty() {
            pages.one(Spot::Departments(index));
        }
        for &department in &municipality.departments {
            let rows = site[department].leads.len() + site[department].supports.len();
            pages.list(Spot::Node(Node::Department(department)), rows);
        }
        for list in facts.statuses(index) {
            pages.list(Spot::Status(index, list.status), list.commitments.len());
        }
        for &area in &municipality.areas {
            pages.list(Spot::Node(Node::Area(area)), site[area].commitments.len());
        }
    }
    if !site.subjects.is_empty() {
        pages.one(Spot::Subjects);
    }
    for subject in SubjectIx::all(site) {
        let rows = site[subject].commitments.len();
        pages.list(Spot::Node(Node::Subject(subject)), rows);
    }
    if !site.terms.is_empty() {
        pages.one(Spot::Glossary);
    }
    for term in TermIx::all(site) {
        pages.several(Spot::Node(Node::Term(term)), used_in::pages(site, term));
    }
    PageIx::all(site).for_each(|page| pages.node(Node::Page(page)));
    pages.news(facts);
    if site.languages().len() > 1 {
        pages.one(Spot::Translations);
    }
    for spot in [Spot::Data, Spot::Search, Spot::NotFound] {
        pages.one(spot);
    }
    let languages = site.languages().iter();
    languages
        .flat_map(|&language| pages.0.iter().map(move |&page| (page, language)))
        .collect()
}

/// The pages of a language.
struct Pages(Vec<PageAt>);

impl Pages {
    fn one(&mut self, spot: Spot) {
        self.0.push(PageAt::first(spot));
    }

    fn node(&mut self, node: Node) {
        self.one(Spot::Node(node));
    }

    fn several(&mut self, spot: Spot, pages: usize) {
        let numbered = (1..).take(pages);
        self.0.extend(numbered.map(|number| PageAt { spot, number }));
    }

    /// As many pages as a list of so many rows has.
    fn list(&mut self, spot: Spot, rows: usize) {
        self.several(spot, list_pages(rows));
    }

    /// What time has brought: updates by month, amendments, deadlines. Each exists only where there is
    /// something that it could show.
    fn news(&mut self, facts: &Facts) {
        let events = &facts.events;
        if !events.is_empty() {
            self.one(Spot::Updates);
        }
        for month in events.chunk_by(same_month) {
            let day = month[0].day;
            self.list(Spot::Month(day.year(), day.month()), month.len());
        }
        let is_amendment = |event: &&Event| matches!(event.what, Happening::Amendment(..));
        let amended = events.iter().filter(is_amendment).count();
        if amended > 0 {
            self.list(Spot::Amendments, amended);
        }
        if facts.has_deadlines {
            self.one(Spot::Deadlines);
            for kind in DeadlineList::listed(&facts.site) {
                self.list(Spot::DeadlineList(kind), facts.due[&kind].len());
            }
        }
    }
}

/// Whether two events belong on the page of one month.
pub fn same_month(one: &Event, other: &Event) -> bool {
    (one.day.year(), one.day.month()) == (other.day.year(), other.day.month())
}

/// A feed for each language of the site, of every municipality and of every document.
fn feeds(site: &Site) -> impl Iterator<Item = Artifact> {
    let municipalities = MunicipalityIx::all(site).map(Node::Municipality);
    let documents = DocumentIx::all(site).map(Node::Document);
    let nodes: Vec<Option<Node>> = std::iter::once(None)
        .chain(municipalities.chain(documents).map(Some))
        .collect();
    site.languages().iter().flat_map(move |&language| {
        let feed = move |node| file(&feed::path(site, node, language), Output::Feed(node, language));
        nodes.clone().into_iter().map(feed)
    })
}

/// The ledgers are published last in the chain of trust: the next build must continue them.
fn ledgers(site: &Site) -> impl Iterator<Item = Artifact> {
    let as_of = site.options.as_of;
    site.ledger_owners()
        .filter(move |owner| !site.ledger(*owner).until(as_of).is_empty())
        .map(|owner| file(&site.ledger_path(owner), Output::Ledger(owner)))
}

/// The files of the search, for each language as many.
fn index(facts: &Facts) -> impl Iterator<Item = Artifact> {
    let entries = facts.entries.len();
    facts.site.languages().iter().flat_map(move |&language| {
        let shard = move |number| {
            let path = format!("{}i/{number:x}.json", search::folder(language));
            file(&path, Output::SearchShard(number, language))
        };
        let block = move |number| {
            let path = format!("{}d/{number}.json", search::folder(language));
            file(&path, Output::SearchBlock(number, language))
        };
        (0..search::shards(entries))
            .map(shard)
            .chain((0..search::blocks(entries)).map(block))
    })
}

/// A former address leads on in every language.
fn redirects(site: &Site, pages: &[(PageAt, Language)]) -> Vec<Artifact> {
    let mut files = Vec::new();
    for &language in site.languages() {
        let top = href::path(site, PageAt::first(Spot::Home), language);
        files.extend(site.formerly.iter().map(|(old, node)| {
            let moved = Output::Redirect(Moved::Node(*node), language);
            file(&format!("{top}{old}/index.html"), moved)
        }));
    }
    // Subjects stood under `themes/` before they were called that.
    let subjects = pages
        .iter()
        .filter(|(page, _)| matches!(page.spot, Spot::Subjects | Spot::Node(Node::Subject(_))));
    files.extend(subjects.map(|&(page, language)| {
        let now = artifact(site, page, language).path;
        let moved = Output::Redirect(Moved::Page(page), language);
        file(&now.replacen("subjects/", "themes/", 1), moved)
    }));
    files
}

fn file(path: &str, output: Output) -> Artifact {
    Artifact {
        path: path.into(),
        output,
    }
}

/// Paths that differ only in case are one file on Windows and macOS.
fn collisions(site: &Site, files: &[Artifact]) -> Vec<Diagnostic> {
    let mut seen: HashMap<Cow<str>, &Artifact> = HashMap::with_capacity(files.len());
    let mut found = Vec::new();
    for artifact in files {
        let path = &*artifact.path;
        let is_plain = path
            .bytes()
            .all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
        let key: Cow<str> = if is_plain {
            path.into()
        } else {
            path.to_lowercase().into()
        };
        match seen.entry(key) {
            Entry::Vacant(free) => {
                free.insert(artifact);
            }
            Entry::Occupied(first) => found.push(twice(site, first.get(), artifact)),
        }
    }
    found
}

fn twice(site: &Site, first: &Artifact, second: &Artifact) -> Diagnostic {
    let path = &second.path;
    Diagnostic::error(
        Code::AddressDuplicate,
        source(site, second),
        Message::new(
            format!("出力「{path}」が2回作られます"),
            format!("two files would be written to `{path}`"),
        ),
    )
    .also(
        source(site, first),
        Message::new("もう一つはここから作られます", "the other one comes from here"),
    )
    .remedy(Message::new(
        "どちらかの id かファイル名を変えてください",
        "change the id or the file name of one of them",
    ))
}

/// The file of the sources from which an artifact is made.
fn source(site: &Site, artifact: &Artifact) -> Place {
    let settings = || Place::file(&Arc::from("content/site.yaml"));
    let city = |index: MunicipalityIx| Place::file(&site[index].file);
    let text = |file: Option<&Prose>| file.map_or_else(settings, |prose| Place::file(&prose.file));
    let node = match artifact.output {
        Output::Page(page, _) => match page.spot {
            Spot::Node(node) => node,
            Spot::Departments(index) | Spot::Status(index, _) => Node::Municipality(index),
            _ => return settings(),
        },
        Output::Redirect(Moved::Node(node), _) => node,
        Output::Attachment(index) => {
            let path = &site[index].path;
            return Place::file(&format!("content/{path}").into());
        }
        _ => return settings(),
    };
    if let Some(index) = site.document_of(node) {
        return Place::file(&site[index].file);
    }
    match node {
        Node::Municipality(index) => city(index),
        Node::Department(index) => city(site[index].municipality),
        Node::Area(index) => city(site[index].municipality),
        Node::Term(index) => text(site[index].texts.first().map(|text| &text.prose)),
        Node::Page(index) => text(site[index].texts.first().map(|text| &text.prose)),
        _ => settings(),
    }
}
