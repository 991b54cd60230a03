//! Names every file of the output before a byte of it is made, so that two that claim one path are found
//! first.

use super::data;
use super::href::{self, PageAt, Spot};
use super::outline::{figures, list_pages, outlines};
use super::prepared::has_deadlines;
use super::search;
use super::theme::Theme;
use super::view::used_in;
use super::{page_at, sitemap};
use crate::diagnostic::{Code, Diagnostic, Message, Place};
use crate::model::bilingual::Language;
use crate::site::{
    ActionIx, AreaIx, Artifact, AttachmentIx, CommitmentIx, DeadlineList, DepartmentIx, DocumentIx, Event,
    Happening, IndicatorIx, Moved, MunicipalityIx, Node, Output, PageIx, Site, StatementIx, SubjectIx,
    TableIx, TallyIx, TermIx,
};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;

/// Every file of the output: the pages of one language after another, then what is not a page.
///
/// # Errors
/// Every path that two files claim, naming both.
pub fn plan(site: &Site, theme: &Theme) -> Result<Vec<Artifact>, Vec<Diagnostic>> {
    let pages = pages(site);
    let mut files = Vec::with_capacity(pages.len() + site.attachments.len() + theme.assets.len() + 8);
    let indexed = pages
        .iter()
        .filter(|page| !matches!(page, Output::NotFound(_) | Output::Translations(_)))
        .count();
    files.extend(pages.iter().map(|&page| artifact(site, page)));
    files.extend(redirects(site, &pages));
    let assets = theme.assets.iter().enumerate();
    files.extend(assets.map(|(at, asset)| file(&asset.path, Output::Asset(at))));
    files.extend(AttachmentIx::all(site).map(|index| file(&site[index].path, Output::Attachment(index))));
    files.push(file("robots.txt", Output::Robots));
    files.extend(ledgers(site));
    files.extend(
        data::files(site)
            .into_iter()
            .map(|figures| file(&data::path(site, figures), Output::Csv(figures))),
    );
    files.extend(index(site));
    if site.options.base_url.is_some() {
        files.extend(feeds(site));
        files.push(file("sitemap.xml", Output::Sitemap));
        files.extend(
            (1..=sitemap::parts(indexed))
                .map(|part| file(&format!("sitemap-{part}.xml"), Output::SitemapPart(part))),
        );
    }
    let twice = collisions(site, &files);
    if twice.is_empty() { Ok(files) } else { Err(twice) }
}

/// Every page in every language, in the order of the site.
pub fn pages(site: &Site) -> Vec<Output> {
    let mut pages =
        Vec::with_capacity(site.languages().len() * (site.commitments.len() + site.sections.len() + 16));
    let figures = figures(site);
    let outlines = outlines(site, &figures);
    let news = news(site);
    for &language in site.languages() {
        pages.push(Output::Home(language));
        for index in MunicipalityIx::all(site) {
            let municipality = &site[index];
            pages.push(Output::Municipality(index, language));
            for &document in &municipality.documents {
                pages.push(Output::Document(document, language));
                for &section in &site[document].sections {
                    pages.extend(
                        (0u32..)
                            .zip(&outlines[&section].pages)
                            .map(|(at, _)| Output::Section(section, at + 1, language)),
                    );
                }
                pages.extend(
                    site[document]
                        .commitments
                        .iter()
                        .map(|&commitment| Output::Commitment(commitment, language)),
                );
                for &commitment in &site[document].commitments {
                    let indicators = IndicatorIx::all_of(site, commitment);
                    pages.extend(indicators.map(|index| Output::Indicator(index, language)));
                }
            }
            if !municipality.departments.is_empty() {
                pages.push(Output::Departments(index, language));
            }
            pages.extend(
                municipality
                    .departments
                    .iter()
                    .flat_map(|&one| department_pages(site, one, language)),
            );
            pages.extend(status_pages(site, index, language));
            pages.extend(
                municipality
                    .areas
                    .iter()
                    .flat_map(|&one| area_pages(site, one, language)),
            );
        }
        if !site.subjects.is_empty() {
            pages.push(Output::Subjects(language));
        }
        for index in SubjectIx::all(site) {
            let count = list_pages(site[index].commitments.len());
            pages.extend((1..=count).map(|number| Output::Subject(index, number, language)));
        }
        if !site.terms.is_empty() {
            pages.push(Output::Glossary(language));
        }
        pages.extend(TermIx::all(site).flat_map(|index| term_pages(site, index, language)));
        pages.extend(PageIx::all(site).map(|index| Output::Page(index, language)));
        pages.extend(news.iter().map(|page| news_page(*page, language)));
        if site.languages().len() > 1 {
            pages.push(Output::Translations(language));
        }
        pages.push(Output::Data(language));
        pages.push(Output::Search(language));
        pages.push(Output::NotFound(language));
    }
    pages
}

/// What time has brought: updates by month, amendments, deadlines. Each exists only where there is something
/// that it could show.
fn news(site: &Site) -> Vec<PageAt> {
    let mut pages = Vec::new();
    let mut list =
        |spot: Spot, rows: usize| pages.extend((1..=list_pages(rows)).map(|number| PageAt { spot, number }));
    let events = site.events();
    if !events.is_empty() {
        list(Spot::Updates, 0);
    }
    for month in events.chunk_by(same_month) {
        list(
            Spot::Month(month[0].day.year(), month[0].day.month()),
            month.len(),
        );
    }
    let amendments = events
        .iter()
        .filter(|event| matches!(event.what, Happening::Amendment(..)))
        .count();
    if amendments > 0 {
        list(Spot::Amendments, amendments);
    }
    if has_deadlines(site) {
        list(Spot::Deadlines, 0);
        for kind in DeadlineList::of(site) {
            list(Spot::DeadlineList(kind), site.due(kind).len());
        }
    }
    pages
}

/// Whether two events belong on the page of one month.
pub fn same_month(one: &Event, other: &Event) -> bool {
    (one.day.year(), one.day.month()) == (other.day.year(), other.day.month())
}

fn news_page(PageAt { spot, number }: PageAt, language: Language) -> Output {
    match spot {
        Spot::Month(year, month) => Output::Month(year, month, number, language),
        Spot::Amendments => Output::Amendments(number, language),
        Spot::Deadlines => Output::Deadlines(language),
        Spot::DeadlineList(list) => Output::DeadlineList(list, number, language),
        _ => Output::Updates(language),
    }
}

fn department_pages(site: &Site, index: DepartmentIx, language: Language) -> impl Iterator<Item = Output> {
    let rows = site[index].leads.len() + site[index].supports.len();
    (1..=list_pages(rows)).map(move |number| Output::Department(index, number, language))
}

fn term_pages(site: &Site, index: TermIx, language: Language) -> impl Iterator<Item = Output> {
    (1..=used_in::pages(site, index)).map(move |number| Output::Term(index, number, language))
}

fn status_pages(site: &Site, index: MunicipalityIx, language: Language) -> impl Iterator<Item = Output> {
    let lists = site.statuses_of(index).into_iter();
    lists.flat_map(move |list| {
        (1..=list_pages(list.commitments.len()))
            .map(move |number| Output::Status(index, list.status, number, language))
    })
}

fn area_pages(site: &Site, index: AreaIx, language: Language) -> impl Iterator<Item = Output> {
    (1..=list_pages(site[index].commitments.len())).map(move |number| Output::Area(index, number, language))
}

/// A feed for each language of the site, of every municipality and of every document.
fn feeds(site: &Site) -> impl Iterator<Item = Artifact> {
    let municipalities = MunicipalityIx::all(site).map(Node::Municipality);
    let documents = DocumentIx::all(site).map(Node::Document);
    let nodes: Vec<Option<Node>> = std::iter::once(None)
        .chain(municipalities.chain(documents).map(Some))
        .collect();
    site.languages().iter().flat_map(move |&language| {
        nodes.clone().into_iter().map(move |node| {
            file(
                &super::feed::path(site, node, language),
                Output::Feed(node, language),
            )
        })
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
fn index(site: &Site) -> impl Iterator<Item = Artifact> {
    site.languages().iter().flat_map(move |&language| {
        let folder = search::folder(language);
        let blocks_folder = folder.clone();
        let shards = (0..search::shards(site)).map(move |number| {
            file(
                &format!("{folder}i/{number:x}.json"),
                Output::SearchShard(number, language),
            )
        });
        let blocks = (0..search::blocks(site)).map(move |number| {
            file(
                &format!("{blocks_folder}d/{number}.json"),
                Output::SearchBlock(number, language),
            )
        });
        shards.chain(blocks)
    })
}

/// A former address leads on in every language.
fn redirects(site: &Site, pages: &[Output]) -> Vec<Artifact> {
    let mut files = Vec::new();
    for &language in site.languages() {
        let top = href::path(site, PageAt::first(Spot::Home), language);
        files.extend(site.formerly.iter().map(|(old, node)| {
            file(
                &format!("{top}{old}/index.html"),
                Output::Redirect(Moved::Node(*node), language),
            )
        }));
    }
    files.extend(pages.iter().filter_map(|&page| former_subject(site, page)));
    files
}

/// Subjects stood under `themes/` before they were called that.
fn former_subject(site: &Site, output: Output) -> Option<Artifact> {
    let moved = match output {
        Output::Subjects(_) => Moved::Subjects,
        Output::Subject(index, number, _) => Moved::Subject(index, number),
        _ => return None,
    };
    let (_, language) = page_at(output)?;
    let now = artifact(site, output).path;
    Some(file(
        &now.replacen("subjects/", "themes/", 1),
        Output::Redirect(moved, language),
    ))
}

fn artifact(site: &Site, output: Output) -> Artifact {
    let (page, language) = page_at(output).expect("`pages` lists pages only");
    file(&href::file(&href::path(site, page, language)), output)
}

fn file(path: &str, output: Output) -> Artifact {
    Artifact {
        path: path.into(),
        output,
    }
}

/// Paths that differ only in case are one file on Windows and macOS.
fn collisions(site: &Site, files: &[Artifact]) -> Vec<Diagnostic> {
    let mut seen: HashMap<std::borrow::Cow<str>, &Artifact> = HashMap::with_capacity(files.len());
    let mut found = Vec::new();
    for artifact in files {
        let path = &*artifact.path;
        let key = if path
            .bytes()
            .any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii())
        {
            path.to_lowercase().into()
        } else {
            path.into()
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
    let text = |file: Option<&Arc<str>>| file.map_or_else(settings, Place::file);
    match artifact.output {
        Output::Municipality(index, _) | Output::Departments(index, _) | Output::Status(index, ..) => {
            Place::file(&site[index].file)
        }
        Output::Department(index, _, _) => Place::file(&site[site[index].municipality].file),
        Output::Area(index, _, _) => Place::file(&site[site[index].municipality].file),
        Output::Document(index, _) => Place::file(&site[index].file),
        Output::Section(index, _, _) => document(site, site[index].document),
        Output::Commitment(index, _) => commitment(site, index),
        Output::Indicator(index, _) => commitment(site, index.commitment),
        Output::Term(index, _, _) => text(site[index].texts.first().map(|text| &text.prose.file)),
        Output::Page(index, _) => text(site[index].texts.first().map(|text| &text.prose.file)),
        Output::Attachment(index) => Place::file(&Arc::from(format!("content/{}", site[index].path))),
        Output::Redirect(Moved::Node(node), _) => match node {
            Node::Municipality(index) => Place::file(&site[index].file),
            Node::Document(index) => Place::file(&site[index].file),
            Node::Section(section) | Node::Statement(StatementIx { section, .. }) => {
                document(site, site[section].document)
            }
            Node::Commitment(index)
            | Node::Action(ActionIx {
                commitment: index, ..
            })
            | Node::Indicator(IndicatorIx {
                commitment: index, ..
            }) => commitment(site, index),
            Node::Tally(TallyIx { document: index, .. }) | Node::Table(TableIx { document: index, .. }) => {
                document(site, index)
            }
            Node::Page(index) => text(site[index].texts.first().map(|text| &text.prose.file)),
            Node::Term(index) => text(site[index].texts.first().map(|text| &text.prose.file)),
            Node::Department(index) => Place::file(&site[site[index].municipality].file),
            Node::Area(index) => Place::file(&site[site[index].municipality].file),
            Node::Subject(_) => settings(),
        },
        Output::Home(_)
        | Output::Subjects(_)
        | Output::Subject(..)
        | Output::Redirect(Moved::Subjects | Moved::Subject(..), _)
        | Output::Glossary(_)
        | Output::NotFound(_)
        | Output::Translations(_)
        | Output::Data(_)
        | Output::Search(_)
        | Output::SearchShard(..)
        | Output::SearchBlock(..)
        | Output::Asset(_)
        | Output::Ledger(_)
        | Output::Csv(_)
        | Output::Feed(..)
        | Output::Updates(_)
        | Output::Month(..)
        | Output::Amendments(..)
        | Output::Deadlines(_)
        | Output::DeadlineList(..)
        | Output::Sitemap
        | Output::SitemapPart(_)
        | Output::Robots => settings(),
    }
}

fn document(site: &Site, index: DocumentIx) -> Place {
    Place::file(&site[index].file)
}

fn commitment(site: &Site, index: CommitmentIx) -> Place {
    document(site, site[index].document)
}
