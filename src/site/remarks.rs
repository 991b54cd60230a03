//! What pages say around the texts of the record: why two items are linked, and what a text said before it
//! was changed.

use super::linked::{BacklinkKind, Site};
use super::node::{AmendmentIx, Node};
use crate::model::{LinkKind, Text};

/// The reasons of the links of a node and of those that lead to it. The page shows them beside the other
/// item, and of two that say the same of each other its own.
pub(crate) fn reasons_of_links(site: &Site, node: Node) -> Vec<&Text> {
    let own = site.links_of(node);
    let mut reasons: Vec<&Text> = own.iter().map(|link| &link.reason).collect();
    // No page of an entry shows what leads to it.
    let backlinks = if matches!(node, Node::Term(_)) {
        &[]
    } else {
        site.backlinks(node)
    };
    for backlink in backlinks {
        let BacklinkKind::Link(kind, number) = backlink.kind else {
            continue;
        };
        let said = kind == LinkKind::Related
            && own
                .iter()
                .any(|link| link.kind == LinkKind::Related && link.to == backlink.from);
        let reason = site.links_of(backlink.from).get(number).map(|link| &link.reason);
        reasons.extend(reason.filter(|_| !said));
    }
    reasons
}

/// The words that an amendment changed; `None` where it changed something else than words.
pub(crate) fn before(site: &Site, index: AmendmentIx) -> Option<&Text> {
    let amendment = &site[index];
    let field = amendment.field.as_ref().filter(|_| amendment.is_rewording())?;
    let earlier = site.change_before(index).and_then(|earlier| earlier.to.as_ref());
    earlier.or_else(|| site.original_text(index.commitment, field))
}
