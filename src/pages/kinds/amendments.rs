//! The list of every change to a commitment, and apart from them the slips in copying that have been mended.

use crate::facts::outline::{list_page, list_pages};
use crate::html::{Link, Passage};
use crate::model::AmendmentKind;
use crate::pages::parts::{amendment, item};
use crate::pages::{About, AmendmentView, Paging, Scope, frame};
use crate::site::{AmendmentIx, Happening, Node, Spot};
use serde::Serialize;

/// `amendments`.
#[derive(Debug, Serialize)]
pub(crate) struct Amendments<'a> {
    /// How many changes there are over all pages. Corrections of this record are none.
    pub total: usize,
    /// Newest first; those on this page. May be empty.
    pub rows: Vec<AmendmentRow<'a>>,
    /// Slips in copying that have been mended, behind all changes; those on this page. May be empty.
    pub transcriptions: Vec<AmendmentRow<'a>>,
    pub paging: Option<Paging>,
}

/// A change with what it changed.
#[derive(Debug, Serialize)]
pub(crate) struct AmendmentRow<'a> {
    pub commitment: Link<'a>,
    pub document: Passage<'a>,
    pub municipality: Passage<'a>,
    pub amendment: AmendmentView<'a>,
}

/// A page of the list.
pub(crate) fn amendments_page<'s>(scope: &Scope<'s>) -> (Amendments<'s>, About<'s>) {
    let events = scope.facts.events.iter().filter_map(|event| match event.what {
        Happening::Amendment(index) => Some(index),
        Happening::Report(_) => None,
    });
    let is_slip = |index: &AmendmentIx| scope.site[*index].kind == AmendmentKind::Transcription;
    let (slips, mut all): (Vec<_>, Vec<_>) = events.partition(is_slip);
    let total = all.len();
    all.extend(slips);
    let pages = list_pages(all.len());
    let shown = list_page(&all, scope.page.number).iter().enumerate();
    let (transcriptions, changes): (Vec<_>, Vec<_>) = shown.partition(|(_, change)| is_slip(change));
    let rows = |changes: Vec<(usize, &AmendmentIx)>| {
        let changes = changes.into_iter();
        changes.map(|(at, &index)| row(scope, index, at)).collect()
    };
    let view = Amendments {
        total,
        rows: rows(changes),
        transcriptions: rows(transcriptions),
        paging: item::paging(scope, pages),
    };
    let about = About {
        trail: vec![frame::crumb_to(scope, Spot::Updates, "title.updates")],
        pages,
        ..About::of_theme(scope, "amendments")
    };
    (view, about)
}

/// Changes of several commitments stand on one page, so their anchors are counted anew.
fn row<'s>(scope: &Scope<'s>, index: AmendmentIx, at: usize) -> AmendmentRow<'s> {
    let site = scope.site;
    let commitment = index.commitment;
    let document = site[commitment].document;
    let (page, _) = scope.facts.place_of(Node::Commitment(commitment));
    let href = scope.with_anchor(page, Some(&amendment::anchor(index.position())));
    AmendmentRow {
        commitment: Link {
            href,
            title: scope.title(Node::Commitment(commitment)),
        },
        document: scope.short_title(Node::Document(document)),
        municipality: scope.title(Node::Municipality(site[document].municipality)),
        amendment: AmendmentView {
            id: amendment::anchor(at),
            ..amendment::amendment_view(scope, index)
        },
    }
}
