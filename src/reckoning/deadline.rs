//! Where a deadline stands on a day. A deadline is never more than the record says: without the start of a
//! term no date follows from "within four years", and a document whose period has ended leaves nothing
//! overdue for its successor.

use crate::model::{Date, Deadline, FiscalYear};
use jiff::ToSpan;
use jiff::civil::{self, Date as Day};

/// What is known of a commitment's deadline on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeadlineState {
    /// The document prints no deadline.
    NoneStated,
    /// 常に: it has no end. `None` where the site has no review interval; else the day by which a report is
    /// due.
    Ongoing {
        /// The newest assessment and the review interval behind it; `None` where either is missing.
        review: Option<Day>,
    },
    /// 長期: no date is promised.
    LongTerm,
    /// Counted from the start of a term that no source states.
    StartUnknown,
    /// The last day has not come yet, and is more than six months away.
    Upcoming(Day),
    /// The last day comes within six months.
    DueSoon(Day),
    /// The last day is over, and a report made since judges the outcome.
    PassedWithReport(Day),
    /// The last day is over, and no report kept here judges the outcome. This is no statement that it was not
    /// met.
    PassedWithoutReport(Day),
    /// A report judges that it has been achieved. `None` where no date follows from the deadline.
    Met(Option<Day>),
    /// The period of the document is over, and with it the deadline.
    Closed(Option<Day>),
}

/// What the reports say, for the state of a deadline.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Judged {
    /// The newest assessment says that it has been achieved.
    pub achieved: bool,
    /// The day of the newest assessment.
    pub last: Option<Day>,
}

/// What a document contributes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DocumentTerm {
    /// The start of the term, where a source states it; `None` leaves "within n years" without a date.
    pub start: Option<Date>,
    /// The last day of the document's period.
    pub end: Option<Day>,
    /// How many months may pass between reports on an ongoing commitment.
    pub review_months: Option<u32>,
}

/// How long before its last day a deadline counts as near.
pub(crate) const NEAR_MONTHS: i32 = 6;

/// Where a dated step that a text names stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// The last day has not come yet, and is more than six months away.
    Upcoming(Day),
    /// The last day comes within six months.
    DueSoon(Day),
    /// The day is over. `reported` when an assessment has been made since.
    Passed {
        /// The last day of the step.
        day: Day,
        /// Whether the newest assessment was made on that day or later.
        reported: bool,
    },
    /// The day is over, and so is the period of the document, without an assessment since.
    Closed(Day),
}

impl StepState {
    /// The last day of the step.
    pub(crate) fn day(self) -> Option<Day> {
        match self {
            StepState::Upcoming(day)
            | StepState::DueSoon(day)
            | StepState::Closed(day)
            | StepState::Passed { day, .. } => Some(day),
        }
    }
}

impl DeadlineState {
    /// The last day on which the deadline is kept, where one follows from the record.
    pub(crate) fn day(self) -> Option<Day> {
        match self {
            DeadlineState::Upcoming(day)
            | DeadlineState::DueSoon(day)
            | DeadlineState::PassedWithReport(day)
            | DeadlineState::PassedWithoutReport(day) => Some(day),
            DeadlineState::Met(day) | DeadlineState::Closed(day) => day,
            DeadlineState::NoneStated
            | DeadlineState::Ongoing { .. }
            | DeadlineState::LongTerm
            | DeadlineState::StartUnknown => None,
        }
    }
}

/// The state of a milestone on a day.
pub fn step(day: Day, term: DocumentTerm, judged: Judged, as_of: Day) -> StepState {
    let reported = judged.last.is_some_and(|judged| judged >= day);
    match as_of <= day {
        true if is_near(day, as_of) => StepState::DueSoon(day),
        true => StepState::Upcoming(day),
        false if !reported && term.end.is_some_and(|end| as_of > end) => StepState::Closed(day),
        false => StepState::Passed { day, reported },
    }
}

/// The state of a deadline on a day.
pub fn state(deadline: Option<&Deadline>, term: DocumentTerm, judged: Judged, as_of: Day) -> DeadlineState {
    let Some(deadline) = deadline else {
        return DeadlineState::NoneStated;
    };
    let last = last_day(deadline, term.start);
    if judged.achieved && !matches!(deadline, Deadline::Ongoing) {
        return DeadlineState::Met(last);
    }
    if term.end.is_some_and(|end| as_of > end) {
        return DeadlineState::Closed(last);
    }
    match (deadline, last) {
        (Deadline::Ongoing, _) => DeadlineState::Ongoing {
            review: review(judged, term),
        },
        (Deadline::LongTerm, _) => DeadlineState::LongTerm,
        (_, None) => DeadlineState::StartUnknown,
        (_, Some(last)) if as_of <= last && is_near(last, as_of) => DeadlineState::DueSoon(last),
        (_, Some(last)) if as_of <= last => DeadlineState::Upcoming(last),
        (_, Some(last)) if judged.last.is_some_and(|judged| judged >= last) => {
            DeadlineState::PassedWithReport(last)
        }
        (_, Some(last)) => DeadlineState::PassedWithoutReport(last),
    }
}

/// The last day on which a deadline is kept; `None` where none follows from the record.
pub fn last_day(deadline: &Deadline, start: Option<Date>) -> Option<Day> {
    match deadline {
        Deadline::Ongoing | Deadline::LongTerm => None,
        // Within four years from 1 April is until 31 March (民法 第143条).
        Deadline::WithinYears { years } => {
            let anniversary = start?.first_day().checked_add(i32::from(*years).years()).ok()?;
            anniversary.checked_sub(1.day()).ok()
        }
        Deadline::ByDate { date } => Some(date.last_day()),
        Deadline::ByFiscalYear { fy } => Some(fy.last_day()),
    }
}

/// Whether a day that has not passed comes within six months.
pub(crate) fn is_near(last: Day, as_of: Day) -> bool {
    as_of
        .checked_add(NEAR_MONTHS.months())
        .map_or(true, |limit| last <= limit)
}

/// The last day of a milestone, which has a fiscal year or a date.
pub(crate) fn last_day_of_milestone(fy: Option<FiscalYear>, date: Option<Date>) -> Option<civil::Date> {
    fy.map(FiscalYear::last_day).or_else(|| date.map(Date::last_day))
}

fn review(judged: Judged, term: DocumentTerm) -> Option<Day> {
    let months = i32::try_from(term.review_months?).ok()?;
    judged.last?.checked_add(months.months()).ok()
}
