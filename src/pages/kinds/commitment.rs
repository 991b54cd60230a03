//! The page of a commitment.

use crate::html::{Html, Link, Passage};
use crate::model::{AmendedField, Assessor, Strength};
use crate::pages::parts::{
    amendment, caption, citation, deadline, indicator, link, milestone, quotation, report, responsibility,
    sentence, source, status,
};
use crate::pages::{
    About, AmendmentView, BodyView, BudgetRow, DeadlineView, IndicatorView, LinkGroup, MilestoneView,
    Quotation, ReportView, ResponsibilityView, Scope, StandingView, StatusView, body, excerpt, frame,
};
use crate::site::{ActionIx, BacklinkKind, CommitmentIx, DocumentIx, IndicatorIx, Node, SectionIx};
use serde::Serialize;

/// `commitment`.
#[derive(Debug, Serialize)]
pub(crate) struct CommitmentView<'a> {
    /// `pledge`, `initiative`, `policy` or `aim`.
    pub kind: &'static str,
    /// 公約 (only in manifestos), 取組, 方針 or 目標.
    pub kind_word: &'a str,
    /// The id, which is how people refer to it: 24, 1-2-3.
    pub id: &'a str,
    /// The editors' short title, for the `h1`. It must be marked as editorial.
    pub title: Passage<'a>,
    /// Whether it still stands: absent when it does, else in words what has become of it.
    pub standing: Option<StandingView<'a>>,
    /// The heading as printed, where the document prints one.
    pub heading: Option<Passage<'a>>,
    pub document: Link<'a>,
    pub municipality: Link<'a>,
    /// The original heading, on pages of another language where `heading` is a translation.
    pub original_heading: Option<Passage<'a>>,
    /// The wording. Absent only where actions carry it.
    pub quotation: Option<Quotation<'a>>,
    /// May be empty.
    pub actions: Vec<ActionView<'a>>,
    /// What has been judged, what the figures say, where deadline and dated steps stand: one sentence each.
    /// Never empty.
    pub sentence: Vec<Html>,
    /// What completing it would mean by its words (検討, 要望, 支援, 実施, 継続), in words.
    pub strength: Option<&'a str>,
    /// What the quotation is: word for word or changed, since when it is recorded here, and that the title is
    /// ours. Whole sentences.
    pub caption: String,
    /// Changes made until the day of the site, oldest first. May be empty.
    pub amendments: Vec<AmendmentView<'a>>,
    /// The document's period.
    pub period: Option<Html>,
    /// Slips in copying that have been mended. May be empty.
    pub transcriptions: Vec<AmendmentView<'a>>,
    /// The latest assessment of the commitment itself. Absent where none is kept here: the page then says
    /// exactly that.
    pub assessment: Option<Assessment<'a>>,
    /// The lasting text in plain words.
    pub introduction: Option<BodyView<'a>>,
    /// May be empty.
    pub milestones: Vec<MilestoneView<'a>>,
    /// May be empty.
    pub indicators: Vec<IndicatorView<'a>>,
    /// Reports on it and on its actions, newest first. May be empty.
    pub reports: Vec<ReportView<'a>>,
    /// Where the assessment of what is listed again stands: with the item that it lists.
    pub assessed_elsewhere: Option<Link<'a>>,
    /// May be empty.
    pub budget: Vec<BudgetRow>,
    /// The commitment that this one lists again (再掲).
    pub relists: Option<Link<'a>>,
    /// The commitments that list this one again. May be empty.
    pub relisted_by: Vec<Link<'a>>,
    /// By kind, forwards and backwards. May be empty.
    pub links: Vec<LinkGroup<'a>>,
    /// The section in which it stands, and the ones above it, outermost first. Never empty.
    pub sections: Vec<Link<'a>>,
    /// Absent where the document states none for it; then the document's period is what there is.
    pub deadline: Option<DeadlineView<'a>>,
    /// May be empty.
    pub departments: Vec<ResponsibilityView<'a>>,
    /// May be empty.
    pub subjects: Vec<Link<'a>>,
    /// May be empty.
    pub areas: Vec<Link<'a>>,
    /// 掲載順: its place in the document, from 1.
    pub position: usize,
    /// How many the document holds.
    pub positions: usize,
    /// The title of the source that the wording was taken from, where it is stated.
    pub source: Option<Passage<'a>>,
    /// What the source does not say about itself, as a sentence.
    pub source_unstated: Option<String>,
    /// A sentence that names the record, for citing it.
    pub citation: Html,
    /// The page's absolute address; absent without a base address.
    pub permalink: Option<String>,
}

/// One of the commitment's own statements.
#[derive(Debug, Serialize)]
pub(crate) struct ActionView<'a> {
    /// Its anchor.
    pub id: &'a str,
    pub quotation: Quotation<'a>,
    /// The latest assessment of this action, where one is kept here.
    pub status: Option<StatusView<'a>>,
}

/// The latest assessment, for the top of the page.
#[derive(Debug, Serialize)]
pub(crate) struct Assessment<'a> {
    pub status: StatusView<'a>,
    /// The city's own word as printed.
    pub label: Option<Passage<'a>>,
    pub assessor: Option<&'a str>,
    pub published: Option<Html>,
    /// The report on this page.
    pub href: String,
}

/// The page of a commitment.
pub(crate) fn commitment_page<'s>(scope: &Scope<'s>, index: CommitmentIx) -> (CommitmentView<'s>, About<'s>) {
    let commitment = &scope.site[index];
    let record = &commitment.record;
    let document = &scope.site[commitment.document];
    let node = Node::Commitment(index);
    let permalink = scope.absolute(scope.language);
    let title = scope.text(&record.title);
    let heading = scope.site.heading_of(index);
    let label = scope.site.deadline_label_of(index);
    let above = sections_above(scope, commitment.section);
    let assessment = assessment(scope, node);
    let departments = commitment.departments.iter();
    let departments = departments.map(|one| responsibility::responsibility_view(scope, one));
    let view = CommitmentView {
        kind: record.kind.word(),
        kind_word: scope.choice("commitment_kind", record.kind.word()),
        id: record.id.as_str(),
        heading: scope.optional(heading),
        original_heading: heading.and_then(|heading| scope.original(heading)),
        document: scope.link(Node::Document(commitment.document)),
        municipality: scope.link(Node::Municipality(document.municipality)),
        sections: scope.links(&above, Node::Section),
        quotation: scope.site.text_of(index).map(|text| {
            let is_amended = scope.site.is_amended(index, &AmendedField::Text);
            quotation::quotation(scope, text, if is_amended { &[] } else { &record.sic })
        }),
        actions: actions(scope, index),
        strength: scope.chosen("strength", scope.site.strength_of(index).map(Strength::word)),
        sentence: sentence::sentences(scope, index),
        caption: caption::caption(scope, index),
        deadline: label.map(|label| deadline::deadline_view(scope, &document.record, label)),
        period: document.record.period.map(|period| scope.period(period)),
        milestones: milestone::all(scope, index),
        assessed_elsewhere: commitment
            .relists
            .filter(|_| scope.site.reports_on(node).is_empty() && assessment.is_some())
            .map(|original| elsewhere(scope, commitment.document, original)),
        assessment,
        introduction: body::introduction(scope, node),
        indicators: indicator::all(scope, index),
        budget: responsibility::budgets(scope, index),
        reports: report::newest_first(scope, scope.site.reports_on(node), node, 3),
        departments: departments.collect(),
        subjects: scope.links(&commitment.subjects, Node::Subject),
        areas: scope.links(&commitment.areas, Node::Area),
        relists: commitment
            .relists
            .map(|original| elsewhere(scope, commitment.document, original)),
        relisted_by: relistings(scope, index),
        amendments: amendment::changes(scope, index, false),
        transcriptions: amendment::changes(scope, index, true),
        standing: amendment::standing(scope, index),
        links: link::groups(scope, &parts(scope, index), &commitment.links),
        position: commitment.position,
        positions: document.commitments.len(),
        source: scope.optional(document.record.source.title.as_ref()),
        source_unstated: source::unstated(scope, &document.record),
        citation: citation::commitment(scope, &title, commitment.document),
        permalink,
        title,
    };
    let (previous, next) = scope.neighbours(&document.commitments, index, Node::Commitment);
    let mut about = About {
        description: body::description(scope, Node::Commitment(index))
            .map(str::to_owned)
            .or_else(|| description(scope, index)),
        previous,
        next,
        ..About::of_document(scope, view.title.clone(), commitment.document)
    };
    let sections = above
        .iter()
        .map(|&section| frame::crumb(scope, Node::Section(section)));
    about.trail.extend(sections);
    (view, about)
}

/// A commitment and everything of it that others can point at.
fn parts(scope: &Scope, index: CommitmentIx) -> Vec<Node> {
    let mut parts = vec![Node::Commitment(index)];
    parts.extend(ActionIx::all_of(scope.site, index).map(Node::Action));
    parts.extend(IndicatorIx::all_of(scope.site, index).map(Node::Indicator));
    parts
}

fn actions<'s>(scope: &Scope<'s>, index: CommitmentIx) -> Vec<ActionView<'s>> {
    let actions = ActionIx::all_of(scope.site, index).map(|action| ActionView {
        id: scope.site[action].id.as_str(),
        quotation: action_wording(scope, action),
        status: status::status_of(scope, Node::Action(action)),
    });
    actions.collect()
}

fn action_wording<'s>(scope: &Scope<'s>, index: ActionIx) -> Quotation<'s> {
    let (text, action) = (scope.site.action_of(index), &scope.site[index]);
    let field = AmendedField::Action(action.id.clone());
    let is_amended = scope.site.is_amended(index.commitment, &field);
    quotation::quotation(scope, text, if is_amended { &[] } else { &action.sic })
}

fn assessment<'s>(scope: &Scope<'s>, node: Node) -> Option<Assessment<'s>> {
    let index = scope.site.assessment_of(node)?;
    let head = &scope.site[index].head;
    Some(Assessment {
        status: status::status(scope, index)?,
        label: report::printed_label(scope, index),
        assessor: scope.chosen("assessor", head.assessor.map(Assessor::word)),
        published: head.published.map(|date| scope.date(date)),
        href: scope.href_of_report(index),
    })
}

fn relistings<'s>(scope: &Scope<'s>, index: CommitmentIx) -> Vec<Link<'s>> {
    let backlinks = scope.site.backlinks(Node::Commitment(index)).iter();
    let relistings = backlinks.filter_map(|backlink| match (&backlink.kind, backlink.from) {
        (BacklinkKind::Relisting, Node::Commitment(relisting)) => {
            Some(elsewhere(scope, scope.site[index].document, relisting))
        }
        _ => None,
    });
    relistings.collect()
}

/// The link to a commitment; one of another document also names that document.
fn elsewhere<'s>(scope: &Scope<'s>, own: DocumentIx, index: CommitmentIx) -> Link<'s> {
    let link = scope.link(Node::Commitment(index));
    let document = scope.site[index].document;
    if document == own {
        return link;
    }
    let named = scope.short_title(Node::Document(document));
    Link {
        title: Passage {
            text: format!("{} – {}", named.text, link.title.text).into(),
            ..link.title
        },
        ..link
    }
}

/// The sections in which a section stands, outermost first, with itself.
fn sections_above(scope: &Scope, section: SectionIx) -> Vec<SectionIx> {
    let mut above: Vec<SectionIx> =
        std::iter::successors(Some(section), |section| scope.site[*section].parent).collect();
    above.reverse();
    above
}

fn description(scope: &Scope, index: CommitmentIx) -> Option<String> {
    let mut actions = ActionIx::all_of(scope.site, index);
    let action = || actions.next().map(|action| scope.site.action_of(action));
    let text = scope.site.text_of(index).or_else(action)?;
    let (language, text) = scope.site.text(text, scope.language);
    Some(excerpt::beginning(text, scope.writing_of(language)).into_owned())
}
