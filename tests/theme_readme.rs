//! What a theme can use, page by page: `themes/default/README.md` is made from the types that templates see, so that
//! nobody who makes a theme has to read code.

use crate::support::{blessing, here, sources};
use koyaku::site::PAGE_KINDS;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

const README: &str = "themes/default/README.md";

#[test]
fn the_readme_of_the_theme_tells_every_name_that_a_template_can_use() {
    let made = readme();
    let path = here(README);
    if blessing() {
        std::fs::write(&path, &made).expect("a test that blesses may write");
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        made == written,
        "{README} is not what the views say: KOYAKU_BLESS=1 cargo test -- theme_readme::"
    );
}

/// A type that templates see.
struct SeenType {
    doc: String,
    /// Name, type and sentence of each field, in order.
    fields: Vec<(String, String, String)>,
}

fn readme() -> String {
    let types = seen_types();
    let mut out = String::from(INTRODUCTION);
    let mut told = BTreeSet::new();
    let mut parts = BTreeSet::new();
    for (heading, name) in [
        ("`frame`, on every page", "Frame"),
        ("`shell`, on every page", "Shell"),
        ("`site`, on every page", "SiteFacts"),
    ] {
        let _ = write!(out, "\n## {heading}\n\n");
        tell(&types, name, &mut out, &mut parts);
        told.insert(name.to_owned());
    }
    for (kind, address) in PAGE_KINDS {
        let variable = kind.replace('-', "_");
        let marks = format!("`{variable}`");
        let (name, _) = types
            .iter()
            .find(|(_, seen)| {
                seen.doc
                    .split('.')
                    .next()
                    .unwrap_or_default()
                    .split(", ")
                    .any(|word| word == marks)
            })
            .unwrap_or_else(|| panic!("a type says in its docs that templates see it as {marks}"));
        let _ = write!(out, "\n## `{kind}.html`, for `{address}`: `{variable}`\n\n");
        tell(&types, name, &mut out, &mut parts);
        told.insert(name.clone());
    }
    out.push_str("\n## What the fields above are made of\n");
    while let Some(name) = parts.pop_first() {
        if told.insert(name.clone()) {
            let _ = write!(out, "\n### {name}\n\n{}\n\n", types[&name].doc);
            tell(&types, &name, &mut out, &mut parts);
        }
    }
    out
}

/// Appends a list of the fields of a type, and notes the types that they name.
fn tell(types: &BTreeMap<String, SeenType>, name: &str, out: &mut String, parts: &mut BTreeSet<String>) {
    let seen = types
        .get(name)
        .unwrap_or_else(|| panic!("{name} is a type that templates see"));
    for (field, kind, doc) in &seen.fields {
        let words = kind
            .split(|sign: char| !sign.is_alphanumeric())
            .filter(|word| types.contains_key(*word));
        parts.extend(words.map(str::to_owned));
        let dash = if doc.is_empty() { "" } else { " – " };
        let _ = writeln!(out, "- `{field}` ({}){dash}{doc}", plain(kind));
    }
}

/// A type of Rust in words.
fn plain(kind: &str) -> String {
    let kind = kind
        .replace("'a ", "")
        .replace("<'a>", "")
        .replace("'static ", "")
        .replace('&', "");
    if let Some(inner) = kind
        .strip_prefix("Option<")
        .and_then(|rest| rest.strip_suffix('>'))
    {
        return format!("{}, may be absent", plain(inner));
    }
    if let Some(inner) = kind.strip_prefix("Vec<").and_then(|rest| rest.strip_suffix('>')) {
        return format!("list of {}", plain(inner));
    }
    match kind.as_str() {
        "String" | "str" | "Cow<str>" | "Box<str>" => "text".to_owned(),
        "bool" | "Untranslated" => "yes or no".to_owned(),
        "usize" | "u64" | "u32" | "u8" | "u16" | "i16" | "i8" => "number".to_owned(),
        _ => kind,
    }
}

/// Every serialised type of the pages, of what they share and of the theme, by name.
fn seen_types() -> BTreeMap<String, SeenType> {
    let mut all = BTreeMap::new();
    for source in sources() {
        if !["pages/", "html/", "theme/"]
            .iter()
            .any(|room| source.path.starts_with(room))
        {
            continue;
        }
        let mut lines = source.text.lines();
        let mut doc = String::new();
        let mut is_seen = false;
        while let Some(line) = lines.next() {
            if let Some(words) = line.strip_prefix("/// ") {
                add(&mut doc, words);
            } else if line.starts_with("#[") {
                is_seen |= line.contains("Serialize");
            } else if let Some(rest) = line
                .strip_prefix("pub struct ")
                .or_else(|| line.strip_prefix("pub(crate) struct "))
                .filter(|_| is_seen && line.ends_with('{'))
            {
                let name = rest.split(['<', ' ']).next().unwrap_or_default().to_owned();
                let fields = fields(&mut lines);
                all.insert(
                    name,
                    SeenType {
                        doc: std::mem::take(&mut doc),
                        fields,
                    },
                );
                is_seen = false;
            } else {
                doc.clear();
                is_seen = false;
            }
        }
    }
    all
}

/// The public fields of a struct, up to its end.
fn fields<'t>(lines: &mut impl Iterator<Item = &'t str>) -> Vec<(String, String, String)> {
    let mut all = Vec::new();
    let mut doc = String::new();
    let mut is_hidden = false;
    for line in lines.take_while(|line| *line != "}") {
        let line = line.trim();
        if let Some(words) = line.strip_prefix("/// ") {
            add(&mut doc, words);
        } else if line.starts_with("#[serde(skip)]") {
            is_hidden = true;
        } else {
            if let Some((name, kind)) = line.strip_prefix("pub ").and_then(|field| field.split_once(": "))
                && !is_hidden
            {
                let kind = kind.trim_end_matches(',').to_owned();
                all.push((name.to_owned(), kind, std::mem::take(&mut doc)));
            }
            doc.clear();
            is_hidden = false;
        }
    }
    all
}

fn add(doc: &mut String, words: &str) {
    if !doc.is_empty() {
        doc.push(' ');
    }
    doc.push_str(words);
}

const INTRODUCTION: &str = "\
# The default theme, and what a theme can use

A site's own theme is a folder `themes/<name>/` with `theme: <name>` in `content/site.yaml`. Files in it take the place of the
files of the same path here, one by one; everything else stays. `templates/<kind>.html` is a page kind, `templates/components/`
holds parts, `text/<language>.yaml` all words and how the language writes dates, numbers and counts (one of your own needs only the keys that it changes), `assets/` what is published as it is (all style sheets become one).
`koyaku check` tries a theme's templates on pages of every kind and names what they lack, with the names that there are.

`theme.yaml` says for which format of these names the theme was written: `format: 2`. When a later koyaku has another, `check` tells
what has changed for the files that the theme has. A template beside those of the page kinds, such as `templates/letter.html`, is for plain
pages that say `template: letter`; it sees what `page.html` sees. `koyaku theme text pt` writes the texts of a language to be translated.
A logo, an icon, a colour, fonts and the menu need no theme: they are settings (`look` and `menu` in `content/site.yaml`).

Templates are written in Tera. They look nothing up and decide nothing: whatever a page shows comes finished in the names below.
Text goes through Tera's escaping; what is `Html` is finished and is printed as it is. `t` holds the texts of the language of the
page: `{{ t.nav.home }}`; one with placeholders is filled by `{{ t.glossary.lead | with(n=glossary.total) }}`. `lang` is the language,
and `{{ text.lang | dir }}` is which way a text in a language runs, for `dir` beside `lang`.
The names of a page stand here in the order in which its template shows them: a term is linked to the glossary once on a page, in the
first of them that names it.

This page is made from the types that templates see; a test keeps it true.
";
