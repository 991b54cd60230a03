//! Atsugi's plan: seven parts, two lists of policies, eleven aims, two tables.

use crate::record::printed::{Passage, passages};
use crate::record::shown::{LANGUAGES, Shown, is_page};

#[test]
fn every_heading_statement_policy_and_aim_is_word_for_word() {
    let mut faults = Vec::new();
    for language in LANGUAGES {
        let base = format!("{language}atsugi/plan/");
        for passage in passages("atsugi-plan")
            .iter()
            .filter(|passage| !passage.address.contains(':'))
        {
            let address = &passage.address;
            let page = format!("{base}{address}/");
            let section = if address.starts_with("creation") {
                "s5"
            } else {
                address.split('-').next().unwrap_or_default()
            };
            let found = match address.starts_with(|first: char| first.is_ascii_digit()) {
                true => Shown::at(&page).quotations("main figure.quote"),
                false if is_page(&page) => Shown::at(&page).verbatim("main > .wrap > .head"),
                // A statement, or a heading below the first level.
                false => {
                    let page = Shown::at(&format!("{base}{section}/"));
                    [
                        page.quotations(&format!("main [id='{address}']")),
                        page.verbatim("main section"),
                    ]
                    .concat()
                }
            };
            if !found.iter().any(|text| passage.is(text)) {
                faults.push(format!("{base}{address}: {found:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_schedule_has_its_twelve_months_and_its_empty_cells() {
    let passages = passages("atsugi-plan");
    let columns = ["schedule:month", "schedule:plan", "schedule:budget"];
    let printed: Vec<&Passage> = passages
        .iter()
        .filter(|passage| columns.contains(&passage.address.as_str()))
        .collect();
    assert_eq!(printed.len(), 3 * 13, "a head and twelve months");
    for language in LANGUAGES {
        let page = Shown::at(&format!("{language}atsugi/plan/s7/"));
        let cells = page.cells("[id='schedule'] table", language);
        assert_eq!(cells.len(), printed.len(), "{cells:?}");
        for (passage, cell) in printed.iter().zip(&cells) {
            assert!(passage.is(cell), "{language}{}: {cell:?}", passage.address);
        }
        let september = cells
            .chunks(3)
            .find(|row| row[0] == "9月")
            .expect("September is in the schedule");
        assert_eq!(september[1..], ["", ""], "September is empty in both columns");
        let note = passages
            .iter()
            .find(|passage| passage.address == "schedule:note")
            .expect("the schedule has a note");
        assert!(page.verbatim("main").iter().any(|text| note.is(text)));
    }
}

#[test]
fn the_progress_of_the_first_plan_is_the_printed_one() {
    let passages = passages("atsugi-plan");
    let rows: Vec<&Passage> = passages
        .iter()
        .filter(|passage| passage.address == "projects:row")
        .collect();
    for language in LANGUAGES {
        let page = Shown::at(&format!("{language}atsugi/plan/s4/"));
        let cells = page.cells("[id='projects'] table", language);
        // The last column holds a bar, which has no text.
        let shown: Vec<String> = cells
            .chunks(4)
            .skip(1)
            .map(|row| format!("{} {}事業（{}%）", row[0], row[1], row[2]))
            .collect();
        assert_eq!(shown.len(), 4 + 1);
        for (passage, row) in rows[1..].iter().zip(&shown) {
            // The word for a total is ours on pages of another language.
            assert!(
                passage.is(row) || passage.is(&row.replace("Total", "合計")),
                "{language}{row}"
            );
        }
        let excludes = passages
            .iter()
            .find(|passage| passage.address == "projects:excludes")
            .expect("the total leaves something out");
        assert!(page.verbatim("main").iter().any(|text| excludes.is(text)));
        let caption = page.texts("[id='projects'] caption", ".meta").concat();
        assert!(caption.contains("266"), "{caption}");
        let measures: Vec<String> = page
            .cells("[id='measures'] tbody", language)
            .chunks(3)
            .map(|row| row[1].clone())
            .collect();
        assert_eq!(measures, ["25", "1", "1"]);
    }
}
