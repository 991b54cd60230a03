//! Who is responsible for a commitment, and its money.

use crate::html::{Html, Link, format};
use crate::model::Figure;
use crate::pages::Scope;
use crate::pages::parts::card;
use crate::site::{CommitmentIx, Node};
use crate::{model, site};
use serde::Serialize;

/// Who is responsible.
#[derive(Debug, Serialize)]
pub(crate) struct ResponsibilityView<'a> {
    pub lead: Link<'a>,
    /// May be empty.
    pub support: Vec<Link<'a>>,
    /// In which fiscal years, where that is known.
    pub years: Option<Html>,
}

/// The money of one fiscal year, in thousands of yen, with separators.
#[derive(Debug, Serialize)]
pub(crate) struct BudgetRow {
    pub year: Html,
    pub initial: Option<String>,
    pub revised: Option<String>,
    pub settled: Option<String>,
}

/// A row of responsibilities.
pub(crate) fn responsibility_view<'s>(
    scope: &Scope<'s>,
    one: &'s site::LinkedResponsibility,
) -> ResponsibilityView<'s> {
    ResponsibilityView {
        lead: scope.link(Node::Department(one.lead)),
        support: scope.links(&one.support, Node::Department),
        years: card::years(scope, one.from, one.to),
    }
}

/// The money of a commitment, year by year: those that have begun, and what was settled of those that are
/// over.
pub(crate) fn budgets(scope: &Scope, index: CommitmentIx) -> Vec<BudgetRow> {
    let day = scope.site.day_for(Some(scope.site[index].document));
    let current = scope.site.budget_of(index);
    let begun = current.iter().filter(|row| row.fy.first_day() <= day);
    begun.map(|row| budget(scope, row, day)).collect()
}

fn budget(scope: &Scope, row: &model::Budget, day: jiff::civil::Date) -> BudgetRow {
    let figure = |figure: &Option<Figure>| {
        let figure = figure.as_ref()?;
        Some(format::figure(figure, scope.writing()))
    };
    BudgetRow {
        year: scope.fiscal_year(row.fy),
        initial: figure(&row.initial),
        revised: figure(&row.revised),
        settled: figure(&row.settled).filter(|_| row.fy.last_day() < day),
    }
}
