//! A site that has been read through: what its texts say of its parts, beside the site itself. It looks
//! nothing up in the texts again.

use super::linked::Site;
use super::node::{Node, TermIx};
use super::uses::{Usage, Uses, WordReadings};
use crate::model::Language;
use std::collections::HashMap;
use std::ops::{Deref, Range};

/// A site with what its texts name.
#[derive(Debug)]
pub struct ReadSite {
    /// The site itself, which its texts have not changed.
    pub site: Site,
    /// The pages on which texts link to a node, in the order of the texts.
    pub mentioned_on: HashMap<Node, Vec<Node>>,
    /// For each language, where terms are used. Empty on a site without a glossary.
    pub usage: Vec<Usage>,
    /// How words are read, for the search.
    pub readings: WordReadings,
}

impl ReadSite {
    /// The pages whose texts link to a node.
    pub(crate) fn mentioned_on(&self, node: Node) -> &[Node] {
        self.mentioned_on.get(&node).map_or(&[], Vec::as_slice)
    }

    /// Where a text in a language names terms.
    pub(crate) fn terms_in(&self, text: &str, language: Language) -> Vec<(TermIx, Range<usize>)> {
        let usage = self.usage.iter().find(|usage| usage.language == language);
        let found = usage.map_or_else(Vec::new, |usage| usage.lexicon.find(text));
        let named = found
            .into_iter()
            .map(|found| (TermIx::at(found.term), found.span));
        named.collect()
    }

    /// How pages in a language use a term; `None` on a site without a glossary.
    pub(crate) fn uses_of(&self, term: TermIx, language: Language) -> Option<&Uses> {
        let usage = self.usage.iter().find(|usage| usage.language == language)?;
        usage.uses.get(term.position())
    }
}

/// What asks for a site alone may have one that has been read.
impl Deref for ReadSite {
    type Target = Site;

    fn deref(&self) -> &Site {
        &self.site
    }
}
