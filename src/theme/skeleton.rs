//! The texts of a theme for a language that is to be added, or those that a language lacks, as lines of
//! `text/<language>.yaml` with the words of another language in their place. It writes no file.

use crate::diagnostic::{Code, Diagnostic, Path, Place};
use crate::model::Language;
use crate::site::{ThemeFile, ThemeFiles};
use crate::source::{self, Source, yaml};
use crate::theme::plurals::{self, PluralCategory, Plurals};
use crate::theme::texts::{Phrase, TextEntry, Texts};
use crate::theme::{WORDS, file_of, kinds_above, path_of, text_file};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// What stands behind a text that nobody has translated yet. Whoever translates it takes the mark away.
pub(crate) const UNTRANSLATED: &str = "# untranslated";

/// What is to stand in a file of texts.
pub(crate) struct Skeleton {
    /// Its path in the folder of the theme: `text/pt.yaml`.
    pub path: String,
    /// What stands there now, and its file; nothing where the site has no such file.
    pub before: Option<(Arc<str>, String)>,
    pub after: String,
    /// How many texts have been added.
    pub added: usize,
}

/// A text that is lacking: its group, if it stands in one, its key, and what others say in its place.
#[derive(Clone)]
struct LackingText<'t> {
    group: Option<&'t str>,
    key: &'t str,
    /// In the forms that the language has.
    phrase: Phrase,
    /// The same in Japanese, for whoever reads that better.
    japanese: Option<&'t str>,
}

/// The file of a language with all that it lacks. `None` where a file cannot be read, or has a form to which
/// nothing can be added.
pub(crate) fn skeleton(
    files: &ThemeFiles,
    language: Language,
    problems: &mut Vec<Diagnostic>,
) -> Option<Skeleton> {
    let path = path_of(language);
    let mut read = |language: Language| {
        let file = file_of(files, language)?;
        let entries = text_file::read(file, problems)?;
        Some(Texts::new(language, file.file.clone(), entries))
    };
    let (english, japanese) = (read(Language::ENGLISH)?, read(Language::JAPANESE)?);
    let own = file_of(files, language);
    // What the language has of a wider one, as Brazilian Portuguese has of Portuguese, it does not lack.
    let mut known: Vec<Texts> = kinds_above(language).filter_map(&mut read).collect();
    if own.is_some() {
        known.push(read(language)?);
    }
    let order = file_of(files, Language::ENGLISH);
    let order = order.map_or_else(Default::default, |file| String::from_utf8_lossy(whole(file)));
    // Keys are looked for at the beginnings of lines, also of the first.
    let order = format!("\n{order}");
    let lacking = lacking(&english, &japanese, &known, &Plurals::new(language), &order);
    let own = own.filter(|file| file.is_own());
    let Some(file) = own else {
        return Some(Skeleton {
            path,
            before: None,
            after: format!("{}{}", heading(language), lines(&lacking, "\n")),
            added: lacking.len(),
        });
    };
    let source = source::decode(&file.file, file.content.to_vec());
    let source = source.map_err(|found| problems.extend(found)).ok()?;
    let before = String::from_utf8_lossy(&file.content).into_owned();
    let after = with_lines(&source, &before, &lacking);
    let after = after.filter(|after| says_the_same(file, after, &lacking));
    if after.is_none() {
        let place = Place::file(&file.file);
        problems.push(WORDS.error(Code::ThemeText, place, "skeleton-form", &[]));
    }
    Some(Skeleton {
        path,
        before: Some((file.file.clone(), before)),
        after: after?,
        added: lacking.len(),
    })
}

/// What is said of a file whose texts have not all been translated yet.
pub(crate) fn untranslated(file: &ThemeFile) -> Option<Diagnostic> {
    let text = String::from_utf8_lossy(&file.content);
    let marked = text
        .lines()
        .filter(|line| line.trim_end().ends_with(UNTRANSLATED));
    // The head of the file names the mark, and is no text.
    let n = marked.filter(|line| !line.starts_with('#')).count();
    (n > 0).then(|| {
        WORDS.warning(
            Code::ThemeUntranslated,
            Place::file(&file.file),
            "theme-untranslated",
            &[("n", &n), ("mark", &UNTRANSLATED)],
        )
    })
}

/// The fuller of the texts of a file: those of the theme that it is laid over, where there are such.
fn whole(file: &ThemeFile) -> &[u8] {
    file.over.as_deref().unwrap_or(&file.content)
}

/// What a language lacks, in the order in which the theme writes its texts.
fn lacking<'t>(
    english: &'t Texts,
    japanese: &'t Texts,
    known: &[Texts],
    plurals: &Plurals,
    order: &str,
) -> Vec<LackingText<'t>> {
    // What Japanese alone has, such as a year before all eras, other languages need not have.
    let lacking = named(english)
        .filter(|(group, key, _)| known.iter().all(|texts| phrase_of(texts, *group, key).is_none()));
    let mut lacking: Vec<LackingText> = lacking
        .map(|(group, key, phrase)| LackingText {
            group,
            key,
            phrase: in_forms(phrase, plurals),
            japanese: phrase_of(japanese, group, key).map(|phrase| phrase.for_count(None, &japanese.plurals)),
        })
        .collect();
    lacking.sort_by_cached_key(|text| {
        let top = text.group.unwrap_or(text.key);
        let start = order.find(&format!("\n{top}:")).unwrap_or(order.len());
        let within = order[start..].find(&format!("{}:", text.key));
        // Behind a group, a text that stands by itself would be taken for a part of it.
        (
            text.group.is_some(),
            start,
            within.filter(|_| text.group.is_some()),
        )
    });
    lacking
}

/// Every text with its group and key.
fn named(texts: &Texts) -> impl Iterator<Item = (Option<&str>, &str, &Phrase)> {
    texts.entries.iter().flat_map(|(key, entry)| match entry {
        TextEntry::Text(phrase) => vec![(None, &**key, phrase)],
        TextEntry::Group(group) => {
            let texts = group.iter();
            texts
                .map(|(name, phrase)| (Some(&**key), &**name, phrase))
                .collect()
        }
    })
}

fn phrase_of<'t>(texts: &'t Texts, group: Option<&str>, key: &str) -> Option<&'t Phrase> {
    let entry = texts.entries.get(group.unwrap_or(key))?;
    match (entry, group) {
        (TextEntry::Text(phrase), None) => Some(phrase),
        (TextEntry::Group(texts), Some(_)) => texts.get(key),
        _ => None,
    }
}

fn heading(language: Language) -> String {
    let told = WORDS.say(
        "skeleton",
        &[("tag", &language.as_str()), ("mark", &UNTRANSLATED)],
    );
    format!("# {}\n# {}\n\n", told.en, told.ja)
}

/// The texts as lines of a file of their own.
fn lines(texts: &[LackingText], end: &str) -> String {
    let mut out = String::new();
    let mut open = None;
    for text in texts {
        if text.group != open {
            if let Some(group) = text.group {
                out.push_str(&format!("{end}{group}:{end}"));
            }
            open = text.group;
        }
        let indent = if text.group.is_some() { "  " } else { "" };
        write(text, indent, end, &mut out);
    }
    out
}

/// A counted text with a form for each category that a language needs.
fn in_forms(phrase: &Phrase, plurals: &Plurals) -> Phrase {
    match phrase {
        Phrase::Plain(words) => Phrase::Plain(words.clone()),
        Phrase::Counted(forms) => {
            let needed = plurals.needed().into_iter();
            let general = forms.get(&PluralCategory::Other);
            let form = |category| Some((category, forms.get(&category).or(general)?.clone()));
            Phrase::Counted(needed.filter_map(form).collect())
        }
    }
}

/// A text with its mark, and above it the Japanese one.
fn write(text: &LackingText, indent: &str, end: &str, out: &mut String) {
    if let Some(japanese) = text.japanese {
        out.push_str(&format!("{indent}# ja: {}{end}", japanese.replace('\n', " ")));
    }
    match &text.phrase {
        Phrase::Plain(words) => {
            out.push_str(&format!(
                "{indent}{}: {}  {UNTRANSLATED}{end}",
                text.key,
                quoted(words)
            ));
        }
        Phrase::Counted(forms) => {
            out.push_str(&format!("{indent}{}:{end}", text.key));
            for (category, words) in forms {
                let (form, words) = (plurals::word(*category), quoted(words));
                out.push_str(&format!("{indent}  {form}: {words}  {UNTRANSLATED}{end}"));
            }
        }
    }
}

/// Words in quotes, in which nothing is taken for a sign of YAML.
fn quoted(words: &str) -> String {
    let mut out = String::from("\"");
    for sign in words.chars() {
        match sign {
            '"' | '\\' => out.extend(['\\', sign]),
            '\n' => out.push_str("\\n"),
            sign => out.push(sign),
        }
    }
    out.push('"');
    out
}

/// The file with what it lacks: in the groups that it has behind their last text, and all else at its end.
/// `None` where a group is not written in lines of its own. Lines are counted, because decoding changes what
/// stands in them and never how many there are.
fn with_lines(source: &Source, before: &str, lacking: &[LackingText]) -> Option<String> {
    let end = if before.contains("\r\n") { "\r\n" } else { "\n" };
    let text = &source.text;
    let mut inserted: BTreeMap<usize, String> = BTreeMap::new();
    let mut rest = Vec::new();
    for one in lacking {
        let Some(place) = one.group.and_then(|group| place_of(source, group)) else {
            rest.push(one.clone());
            continue;
        };
        let first = text[..place.start].rfind('\n')? + 1;
        let indent = &text[first..place.start];
        if indent.is_empty() || !indent.bytes().all(|byte| byte == b' ') {
            return None;
        }
        let held = text[..place.end].trim_end();
        write(
            one,
            indent,
            end,
            inserted.entry(held.lines().count()).or_default(),
        );
    }
    let mut out = String::with_capacity(before.len() + 1024);
    for (at, line) in before.split_inclusive('\n').enumerate() {
        out.push_str(line);
        if let Some(lines) = inserted.get(&(at + 1)) {
            end_line(&mut out, end);
            out.push_str(lines);
        }
    }
    if !rest.is_empty() {
        end_line(&mut out, end);
        out.push_str(&lines(&rest, end));
    }
    Some(out)
}

fn end_line(out: &mut String, end: &str) {
    if !out.ends_with('\n') {
        out.push_str(end);
    }
}

/// Where the texts of a group stand; `None` where the file has no such group.
fn place_of(source: &Source, group: &str) -> Option<Range<usize>> {
    let path = Path::default().entry(group);
    let place = yaml::locate(source, 0..source.text.len(), &[], &[&path]).pop()?;
    (!place.is_empty()).then_some(place)
}

/// Whether a file with added lines says what it said, and what it lacked.
fn says_the_same(file: &ThemeFile, after: &str, lacking: &[LackingText]) -> bool {
    let read = |content: &[u8]| {
        let file = ThemeFile {
            file: file.file.clone(),
            content: content.to_vec().into(),
            over: None,
        };
        let mut problems = Vec::new();
        let entries = text_file::read(&file, &mut problems).filter(|_| problems.is_empty())?;
        Some(Texts::new(Language::ENGLISH, file.file.clone(), entries))
    };
    let (Some(before), Some(after)) = (read(&file.content), read(after.as_bytes())) else {
        return false;
    };
    let words = |texts: &Texts| -> BTreeMap<String, String> {
        let all = texts.all();
        all.map(|(key, phrase)| (key, format!("{phrase:?}"))).collect()
    };
    let mut wanted = words(&before);
    wanted.extend(lacking.iter().map(|text| {
        let key = text
            .group
            .map_or(text.key.to_owned(), |group| format!("{group}.{}", text.key));
        (key, format!("{:?}", text.phrase))
    }));
    wanted == words(&after)
}
