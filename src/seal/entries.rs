//! The canonical value of everything that is sealed, with the place in the record where it stands.

use super::reports;
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
    /// The address of what it belongs to: `atsugi/manifesto/24`; an amendment adds its date,
    /// `atsugi/manifesto/24@2026-04-01`.
    pub address: String,
    /// Texts and lists of texts by the name of their field.
    pub value: Value,
    pub place: Place,
    /// Whether every character can be read surely. What cannot is not sealed.
    pub sure: bool,
    /// The day before which it is not sealed: an amendment that is still to come would be published with the
    /// ledger.
    pub from: Option<Day>,
    /// Whether it is a report. Reports come all the time, and nobody has to be told that a new one is not
    /// sealed yet.
    pub is_report: bool,
}

/// Everything of a document that can be sealed, in the order of the record.
pub fn entries(site: &Site, index: DocumentIx) -> Vec<Entry> {
    let mut entries = Vec::with_capacity(site[index].commitments.len() * 2);
    add_document(site, index, &mut entries);
    for &section in &site[index].sections {
        add_section(site, section, &mut entries);
    }
    let document = &site[index];
    for (at, tally) in (0u32..).zip(&document.record.tallies) {
        let parts = tally.parts.iter().map(|part| {
            let percent = part.percent.as_ref().map(|percent| percent.as_str());
            json!({"label": text(site, &part.label), "count": part.count.0, "percent": percent})
        });
        let value = json!({
            "about": text(site, &tally.about),
            "assessor": optional(site, tally.assessor.as_ref()),
            "discrepancy": optional(site, tally.discrepancy.as_ref()),
            "period": tally.period.map(|period| period.key()),
            "total": tally.total.0,
            "unit": optional(site, tally.unit.as_ref()),
            "parts": parts.collect::<Vec<_>>(),
            "excludes": optional(site, tally.excludes.as_ref()),
        });
        entries.push(Entry {
            address: address(site, Node::Tally(index, at)),
            value: compact(value),
            place: Place::yaml(&document.file, format!("tallies[{at}].id")),
            sure: true,
            from: None,
            is_report: false,
        });
    }
    for (at, table) in (0u32..).zip(&document.record.tables) {
        let row = |cells: &Vec<crate::model::table::Cell>| -> Vec<Value> {
            cells
                .iter()
                .map(|cell| cell.0.as_ref().map_or(Value::from(""), |cell| text(site, cell)))
                .collect()
        };
        let value = json!({
            "caption": text(site, &table.caption),
            "columns": table.columns.iter().map(|column| text(site, column)).collect::<Vec<_>>(),
            "rows": table.rows.iter().map(row).collect::<Vec<_>>(),
            "note": optional(site, table.note.as_ref()),
        });
        entries.push(Entry {
            address: address(site, Node::Table(index, at)),
            value: compact(value),
            place: Place::yaml(&document.file, format!("tables[{at}].id")),
            sure: true,
            from: None,
            is_report: false,
        });
    }
    reports::add(site, index, &mut entries);
    entries
}

/// What concerns a document as a whole, and each deadline label on its own, so that a label that an amendment
/// needs can be added later.
fn add_document(site: &Site, index: DocumentIx, entries: &mut Vec<Entry>) {
    let document = &site[index];
    let record = &document.record;
    let own = address(site, Node::Document(index));
    let value = json!({
        "kind": record.kind.word(),
        "author": optional(site, record.source.author.as_ref()),
        "period": record.period.map(|period| period.key()),
        "term_start": record.term_start.map(|date| date.key()),
    });
    entries.push(Entry {
        address: own.clone(),
        value: compact(value),
        place: Place::yaml(&document.file, "kind"),
        sure: true,
        from: None,
        is_report: false,
    });
    let mut labels: Vec<&str> = record.deadlines.keys().map(|label| &**label).collect();
    labels.extend(
        record
            .legend
            .iter()
            .map(|row| &*row.label)
            .filter(|label| !record.deadlines.contains_key(*label)),
    );
    for label in labels {
        let row = record.legend.iter().position(|row| *row.label == *label);
        let value = json!({
            "reckoned": record.deadlines.get(label).map(reckoned),
            "legend": row.map(|at| text(site, &record.legend[at].meaning)),
        });
        let place = match row {
            Some(at) => Place::yaml(&document.file, format!("legend[{at}].label")),
            None => Place::yaml(&document.file, "deadlines"),
        };
        entries.push(Entry {
            address: format!("{own}#{label}"),
            value: compact(value),
            place,
            sure: true,
            from: None,
            is_report: false,
        });
    }
}

fn add_section(site: &Site, index: SectionIx, entries: &mut Vec<Entry>) {
    let section = &site[index];
    let record = &section.record;
    let file = &site[section.document].file;
    let variants = record.variants.iter().map(|variant| text(site, &variant.text));
    let value = json!({
        "number": record.number.as_deref(),
        "called": optional(site, record.called.as_ref()),
        "heading": text(site, &record.heading),
        "variants": variants.collect::<Vec<_>>(),
    });
    let place = Place::yaml(file, format!("{}.heading", section.yaml));
    entries.push(Entry {
        address: address(site, Node::Section(index)),
        value: compact(value),
        place,
        sure: is_sure(&record.sic),
        from: None,
        is_report: false,
    });
    for (at, statement) in (0u32..).zip(&record.statements) {
        let value = json!({"text": text(site, &statement.text)});
        let place = Place::yaml(file, format!("{}.statements[{at}].text", section.yaml));
        entries.push(Entry {
            address: address(site, Node::Statement(index, at)),
            value,
            place,
            sure: is_sure(&statement.sic),
            from: None,
            is_report: false,
        });
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
    let place = |part: &str| {
        Place::yaml(
            &site[commitment.document].file,
            format!("{}.commitments[{}].{part}", section.yaml, commitment.in_section),
        )
    };
    let actions = record
        .actions
        .iter()
        .map(|action| (action.id.to_string(), text(site, &action.text)));
    let milestones = record.milestones.iter().map(|milestone| {
        let when = milestone
            .fy
            .map(|fy| format!("FY{}", fy.0))
            .or(milestone.date.map(|date| date.key()));
        json!({"text": text(site, &milestone.text), "when": when})
    });
    let value = json!({
        "kind": record.kind.word(),
        "milestones": milestones.collect::<Vec<_>>(),
        "relists": commitment.relists.map(|original| address(site, Node::Commitment(original))),
        "heading": optional(site, record.heading.as_ref()),
        "text": optional(site, record.text.as_ref()),
        "deadline": record.deadline.as_deref(),
        "actions": actions.collect::<Map<_, _>>(),
    });
    let sure = is_sure(&record.sic) && record.actions.iter().all(|action| is_sure(&action.sic));
    entries.push(Entry {
        address: own.clone(),
        value: compact(value),
        place: place("id"),
        sure,
        from: None,
        is_report: false,
    });
    for (at, one) in (0u32..).zip(&record.indicators) {
        let place = |part: &str| place(&format!("indicators[{at}].{part}"));
        add_indicator(
            site,
            (&address(site, Node::Indicator(index, at)), one),
            &place,
            entries,
        );
    }
    for (at, one) in record.amendments.iter().enumerate() {
        let date = one.date.key();
        let same_day = record.amendments[..at]
            .iter()
            .filter(|earlier| earlier.date == one.date)
            .count();
        let suffix = if same_day == 0 {
            String::new()
        } else {
            format!(".{}", same_day + 1)
        };
        entries.push(Entry {
            address: format!("{own}@{date}{suffix}"),
            value: amendment(site, one),
            place: place(&format!("amendments[{at}].date")),
            sure: true,
            from: Some(one.date.last_day()),
            is_report: false,
        });
    }
}

/// An indicator, and each of its targets on its own: a target for another year may be added, one that stands
/// may not be changed.
fn add_indicator(
    site: &Site,
    (own, record): (&str, &Indicator),
    place: &dyn Fn(&str) -> Place,
    entries: &mut Vec<Entry>,
) {
    let rate = json!({
        "formula": record.rate.formula.map(|formula| formula.word()),
        "cap": record.rate.cap.as_ref().map(|cap| cap.as_str()),
        "places": record.rate.places,
    });
    let value = json!({
        "name": text(site, &record.name),
        "unit": optional(site, record.unit.as_ref()),
        "direction": record.direction.map(|aim| aim.word()),
        "kind": record.kind.map(|measure| measure.word()),
        "base": optional(site, record.base.as_ref()),
        "definition": optional(site, record.definition.as_ref()),
        "rate": compact(rate),
        "replaces": record.replaces.as_ref().map(ToString::to_string),
    });
    entries.push(Entry {
        address: own.to_owned(),
        value: compact(value),
        place: place("id"),
        sure: true,
        from: None,
        is_report: false,
    });
    for (at, target) in record.targets.iter().enumerate() {
        let value = json!({
            "value": target.value.as_str(),
            "upper": target.upper.as_ref().map(|upper| upper.as_str()),
            "printed": target.printed.as_deref(),
        });
        let address = format!("{own}#{}", target.period.key());
        entries.push(Entry {
            address,
            value: compact(value),
            place: place(&format!("targets[{at}].period")),
            sure: true,
            from: None,
            is_report: false,
        });
    }
    for (at, none) in record.no_target.iter().enumerate() {
        let value = json!({"no_target": optional(site, none.why.as_ref())});
        let address = format!("{own}#{}", none.period.key());
        entries.push(Entry {
            address,
            value,
            place: place(&format!("no_target[{at}].period")),
            sure: true,
            from: None,
            is_report: false,
        });
    }
}

fn amendment(site: &Site, record: &Amendment) -> Value {
    compact(json!({
        "kind": record.kind.word(),
        "field": record.field.as_ref().map(ToString::to_string),
        "to": optional(site, record.to.as_ref()),
        "into": record.into.iter().map(|address| address.as_str()).collect::<Vec<_>>(),
        "reason": text(site, &record.reason),
        "decided_by": optional(site, record.decided_by.as_ref()),
        "evidence": record.evidence.iter().map(|piece| compact(json!({
            "title": text(site, &piece.title),
            "url": piece.url.as_ref().map(|url| url.as_str()),
            "document": piece.document.as_ref().map(|address| address.as_str()),
            "page": piece.page.as_deref(),
        }))).collect::<Vec<_>>(),
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
pub(super) fn text(site: &Site, text: &Text) -> Value {
    site.text(text, site.first_language()).1.into()
}

fn optional(site: &Site, one: Option<&Text>) -> Value {
    one.map_or(Value::Null, |one| text(site, one))
}

/// Fields that hold nothing are left out, so that a field koyaku learns later changes no value sealed before.
pub(super) fn compact(value: Value) -> Value {
    let Value::Object(fields) = value else {
        return value;
    };
    let empty = |value: &Value| match value {
        Value::Null => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => false,
    };
    Value::Object(fields.into_iter().filter(|(_, value)| !empty(value)).collect())
}
