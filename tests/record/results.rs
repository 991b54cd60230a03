//! The results of Atsugi's 6th reform for FY2019: totals, nine plans, ten indicators.

use crate::record::printed::passages;
use crate::record::shown::{LANGUAGES, Shown};

#[test]
fn every_plan_activity_and_indicator_is_word_for_word() {
    let mut faults = Vec::new();
    let mut indicators = 0;
    for language in LANGUAGES {
        let base = format!("{language}atsugi/reform-6/");
        for passage in passages("atsugi-reform-6") {
            let address = &passage.address;
            let found = match address.split_once([':', '.']) {
                _ if address.starts_with("counts") => {
                    Shown::at(&format!("{base}s2/")).quotations("main figure")
                }
                _ if address.starts_with(['s', 'g']) => {
                    Shown::at(&format!("{base}{}/", &address[..2])).verbatim("main")
                }
                Some((plan, action)) if action.len() == 1 => {
                    Shown::at(&format!("{base}{plan}/")).quotations(&format!("main [id='{action}']"))
                }
                Some((plan, what)) => {
                    indicators += usize::from(what.ends_with("name"));
                    let page = Shown::at(&format!("{base}{plan}/"));
                    [
                        page.verbatim("main article.indicator"),
                        page.verbatim("main .report"),
                        page.texts("main article.indicator", "td small"),
                    ]
                    .concat()
                }
                None => Shown::at(&format!("{base}{address}/")).verbatim("main figure"),
            };
            // A rate stands behind a word of ours.
            let is = |text: &String| {
                passage.is(text)
                    || (address.ends_with(":rate")
                        && text.rsplit(' ').next().is_some_and(|rate| passage.is(rate)))
            };
            if !found.iter().any(is) {
                faults.push(format!("{base}{address}: {found:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert_eq!(indicators, 10 * LANGUAGES.len());
}

#[test]
fn the_page_says_that_the_seventeen_are_not_itemised_and_shows_the_discrepancy() {
    for (language, itemised) in [
        ("", "達成した17項目の内訳は資料にありません"),
        ("en/", "does not itemise the 17"),
    ] {
        let text = Shown::at(&format!("{language}atsugi/reform-6/s2/")).text();
        for said in [itemised, "59.3", "63.0"] {
            assert!(text.contains(said), "{language} says {said}");
        }
    }
}
