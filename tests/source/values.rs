//! Values that do not fit their field, and the words for them.

use crate::source::{Kind, Text, record, told};

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
fn an_unknown_key_is_reported_with_the_nearest_known_one() {
    says(
        "titel: 道路\n",
        r#"
1:1 `titel` yaml-unknown-key: 「titel」という項目名はありません
  there is no key `titel` here
  → 「title」ではありませんか
  → did you mean `title`?
"#,
    );
    says(
        "title: x\nofficail: true\n",
        r#"
2:1 `officail` yaml-unknown-key: 「officail」という項目名はありません
  there is no key `officail` here
  → 「official」ではありませんか
  → did you mean `official`?
"#,
    );
    says(
        "title: x\nｏｒｄｅｒ: 1\n",
        r#"
2:1 `ｏｒｄｅｒ` yaml-unknown-key: 「ｏｒｄｅｒ」という項目名はありません
  there is no key `ｏｒｄｅｒ` here
  → 「order」ではありませんか
  → did you mean `order`?
"#,
    );
    says(
        "title: x\nOrder : 1\n",
        r#"
2:1 `Order` yaml-unknown-key: 「Order」という項目名はありません
  there is no key `Order` here
  → 「order」ではありませんか
  → did you mean `order`?
"#,
    );
    says(
        "title: x\n担当: 道路課\n",
        r#"
2:1 `担当` yaml-unknown-key: 「担当」という項目名はありません
  there is no key `担当` here
  → ここに書ける項目名: title、kind、official、order、share、tags、deadlines、sections
  → keys that may stand here: title, kind, official, order, share, tags, deadlines, sections
"#,
    );
}

#[test]
fn a_missing_key_is_reported_at_its_item() {
    says(
        "order: 1\n",
        r#"
1:1 `order: 1` yaml-missing-key: 「title」がありません
  `title` is missing
  → 「title: …」を書き足してください
  → add `title: …`
"#,
    );
    says(
        "title: x\nsections:\n  - id: s1\n",
        r#"
3:5 `id: s1` yaml-missing-key: 「s1」に「heading」がありません
  `s1` has no `heading`
  → 「heading: …」を書き足してください
  → add `heading: …`
"#,
    );
    says(
        "title: x\nsections:\n  - {heading: x}\n",
        r#"
3:5 `{heading: x}` yaml-missing-key: ここに「id」がありません
  `id` is missing here
  → 「id: …」を書き足してください
  → add `id: …`
"#,
    );
    also("# まだ何もない\n", &["1:1 `` yaml-missing-key"]);
}

#[test]
fn a_word_that_is_no_choice_is_reported_with_the_choices() {
    says(
        "title: x\nkind: polices\n",
        r#"
2:7 `polices` value-choice: 「polices」は、ここで選べる言葉ではありません
  `polices` is not one of the choices here
  → 「policies」ではありませんか（選べる言葉: manifesto、policies）
  → did you mean `policies`? (choices: manifesto, policies)
"#,
    );
    says(
        "title: x\nkind: 公約\n",
        r#"
2:7 `公約` value-choice: 「公約」は、ここで選べる言葉ではありません
  `公約` is not one of the choices here
  → 選べる言葉: manifesto、policies
  → choices: manifesto, policies
"#,
    );
    says(
        "title: x\nkind: \"\"\n",
        r#"
2:7 `""` value-choice: 値がありません
  there is no value
  → 次のどれかを書いてください: manifesto、policies
  → write one of: manifesto, policies
"#,
    );
    says(
        "title: x\nkind: [manifesto]\n",
        r#"
2:7 `[manifesto]` yaml-wrong-type: ここには決まった言葉の1つを書きます（一覧が書かれています）
  expected one of a few words, found a list
  → 1つだけ書き、「- 」や [ ] を取ってください
  → write just one, without `- ` or [ ]
"#,
    );
}

#[test]
fn a_number_is_digits_and_nothing_else() {
    says(
        "title: x\norder: 1,200円\n",
        r#"
2:8 `1,200円` value-number: 「1,200円」は数値ではありません
  `1,200円` is not a number
  → 数字だけで書いてください → 1200
  → write digits only → 1200
"#,
    );
    says(
        "title: x\norder: 1億\n",
        r#"
2:8 `1億` value-number: 「1億」は数値ではありません
  `1億` is not a number
  → 桁区切りや単位を付けず、数字だけで書いてください
  → write digits only, without separators or units
"#,
    );
    says(
        "title: x\norder: -1\n",
        r#"
2:8 `-1` value-number: 「-1」は大きすぎるか、負の数です
  `-1` is too large, or negative
  → 桁と符号を確かめてください
  → check its digits and its sign
"#,
    );
    says(
        "title: x\norder: 99999999999\n",
        r#"
2:8 `99999999999` value-number: 「99999999999」は大きすぎるか、負の数です
  `99999999999` is too large, or negative
  → 桁と符号を確かめてください
  → check its digits and its sign
"#,
    );
    says(
        "title: x\norder: 1.5\n",
        r#"
2:8 `1.5` value-number: 「1.5」は数値ではありません
  `1.5` is not a number
  → 小数点のない整数で書いてください
  → write a whole number
"#,
    );
    says(
        "title: x\nshare: 約5%\n",
        r#"
2:8 `約5%` value-number: 「約5%」は数値ではありません
  `約5%` is not a number
  → 桁区切りや単位を付けず、数字だけで書いてください
  → write digits only, without separators or units
"#,
    );
    says(
        "title: x\norder: \"3\"\n",
        r#"
2:8 `"3"` value-number: 「3」は数値ではありません
  `3` is not a number
  → 引用符を付けずに書いてください → 3
  → write it without quotes → 3
"#,
    );
}

#[test]
fn only_true_and_false_answer_a_yes_or_no() {
    says(
        "title: x\nofficial: はい\n",
        r#"
2:11 `はい` yaml-wrong-type: ここには true か false を書きます（「はい」が書かれています）
  expected true or false, found `はい`
  → 引用符なしで true と書いてください
  → write true, without quotes
"#,
    );
    says(
        "title: x\nofficial: no\n",
        r#"
2:11 `no` yaml-wrong-type: ここには true か false を書きます（「no」が書かれています）
  expected true or false, found `no`
  → 引用符なしで false と書いてください
  → write false, without quotes
"#,
    );
    says(
        "title: x\nofficial: たぶん\n",
        r#"
2:11 `たぶん` yaml-wrong-type: ここには true か false を書きます（「たぶん」が書かれています）
  expected true or false, found `たぶん`
  → true か false のどちらかを書いてください
  → write either true or false
"#,
    );
}

#[test]
fn a_list_a_group_and_a_text_are_told_apart() {
    says(
        "title: x\ntags: 道路\n",
        r#"
2:7 `道路` yaml-wrong-type: ここには一覧を書きます（「道路」が書かれています）
  expected a list, found `道路`
  → 1つだけでも一覧の形で書いてください → [道路]
  → write it as a list, even of one → [道路]
"#,
    );
    says(
        "title: x\nsections:\n  id: s1\n  heading: x\n",
        r#"
3:3 `id: s1` yaml-wrong-type: ここには一覧を書きます（「名前: 値」の組が書かれています）
  expected a list, found `name: value` pairs
  → それぞれの先頭に「- 」を付けてください
  → put `- ` before each of them
"#,
    );
    says(
        "title: x\ndeadlines: [常に]\n",
        r#"
2:12 `[常に]` yaml-wrong-type: ここには「名前: 値」の組を書きます（一覧が書かれています）
  expected `name: value` pairs, found a list
  → 先頭の「- 」や [ ] を取ってください
  → take away the `- ` in front, or the [ ]
"#,
    );
    says(
        "title: x\ndeadlines: 常に\n",
        r#"
2:12 `常に` yaml-wrong-type: ここには「名前: 値」の組を書きます（「常に」が書かれています）
  expected `name: value` pairs, found `常に`
  → 次の行から字下げして「名前: 値」を1行に1つずつ書いてください
  → write `name: value` pairs on the lines below, indented
"#,
    );
    says(
        "title: [a, b]\n",
        r#"
1:8 `[a, b]` yaml-wrong-type: ここに一覧は書けません
  expected text, or a map of text by language, found a list
  → この項目の書き方を確かめてください
  → check how this field is written
"#,
    );
    says(
        "title: x\ntags: [[a]]\n",
        r#"
2:8 `[a]` yaml-wrong-type: ここには文字を書きます（一覧が書かれています）
  expected text, found a list
  → 1つだけ書き、「- 」や [ ] を取ってください
  → write just one, without `- ` or [ ]
"#,
    );
    also("- title: x\n", &["1:1 `- title: x` yaml-wrong-type"]);
}

#[test]
fn a_refusal_keeps_its_own_words_and_place() {
    says(
        "title: x\nsections:\n  - id: 道路\n    heading: x\n",
        r#"
3:9 `道路` value-id: id「道路」は使えません
  `道路` is no id
  → 半角で
  → use ASCII
"#,
    );
    says(
        "title: {日本語: 道路, en: x}\n",
        r#"
1:9 `日本語` value-language: 「日本語」は言語の記号ではありません
  `日本語` is not a language tag
"#,
    );
}

#[test]
fn a_value_that_is_not_there_is_reported() {
    says(
        "title:\n",
        r#"
1:1 `title` value-empty: 値がありません
  there is no value
  → 値を書くか、行ごと消してください
  → write a value, or delete the line
"#,
    );
    also(
        "title: x\nsections:\n  - id: s1\n    heading: ~\n",
        &["4:14 `~` value-empty"],
    );
}

#[test]
fn a_choice_among_groups_is_read_like_any_other() {
    says(
        "title: x\ndeadlines:\n  4年以内: {kind: within_years, years: 四}\n",
        r#"
3:37 `四` value-number: 「四」は数値ではありません
  `四` is not a number
  → 桁区切りや単位を付けず、数字だけで書いてください
  → write digits only, without separators or units
"#,
    );
    says(
        "title: x\ndeadlines:\n  4年以内: {kind: within_years, years: 400}\n",
        r#"
3:37 `400` value-number: 「400」は大きすぎるか、負の数です
  `400` is too large, or negative
  → 桁と符号を確かめてください
  → check its digits and its sign
"#,
    );
    says(
        "title: x\ndeadlines:\n  4年以内: {kind: within_year}\n",
        r#"
3:16 `within_year` value-choice: 「within_year」は、ここで選べる言葉ではありません
  `within_year` is not one of the choices here
  → 「within_years」ではありませんか（選べる言葉: ongoing、within_years、long_term、by_date、by_fiscal_year）
  → did you mean `within_years`? (choices: ongoing, within_years, long_term, by_date, by_fiscal_year)
"#,
    );
    says(
        "title: x\ndeadlines:\n  4年以内: {kind: within_years, yeers: 4}\n",
        r#"
3:30 `yeers` yaml-unknown-key: 「yeers」という項目名はありません
  there is no key `yeers` here
  → 「years」ではありませんか
  → did you mean `years`?
"#,
    );
    says(
        "title: x\ndeadlines:\n  4年以内: {kind: ongoing, years: 4}\n",
        r#"
3:25 `years` yaml-unknown-key: 「years」という項目名はありません
  there is no key `years` here
  → ここに書ける項目名: kind
  → keys that may stand here: kind
"#,
    );
    says(
        "title: x\ndeadlines:\n  4年以内: {kind: by_date, date: 2026-02-30}\n",
        r#"
3:31 `2026-02-30` value-date: 「2026-02-30」は日付として読めません
  `2026-02-30` cannot be read as a date
  → 2026-03-31 または 令和8年3月31日 のように、実在する日付を書いてください
  → write an existing day like 2026-03-31
"#,
    );
    says(
        "title: x\ndeadlines:\n  4年以内: {years: 4}\n",
        r#"
3:9 `{years: 4}` yaml-missing-key: ここに「kind」がありません
  `kind` is missing here
  → 「kind: …」を書き足してください（選べる言葉: ongoing、within_years、long_term、by_date、by_fiscal_year）
  → add `kind: …` (choices: ongoing, within_years, long_term, by_date, by_fiscal_year)
"#,
    );
}

#[test]
fn a_text_may_look_like_a_number_or_a_truth_value() {
    for word in [
        "2026",
        "yes",
        "true",
        "0120",
        "1_000",
        "+3",
        "-0",
        "0x1F",
        "True",
        "FALSE",
        "１００",
    ] {
        assert_eq!(
            record(&format!("title: {word}\n")).title,
            Text::One(word.to_owned())
        );
    }
}

#[test]
fn full_width_digits_are_a_number() {
    let record = record("title: x\norder: １２\nshare: ６１．７\n");
    assert_eq!((record.order, record.share), (Some(12), Some(61.7)));
}

#[test]
fn nothing_is_written_as_nothing() {
    let record = record("title: x\norder:\nkind: ~\nofficial: null\ntags:\ndeadlines:\nsections: []\n");
    assert_eq!((record.order, record.kind, record.official), (None, None, None));
    assert!(record.tags.is_empty() && record.deadlines.is_empty() && record.sections.is_empty());
}

#[test]
fn a_sound_record_reads_the_same_whichever_way_it_is_read() {
    let text = "title: {ja: 道路, en: Roads}\nkind: policies\nofficial: True\norder: 0x10\nshare: 1e2\ntags: [a, 1, true, ~, \"\"]\n\
                deadlines:\n  常に: {kind: ongoing}\n  4年以内: {kind: within_years, years: 4}\nsections:\n  - {id: s1, heading: 1}\n";
    let fast = record(text);
    assert_eq!(fast.kind, Some(Kind::Policies));
    // A text such as +3 makes the record be read with places.
    let slow = record(&text.replace("heading: 1", "heading: +1"));
    assert_eq!(slow.sections[0].heading, Text::One("+1".to_owned()));
    assert_eq!(
        (&fast.title, &fast.official, fast.order, fast.share),
        (&slow.title, &slow.official, slow.order, slow.share)
    );
    assert_eq!((&fast.tags, &fast.deadlines), (&slow.tags, &slow.deadlines));
}
