//! Which parts of a site have a ledger, under which names: the site itself for its scale, each municipality
//! for its record and the reports on it, each document for everything else. What is sealed is the matter of
//! `crate::seal`.

use super::address::address;
use super::linked::Site;
use super::node::{DocumentIx, MunicipalityIx, Node};
use crate::model::ledger::Ledger;
use std::sync::Arc;

/// What has a ledger of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LedgerOwner {
    Site,
    Municipality(MunicipalityIx),
    Document(DocumentIx),
}

impl Site {
    /// Everything that has a ledger, which may be empty.
    pub(crate) fn ledger_owners(&self) -> impl Iterator<Item = LedgerOwner> {
        std::iter::once(LedgerOwner::Site)
            .chain(MunicipalityIx::all(self).map(LedgerOwner::Municipality))
            .chain(DocumentIx::all(self).map(LedgerOwner::Document))
    }

    /// What has been sealed of it.
    pub(crate) fn ledger(&self, owner: LedgerOwner) -> &Ledger {
        match owner {
            LedgerOwner::Site => &self.ledger,
            LedgerOwner::Municipality(index) => &self[index].ledger,
            LedgerOwner::Document(index) => &self[index].ledger,
        }
    }

    /// The file of what is sealed there.
    pub(crate) fn record_file(&self, owner: LedgerOwner) -> &Arc<str> {
        match owner {
            LedgerOwner::Site => &self.settings_file,
            LedgerOwner::Municipality(index) => &self[index].file,
            LedgerOwner::Document(index) => &self[index].file,
        }
    }

    /// The name of its ledger, without the ending: `site`, `atsugi/municipality`, `atsugi/manifesto`.
    pub(crate) fn ledger_name(&self, owner: LedgerOwner) -> String {
        match owner {
            LedgerOwner::Site => "site".to_owned(),
            LedgerOwner::Municipality(index) => format!("{}/municipality", self[index].id),
            LedgerOwner::Document(index) => address(self, Node::Document(index)),
        }
    }

    /// Where its ledger is published: `data/atsugi/manifesto.ledger.jsonl`.
    pub(crate) fn ledger_path(&self, owner: LedgerOwner) -> String {
        format!("data/{}.ledger.jsonl", self.ledger_name(owner))
    }

    /// Whose ledger keeps the reports on a node.
    pub(crate) fn ledger_owner_of(&self, node: Node) -> LedgerOwner {
        match (node, self.document_of(node)) {
            (_, Some(document)) => LedgerOwner::Document(document),
            (Node::Municipality(index), None) => LedgerOwner::Municipality(index),
            (Node::Department(index), None) => LedgerOwner::Municipality(self[index].municipality),
            (Node::Area(index), None) => LedgerOwner::Municipality(self[index].municipality),
            _ => LedgerOwner::Site,
        }
    }
}
