//! Makes one file of the output.

use super::Prepared;
use crate::diagnostic::Diagnostic;
use crate::files::{csv, feed, redirect, robots, search, sitemap};
use crate::model::{Id, Language};
use crate::pages::kinds::{Shown, shown};
use crate::pages::{Scope, frame};
use crate::site::{Artifact, Node, Output, PageAt, Spot};
use tera::{Context, Value};

/// Appends the bytes of one artifact to `out`. Attachments are copied from disk by whoever writes the output;
/// here they have no bytes.
///
/// # Errors
/// A template that cannot be rendered, with its file and place.
pub fn render(prepared: &Prepared, artifact: &Artifact, out: &mut Vec<u8>) -> Result<(), Diagnostic> {
    let basis = &prepared.basis;
    let site = &basis.facts.site;
    match artifact.output {
        Output::Asset(at) => out.extend_from_slice(&basis.theme.assets[at].bytes),
        Output::Attachment(_) => {}
        Output::Redirect(moved, language) => redirect::write(basis, moved, language, &artifact.path, out),
        Output::Sitemap => sitemap::write(&basis.facts, &prepared.listing, out),
        Output::SitemapPart(number) => sitemap::write_part(&basis.facts, &prepared.listing, number, out),
        Output::Robots => robots::write(site, out),
        Output::Feed(node, language) => feed::write(basis, node, language, out),
        Output::SearchShard(number, language) => prepared.index(language).write(number, out),
        Output::SearchBlock(number, language) => {
            search::write_block(&Scope::for_files(basis, language), number, out);
        }
        Output::Csv(file) => {
            csv::write(basis, file, out);
        }
        Output::Ledger(owner) => {
            out.extend_from_slice(site.ledger(owner).until(site.options.as_of).as_bytes());
        }
        Output::Page(page, language) => return render_page(prepared, page, language, out),
    }
    Ok(())
}

/// Renders the template of a page with its view, which stands under the name of its kind.
fn render_page(
    prepared: &Prepared,
    page: PageAt,
    language: Language,
    out: &mut Vec<u8>,
) -> Result<(), Diagnostic> {
    let scope = &Scope::new(&prepared.basis, page, language).beside_files(&prepared.sizes);
    let kind = page.spot.kind().unwrap_or_default();
    let Shown { view, noted, about } = shown(scope);
    let name = kind.replace('-', "_");
    let own = match page.spot {
        Spot::Node(Node::Page(index)) => scope.site[index].template.as_ref(),
        _ => None,
    };
    let template = format!("{}.html", own.map_or(kind, Id::as_str));
    let frame = frame::frame(scope, kind, about, noted);
    let mut context = Context::new();
    context.insert_value("frame", Value::from_serializable(&frame));
    context.insert_value(name, view);
    context.insert_value(
        "shell",
        prepared.shell(language, &scope.base, scope.depth())?.clone(),
    );
    let rendered = scope.voice.tera.render_to(&template, &context, &mut *out);
    rendered.map_err(|error| scope.theme.diagnose(&error))
}
