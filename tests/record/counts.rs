//! Nothing of the documents is missing and nothing is added: numbers that were counted in the documents by
//! hand.

use crate::record::shown::{LANGUAGES, Shown, commitments, is_page};

/// Documents with their commitments and the actions of these.
const COUNTED: [(&str, usize, usize); 6] = [
    ("atsugi/manifesto", 34, 0),
    // Seven policies and eleven aims.
    ("atsugi/plan", 7 + 11, 0),
    ("atsugi/reform", 9, 24),
    // Nine plans with 18 activities.
    ("atsugi/reform-6", 9, 18),
    ("ayase/policies", 70 + 13, 0),
    ("isesaki/manifesto", 143, 0),
];

#[test]
fn every_commitment_and_action_has_its_page_in_both_languages() {
    for language in LANGUAGES {
        for (document, expected, actions) in COUNTED {
            let pages = commitments(language, document);
            assert_eq!(pages.len(), expected, "{language}{document}");
            let shown = pages
                .iter()
                .map(|page| Shown::at(page).count("main ol.actions > li[id]"));
            assert_eq!(shown.sum::<usize>(), actions, "actions of {language}{document}");
        }
    }
}

#[test]
fn the_counts_of_the_documents_stand_on_their_pages() {
    // Document, and what its page says of it in either language.
    let said = [
        ("atsugi/manifesto", "34"),
        ("atsugi/plan", "18"),
        ("atsugi/reform", "9"),
        ("atsugi/reform-6", "9"),
        ("ayase/policies", "83"),
        ("isesaki/manifesto", "143"),
    ];
    for language in LANGUAGES {
        for (document, count) in said {
            let lead = Shown::at(&format!("{language}{document}/"))
                .texts("main", ".lead, .count, .total")
                .join(" ");
            let numbers: Vec<&str> = lead
                .split(|character: char| !character.is_ascii_digit())
                .collect();
            assert!(
                numbers.contains(&count),
                "{language}{document} says {count}: {lead}"
            );
        }
    }
}

#[test]
fn sections_and_groups_are_those_of_the_documents() {
    for language in LANGUAGES {
        assert_eq!(
            (1..=9)
                .filter(|goal| is_page(&format!("{language}atsugi/reform/g{goal}/")))
                .count(),
            3,
            "goals of the outline"
        );
        let policies: Vec<Shown> = (1..=9)
            .map(|policy| format!("{language}isesaki/manifesto/p{policy}/"))
            .filter(|page| is_page(page))
            .map(|page| Shown::at(&page))
            .collect();
        assert_eq!(policies.len(), 8, "policies of Isesaki");
        assert_eq!(
            policies
                .iter()
                .map(|page| page.count("main h2[id^='p']"))
                .sum::<usize>(),
            33,
            "groups of Isesaki"
        );
        let departments = crate::record::ayase::departments(language);
        assert_eq!(departments.len(), 13, "departments of Ayase");
        let blocks = |called: &str| {
            departments
                .iter()
                .map(|page| {
                    page.texts("main h2", ".called")
                        .iter()
                        .filter(|number| number.starts_with(called))
                        .count()
                })
                .sum::<usize>()
        };
        let [pillars, themes] = if language.is_empty() {
            ["行政改革に係る取組", "特定課題に係る取組"]
        } else {
            ["Administrative reform", "Initiatives on specific"]
        };
        assert_eq!(
            (blocks(pillars), blocks(themes)),
            (36, 13),
            "blocks of Ayase in {language:?}"
        );
    }
}
