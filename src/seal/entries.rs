//! The canonical value of everything that is sealed, with the place in the record where it stands.

use crate::diagnostic::Place;
use crate::model::amendment::Amendment;
use crate::model::bilingual::Text;
use crate::model::choice::Certainty;
use crate::model::commitment::Sic;
use crate::model::deadline::Deadline;
use crate::model::indicator::Indicator;
use crate::site::{CommitmentIx, DocumentIx, Node, SectionIx, Site, address};
use jiff::civil::Date as Day;
use serde_json::{Map, Value, json};

/// A sealed value of a record.
#[derive(Debug)]
pub struct Entry {
    /// The address of what it belongs to: `atsugi/manifesto/24`; an amendment adds its date, `atsugi/manifesto/24@2026-04-01`.
    pub address: String,
    /// Texts and lists of texts by the name of their field.
    pub value: Value,
    pub place: Place,
    /// Whether every character can be read surely. What cannot is not sealed.
    pub sure: bool,
    /// The day before which it is not sealed: an amendment that is still to come would be published with the ledger.
    pub from: Option<Day>,
}

/// Everything of a document that can be sealed, in the order of the record.
pub fn entries(site: &Site, index: DocumentIx) -> Vec<Entry> {
    let mut entries = Vec::with_capacity(site[index].commitments.len() * 2);
    entries.extend(Some(document(site, index)).filter(|entry| entry.value != json!({})));
    for &section in &site[index].sections {
        add_section(site, section, &mut entries);
    }
    let document = &site[index];
    for (at, tally) in (0u32..).zip(&document.record.tallies) {
        let parts = tally.parts.iter().map(|part| json!({"label": text(site, &part.label), "count": part.count.0, "percent": part.percent.as_ref().map(|percent| percent.as_str())}));
        let value = json!({
            "period": tally.period.map(|period| period.key()),
            "total": tally.total.0,
            "unit": optional(site, tally.unit.as_ref()),
            "parts": parts.collect::<Vec<_>>(),
            "excludes": optional(site, tally.excludes.as_ref()),
        });
        entries.push(Entry { address: address(site, Node::Tally(index, at)), value: compact(value), place: Place::yaml(&document.file, format!("tallies[{at}].id")), sure: true, from: None });
    }
    for (at, table) in (0u32..).zip(&document.record.tables) {
        let row = |cells: &Vec<crate::model::table::Cell>| -> Vec<Value> { cells.iter().map(|cell| cell.0.as_ref().map_or(Value::from(""), |cell| text(site, cell))).collect() };
        let value = json!({
            "caption": text(site, &table.caption),
            "columns": table.columns.iter().map(|column| text(site, column)).collect::<Vec<_>>(),
            "rows": table.rows.iter().map(row).collect::<Vec<_>>(),
            "note": optional(site, table.note.as_ref()),
        });
        entries.push(Entry { address: address(site, Node::Table(index, at)), value: compact(value), place: Place::yaml(&document.file, format!("tables[{at}].id")), sure: true, from: None });
    }
    entries
}

fn document(site: &Site, index: DocumentIx) -> Entry {
    let document = &site[index];
    let record = &document.record;
    let legend = record.legend.iter().map(|row| (row.label.to_string(), text(site, &row.meaning)));
    let deadlines = record.deadlines.iter().map(|(label, deadline)| (label.to_string(), Value::from(reckoned(deadline))));
    let value = json!({
        "term_start": record.term_start.map(|date| date.key()),
        "legend": legend.collect::<Map<_, _>>(),
        "deadlines": deadlines.collect::<Map<_, _>>(),
    });
    Entry { address: address(site, Node::Document(index)), value: compact(value), place: Place::yaml(&document.file, "title"), sure: true, from: None }
}

fn add_section(site: &Site, index: SectionIx, entries: &mut Vec<Entry>) {
    let section = &site[index];
    let record = &section.record;
    let file = &site[section.document].file;
    let value = json!({"number": record.number.as_deref(), "heading": text(site, &record.heading)});
    let place = Place::yaml(file, format!("{}.heading", section.yaml));
    entries.push(Entry { address: address(site, Node::Section(index)), value: compact(value), place, sure: is_sure(&record.sic), from: None });
    for (at, statement) in (0u32..).zip(&record.statements) {
        let value = json!({"text": text(site, &statement.text)});
        let place = Place::yaml(file, format!("{}.statements[{at}].text", section.yaml));
        entries.push(Entry { address: address(site, Node::Statement(index, at)), value, place, sure: is_sure(&statement.sic), from: None });
    }
    for &commitment in &section.commitments {
        add_commitment(site, commitment, entries);
    }
    for &child in &section.sections {
        add_section(site, child, entries);
    }
}

fn add_commitment(site: &Site, index: CommitmentIx, entries: &mut Vec<Entry>) {
    let commitment = &site[index];
    let record = &commitment.record;
    let own = address(site, Node::Commitment(index));
    let section = &site[commitment.section];
    let place = |part: &str| Place::yaml(&site[commitment.document].file, format!("{}.commitments[{}].{part}", section.yaml, commitment.in_section));
    let actions = record.actions.iter().map(|action| (action.id.to_string(), text(site, &action.text)));
    let indicators = record.indicators.iter().map(|one| (one.id.to_string(), indicator(site, one)));
    let value = json!({
        "heading": optional(site, record.heading.as_ref()),
        "text": optional(site, record.text.as_ref()),
        "deadline": record.deadline.as_deref(),
        "actions": actions.collect::<Map<_, _>>(),
        "indicators": indicators.collect::<Map<_, _>>(),
    });
    let sure = is_sure(&record.sic) && record.actions.iter().all(|action| is_sure(&action.sic));
    entries.push(Entry { address: own.clone(), value: compact(value), place: place("id"), sure, from: None });
    for (at, one) in record.amendments.iter().enumerate() {
        let date = one.date.key();
        let same_day = record.amendments[..at].iter().filter(|earlier| earlier.date == one.date).count();
        let suffix = if same_day == 0 { String::new() } else { format!(".{}", same_day + 1) };
        entries.push(Entry {
            address: format!("{own}@{date}{suffix}"),
            value: amendment(site, one),
            place: place(&format!("amendments[{at}].date")),
            sure: true,
            from: Some(one.date.last_day()),
        });
    }
}

fn indicator(site: &Site, record: &Indicator) -> Value {
    let targets = record.targets.iter().map(|target| {
        let ends = json!({"value": target.value.as_str(), "upper": target.upper.as_ref().map(|upper| upper.as_str()), "printed": target.printed.as_deref()});
        (target.period.key(), compact(ends))
    });
    compact(json!({
        "name": text(site, &record.name),
        "unit": optional(site, record.unit.as_ref()),
        "direction": record.direction.map(|aim| aim.word()),
        "kind": record.kind.map(|measure| measure.word()),
        "base": optional(site, record.base.as_ref()),
        "definition": optional(site, record.definition.as_ref()),
        "targets": targets.collect::<Map<_, _>>(),
        "no_target": record.no_target.iter().map(|none| none.period.key()).collect::<Vec<_>>(),
        "replaces": record.replaces.as_ref().map(ToString::to_string),
    }))
}

fn amendment(site: &Site, record: &Amendment) -> Value {
    compact(json!({
        "kind": record.kind.word(),
        "field": record.field.as_ref().map(ToString::to_string),
        "to": optional(site, record.to.as_ref()),
        "into": record.into.iter().map(|address| address.as_str()).collect::<Vec<_>>(),
        "reason": text(site, &record.reason),
        "decided_by": optional(site, record.decided_by.as_ref()),
    }))
}

/// How a deadline is reckoned, as one text.
fn reckoned(deadline: &Deadline) -> String {
    match deadline {
        Deadline::Ongoing => "ongoing".to_owned(),
        Deadline::LongTerm => "long_term".to_owned(),
        Deadline::WithinYears { years } => format!("within_years {years}"),
        Deadline::ByDate { date } => format!("by_date {}", date.key()),
        Deadline::ByFiscalYear { fy } => format!("by_fiscal_year FY{}", fy.0),
    }
}

fn is_sure(readings: &[Sic]) -> bool {
    readings.iter().all(|sic| sic.sure == Certainty::Yes)
}

/// The text in the language of the sources, else in whatever language it has.
fn text(site: &Site, text: &Text) -> Value {
    site.text(text, site.first_language()).1.into()
}

fn optional(site: &Site, one: Option<&Text>) -> Value {
    one.map_or(Value::Null, |one| text(site, one))
}

/// Fields that hold nothing are left out, so that a field koyaku learns later changes no value sealed before.
fn compact(value: Value) -> Value {
    let Value::Object(fields) = value else { return value };
    let empty = |value: &Value| match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    };
    Value::Object(fields.into_iter().filter(|(_, value)| !empty(value)).collect())
}
