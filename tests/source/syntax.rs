//! Text that is no YAML, or not the YAML that its writer meant, and the words for it.

use crate::source::{record, told};

#[track_caller]
fn says(text: &str, words: &str) {
    assert_eq!(format!("\n{}", told(text)), words, "{text}");
}

/// A further text of which the same is said, at these places.
#[track_caller]
fn also(text: &str, places: &[&str]) {
    assert_eq!(crate::source::places(text), places, "{text}");
}

#[test]
fn a_full_width_colon_is_no_separator() {
    says(
        "title：道路\n",
        r#"
1:6 `：` yaml-full-width: 全角のコロン「：」が区切りに使われています
  a full-width colon `：` is used as a separator
  → 半角のコロンと半角の空白「: 」にしてください。文の一部なら引用符で囲んでください
  → write an ASCII colon and a space; if it is part of the text, put the text in quotes
"#,
    );
    also(
        "title: x\nsections:\n  - id：s1\n    heading: 道路\n",
        &["3:7 `：` yaml-full-width"],
    );
    also("title: {ja：道路, en: Roads}\n", &["1:11 `：` yaml-full-width"]);
    also(
        "title: x\ndeadlines:\n  常に：{kind: ongoing}\n  長期：{kind: ongoing}\n",
        &["3:5 `：` yaml-full-width", "4:5 `：` yaml-full-width"],
    );
}

#[test]
fn a_full_width_colon_is_found_where_yaml_would_take_it_for_text() {
    also("title:\n  ja：道路\n", &["2:5 `：` yaml-full-width"]);
    also("title:\n  ja：道路\n  en: Roads\n", &["2:5 `：` yaml-full-width"]);
}

#[test]
fn a_full_width_space_is_no_separator() {
    says(
        "title:　道路\n",
        r#"
1:6 `:　` yaml-full-width: 全角の空白が区切りに使われています
  a full-width space is used as a separator
  → 半角の空白にしてください
  → write an ASCII space
"#,
    );
    also("title: x\ntags:\n  -　道路\n", &["3:4 `　` yaml-full-width"]);
    also("title: {ja:　道路}\n", &["1:11 `:　` yaml-full-width"]);
    also("title: x\ntags: [a,　b]\n", &["2:10 `　` yaml-full-width"]);
}

#[test]
fn a_full_width_space_does_not_indent() {
    says(
        "title: 道路\n　order: 1\n　official: true\n",
        r#"
2:1 `　` yaml-full-width: 行頭に全角の空白があります（ほかに 1 行）
  there is a full-width space at the start of the line (and on 1 other line)
  → 字下げは半角の空白にしてください。本文の字下げなら「|」を使うか、引用符で囲んでください
  → indent with ASCII spaces; if it belongs to the text, use `|` or quotes
"#,
    );
}

#[test]
fn a_key_needs_a_colon_and_a_space() {
    says(
        "title:道路\n",
        r#"
1:6 `:` yaml-syntax: 「:」の後ろに空白がありません
  there is no space behind `:`
  → コロンの後ろに半角の空白を1つ入れてください
  → write one space behind the colon
"#,
    );
    also(
        "title: x\nsections:\n  - id:s1\n    heading: x\n",
        &["3:7 `:` yaml-syntax"],
    );
    also("title: {ja:道路}\n", &["1:11 `:` yaml-syntax"]);
    says(
        "title 道路\norder: 1\n",
        r#"
1:1 `title 道路` yaml-syntax: 項目名の後ろに「: 」がありません
  there is no `: ` behind the name
  → 「名前: 値」の形で書いてください。上の行の続きなら、字下げを深くしてください
  → write it as `name: value`; if it goes on with the line above, indent it further
"#,
    );
    also("title:\n  ja 道路\n  en: Roads\n", &["2:3 `ja 道路` yaml-syntax"]);
}

#[test]
fn tabs_are_refused_wherever_they_stand() {
    says(
        "title: 道路\n\torder: 1\n",
        r#"
2:1 `	` yaml-tab: タブ文字があります
  there is a tab character
  → タブを半角の空白に置き換えてください（字下げは1段につき2つ）
  → replace tabs by spaces, two for each level of indentation
"#,
    );
    says(
        "title:\t道路\ntags: [\ta]\n",
        r#"
1:7 `	` yaml-tab: タブ文字があります（ほかに 1 行）
  there is a tab character (and on 1 other line)
  → タブを半角の空白に置き換えてください（字下げは1段につき2つ）
  → replace tabs by spaces, two for each level of indentation
"#,
    );
}

#[test]
fn a_quote_that_is_not_closed_is_reported_where_it_opens() {
    says(
        "title: \"道路\norder: 1\n",
        r#"
1:8 `"` yaml-syntax: 引用符 " が閉じられていません
  the quote " is not closed
  → 値の終わりに " を付けてください。2行以上の文は、続きの行を字下げしてください
  → put " at the end of the value; if it takes several lines, indent them
"#,
    );
    also(
        "title: \"道路\ntags: [\"a\", \"b\"]\n",
        &[r#"1:8 `"` yaml-syntax"#],
    );
    says(
        "title: '道路\n",
        r#"
1:8 `'` yaml-syntax: 引用符 ' が閉じられていません
  the quote ' is not closed
  → 値の終わりに ' を付けてください。2行以上の文は、続きの行を字下げしてください
  → put ' at the end of the value; if it takes several lines, indent them
"#,
    );
    also("title: x\ntags: [\"a, b]\n", &[r#"2:8 `"` yaml-syntax"#]);
    also(
        "title: \"道路\n  と橋\norder: \"1\"\n",
        &[r#"1:8 `"` yaml-syntax"#],
    );
}

#[test]
fn text_behind_a_quote_is_reported() {
    says(
        "title: \"道路\"の整備\n",
        r#"
1:12 `の整備` yaml-syntax: 閉じた引用符の後ろに文字があります
  there is text behind the closing quote
  → 値の全体を '…' で囲むか、中の引用符を「」にしてください
  → put the whole value in '…', so that the quotes inside it count as text
"#,
    );
    also(
        "title: {ja: \"道路\"の整備, en: x}\n",
        &["1:17 `の整備, en: x}` yaml-syntax"],
    );
}

#[test]
fn a_colon_inside_a_text_asks_for_quotes() {
    says(
        "title: 道路: 第1期\n",
        r#"
1:10 `:` yaml-syntax: 値の途中に「: 」があります
  there is `: ` inside a value
  → 文の一部なら、値の全体を引用符で囲んでください → "道路: 第1期"
  → if it is part of the text, put the whole value in quotes → "道路: 第1期"
"#,
    );
    also("title: x\ntags:\n  - 道路: 第1期\n", &["3:7 `:` yaml-syntax"]);
    says(
        "title: x\ntags: [道路: 第1期]\n",
        r#"
2:10 `:` yaml-syntax: 値の途中に「: 」があります
  there is `: ` inside a value
  → 文の一部なら、値の全体を引用符で囲んでください → "…"
  → if it is part of the text, put the whole value in quotes → "…"
"#,
    );
    also("title:\n  道路: 第1期\n", &["2:5 `:` yaml-syntax"]);
    also("title: 一行目\n  二行目: 続き\n", &["2:6 `:` yaml-syntax"]);
}

#[test]
fn a_number_sign_that_cuts_a_text_short_asks_for_quotes() {
    says(
        "title: 国道 #12 の整備\n",
        r#"
1:11 `#12 の整備` yaml-syntax: 「 #」から後ろは注釈とみなされ、文が途中で切れます
  ` #` begins a comment and cuts the text short
  → 文の一部なら、値の全体を引用符で囲んでください → "国道 #12 の整備"。注釈なら「#」の前に空白を2つ入れてください
  → if it is part of the text, put the whole value in quotes → "国道 #12 の整備"; before a comment, write two spaces
"#,
    );
    says(
        "title: #1 工区\n",
        r##"
1:8 `#1 工区` yaml-syntax: 「 #」から後ろは注釈とみなされ、文が途中で切れます
  ` #` begins a comment and cuts the text short
  → 文の一部なら、値の全体を引用符で囲んでください → "#1 工区"。注釈なら「#」の前に空白を2つ入れてください
  → if it is part of the text, put the whole value in quotes → "#1 工区"; before a comment, write two spaces
"##,
    );
    says(
        "title: x\ntags:\n  - 国道 #12\n",
        r#"
3:8 `#12` yaml-syntax: 「 #」から後ろは注釈とみなされ、文が途中で切れます
  ` #` begins a comment and cuts the text short
  → 文の一部なら、値の全体を引用符で囲んでください → "国道 #12"。注釈なら「#」の前に空白を2つ入れてください
  → if it is part of the text, put the whole value in quotes → "国道 #12"; before a comment, write two spaces
"#,
    );
    says(
        "title: {ja: 国道 #12\n  , en: Road}\n",
        r#"
1:16 `#12` yaml-syntax: 「 #」から後ろは注釈とみなされ、文が途中で切れます
  ` #` begins a comment and cuts the text short
  → 文の一部なら、値の全体を引用符で囲んでください → "…"。注釈なら「#」の前に空白を2つ入れてください
  → if it is part of the text, put the whole value in quotes → "…"; before a comment, write two spaces
"#,
    );
}

#[test]
fn indentation_that_fits_nowhere_is_reported() {
    says(
        "title: x\n  order: 1\n",
        r#"
2:3 `order` yaml-syntax: 字下げが上の行とそろっていません
  the indentation does not match the lines above
  → 同じ段の項目は、行頭の半角の空白を同じ数にしてください
  → give lines of the same level the same number of spaces
"#,
    );
    also(
        "title: x\nsections:\n    - id: a\n      heading: x\n   - id: b\n",
        &["5:4 `- id: b` yaml-syntax"],
    );
    also("order: 1\n- a\n", &["2:1 `- a` yaml-syntax"]);
    says(
        "title: |\n    一行目\n  二行目\n",
        r#"
3:3 `二行目` yaml-syntax: 「|」や「>」の文の途中で字下げが浅くなっています
  the indentation of a `|` or `>` text becomes smaller inside it
  → 文のすべての行を、最初の行と同じか、それより深く字下げしてください
  → indent all lines of the text as far as its first line, or further
"#,
    );
}

#[test]
fn brackets_are_closed_and_their_values_divided_by_commas() {
    says(
        "tags: [a, b\ntitle: x\n",
        r#"
1:7 `[` yaml-syntax: かっこ [ が閉じられていません
  the bracket [ is not closed
  → 対応する ] を書いてください。文の一部なら、値の全体を引用符で囲んでください
  → write the ] that belongs to it; if it is part of the text, put the whole value in quotes
"#,
    );
    says(
        "title: {ja: 道路[1期], en: x}\n",
        r#"
1:15 `[` yaml-syntax: かっこの中に、区切りの「,」がありません
  a comma is missing inside the brackets
  → 値を「,」で区切ってください。文の一部なら、その文を引用符で囲んでください
  → separate the values by commas; if it is part of the text, put the text in quotes
"#,
    );
    says(
        "tags: [a, b]]\n",
        r#"
1:13 `]` yaml-syntax: 閉じたかっこの後ろに文字があります
  there is text behind the closing bracket
  → 文の一部なら、値の全体を引用符で囲んでください → "…"
  → if it is part of the text, put the whole value in quotes → "…"
"#,
    );
    also("tags: [a}\n", &["1:7 `[` yaml-syntax"]);
}

#[test]
fn signs_that_begin_no_value_are_reported() {
    says(
        "title: @home\n",
        r#"
1:8 `@` yaml-syntax: 値を「@」で始めることはできません
  a value cannot begin with `@`
  → 文の一部なら、値の全体を引用符で囲んでください → "@home"
  → if it is part of the text, put the whole value in quotes → "@home"
"#,
    );
    says(
        "title: %割合\n",
        r#"
1:8 `%` yaml-syntax: 値を「%」で始めることはできません
  a value cannot begin with `%`
  → 文の一部なら、値の全体を引用符で囲んでください → "%割合"
  → if it is part of the text, put the whole value in quotes → "%割合"
"#,
    );
    says(
        "title: >50%\n",
        r#"
1:8 `>` yaml-syntax: 「>」と同じ行に文字があります
  there is text on the same line as `>`
  → 「>」の次の行から、字下げして文を書いてください。「>」が文の一部なら → ">50%"
  → write the text indented on the next line; if `>` is part of it → ">50%"
"#,
    );
    says(
        "title: - 道路\n",
        r#"
1:8 `-` yaml-syntax: 「- 」の一覧が、項目名と同じ行で始まっています
  a `- ` list begins on the line of its key
  → 一覧は次の行から始めてください。文字なら引用符で囲んでください → "-"
  → begin the list on the next line; if it is text, put it in quotes → "-"
"#,
    );
    says(
        "title: x\ntags: [a, -, `b`]\n",
        r#"
2:11 `-` yaml-syntax: 値を「-」で始めることはできません
  a value cannot begin with `-`
  → 文の一部なら、値の全体を引用符で囲んでください → "…"
  → if it is part of the text, put the whole value in quotes → "…"
2:14 ``` yaml-syntax: 値を「`」で始めることはできません
  a value cannot begin with ```
  → 文の一部なら、値の全体を引用符で囲んでください → "…"
  → if it is part of the text, put the whole value in quotes → "…"
"#,
    );
}

#[test]
fn an_escape_is_known_and_spells_nothing_unwanted() {
    says(
        "title: \"C:\\道路\"\n",
        r#"
1:11 `\` yaml-syntax: "…" の中の「\」が読み取れません
  a `\` inside "…" cannot be read
  → 「\\」と2つ続けて書くか、値を '…' で囲んでください
  → write `\\`, or put the value in '…'
"#,
    );
    says(
        "title: \"\\u202e \\x1F\"\n",
        r#"
1:9 `\u202e` encoding-bidi: 文字の並ぶ向きを変える、見えない文字（U+202E）があります
  the invisible character U+202E changes the direction of the text
  → 見たとおりに読めなくなるため使えません。前後の文字ごと打ち直してください
  → text must read as it is stored: type the characters around it again
1:16 `\x1F` encoding-control: 使えない制御文字（U+001F）があります
  the control character U+001F is not allowed
  → 見えない文字なので、前後の文字ごと打ち直してください
  → it cannot be seen, so type the characters around it again
"#,
    );
}

#[test]
fn what_only_yaml_experts_write_is_refused() {
    says(
        "title: &a 道路\n",
        r#"
1:8 `&a` yaml-feature: YAML のアンカー（&）は使えません
  YAML anchors (&) are not allowed
  → 同じ内容でも、その都度書いてください。文字として書くなら、値の全体を引用符で囲んでください
  → write the content again where it is needed; if it is text, put the whole value in quotes
"#,
    );
    says(
        "title: *注1\n",
        r#"
1:8 `*注1` yaml-feature: YAML のエイリアス（*）は使えません
  YAML aliases (*) are not allowed
  → 同じ内容でも、その都度書いてください。文字として書くなら、値の全体を引用符で囲んでください
  → write the content again where it is needed; if it is text, put the whole value in quotes
"#,
    );
    says(
        "title: !重要 道路\n",
        r#"
1:8 `!重要` yaml-feature: YAML のタグ（!）は使えません
  YAML tags (!) are not allowed
  → 「!」から始まる語を消すか、文字として書くなら値の全体を引用符で囲んでください
  → delete the word that begins with `!`, or put the whole value in quotes if it is text
"#,
    );
    says(
        "title: x\n<<: {order: 1}\n",
        r#"
2:1 `<<` yaml-feature: YAML の取り込み（<<）は使えません
  YAML merge keys (<<) are not allowed
  → 取り込む内容をここに直接書いてください
  → write the merged content here itself
"#,
    );
    says(
        "%YAML 1.2\n---\ntitle: x\n",
        r#"
1:1 `%YAML 1.2` yaml-feature: YAML の指示（% で始まる行）は使えません
  YAML directives (lines that begin with %) are not allowed
  → この行を消してください
  → delete this line
"#,
    );
    says(
        "? title\n: x\n",
        r#"
1:1 `?` yaml-feature: YAML の複合キー（? やかっこのキー）は使えません
  YAML complex keys (`?`, or keys in brackets) are not allowed
  → 「名前: 値」の形で書くか、文字なら引用符で囲んでください
  → write it as `name: value`, or put it in quotes if it is text
"#,
    );
    also("{a: b}: x\n", &["1:1 `{a: b}` yaml-feature"]);
}

#[test]
fn a_text_is_one_document() {
    says(
        "title: x\n---\ntitle: y\n",
        r#"
2:1 `---` yaml-several-documents: 1つの欄に2つめの文書が始まっています
  a second document begins here
  → 「---」や「...」だけの行を消すか、ファイルを分けてください
  → delete the line `---` or `...`, or make two files
"#,
    );
    also("title: x\n...\ntitle: y\n", &["2:1 `...` yaml-several-documents"]);
}

#[test]
fn a_key_stands_once_and_both_places_are_shown() {
    says(
        "title: 道路\norder: 1\ntitle: 橋\n",
        r#"
3:1 `title` yaml-duplicate-key: 「title」が2回書かれています
  `title` is written twice
  1:1 `title` 1回目はここです / the first one is here
  → どちらか一方を消してください
  → delete one of them
"#,
    );
    says(
        "title: {ja: a, ja: b}\n",
        r#"
1:16 `ja` yaml-duplicate-key: 「ja」が2回書かれています
  `ja` is written twice
  1:9 `ja` 1回目はここです / the first one is here
  → どちらか一方を消してください
  → delete one of them
"#,
    );
    says(
        "title: x\ndeadlines:\n  常に: {kind: ongoing}\n  \"常に\": {kind: ongoing}\n",
        r#"
4:3 `"常に"` yaml-duplicate-key: 「常に」が2回書かれています
  `常に` is written twice
  3:3 `常に` 1回目はここです / the first one is here
  → どちらか一方を消してください
  → delete one of them
"#,
    );
}

#[test]
fn signs_inside_a_text_are_text() {
    for title in [
        "次のとおり：1 道路",
        "時刻は10:30から",
        "https://example.jp/a#b",
        "C#とF#",
        "「道路」: を除く、などと書かない",
    ] {
        if !title.contains(": ") {
            assert_eq!(
                record(&format!("title: {title}\n")).title,
                crate::source::Text::One(title.to_owned())
            );
        }
        let quoted = format!("title: \"{title}\"\n");
        assert_eq!(record(&quoted).title, crate::source::Text::One(title.to_owned()));
    }
}

#[test]
fn a_comment_may_stand_beside_a_value_at_two_spaces() {
    let text = "# 全体\ntitle: 道路  # 題\ntags:  # 分野\n  - a  # 一つ目\n  # 間\n  - \"b\" # 二つ\
         目\norder: 1   # 順\n";
    let record = record(text);
    assert_eq!(
        (record.tags, record.order),
        (vec!["a".to_owned(), "b".to_owned()], Some(1))
    );
}

#[test]
fn text_in_blocks_and_quotes_may_hold_anything() {
    let text = "title: |\n  　字下げ：道路 #1\n  次: \"引用\n  - [ { & * !\n    ---\norder: 1\n";
    assert_eq!(
        record(text).title,
        crate::source::Text::One("　字下げ：道路 #1\n次: \"引用\n- [ { & * !\n  ---\n".to_owned())
    );
    let text = "title: \"一行目 #1：\n  二行目: \\\"x\\\"\"\norder: 1\n";
    assert_eq!(
        record(text).title,
        crate::source::Text::One("一行目 #1： 二行目: \"x\"".to_owned())
    );
}

#[test]
fn lists_may_stand_at_the_column_of_their_key_and_brackets_close_at_the_margin() {
    let text = "title: x\ntags:\n- a\n- b\nsections:\n- id: s1\n  heading: x\n  sections:\n  - id: s2\n    \
         heading: y\n";
    assert_eq!(record(text).sections[0].sections.len(), 1);
    assert_eq!(
        record("title: x\ntags: [\n  a,\n  b,\n]\norder: 1\n").tags,
        ["a", "b"]
    );
    assert_eq!(
        told("title: x\ntags: [\n  a,\n]\nodrer: 1\n").lines().count(),
        4,
        "only the unknown key"
    );
}

#[test]
fn a_document_may_begin_with_hyphens_and_end_with_points() {
    assert_eq!(
        record("---\ntitle: x\n...\n").title,
        crate::source::Text::One("x".to_owned())
    );
}
