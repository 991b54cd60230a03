//! The record of a corpus: settings, municipalities and documents, in YAML. Every text is quoted, so that no
//! word of it can be taken for anything else.

use super::wording::{Pair, Wording, both, wording};
use super::words::{AREAS, CITIES, DEPARTMENTS, HEADINGS, STRENGTHS, SUBJECTS};
use super::{Both, COMMITMENTS_PER_DOCUMENT, Corpus, Document, address, figure, municipality_id};
use std::fmt::Write;

/// Why a commitment points at another.
pub const RELATED: Pair = (
    "同じ窓口で進める取組です。",
    "Both are carried out by the same counter.",
);

/// What every indicator counts.
pub const DEFINITION: Pair = (
    "毎年3月の市民調査で「利用した」と答えた人の割合",
    "People who said so in the survey of March",
);

/// `content/site.yaml`.
pub fn site(corpus: &Corpus) -> String {
    let municipalities: Vec<String> = (0..corpus.municipalities()).map(municipality_id).collect();
    let mut yaml = format!(
        "format: 2\ntitle: {{ja: \"計測用のサイト\", en: \"Site for measuring\"}}\ndescription: {{ja: \"生成の速さを測\
         るための、架空の市の記録です。\", en: \"Records of made-up cities, for measuring \
         builds.\"}}\nlanguages: [ja, en]\nbase_url: https://www.example.jp/measured\nas_of: \
         2026-11-21\npublisher: {{ja: \"計測係\", en: \"Measuring office\"}}\ncontact: {{ja: \"この記録につ\
         いての窓口はありません。\", en: \"There is no contact for this record.\"}}\nlicence: {{name: {{ja: \
         \"CC0\", en: \"CC0\"}}, url: https://creativecommons.org/publicdomain/zero/1.0/}}\nmunicipalities: \
         [{}]\nsubjects:\n",
        municipalities.join(", ")
    );
    for (id, (ja, en)) in SUBJECTS {
        let description = both(
            &format!("{ja}についての項目です。"),
            &format!("Items on {}.", en.to_lowercase()),
        );
        line(
            &mut yaml,
            &format!(
                "  - {{id: {id}, name: {}, description: {}}}",
                map(&both(ja, en)),
                map(&description)
            ),
        );
    }
    yaml
}

/// `seeds/<municipality>/municipality.yaml`.
pub fn municipality(corpus: &Corpus, municipality: usize) -> String {
    let name = city(municipality);
    let documents: Vec<String> = corpus.documents_of(municipality).map(Document::id).collect();
    let description = both(
        &format!("{}は架空の市です。", name.ja),
        &format!("{} is a made-up city.", name.en),
    );
    let mut yaml = format!(
        "name: {}\nprefecture: {{ja: \"計測県\", en: \"Keisoku Prefecture\"}}\ndescription: {}\ndocuments: \
         [{}]\ndepartments:\n",
        map(&name),
        map(&description),
        documents.join(", ")
    );
    for (id, (ja, en), reading) in DEPARTMENTS {
        line(
            &mut yaml,
            &format!(
                "  - {{id: {id}, name: {}, reading: \"{reading}\", from: FY2021}}",
                map(&both(ja, en))
            ),
        );
    }
    let former = map(&both("改革推進室", "Reform Office"));
    line(
        &mut yaml,
        &format!(
            "  - {{id: reform-office, name: {former}, from: FY2016, to: FY2020, successors: \
             [planning]}}\nareas:"
        ),
    );
    for (id, (ja, en), reading) in AREAS {
        line(
            &mut yaml,
            &format!(
                "  - {{id: {id}, name: {}, reading: \"{reading}\"}}",
                map(&both(ja, en))
            ),
        );
    }
    yaml
}

/// `seeds/<municipality>/<document>.yaml`.
pub fn document(corpus: &Corpus, document: Document) -> String {
    let mut yaml = head(document);
    for (section, within) in corpus.sections_of(document) {
        section_head(&mut yaml, section);
        within.for_each(|commitment| self::commitment(&mut yaml, (corpus, document), commitment));
    }
    totals(&mut yaml, corpus.commitments_of(document).len());
    yaml
}

/// The title of a document, such as 星待市マニフェスト（第1版）.
pub fn title(document: Document) -> Both {
    let (ja, en) = match document.kind() {
        "manifesto" => ("マニフェスト", "Manifesto"),
        "plan" => ("総合計画", "Comprehensive Plan"),
        "reform" => ("行政改革大綱", "Administrative Reform Outline"),
        _ => ("基本方針", "Basic Policies"),
    };
    let (city, edition) = (city(document.municipality()), document.0 % 10 + 1);
    Both {
        ja: format!("{}{ja}（第{edition}版）", city.ja),
        en: format!("{} {en} (edition {edition})", city.en),
    }
}

pub fn city(municipality: usize) -> Both {
    let (ja, en) = CITIES[municipality % CITIES.len()];
    match municipality / CITIES.len() {
        0 => Both {
            ja: format!("{ja}市"),
            en: format!("{en} City"),
        },
        more => Both {
            ja: format!("第{}{ja}市", more + 1),
            en: format!("{en} City {}", more + 1),
        },
    }
}

fn head(document: Document) -> String {
    let title = title(document);
    let official = document.kind() != "manifesto";
    format!(
        "kind: {}\ntitle: {}\nsource: {{title: {}, publisher: {}, published: 2023-05-01, pages: \"48\", \
         url: https://www.example.jp/{}.pdf}}\nofficial: {official}\nrights: {{ja: \"計測のためだけに作った\
         文です。\", en: \"Wording made for measuring only.\"}}\nperiod: {{from: FY2023, to: \
         FY2026}}\nterm_start: 2023-05-01\ntranslation: {{by: human}}\ndescription: {{ja: \"四年間に取り組む\
         ことをまとめた文書です。\", en: \"What is to be done in four years.\"}}\nlegend:\n  - {{label: 常\
         に, meaning: {{ja: \"期間を通して続けるもの\", en: \"Continued throughout\"}}}}\n\x20 - {{label: 長\
         期, meaning: {{ja: \"任期を越えて取り組むもの\", en: \"Beyond the term\"}}}}\ndeadlines:\n  常に: \
         {{kind: ongoing}}\n  2年以内: {{kind: within_years, years: 2}}\n  4年以内: {{kind: within_years, \
         years: 4}}\n\x20 長期: {{kind: long_term}}\n  2026年度末: {{kind: by_fiscal_year, fy: FY2026}}\n  \
         2025年12月末: {{kind: by_date, date: 2025-12-31}}\nsections:\n",
        document.kind(),
        map(&title),
        map(&title),
        map(&city(document.municipality())),
        document.id(),
    )
}

fn section_head(yaml: &mut String, section: usize) {
    let (id, (ja, en)) = (section + 1, HEADINGS[section]);
    let aim = aim(section);
    line(
        yaml,
        &format!("  - id: s{id}\n    number: \"{id}\"\n    called: {{ja: \"重点目標\", en: \"Priority\"}}"),
    );
    line(yaml, &format!("    heading: {}", map(&both(ja, en))));
    line(
        yaml,
        &format!(
            "    statements:\n      - {{id: s{id}-aim, text: {}}}\n    commitments:",
            map(&aim)
        ),
    );
}

/// What a section says before its commitments.
pub fn aim(section: usize) -> Both {
    let (ja, en) = HEADINGS[section];
    both(
        &format!("{ja}ことを、この章の目標とします。"),
        &format!("The aim of this chapter: {}.", en.to_lowercase()),
    )
}

fn commitment(yaml: &mut String, (corpus, document): (&Corpus, Document), commitment: usize) {
    let Wording {
        title,
        text,
        strength,
        milestone,
        actions,
        indicator,
        area,
        subjects,
    } = wording(commitment);
    let number = commitment % COMMITMENTS_PER_DOCUMENT + 1;
    let kind = match document.kind() {
        "manifesto" => "pledge",
        "policies" => "policy",
        _ if commitment.is_multiple_of(11) => "aim",
        _ => "initiative",
    };
    line(yaml, &format!("      - id: \"{number}\"\n        kind: {kind}"));
    if document.kind() == "reform" {
        line(yaml, &format!("        heading: {}", map(&title)));
    }
    line(
        yaml,
        &format!(
            "        title: {}\n        text:\n          ja: \"{}\"\n          en: \"{}\"",
            map(&title),
            text.ja,
            text.en
        ),
    );
    line(
        yaml,
        &format!(
            "        strength: {strength}\n        deadline: {}",
            deadline(commitment).0
        ),
    );
    if let Some(step) = milestone {
        line(
            yaml,
            &format!("        milestones: [{{text: {}, fy: FY2025}}]", map(&step)),
        );
    }
    if !actions.is_empty() {
        let actions: Vec<String> = actions
            .iter()
            .zip(["a", "b"])
            .map(|(text, id)| format!("{{id: {id}, text: {}}}", map(text)))
            .collect();
        line(yaml, &format!("        actions: [{}]", actions.join(", ")));
    }
    if let Some(name) = indicator {
        self::indicator(yaml, commitment, &name);
    }
    let (lead, support) = departments(commitment);
    let (lead, support) = (DEPARTMENTS[lead].0, DEPARTMENTS[support].0);
    line(
        yaml,
        &format!("        departments: [{{lead: {lead}, support: [{support}], from: FY2023}}]"),
    );
    let subjects: Vec<&str> = subjects.iter().map(|at| SUBJECTS[*at].0).collect();
    line(yaml, &format!("        subjects: [{}]", subjects.join(", ")));
    if let Some(area) = area {
        line(yaml, &format!("        areas: [{}]", AREAS[area].0));
    }
    if let Some(other) = corpus.neighbour(commitment) {
        line(
            yaml,
            &format!(
                "        links: [{{to: {}, kind: related, reason: {}}}]",
                address(other),
                map(&both(RELATED.0, RELATED.1))
            ),
        );
    }
}

fn indicator(yaml: &mut String, commitment: usize, name: &Both) {
    let targets: Vec<String> = (0..4)
        .map(|year| {
            let value = figure(commitment, year);
            format!(
                "{{period: FY{}, value: {value}, printed: \"{value}％\"}}",
                2023 + year
            )
        })
        .collect();
    let definition = both(DEFINITION.0, DEFINITION.1);
    line(
        yaml,
        &format!(
            "        indicators:\n          - id: i{}\n            name: {}",
            commitment % COMMITMENTS_PER_DOCUMENT + 1,
            map(name)
        ),
    );
    line(
        yaml,
        "            unit: {ja: \"％\", en: \"%\"}\n            direction: up\n            kind: level",
    );
    line(
        yaml,
        &format!(
            "            definition: {}\n            targets: [{}]",
            map(&definition),
            targets.join(", ")
        ),
    );
}

/// The total and the table that a document prints about its own items.
fn totals(yaml: &mut String, commitments: usize) {
    let achieved = commitments / 3;
    let percent = |count: usize| format!("{:.1}", count as f64 * 100.0 / commitments as f64);
    line(
        yaml,
        "tallies:\n  - id: progress\n    section: s1\n    about: \
         {ja: \"第1期の取組の評価\", en: \"Assessment of the first period\"}",
    );
    line(
        yaml,
        &format!(
            "    period: FY2022\n    assessor: {{ja: \"市\", en: \"The city\"}}\n    total: \
             {commitments}"
        ),
    );
    line(yaml, "    unit: {ja: \"件\", en: \"items\"}\n    parts:");
    for (label, count) in [
        (both("達成", "Achieved"), achieved),
        (both("継続", "Continued"), commitments - achieved),
    ] {
        line(
            yaml,
            &format!(
                "      - {{label: {}, count: {count}, percent: {}}}",
                map(&label),
                percent(count)
            ),
        );
    }
    let columns = [both("進め方", "Manner"), both("意味", "Meaning")]
        .map(|column| map(&column))
        .join(", ");
    line(
        yaml,
        "tables:\n  - id: manners\n    section: s1\n    caption: \
         {ja: \"進め方の一覧\", en: \"List of manners\"}",
    );
    line(yaml, &format!("    columns: [{columns}]\n    rows:"));
    for (word, (ja, en), _) in STRENGTHS {
        let meaning = both(
            &format!("{ja}を行うもの"),
            &format!("Items that {}", word.replace('-', " ")),
        );
        line(
            yaml,
            &format!("      - [{}, {}]", map(&both(ja, en)), map(&meaning)),
        );
    }
}

/// The deadline as it is printed, and in English as koyaku words it.
pub fn deadline(commitment: usize) -> Pair {
    const DEADLINES: [Pair; 6] = [
        ("常に", "at all times"),
        ("2年以内", "within 2 years"),
        ("4年以内", "within 4 years"),
        ("長期", "long term"),
        ("2026年度末", "by the end of FY2026"),
        ("2025年12月末", "by 31 December 2025"),
    ];
    DEADLINES[commitment % DEADLINES.len()]
}

/// The positions of the departments that lead and support.
pub fn departments(commitment: usize) -> (usize, usize) {
    (
        commitment % DEPARTMENTS.len(),
        (commitment + 5) % DEPARTMENTS.len(),
    )
}

/// Text as a YAML map. The words hold neither quote marks nor backslashes, so they need no escaping.
pub fn map(text: &Both) -> String {
    format!("{{ja: \"{}\", en: \"{}\"}}", text.ja, text.en)
}

pub fn line(yaml: &mut String, text: &str) {
    writeln!(yaml, "{text}").expect("writing to a string cannot fail");
}
