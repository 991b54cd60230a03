//! Rows of lists of commitments, and lists that go over several pages.

use crate::facts::outline;
use crate::html::{Link, Passage};
use crate::pages::parts::{counts, deadline, status};
use crate::pages::{Counts, Scope, StatusView};
use crate::site::{CommitmentIx, Node, PageAt, Spot};
use serde::Serialize;

/// A commitment as a row of a list.
#[derive(Debug, Serialize)]
pub(crate) struct Item<'a> {
    pub href: String,
    /// 公約, 取組, 方針 or 目標 in the page's language; absent where the whole document is of one kind.
    pub kind: Option<&'a str>,
    /// The id, which is how people refer to it: 24, 1-2-3.
    pub id: &'a str,
    /// The editors' short title.
    pub title: Passage<'a>,
    /// The wording, or its beginning and its end with `…` between them where it is long. Absent in lists that
    /// stay short, and where only actions carry the wording.
    pub excerpt: Option<Passage<'a>>,
    /// The deadline label as printed, with its language marked.
    pub deadline: Option<Passage<'a>>,
    /// On pages of another language: the label in words of that language.
    pub deadline_reading: Option<String>,
    /// The latest assessment. Absent where none is kept here, which is not a status.
    pub status: Option<StatusView<'a>>,
    /// How many actions the commitment has; 0 is not worth showing.
    pub actions: usize,
    /// Whether it lists another commitment again (再掲).
    pub relisting: bool,
}

/// Commitments of one document in a list across documents.
#[derive(Debug, Serialize)]
pub(crate) struct ItemGroup<'a> {
    /// `lead` or `support` on department pages; elsewhere absent.
    pub role: Option<&'static str>,
    /// The role in words.
    pub role_word: Option<&'a str>,
    pub document: Link<'a>,
    /// Its city, on pages that list those of several.
    pub municipality: Option<Passage<'a>>,
    /// How many the group has over all pages of the list.
    pub total: usize,
    /// How they have been judged.
    pub counts: Counts<'a>,
    /// Those on this page. Never empty.
    pub items: Vec<Item<'a>>,
}

/// Where a page stands in a list that goes over several pages. Absent when there is only one page.
#[derive(Debug, Serialize)]
pub(crate) struct Paging {
    /// From 1.
    pub page: usize,
    pub pages: usize,
    pub previous: Option<String>,
    pub next: Option<String>,
    /// The first, the last and those around this one.
    pub steps: Vec<PagingStep>,
}

/// A page number, or a gap between page numbers.
#[derive(Debug, Default, Serialize)]
pub(crate) struct PagingStep {
    /// Absent for a gap.
    pub number: Option<usize>,
    /// Absent for a gap and for the page itself.
    pub href: Option<String>,
}

/// How much of a commitment a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Detail {
    /// With the beginning of its wording.
    Excerpt,
    /// The title only, for lists inside longer pages.
    Title,
}

/// A commitment as a row.
pub(crate) fn item<'s>(scope: &Scope<'s>, index: CommitmentIx, detail: Detail) -> Item<'s> {
    let commitment = &scope.site[index];
    let record = &commitment.record;
    let node = Node::Commitment(index);
    let is_mixed = scope.facts.judged_in(commitment.document).is_mixed;
    let text = scope.site.text_of(index).filter(|_| detail == Detail::Excerpt);
    let label = scope.site.deadline_label_of(index);
    Item {
        href: scope.href_of(node),
        kind: is_mixed.then(|| scope.choice("commitment_kind", record.kind.word())),
        id: record.id.as_str(),
        title: scope.text(&record.title),
        excerpt: text.map(|text| scope.gist(text)),
        deadline: label.map(|label| scope.printed(label)),
        deadline_reading: deadline::reading_of(scope, &scope.site[commitment.document].record, label),
        status: status::status_of(scope, node),
        actions: record.actions.len(),
        relisting: commitment.relists.is_some(),
    }
}

/// One page of a list of commitments, by document. `all` is the whole list that the group's totals count.
pub(crate) fn groups<'s>(
    scope: &Scope<'s>,
    all: &[CommitmentIx],
    shown: &[CommitmentIx],
) -> Vec<ItemGroup<'s>> {
    let runs = outline::by_document(scope.site, shown).into_iter();
    let is_across = matches!(scope.page.spot, Spot::Node(Node::Subject(_)));
    runs.map(|(document, run)| ItemGroup {
        role: None,
        role_word: None,
        document: scope.link(Node::Document(document)),
        municipality: is_across
            .then(|| scope.text(&scope.site[scope.site[document].municipality].record.name)),
        total: outline::rows_in(scope.site, all, document).len(),
        counts: counts::counts(scope, outline::rows_in(scope.site, all, document)),
        items: scope.each(run, |scope, index| item(scope, index, Detail::Excerpt)),
    })
    .collect()
}

/// Where the page stands in a list of so many pages.
pub(crate) fn paging(scope: &Scope, pages: usize) -> Option<Paging> {
    if pages < 2 {
        return None;
    }
    let page = scope.page.number;
    let href = |number| scope.href(PageAt { number, ..scope.page });
    let mut steps = Vec::with_capacity(9);
    let mut last = 0;
    for number in (1..=pages).filter(|&number| number == 1 || number == pages || number.abs_diff(page) <= 2) {
        if number > last + 1 {
            steps.push(PagingStep::default());
        }
        steps.push(PagingStep {
            number: Some(number),
            href: (number != page).then(|| href(number)),
        });
        last = number;
    }
    Some(Paging {
        page,
        pages,
        previous: (page > 1).then(|| href(page - 1)),
        next: (page < pages).then(|| href(page + 1)),
        steps,
    })
}
