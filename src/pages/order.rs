//! The order in which names stand in a list: by reading in Japanese, by the title shown in every other
//! language. Both follow the collation of ICU, so that capitals, accents and voiced kana stand where readers
//! look for them. Lists in printed order are not its matter.

use crate::facts::term_order::collator;
use crate::pages::Scope;
use crate::site::Node;
use std::borrow::Cow;

/// Nodes in the order in which a page lists them. In Japanese, what has no reading follows as it was given.
pub(crate) fn by_name(scope: &Scope, nodes: Vec<Node>) -> Vec<Node> {
    let collator = collator(scope.language);
    let key = |node: Node| match scope.language.is_japanese() {
        true => scope.reading_of(node).map(Cow::Borrowed),
        false => Some(scope.title(node).text),
    };
    let mut keyed: Vec<_> = nodes.into_iter().map(|node| (key(node), node)).collect();
    keyed.sort_by(|(one, _), (other, _)| match (one, other) {
        (Some(one), Some(other)) => collator.compare(one, other),
        _ => one.is_none().cmp(&other.is_none()),
    });
    keyed.into_iter().map(|(_, node)| node).collect()
}
