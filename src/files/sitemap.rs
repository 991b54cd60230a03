//! `sitemap.xml`: the address of every page in every language. A large site gets an index and parts, because
//! a sitemap may hold 50,000 addresses and 50 MB at most (sitemaps.org), and half of that is easier on those
//! who read it.

use crate::facts::Facts;
use crate::html::{escape, href};
use crate::model::Language;
use crate::pages::list::{is_indexed, pages};
use crate::site::{Node, PageAt, Spot, page_of};
use jiff::civil::Date;
use std::collections::HashMap;
use std::ops::Range;

/// How many addresses a part holds. With all their languages they take less than 10 MB.
const PER_PART: usize = 20_000;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// How many parts the sitemap has to be split into; 0 when one file holds it all.
pub(crate) fn parts(pages: usize) -> usize {
    if pages <= PER_PART {
        0
    } else {
        pages.div_ceil(PER_PART)
    }
}

/// The pages that search engines should know, in the order of the plan, and when they changed: made once for
/// all parts.
#[derive(Default)]
pub(crate) struct Listing {
    pages: Vec<(PageAt, Language)>,
    changed: HashMap<Node, Date>,
}

/// What the sitemap lists. Empty for a site without a base address, which has none.
pub(crate) fn listing(facts: &Facts) -> Listing {
    if facts.site.options.base_url.is_none() {
        return Listing::default();
    }
    let mut pages = pages(facts);
    pages.retain(|(page, _)| is_indexed(*page));
    Listing {
        pages,
        changed: changes(facts),
    }
}

/// Appends the index of sitemaps, or the only sitemap.
pub(crate) fn write(facts: &Facts, listing: &Listing, out: &mut Vec<u8>) {
    let parts = parts(listing.pages.len());
    if parts == 0 {
        return write_urls(addresses(facts, listing, 0..listing.pages.len()), out);
    }
    let base = facts.site.options.base_url.as_deref().unwrap_or_default();
    let mut xml = format!("{HEAD}<sitemapindex xmlns=\"{NAMESPACE}\">\n");
    for part in 1..=parts {
        xml.push_str("<sitemap><loc>");
        escape(base, &mut xml);
        xml.push_str(&format!("/sitemap-{part}.xml</loc></sitemap>\n"));
    }
    xml.push_str("</sitemapindex>\n");
    out.extend_from_slice(xml.as_bytes());
}

/// Appends one part, from 1.
pub(crate) fn write_part(facts: &Facts, listing: &Listing, part: usize, out: &mut Vec<u8>) {
    let end = (part * PER_PART).min(listing.pages.len());
    write_urls(addresses(facts, listing, (part - 1) * PER_PART..end), out);
}

fn write_urls(addresses: impl Iterator<Item = (String, Option<Date>)>, out: &mut Vec<u8>) {
    let mut xml = format!("{HEAD}<urlset xmlns=\"{NAMESPACE}\">\n");
    for (address, day) in addresses {
        xml.push_str("<url><loc>");
        escape(&address, &mut xml);
        xml.push_str("</loc>");
        if let Some(day) = day {
            xml.push_str(&format!("<lastmod>{day}</lastmod>"));
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    out.extend_from_slice(xml.as_bytes());
}

/// The addresses of a range of the pages, with the day of the last change where one is on record: that of the
/// newest report or amendment on the page.
fn addresses<'l>(
    facts: &'l Facts,
    listing: &'l Listing,
    range: Range<usize>,
) -> impl Iterator<Item = (String, Option<Date>)> + 'l {
    let base = facts.site.options.base_url.as_deref().unwrap_or_default();
    listing.pages[range].iter().map(move |&(page, language)| {
        let day = match page.spot {
            Spot::Node(node) => listing.changed.get(&node).copied(),
            _ => None,
        };
        (format!("{base}/{}", href::path(&facts.site, page, language)), day)
    })
}

/// The newest day on which something happened on a page.
fn changes(facts: &Facts) -> HashMap<Node, Date> {
    let mut changed = HashMap::new();
    // Events come newest first.
    for event in &facts.events {
        changed
            .entry(page_of(&facts.site, event.node).0)
            .or_insert(event.day);
    }
    changed
}
