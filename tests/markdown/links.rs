//! Links, addresses and pictures: what they point at, what becomes of them, what is refused.

use super::{assert_pages, assert_problems};
use koyaku::markdown::{LinkTarget, scan};

fn targets(body: &str) -> Vec<LinkTarget> {
    scan(body).links.into_iter().map(|link| link.target).collect()
}

fn address(address: &str, anchor: Option<&str>) -> LinkTarget {
    LinkTarget::Address {
        address: address.into(),
        anchor: anchor.map(Into::into),
    }
}

fn relative(path: &str, anchor: Option<&str>) -> LinkTarget {
    LinkTarget::Relative {
        path: path.into(),
        anchor: anchor.map(Into::into),
    }
}

#[test]
fn a_link_points_at_an_address_a_file_an_anchor_or_another_site() {
    let external = |url: &str| LinkTarget::External(url.into());
    let cases = [
        ("[[atsugi/reform/24]]", address("atsugi/reform/24", None)),
        ("[[ atsugi/reform/24 | 項目 ]]", address("atsugi/reform/24", None)),
        (
            "[[atsugi/reform/24#2026-03-31]]",
            address("atsugi/reform/24", Some("2026-03-31")),
        ),
        (
            "| a |\n|-|\n| [[atsugi/reform/24\\|項目]] |",
            address("atsugi/reform/24", None),
        ),
        ("[[#2026-03-31]]", LinkTarget::Anchor("2026-03-31".into())),
        (
            "[a](../x/other.md#%E6%A6%82%E8%A6%81)",
            relative("../x/other.md", Some("概要")),
        ),
        ("[a](<b c.md>)", relative("b c.md", None)),
        ("[a](b%20c%2fd.md#)", relative("b c/d.md", None)),
        ("[a](100%.md)", relative("100%.md", None)),
        ("[a](%ff%00.md)", relative("%ff%00.md", None)),
        ("[a](/atsugi/reform/)", relative("/atsugi/reform/", None)),
        ("[a](注：一.md)", relative("注：一.md", None)),
        ("![a](photo.jpg)", relative("photo.jpg", None)),
        ("[a](#%E6%A6%82%E8%A6%81)", LinkTarget::Anchor("概要".into())),
        (
            "[a](HTTPS://example.jp/?a&amp;b)",
            external("HTTPS://example.jp/?a&b"),
        ),
        (
            "[a](mailto:kikaku@example.lg.jp)",
            external("mailto:kikaku@example.lg.jp"),
        ),
        ("[a](tel:0462212111)", external("tel:0462212111")),
        ("<kikaku@example.lg.jp>", external("mailto:kikaku@example.lg.jp")),
        (
            "[a][b]\n\n[b]: https://example.jp/",
            external("https://example.jp/"),
        ),
    ];
    for (body, target) in cases {
        assert_eq!(targets(body), [target], "{body}");
    }
}

#[test]
fn links_of_a_body_are_listed_with_their_places() {
    let body = "**「重点」**の[[about]]と![図](photo.jpg)と[済](other.md)";
    let found: Vec<(&str, bool)> = scan(body)
        .links
        .iter()
        .map(|link| (&body[link.span.clone()], link.image))
        .collect();
    assert_eq!(
        found,
        [
            ("[[about]]", false),
            ("![図](photo.jpg)", true),
            ("[済](other.md)", false)
        ]
    );
}

#[test]
fn an_address_without_text_shows_the_title_of_its_target() {
    assert_pages(&[
        (
            "[[atsugi/reform/24]]",
            "<p><a href=\"../24/\">窓口の&lt;電子化&gt;</a></p>",
        ),
        (
            "[[atsugi/reform/24#2026-03-31|報告]]",
            "<p><a href=\"../24/#2026-03-31\">報告</a></p>",
        ),
        (
            "[[atsugi/reform/24|**「報告」**の]]",
            "<p><a href=\"../24/\"><strong>「報告」</strong>の</a></p>",
        ),
        (
            "[[about]] [[about|概要]]",
            "<p><a href=\"../about/\" lang=\"en\">About</a> <a href=\"../about/\">概要</a></p>",
        ),
        ("[[nowhere]] [[nowhere|どこか]]", "<p>nowhere どこか</p>"),
        ("[[]] [[ ]]", "<p>[[]]  </p>"),
    ]);
}

#[test]
fn links_lead_where_the_resolver_says_or_show_their_text() {
    assert_pages(&[
        ("[続き](other.md)", "<p><a href=\"../other/\">続き</a></p>"),
        (
            "[**続**き](other.md \"題\\\"\")",
            "<p><a href=\"../other/\" title=\"題&quot;\"><strong>続</strong>き</a></p>",
        ),
        (
            "[資料](report.pdf)",
            "<p><a href=\"report.pdf\">資料<span class=\"note\">（PDF、1.2 MB）</span></a></p>",
        ),
        ("[**無**い](missing.md)", "<p><strong>無</strong>い</p>"),
        ("[](other.md)", "<p><a href=\"../other/\">other.md</a></p>"),
        (
            "[電話](tel:0462212111)",
            "<p><a href=\"tel:0462212111\">電話</a></p>",
        ),
        (
            "## 節\n\n[上](#節) [報告](#2026-03-31) [無](#無)",
            "<h2 id=\"節\">節</h2>\n<p><a href=\"#節\">上</a> <a href=\"#2026-03-31\">報告</a> 無</p>",
        ),
        (
            "[a](https://例え.jp/ほ%20か?a=1&b=[2]#\"|)",
            "<p><a href=\"https://例え.jp/ほ%20か?a=1&amp;b=%5B2%5D#%22%7C\" class=\"external\" \
             rel=\"external\">a<span class=\"visually-hidden\">（外部サイト）</span></a></p>",
        ),
    ]);
}

#[test]
fn a_resolver_cannot_bring_in_a_scheme() {
    assert_pages(&[("[[attack]] [[attack|文]]", "<p>attack 文</p>")]);
}

#[test]
fn a_link_holds_no_other_link() {
    assert_pages(&[
        (
            "[a <https://example.jp> b](other.md)",
            "<p><a href=\"../other/\">a https://example.jp b</a></p>",
        ),
        (
            "[a [b](other.md) c](other.md)",
            "<p>[a <a href=\"../other/\">b</a> c](other.md)</p>",
        ),
        (
            "[[about|a[^1]b]]\n\n[^1]: x",
            "<p><a href=\"../about/\">a[^1]b</a></p>\n<section class=\"footnotes\" role=\"doc-endnotes\" \
             aria-label=\"脚注\"><h2>脚注</h2><ol><li id=\"fn-1\"><p>x</p></li></ol></section>",
        ),
    ]);
    assert_problems(&[(
        "[[about|a[^1]b]]\n\n[^1]: x",
        &["E markdown-footnote [^1]", "W markdown-footnote [^1]: x"],
    )]);
}

#[test]
fn a_picture_has_its_words_and_its_size() {
    assert_pages(&[
        (
            "![歩道 **B**\n区](<歩道 1.jpg> \"題\")",
            "<p><img src=\"歩道%201.jpg\" alt=\"歩道 B区\" title=\"題\" width=\"640\" height=\"480\" \
             loading=\"lazy\" decoding=\"async\"></p>",
        ),
        (
            "[![歩道](歩道%201.jpg)](other.md)",
            "<p><a href=\"../other/\"><img src=\"歩道%201.jpg\" alt=\"歩道\" width=\"640\" height=\"480\" \
             loading=\"lazy\" decoding=\"async\"></a></p>",
        ),
        (
            "![歩道](missing.jpg)",
            "<p><span class=\"missing\">画像がありません: 歩道</span></p>",
        ),
        ("![外](https://example.jp/a.png)", "<p>外</p>"),
        (
            "![一 ![二](b.jpg) [三](c.md)](歩道%201.jpg)",
            "<p><img src=\"歩道%201.jpg\" alt=\"一 二 三\" width=\"640\" height=\"480\" loading=\"lazy\" \
             decoding=\"async\"></p>",
        ),
    ]);
    assert_problems(&[
        (
            "![](photo.jpg) ![ ](photo.jpg)",
            &["E markdown-alt ![](photo.jpg)", "E markdown-alt ![ ](photo.jpg)"],
        ),
        (
            "![外](https://example.jp/a.png) ![[about]]",
            &[
                "E markdown-image ![外](https://example.jp/a.png)",
                "E markdown-image ![[about]]",
            ],
        ),
        ("![図](photo.jpg)", &[]),
    ]);
}

#[test]
fn a_link_that_was_meant_is_reported() {
    assert_problems(&[
        ("[済](a b.md)", &["W markdown-reference [済]"]),
        ("![図](a b.png)", &["W markdown-reference [図]"]),
        ("[済]（https://example.jp/）", &["W markdown-reference [済]"]),
        ("\\[済](注) [1] [済] （注） `[a](b c)`", &[]),
        (
            "[a][b] [c][] [d]",
            &["E markdown-reference [a][b]", "E markdown-reference [c]"],
        ),
        (
            "[注]: 令和5年度に策定した。\n\n本文",
            &["W markdown-reference [注]: 令和5年度に策定した。"],
        ),
        ("[Ａ][b]\n\n[B]: https://example.jp/", &[]),
    ]);
}
