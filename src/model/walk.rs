//! What every field of the record, of reports and of the site's other sources means, said once beside its
//! type, and the walk over them. The seal, the state of translations, the search for terms, the look for
//! personal data, the fingerprints of originals and the data files are visitors of this walk and keep no
//! lists of fields of their own. It reads nothing, judges nothing and knows no pages.

use super::{Keyed, Period, Text};
use crate::diagnostic::{Path, Step};
use std::any::{Any, TypeId};
use std::sync::Arc;

/// A field of a type, with everything that koyaku wants to know of it.
#[derive(Debug)]
pub struct Field {
    /// The key as it stands in sources.
    pub name: &'static str,
    /// What it is to the seal, to translations, to the search and to data files.
    pub meaning: Meaning,
}

/// What a field means.
#[derive(Debug, Clone, Copy)]
pub struct Meaning {
    /// Whose words or what sort of fact stand in it.
    pub role: Role,
    /// Whether and with what it is sealed.
    pub seal: Seal,
    /// Where its other languages stand.
    pub translated: TranslatedWhere,
    /// Whether its words are searched for terms and by the search.
    pub searched: bool,
    /// Whether a data file has it.
    pub exported: bool,
}

/// What stands in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Official words as they are printed.
    Printed,
    /// The editors' own words.
    Ours,
    /// What lists call something by.
    Title,
    /// A number, a date, a period, or a word of a closed list that states a fact.
    Figure,
    /// An id, an address, or how something is read.
    Name,
    /// What koyaku is to do.
    Setting,
    /// A record of its own, whose fields say the rest.
    Parts,
}

/// Whether a field can change after it has been sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seal {
    /// It is the address of what is sealed: a change takes something sealed away.
    Address,
    /// Sealed together with the record in which it stands: nothing may be changed, added or taken away.
    Together(Sealing),
    /// Sealed by itself: it may be added when it becomes known, and then stays.
    Alone(Sealing),
    /// The title of a document, sealed where the document prints it.
    WherePrinted(Sealing),
    /// The fields within say it for themselves.
    Parts,
    /// It may change at any time, for the reason that the list of sealed fields gives (docs/sealed.md).
    Free(Free),
}

/// Since when a field has been sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sealing {
    /// The first form of ledger lines that has it.
    pub since: u32,
    /// What lines of form 1 call it where that is another name; with a slash before it, counted from the
    /// record that has an address; empty where the item stands for it.
    pub once: Option<&'static str>,
}

/// How a field is translated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TranslatedWhere {
    /// It has no other languages: it is a figure or a name, or is kept in the language of the source
    /// alone.
    No,
    /// All languages stand in one place.
    Inline,
    /// A file for each language has its own.
    ByFile,
}

/// Why a field stays free.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Free {
    /// Translated files, and how and from what they were made.
    Translation,
    /// The editors' short titles, of commitments and documents.
    OurTitle,
    /// The editors' descriptions, and the lasting texts of nodes.
    OurWords,
    /// How much of a source has been recorded.
    Coverage,
    /// On what legal ground a document's wording stands here.
    Rights,
    /// Subjects, and what is sorted under them.
    Subject,
    /// Districts, and what is sorted under them.
    District,
    /// Departments, and who is responsible in which years.
    Department,
    /// Pointers from one node to another, with their reasons.
    Link,
    /// Where something is shown and in which order: lists of cities and documents, the section of a tally
    /// or table.
    Placement,
    /// What makes a printed table a schedule that can be drawn.
    Layout,
    /// Names in kana.
    Reading,
    /// Notes on misprints. The printed characters themselves are sealed with their text.
    Misprint,
    /// Former addresses.
    Moved,
    /// Drafts and embargoes.
    Publication,
    /// How the site is run: its languages, address, publisher, holds.
    Settings,
    /// Entries of the glossary and plain pages.
    Glossary,
}

impl Free {
    /// The reason in Japanese and in English.
    pub fn reason(self) -> (&'static str, &'static str) {
        match self {
            Free::Translation => (
                "訳は公式のものでなく、よりよい訳に改められます",
                "a translation is unofficial and may become better",
            ),
            Free::OurTitle => ("編集部の題です", "the title is the editors' own"),
            Free::OurWords => (
                "編集部の説明で、原文とは別に示されます",
                "the editors' explanation, shown apart from official words",
            ),
            Free::Coverage => (
                "どこまで収録したかは、収録が進めば変わります",
                "what is covered grows with the record",
            ),
            Free::Rights => (
                "利用の根拠は、法令や許諾が変われば改めます",
                "the legal ground is restated when law or permission changes",
            ),
            Free::Subject => ("分野は並べ方です", "subjects are a way of sorting"),
            Free::District => ("地区は並べ方です", "districts are a way of sorting"),
            Free::Department => ("組織は毎年4月に変わります", "organisations change every April"),
            Free::Link => (
                "項目どうしのつながりは編集部の案内です",
                "links between items are the editors' guidance",
            ),
            Free::Placement => (
                "どこに、どの順に示すかだけを決めます",
                "it only decides where and in which order something is shown",
            ),
            Free::Layout => (
                "表を図に描くための読み方で、表の文言ではありません",
                "it is our reading for a drawing, no part of the printed table",
            ),
            Free::Reading => (
                "読みは並べ替えと検索のためです",
                "readings are for sorting and searching",
            ),
            Free::Misprint => (
                "誤植の注記はあとから見つかったときに足せます。文字そのものは封印されます",
                "a note on a misprint may be found later; the printed characters themselves are sealed",
            ),
            Free::Moved => (
                "以前のページの宛先から案内するだけです",
                "it only leads from the addresses of former pages",
            ),
            Free::Publication => (
                "公開の手順を決めます。公開された報告の内容は封印されます",
                "it is a step of publication; what a public report says is sealed",
            ),
            Free::Settings => (
                "サイトの運び方と連絡先で、約束にも評価にも触れません",
                "how the site is run and who runs it, apart from promises and judgements",
            ),
            Free::Glossary => (
                "用語の説明と一般のページは編集部の文章です",
                "glossary entries and plain pages are the editors' own writing",
            ),
        }
    }
}

/// Sealed with its record since ledgers exist.
pub(crate) const SEALED: Seal = Seal::Together(Sealing { since: 1, once: None });
/// Sealed with its record since lines have their second form.
pub(crate) const SEALED_LATER: Seal = Seal::Together(Sealing { since: 2, once: None });
/// Sealed by itself since lines have their second form.
pub(crate) const ALONE: Seal = Seal::Alone(Sealing { since: 2, once: None });

impl Seal {
    /// The same, where lines of form 1 have another name for it.
    pub(crate) const fn once(self, name: &'static str) -> Self {
        match self {
            Seal::Together(Sealing { since, .. }) => Seal::Together(Sealing {
                since,
                once: Some(name),
            }),
            other => other,
        }
    }
}

/// Official words, in all languages, searched.
pub(crate) const fn printed(seal: Seal) -> Meaning {
    words(Role::Printed, seal)
}

/// The editors' own words, in all languages, searched.
pub(crate) const fn ours(seal: Seal) -> Meaning {
    words(Role::Ours, seal)
}

/// A title, in all languages, searched.
pub(crate) const fn title(seal: Seal) -> Meaning {
    words(Role::Title, seal)
}

/// A number, a date or a fact of a closed list.
pub(crate) const fn figure(seal: Seal) -> Meaning {
    plain(Role::Figure, seal)
}

/// An id, an address, or how something is read.
pub(crate) const fn name(seal: Seal) -> Meaning {
    plain(Role::Name, seal)
}

/// What koyaku is to do.
pub(crate) const fn setting(seal: Seal) -> Meaning {
    plain(Role::Setting, seal)
}

/// A record of its own.
pub(crate) const fn parts() -> Meaning {
    plain(Role::Parts, Seal::Parts)
}

/// Records whose every field is free for one reason, whatever they say themselves.
pub(crate) const fn free_parts(reason: Free) -> Meaning {
    plain(Role::Parts, Seal::Free(reason))
}

const fn words(role: Role, seal: Seal) -> Meaning {
    plain(role, seal).translated().searched()
}

const fn plain(role: Role, seal: Seal) -> Meaning {
    Meaning {
        role,
        seal,
        translated: TranslatedWhere::No,
        searched: false,
        exported: false,
    }
}

impl Meaning {
    /// The same, in a file for each language.
    pub(crate) const fn by_file(mut self) -> Self {
        self.translated = TranslatedWhere::ByFile;
        self
    }

    /// The same, with all languages in one place.
    pub(crate) const fn translated(mut self) -> Self {
        self.translated = TranslatedWhere::Inline;
        self
    }

    /// The same, searched for terms and by the search.
    pub(crate) const fn searched(mut self) -> Self {
        self.searched = true;
        self
    }

    /// The same in one language only.
    pub(crate) const fn untranslated(mut self) -> Self {
        self.translated = TranslatedWhere::No;
        self
    }

    /// The same, but neither searched for terms nor by the search.
    pub(crate) const fn unsearched(mut self) -> Self {
        self.searched = false;
        self
    }

    /// The same, in a data file.
    pub(crate) const fn exported(mut self) -> Self {
        self.exported = true;
        self
    }
}

/// A value at the end of a path.
#[derive(Clone, Copy)]
pub enum Leaf<'a> {
    /// Words in one or several languages.
    Text(&'a Text),
    /// Words that stand in one language only.
    Words(&'a str),
    /// A time with two ends.
    Period(Period),
    /// Anything else with a notation of its own.
    Value(&'a dyn Written),
}

/// What a kind of leaf holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// [`Leaf::Text`]: words in one or several languages, which a ledger seals in the language of the
    /// sources.
    Text,
    /// [`Leaf::Words`]: words in one language only.
    Words,
    /// [`Leaf::Period`]: a time with two ends, which may be columns of a data file.
    Period,
    /// [`Leaf::Value`]: a number, a date, an id or a word of a closed list, in its one notation.
    Value,
}

/// A value that has one notation, however it was written.
pub trait Written {
    /// The notation, which ledgers seal and data files have: two values that mean the same have the same
    /// one.
    fn written(&self) -> String;
}

/// A record on the way, which a visitor tells from others by its type.
#[derive(Clone, Copy)]
pub struct Record<'a>(&'a dyn Any);

impl<'a> Record<'a> {
    pub(crate) fn new(record: &'a dyn Any) -> Self {
        Self(record)
    }

    /// It, where it is of the type.
    pub fn get<T: Any>(self) -> Option<&'a T> {
        self.0.downcast_ref()
    }

    /// Whether it is of the type.
    pub(crate) fn is<T: Any>(self) -> bool {
        self.0.is::<T>()
    }
}

/// What goes along with the walk. It is told each record before its fields, and each field that holds
/// something.
pub trait Visitor<'a> {
    /// Whether the walk is to go into the record.
    fn enter(&mut self, _record: Record<'a>, _path: &Path) -> bool {
        true
    }

    /// After the fields of a record into which it went.
    fn leave(&mut self, _record: Record<'a>) {}

    /// A value, with the field that says what it means and the steps to it from the top of its file.
    fn leaf(&mut self, field: &'static Field, leaf: Leaf<'a>, path: &Path);

    /// A field that may hold something and does not.
    fn absent(&mut self, _field: &'static Field, _path: &Path) {}
}

/// A record or a report, which says what its fields are.
pub trait Walk: Walked {
    /// What each of its fields means, in the order in which the walk goes.
    const FIELDS: &'static [Field];

    /// Goes over all its fields, in the order in which they are read.
    fn walk<'a>(&'a self, path: &mut Path, visitor: &mut dyn Visitor<'a>);
}

/// Anything that can stand in a field.
pub trait Walked {
    /// Tells the visitor what stands here as the value of `field`, at `path`.
    fn walk_as<'a>(&'a self, field: &'static Field, path: &mut Path, visitor: &mut dyn Visitor<'a>);

    /// Tells what can stand here, without a value.
    fn describe(outline: &mut RecordOutline);
}

/// Everything that can stand in a type of record, as paths such as `sections[].heading`.
#[derive(Debug, Default)]
pub struct RecordOutline {
    /// What has been told so far, in the order of the walk.
    pub leaves: Vec<Described>,
    path: String,
    field: Option<&'static Field>,
    free: Option<Free>,
    open: Vec<TypeId>,
}

/// A kind of leaf.
#[derive(Debug)]
pub struct Described {
    /// The names of the fields from the top, joined by dots; `[]` stands behind a list or a map.
    pub path: String,
    /// The last field on that path.
    pub field: &'static Field,
    /// What holds of it where it stands.
    pub seal: Seal,
    /// What sort of leaf the visitor is given there.
    pub shape: Shape,
}

impl RecordOutline {
    /// All leaves of a type.
    pub fn of_type<T: Walk + 'static>() -> Vec<Described> {
        let mut outline = Self::default();
        T::describe(&mut outline);
        outline.leaves
    }

    /// Goes into a record, unless it is one of those in which it already stands.
    pub(crate) fn record<T: 'static>(&mut self, fields: &mut dyn FnMut(&mut Self)) {
        let own = TypeId::of::<T>();
        if !self.open.contains(&own) {
            self.open.push(own);
            fields(self);
            self.open.pop();
        }
    }

    pub(crate) fn field<T: Walked>(&mut self, field: &'static Field) {
        let (length, above, free) = (self.path.len(), self.field, self.free);
        if !self.path.is_empty() {
            self.path.push('.');
        }
        self.path.push_str(field.name);
        self.field = Some(field);
        if let Seal::Free(reason) = field.meaning.seal {
            self.free = Some(self.free.unwrap_or(reason));
        }
        T::describe(self);
        self.path.truncate(length);
        (self.field, self.free) = (above, free);
    }

    fn item<T: Walked>(&mut self) {
        let length = self.path.len();
        self.path.push_str("[]");
        T::describe(self);
        self.path.truncate(length);
    }

    pub(crate) fn leaf(&mut self, shape: Shape) {
        let field = self.field.expect("a leaf stands in a field");
        self.leaves.push(Described {
            path: self.path.clone(),
            field,
            seal: self.free.map_or(field.meaning.seal, Seal::Free),
            shape,
        });
    }
}

impl<T: Walked> Walked for Option<T> {
    fn walk_as<'a>(&'a self, field: &'static Field, path: &mut Path, visitor: &mut dyn Visitor<'a>) {
        match self {
            Some(value) => value.walk_as(field, path, visitor),
            None => visitor.absent(field, path),
        }
    }

    fn describe(outline: &mut RecordOutline) {
        T::describe(outline);
    }
}

impl<T: Walked> Walked for Vec<T> {
    fn walk_as<'a>(&'a self, field: &'static Field, path: &mut Path, visitor: &mut dyn Visitor<'a>) {
        for (at, item) in self.iter().enumerate() {
            path.push(Step::Item(at));
            item.walk_as(field, path, visitor);
            path.pop();
        }
    }

    fn describe(outline: &mut RecordOutline) {
        outline.item::<T>();
    }
}

impl<T: Walked> Walked for Keyed<Box<str>, T> {
    fn walk_as<'a>(&'a self, field: &'static Field, path: &mut Path, visitor: &mut dyn Visitor<'a>) {
        for (key, value) in &self.0 {
            path.push(Step::Entry(key.clone()));
            value.walk_as(field, path, visitor);
            path.pop();
        }
    }

    fn describe(outline: &mut RecordOutline) {
        outline.item::<T>();
    }
}

impl<T: Walked> Walked for Arc<T> {
    fn walk_as<'a>(&'a self, field: &'static Field, path: &mut Path, visitor: &mut dyn Visitor<'a>) {
        (**self).walk_as(field, path, visitor);
    }

    fn describe(outline: &mut RecordOutline) {
        T::describe(outline);
    }
}

impl Walked for Text {
    fn walk_as<'a>(&'a self, field: &'static Field, path: &mut Path, visitor: &mut dyn Visitor<'a>) {
        visitor.leaf(field, Leaf::Text(self), path);
    }

    fn describe(outline: &mut RecordOutline) {
        outline.leaf(Shape::Text);
    }
}

impl Walked for Box<str> {
    fn walk_as<'a>(&'a self, field: &'static Field, path: &mut Path, visitor: &mut dyn Visitor<'a>) {
        visitor.leaf(field, Leaf::Words(self), path);
    }

    fn describe(outline: &mut RecordOutline) {
        outline.leaf(Shape::Words);
    }
}

impl Walked for Period {
    fn walk_as<'a>(&'a self, field: &'static Field, path: &mut Path, visitor: &mut dyn Visitor<'a>) {
        visitor.leaf(field, Leaf::Period(*self), path);
    }

    fn describe(outline: &mut RecordOutline) {
        outline.leaf(Shape::Period);
    }
}

/// Values with a notation: how it is made from each of them.
macro_rules! written {
    ($($type:ty: |$value:ident| $notation:expr),+ $(,)?) => {$(
        const _: () = {
            use $crate::diagnostic::Path;
            use $crate::model::walk::{Field, Leaf, RecordOutline, Shape, Visitor, Walked, Written};

            impl Written for $type {
                fn written(&self) -> String {
                    let $value = self;
                    $notation
                }
            }

            impl Walked for $type {
                fn walk_as<'a>(
                    &'a self,
                    field: &'static Field,
                    path: &mut Path,
                    visitor: &mut dyn Visitor<'a>,
                ) {
                    visitor.leaf(field, Leaf::Value(self), path);
                }

                fn describe(outline: &mut RecordOutline) {
                    outline.leaf(Shape::Value);
                }
            }
        };
    )+};
}

written! {
    bool: |value| value.to_string(),
    u32: |value| value.to_string(),
    super::bilingual::Language: |value| value.as_str().to_owned(),
    super::date::Date: |value| value.key(),
    super::date::FiscalYear: |value| format!("FY{}", value.0),
    super::date::Moment: |value| value.key(),
    super::id::Address: |value| value.to_string(),
    super::id::Id: |value| value.to_string(),
    super::local_time::LocalTime: |value| value.0.to_string(),
    super::number::Count: |value| value.0.to_string(),
    super::number::Figure: |value| value.as_str().to_owned(),
    super::reading::Kana: |value| value.as_str().to_owned(),
    super::url::Url: |value| value.as_str().to_owned(),
}

/// Says of each field of a type what it is, in the order in which the walk goes. All fields must be named: a
/// new one does not compile until it says what it means. Each name also becomes a step for paths, so that
/// none is typed twice.
macro_rules! walk {
    ($type:ident { $($field:ident $(as $name:literal)?: $meaning:expr),+ $(,)? }) => {
        const _: () = {
            use $crate::diagnostic::{Path, Step};
            use $crate::model::walk::{Field, Record, RecordOutline, Visitor, Walk, Walked};

            impl Walk for $type {
                const FIELDS: &'static [Field] = &[
                    $(Field { name: walk!(@name $field $($name)?), meaning: $meaning }),+
                ];

                fn walk<'a>(&'a self, path: &mut Path, visitor: &mut dyn Visitor<'a>) {
                    let Self { $($field),+ } = self;
                    if !visitor.enter(Record::new(self), path) {
                        return;
                    }
                    let mut fields = Self::FIELDS.iter();
                    $(
                        let field = fields.next().expect("there are as many fields as meanings");
                        path.push(Step::Field(field.name));
                        Walked::walk_as($field, field, path, visitor);
                        path.pop();
                    )+
                    visitor.leave(Record::new(self));
                }
            }

            impl Walked for $type {
                fn walk_as<'a>(&'a self, _: &'static Field, path: &mut Path, visitor: &mut dyn Visitor<'a>) {
                    self.walk(path, visitor);
                }

                fn describe(outline: &mut RecordOutline) {
                    fn describe_as<T, F: Walked>(
                        outline: &mut RecordOutline,
                        field: &'static Field,
                        _: fn(&T) -> &F,
                    ) {
                        outline.field::<F>(field);
                    }
                    outline.record::<$type>(&mut |outline| {
                        let mut fields = <$type as Walk>::FIELDS.iter();
                        $(
                            let field = fields.next().expect("there are as many fields as meanings");
                            describe_as(outline, field, |record: &$type| &record.$field);
                        )+
                    });
                }
            }
        };

        /// The names of the fields as sources have them, for paths.
        #[expect(non_upper_case_globals, reason = "a name is written as the field that it names")]
        impl $type {
            $(
                #[doc = concat!("The key under which sources write `", stringify!($field), "`.")]
                pub const $field: &'static str = walk!(@name $field $($name)?);
            )+
        }
    };
    (@name $field:ident $name:literal) => { $name };
    (@name $field:ident) => { stringify!($field) };
}

pub(crate) use {walk, written};
