//! The page at a former address, which leads to what has taken its place. It needs no server to do so.

use crate::html::href::Base;
use crate::html::{escape, href};
use crate::model::Language;
use crate::pages::{Basis, scope};
use crate::site::Moved;

/// Appends the page whose file is at `path` of the output.
pub(crate) fn write(basis: &Basis, moved: Moved, language: Language, path: &str, out: &mut Vec<u8>) {
    let site = &basis.facts.site;
    let texts = &basis.theme.voice(language).texts;
    let folder = path.strip_suffix("index.html").unwrap_or(path);
    let (page, anchor) = match moved {
        Moved::Node(node) => basis.facts.place_of(node),
        Moved::Page(page) => (page, None),
    };
    let target = href::path(site, page, language);
    let hash = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
    let link = href::link(&Base::Folder(folder.to_owned()), &target, scope::style(site)) + &hash;
    let mut html = String::with_capacity(640);
    let mut put = |literal: &str, text: &str| {
        html.push_str(literal);
        escape(text, &mut html);
    };
    put("<!DOCTYPE html>\n<html lang=\"", texts.language_tag());
    put("\" dir=\"", language.direction());
    put(
        "\">\n<head>\n<meta charset=\"utf-8\">\n<title>",
        texts.word("redirect.title"),
    );
    put(
        "</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta \
         name=\"robots\" content=\"noindex\">\n",
        "",
    );
    if let Some(base) = &site.options.base_url {
        put("<link rel=\"canonical\" href=\"", base);
        put("/", &target);
        put("\">\n", "");
    }
    put("<meta http-equiv=\"refresh\" content=\"0; url=", &link);
    put("\">\n</head>\n<body>\n<main>\n<h1>", texts.word("redirect.title"));
    put("</h1>\n<p><a href=\"", &link);
    put("\">", texts.word("redirect.body"));
    put("</a></p>\n</main>\n</body>\n</html>\n", "");
    out.extend_from_slice(html.as_bytes());
}
