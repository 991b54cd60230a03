//! What a theme may be, and what is said about one that is not whole.

use crate::support::{Site, Tree, here};
use koyaku::diagnostic::{At, Code, Diagnostic};
use koyaku::render;
use koyaku::site::{Artifact, Options, Output, PageAt, ReadSite as Linked, Spot, ThemeFile, ThemeFiles};
use koyaku::{link, load};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A linked site of the fixtures.
fn linked(fixture: &str) -> Linked {
    let loaded = load::load(&here(fixture));
    let options = Options {
        now: jiff::civil::date(2026, 6, 1).at(12, 0, 0, 0),
        as_of: jiff::civil::date(2026, 6, 1),
        base_url: Some("https://example.jp/city".into()),
        portable: false,
        minify: false,
    };
    link::link(loaded.content.expect("the fixture has settings"), options).0
}

fn smallest() -> Linked {
    linked("tests/sites/smallest/input")
}

/// A site in two languages.
fn bilingual() -> Linked {
    linked("tests/sites/kinds/input")
}

/// The built-in theme with one file replaced or added.
fn with(path: &str, text: &str) -> ThemeFiles {
    let mut files = load::theme::built_in();
    let file = format!("themes/mine/{path}").into();
    files.files.insert(
        path.into(),
        ThemeFile {
            file,
            content: Cow::Owned(text.as_bytes().to_vec()),
            over: None,
        },
    );
    files
}

fn text_of(files: &ThemeFiles, path: &str) -> String {
    String::from_utf8(files.files[path].content.to_vec()).expect("the built-in theme is text")
}

fn problems(files: &ThemeFiles) -> Vec<Diagnostic> {
    let mut problems = Vec::new();
    let theme = render::prove(files, &facts(bilingual()), &mut problems);
    assert_eq!(
        theme.is_some(),
        problems.is_empty(),
        "a theme with problems is not used"
    );
    problems
}

/// The one problem of a theme, as its code, its file, the text that it points at and its English sentence.
fn only_problem(files: &ThemeFiles) -> (Code, String, String, String) {
    let mut found = problems(files);
    assert_eq!(found.len(), 1, "{found:#?}");
    let problem = found.remove(0);
    let name = problem
        .place
        .file
        .strip_prefix("themes/mine/")
        .unwrap_or_default()
        .to_owned();
    let at = match &problem.place.at {
        At::Span(span) => text_of(files, &name)[span.clone()].to_owned(),
        At::Yaml(path) => path.to_string(),
        At::File => String::new(),
    };
    (
        problem.code,
        problem.place.file.to_string(),
        at,
        problem.message.en,
    )
}

fn said(code: Code, file: &str, at: &str, message: &str) -> (Code, String, String, String) {
    (code, file.to_owned(), at.to_owned(), message.to_owned())
}

#[test]
fn the_built_in_theme_is_whole() {
    assert_eq!(problems(&load::theme::built_in()), []);
}

#[test]
fn every_file_of_the_default_theme_is_built_in() {
    let files = load::theme::built_in();
    let known: BTreeSet<String> = files.files.keys().map(ToString::to_string).collect();
    let tree = Tree::read(&here("themes/default"));
    let of_the_theme = |path: &&str| {
        ["assets/", "components/", "templates/", "text/"]
            .iter()
            .any(|folder| path.starts_with(folder))
    };
    let there: BTreeSet<String> = tree
        .paths()
        .into_iter()
        .filter(of_the_theme)
        .map(ToString::to_string)
        .collect();
    assert_eq!(known, there);
}

#[test]
fn a_template_that_cannot_be_read_is_reported_at_its_line() {
    let files = with(
        "templates/home.html",
        "{% extends \"layout.html\" %}\n{% block main %}\n<h1>題 {{ home. }}</h1>\n{% endblock main %}\n",
    );
    let (code, file, _, message) = only_problem(&files);
    assert_eq!(
        (code, file.as_str()),
        (Code::ThemeTemplate, "themes/mine/templates/home.html")
    );
    assert!(message.starts_with("the template cannot be read"), "{message}");
    let At::Span(span) = &problems(&files)[0].place.at else {
        panic!("the place is a span")
    };
    assert_eq!(
        text_of(&files, "templates/home.html")[..span.start]
            .matches('\n')
            .count(),
        2
    );
}

#[test]
fn names_that_nothing_answers_to_are_reported_where_they_stand() {
    let rows = [
        (
            "<p>原文 {{ site.title | shout }}</p>",
            "shout",
            "there is no filter `shout`",
        ),
        (
            "<p>{{ <mystery /> }}</p>",
            "mystery",
            "there is no component `mystery`",
        ),
        (
            "{% include \"none.html\" %}",
            "none.html",
            "there is no template `none.html`",
        ),
        ("<p>{{ shell.hous }}</p>", "hous", "there is no field `hous`"),
    ];
    for (source, at, message) in rows {
        let found = only_problem(&with("templates/footer.html", source));
        assert_eq!(
            found,
            said(
                Code::ThemeTemplate,
                "themes/mine/templates/footer.html",
                at,
                message
            )
        );
    }
}

#[test]
fn a_theme_without_a_page_kind_is_refused() {
    let mut files = load::theme::built_in();
    files.files.remove("templates/term.html");
    let found = problems(&files);
    assert_eq!(
        found
            .iter()
            .map(|problem| problem.message.en.as_str())
            .collect::<Vec<_>>(),
        ["the template `term.html` is missing"]
    );
}

#[test]
fn templates_that_include_each_other_are_refused() {
    let files = with("templates/footer.html", "{% include \"footer.html\" %}");
    let (code, file, _, message) = only_problem(&files);
    assert_eq!(
        (code, file.as_str(), message.as_str()),
        (
            Code::ThemeTemplate,
            "themes/mine/templates/footer.html",
            "the template includes or extends itself"
        )
    );
}

#[test]
fn a_text_that_nobody_wrote_is_reported_where_a_template_asks_for_it() {
    let files = with(
        "templates/footer.html",
        "{# t.comment #}<p title=\"t.plain\">{{ t.nav.home }}{{ \"t.quoted\" }}{{ t.nav.moon }}</p>",
    );
    assert_eq!(
        only_problem(&files),
        said(
            Code::ThemeText,
            "themes/mine/templates/footer.html",
            "t.nav.moon",
            "themes/default/text/ja.yaml has no text `nav.moon`"
        )
    );
}

#[test]
fn languages_must_have_the_same_texts() {
    let english = text_of(&load::theme::built_in(), "text/en.yaml");
    let without = english.replacen("language_name: English\n", "", 1);
    assert_ne!(without, english);
    assert_eq!(
        only_problem(&with("text/en.yaml", &without)),
        said(
            Code::ThemeText,
            "themes/mine/text/en.yaml",
            "",
            "the theme's texts lack `language_name`"
        )
    );
    let more = format!("{english}\nonly_here: Hello\n");
    assert_eq!(
        only_problem(&with("text/en.yaml", &more)).3,
        "the theme's texts lack `only_here`"
    );
}

#[test]
fn languages_must_have_the_same_placeholders() {
    let mut files = load::theme::built_in();
    for (language, text) in [("ja", "数は{n}"), ("en", "{count} of them")] {
        let path = format!("text/{language}.yaml");
        let all = format!("{}\nextra: \"{text}\"\n", text_of(&files, &path));
        files.files.insert(
            path.clone().into(),
            ThemeFile {
                file: format!("themes/mine/{path}").into(),
                content: Cow::Owned(all.into_bytes()),
                over: None,
            },
        );
    }
    assert_eq!(
        only_problem(&files),
        said(
            Code::ThemeText,
            "themes/mine/text/en.yaml",
            "extra",
            "the placeholders of `extra` differ between the languages"
        )
    );
}

#[test]
fn a_text_of_ours_cannot_ask_for_what_we_do_not_have() {
    let japanese = text_of(&load::theme::built_in(), "text/ja.yaml");
    let wrong = japanese.replacen("page_title: \"{title}", "page_title: \"{heading}", 1);
    assert_ne!(wrong, japanese);
    assert_eq!(
        only_problem(&with("text/ja.yaml", &wrong)),
        said(
            Code::ThemeText,
            "themes/mine/text/ja.yaml",
            "page_title",
            "`page_title` has no value for `{heading}`"
        )
    );
}

#[test]
fn a_language_without_texts_is_refused() {
    let mut files = load::theme::built_in();
    files.files.remove("text/en.yaml");
    let messages: Vec<String> = problems(&files)
        .into_iter()
        .map(|problem| problem.message.en)
        .collect();
    assert_eq!(messages, ["the theme has no texts in the language `en`"]);
}

#[test]
fn values_are_escaped_and_counted_texts_choose_their_form() {
    let mut files = with(
        "templates/footer.html",
        "<p>{{ t.sheep | with(n=1) }}|{{ t.sheep | with(n=1234) }}|{{ t.about | with(what=\"<b>&\") }}|{{ \
         t.about | with(what=shell.as_of) }}|{{ \"<i>\" }}</p>",
    );
    for (language, one) in [("ja", ""), ("en", "one: \"one sheep\", ")] {
        let path = format!("text/{language}.yaml");
        let all = format!(
            "{}\nsheep: {{{one}other: \"{{n}} sheep\"}}\nabout: \"about {{what}} & more\"\n",
            text_of(&files, &path)
        );
        files.files.insert(
            path.clone().into(),
            ThemeFile {
                file: path.into(),
                content: Cow::Owned(all.into_bytes()),
                over: None,
            },
        );
    }
    let page = home(&files);
    let expected = "<p>1 sheep|1,234 sheep|about &lt;b&gt;&amp; &amp; more|about <time \
         datetime=\"2026-06-01\">令和8年（2026年）<wbr>6月1日</time> &amp; more|&lt;i&gt;</p>";
    assert!(page.contains(expected), "{page}");
}

#[test]
fn assets_are_named_by_their_content_and_found_by_their_names() {
    let mut files = with(
        "assets/css/10-ours.css",
        "@layer a {\n  /* a remark */\n  a , b \
         { background: url(\"mark.svg\") ; content: \"a  /* b */\" }\n}\n",
    );
    files
        .files
        .retain(|path, _| !path.ends_with(".css") || &**path == "assets/css/10-ours.css");
    files.files.insert(
        "assets/mark.svg".into(),
        ThemeFile {
            file: "mark.svg".into(),
            content: Cow::Borrowed(b"<svg/>"),
            over: None,
        },
    );
    let (plain, compact) = (assets(&files, false), assets(&files, true));
    let mark = "assets/mark.f1eb5cd4f6.svg";
    let name = plain
        .iter()
        .find(|(path, _)| path.starts_with("assets/mark."))
        .expect("the picture is published")
        .0
        .clone();
    assert_eq!(name.len(), mark.len());
    let sheet = |all: &[(String, String)]| {
        all.iter()
            .find(|(path, _)| path.starts_with("assets/koyaku."))
            .expect("there is one style sheet")
            .clone()
    };
    let picture = name.trim_start_matches("assets/");
    assert_eq!(
        sheet(&plain).1,
        format!(
            "@layer a {{\n  /* a remark */\n  a , b {{ background: url(\"{picture}\") ; content: \"a  \
             /* b */\" }}\n}}\n\n"
        )
    );
    assert_eq!(
        sheet(&compact).1,
        format!("@layer a{{a,b{{background: url(\"{picture}\");content: \"a  /* b */\"}}}}")
    );
    assert_ne!(sheet(&plain).0, sheet(&compact).0);
}

#[test]
fn a_sites_colour_and_fonts_stand_behind_those_of_the_theme() {
    let look = "
look:
  colour: \"#0b5fa5\"
  fonts:
    text: 'Shiomino Gothic, \"Noto Sans JP\"'
    original: BIZ UDPMincho, serif
    heading: system-ui
    files: [{family: Shiomino Gothic, file: letters/ours.woff2, weight: \"100 900\", italic: true}]
";
    let settings = std::fs::read_to_string(here("tests/sites/smallest/input/content/site.yaml"))
        .expect("the site has settings");
    let site = Site::of("tests/sites/smallest/input")
        .file("content/site.yaml", settings + look)
        .file("content/letters/ours.woff2", "letters");
    let built = site.built(&[]);
    let sheet = built
        .paths()
        .into_iter()
        .find(|path| path.ends_with(".css"))
        .expect("there is a style sheet");
    let wanted = [
        "@layer tokens{:root{--ai: #0b5fa5;--cover: #0b5fa5}}",
        "@layer tokens{@media (prefers-color-scheme: dark){:root{--ai: #528dbf}}}",
        "@font-face{font-family: \"Shiomino Gothic\";src: url(\"../letters/ours.woff2\") format(\"woff2\");",
        "font-display: swap;font-weight: 100 900;font-style: italic}",
        "@layer tokens{:root{--gothic: \"Shiomino Gothic\",\"Noto Sans JP\",sans-serif;",
        "--latin: \"Shiomino Gothic\",\"Noto Sans JP\",sans-serif;--mincho: \"BIZ UDPMincho\",serif}}",
        "@layer base{h1,h2,h3,h4{font-family: system-ui,sans-serif}}",
    ];
    let text = built.text(sheet);
    assert!(text.ends_with(&wanted.concat()), "{}", &text[text.len() - 900..]);
}

#[test]
fn a_site_may_replace_single_files_of_the_theme() {
    let site =
        Site::of("tests/sites/smallest/input").file("themes/default/templates/footer.html", "<p>ours</p>");
    let mut problems = Vec::new();
    let files = load::theme::load(site.root(), None, &mut problems);
    assert_eq!(problems, []);
    assert_eq!(text_of(&files, "templates/footer.html"), "<p>ours</p>");
    assert_eq!(
        text_of(&files, "templates/home.html"),
        text_of(&load::theme::built_in(), "templates/home.html")
    );
}

#[test]
fn a_sites_own_texts_replace_those_of_the_theme_key_by_key() {
    let own = "nav:\n  skip: 中身へ\n";
    let site = Site::of("tests/sites/smallest/input").file("themes/default/text/ja.yaml", own);
    let mut problems = Vec::new();
    let files = load::theme::load(site.root(), None, &mut problems);
    assert_eq!(problems, []);
    let page = home(&files);
    assert!(page.contains("中身へ") && !page.contains("本文へ進む"), "{page}");
    assert!(page.contains("検索"), "the other words stay: {page}");
}

#[cfg(feature = "minify")]
#[test]
fn minified_templates_keep_every_space_that_can_be_seen() {
    let source = "<div>\n  <p>one <b>two</b>\n  three</p>\n  <a href=\"{{ shell.home }}\">x</a> {{ \
         t.nav.home }} <i class=\"a  b\">y</i>\n</div>\n";
    let page = rendered(&with("templates/footer.html", source), true);
    assert!(
        page.contains(
            "<div><p>one <b>two</b> three</p><a href=\"./\">x</a> ホーム <i class=\"a \
             b\">y</i></div>"
        ),
        "{page}"
    );
}

#[cfg(feature = "minify")]
#[test]
fn a_template_that_cannot_be_minified_stays_as_it_is() {
    let mut site = smallest();
    site.site.options.minify = true;
    let mut problems = Vec::new();
    let files = with(
        "templates/footer.html",
        "<p {% if shell.themes %}class=\"a\"{% endif %}>text</p>\n",
    );
    let proved = render::prove(&files, &facts(site), &mut problems).expect("the theme can be used");
    let messages: Vec<&str> = problems
        .iter()
        .map(|problem| problem.message.en.as_str())
        .collect();
    assert_eq!(messages.len(), 1, "{messages:?}");
    assert!(
        messages[0].starts_with("this template stays unminified"),
        "{}",
        messages[0]
    );
    assert!(page_of(proved).contains("<p >text</p>"));
}

fn home(files: &ThemeFiles) -> String {
    rendered(files, false)
}

/// The home page in the first language.
fn rendered(files: &ThemeFiles, minify: bool) -> String {
    let mut site = smallest();
    site.site.options.minify = minify;
    let mut problems = Vec::new();
    let proved = render::prove(files, &facts(site), &mut problems).unwrap_or_else(|| panic!("{problems:#?}"));
    assert_eq!(problems, []);
    page_of(proved)
}

fn facts(site: Linked) -> Arc<koyaku::facts::Facts> {
    Arc::new(koyaku::facts::facts(site))
}

fn page_of(proved: render::Proved) -> String {
    let prepared = proved.prepared();
    let artifact = Artifact {
        path: "index.html".into(),
        output: Output::Page(PageAt::first(Spot::Home), prepared.site().first_language()),
    };
    let mut page = Vec::new();
    render::render(&prepared, &artifact, &mut page).expect("the home page can be made");
    String::from_utf8(page).expect("a page is text")
}

/// The published assets with their text.
fn assets(files: &ThemeFiles, minify: bool) -> Vec<(String, String)> {
    let mut site = smallest();
    site.site.options.minify = minify;
    let mut problems = Vec::new();
    let facts = facts(site);
    let proved = render::prove(files, &facts, &mut problems).unwrap_or_else(|| panic!("{problems:#?}"));
    let plan = render::plan(&facts, &proved.basis.theme).expect("no two files have one path");
    let prepared = proved.prepared();
    let assets = plan
        .iter()
        .filter(|artifact| matches!(artifact.output, Output::Asset(_)));
    assets
        .map(|artifact| {
            let mut bytes = Vec::new();
            render::render(&prepared, artifact, &mut bytes).expect("an asset can be made");
            (
                artifact.path.to_string(),
                String::from_utf8_lossy(&bytes).into_owned(),
            )
        })
        .collect()
}

/// Plain texts are put into the templates before pages are made, so a part that forgets to take `t` would fail
/// only where a text holds a brace or the templates cannot be compiled with their texts.
#[test]
fn every_part_of_a_page_that_shows_texts_takes_them() {
    let mut forgetful = Vec::new();
    for (name, file) in &load::theme::built_in().files {
        let source = String::from_utf8_lossy(&file.content);
        for part in source.split("{% component ").skip(1) {
            let (head, body) = part.split_once("%}").expect("a part has a head");
            let body = body.split("{% endcomponent").next().unwrap_or_default();
            let asks = body.match_indices("t.").any(|(at, _)| {
                let before = body[..at].chars().next_back();
                before.is_some_and(|before| matches!(before, ' ' | '(' | '{'))
            });
            if asks && !head.contains("@t") {
                forgetful.push(format!("{name}: {head}"));
            }
        }
    }
    assert_eq!(forgetful, Vec::<String>::new());
}

/// A template is read by people: a line holds an element or a statement, never a whole part of a page.
#[test]
fn no_line_of_a_template_is_longer_than_a_screen() {
    let mut long = Vec::new();
    for (name, file) in &load::theme::built_in().files {
        let source = String::from_utf8_lossy(&file.content);
        let lines = source.lines().enumerate();
        let lines = lines.filter(|(_, line)| name.ends_with(".html") && line.chars().count() > 200);
        long.extend(lines.map(|(at, _)| format!("{name}:{}", at + 1)));
    }
    assert_eq!(long, Vec::<String>::new());
}
