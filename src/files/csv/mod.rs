//! Data files: the figures of drawings and tables as CSV. UTF-8 with a byte order mark, so that Excel reads
//! it; ISO dates; one header row of stable names; no merged or formatted cells
//! (総務省「統計表における機械判読可能なデータの表記方法の統一ルール」). Numbers stay numbers.

mod counted;

use crate::diagnostic::{Path, Step};
use crate::facts::columns::DataColumn;
use crate::facts::data_files::FileSize;
use crate::facts::{columns, outline};
use crate::html::format;
use crate::model::walk::{Field, Leaf, Visitor, Walk};
use crate::model::{Period, Table, Tally, TallyPart, Target, Text, ValueState};
use crate::pages::parts::indicator::target_of;
use crate::pages::{Basis, Scope};
use crate::reckoning::indicator as reckoning;
use crate::reckoning::indicator::Verdict;
use crate::site::{DataFile, DocumentIx, IndicatorIx, MunicipalityIx, Node, Site, address};
use csv::Writer;
use std::borrow::Cow;
use std::collections::HashMap;

/// How long a file is.
pub(crate) fn measure(basis: &Basis, file: DataFile) -> FileSize {
    let mut bytes = Vec::new();
    let rows = write(basis, file, &mut bytes);
    FileSize {
        rows,
        bytes: bytes.len(),
    }
}

/// Appends a file and returns how many rows it has below its header. Texts stand in every language of the
/// site, each in a column of its own.
pub(crate) fn write(basis: &Basis, file: DataFile, out: &mut Vec<u8>) -> usize {
    out.extend_from_slice("\u{feff}".as_bytes());
    let scope = Scope::for_files(basis, basis.facts.site.first_language());
    let mut sheet = Sheet {
        site: &basis.facts.site,
        writer: csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(out),
        rows: 0,
    };
    match file {
        DataFile::Of(Node::Municipality(index)) => municipality(&basis.facts.site, index, &mut sheet),
        DataFile::Of(Node::Document(index)) => document(&scope, index, &mut sheet),
        DataFile::Of(Node::Indicator(index)) => indicator(&scope, index, &mut sheet),
        DataFile::Of(Node::Tally(index)) => tally(&basis.facts.site[index], &mut sheet),
        DataFile::Of(Node::Table(index)) => table(&basis.facts.site[index], &mut sheet),
        DataFile::Statuses(Node::Municipality(index)) => {
            counted::statuses(basis.facts.counted_in_city(index), &mut sheet);
        }
        DataFile::Statuses(Node::Document(index)) => {
            counted::statuses(basis.facts.counted_in_document(index), &mut sheet);
        }
        DataFile::Steps(index) => counted::steps(index, &mut sheet),
        DataFile::Of(_) | DataFile::Statuses(_) => {}
    }
    sheet.rows.saturating_sub(1)
}

struct Sheet<'a, W: std::io::Write> {
    site: &'a Site,
    writer: Writer<W>,
    /// How many have been written, with the header.
    rows: usize,
}

impl<W: std::io::Write> Sheet<'_, W> {
    fn row(&mut self, cells: Vec<String>) {
        self.writer
            .write_record(&cells)
            .expect("a list of bytes takes every row, and all rows are of one length");
        self.rows += 1;
    }

    /// The header row.
    fn head(&mut self, columns: &[DataColumn]) {
        let names = columns.iter().flat_map(|column| match column.is_text {
            true => self.columns(&column.name),
            false => vec![column.name.to_string()],
        });
        self.row(names.collect());
    }

    /// The names of the columns of a text: `title_ja`, `title_en`.
    fn columns(&self, name: &str) -> Vec<String> {
        let languages = self.site.languages().iter();
        languages
            .map(|language| format!("{name}_{}", language.as_str()))
            .collect()
    }

    /// A text in every language, empty where it is missing.
    fn texts(&self, text: Option<&Text>) -> Vec<String> {
        let first = self.site.first_language();
        let in_language = |language| text.and_then(|text| text.get(language, first)).map(safe);
        let languages = self.site.languages().iter();
        languages
            .map(|&language| in_language(language).unwrap_or_default())
            .collect()
    }
}

/// A text that a spreadsheet would take for a formula gets an apostrophe before it.
fn safe(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn ends(period: Period) -> [String; 2] {
    [period.first_day().to_string(), period.last_day().to_string()]
}

/// The documents of a city with the time that each is about.
fn municipality(site: &Site, index: MunicipalityIx, sheet: &mut Sheet<impl std::io::Write>) {
    let columns = columns::city();
    sheet.head(&columns);
    for &document in &site[index].documents {
        let mut cells = Cells::from_record(&site[document].record, sheet);
        cells.put("id", &site[document].id);
        cells.put("commitments", outline::listed_once(site, document).count());
        sheet.row(cells.in_order(&columns));
    }
}

/// The commitments of a document, as they hold, with their newest assessment.
fn document(scope: &Scope, index: DocumentIx, sheet: &mut Sheet<impl std::io::Write>) {
    let site = scope.site;
    let columns = columns::document();
    sheet.head(&columns);
    for &commitment in &site[index].commitments {
        let mut cells = Cells::from_record(&*site.current_of(commitment), sheet);
        cells.put("position", site[commitment].position);
        if let Some(report) = site.assessment_of(Node::Commitment(commitment)) {
            let report = &site[report];
            if let Some(status) = report.status {
                cells.put("status", &site[status].id);
            }
            if let Some([from, to]) = report.head.period.map(ends) {
                cells.put("status_period_from", from);
                cells.put("status_period_to", to);
            }
            if let Some(published) = report.head.published {
                cells.put("status_published", format::iso(published));
            }
        }
        sheet.row(cells.in_order(&columns));
    }
}

/// The cells of one row by the names of their columns: the exported fields of records, and what is put beside
/// them.
#[derive(Clone)]
struct Cells {
    languages: usize,
    cells: HashMap<Cow<'static, str>, Vec<String>>,
}

impl Cells {
    fn none(sheet: &Sheet<impl std::io::Write>) -> Self {
        Self {
            languages: sheet.site.languages().len(),
            cells: HashMap::new(),
        }
    }

    fn from_record<T: Walk>(record: &T, sheet: &Sheet<impl std::io::Write>) -> Self {
        let mut exporting = Exporting {
            fields: T::FIELDS,
            texts: &|text| sheet.texts(Some(text)),
            cells: HashMap::new(),
        };
        record.walk(&mut Path::default(), &mut exporting);
        Self {
            cells: exporting.cells,
            ..Self::none(sheet)
        }
    }

    fn put(&mut self, column: &'static str, cell: impl ToString) {
        self.cells.insert(column.into(), vec![cell.to_string()]);
    }

    /// Adds the cells of another record, some of them under the names of other columns.
    fn join(&mut self, other: Self, renamed: &[(&'static str, &'static str)]) {
        self.cells.extend(other.cells.into_iter().map(|(name, cells)| {
            let other = renamed.iter().find(|(field, _)| *field == name);
            (other.map_or(name, |(_, column)| (*column).into()), cells)
        }));
    }

    /// A cell for every column; empty where nothing is known.
    fn in_order(mut self, columns: &[DataColumn]) -> Vec<String> {
        let row = columns.iter().flat_map(|column| {
            let width = if column.is_text { self.languages } else { 1 };
            let cells = self.cells.remove(&column.name);
            cells.unwrap_or_else(|| vec![String::new(); width])
        });
        row.collect()
    }
}

/// Gathers what the fields of a record export. What stands in a list of parts shares one cell.
struct Exporting<'t> {
    fields: &'static [Field],
    texts: &'t dyn Fn(&Text) -> Vec<String>,
    cells: HashMap<Cow<'static, str>, Vec<String>>,
}

impl<'a> Visitor<'a> for Exporting<'_> {
    fn leaf(&mut self, field: &'static Field, leaf: Leaf<'a>, path: &Path) {
        let Some(Step::Field(top)) = path.steps().first() else {
            return;
        };
        let own = self.fields.iter().find(|own| own.name == *top);
        if !field.meaning.exported || own.is_none_or(|own| !own.meaning.exported) {
            return;
        }
        let is_in_list = path.steps().iter().any(|step| !matches!(step, Step::Field(_)));
        if is_in_list {
            // A text in a list has a file of its own.
            let written = match leaf {
                Leaf::Value(value) => value.written(),
                Leaf::Period(period) => period.key(),
                Leaf::Text(_) | Leaf::Words(_) => return,
            };
            let cell = self.cells.entry((*top).into()).or_insert(vec![String::new()]);
            let space = if cell[0].is_empty() { "" } else { " " };
            cell[0].push_str(&format!("{space}{written}"));
            return;
        }
        let name = path.steps().iter().map(Step::key).collect::<Vec<_>>().join("_");
        let cells = match leaf {
            Leaf::Text(text) => (self.texts)(text),
            Leaf::Words(words) => vec![safe(words)],
            Leaf::Value(value) => vec![value.written()],
            Leaf::Period(period) => {
                let [from, to] = ends(period);
                self.cells.insert(format!("{name}_from").into(), vec![from]);
                self.cells.insert(format!("{name}_to").into(), vec![to]);
                return;
            }
        };
        self.cells.insert(name.into(), cells);
    }
}

/// The targets and the reported values of an indicator, a row for every period and report.
fn indicator(scope: &Scope, index: IndicatorIx, sheet: &mut Sheet<impl std::io::Write>) {
    let site = scope.site;
    let current = site.indicator_of(index);
    let columns = columns::indicator();
    sheet.head(&columns);
    let values = scope.facts.values_of(index);
    let mut periods: Vec<Period> = current.targets.iter().map(|target| target.period).collect();
    periods.extend(values.iter().map(|&place| site[place].period));
    periods.sort_by_key(|period| (period.first_day(), period.last_day()));
    periods.dedup();
    if periods.is_empty() && current.baseline.is_some() {
        sheet.row(Cells::from_record(&*current, sheet).in_order(&columns));
    }
    for period in periods {
        let mut planned = Cells::from_record(&*current, sheet);
        let [from, to] = ends(period);
        planned.put("period_from", from);
        planned.put("period_to", to);
        if let Some(target) = target_of(&current, period) {
            let names = [(Target::value, "target"), (Target::upper, "target_upper")];
            planned.join(Cells::from_record(target, sheet), &names);
        }
        let mut reported = values
            .iter()
            .filter(|&&place| site[place].period == period)
            .peekable();
        if reported.peek().is_none() {
            sheet.row(planned.clone().in_order(&columns));
        }
        for &place in reported {
            let (value, report) = (&site[place], &site[place.report]);
            let mut cells = planned.clone();
            cells.join(Cells::from_record(value, sheet), &[]);
            match reckoning::outcome(&current, period, &value.value).verdict {
                _ if value.state == Some(ValueState::Forecast) => {}
                Verdict::Met => cells.put("verdict", "met"),
                Verdict::NotMet => cells.put("verdict", "not-met"),
                _ => {}
            }
            let place = format!("{}#{}", address(site, report.node), report.name);
            cells.put("report", place);
            sheet.row(cells.in_order(&columns));
        }
    }
}

fn tally(tally: &Tally, sheet: &mut Sheet<impl std::io::Write>) {
    sheet.head(columns::TALLY);
    for part in &tally.parts {
        let mut cells = Cells::from_record(tally, sheet);
        cells.join(
            Cells::from_record(part, sheet),
            &[(TallyPart::percent, "percent_printed")],
        );
        sheet.row(cells.in_order(columns::TALLY));
    }
}

/// A printed table, cell by cell, one language after another.
fn table(table: &Table, sheet: &mut Sheet<impl std::io::Write>) {
    let numbers = 1..=table.columns.len();
    let names = numbers.flat_map(|number| sheet.columns(&format!("column{number}")));
    sheet.row(names.collect());
    let head = table.columns.iter().flat_map(|column| sheet.texts(Some(column)));
    sheet.row(head.collect());
    for row in &table.rows {
        let cells = (0..table.columns.len()).map(|column| row.get(column).and_then(|cell| cell.0.as_ref()));
        sheet.row(cells.flat_map(|text| sheet.texts(text)).collect());
    }
}
