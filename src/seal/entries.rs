//! What of a site, a municipality or a document is sealed, by address: a visitor of the walk that gathers the
//! leaves which the model calls sealed, with the place of each. It compares nothing.

use super::reports;
use crate::diagnostic::{Path, Place, Step};
use crate::model::walk::{Field, Leaf, Record, Seal, Sealing, Visitor, Walk};
use crate::model::{
    Action, Amendment, Budget, Certainty, Commitment, Document, Id, Indicator, LegendRow, Municipality,
    NoTarget, Redaction, Section, Sic, Statement, Status, Table, Tally, Target,
};
use crate::site::{LedgerOwner, Node, Site, address};
use jiff::civil::Date as Day;
use std::collections::HashMap;
use std::sync::Arc;

/// Everything that is sealed under one address.
#[derive(Debug)]
pub(crate) struct SealedEntry {
    /// The address of what it belongs to: `atsugi/manifesto/24`; an amendment adds its date,
    /// `atsugi/manifesto/24@2026-04-01`, and what is sealed by itself its name,
    /// `atsugi/manifesto/24#budget.FY2024.initial`.
    pub address: String,
    pub leaves: Vec<SealedLeaf>,
    pub place: Place,
    /// Whether every character can be read surely. What cannot is not sealed.
    pub sure: bool,
    /// The day before which it is not sealed: an amendment that is still to come would be published with the
    /// ledger.
    pub from: Option<Day>,
    /// Whether it is a report. Reports come all the time, and nobody has to be told that a new one is not
    /// sealed yet.
    pub is_report: bool,
    /// Whether it is a report whose text the law required to be removed.
    pub is_redacted: bool,
}

/// A sealed value that is not empty.
#[derive(Debug)]
pub(crate) struct SealedLeaf {
    /// Its name within the entry, such as `milestones[0].text` or `actions.a.text`.
    pub path: String,
    /// What lines of form 1 call it, where that is another name.
    pub once: Option<String>,
    /// The first form of ledger lines that has it.
    pub since: u32,
    /// In the language of the sources, else in whatever language there is.
    pub value: String,
    pub place: Place,
}

/// Everything of a record that can be sealed, in its order, and the reports whose ledger it keeps.
pub(crate) fn entries(site: &Site, owner: LedgerOwner) -> Vec<SealedEntry> {
    let root = match owner {
        LedgerOwner::Site => site.ledger_name(owner),
        LedgerOwner::Municipality(index) => address(site, Node::Municipality(index)),
        LedgerOwner::Document(index) => address(site, Node::Document(index)),
    };
    let mut gathering = Gathering::new(site, site.record_file(owner), root);
    let path = &mut Path::default();
    match owner {
        LedgerOwner::Site => site.settings.walk(path, &mut gathering),
        LedgerOwner::Municipality(index) => site[index].record.walk(path, &mut gathering),
        LedgerOwner::Document(index) => site[index].record.walk(path, &mut gathering),
    }
    reports::add(site, owner, &mut gathering);
    gathering.entries
}

/// Entries while the walk fills them.
pub(super) struct Gathering<'s> {
    site: &'s Site,
    file: Arc<str>,
    /// The address of the record, under which all its ids share one namespace.
    root: String,
    title_printed: bool,
    entries: Vec<SealedEntry>,
    by_address: HashMap<String, usize>,
    /// The entries in which the walk stands, each with the length of the path to its record.
    open: Vec<(usize, usize)>,
    /// Items of lists that are called by an id or a year instead of a position: where in the path, and how.
    keys: Vec<(usize, String)>,
    /// For each record in which the walk stands, how many entries and keys there were outside it.
    outside: Vec<(usize, usize)>,
}

impl<'s> Gathering<'s> {
    fn new(site: &'s Site, file: &Arc<str>, root: String) -> Self {
        Self {
            site,
            file: file.clone(),
            root,
            title_printed: true,
            entries: Vec::new(),
            by_address: HashMap::new(),
            open: Vec::new(),
            keys: Vec::new(),
            outside: Vec::new(),
        }
    }

    /// Begins the entry of a record; all that follows belongs to it until it is closed.
    pub(super) fn open(&mut self, address: String, place: Place, depth: usize) -> &mut SealedEntry {
        let at = self.entry(address, place);
        self.open.push((at, depth));
        &mut self.entries[at]
    }

    pub(super) fn close(&mut self) {
        self.open.pop();
    }

    /// Goes over the sources of another file.
    pub(super) fn in_file(&mut self, file: &Arc<str>) {
        self.file = file.clone();
    }

    /// The entry of an address, which two parts of a record can share.
    fn entry(&mut self, address: String, place: Place) -> usize {
        if let Some(&at) = self.by_address.get(&address) {
            return at;
        }
        let at = self.entries.len();
        self.by_address.insert(address.clone(), at);
        self.entries.push(SealedEntry {
            address,
            leaves: Vec::new(),
            place,
            sure: true,
            from: None,
            is_report: false,
            is_redacted: false,
        });
        at
    }

    fn current(&self) -> &SealedEntry {
        &self.entries[self
            .open
            .last()
            .expect("the walk begins with a record that has an address")
            .0]
    }

    pub(super) fn place(&self, path: &Path) -> Place {
        Place::yaml(&self.file, path.clone())
    }

    /// Opens the entry of a record that has an address of its own.
    fn record(&mut self, address: String, path: &Path, key: &'static str) -> &mut SealedEntry {
        let place = self.place(&path.clone().field(key));
        self.open(address, place, path.steps().len())
    }

    /// The address of an amendment. The second one of a day is told from the first by its number.
    fn amended(&self, date: &str) -> String {
        let own = format!("{}@{date}", self.current().address);
        if !self.by_address.contains_key(&own) {
            return own;
        }
        (2..)
            .map(|number| format!("{own}.{number}"))
            .find(|address| !self.by_address.contains_key(address))
            .expect("numbers do not run out")
    }

    /// The name of a leaf within its entry.
    fn name(&self, path: &Path) -> String {
        let (_, depth) = *self.open.last().expect("a leaf stands in a record");
        let mut name = String::new();
        for (at, step) in path.steps().iter().enumerate().skip(depth) {
            let dot = if name.is_empty() { "" } else { "." };
            let key = self.keys.iter().find(|(place, _)| *place == at);
            match (step, key) {
                (_, Some((_, key))) => name.push_str(&format!("{dot}{key}")),
                (Step::Field(field), None) => name.push_str(&format!("{dot}{field}")),
                (Step::Entry(entry), None) => name.push_str(&format!("{dot}{entry}")),
                (Step::Item(item), None) => name.push_str(&format!("[{item}]")),
            }
        }
        name
    }

    fn seal(&mut self, sealing: Sealing, leaf: Leaf, path: &Path) {
        let first = self.site.first_language();
        let value = match leaf {
            Leaf::Text(text) => self.site.text(text, first).1.to_owned(),
            Leaf::Words(words) => words.to_owned(),
            Leaf::Period(period) => period.key(),
            Leaf::Value(value) => value.written(),
        };
        if value.is_empty() {
            return;
        }
        let place = self.place(path);
        // What a record keeps under labels of its own is sealed label by label, so that a label that an
        // amendment needs can be added later.
        if let Some(Step::Entry(label)) = path.steps().last() {
            let at = self.entry(format!("{}#{label}", self.current().address), place.clone());
            let path = sealing
                .once
                .expect("what stands under labels has a name of its own");
            self.entries[at].leaves.push(SealedLeaf {
                path: path.to_owned(),
                once: None,
                since: sealing.since,
                value,
                place,
            });
            return;
        }
        let name = self.name(path);
        let once = sealing.once.map(|once| {
            let above = name.rfind('.').map_or("", |dot| &name[..dot]);
            match once.strip_prefix('/') {
                Some(whole) => whole.to_owned(),
                None if once.is_empty() || above.is_empty() => format!("{above}{once}"),
                None => format!("{above}.{once}"),
            }
        });
        let (at, _) = *self.open.last().expect("a leaf stands in a record");
        self.entries[at].leaves.push(SealedLeaf {
            path: name,
            once,
            since: sealing.since,
            value,
            place,
        });
    }

    pub(super) fn push(&mut self, leaf: SealedLeaf) {
        let (at, _) = *self.open.last().expect("a leaf stands in a record");
        self.entries[at].leaves.push(leaf);
    }
}

impl<'a> Visitor<'a> for Gathering<'_> {
    fn enter(&mut self, record: Record<'a>, path: &Path) -> bool {
        let (length, keys) = (self.open.len(), self.keys.len());
        let within = |id: &Id| format!("{}/{id}", self.root);
        let under = |label: &str| format!("{}#{label}", self.root);
        if record.is::<Municipality>() {
            self.record(self.root.clone(), path, Municipality::name);
        } else if let Some(Document { title_printed, .. }) = record.get() {
            self.title_printed = *title_printed;
            self.record(self.root.clone(), path, "kind");
        } else if let Some(LegendRow { label, .. }) = record.get() {
            self.record(under(label), path, "label");
        } else if let Some(Status { id, .. }) = record.get() {
            self.record(under(&format!("scale.{id}")), path, "id");
        } else if let Some(Section { id, .. }) = record.get() {
            self.record(within(id), path, "heading");
        } else if let Some(Statement { id, .. }) = record.get() {
            self.record(within(id), path, "text");
        } else if let Some(Commitment { id, .. }) = record.get() {
            self.record(within(id), path, "id");
        } else if let Some(Indicator { id, .. }) = record.get() {
            self.record(within(id), path, "id");
        } else if let Some(Tally { id, .. }) = record.get() {
            self.record(within(id), path, "id");
        } else if let Some(Table { id, .. }) = record.get() {
            self.record(within(id), path, "id");
        } else if let Some(Target { period, .. }) = record.get() {
            self.record(
                format!("{}#{}", self.current().address, period.key()),
                path,
                "period",
            );
        } else if let Some(NoTarget { period, .. }) = record.get() {
            self.record(
                format!("{}#{}", self.current().address, period.key()),
                path,
                "period",
            );
        } else if let Some(Amendment { date, .. }) = record.get() {
            let address = self.amended(&date.key());
            self.record(address, path, "date").from = Some(date.last_day());
        } else if record.is::<Redaction>() {
            let from = self.current().from;
            let address = format!("{}@redacted", self.current().address);
            let entry = self.record(address, path, "reason");
            (entry.from, entry.is_report) = (from, true);
        } else if let Some(Action { id, .. }) = record.get() {
            self.keys.push((path.steps().len() - 1, id.to_string()));
        } else if let Some(Budget { fy, .. }) = record.get() {
            self.keys.push((path.steps().len() - 1, format!("FY{}", fy.0)));
        } else if let Some(Sic {
            sure: Certainty::No, ..
        }) = record.get()
        {
            let (at, _) = *self.open.last().expect("a reading stands in a record");
            self.entries[at].sure = false;
        }
        self.outside.push((length, keys));
        true
    }

    fn leave(&mut self, _: Record<'a>) {
        let (open, keys) = self.outside.pop().expect("what is left has been entered");
        self.open.truncate(open);
        self.keys.truncate(keys);
    }

    fn leaf(&mut self, field: &'static Field, leaf: Leaf<'a>, path: &Path) {
        match field.meaning.seal {
            // Of a report whose text was removed, what is left says only that it was one.
            Seal::Together(_) if self.current().is_redacted && field.name != "kind" => {}
            Seal::Together(sealing) => self.seal(sealing, leaf, path),
            Seal::WherePrinted(sealing) if self.title_printed => self.seal(sealing, leaf, path),
            Seal::Alone(sealing) => {
                let (above, depth) = *self.open.last().expect("a leaf stands in a record");
                let address = format!("{}#{}", self.entries[above].address, self.name(path));
                let sure = self.entries[above].sure;
                let place = self.place(path);
                self.open(address, place, depth).sure = sure;
                self.seal(sealing, leaf, path);
                self.close();
            }
            Seal::WherePrinted(_) | Seal::Address | Seal::Parts | Seal::Free(_) => {}
        }
    }
}
