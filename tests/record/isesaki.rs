//! Isesaki's manifesto: eight policies, 33 groups, 143 items.

use crate::record::printed::passages;
use crate::record::shown::{LANGUAGES, Shown};

#[test]
fn every_heading_and_item_is_word_for_word() {
    let mut faults = Vec::new();
    for language in LANGUAGES {
        let base = format!("{language}isesaki/manifesto/");
        for passage in passages("isesaki-manifesto") {
            let address = &passage.address;
            let found = match address.split_once('-') {
                // A policy, or a group on the page of its policy.
                None => Shown::at(&format!("{base}{address}/")).verbatim("main"),
                Some((policy, _)) if policy.starts_with('p') => {
                    Shown::at(&format!("{base}{policy}/")).verbatim("main")
                }
                Some(_) => Shown::at(&format!("{base}{address}/")).quotations("main figure"),
            };
            if !found.iter().any(|text| passage.is(text)) {
                faults.push(format!("{base}{address}: {found:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_misprints_of_the_source_stay_and_are_marked() {
    for (item, printed) in [
        ("5-3-3", "リハビリテ─ション"),
        ("8-6-1", "ビルト"),
        ("8-6-4", "ファンティング"),
        ("6-3-8", "戸別収拾"),
    ] {
        let page = Shown::at(&format!("isesaki/manifesto/{item}/"));
        let marked = page.texts("main", "blockquote .sic");
        assert!(
            marked.iter().any(|text| text.contains(printed)),
            "{item} marks {printed}: {marked:?}"
        );
    }
}
