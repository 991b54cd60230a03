//! Looks for every term in every text, in each language of the site.

use crate::lexicon::{Lexicon, TermNames};
use crate::model::Language;
use crate::site::{
    LinkedTerm, Mention, Node, Piece, Site, TermIx, TermUse, TextSource, Usage, Uses, page_of, pieces,
    sources,
};
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};

/// For each language where terms are used, those of `mentioned_on` among them, on whose pages links lead to a
/// term. Empty on a site without a glossary.
pub(crate) fn usage(site: &Site, mentioned_on: &HashMap<Node, Vec<Node>>) -> Vec<Usage> {
    if site.terms.is_empty() {
        return Vec::new();
    }
    let languages = site.languages();
    let lexicons: Vec<Lexicon> = languages
        .iter()
        .map(|&language| lexicon(site, language))
        .collect();
    let sources = sources(site);
    let uses: Vec<Vec<Uses>> = languages
        .iter()
        .map(|&language| search(site, &sources, language, &lexicons, mentioned_on))
        .collect();
    let all = languages.iter().zip(lexicons).zip(uses);
    all.map(|((&language, lexicon), uses)| Usage {
        language,
        lexicon,
        uses,
    })
    .collect()
}

/// The names of all terms in a language: the term, what it stands for, how else it is called. An abbreviation
/// counts in every language.
fn lexicon(site: &Site, language: Language) -> Lexicon {
    let names = site.terms.iter().map(|term| {
        let text = term.texts.iter().find(|text| text.prose.language == language);
        let mut names: Vec<&str> = text.map_or_else(Vec::new, |text| {
            std::iter::once(&*text.term).chain(text.other_names()).collect()
        });
        names.extend(term.abbreviation.as_deref());
        TermNames {
            names,
            not_inside: not_inside(term),
        }
    });
    Lexicon::new(&names.collect::<Vec<_>>())
}

fn not_inside(term: &LinkedTerm) -> Vec<&str> {
    term.not_inside.iter().map(|word| &**word).collect()
}

/// For each term its uses in the pages of one language. A text that is not translated is searched for the
/// names of its own language.
fn search(
    site: &Site,
    sources: &[TextSource],
    language: Language,
    lexicons: &[Lexicon],
    mentioned_on: &HashMap<Node, Vec<Node>>,
) -> Vec<Uses> {
    let found: Vec<Vec<(TermIx, Mention)>> = sources
        .par_iter()
        .map(|&source| in_source(site, source, language, lexicons))
        .collect();
    let mut all: Vec<Uses> = vec![Uses::default(); site.terms.len()];
    for (source, found) in sources.iter().zip(found) {
        for (term, mention) in found {
            all[term.position()].add(*source, mention);
        }
    }
    let order: HashMap<TextSource, usize> = sources
        .iter()
        .enumerate()
        .map(|(at, source)| (*source, at))
        .collect();
    for (term, uses) in TermIx::all(site).zip(&mut all) {
        if let Some(linked) = mentioned_on.get(&Node::Term(term)) {
            add_linked(site, linked, uses, &order);
        }
    }
    all
}

/// Adds the pages on which a link leads to the term without naming it, of those on which any does. A page
/// that names it, with its parts, is not listed again.
fn add_linked(site: &Site, linked: &[Node], uses: &mut Uses, order: &HashMap<TextSource, usize>) {
    let pages: HashSet<Node> = uses
        .places
        .iter()
        .filter_map(|place| Some(page_of(site, node_of(site, place.source)?).0))
        .collect();
    let mut linked: Vec<Node> = linked
        .iter()
        .copied()
        .filter(|node| !pages.contains(node))
        .collect();
    linked.sort();
    linked.dedup();
    if linked.is_empty() {
        return;
    }
    uses.places.extend(linked.into_iter().map(|node| TermUse {
        source: TextSource::Node(node),
        mentions: 0..0,
    }));
    uses.places.sort_by_key(|place| order.get(&place.source).copied());
}

fn in_source(
    site: &Site,
    source: TextSource,
    language: Language,
    lexicons: &[Lexicon],
) -> Vec<(TermIx, Mention)> {
    let mut uses = Vec::new();
    for (number, Piece { text, language, .. }) in pieces(site, source, language).into_iter().enumerate() {
        let Some(place) = site.languages().iter().position(|known| *known == language) else {
            continue;
        };
        for found in lexicons[place].find(&text) {
            let term = TermIx::at(found.term);
            if source != TextSource::Node(Node::Term(term)) {
                uses.push((term, Mention::new(number, found.span)));
            }
        }
    }
    uses
}

/// What a source belongs to; `None` for the home page, which is of no node.
fn node_of(site: &Site, source: TextSource) -> Option<Node> {
    match source {
        TextSource::Home => None,
        TextSource::Node(node) => Some(node),
        TextSource::Report(report) => Some(site[report].node),
    }
}
