//! Problems counted: by code, by document and by department. It knows no site; whose a problem is, it is
//! told.

use super::{Diagnostic, Message, Severity, human::EditorLanguage};
use std::collections::BTreeMap;
use std::fmt::Write;

/// What a problem belongs to, as far as the site tells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Whose {
    /// The address of the document.
    pub document: Option<Box<str>>,
    /// The department that leads the commitment, by its name.
    pub department: Option<Message>,
}

/// Errors and warnings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct ProblemCount {
    pub errors: usize,
    pub warnings: usize,
}

/// The counts of a whole list and of its parts, the parts with most errors first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Summary {
    pub all: ProblemCount,
    pub codes: Vec<(&'static str, ProblemCount)>,
    /// `None` for what belongs to no document. Empty where nothing belongs to one.
    pub documents: Vec<(Option<Box<str>>, ProblemCount)>,
    /// Empty where no problem belongs to a department.
    pub departments: Vec<(Option<(String, String)>, ProblemCount)>,
}

/// With no more problems than this, counting them tells nothing new.
const HANDFUL: usize = 10;

impl Summary {
    /// Counts problems; the second list says whose each of the first is, as far as it reaches.
    pub(crate) fn count(diagnostics: &[Diagnostic], whose: &[Whose]) -> Self {
        let (mut all, mut codes) = (ProblemCount::default(), BTreeMap::new());
        let (mut documents, mut departments) = (BTreeMap::new(), BTreeMap::new());
        let nobody = Whose::default();
        for (at, problem) in diagnostics.iter().enumerate() {
            let whose = whose.get(at).unwrap_or(&nobody);
            let department = whose
                .department
                .as_ref()
                .map(|Message { ja, en }| (ja.clone(), en.clone()));
            for count in [
                &mut all,
                codes.entry(problem.code.name()).or_default(),
                documents.entry(whose.document.clone()).or_default(),
                departments.entry(department).or_default(),
            ] {
                count.add(problem.severity);
            }
        }
        if documents.keys().all(Option::is_none) {
            documents.clear();
        }
        if departments.keys().all(Option::is_none) {
            departments.clear();
        }
        Self {
            all,
            codes: most_first(codes),
            documents: most_first(documents),
            departments: most_first(departments),
        }
    }

    /// Whether there are so many that the parts are worth showing.
    pub(crate) fn is_long(&self) -> bool {
        self.all.errors + self.all.warnings > HANDFUL
    }

    /// A small table for each of the parts.
    pub(crate) fn tables(&self, language: EditorLanguage) -> String {
        let say = |ja: &'static str, en: &'static str| language.choose(ja, en);
        let codes = self.codes.iter().map(|(code, count)| (*code, *count));
        let documents = self.documents.iter().map(|(document, count)| {
            let other = say("（文書の外）", "(outside documents)");
            (document.as_deref().unwrap_or(other), *count)
        });
        let departments = self.departments.iter().map(|(department, count)| {
            let none = say("（部署なし）", "(no department)");
            let name = department.as_ref().map(|(ja, en)| language.choose(&**ja, en));
            (name.unwrap_or(none), *count)
        });
        let mut out = String::new();
        table(&mut out, language, say("記号", "code"), codes);
        if !self.documents.is_empty() {
            table(&mut out, language, say("文書", "document"), documents);
        }
        if !self.departments.is_empty() {
            table(&mut out, language, say("部署", "department"), departments);
        }
        out
    }
}

impl ProblemCount {
    fn add(&mut self, severity: Severity) {
        match severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
        }
    }
}

fn most_first<Key: Ord>(counts: BTreeMap<Key, ProblemCount>) -> Vec<(Key, ProblemCount)> {
    let mut rows: Vec<(Key, ProblemCount)> = counts.into_iter().collect();
    rows.sort_by_key(|(_, count)| std::cmp::Reverse((count.errors, count.warnings)));
    rows
}

/// Numbers stand before names, whose width no program knows for certain.
fn table<'r>(
    out: &mut String,
    language: EditorLanguage,
    head: &str,
    rows: impl Iterator<Item = (&'r str, ProblemCount)>,
) {
    let (head_row, width) = language.choose(("エラー  警告", 6), ("errors  warnings", 10));
    let _never = writeln!(out, "{head_row}  {head}");
    for (name, ProblemCount { errors, warnings }) in rows {
        let _never = writeln!(out, "{errors:>6}{warnings:>width$}  {name}");
    }
    out.push('\n');
}
