//! The page of an indicator: its latest value, a drawing of all values beside their targets, and the same as
//! a table.

use crate::facts::data_files;
use crate::html::{Html, Link};
use crate::pages::parts::{answer, chart, indicator};
use crate::pages::{About, Chart, IndicatorView, Scope, frame};
use crate::site::{IndicatorIx, Node};
use crate::theme::Filling;
use serde::Serialize;

/// `indicator`.
#[derive(Debug, Serialize)]
pub(crate) struct IndicatorPage<'a> {
    pub indicator: IndicatorView<'a>,
    /// The newest value, its period, its target and the result, in one sentence.
    pub answer: String,
    pub commitment: Link<'a>,
    /// Its values drawn; absent where there is none, and for a step that is reached or not.
    pub chart: Option<Chart<'a>>,
    /// The same as a file.
    pub csv: String,
    /// The day as of which it is shown.
    pub as_of: Html,
}

/// The page of an indicator.
pub(crate) fn indicator_page<'s>(scope: &Scope<'s>, index: IndicatorIx) -> (IndicatorPage<'s>, About<'s>) {
    let commitment = index.commitment;
    let node = Node::Indicator(index);
    let record = &scope.site[commitment];
    let view = IndicatorPage {
        indicator: indicator::indicator_view(scope, index),
        answer: answer::answer(scope, index),
        commitment: scope.link(Node::Commitment(commitment)),
        chart: chart::indicator_chart(scope, index),
        csv: scope.href_of_file(&data_files::path(scope.site, node)),
        as_of: scope.date(crate::model::Date::Day(scope.site.options.as_of)),
    };
    let title = scope.title(node);
    let document = scope.short_title(Node::Document(record.document));
    let fillings: [(&str, &dyn Filling); 2] = [("name", &title.text), ("document", &document.text)];
    let mut about = About {
        description: Some(scope.fill("summary.indicator", &fillings)),
        ..About::of_document(scope, title.clone(), record.document)
    };
    about
        .trail
        .push(frame::crumb(scope, Node::Commitment(commitment)));
    (view, about)
}
