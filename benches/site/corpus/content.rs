//! The reports, lasting texts, terms and plain pages of a corpus, each with its translation.

use super::record::{line, map, title};
use super::wording::{Pair, both, wording};
use super::words::{ENDS, MEANS, PEOPLE};
use super::{
    Both, Corpus, Document, address, document_of, figure, has_indicator, has_introduction, has_report,
    municipality_id,
};

/// Writes one source file, by its path in the site's folder.
type Put<'a> = &'a dyn Fn(&str, &str);

pub fn write(corpus: &Corpus, put: Put) {
    for commitment in 0..corpus.commitments {
        let folder = format!("content/{}", address(commitment));
        if has_report(commitment) {
            put(&format!("{folder}/2026-03-31.md"), &report(corpus, commitment));
            let translation = format!(
                "---\ntitle: \"Progress: {}\"\ntranslation: {{by: human}}\n---\n{}",
                wording(commitment).title.en,
                report_in_english(corpus, commitment)
            );
            put(&format!("{folder}/2026-03-31.en.md"), &translation);
        }
        if has_introduction(commitment) {
            introduction(&folder, commitment, put);
        }
    }
    (0..MEANS.len()).for_each(|at| term(corpus, at, put));
    pages(corpus, put);
}

/// What a report says will happen next, and what it rests on.
pub const NEXT: Pair = (
    "次の年度は、対象とする地区を広げて進めます。",
    "Next fiscal year it reaches further districts.",
);
pub const EVIDENCE: Pair = ("令和7年度 進捗管理表", "Progress table, fiscal 2025");
pub const EVIDENCE_SUMMARY: Pair = (
    "取組ごとの実績と課題が載っています。",
    "Results and open questions for each item.",
);

/// Status, its label as the city prints it, and the direction that follows.
const STATUSES: [(&str, &str, &str); 12] = [
    ("on-track", "順調", "continue"),
    ("achieved", "達成", "complete"),
    ("mostly-on-track", "おおむね順調", "continue"),
    ("ongoing", "継続中", "expand"),
    ("slightly-behind", "やや遅れ", "revise"),
    ("on-track", "計画どおり", "continue"),
    ("behind", "遅れ", "revise"),
    ("partly-achieved", "一部達成", "continue"),
    ("changed", "変更", "revise"),
    ("not-achieved", "未達成", "revise"),
    ("not-started", "未着手", "continue"),
    ("stopped", "中止", "end"),
];

const REASONS: [Pair; 5] = [
    (
        "関係する機関との協議に時間がかかりました。",
        "Talks with the bodies concerned took time.",
    ),
    (
        "利用した人からの意見を受けて、進め方を見直しました。",
        "The manner was changed after users had spoken.",
    ),
    (
        "資材の値上がりで、入札をやり直しました。",
        "Prices rose, and the tender had to be repeated.",
    ),
    (
        "担当の職員を増やし、計画どおりに進みました。",
        "More staff were assigned, and it went as planned.",
    ),
    (
        "二つの地区で先に始め、ほかの地区は次の年度としました。",
        "Two districts began first; the others follow next year.",
    ),
];

pub fn status(commitment: usize) -> (&'static str, &'static str, &'static str) {
    STATUSES[commitment / 2 % STATUSES.len()]
}

pub fn reason(commitment: usize) -> Pair {
    REASONS[commitment % REASONS.len()]
}

fn report(corpus: &Corpus, commitment: usize) -> String {
    let (status, label, direction) = status(commitment);
    let (ja, en) = reason(commitment);
    let wording = wording(commitment);
    let mut text = format!(
        "---\nkind: assessment\ntitle: \"{}の進み具合\"\nperiod: FY2025\nassessed: 2026-03-31\npublished: \
         2026-05-20\nassessor: department\nstatus: {status}\nlabel: {label}\nreason: {{code: as-reported, \
         text: {}}}\nnext: {}\ndirection: {direction}\nevidence:\n",
        wording.title.ja,
        map(&both(ja, en)),
        map(&both(NEXT.0, NEXT.1)),
    );
    let (evidence, summary) = (
        both(EVIDENCE.0, EVIDENCE.1),
        both(EVIDENCE_SUMMARY.0, EVIDENCE_SUMMARY.1),
    );
    line(
        &mut text,
        &format!(
            "  - title: {}\n    url: https://www.example.jp/progress/2025.pdf",
            map(&evidence)
        ),
    );
    line(
        &mut text,
        &format!(
            "    page: \"{}\"\n    summary: {}",
            commitment % 90 + 1,
            map(&summary)
        ),
    );
    if has_indicator(commitment) {
        let number = address(commitment)
            .rsplit('/')
            .next()
            .map(str::to_owned)
            .expect("an address has parts");
        line(&mut text, "values:");
        for year in 0..3 {
            let value = figure(commitment + 1, year);
            let period = 2023 + year;
            line(
                &mut text,
                &format!(
                    "  - {{indicator: i{number}, period: FY{period}, value: {value}, state: final, \
                     printed: \"{value}％\"}}"
                ),
            );
        }
    }
    line(&mut text, "---");
    text + &report_body(corpus, commitment).ja
}

/// The Markdown of a report, with koyaku's own links.
pub fn report_body(corpus: &Corpus, commitment: usize) -> Both {
    Both {
        ja: report_in_japanese(corpus, commitment),
        en: report_in_english(corpus, commitment),
    }
}

fn report_in_japanese(corpus: &Corpus, commitment: usize) -> String {
    let (ja, _) = reason(commitment);
    let (people, end) = (
        PEOPLE[commitment % PEOPLE.len()].0,
        ENDS[commitment % ENDS.len()].0,
    );
    let mut text = format!("## 行ったこと\n\n{ja}{people}を対象に説明会を開きました。{end}\n\n");
    line(
        &mut text,
        &table(
            ("月", "行ったこと", "人数"),
            ["計画の確認", "説明会と試行", "結果のまとめ"],
            commitment,
        ),
    );
    let (here, terms) = (here(corpus, commitment), terms(commitment));
    line(
        &mut text,
        &format!(
            "- 原文は {here} です。\n- 用語は {terms} を見てください。\n- 費用は**予算の範囲**で支出し\
             ました。"
        ),
    );
    line(
        &mut text,
        "\n## 残った課題\n\n参加した人の声では、日時の知らせ方が分かりにくいという意見がありました。",
    );
    line(
        &mut text,
        "次の年度は、広報紙と掲示板の両方で、早めに知らせることにします。",
    );
    text
}

fn report_in_english(corpus: &Corpus, commitment: usize) -> String {
    let (_, en) = reason(commitment);
    let (people, end) = (
        PEOPLE[commitment % PEOPLE.len()].1,
        ENDS[commitment % ENDS.len()].1,
    );
    let mut text = format!("## What was done\n\n{en} Meetings were held for {people}. {end}\n\n");
    line(
        &mut text,
        &table(
            ("Month", "What was done", "People"),
            ["Plan checked", "Meetings and trial", "Results put together"],
            commitment,
        ),
    );
    let (here, terms) = (here(corpus, commitment), terms(commitment));
    line(
        &mut text,
        &format!("- The wording: {here}.\n- Terms: {terms}.\n- The cost stayed **within the budget**."),
    );
    line(
        &mut text,
        "\n## What is left to do\n\nPeople who took part said that the dates were hard to find out.",
    );
    line(
        &mut text,
        "Next fiscal year they are announced earlier, in the bulletin and on the notice boards.",
    );
    text
}

fn table((month, what, people): (&str, &str, &str), rows: [&str; 3], commitment: usize) -> String {
    let mut text = format!("| {month} | {what} | {people} |\n|---|---|---:|\n");
    for (at, row) in rows.iter().enumerate() {
        line(
            &mut text,
            &format!("| {} | {row} | {} |", at * 4 + 2, commitment % 97 + at * 12),
        );
    }
    text
}

/// Links to the commitment and to the one it points at.
fn here(corpus: &Corpus, commitment: usize) -> String {
    let other = corpus
        .neighbour(commitment)
        .map(|other| format!(", [[{}]]", address(other)));
    format!("[[{}]]{}", address(commitment), other.unwrap_or_default())
}

fn terms(commitment: usize) -> String {
    let id = |at: usize| MEANS[at % MEANS.len()].0;
    format!(
        "[[glossary/{}]], [[glossary/{}]]",
        id(commitment),
        id(commitment / 2 + 17)
    )
}

fn introduction(folder: &str, commitment: usize, put: Put) {
    let (title, body) = (wording(commitment).title, introduction_body(commitment));
    let japanese = format!(
        "---\ndescription: \"{}を、ふだんの言葉で説明します。\"\n---\n{}",
        title.ja, body.ja
    );
    let english = format!(
        "---\ndescription: \"{}, in plain words.\"\ntranslation: {{by: human}}\n---\n{}",
        title.en, body.en
    );
    put(&format!("{folder}/index.md"), &japanese);
    put(&format!("{folder}/index.en.md"), &english);
}

/// The Markdown of a lasting text, with koyaku's own links.
pub fn introduction_body(commitment: usize) -> Both {
    let (end, people) = (ENDS[commitment % ENDS.len()], PEOPLE[commitment % PEOPLE.len()]);
    let document = document_of(commitment).address();
    Both {
        ja: format!(
            "## どういうことか\n\n{}にとって身近な取組です。{}詳しくは [[{document}]] を見てください。\n\n\
             - 申し込みはいりません。\n- 費用はかかりません。\n",
            people.0, end.0
        ),
        en: format!(
            "## What it is about\n\nThis is close to {}. {} See [[{document}]].\n\n\
             - There is nothing to apply for.\n- It costs nothing.\n",
            people.1, end.1
        ),
    }
}

fn term(corpus: &Corpus, at: usize, put: Put) {
    let (id, (ja, en), reading) = MEANS[at];
    let related = MEANS[(at + 1) % MEANS.len()].0;
    // The same term in every site, however small, so only a site with documents names one as the source.
    let source = match corpus.commitments {
        0 => String::new(),
        _ => format!(
            "source: {{address: {}, note: \"用語集\"}}\n",
            Document(0).address()
        ),
    };
    let body = term_body(at);
    let japanese = format!(
        "---\nterm: \"{ja}\"\nreading: \"{reading}\"\nsummary: \"市が使う「{ja}」という言葉の説明です。\
         \"\nrelated: [{related}]\n{source}---\n{}",
        body.ja
    );
    let english = format!(
        "---\nterm: \"{en}\"\nsummary: \"What the city means by this word.\"\ntranslation: {{by: \
         human}}\n---\n{}",
        body.en
    );
    put(&format!("content/glossary/{id}.md"), &japanese);
    put(&format!("content/glossary/{id}.en.md"), &english);
}

/// The Markdown of a term, with koyaku's own links.
pub fn term_body(at: usize) -> Both {
    let (related, page) = (MEANS[(at + 1) % MEANS.len()].0, at + 3);
    Both {
        ja: format!(
            "この言葉は、[[glossary/{related}]]とあわせて使われます。\n\n- 市の文書では{page}ページあたりに出\
             てきます。\n- 国の文書では別の言い方をすることがあります。\n"
        ),
        en: format!(
            "The word is used together with [[glossary/{related}]].\n\n- It occurs around page {page} of the \
             city's documents.\n- Documents of the state may call it something else.\n"
        ),
    }
}

/// A plain page: its path, which is its address, and what stands on it.
pub struct PlainPage {
    pub path: String,
    pub title: Both,
    pub body: Both,
}

fn pages(corpus: &Corpus, put: Put) {
    for PlainPage { path, title, body } in plain_pages(corpus) {
        let japanese = format!(
            "---\ntitle: \"{0}\"\ndescription: \"{0}についてのページです。\"\n---\n{1}",
            title.ja, body.ja
        );
        let english = format!(
            "---\ntitle: \"{0}\"\ndescription: \"A page on this: {0}.\"\ntranslation: {{by: \
             human}}\n---\n{1}",
            title.en, body.en
        );
        put(&format!("content/{path}.md"), &japanese);
        put(&format!("content/{path}.en.md"), &english);
    }
}

pub fn plain_pages(corpus: &Corpus) -> Vec<PlainPage> {
    let page = |path: &str, ja: &str, en: &str, links: &str| PlainPage {
        path: path.to_owned(),
        title: both(ja, en),
        body: Both {
            ja: format!(
                "## {ja}\n\nここにある文は、計測のために作ったものです。実在する市とは関係がありません。\n\n1. \
                 文書を読みます。\n2. 報告を読みます。\n\n{links}\n"
            ),
            en: format!(
                "## {en}\n\nThe wording here was made for measuring and has nothing to do with any real \
                 city.\n\n1. Read the documents.\n2. Read the reports.\n\n{links}\n"
            ),
        },
    };
    let mut pages = vec![
        page("about", "このサイトについて", "About this site", "[[method]]"),
        page("method", "読み方", "How to read it", "[[about]]"),
        page(
            "corrections",
            "訂正の方針",
            "How corrections are made",
            "[[method]]",
        ),
    ];
    for municipality in 0..corpus.municipalities() {
        let documents: Vec<Document> = corpus.documents_of(municipality).collect();
        let links: Vec<String> = documents
            .iter()
            .map(|document| format!("- [[{}]]", document.address()))
            .collect();
        let first = title(documents[0]);
        pages.push(page(
            &format!("{}/background", municipality_id(municipality)),
            &format!("{}の背景", first.ja),
            &format!("Background of the {}", first.en),
            &links.join("\n"),
        ));
    }
    pages
}
