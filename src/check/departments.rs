//! What a department that is named must satisfy: it exists in the years of which the record says that it is
//! responsible.

use crate::check::WORDS;
use crate::diagnostic::{Code, Diagnostic, Path, path_to};
use crate::model::{Commitment, FiscalYear, Responsibility};
use crate::site::{DepartmentIx, LinkedCommitment, LinkedResponsibility, Site, place};

/// Fiscal years of which either end may be open.
#[derive(Clone, Copy)]
struct OpenYears {
    from: Option<FiscalYear>,
    to: Option<FiscalYear>,
    /// Whether the record itself says them.
    stated: bool,
}

pub(crate) fn check(site: &Site, problems: &mut Vec<Diagnostic>) {
    for commitment in &site.commitments {
        // One whose department does not exist has been reported by linking, and the places would no longer
        // correspond.
        if commitment.departments.len() != commitment.record.departments.len() {
            continue;
        }
        for (at, named) in commitment.departments.iter().enumerate() {
            let years = years_of(site, commitment, named);
            if outside(site, named.lead, years) {
                let part = path_to![Commitment::departments, at, Responsibility::lead];
                problems.push(never_then(site, commitment, named.lead, years, part));
            }
            let written = &commitment.record.departments[at].support;
            for (number, support) in named.support.iter().enumerate() {
                if written.len() == named.support.len() && outside(site, *support, years) {
                    let part = path_to![Commitment::departments, at, Responsibility::support, number];
                    problems.push(never_then(site, commitment, *support, years, part));
                }
            }
        }
    }
}

/// The years that the record states, or those of its document where it states none.
fn years_of(site: &Site, commitment: &LinkedCommitment, named: &LinkedResponsibility) -> OpenYears {
    let stated = named.from.is_some() || named.to.is_some();
    let period = site[commitment.document].record.period.filter(|_| !stated);
    let first = period.map(|period| FiscalYear::containing(period.first_day()));
    let last = period.map(|period| FiscalYear::containing(period.last_day()));
    OpenYears {
        from: named.from.or(first),
        to: named.to.or(last),
        stated,
    }
}

/// Whether an end that the record states lies outside the years of the department. A document says nothing of
/// the years of departments, so its period need only share a year with them.
fn outside(site: &Site, department: DepartmentIx, years: OpenYears) -> bool {
    let record = &site[department].record;
    let before = |year: Option<FiscalYear>| year.zip(record.from).is_some_and(|(year, from)| year < from);
    let after = |year: Option<FiscalYear>| year.zip(record.to).is_some_and(|(year, to)| year > to);
    let apart = before(years.to) || after(years.from);
    apart || years.stated && (before(years.from) || after(years.to))
}

fn never_then(
    site: &Site,
    commitment: &LinkedCommitment,
    department: DepartmentIx,
    years: OpenYears,
    part: Path,
) -> Diagnostic {
    let record = &site[department].record;
    let exists = FiscalYear::span(record.from, record.to);
    let named = FiscalYear::span(years.from, years.to);
    let id = &record.id;
    WORDS.warning(
        Code::DepartmentYears,
        place::commitment(site, commitment, part),
        "department-years",
        &[
            ("id", &id),
            ("ja", &exists.ja),
            ("named_ja", &named.ja),
            ("en", &exists.en),
            ("named_en", &named.en),
        ],
    )
}
