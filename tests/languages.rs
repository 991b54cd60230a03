//! Languages are data: their tags, the files of texts that are laid over one another, plural forms, and how
//! they write. What whole pages look like is in `sites`.

use koyaku::html::format;
use koyaku::model::{Date, Figure, FiscalYear, Language, Moment, Period};
use koyaku::site::{ThemeFile, ThemeFiles};
use koyaku::theme::{self, Texts};
use koyaku::{diagnostic::Diagnostic, load};
use std::borrow::Cow;

fn language(tag: &str) -> Language {
    Language::parse(tag).expect("it is a tag")
}

#[test]
fn a_tag_is_one_language_however_it_is_written() {
    let spellings = [
        ("ja", "ja"),
        ("JA", "ja"),
        ("pt-br", "pt-BR"),
        ("PT-BR", "pt-BR"),
        ("zh-hans", "zh-Hans"),
        ("zh-HANT-tw", "zh-Hant-TW"),
        ("ur", "ur"),
        ("ja-X-Easy", "ja-x-easy"),
        ("de-1996", "de-1996"),
        ("fil", "fil"),
    ];
    for (written, tag) in spellings {
        assert_eq!(language(written).as_str(), tag);
        assert_eq!(language(written), language(tag));
    }
}

#[test]
fn what_is_no_tag_is_refused() {
    for wrong in [
        "",
        "j",
        "日本語",
        "ja_JP",
        "ja-",
        "-ja",
        "und",
        "title",
        "ja-easy",
        "x-easy",
        "zh-Hans-CN-x-plain",
    ] {
        assert!(Language::parse(wrong).is_err(), "{wrong}");
    }
}

#[test]
fn a_kind_of_a_language_has_the_language_above_it() {
    let parent = |tag: &str| language(tag).parent().map(|parent| parent.as_str().to_owned());
    assert_eq!(parent("ja-x-easy").as_deref(), Some("ja"));
    assert_eq!(parent("zh-Hant-TW").as_deref(), Some("zh-Hant"));
    assert_eq!(parent("pt-BR").as_deref(), Some("pt"));
    assert_eq!(parent("pt"), None);
    assert!(language("ja-x-easy").is_japanese() && !language("jam").is_japanese());
}

/// The built-in theme with files of texts beside its own.
fn with(texts: &[(&str, &str)]) -> ThemeFiles {
    let mut files = load::theme::built_in();
    for (tag, text) in texts {
        let path = format!("text/{tag}.yaml");
        let file = ThemeFile {
            file: format!("themes/default/{path}").into(),
            content: Cow::Owned(text.as_bytes().to_vec()),
            over: None,
        };
        files.files.insert(path.into(), file);
    }
    files
}

fn read(texts: &[(&str, &str)], tag: &str) -> (Texts, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let mut read = theme::read_texts(&with(texts), &[language(tag)], &mut problems);
    (read.remove(0), problems)
}

const PORTUGUESE: &str = include_str!("sites/portuguese/input/themes/default/text/pt.yaml");
const URDU: &str = include_str!("sites/urdu/input/themes/default/text/ur.yaml");

#[test]
fn what_a_kind_of_a_language_does_not_say_is_said_as_in_the_language() {
    let own = "language_name: Português (Brasil)\nformat:\n  thousands: ' '\n";
    let (texts, problems) = read(&[("pt", PORTUGUESE), ("pt-BR", own)], "pt-BR");
    assert_eq!(problems, []);
    assert_eq!(texts.word("language_name"), "Português (Brasil)");
    assert_eq!(texts.word("nav.home"), "Início");
    let figure = Figure::parse("15750.5").expect("it is a number");
    assert_eq!(format::figure(&figure, &texts.writing), "15 750,5");
}

#[test]
fn dates_and_numbers_are_written_as_the_language_writes_them() {
    let (texts, problems) = read(&[("pt", PORTUGUESE)], "pt");
    assert_eq!(problems, []);
    let writing = &texts.writing;
    let date = |written| format::date(Date::parse(written).expect("it is a date"), writing);
    assert_eq!(date("2026-03-31"), "31 de março de 2026");
    assert_eq!(date("2023-05"), "maio de 2023");
    assert_eq!(date("2019"), "2019");
    let fiscal_year = |year| Moment::FiscalYear(FiscalYear(year));
    let years = Period::Range {
        from: fiscal_year(2023),
        to: fiscal_year(2026),
    };
    assert_eq!(
        format::period(years, writing),
        "anos fiscais de 2023 a 2026 (abr. 2023–mar. 2027)"
    );
    assert_eq!(format::with_unit(writing, "52,5", "%"), "52,5%");
    assert_eq!(format::size(1_234, writing), "1,3 KB");
}

#[test]
fn a_number_chooses_the_form_that_its_language_has_for_it() {
    let counted = |texts: &Texts, n: u32| texts.fill("terms", &[("n", &n)]);
    let (portuguese, _) = read(&[("pt", PORTUGUESE)], "pt");
    assert_eq!(
        [0, 1, 2, 1_000_000].map(|n| counted(&portuguese, n)),
        ["0 termo", "1 termo", "2 termos", "1.000.000 termos"]
    );
    let words = "{one: 'один {n}', few: 'два {n}', many: 'пять {n}', other: '?'}";
    let russian = format!("{PORTUGUESE}\nwords: {words}\n");
    let (russian, problems) = read(&[("ru", &russian)], "ru");
    assert_eq!(problems, []);
    assert_eq!(
        [1u32, 3, 5, 11, 21, 1_002].map(|n| russian.fill("words", &[("n", &n)])),
        ["один 1", "два 3", "пять 5", "пять 11", "один 21", "два 1.002"]
    );
}

#[test]
fn a_negative_number_keeps_its_sign_before_it_where_lines_run_from_right_to_left() {
    let (texts, problems) = read(&[("ur", URDU)], "ur");
    assert_eq!(problems, []);
    let figure = Figure::parse("-1234.5").expect("it is a number");
    assert_eq!(format::figure(&figure, &texts.writing), "\u{200e}−1,234.5");
}

/// A text from right to left says so wherever it stands, and every block says which way it runs. Words from
/// left to right inside a line are kept apart by the style sheet.
#[test]
fn each_text_of_another_direction_says_so() {
    use crate::support::in_full;
    let built = |name: &str| in_full(name).built(&["--no-minify"]);
    let urdu = built("urdu");
    let tags = |page: &str| -> Vec<String> {
        let tags = page.split('<').filter_map(|part| part.split_once('>'));
        let named = tags.filter(|(tag, _)| tag.contains(" lang=\"") && !tag.starts_with("text"));
        named.map(|(tag, _)| tag.to_owned()).collect()
    };
    for path in ["index.html", "ur/index.html", "ur/tsubakihara/plan/1/index.html"] {
        for tag in tags(urdu.text(path)) {
            let own = if tag.contains(" lang=\"ur\"") {
                "rtl"
            } else {
                "ltr"
            };
            let says = !tag.starts_with("span") || own == "rtl" || tag.contains(" dir=");
            let expected = says.then_some(own);
            let directions: Vec<&str> = tag.split(" dir=\"").skip(1).collect();
            let said: Vec<&str> = directions
                .iter()
                .filter_map(|rest| rest.split('"').next())
                .collect();
            assert_eq!(said, Vec::from_iter(expected), "{path}: {tag}");
        }
    }
    let portuguese = built("portuguese");
    let page = portuguese.text("pt/tsubakihara/plan/1/index.html");
    assert!(!page.contains("rtl") && page.contains(" dir=\"ltr\""));
}
