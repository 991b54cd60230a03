//! A large site made by rule, for what only shows when there is much of something: paged lists, split
//! sitemaps, time.

use super::{Folder, Site};
use std::fmt::Write;

/// How many commitments a document of a generated site holds at most.
const PER_DOCUMENT: usize = 500;

/// How many commitments stand under one first-level section.
const PER_SECTION: usize = 125;

/// A bilingual site of a fictional city with so many commitments, every tenth of which has a report.
pub fn generated(commitments: usize) -> Site {
    let mut site = Site::empty(Folder::new())
        .file("content/site.yaml", SETTINGS)
        .file("seeds/oura/municipality.yaml", MUNICIPALITY);
    let numbers: Vec<usize> = (1..=commitments).collect();
    for (at, numbers) in numbers.chunks(PER_DOCUMENT).enumerate() {
        site = site.file(
            &format!("seeds/oura/plan-{}.yaml", at + 1),
            document(at + 1, numbers),
        );
        for number in numbers.iter().filter(|number| *number % 10 == 0) {
            let folder = format!("content/oura/plan-{}/c{number}", at + 1);
            site = site
                .file(&format!("{folder}/2026-03-31.md"), report(*number))
                .file(&format!("{folder}/2026-03-31.en.md"), REPORT_EN);
        }
    }
    site
}

const SETTINGS: &str = "\
format: 2
title: {ja: 大浦市の計画, en: Plans of Oura}
languages: [ja, en]
base_url: https://plans.example.jp
as_of: 2026-06-01
municipalities: [oura]
subjects:
  - {id: harbour, name: {ja: 港, en: Harbour}}
  - {id: hills, name: {ja: 丘, en: Hills}}
";

const MUNICIPALITY: &str = "\
name: {ja: 大浦市, en: Oura City}
reading: おおうらし
departments:
  - {id: planning, name: {ja: 企画課, en: Planning Division}}
areas:
  - {id: east, name: {ja: 東地区, en: East district}}
";

const REPORT_EN: &str = "---\ntranslation: {by: human}\n---\nWork is going on as planned.\n";

fn document(number: usize, commitments: &[usize]) -> String {
    let mut text = format!(
        "kind: plan\ntitle: {{ja: 大浦市 第{number}次計画, en: 'Oura Plan No. \
         {number}'}}\nofficial: true\ntranslation: {{by: human}}\nsections:\n"
    );
    for (at, commitments) in commitments.chunks(PER_SECTION).enumerate() {
        let section = at + 1;
        writeln!(
            text,
            "  - id: s{section}\n    heading: {{ja: 第{section}章, en: Chapter {section}}}\n    commitments:"
        )
        .expect("a string takes any text");
        for &commitment in commitments {
            let subject = if commitment % 2 == 0 { "harbour" } else { "hills" };
            writeln!(
                text,
                "      - id: c{commitment}\n        kind: policy\n        title: {{ja: 施策{commitment}, \
                 en: Measure {commitment}}}\n        text: {{ja: 施策{commitment}を、市民とともに計画どおり\
                 進めます。, en: Measure {commitment} will go ahead as planned.}}\n        departments: \
                 [{{lead: planning}}]\n        areas: [east]\n        subjects: [{subject}]"
            )
            .expect("a string takes any text");
        }
    }
    text
}

fn report(number: usize) -> String {
    format!(
        "---\nkind: assessment\nperiod: FY2025\npublished: 2026-05-20\nassessor: department\nstatus: \
         on-track\nevidence:\n  - title: {{ja: 進捗状況調べ, en: Progress survey}}\n---\n施策{number}は計画\
         どおり進んでいます。\n"
    )
}
