//! The columns of the data files, in order: what their header rows say and what the page of data explains.

use crate::model::walk::{RecordOutline, Shape, Walk};
use crate::model::{Commitment, Document, Indicator};
use std::borrow::Cow;

/// A column, or one for each language of the site where it holds a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DataColumn {
    pub name: Cow<'static, str>,
    pub is_text: bool,
}

const fn value(name: &'static str) -> DataColumn {
    DataColumn {
        name: Cow::Borrowed(name),
        is_text: false,
    }
}

const fn text(name: &'static str) -> DataColumn {
    DataColumn {
        name: Cow::Borrowed(name),
        is_text: true,
    }
}

/// The kinds of file whose columns the page of data explains, in its order.
pub(crate) fn all() -> [(&'static str, Vec<DataColumn>); 6] {
    [
        ("city", city()),
        ("document", document()),
        ("statuses", STATUSES.to_vec()),
        ("steps", STEPS.to_vec()),
        ("indicator", indicator()),
        ("tally", TALLY.to_vec()),
    ]
}

/// What a theme calls the meaning of a column: `data_column.city_id`.
pub(crate) fn meaning(kind: &str, column: &DataColumn) -> String {
    format!("data_column.{kind}_{}", column.name)
}

/// The columns of the fields that a record exports, in its order: two for the ends of a period, one for a
/// list of parts, and those of a record that stands in a field under both names.
fn own<T: Walk + 'static>() -> Vec<DataColumn> {
    let outline = RecordOutline::of_type::<T>();
    let mut columns: Vec<DataColumn> = Vec::new();
    for leaf in outline.iter().filter(|leaf| leaf.field.meaning.exported) {
        let top = leaf.path.split(['.', '[']).next().unwrap_or_default();
        let Some(field) = T::FIELDS.iter().find(|field| field.name == top) else {
            continue;
        };
        let named = |name: String, is_text| DataColumn {
            name: name.into(),
            is_text,
        };
        let name = leaf.path.replace('.', "_");
        match leaf.shape {
            _ if !field.meaning.exported => {}
            _ if leaf.path.contains("[]") => columns.push(value(field.name)),
            Shape::Text => columns.push(named(name, true)),
            Shape::Period => columns.extend(["from", "to"].map(|end| named(format!("{name}_{end}"), false))),
            _ => columns.push(named(name, false)),
        }
    }
    columns.dedup();
    columns
}

/// The documents of a city: what they say of themselves, and how many commitments they hold.
pub(crate) fn city() -> Vec<DataColumn> {
    let (texts, values): (Vec<DataColumn>, Vec<DataColumn>) =
        own::<Document>().into_iter().partition(|column| column.is_text);
    [vec![value("id")], values, vec![value("commitments")], texts].concat()
}

/// The commitments of a document, with their place in it and their newest assessment.
pub(crate) fn document() -> Vec<DataColumn> {
    let behind = |column: DataColumn| -> Vec<DataColumn> {
        let more: &[&'static str] = match &*column.name {
            Commitment::id => &["position"],
            Commitment::relists => &[
                "status",
                "status_period_from",
                "status_period_to",
                "status_published",
            ],
            _ => &[],
        };
        std::iter::once(column)
            .chain(more.iter().map(|name| value(name)))
            .collect()
    };
    own::<Commitment>().into_iter().flat_map(behind).collect()
}

/// The targets and values of an indicator, and behind them what it says of itself.
pub(crate) fn indicator() -> Vec<DataColumn> {
    const OF_A_PERIOD: &[DataColumn] = &[
        value("period_from"),
        value("period_to"),
        value("target"),
        value("target_upper"),
        value("value"),
        value("state"),
        value("verdict"),
        value("report"),
    ];
    [OF_A_PERIOD, &own::<Indicator>()].concat()
}

/// How the commitments of a city or a document have been judged.
pub(crate) const STATUSES: &[DataColumn] = &[
    value("status"),
    text("label"),
    value("count"),
    value("percent"),
    value("assessed"),
    value("total"),
];

/// The dated steps that a document names.
pub(crate) const STEPS: &[DataColumn] = &[value("commitment"), text("text"), value("from"), value("to")];

/// The parts of a tally.
pub(crate) const TALLY: &[DataColumn] = &[
    text("label"),
    value("count"),
    value("percent_printed"),
    value("total"),
];
