//! `sitemap.xml`: the address of every page in every language. A large site gets an index and parts, because
//! a sitemap may hold 50,000 addresses and 50 MB at most (sitemaps.org), and half of that is easier on those
//! who read it.

use super::plan::{is_indexed, pages};
use super::{Facts, escape, href};
use crate::site::{Node, Spot, page_of};
use jiff::civil::Date;
use std::collections::HashMap;

/// How many addresses a part holds. With all their languages they take less than 10 MB.
const PER_PART: usize = 20_000;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// How many parts the sitemap has to be split into; 0 when one file holds it all.
pub fn parts(pages: usize) -> usize {
    if pages <= PER_PART {
        0
    } else {
        pages.div_ceil(PER_PART)
    }
}

/// Appends the index of sitemaps, or the only sitemap.
pub fn write(facts: &Facts, out: &mut Vec<u8>) {
    let all: Vec<(String, Option<Date>)> = addresses(facts).collect();
    let parts = parts(all.len());
    if parts == 0 {
        return write_urls(all.into_iter(), out);
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
pub fn write_part(facts: &Facts, part: usize, out: &mut Vec<u8>) {
    write_urls(addresses(facts).skip((part - 1) * PER_PART).take(PER_PART), out);
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

/// The address of every page that search engines should know, with the day of its last change where one is on
/// record: that of the newest report or amendment on it. In the order of the plan.
fn addresses(facts: &Facts) -> impl Iterator<Item = (String, Option<Date>)> {
    let base = facts.site.options.base_url.clone().unwrap_or_default();
    let changed = changes(facts);
    let indexed = pages(facts).into_iter().filter(|(page, _)| is_indexed(*page));
    indexed.map(move |(page, language)| {
        let day = match page.spot {
            Spot::Node(node) => changed.get(&node).copied(),
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
