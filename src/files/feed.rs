//! Atom feeds of what has happened on the site, in a municipality or in a document (RFC 4287). Ids are `tag:`
//! URIs (RFC 4151) made of the address of what happened, so that they stay when the site moves to another
//! folder or the entry is worded anew.

use crate::html::{escaped, href};
use crate::model::Language;
use crate::pages::parts::event;
use crate::pages::{Basis, EventRow, Scope};
use crate::site::{Event, Happening, Node, PageAt, Site, Spot, address};

/// How many entries a feed holds.
const ENTRIES: usize = 50;

/// Appends a feed. It is only planned for a site with a base address.
pub(crate) fn write(basis: &Basis, node: Option<Node>, language: Language, out: &mut Vec<u8>) {
    let site = &basis.facts.site;
    let page = PageAt::first(node.map_or(Spot::Home, Spot::Node));
    let scope = &Scope::new(basis, page, language);
    let base = site.options.base_url.as_deref().unwrap_or_default();
    let own = format!("{base}/{}", href::feed(site, node, language));
    let events: Vec<&Event> = basis
        .facts
        .events
        .iter()
        .filter(|event| concerns(site, event, node))
        .take(ENTRIES)
        .collect();
    let title = match node {
        None => scope.text(&site.settings.title),
        Some(node) => scope.title(node),
    };
    let updated = events.first().map_or(site.options.as_of, |event| event.day);
    let mut xml = String::with_capacity(512 + 512 * events.len());
    xml.push_str(&format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" \
         xml:lang=\"{}\">\n",
        language.as_str()
    ));
    element(&mut xml, "title", &title.text);
    let folder = node.map_or(String::new(), |node| address(site, node) + "/");
    element(&mut xml, "id", &tag(site, &format!("{folder}feed"), language));
    element(&mut xml, "updated", &moment(site, updated));
    xml.push_str(&format!(
        "<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n",
        escaped(&own)
    ));
    let page = format!("{base}/{}", scope.path);
    xml.push_str(&format!("<link href=\"{}\"/>\n", escaped(&page)));
    let author = site.settings.publisher.as_ref().unwrap_or(&site.settings.title);
    xml.push_str("<author>");
    element(&mut xml, "name", &scope.text(author).text);
    xml.push_str("</author>\n");
    for event in events {
        entry(scope, event, &mut xml);
    }
    xml.push_str("</feed>\n");
    out.extend_from_slice(xml.as_bytes());
}

fn concerns(site: &Site, event: &Event, node: Option<Node>) -> bool {
    match node {
        None => true,
        Some(Node::Municipality(index)) => site.municipality_of(event.node) == Some(index),
        Some(Node::Document(index)) => site.document_of(event.node) == Some(index),
        Some(_) => false,
    }
}

fn entry(scope: &Scope, event: &Event, xml: &mut String) {
    let site = scope.site;
    let base = site.options.base_url.as_deref().unwrap_or_default();
    let row: EventRow = event::row(scope, event);
    let (page, _) = scope.facts.place_of(event.node);
    let (anchor, key) = match event.what {
        Happening::Report(index) => (
            crate::pages::scope::report_id(site, index).into_owned(),
            format!("{}/{}", address(site, event.node), site[index].name),
        ),
        Happening::Amendment(index) => {
            let date = site[index].date;
            let same_day = site[index.commitment].record.amendments[..index.position()]
                .iter()
                .filter(|earlier| earlier.date == date)
                .count();
            (
                crate::pages::parts::amendment::anchor(index.position()),
                format!("{}@{}.{same_day}", address(site, event.node), date.key()),
            )
        }
    };
    let link = format!("{base}/{}#{anchor}", href::path(site, page, scope.language));
    xml.push_str("<entry>\n");
    element(xml, "title", &headline(&row));
    element(xml, "id", &tag(site, &key, scope.language));
    element(xml, "updated", &moment(site, event.day));
    xml.push_str(&format!("<link href=\"{}\"/>\n", escaped(&link)));
    let summary = summary(&row);
    if !summary.is_empty() {
        element(xml, "summary", &summary);
    }
    xml.push_str("</entry>\n");
}

/// What happened in a line: 進捗報告: 堤防のかさ上げ（順調 → やや遅れ）.
fn headline(row: &EventRow) -> String {
    let status = match (&row.before, &row.status) {
        (Some(before), Some(status)) => format!(" ({} → {})", before.label.text, status.label.text),
        (None, Some(status)) => format!(" ({})", status.label.text),
        _ => String::new(),
    };
    format!("{}: {}{status}", row.kind_word, row.title.text)
}

fn summary(row: &EventRow) -> String {
    let parts = [&row.municipality, &row.about, &row.reason].into_iter().flatten();
    let parts: Vec<&str> = parts.map(|part| &*part.text).collect();
    parts.join(" / ")
}

/// The host of the site and a year that never changes make the authority of the tag.
fn tag(site: &Site, key: &str, language: Language) -> String {
    let base = site.options.base_url.as_deref().unwrap_or_default();
    let behind_scheme = base.split("://").nth(1).unwrap_or_default();
    let host = behind_scheme.split(['/', ':']).next().unwrap_or_default();
    format!("tag:{host},2026:{}/{key}", language.as_str())
}

fn moment(site: &Site, day: jiff::civil::Date) -> String {
    let seconds = site.settings.time_zone.0.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let (hours, minutes) = (seconds.abs() / 3600, seconds.abs() / 60 % 60);
    format!("{day}T00:00:00{sign}{hours:02}:{minutes:02}")
}

fn element(xml: &mut String, name: &str, text: &str) {
    xml.push_str(&format!("<{name}>{}</{name}>\n", escaped(text)));
}
