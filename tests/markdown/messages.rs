//! What editors read. Each problem says what was written, what readers will see, and what to write instead.

use koyaku::diagnostic::{Code, Diagnostic, Place, Severity};
use koyaku::markdown::{Problem, scan};
use std::sync::Arc;

#[test]
fn every_problem_is_told_in_both_languages() {
    let nested = format!("{}底", "> ".repeat(33));
    let large = format!(
        "{}|\n{}|\n{}",
        "|a".repeat(2000),
        "|-".repeat(2000),
        "| x\n".repeat(200)
    );
    let cases = [
        (
            "a <b>c</b>",
            [
                "HTML のタグ <b> は使えません（文字として表示されます）: 太字は **文字** と書いてください",
                "the HTML tag <b> is not allowed and is shown as text: write **bold** instead",
            ],
        ),
        (
            "行<br>改行",
            [
                "HTML のタグ <br> は使えません（文字として表示されます）: 行の終わりに \\ を置くと改行になり\
                 ます",
                "the HTML tag <br> is not allowed and is shown as text: end the line with `\\` to break it",
            ],
        ),
        (
            "<span style=\"color:red\">赤</span>",
            [
                "HTML のタグ <span> は使えません（文字として表示されます）: タグを消してください。文字とし\
                 て < を示すときは \\< と書きます",
                "the HTML tag <span> is not allowed and is shown as text: remove it, or write `\\<` to show \
                 the sign itself",
            ],
        ),
        (
            "<!-- メモ -->",
            [
                "HTML のコメントは使えません（隠れずに、そのまま表示されます）: 公開しないメモは本文に書かな\
                 いでください",
                "an HTML comment is shown as text instead of being hidden: keep notes that are not for \
                 readers out of the text",
            ],
        ),
        (
            nested.as_str(),
            [
                "箇条書き・引用・強調の入れ子が 32 段を超えています: 入れ子を浅くしてください",
                "lists, quotations or emphasis nest more than 32 levels deep: nest them less deeply",
            ],
        ),
        (
            "これは **重点 **です",
            [
                "「**」が太字にならず、そのまま表示されます（すぐ内側に空白があるため）: 内側の空白を取って\
                 ください → **重点**",
                "`**` is shown as it is, because of the space inside it: take the space out → **重点**",
            ],
        ),
        (
            "a**\"b\"**c",
            [
                "「**」が太字にならず、そのまま表示されます（記号と文字の境目にあるため）: 前後に半角の空白\
                 を置いてください → 文字 **\"b\"** 文字",
                "`**` is shown as it is, because it stands between a sign and a letter: put a space before \
                 and after → text **\"b\"** text",
            ],
        ),
        (
            "**閉じない",
            [
                "「**」が太字にならず、そのまま表示されます（対になる「**」がないため）: 同じ段落の中で **文\
                 字** のように囲み、記号そのものを示すときは \\*\\* と書いてください",
                "`**` is shown as it is, because it has no partner in this paragraph: write **bold** within \
                 one paragraph, or \\*\\* for the signs themselves",
            ],
        ),
        (
            "一[^x]",
            [
                "脚注 [^x] の文がありません: 行の始めに [^x]: 注の文 と書くか、脚注でなければ \\[^x] として\
                 ください",
                "the note `[^x]` is not written anywhere: write `[^x]: the note` on a line of its own, or \
                 `\\[^x]` if it is no note",
            ],
        ),
        (
            "[^x]：注",
            [
                "脚注 [^x] の後ろが全角の「：」です: 半角の : にしてください → [^x]: 注の文",
                "the colon after the note `[^x]` is a full-width one: write an ASCII colon → [^x]: the note",
            ],
        ),
        (
            "一[^x]\n\n[^x]: 甲\n[^x]: 乙",
            [
                "脚注 [^x] の文が二つあります: 一つにするか、別の名前を付けてください",
                "the note `[^x]` is written twice: keep one, or give the other another label",
            ],
        ),
        (
            "一\n\n[^x]: 甲",
            [
                "脚注 [^x] は本文のどこからも参照されていません（最後に置きます）: 本文の当てはまる所に \
                 [^x] と書いてください",
                "nothing refers to the note `[^x]`; it is put last: write `[^x]` where it belongs",
            ],
        ),
        (
            "[一[^x]](other.md)\n\n[^x]: 甲",
            [
                "リンクや画像になっていません（書いたとおりに表示されます）: かっこを半角にし、空白のある行\
                 き先は <> で囲み、中に脚注や別のリンクを置かないでください → [文字](<行き先>)",
                "this is no link or picture, and is shown as it is written: use ASCII brackets, put <> \
                 around an address with spaces, and no note or link inside → [text](<address>)",
            ],
        ),
        (
            "[[about|一[^x]二]]\n\n[^x]: 甲",
            [
                "リンクや画像の中では脚注 [^x] を付けられません: リンクの後ろに移してください → [文字](行き\
                 先)[^x]",
                "the note `[^x]` cannot stand inside a link or a picture: move it behind the link → \
                 [text](address)[^x]",
            ],
        ),
        (
            "[文][x]",
            [
                "参照リンク [x] の行き先が書かれていません: 本文の終わりに [x]: https://… と書くか、リンクで\
                 なければ最初のかっこを \\[ としてください",
                "the link reference `[x]` is not defined: add `[x]: https://…` at the end, or write `\\[` \
                 if it is not a link",
            ],
        ),
        (
            "[注]: 令和5年度に策定した。\n\n本文",
            [
                "「[注]:」で始まるこの行は、リンクの行き先とみなされ、表示されません: 文として表示するなら \
                 \\[注]: と書き、要らなければ消してください",
                "this line is read as the address of `[注]` and is not shown: write `\\[注]:` to show it as \
                 text, or remove it",
            ],
        ),
        (
            "[済]（https://example.jp/）",
            [
                "リンクや画像になっていません（書いたとおりに表示されます）: かっこを半角にし、空白のある行\
                 き先は <> で囲み、中に脚注や別のリンクを置かないでください → [文字](<行き先>)",
                "this is no link or picture, and is shown as it is written: use ASCII brackets, put <> \
                 around an address with spaces, and no note or link inside → [text](<address>)",
            ],
        ),
        (
            "![図](https://example.jp/a.png)",
            [
                "この画像はサイトの中にないため、表示できません: 画像ファイルを本文と同じフォルダーに置\
                 き、![画像の説明](photo.jpg) のように書いてください",
                "this picture is not in the site, so it cannot be shown: put the file beside the text and \
                 write ![what it shows](photo.jpg)",
            ],
        ),
        (
            "![](photo.jpg)",
            [
                "画像の説明がありません（画像を見られない人に、内容が伝わりません）: ![ と ] の間に、何の画\
                 像かを書いてください → ![完成したB工区の歩道](…)",
                "the picture has no description for people who cannot see it: say what it shows between \
                 `![` and `]` → ![the finished footpath](…)",
            ],
        ),
        (
            "# 題",
            [
                "# の見出しは使えません（ページの題が一番上の見出しです。## として表示します）: ## にしてく\
                 ださい",
                "a # heading is shown as ##, because the title of the page is the first heading: write ##",
            ],
        ),
        (
            "## 節\n#### 項",
            [
                "見出しの段が飛んでいます（#### の前に ### がありません）: ### にしてください",
                "a heading level is skipped: no ### before ####: write ###",
            ],
        ),
        (
            "##",
            [
                "見出しに文字がありません: 見出しの文字を書くか、この行を消してください",
                "the heading has no words: write them, or remove the line",
            ],
        ),
        (
            "一[^x]\n\n[^x]: ## 題",
            [
                "脚注の中の見出しは、段落として表示されます: 見出しの記号 # を消してください",
                "a heading in a note is shown as a paragraph: take the # away",
            ],
        ),
        (
            "|a|b|\n|-|-|\n|1|2|消える|",
            [
                "表のこの行は見出しの行より列が多く、「消える」が表示されません: 列の数をそろえてください。\
                 文字としての | は \\| と書きます",
                "this row has more columns than the head, so `消える` is not shown: give the head as many \
                 columns; write `\\|` for the sign itself",
            ],
        ),
        (
            "| a | b |\n|---|\n",
            [
                "表になっていません（見出しの行と、この区切りの行とで、列の数が違います）: | の数をそろえて\
                 ください",
                "this is no table, because its head and this line have different numbers of columns: write \
                 the same number of `|` in both",
            ],
        ),
        (
            "| | |\n|-|-|\n|a|b|",
            [
                "表の見出しの行が空です: それぞれの列が何かを、一行目に書いてください",
                "the head of the table is empty: say in the first row what each column holds",
            ],
        ),
        (
            large.as_str(),
            [
                "一つの表が 1 MiB を超えています: 表を分けるか、CSV ファイルにして本文からリンクしてください",
                "one table grows past 1 MiB: split it, or publish it as a CSV file and link to that",
            ],
        ),
        (
            "[文](javascript:x)",
            [
                "「javascript:」で始まるリンクは使えません（文字だけを表示します）: https://… か、mailto:… \
                 か、tel:… か、サイトの中のファイル名を書いてください",
                "links that begin with `javascript:` are not allowed; only the text is shown: write \
                 https://…, mailto:…, tel:… or the name of a file of the site",
            ],
        ),
        (
            "[文](https:x)",
            [
                "「https:」の後ろがリンク先として読めません（文字だけを表示します）: https://… か、mailto:… \
                 か、tel:… か、サイトの中のファイル名を書いてください",
                "what follows `https:` is no address; only the text is shown: write https://…, mailto:…, \
                 tel:… or the name of a file of the site",
            ],
        ),
        (
            "[文](//example.jp)",
            [
                "// で始まるリンクは使えません（文字だけを表示します）: https:// で始めてください",
                "links that begin with // are not allowed; only the text is shown: begin it with https://",
            ],
        ),
        (
            "[文](a\\b.md)",
            [
                "リンク先に \\ は使えません（文字だけを表示します）: フォルダーの区切りは / と書いてください",
                "an address cannot hold `\\`; only the text is shown: write / between folders",
            ],
        ),
        (
            "[文](a&#10;b)",
            [
                "リンク先に見えない制御文字があります（文字だけを表示します）: https://… か、mailto:… か、\
                 tel:… か、サイトの中のファイル名を書いてください",
                "the address holds an invisible control character; only the text is shown: write https://…, \
                 mailto:…, tel:… or the name of a file of the site",
            ],
        ),
        (
            "[文]()",
            [
                "リンク先が空です（文字だけを表示します）: かっこの中に行き先を書いてください",
                "the link leads nowhere; only the text is shown: write the address between the brackets",
            ],
        ),
        (
            "一&#x202e;二",
            [
                "見えない制御文字 U+202E が文字参照で書かれています（� に置き換えます）: 取り除いてください",
                "an entity stands for the invisible control character U+202E; � is shown instead: remove it",
            ],
        ),
        (
            "一&#1;二",
            [
                "見えない制御文字 U+0001 が文字参照で書かれています（� に置き換えます）: 取り除いてください",
                "an entity stands for the invisible control character U+0001; � is shown instead: remove it",
            ],
        ),
        (
            "[^とても長い見出しのような注の名前を付けてしまった場合でも短く切って示すこと]",
            [
                "脚注 [^とても長い見出しのような注の名前を付けてしまった場合でも短く…] の文がありません: 行\
                 の始めに [^とても長い見出しのような注の名前を付けてしまった場合でも短く…]: 注の文 と書く\
                 か、脚注でなければ \\[^とても長い見出しのような注の名前を付けてしまった場合でも短く…] とし\
                 てください",
                "the note `[^とても長い見出しのような注の名前を付けてしまった場合でも短く…]` is not written \
                 anywhere: write `[^とても長い見出しのような注の名前を付けてしまった場合でも短く…]: the \
                 note` on a line of its own, or `\\[^とても長い見出しのような注の名前を付けてしまった場合で\
                 も短く…]` if it is no note",
            ],
        ),
    ];
    for (body, expected) in cases {
        let found = scan(body).problems;
        let problem = found.first().unwrap_or_else(|| panic!("{body:?} has no problem"));
        assert_eq!(told(problem), expected, "{body}");
    }
}

/// The message and the remedy as a terminal shows them, in Japanese, then in English.
fn told(problem: &Problem) -> [String; 2] {
    let Problem { message, remedy, .. } = problem;
    [
        format!("{}: {}", message.ja, remedy.ja),
        format!("{}: {}", message.en, remedy.en),
    ]
}

#[test]
fn a_hostile_body_does_not_flood_the_terminal_nor_hide_its_errors() {
    let warnings = "**あ\n\n".repeat(1000);
    let found = scan(&format!("{warnings}<b>")).problems;
    assert_eq!(
        found
            .iter()
            .filter(|problem| problem.code == Code::MarkdownEmphasis)
            .count(),
        100
    );
    assert_eq!(
        found.last().map(|problem| (problem.code, problem.severity)),
        Some((Code::MarkdownHtml, Severity::Error))
    );
}

#[test]
fn a_problem_becomes_a_diagnostic_at_its_place_in_the_file() {
    let file: Arc<str> = "content/about.md".into();
    let problem = scan("一<b>").problems.remove(0);
    let (message, remedy) = (problem.message.clone(), problem.remedy.clone());
    let expected = Diagnostic::error(Code::MarkdownHtml, Place::span(&file, 43..46), message).remedy(remedy);
    assert_eq!(problem.into_diagnostic(&file, 40), expected);
    let warning = scan("# 題").problems.remove(0).into_diagnostic(&file, 40);
    assert_eq!(
        (warning.severity, warning.place),
        (Severity::Warning, Place::span(&file, 40..45))
    );
}
