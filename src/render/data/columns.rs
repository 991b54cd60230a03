//! The columns of the data files, in order: what their header rows say and what the page of data explains.

/// A column, or one for each language of the site where it holds a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    pub name: &'static str,
    pub is_text: bool,
}

const fn value(name: &'static str) -> Column {
    Column { name, is_text: false }
}

const fn text(name: &'static str) -> Column {
    Column { name, is_text: true }
}

/// The documents of a city.
pub const CITY: &[Column] = &[
    value("id"),
    value("kind"),
    value("period_from"),
    value("period_to"),
    value("official"),
    value("commitments"),
    text("title"),
];

/// The commitments of a document.
pub const DOCUMENT: &[Column] = &[
    value("id"),
    value("position"),
    value("kind"),
    text("title"),
    text("text"),
    value("strength"),
    value("deadline"),
    value("relists"),
    value("status"),
    value("status_period_from"),
    value("status_period_to"),
    value("status_published"),
    value("milestones"),
];

/// The targets and values of an indicator.
pub const INDICATOR: &[Column] = &[
    value("period_from"),
    value("period_to"),
    value("target"),
    value("target_upper"),
    value("value"),
    value("state"),
    value("verdict"),
    value("report"),
    text("unit"),
];

/// How the commitments of a city or a document have been judged.
pub const STATUSES: &[Column] = &[
    value("status"),
    text("label"),
    value("count"),
    value("percent"),
    value("assessed"),
    value("total"),
];

/// The dated steps that a document names.
pub const STEPS: &[Column] = &[value("commitment"), text("text"), value("from"), value("to")];

/// The parts of a tally.
pub const TALLY: &[Column] = &[
    text("label"),
    value("count"),
    value("percent_printed"),
    value("total"),
];
