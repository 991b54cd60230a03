//! How terms are found in text, sentence by sentence.

use koyaku::lexicon::{Lexicon, TermNames, reference, sentence};

/// What is found in a text by a glossary, as `name→words`.
fn found(terms: &[(&str, &[&str])], text: &str) -> Vec<String> {
    let names: Vec<TermNames> = terms
        .iter()
        .map(|(name, others)| TermNames {
            names: std::iter::once(*name).chain(others.iter().copied()).collect(),
            not_inside: Vec::new(),
        })
        .collect();
    Lexicon::new(&names)
        .find(text)
        .into_iter()
        .map(|found| format!("{}→{}", terms[found.term].0, &text[found.span]))
        .collect()
}

#[track_caller]
fn finds(terms: &[(&str, &[&str])], text: &str, expected: &[&str]) {
    assert_eq!(found(terms, text), expected, "in {text}");
}

#[test]
fn japanese_follows_a_name_without_a_space() {
    finds(&[("EBPM", &[])], "EBPMの考え方を取り入れる", &["EBPM→EBPM"]);
    finds(
        &[("証拠に基づく政策立案", &["EBPM"])],
        "証拠に基づく政策立案（ＥＢＰＭ）の",
        &[
            "証拠に基づく政策立案→証拠に基づく政策立案",
            "証拠に基づく政策立案→ＥＢＰＭ",
        ],
    );
}

#[test]
fn widths_and_compositions_are_one() {
    finds(&[("PPP", &[])], "ＰＰＰ・ＰＦＩの手法", &["PPP→ＰＰＰ"]);
    finds(&[("テレワーク", &[])], "ﾃﾚﾜｰｸを進める", &["テレワーク→ﾃﾚﾜｰｸ"]);
    finds(
        &[("ガバメントクラウド", &[])],
        "ｶﾞﾊﾞﾒﾝﾄｸﾗｳﾄﾞと、カ\u{3099}バメントクラウド",
        &[
            "ガバメントクラウド→ｶﾞﾊﾞﾒﾝﾄｸﾗｳﾄﾞ",
            "ガバメントクラウド→カ\u{3099}バメントクラウド",
        ],
    );
    finds(&[("ﾃﾚﾜｰｸ", &[])], "テレワーク", &["ﾃﾚﾜｰｸ→テレワーク"]);
    finds(
        &[("Society 5.0", &[])],
        "Ｓｏｃｉｅｔｙ　５．０時代",
        &["Society 5.0→Ｓｏｃｉｅｔｙ　５．０"],
    );
    finds(
        &[("LIVE119", &[])],
        "「ＬＩＶＥ１１９」等",
        &["LIVE119→ＬＩＶＥ１１９"],
    );
    finds(&[("株式会社", &["(株)"])], "㈱汐見野", &["株式会社→㈱"]);
}

#[test]
fn a_latin_name_is_never_a_part_of_a_word() {
    finds(&[("AI", &[])], "MAINのAIRとAI2と2AIとÉAI", &[]);
    finds(
        &[("AI", &[])],
        "AI・RPA、生成AI、AI化、(AI)",
        &["AI→AI", "AI→AI", "AI→AI", "AI→AI"],
    );
    finds(
        &[("8050問題", &[])],
        "18050問題と8050問題",
        &["8050問題→8050問題"],
    );
    finds(&[("CO2", &[])], "CO2とCO20", &["CO2→CO2"]);
}

#[test]
fn marks_beside_a_name_are_no_part_of_it() {
    let terms: &[(&str, &[&str])] = &[
        ("AI", &[]),
        ("RPA", &[]),
        ("ICT", &[]),
        ("EBPM", &[]),
        ("PPP", &[]),
        ("LED", &[]),
        ("CO2", &[]),
    ];
    finds(
        terms,
        "①AIの活用 ②ＲＰＡの導入 ⅡICTの推進 EBPM①とPPP²、50㎡LED",
        &[
            "AI→AI",
            "RPA→ＲＰＡ",
            "ICT→ICT",
            "EBPM→EBPM",
            "PPP→PPP",
            "LED→LED",
        ],
    );
    finds(
        terms,
        "㈱AI、AI㌔、CO₂、LED㏄、⒈AI",
        &["AI→AI", "AI→AI", "CO2→CO₂", "LED→LED", "AI→AI"],
    );
    finds(terms, "ＭAI、AIＮ、１AI、AI２、ÉAI、E\u{301}AI、CO₂x", &[]);
    finds(&[("PR", &[]), ("R", &[])], "㏚とPR", &["PR→㏚", "PR→PR"]);
    finds(&[("R", &[])], "㏚", &[]);
    finds(
        &[("PPP", &[])],
        "PPPs①、①ＰＰＰｓ、PPPsx",
        &["PPP→PPPs", "PPP→ＰＰＰｓ"],
    );
}

#[test]
fn of_two_names_in_one_character_the_first_has_it() {
    finds(&[("株式", &[]), ("会社", &[])], "㍿のため", &["株式→㍿"]);
    finds(
        &[("株式", &["会社"])],
        "㍿の本文と㍿会社",
        &["株式→㍿", "株式→㍿", "株式→会社"],
    );
    finds(
        &[("株式", &[]), ("株式会社", &[]), ("会社の", &[])],
        "㍿の",
        &["株式会社→㍿"],
    );
    finds(&[("平成", &[]), ("成元", &[])], "㍻元年", &["平成→㍻"]);
}

#[test]
fn selectors_of_a_form_and_kinds_of_wave_dashes_do_not_count() {
    finds(
        &[("葛城市", &[])],
        "葛\u{e0100}城市と葛城市\u{fe00}",
        &["葛城市→葛\u{e0100}城市", "葛城市→葛城市\u{fe00}"],
    );
    finds(&[("葛\u{e0100}城市", &[])], "葛城市", &["葛\u{e0100}城市→葛城市"]);
    finds(
        &[("三〜四", &[])],
        "三～四と三〜四",
        &["三〜四→三～四", "三〜四→三〜四"],
    );
    finds(&[("三～四", &[])], "三〜四", &["三～四→三〜四"]);
}

#[test]
fn capitals_are_found_in_capitals_only() {
    finds(
        &[("IT", &[]), ("LED", &[]), ("LINE", &[])],
        "It is led by IT on a line, LED lit.",
        &["IT→IT", "LED→LED"],
    );
    finds(
        &[("IoT", &[]), ("work-life balance", &[])],
        "iot and Work-Life Balance",
        &["IoT→iot", "work-life balance→Work-Life Balance"],
    );
}

#[test]
fn a_plural_s_belongs_to_a_latin_name() {
    finds(
        &[("PPP", &[]), ("hazard map", &[])],
        "PPPs and hazard maps, not PPPx nor hazard mapss",
        &["PPP→PPPs", "hazard map→hazard maps"],
    );
    finds(&[("NPO", &[])], "NPO's and NPO’s", &["NPO→NPO", "NPO→NPO"]);
}

#[test]
fn hyphens_apostrophes_and_spaces_have_one_form() {
    finds(
        &[("evidence-based", &[])],
        "evidence‐based, evidence–based",
        &["evidence-based→evidence‐based", "evidence-based→evidence–based"],
    );
    finds(
        &[("residents’ tax", &[])],
        "Residents' tax",
        &["residents’ tax→Residents' tax"],
    );
    finds(
        &[("policy making", &[])],
        "policy\u{a0}making",
        &["policy making→policy\u{a0}making"],
    );
}

#[test]
fn the_longest_name_wins_and_none_overlap() {
    let terms: &[(&str, &[&str])] = &[
        ("区画整理", &[]),
        ("土地区画整理事業", &[]),
        ("事業", &[]),
        ("事業承継", &[]),
    ];
    finds(
        terms,
        "土地区画整理事業と区画整理",
        &["土地区画整理事業→土地区画整理事業", "区画整理→区画整理"],
    );
    // Of two that cross, the first in the text.
    finds(
        terms,
        "区画整理事業承継",
        &["区画整理→区画整理", "事業承継→事業承継"],
    );
    finds(
        &[("指定管理", &[]), ("管理者制度", &[])],
        "指定管理者制度",
        &["指定管理→指定管理"],
    );
    finds(
        &[("AI", &[]), ("AI-OCR", &["AI・OCR"])],
        "AI・OCRとAI",
        &["AI-OCR→AI・OCR", "AI→AI"],
    );
}

#[test]
fn a_refused_name_hides_no_other() {
    // `ai` is not AI, but the longer name that begins there is found, and what stands inside a refused one as
    // well.
    finds(&[("AI", &[]), ("aid", &[])], "aid and ai", &["aid→aid"]);
    finds(&[("PPP手法", &[]), ("手法", &[])], "xPPP手法", &["手法→手法"]);
}

#[test]
fn a_name_does_not_count_inside_words_that_mean_something_else() {
    let names = [
        TermNames {
            names: vec!["ZEB"],
            not_inside: vec!["ZEB Ready"],
        },
        TermNames {
            names: vec!["ZEB Ready"],
            not_inside: Vec::new(),
        },
        TermNames {
            names: vec!["複合化"],
            not_inside: vec!["高次化や複合化"],
        },
    ];
    let text = "ZEB Ready相当、ＺＥＢ化、施設の複合化、高次化や複合化";
    let found: Vec<(usize, &str)> = Lexicon::new(&names)
        .find(text)
        .into_iter()
        .map(|found| (found.term, &text[found.span]))
        .collect();
    assert_eq!(found, [(1, "ZEB Ready"), (0, "ＺＥＢ"), (2, "複合化")]);
}

#[test]
fn nothing_is_found_without_names() {
    assert!(Lexicon::new(&[]).find("AI").is_empty());
    assert!(
        Lexicon::new(&[TermNames {
            names: vec!["", "  "],
            not_inside: vec![""]
        }])
        .find("AI")
        .is_empty()
    );
}

#[test]
fn a_sentence_is_what_a_reader_takes_for_one() {
    let cases = [
        ("前の文。AIを使う。後の文。", "AI", "AIを使う。"),
        (
            "「導入します。」と述べた。AIを「使う。」とも言う！次",
            "AI",
            "AIを「使う。」とも言う！",
        ),
        ("見出しだけAI", "AI", "見出しだけAI"),
        (
            "It began. The city uses AI in Society 5.0 now. Then it ended.",
            "AI",
            "The city uses AI in Society 5.0 now.",
        ),
        ("See No. 3 for AI. Next", "AI", "See No. 3 for AI."),
        ("（注。AI）を見る。次", "AI", "（注。AI）を見る。"),
    ];
    for (text, word, expected) in cases {
        let at = text.find(word).expect("the word stands in the text");
        assert_eq!(&text[sentence(text, at..at + word.len())], expected, "in {text}");
    }
}

#[test]
fn a_bracket_that_only_names_a_source_is_no_sentence() {
    for (text, expected) in [
        ("（大綱 第1章、脚注1）", Some("（大綱 第1章、脚注1）")),
        ("（大綱 第2章(3)）次の文。", Some("（大綱 第2章(3)）")),
        ("(Outline, chapter 2 (3))", Some("(Outline, chapter 2 (3))")),
        ("（これは大綱の例です。）", None),
        ("大綱（第1章）", None),
        ("（閉じない", None),
        ("", None),
    ] {
        assert_eq!(
            reference(text).map(|length| &text[..length]),
            expected,
            "in {text}"
        );
    }
}
