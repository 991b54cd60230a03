//! What the command line says of itself, in both languages.

use crate::diagnostic::human::Language;

/// Both versions of one text.
#[derive(Debug, Clone, Copy)]
pub struct Words(pub &'static str, pub &'static str);

impl Words {
    pub fn of(self, language: Language) -> &'static str {
        match language {
            Language::Ja => self.0,
            Language::En => self.1,
        }
    }
}

pub const ABOUT: Words = Words(
    "市町村の公約と行政改革の記録を、市民が確かめられるウェブサイトにします",
    "Turns a city's promises and the reports on them into a website that a citizen can check",
);
pub const AFTER: Words = Words(
    "\
はじめて使うとき:
  1. サイトのフォルダー（content/site.yaml があるところ）に移動します
  2. koyaku check     記録と文章を確かめます。何も書き出しません
  3. koyaku serve     手元のブラウザーで下見します（http://127.0.0.1:8000）
  4. koyaku build     public/ に完成したサイトを書き出します。そのまま公開できます

誤りは「ファイル:行:列」と直し方を添えて、一度にすべて示します。誤りがあるかぎり public/ は変わりません。

終了コード: 0 成功、1 サイトに誤りがある・書き出せない、2 コマンドの書き方の誤り",
    "\
First steps:
  1. go to the folder of the site, where content/site.yaml is
  2. koyaku check     examines records and texts, and writes nothing
  3. koyaku serve     shows the site in your own browser (http://127.0.0.1:8000)
  4. koyaku build     writes the finished site to public/, ready to be published

Every problem is shown at once, with file:line:column and a remedy. As long as there is one, public/ stays as it is.

Exit codes: 0 success, 1 the site has errors or could not be written, 2 a wrong call",
);
pub const BUILD: Words = Words("サイトを書き出します", "Write the site");
pub const BUILD_LONG: Words = Words(
    "\
記録（seeds/）と文章（content/）を読み、確かめ、サイトを書き出します。
出力は隣のフォルダーで作り、すべて書けてから入れ替えます。途中で止まっても、公開中のサイトは元のままです。

例:
  koyaku build
  koyaku build --out /srv/www/koyaku --base-url https://pledges.example.jp
  koyaku build --as-of 2026-03-31      その日に公表されていた報告だけのサイトを作る
  koyaku build --portable              フォルダーから直接開けるサイトを作る（配布・保存用）",
    "\
Reads records (seeds/) and texts (content/), checks them and writes the site.
The output is made in a folder beside the old one and exchanged when all of it is written; if anything stops the build, the published site stays as it was.

Examples:
  koyaku build
  koyaku build --out /srv/www/koyaku --base-url https://pledges.example.jp
  koyaku build --as-of 2026-03-31      the site with only the reports that were public that day
  koyaku build --portable              a site that opens straight from a folder",
);
pub const CHECK: Words = Words(
    "書き出さずに、すべての誤りを示します",
    "Show every problem, and write nothing",
);
pub const CHECK_LONG: Words = Words(
    "\
記録（seeds/）と文章（content/）を読んで確かめ、すべての誤りと注意を示します。何も書き出しません。
誤りを先に、原因をその結果より先に示します。一つのファイルの同じ種類のものは、初めのいくつかと残りの件数にまとめます。

例:
  koyaku check
  koyaku check --all                   まとめずに、一つずつすべて示す
  koyaku check --format summary        件数だけを、記号・文書・部署ごとに示す
  koyaku check --format github         GitHub Actions で、プルリクエストの行に示す
  koyaku check --format sarif > koyaku.sarif",
    "\
Reads and checks records (seeds/) and texts (content/), shows every error and warning, and writes nothing.
Errors come before warnings, and causes before what follows from them. Of one kind in one file the first few are shown, and the rest is counted.

Examples:
  koyaku check
  koyaku check --all                   show each, folding nothing
  koyaku check --format summary        only the counts, by code, document and department
  koyaku check --format github         beside the lines of a pull request, in GitHub Actions
  koyaku check --format sarif > koyaku.sarif",
);
pub const ALL: Words = Words(
    "同じ種類の誤りや注意をまとめずに、一つずつすべて示します",
    "Show each problem, also where there are many of one kind",
);
pub const MESSAGES: Words = Words(
    "書き方（human、json、github、sarif、summary）。human のほかは標準出力に書きます",
    "How problems are written: human, json, github, sarif or summary; all but the first go to standard \
     output",
);
pub const SEAL: Words = Words(
    "文言を封印します（台帳に書き加えます）",
    "Seal the wording: append it to the ledgers",
);
pub const SEAL_LONG: Words = Words(
    "\
まだ封印されていない原文・期限・指標・公表値・報告を、記録の隣の台帳（seeds/<市町村>/<文書>.ledger.jsonl、
seeds/<市町村>/municipality.ledger.jsonl、尺度は content/site.ledger.jsonl）に書き加えます。
封印した文は、以後こっそり変えられません。変えるときは amendments に日付と理由を書きます。
原文と見比べ終えてから実行してください。誤りが一つでもあれば何も書きません。

例:
  koyaku seal
  koyaku seal --date 2026-11-21",
    "\
Appends wording, deadlines, indicators, totals and reports that are not sealed yet to the ledger beside each record (seeds/<city>/<document>.ledger.jsonl,
seeds/<city>/municipality.ledger.jsonl; content/site.ledger.jsonl for the scale).
What is sealed can no longer change silently: a change is written into `amendments` with its date and reason.
Run it when the record has been proofread against its source. With any error nothing is written.

Examples:
  koyaku seal
  koyaku seal --date 2026-11-21",
);
pub const TRANSLATED: Words = Words(
    "訳が原文と合っていることを記録します",
    "Note that a translation has been compared with its original",
);
pub const TRANSLATED_LONG: Words = Words(
    "\
訳のファイルの先頭に、いまの原文の版（translates: b3-…）を書き込みます。ほかは何も変えません。
原文と訳を見比べて、訳を直し終えてから実行してください。そのあと原文が変わると、check が知らせ、読む人にもそう示します。

例:
  koyaku translated content/glossary/ppp.en.md
  koyaku translated content/glossary/*.en.md",
    "\
Writes the version of the original (translates: b3-…) into the front matter of a translation, and changes nothing else.
Run it when you have compared both texts and mended the translation. If the original changes later, `check` reports it and readers are told.

Examples:
  koyaku translated content/glossary/ppp.en.md
  koyaku translated content/glossary/*.en.md",
);
pub const FILES: Words = Words("訳のファイル（….en.md）", "The translations, such as about.en.md");
pub const DIFF: Words = Words(
    "二つの日付の間に変わったことを示します",
    "Show what changed between two days",
);
pub const DIFF_LONG: Words = Words(
    "\
最初の日付の翌日から次の日付までに公表された報告、約束の変更、期限の状態の変化を示します。
議会への報告や広報の下書きに使えます。

例:
  koyaku diff 2026-03-31 2026-09-30
  koyaku diff 令和8年3月31日 令和8年9月30日 --format markdown",
    "\
Shows the reports that were published, the promises that were changed and the deadlines that moved after the first day and up to the second.
It serves as the draft of a report to the assembly or to the press.

Examples:
  koyaku diff 2026-03-31 2026-09-30
  koyaku diff 2026-03-31 2026-09-30 --format markdown",
);
pub const REVERSED: Words = Words(
    "最初の日付が次の日付より後です\n  日付を入れ替えてください",
    "the first day is later than the second\n  exchange the two",
);
pub const FROM: Words = Words("この日のあとから", "After this day");
pub const TO: Words = Words("この日まで", "Up to this day");
pub const FORMAT: Words = Words(
    "書き方（text、markdown、json）",
    "How it is written: text, markdown or json",
);
pub const DATE: Words = Words("封印の日付 [既定: 今日]", "The date of the seal [default: today]");
pub const VERIFY: Words = Words(
    "公開済みのサイトの台帳の続きであることを確かめます",
    "Check that the ledgers continue those of a published site",
);
pub const VERIFY_LONG: Words = Words(
    "\
公開済みのサイト（のコピー）にある台帳 data/**/*.ledger.jsonl と、手元の台帳を比べます。
手元の台帳がその続きでなければ、記録と台帳を一緒に書き換えても分かります。build も書き出し先にある台帳と同じように比べます。

例:
  koyaku verify --previous /srv/www/koyaku",
    "\
Compares the ledgers under data/**/*.ledger.jsonl of a published site, or a copy of it, with those of the sources.
If these do not continue them, record and ledger were rewritten together. `build` compares with the folder it writes to in the same way.

Examples:
  koyaku verify --previous /srv/www/koyaku",
);
pub const PREVIOUS: Words = Words(
    "公開済みのサイトのフォルダー",
    "The folder of the site published before",
);
pub const MIGRATE: Words = Words(
    "前の形式で書かれたサイトを、いまの形式に直します",
    "Turn an older site into today's format",
);
pub const MIGRATE_LONG: Words = Words(
    "\
前の koyaku のために書かれたサイトの記録と文章を、いまの形式に直します。変わる行を先にすべて示し、そのほかの行、注記、字下げには触れません。
台帳は書き換えません。直し終えたサイトでは何もしません。途中で止まったときは、もう一度実行すると続きから直します。

例:
  koyaku migrate --dry-run             変わる行を見るだけで、何も書かない
  koyaku migrate",
    "\
Turns the records and texts of a site that was written for an older koyaku into today's format. Every line that changes is shown first; other lines, comments and indentation are not touched.
Ledgers are never rewritten. A site of today's format stays as it is. If anything stops it, run it again to go on.

Examples:
  koyaku migrate --dry-run             only show the lines that would change
  koyaku migrate",
);
pub const DRY_RUN: Words = Words(
    "変わる行を示すだけで、何も書きません",
    "Only show what would change, and write nothing",
);
pub const SERVE: Words = Words(
    "手元のブラウザーで下見します",
    "Preview the site in your own browser",
);
pub const SERVE_LONG: Words = Words(
    "\
この計算機の中だけで見られる下見用のサイトを開きます。何も書き出しません。
ファイルを直して再読み込みすると、新しい内容になります。誤りがあれば端末に示し、直前の正しいサイトを見せ続けます。
終えるには Ctrl+C を押します。",
    "\
Opens a preview that only this computer can see, and writes nothing.
Change a file and reload the page to see it. Errors are shown in the terminal, and the last good site stays up.
Press Ctrl+C to stop.",
);
pub const ROOT: Words = Words(
    "サイトのフォルダー（content/site.yaml があるところ）",
    "The folder of the site, where content/site.yaml is",
);
pub const OUT: Words = Words(
    "書き出し先のフォルダー [既定: サイトのフォルダーの public]",
    "The folder to write to [default: public in the site's folder]",
);
pub const BASE_URL: Words = Words(
    "公開するときの URL（https://…）。canonical、hreflang、サイトマップに使います",
    "The URL at which the site is published (https://…), for canonical links, hreflang and the sitemap",
);
pub const AS_OF: Words = Words(
    "この日の時点のサイトにします（2026-03-31、令和8年3月31日）[既定: site.yaml の as_of、なければ今日]",
    "The day as of which the site is built, such as 2026-03-31 [default: as_of in site.yaml, else today]",
);
pub const PORTABLE: Words = Words(
    "サーバーなしで、フォルダーから直接開けるリンクにします",
    "Write links that work from a folder, without a server",
);
pub const NO_MINIFY: Words = Words(
    "HTML を縮めずに、読みやすいまま書き出します",
    "Write HTML as templates lay it out, for reading",
);
pub const STRICT: Words = Words("警告も誤りとして扱います", "Treat warnings as errors");
pub const LANG: Words = Words(
    "koyaku が話す言語（ja、en）[既定: 環境の言語、なければ ja]",
    "The language koyaku speaks: ja or en [default: that of the environment, else ja]",
);
pub const TIMINGS: Words = Words("段階ごとの時間を示します", "Show how long each stage took");
pub const THREADS: Words = Words(
    "使うスレッドの数 [既定: 計算機のコア数]",
    "How many threads to use [default: one per core]",
);
pub const PORT: Words = Words("下見に使うポート番号", "The port of the preview");
pub const HELP: Words = Words("使い方を示します", "Print help");
pub const VERSION: Words = Words("版を示します", "Print the version");
