//! Tables: a box that can be reached and named, heads, alignment, and rows that do not fit.

use super::{assert_pages, assert_problems, page, problems};

const BOX: &str = "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"表1\"><table>";

#[test]
fn a_table_has_heads_classes_and_a_named_box() {
    assert_eq!(
        page("| 項目 | 件数 | 印 |\n|---|--:|:-:|\n| A\\|B | 1,200 | **○** |\n| C |"),
        format!(
            "{BOX}<thead><tr><th scope=\"col\">項目</th><th scope=\"col\" class=\"num\">件数</th>\
             <th scope=\"col\" class=\"center\">印</th></tr></thead>\
             <tbody><tr><td>A|B</td><td class=\"num\">1,200</td><td class=\"center\"><strong>○</strong></td></tr>\
             <tr><td>C</td><td class=\"num\"></td><td class=\"center\"></td></tr></tbody></table></div>"
        )
    );
    assert_eq!(
        page("a | b\n:--|--\n"),
        format!(
            "{BOX}<thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead></table></div>"
        )
    );
}

#[test]
fn the_first_column_heads_its_rows_where_its_own_head_is_empty() {
    assert_eq!(
        page("| | 2024 |\n|-|-|\n| 件数 | 5 |\n| | 6 |"),
        format!(
            "{BOX}<thead><tr><td></td><th scope=\"col\">2024</th></tr></thead>\
             <tbody><tr><th scope=\"row\">件数</th><td>5</td></tr><tr><td></td><td>6</td></tr></tbody></table></div>"
        )
    );
}

#[test]
fn a_head_without_words_is_left_out_and_reported() {
    let body = "| | |\n|-|-|\n| a | b |";
    assert_eq!(
        page(body),
        format!("{BOX}<tbody><tr><td>a</td><td>b</td></tr></tbody></table></div>")
    );
    assert_problems(&[(body, &["W markdown-table | | |"])]);
}

#[test]
fn each_table_of_a_body_has_a_name_of_its_own() {
    let page = page("|a|\n|-|\n\n|b|\n|-|");
    assert!(
        page.contains("aria-label=\"表1\"") && page.contains("aria-label=\"表2\""),
        "{page}"
    );
}

#[test]
fn cells_that_would_vanish_are_reported() {
    assert_problems(&[
        (
            "|a|b|\n|-|-|\n| 1 | 2 | 消える | 語 |\n| 1 | 2 | |",
            &["E markdown-table 消える | 語"],
        ),
        ("> |a|b|\n> |-|-|\n> | 1 | 2 | 3 |", &["E markdown-table 3"]),
        ("|a|b|\n|-|-|\n| 1 | `x|y` |", &["E markdown-table y`"]),
        ("|a|b|\n|-|-|\n| 1 |", &[]),
    ]);
}

#[test]
fn lines_that_look_like_a_table_and_are_none_are_reported() {
    assert_problems(&[
        ("| a | b |\n|---|\n| 1 | 2 |", &["W markdown-table |---|"]),
        ("a -- b | c", &[]),
        ("```\n|---|\n```", &[]),
    ]);
    assert_pages(&[("a | b", "<p>a | b</p>")]);
}

#[test]
fn a_table_that_grows_past_a_mebibyte_is_an_error_and_is_cut() {
    let columns = 2000;
    let head = format!("{}|\n{}|\n", "|a".repeat(columns), "|-".repeat(columns));
    let small = format!("{head}{}", "|\n".repeat(20));
    assert_eq!(problems(&small), [""; 0]);
    let body = format!("{head}{}\n後の段落", "| x\n".repeat(100));
    let found = problems(&body);
    assert!(
        found.len() == 1 && found[0].starts_with("E markdown-table |a|a|"),
        "{found:?}"
    );
    let page = page(&body);
    assert!(page.len() < 1_200_000, "{}", page.len());
    assert!(
        page.ends_with("</tr></tbody></table></div>\n<p>後の段落</p>"),
        "{}",
        &page[page.len() - 60..]
    );
}

#[test]
fn one_long_cell_is_counted_too() {
    let body = format!("|a|\n|-|\n|{}|\n", "&lt;".repeat(300_000));
    assert_eq!(problems(&body).len(), 1);
    assert!(page(&body).len() < 1_200_000);
    let links = format!(
        "|a|\n|-|\n{}",
        format!("|[a]({}.md)|\n", "x".repeat(2000)).repeat(600)
    );
    assert_eq!(problems(&links).len(), 1);
}
