//! Makes the output: `plan` names every file of it, `prepare` works out what many pages share, `render` makes
//! one file. It reads and writes no files, and nothing of one page depends on another, so that pages can be
//! made side by side.

mod body;
mod chart;
mod data;
mod escape;
mod feed;
pub mod format;
pub mod href;
mod jsonld;
mod order;
mod outline;
mod phrase;
mod plan;
mod prepared;
mod quoted;
mod redirect;
mod robots;
mod scope;
mod search;
mod shell;
mod sitemap;
mod terms;
pub mod theme;
pub mod together;
pub mod view;

pub use plan::plan;
pub use prepared::{Prepared, prepare};

use crate::diagnostic::{Code, Diagnostic, Message, Place};
use crate::model::bilingual::Language;
use crate::site::{Artifact, Node, Output};
use href::{PageAt, Spot};
use scope::Scope;
use std::sync::Arc;
use tera::{Context, Value};
use view::frame;
use view::{Shown, shown};

/// Appends the bytes of one artifact to `out`. Attachments are copied from disk by whoever writes the output;
/// here they have no bytes.
///
/// # Errors
/// A template that cannot be rendered, with its file and place.
pub fn render(prepared: &Prepared, artifact: &Artifact, out: &mut Vec<u8>) -> Result<(), Diagnostic> {
    match artifact.output {
        Output::Asset(at) => out.extend_from_slice(&prepared.theme.assets[at].bytes),
        Output::Attachment(_) => {}
        Output::Redirect(moved, language) => redirect::write(prepared, moved, language, &artifact.path, out),
        Output::Sitemap => sitemap::write(prepared.site, out),
        Output::SitemapPart(number) => sitemap::write_part(prepared.site, number, out),
        Output::Robots => robots::write(prepared.site, out),
        Output::Feed(node, language) => feed::write(prepared, node, language, out),
        Output::SearchShard(number, language) => search::write_shard(prepared, language, number, out),
        Output::SearchBlock(number, language) => search::write_block(prepared, language, number, out),
        Output::Csv(file) => {
            data::write(prepared, file, out);
        }
        Output::Ledger(owner) => {
            let site = prepared.site;
            out.extend_from_slice(site.ledger(owner).until(site.options.as_of).as_bytes());
        }
        page => {
            if let Some((at, language)) = page_at(page) {
                return render_page(prepared, at, language, out);
            }
        }
    }
    Ok(())
}

/// The warning that goes with a site without a base address.
pub fn no_base_url(settings: &Arc<str>) -> Diagnostic {
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

/// The page that an artifact is, if it is one.
fn page_at(output: Output) -> Option<(PageAt, Language)> {
    let first = |spot, language| Some((PageAt::first(spot), language));
    let node = |node, number, language| {
        Some((
            PageAt {
                spot: Spot::Node(node),
                number,
            },
            language,
        ))
    };
    match output {
        Output::Home(language) => first(Spot::Home, language),
        Output::Subjects(language) => first(Spot::Subjects, language),
        Output::Search(language) => first(Spot::Search, language),
        Output::Translations(language) => first(Spot::Translations, language),
        Output::Data(language) => first(Spot::Data, language),
        Output::Glossary(language) => first(Spot::Glossary, language),
        Output::NotFound(language) => first(Spot::NotFound, language),
        Output::Updates(language) => first(Spot::Updates, language),
        Output::Month(year, month, number, language) => Some((
            PageAt {
                spot: Spot::Month(year, month),
                number,
            },
            language,
        )),
        Output::Amendments(number, language) => Some((
            PageAt {
                spot: Spot::Amendments,
                number,
            },
            language,
        )),
        Output::Deadlines(language) => first(Spot::Deadlines, language),
        Output::DeadlineList(list, number, language) => Some((
            PageAt {
                spot: Spot::DeadlineList(list),
                number,
            },
            language,
        )),
        Output::Indicator(index, language) => node(Node::Indicator(index), 1, language),
        Output::Departments(index, language) => first(Spot::Departments(index), language),
        Output::Status(index, status, number, language) => Some((
            PageAt {
                spot: Spot::Status(index, status),
                number,
            },
            language,
        )),
        Output::Municipality(index, language) => node(Node::Municipality(index), 1, language),
        Output::Document(index, language) => node(Node::Document(index), 1, language),
        Output::Section(index, number, language) => node(Node::Section(index), number, language),
        Output::Commitment(index, language) => node(Node::Commitment(index), 1, language),
        Output::Department(index, number, language) => node(Node::Department(index), number, language),
        Output::Area(index, number, language) => node(Node::Area(index), number, language),
        Output::Subject(index, number, language) => node(Node::Subject(index), number, language),
        Output::Term(index, number, language) => node(Node::Term(index), number, language),
        Output::Page(index, language) => node(Node::Page(index), 1, language),
        Output::Redirect(..)
        | Output::Asset(_)
        | Output::Attachment(_)
        | Output::Sitemap
        | Output::SitemapPart(_)
        | Output::Robots
        | Output::SearchShard(..)
        | Output::SearchBlock(..)
        | Output::Csv(_)
        | Output::Ledger(_)
        | Output::Feed(..) => None,
    }
}

fn render_page(
    prepared: &Prepared,
    page: PageAt,
    language: Language,
    out: &mut Vec<u8>,
) -> Result<(), Diagnostic> {
    let scope = &Scope::new(prepared, page, language);
    match page.spot {
        Spot::Home => write(scope, "home", shown(view::home::of(scope)), out),
        Spot::Subjects => write(scope, "subjects", shown(view::subjects::of(scope)), out),
        Spot::Glossary => write(scope, "glossary", shown(view::glossary::of(scope)), out),
        Spot::Search => write(scope, "search", shown(view::search::of(scope)), out),
        Spot::Translations => write(scope, "translations", shown(view::translations::of(scope)), out),
        Spot::Data => write(scope, "data", shown(view::data::of(scope)), out),
        Spot::Updates => write(scope, "updates", shown(view::updates::of(scope)), out),
        Spot::Month(year, month) => write(
            scope,
            "month",
            shown(view::updates::month(scope, year, month)),
            out,
        ),
        Spot::Amendments => write(scope, "amendments", shown(view::amendments::of(scope)), out),
        Spot::Deadlines => write(scope, "deadlines", shown(view::deadlines::of(scope)), out),
        Spot::DeadlineList(list) => write(
            scope,
            "deadline_list",
            shown(view::deadlines::list(scope, list)),
            out,
        ),
        Spot::NotFound => write(scope, "not_found", shown(view::not_found::of(scope)), out),
        Spot::Departments(index) => write(
            scope,
            "departments",
            shown(view::departments::of(scope, index)),
            out,
        ),
        Spot::Status(index, status) => write(
            scope,
            "status_list",
            shown(view::status::of(scope, index, status)),
            out,
        ),
        Spot::Node(Node::Municipality(index)) => write(
            scope,
            "municipality",
            shown(view::municipality::of(scope, index)),
            out,
        ),
        Spot::Node(Node::Document(index)) => {
            write(scope, "document", shown(view::document::of(scope, index)), out)
        }
        Spot::Node(Node::Section(index)) => {
            write(scope, "section", shown(view::section::of(scope, index)), out)
        }
        Spot::Node(Node::Commitment(index)) => write(
            scope,
            "commitment",
            shown(view::commitment::of(scope, index)),
            out,
        ),
        Spot::Node(Node::Department(index)) => write(
            scope,
            "department",
            shown(view::department::of(scope, index)),
            out,
        ),
        Spot::Node(Node::Area(index)) => write(scope, "area", shown(view::area::of(scope, index)), out),
        Spot::Node(Node::Subject(index)) => {
            write(scope, "subject", shown(view::subject::of(scope, index)), out)
        }
        Spot::Node(Node::Term(index)) => write(scope, "term", shown(view::term::of(scope, index)), out),
        Spot::Node(Node::Page(index)) => write(scope, "page", shown(view::page::of(scope, index)), out),
        Spot::Node(Node::Indicator(index)) => write(
            scope,
            "indicator",
            shown(view::indicator_page::of(scope, index)),
            out,
        ),
        Spot::Node(Node::Statement(..) | Node::Action(..) | Node::Tally(..) | Node::Table(..)) => {
            unreachable!("only nodes that have a page of their own are planned as pages")
        }
    }
}

/// Renders the template of a page kind with its view, which stands under the kind's name.
fn write<'s>(
    scope: &Scope<'s>,
    kind: &'static str,
    shown: Shown<'s>,
    out: &mut Vec<u8>,
) -> Result<(), Diagnostic> {
    let Shown { view, about } = shown;
    let template = format!("{}.html", about.kind);
    let frame = frame::of(scope, about);
    let depth = scope.depth();
    let mut context = Context::new();
    context.insert_value("frame", Value::from_serializable(&frame));
    context.insert_value(kind, view);
    context.insert_value(
        "shell",
        scope.prepared.shell(scope.language, &scope.base, depth)?.clone(),
    );
    let start = out.len();
    scope
        .voice
        .tera
        .render_to(&template, &context, &mut *out)
        .map_err(|error| scope.prepared.theme.diagnose(&error))?;
    if scope.repeats_terms() {
        terms::first_uses(out, start);
    }
    Ok(())
}
