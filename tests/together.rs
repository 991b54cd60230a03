//! Dates and numbers in Japanese that a line must not break.

use koyaku::html::together::pieces;

fn found(text: &str) -> Vec<&str> {
    pieces(text).into_iter().map(|piece| &text[piece]).collect()
}

#[test]
fn japanese_dates_and_counts_stay_together() {
    let cases: [(&str, &[&str]); 15] = [
        (
            "公表は令和8年（2026年）11月22日です",
            &["令和8年（2026年）", "11月22日"],
        ),
        ("令和元（2019）年度の取組", &["令和元（2019）年度"]),
        ("令和5（2023）年度", &["令和5（2023）年度"]),
        ("令和８年度まで", &["令和８年度"]),
        ("平成27～令和2年度", &["平成27", "令和2年度"]),
        ("第10次厚木市総合計画第２期実施計画", &["第10次", "第２期"]),
        ("約１，２００人が参加", &["約１，２００人"]),
        ("20億円を超える", &["20億円"]),
        ("達成率は99.8％でした", &["99.8％"]),
        ("34項目と143件", &["34項目", "143件"]),
        ("4年以内", &["4年"]),
        ("数字のない文", &[]),
        ("2026", &[]),
        ("（2026年）の2", &["2026年"]),
        ("3つの柱", &["3つ"]),
    ];
    for (text, expected) in cases {
        assert_eq!(found(text), expected, "{text}");
    }
}

#[test]
fn no_text_makes_it_panic_and_pieces_lie_apart() {
    for text in [
        "１",
        "年1",
        "1年",
        "（1）",
        "1（",
        "1（2",
        "令和",
        "第",
        "1,",
        "1.",
        "１，",
        "1月May 2",
        "May 1",
        "11月22日（日）",
        "2026年度（令和8年度）",
        "１億２千万円",
    ] {
        let pieces = pieces(text);
        assert!(
            pieces.windows(2).all(|pair| pair[0].end <= pair[1].start),
            "{text}: {pieces:?}"
        );
    }
}
