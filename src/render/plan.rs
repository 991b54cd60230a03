//! Names every file of the output before a byte of it is made, so that two that claim one path are found
//! first.

use crate::diagnostic::{Code, Diagnostic, Message, Place};
use crate::facts::{Facts, data_files, findable};
use crate::files::sitemap;
use crate::html::href;
use crate::model::Language;
use crate::pages::list::{is_indexed, pages};
use crate::site::{
    Artifact, AttachmentIx, DocumentIx, Moved, MunicipalityIx, Node, Output, PageAt, Prose, Site, Spot,
};
use crate::theme::Theme;
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
    let data = data_files::files(site).into_iter();
    files.extend(data.map(|figures| file(&data_files::path(site, figures), Output::Csv(figures))));
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

/// A page as a file of the output.
pub(crate) fn artifact(site: &Site, page: PageAt, language: Language) -> Artifact {
    let path = href::path(site, page, language);
    file(&href::file(&path), Output::Page(page, language))
}

/// A feed for each language of the site, of every municipality and of every document.
fn feeds(site: &Site) -> impl Iterator<Item = Artifact> {
    let municipalities = MunicipalityIx::all(site).map(Node::Municipality);
    let documents = DocumentIx::all(site).map(Node::Document);
    let nodes: Vec<Option<Node>> = std::iter::once(None)
        .chain(municipalities.chain(documents).map(Some))
        .collect();
    site.languages().iter().flat_map(move |&language| {
        let feed = move |node| file(&href::feed(site, node, language), Output::Feed(node, language));
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
            let path = format!("{}i/{number:x}.json", findable::folder(language));
            file(&path, Output::SearchShard(number, language))
        };
        let block = move |number| {
            let path = format!("{}d/{number}.json", findable::folder(language));
            file(&path, Output::SearchBlock(number, language))
        };
        (0..findable::shards(entries))
            .map(shard)
            .chain((0..findable::blocks(entries)).map(block))
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

/// The warning that goes with a site without a base address.
pub(crate) fn no_base_url(settings: &Arc<str>) -> Diagnostic {
    Diagnostic::warning(
        Code::BaseUrlMissing,
        Place::file(settings),
        Message::new(
            "公開先の宛先（base_url）がないため、sitemap.xml・canonical・hreflang を作れません",
            "without `base_url` there is no sitemap.xml, canonical address or hreflang",
        ),
    )
    .remedy(Message::new(
        "base_url: https://example.jp のように、公開先の宛先を書いてください",
        "write where the site will be published, such as base_url: https://example.jp",
    ))
}
