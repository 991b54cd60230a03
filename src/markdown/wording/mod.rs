//! The sentences about a body, in calm plain words for people who write for a city. Each names what was
//! written, what readers will see, and what to write instead.

mod mark;
mod shape;

use super::problem::Kind;
use super::target::Refused;
use crate::diagnostic::Message;

/// The longest passage of the source that a sentence repeats, in characters.
const LONGEST: usize = 30;

/// What is wrong, and what to do.
pub(super) fn of(kind: &Kind) -> (Message, Message) {
    match kind {
        Kind::Html(name) => html(name),
        Kind::HtmlComment => (
            Message::new(
                "HTML のコメントは使えません（隠れずに、そのまま表示されます）",
                "an HTML comment is shown as text instead of being hidden",
            ),
            Message::new(
                "公開しないメモは本文に書かないでください",
                "keep notes that are not for readers out of the text",
            ),
        ),
        Kind::TooDeep => (
            Message::new(
                "箇条書き・引用・強調の入れ子が 32 段を超えています",
                "lists, quotations or emphasis nest more than 32 levels deep",
            ),
            Message::new("入れ子を浅くしてください", "nest them less deeply"),
        ),
        Kind::Bold(problem) => mark::bold(problem),
        Kind::Note(problem, label) => mark::note(*problem, &short(label)),
        Kind::ReferenceUndefined(label) => mark::reference_undefined(&short(label)),
        Kind::ReferenceUnused(label) => mark::reference_unused(&short(label)),
        Kind::LinkNotMade => mark::link_not_made(),
        Kind::ImageElsewhere => shape::image_elsewhere(),
        Kind::AltMissing => shape::alt_missing(),
        Kind::Heading(problem) => shape::heading(*problem),
        Kind::Table(problem) => shape::table(problem),
        Kind::Destination(refused, scheme) => destination(*refused, &short(scheme)),
        Kind::HiddenCharacter(character) => hidden(*character),
        Kind::Panicked => (
            Message::new(
                "この本文の Markdown を読み取れません（koyaku の不具合です）",
                "this Markdown cannot be read, which is a fault of koyaku",
            ),
            Message::new(
                "記号の多い行を少しずつ外して原因の行を見つけ、別の書き方にしてください",
                "take out lines with many signs one by one to find the cause, and write it differently",
            ),
        ),
    }
}

fn html(name: &str) -> (Message, Message) {
    let (ja, en) = match name {
        "br" => (
            "行の終わりに \\ を置くと改行になります",
            "end the line with `\\` to break it",
        ),
        "b" | "strong" => ("太字は **文字** と書いてください", "write **bold** instead"),
        "i" | "em" => ("強調は *文字* と書いてください", "write *emphasis* instead"),
        "s" | "del" | "strike" => (
            "取り消し線は ~~文字~~ と書いてください",
            "write ~~deleted~~ instead",
        ),
        "a" => (
            "リンクは [文字](行き先) と書いてください",
            "write [text](address) instead",
        ),
        "img" => (
            "画像は ![画像の説明](photo.jpg) と書いてください",
            "write ![what it shows](photo.jpg) instead",
        ),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => (
            "見出しは行の始めに ## を置いてください",
            "begin the line with `##` for a heading",
        ),
        "hr" => (
            "区切り線は空行の間に --- と書いてください",
            "write `---` between empty lines for a rule",
        ),
        "ul" | "ol" | "li" => (
            "箇条書きは行の始めに - を置いてください",
            "begin each line with `- ` for a list",
        ),
        "table" | "thead" | "tbody" | "tr" | "th" | "td" => (
            "表は | で区切る書き方で書いてください",
            "write the table with `|` between its columns",
        ),
        _ => (
            "タグを消してください。文字として < を示すときは \\< と書きます",
            "remove it, or write `\\<` to show the sign itself",
        ),
    };
    let name = short(name);
    (
        Message::new(
            format!("HTML のタグ <{name}> は使えません（文字として表示されます）"),
            format!("the HTML tag <{name}> is not allowed and is shown as text"),
        ),
        Message::new(ja, en),
    )
}

fn hidden(character: char) -> (Message, Message) {
    let code = u32::from(character);
    (
        Message::new(
            format!("見えない制御文字 U+{code:04X} が文字参照で書かれています（� に置き換えます）"),
            format!("an entity stands for the invisible control character U+{code:04X}; � is shown instead"),
        ),
        Message::new("取り除いてください", "remove it"),
    )
}

fn destination(refused: Refused, scheme: &str) -> (Message, Message) {
    let (ja, en) = match refused {
        Refused::Scheme if matches!(scheme, "http" | "https" | "mailto" | "tel") => (
            format!("「{scheme}:」の後ろがリンク先として読めません（文字だけを表示します）"),
            format!("what follows `{scheme}:` is no address; only the text is shown"),
        ),
        Refused::Scheme => (
            format!("「{scheme}:」で始まるリンクは使えません（文字だけを表示します）"),
            format!("links that begin with `{scheme}:` are not allowed; only the text is shown"),
        ),
        Refused::NoScheme => (
            "// で始まるリンクは使えません（文字だけを表示します）".to_owned(),
            "links that begin with // are not allowed; only the text is shown".to_owned(),
        ),
        Refused::Backslash => (
            "リンク先に \\ は使えません（文字だけを表示します）".to_owned(),
            "an address cannot hold `\\`; only the text is shown".to_owned(),
        ),
        Refused::Control => (
            "リンク先に見えない制御文字があります（文字だけを表示します）".to_owned(),
            "the address holds an invisible control character; only the text is shown".to_owned(),
        ),
        Refused::Empty => (
            "リンク先が空です（文字だけを表示します）".to_owned(),
            "the link leads nowhere; only the text is shown".to_owned(),
        ),
    };
    let remedy = match refused {
        Refused::Scheme | Refused::Control => Message::new(
            "https://… か、mailto:… か、tel:… か、サイトの中のファイル名を書いてください",
            "write https://…, mailto:…, tel:… or the name of a file of the site",
        ),
        Refused::NoScheme => Message::new("https:// で始めてください", "begin it with https://"),
        Refused::Backslash => Message::new(
            "フォルダーの区切りは / と書いてください",
            "write / between folders",
        ),
        Refused::Empty => Message::new(
            "かっこの中に行き先を書いてください",
            "write the address between the brackets",
        ),
    };
    (Message::new(ja, en), remedy)
}

fn short(text: &str) -> String {
    let mut characters = text
        .chars()
        .map(|character| if character.is_whitespace() { ' ' } else { character });
    let mut short: String = characters.by_ref().take(LONGEST).collect();
    if characters.next().is_some() {
        short.push('…');
    }
    short
}
