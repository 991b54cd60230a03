//! The corpus as a site for Hugo: the same commitments, texts, statuses, tables and lists in both languages, at
//! the same addresses, with layouts of its own under `hugo/`. koyaku makes more of a record than this (data
//! files, a search, charts, lists by status and area); that is its own work and is not taken away from it.

use super::content::{self, PlainPage};
use super::record::{self, line, title};
use super::wording::{Pair, Wording, wording};
use super::words::{AREAS, DEPARTMENTS, HEADINGS, MEANS, SUBJECTS};
use super::{
    Both, COMMITMENTS_PER_DOCUMENT, Corpus, Document, address, document_of, figure, has_introduction,
    has_report, municipality_id,
};
use std::collections::HashMap;
use std::path::Path;

/// Settings, words and layouts, which are the same for a site of any size.
const FILES: [(&str, &str); 14] = [
    ("hugo.yaml", include_str!("hugo/hugo.yaml")),
    ("i18n/ja.yaml", include_str!("hugo/i18n/ja.yaml")),
    ("i18n/en.yaml", include_str!("hugo/i18n/en.yaml")),
    ("static/style.css", include_str!("hugo/static/style.css")),
    ("layouts/baseof.html", include_str!("hugo/layouts/baseof.html")),
    ("layouts/home.html", include_str!("hugo/layouts/home.html")),
    ("layouts/city.html", include_str!("hugo/layouts/city.html")),
    (
        "layouts/document.html",
        include_str!("hugo/layouts/document.html"),
    ),
    ("layouts/list.html", include_str!("hugo/layouts/list.html")),
    (
        "layouts/taxonomy.html",
        include_str!("hugo/layouts/taxonomy.html"),
    ),
    (
        "layouts/glossary.html",
        include_str!("hugo/layouts/glossary.html"),
    ),
    ("layouts/page.html", include_str!("hugo/layouts/page.html")),
    (
        "layouts/commitment.html",
        include_str!("hugo/layouts/commitment.html"),
    ),
    (
        "layouts/_partials/rows.html",
        include_str!("hugo/layouts/_partials/rows.html"),
    ),
];

/// Statuses in English, as koyaku names them; in Japanese a page says what the city has printed.
const STATUSES: [Pair; 11] = [
    ("achieved", "Achieved"),
    ("on-track", "On track"),
    ("mostly-on-track", "Mostly on track"),
    ("ongoing", "Ongoing"),
    ("slightly-behind", "Slightly behind"),
    ("behind", "Behind"),
    ("partly-achieved", "Partly achieved"),
    ("not-achieved", "Not achieved"),
    ("not-started", "Not started"),
    ("stopped", "Stopped"),
    ("changed", "Changed"),
];

/// Writes the sources of the equal site into the folder `root`.
///
/// # Panics
/// When the folder cannot be written to: a measurement has nothing to fall back on.
pub fn write(root: &Path, commitments: usize) {
    let corpus = Corpus { commitments };
    for (path, text) in FILES {
        super::put(root, path, text);
    }
    for japanese in [true, false] {
        let edition = Edition::new(&corpus, root, japanese);
        edition.glossary();
        edition.names();
        edition.plain_pages();
        (0..corpus.municipalities()).for_each(|municipality| edition.municipality(municipality));
        (0..corpus.documents()).for_each(|document| edition.document(Document(document)));
    }
}

/// The site in one of its languages.
struct Edition<'c> {
    corpus: &'c Corpus,
    root: &'c Path,
    japanese: bool,
    documents: HashMap<String, Document>,
    pages: HashMap<String, Both>,
}

impl<'c> Edition<'c> {
    fn new(corpus: &'c Corpus, root: &'c Path, japanese: bool) -> Self {
        let documents = (0..corpus.documents()).map(Document);
        let pages = content::plain_pages(corpus);
        Self {
            corpus,
            root,
            japanese,
            documents: documents.map(|document| (document.address(), document)).collect(),
            pages: pages.into_iter().map(|page| (page.path, page.title)).collect(),
        }
    }

    fn glossary(&self) {
        let name = self.word(("用語集", "Glossary"));
        self.put(
            "glossary/_index.md",
            &format!("title: \"{name}\"\nlayout: glossary"),
            "",
        );
        for (at, (id, (ja, en), _)) in MEANS.into_iter().enumerate() {
            let summary = match self.japanese {
                true => format!("市が使う「{ja}」という言葉の説明です。"),
                false => "What the city means by this word.".to_owned(),
            };
            let front = format!("title: \"{}\"\ndescription: \"{summary}\"", self.word((ja, en)));
            let body = content::term_body(at);
            self.put(
                &format!("glossary/{id}.md"),
                &front,
                &self.linked(self.text(&body)),
            );
        }
    }

    /// The names of subjects and departments. Hugo makes the lists of their commitments by itself.
    fn names(&self) {
        for (kind, name) in [
            ("subjects", ("分野", "Subjects")),
            ("departments", ("所管課", "Departments")),
        ] {
            self.put(
                &format!("{kind}/_index.md"),
                &format!("title: \"{}\"", self.word(name)),
                "",
            );
        }
        let subjects = SUBJECTS.map(|(id, name)| ("subjects", id, name));
        let departments = DEPARTMENTS.map(|(id, name, _)| ("departments", id, name));
        for (kind, id, name) in subjects.into_iter().chain(departments) {
            self.put(
                &format!("{kind}/{id}/_index.md"),
                &format!("title: \"{}\"", self.word(name)),
                "",
            );
        }
    }

    fn plain_pages(&self) {
        for PlainPage { path, title, body } in content::plain_pages(self.corpus) {
            let front = match self.japanese {
                true => format!(
                    "title: \"{0}\"\ndescription: \"{0}についてのページです。\"",
                    title.ja
                ),
                false => format!("title: \"{0}\"\ndescription: \"A page on this: {0}.\"", title.en),
            };
            self.put(&format!("{path}.md"), &front, &self.linked(self.text(&body)));
        }
    }

    fn municipality(&self, municipality: usize) {
        let name = record::city(municipality);
        let description = match self.japanese {
            true => format!("{}は架空の市です。", name.ja),
            false => format!("{} is a made-up city.", name.en),
        };
        let front = format!(
            "title: \"{}\"\ndescription: \"{description}\"\nlayout: city\nkind: city\nweight: {}",
            self.text(&name),
            municipality + 1
        );
        self.put(
            &format!("{}/_index.md", municipality_id(municipality)),
            &front,
            "",
        );
    }

    fn document(&self, document: Document) {
        let folder = document.address();
        let front = format!(
            "title: \"{}\"\ndescription: \"{}\"\nlayout: document\nsize: {}\nweight: {}",
            self.text(&title(document)),
            self.word((
                "四年間に取り組むことをまとめた文書です。",
                "What is to be done in four years."
            )),
            self.corpus.commitments_of(document).len(),
            document.0 + 1
        );
        self.put(&format!("{folder}/_index.md"), &front, "");
        for (section, within) in self.corpus.sections_of(document) {
            let number = section + 1;
            let front = format!(
                "title: \"{}\"\ndescription: \"{}\"\nweight: {number}",
                self.word(HEADINGS[section]),
                self.text(&record::aim(section))
            );
            self.put(&format!("{folder}/s{number}/_index.md"), &front, "");
            for commitment in within {
                let place = commitment % COMMITMENTS_PER_DOCUMENT + 1;
                self.put(
                    &format!("{folder}/s{number}/{place}.md"),
                    &self.front(commitment),
                    &self.body(commitment),
                );
            }
        }
    }

    fn front(&self, commitment: usize) -> String {
        let Wording {
            title,
            area,
            subjects,
            ..
        } = wording(commitment);
        let number = commitment % COMMITMENTS_PER_DOCUMENT + 1;
        let (lead, support) = record::departments(commitment);
        let (department, lead) = (self.word(DEPARTMENTS[lead].1), DEPARTMENTS[lead].0);
        let subjects: Vec<&str> = subjects.iter().map(|at| SUBJECTS[*at].0).collect();
        let mut front = format!(
            "title: \"{}\"\nurl: {}\nlayout: commitment\nweight: {number}\nnumber: \"{number}\"\ndeadline: \
             \"{}\"\ndepartment: \"{department}\"\nsupport: \"{}\"\ndepartments: [{lead}]\nsubjects: [{}]\n",
            self.text(&title),
            self.link(&address(commitment)),
            self.word(record::deadline(commitment)),
            self.word(DEPARTMENTS[support].1),
            subjects.join(", ")
        );
        if has_report(commitment) {
            let (status, label, _) = content::status(commitment);
            let (_, english) = STATUSES
                .into_iter()
                .find(|(id, _)| *id == status)
                .expect("every status of the corpus has a name");
            let shown = self.word((label, english));
            line(&mut front, &format!("class: {status}\nstatus: \"{shown}\""));
        }
        if let Some(area) = area {
            line(&mut front, &format!("area: \"{}\"", self.word(AREAS[area].1)));
        }
        let range = self.corpus.commitments_of(document_of(commitment));
        let pointer = |other: usize| {
            let title = wording(other).title;
            format!(
                "address: {}, title: \"{}\"",
                self.link(&address(other)),
                self.text(&title)
            )
        };
        if commitment > range.start {
            line(&mut front, &format!("previous: {{{}}}", pointer(commitment - 1)));
        }
        if commitment + 1 < range.end {
            line(&mut front, &format!("next: {{{}}}", pointer(commitment + 1)));
        }
        if let Some(other) = self.corpus.neighbour(commitment) {
            let reason = self.word(record::RELATED);
            line(
                &mut front,
                &format!("related:\n  - {{{}, reason: \"{reason}\"}}", pointer(other)),
            );
        }
        front
    }

    fn body(&self, commitment: usize) -> String {
        let Wording {
            title,
            text,
            actions,
            indicator,
            ..
        } = wording(commitment);
        let mut body = String::new();
        line(&mut body, &format!("> {}\n", self.text(&text)));
        if !self.japanese {
            line(&mut body, &format!("> {}\n", text.ja));
        }
        for (at, action) in actions.iter().enumerate() {
            line(&mut body, &format!("{}. {}\n", at + 1, self.text(action)));
            if !self.japanese {
                line(&mut body, &format!("   {}\n", action.ja));
            }
        }
        if has_introduction(commitment) {
            let introduction = content::introduction_body(commitment);
            line(&mut body, &self.linked(self.text(&introduction)));
        }
        if let Some(name) = indicator {
            self.indicator(&mut body, commitment, &name);
        }
        if has_report(commitment) {
            self.report(&mut body, commitment, &title);
        }
        body
    }

    fn indicator(&self, body: &mut String, commitment: usize, name: &Both) {
        line(
            body,
            &format!("## {}\n\n{}\n", self.text(name), self.word(record::DEFINITION)),
        );
        let (period, target, result) = match self.japanese {
            true => ("時期", "目標", "実績"),
            false => ("Period", "Target", "Result"),
        };
        line(
            body,
            &format!("| {period} | {target} | {result} |\n|---|---:|---:|"),
        );
        for year in 0..4 {
            let period = match self.japanese {
                true => format!("{}年度", 2023 + year),
                false => format!("FY{}", 2023 + year),
            };
            let reached = match has_report(commitment) && year < 3 {
                true => format!("{}％", figure(commitment + 1, year)),
                false => "—".to_owned(),
            };
            let aimed = figure(commitment, year);
            line(body, &format!("| {period} | {aimed}％ | {reached} |"));
        }
        body.push('\n');
    }

    fn report(&self, body: &mut String, commitment: usize, title: &Both) {
        let heading = match self.japanese {
            true => format!("{}の進み具合", title.ja),
            false => format!("Progress: {}", title.en),
        };
        let report = content::report_body(self.corpus, commitment);
        line(
            body,
            &format!("## {heading}\n\n{}", self.linked(self.text(&report))),
        );
        let page = commitment % 90 + 1;
        let page = match self.japanese {
            true => format!("{page}ページ"),
            false => format!("p. {page}"),
        };
        line(
            body,
            &format!(
                "{}\n\n{}\n\n- [{}](https://www.example.jp/progress/2025.pdf)\n- {page}\n- {}",
                self.word(content::reason(commitment)),
                self.word(content::NEXT),
                self.word(content::EVIDENCE),
                self.word(content::EVIDENCE_SUMMARY)
            ),
        );
    }

    /// Markdown whose links say their words and lead where the pages of this language are.
    fn linked(&self, markdown: &str) -> String {
        let mut parts = markdown.split("[[");
        let mut text = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (to, rest) = part.split_once("]]").expect("a link of the corpus is closed");
            text.push_str(&format!("[{}]({}){rest}", self.name(to), self.link(to)));
        }
        text
    }

    /// What a link to this address is called.
    fn name(&self, to: &str) -> String {
        let term = to
            .strip_prefix("glossary/")
            .and_then(|id| MEANS.into_iter().find(|(other, ..)| *other == id));
        if let Some((_, name, _)) = term {
            return self.word(name).to_owned();
        }
        if let Some(page) = self.pages.get(to) {
            return self.text(page).to_owned();
        }
        if let Some(document) = self.documents.get(to) {
            return self.text(&title(*document)).to_owned();
        }
        let commitment = to.rsplit_once('/').and_then(|(document, number)| {
            let document = self.documents.get(document)?;
            let number: usize = number.parse().ok()?;
            Some(self.corpus.commitments_of(*document).start + number - 1)
        });
        let commitment = commitment.expect("a link of the corpus leads somewhere");
        self.text(&wording(commitment).title).to_owned()
    }

    fn link(&self, to: &str) -> String {
        match self.japanese {
            true => format!("/{to}/"),
            false => format!("/en/{to}/"),
        }
    }

    fn put(&self, path: &str, front: &str, body: &str) {
        let language = self.word(("ja", "en"));
        let text = format!("---\n{}\n---\n{body}", front.trim_end());
        super::put(self.root, &format!("content/{language}/{path}"), &text);
    }

    fn text<'t>(&self, both: &'t Both) -> &'t str {
        if self.japanese { &both.ja } else { &both.en }
    }

    fn word(&self, (ja, en): Pair) -> &'static str {
        if self.japanese { ja } else { en }
    }
}
