//! What pages of a site say about each other: parts of long sections, anchors, languages, addresses.

use crate::support::{Folder, Site};
use koyaku::diagnostic::{Code, Diagnostic};
use koyaku::render;
use koyaku::site::{Artifact, Options};
use koyaku::{link, load};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::Arc;

const SETTINGS: &str = "format: 2\ntitle: {ja: 波止の記録, en: Records of Hato}\nlanguages: [ja, en]\nmunicipalities: \
     [hato]\nsubjects:\n  - {id: sea, name: {ja: 海, en: Sea}}\n";
const MUNICIPALITY: &str = "name: {ja: 波止市, en: Hato City}\n";

/// A plan of two first-level sections. The first holds two sections of forty commitments, so that it takes
/// two pages.
fn plan() -> String {
    let mut text = "kind: plan\ntitle: {ja: 波止市総合計画, en: Plan of Hato}\nofficial: \
         false\ntranslation: {by: machine}\nsections:\n  - id: s1\n    heading: \
         {ja: 海と暮らす, en: Living with the sea}\n    sections:\n"
        .to_owned();
    for section in 1..=2 {
        writeln!(
            text,
            "      - id: s1-{section}\n        heading: {{ja: 海の柱{section}, en: Pillar {section}}}"
        )
        .expect("a string takes any text");
        writeln!(
            text,
            "        statements: [{{id: aim-{section}, text: {{ja: 基本方針{section}, en: Policy \
             {section}}}}}]\n        commitments:"
        )
        .expect("a string takes any text");
        for number in 1..=40 {
            writeln!(
                text,
                "          - {{id: c{section}-{number}, kind: policy, title: {{ja: 施策{number}, en: \
                 Measure {number}}}, text: {{ja: 施策を進めます。, en: We go on.}}, subjects: [sea]}}"
            )
            .expect("a string takes any text");
        }
    }
    text.push_str(
        "  - id: s2\n    heading: {ja: 支える, en: Support}\n    formerly: \
         [hato/plan/support]\n    commitments:\n      - id: last\n        kind: policy\n        title: \
         {ja: 最後の施策, en: The last measure}\n        actions:\n          - {id: a, text: \
         {ja: 取組の一つ目, en: The first action}}\n          - {id: b, text: {ja: 取組の二つ目}}\n",
    );
    text.push_str(
        "tables:\n  - {id: t1, section: s1-2, caption: {ja: 表の題, en: A table}, columns: \
         [{ja: 名, en: Name}, {ja: 数, en: Number}], rows: [[{ja: 港, en: Harbour}, '1,200']]}\n",
    );
    text
}

fn site() -> Site {
    let report = "---\nkind: fact\n---\n本文です。\n\n## 見出し\n";
    Site::empty(Folder::new())
        .file("content/site.yaml", SETTINGS)
        .file("seeds/hato/municipality.yaml", MUNICIPALITY)
        .file("seeds/hato/plan.yaml", plan())
        .file(
            "content/about.md",
            "---\ntitle: この記録\n---\n[[hato/plan/s1-2]] [[hato/plan/aim-2]] [[hato/plan/t1]] \
             [[hato/plan/last.b]] [[hato/plan/last.a#2026-03-31]] [[hato/plan/s1-1]] [[hato/plan/s1-2#知って\
             おくこと]]\n",
        )
        .file("content/hato/plan/last.a/2026-03-31.md", report)
        .file("content/hato/plan/last/2026-03-31.md", report)
        .file("content/hato/plan/s1-2/2026-03-31.md", report)
        .file(
            "content/hato/plan/s1-2/index.md",
            "---\n{}\n---\n## 知っておくこと\n",
        )
}

/// Every file that is rendered, by its path.
fn rendered(site: &Site, change: impl FnOnce(&mut Options)) -> BTreeMap<String, String> {
    let proved = ready(site, change);
    let plan = planned(&proved).expect("no two files have one path");
    let prepared = proved.prepared();
    plan.iter()
        .map(|artifact| {
            let mut bytes = Vec::new();
            render::render(&prepared, artifact, &mut bytes).expect("every page can be made");
            (
                artifact.path.to_string(),
                String::from_utf8_lossy(&bytes).into_owned(),
            )
        })
        .collect()
}

fn ready(site: &Site, change: impl FnOnce(&mut Options)) -> render::Proved {
    let loaded = load::load(site.root());
    assert_eq!(loaded.problems, []);
    let mut options = Options {
        now: jiff::civil::date(2026, 6, 1).at(12, 0, 0, 0),
        as_of: jiff::civil::date(2026, 6, 1),
        base_url: None,
        portable: false,
        minify: false,
    };
    change(&mut options);
    let (linked, problems) = link::link(loaded.content.expect("the site has settings"), options);
    assert_eq!(problems, []);
    let mut problems = Vec::new();
    let facts = Arc::new(render::facts(linked));
    let proved = render::prove(&load::theme::built_in(), &facts, &mut problems);
    assert_eq!(problems, []);
    proved.expect("the built-in theme is whole")
}

fn planned(proved: &render::Proved) -> Result<Vec<Artifact>, Vec<Diagnostic>> {
    render::plan(&proved.basis.facts, &proved.basis.theme)
}

/// The values of an attribute of a page, in order.
fn values<'p>(page: &'p str, attribute: &str) -> Vec<&'p str> {
    let start = format!(" {attribute}=\"");
    page.split(&start)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect()
}

#[test]
fn a_long_section_goes_over_pages_and_keeps_its_order() {
    let pages = rendered(&site(), |_| {});
    let rows = |path: &str| -> Vec<String> {
        let page = &pages[path];
        let main = &page[page.find("<main").expect("a page has a main part")
            ..page.find("</main").expect("a page has a main part")];
        let mut ids: Vec<String> = Vec::new();
        for href in values(main, "href") {
            if let Some(id) = href
                .rsplit("../")
                .next()
                .and_then(|rest| rest.strip_suffix('/'))
                .filter(|id| id.starts_with('c') && !ids.contains(&(*id).to_owned()))
            {
                ids.push(id.to_owned());
            }
        }
        ids
    };
    let (first, second) = (
        rows("hato/plan/s1/index.html"),
        rows("hato/plan/s1/page-2/index.html"),
    );
    let expected: Vec<String> = (1..=2)
        .flat_map(|section| (1..=40).map(move |number| format!("c{section}-{number}")))
        .collect();
    assert_eq!([first.clone(), second.clone()].concat(), expected);
    assert!(first.len() <= 50 && !second.is_empty());
    assert!(!pages.contains_key("hato/plan/s1/page-3/index.html"));
    assert_eq!(rows("en/hato/plan/s1/page-2/index.html"), second);
}

#[test]
fn links_lead_to_the_page_on_which_a_part_stands() {
    let pages = rendered(&site(), |_| {});
    let about = &pages["about/index.html"];
    let found: Vec<&str> = values(about, "href")
        .into_iter()
        .filter(|href| href.contains('#') && href.contains("plan"))
        .collect();
    // A new report on its own section moves nothing, but the second section begins on the page that has room
    // for it.
    let of_second = if pages["hato/plan/s1/index.html"].contains("id=\"s1-2\"") {
        "../hato/plan/s1/"
    } else {
        "../hato/plan/s1/page-2/"
    };
    let expected = [
        format!("{of_second}#s1-2"),
        format!("{of_second}#aim-2"),
        format!("{of_second}#t1"),
        "../hato/plan/last/#b".to_owned(),
        "../hato/plan/last/#a.2026-03-31".to_owned(),
        "../hato/plan/s1/#s1-1".to_owned(),
        format!("{of_second}#s1-2.知っておくこと"),
    ];
    let decoded: Vec<String> = found
        .iter()
        .map(|href| {
            href.replace(
                "%E7%9F%A5%E3%81%A3%E3%81%A6%E3%81%8A%E3%81%8F%E3%81%93%E3%81%A8",
                "知っておくこと",
            )
        })
        .collect();
    assert_eq!(decoded, expected);
}

#[test]
fn every_link_leads_to_a_file_and_every_anchor_exists_once() {
    for portable in [false, true] {
        let pages = rendered(&site(), |options| options.portable = portable);
        let ids: BTreeMap<&str, Vec<&str>> = pages
            .iter()
            .map(|(path, page)| (path.as_str(), values(page, "id")))
            .collect();
        for (path, ids) in &ids {
            let distinct: BTreeSet<&&str> = ids.iter().collect();
            assert_eq!(distinct.len(), ids.len(), "{path} has an id twice: {ids:?}");
        }
        for (path, page) in pages
            .iter()
            .filter(|(path, _)| path.ends_with(".html") && !path.ends_with("404.html"))
        {
            for href in values(page, "href") {
                let (target, anchor) = href
                    .split_once('#')
                    .map_or((href, None), |(target, anchor)| (target, Some(anchor)));
                let target = file(path, target);
                assert!(
                    pages.contains_key(&target),
                    "{path} links to {href}, which is {target}"
                );
                if let Some(anchor) = anchor.filter(|anchor| anchor.is_ascii() && !anchor.contains('%')) {
                    assert!(ids[target.as_str()].contains(&anchor), "{path} links to {href}");
                }
            }
        }
    }
}

/// The file that a relative link of a page opens.
fn file(page: &str, href: &str) -> String {
    if href.is_empty() {
        return page.to_owned();
    }
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    let path = parts.join("/");
    if href.ends_with('/') {
        format!("{path}/index.html").trim_start_matches('/').to_owned()
    } else {
        path
    }
}

#[test]
fn text_without_a_translation_is_marked_and_announced() {
    let pages = rendered(&site(), |_| {});
    let page = &pages["en/hato/plan/last/index.html"];
    let (before, _) = page
        .split_once("<p>取組の二つ目</p>")
        .expect("the page shows the original");
    let container = before.rsplit('<').next().unwrap_or_default();
    assert!(
        container.contains(" lang=\"ja\""),
        "<{container} holds Japanese text"
    );
    let notices = |path: &str| {
        let texts = load::theme::built_in();
        let english = String::from_utf8_lossy(&texts.files["text/en.yaml"].content).into_owned();
        let sentence = english
            .lines()
            .find_map(|line| line.trim().strip_prefix("untranslated: "))
            .expect("the theme has the sentence")
            .trim_matches(['"', '\''])
            .to_owned();
        pages[path].contains(&sentence)
    };
    assert!(notices("en/hato/plan/last/index.html"));
    assert!(!notices("en/hato/plan/c1-1/index.html"));
}

#[test]
fn addresses_for_search_engines_need_a_base_address() {
    let without = rendered(&site(), |_| {});
    assert!(!without.contains_key("sitemap.xml"));
    assert!(without.values().all(|page| !page.contains("rel=\"canonical\"")
        && !page.contains("hreflang=\"x-default\"")
        && !page.contains("BreadcrumbList")));
    let pages = rendered(&site(), |options| {
        options.base_url = Some("https://example.jp/hato".into());
    });
    let page = &pages["en/hato/plan/s1/page-2/index.html"];
    for tag in [
        "<link rel=\"canonical\" href=\"https://example.jp/hato/en/hato/plan/s1/page-2/\">",
        "<link rel=\"alternate\" hreflang=\"ja\" href=\"https://example.jp/hato/hato/plan/s1/page-2/\">",
        "<link rel=\"alternate\" hreflang=\"en\" href=\"https://example.jp/hato/en/hato/plan/s1/page-2/\">",
        "<link rel=\"alternate\" hreflang=\"x-default\" \
         href=\"https://example.jp/hato/hato/plan/s1/page-2/\">",
        concat!(
            r#"{"@type":"ListItem","position":3,"name":"Plan of Hato","#,
            r#""item":"https://example.jp/hato/en/hato/plan/"}"#
        ),
    ] {
        assert!(page.contains(tag), "{tag} is not in\n{page}");
    }
    assert!(
        pages["404.html"].contains("href=\"/hato/hato/plan/\"")
            && !pages["404.html"].contains("rel=\"canonical\"")
    );
    assert_eq!(
        pages["robots.txt"],
        "User-agent: *\nAllow: /\n\nSitemap: https://example.jp/hato/sitemap.xml\n"
    );
    let listed = pages["sitemap.xml"].matches("<loc>").count();
    let there = pages
        .iter()
        .filter(|(path, page)| {
            path.ends_with("index.html")
                && !page.contains("http-equiv=\"refresh\"")
                && !path.ends_with("translations/index.html")
        })
        .count();
    assert_eq!(listed, there);
}

#[test]
fn a_former_address_leads_on_in_every_language() {
    let pages = rendered(&site(), |options| {
        options.base_url = Some("https://example.jp".into());
    });
    for (path, target) in [
        ("hato/plan/support/index.html", "https://example.jp/hato/plan/s2/"),
        (
            "en/hato/plan/support/index.html",
            "https://example.jp/en/hato/plan/s2/",
        ),
    ] {
        let page = &pages[path];
        assert!(
            page.contains("<meta http-equiv=\"refresh\" content=\"0; url=../s2/\">")
                && page.contains("<a href=\"../s2/\">"),
            "{page}"
        );
        assert!(
            page.contains(&format!("<link rel=\"canonical\" href=\"{target}\">")) && page.contains("noindex"),
            "{page}"
        );
    }
}

#[test]
fn subjects_are_found_where_themes_stood() {
    let old = "---\ntitle: 前から\n---\n[[themes/sea]]を見てください。\n";
    let pages = rendered(&site().file("content/before.md", old), |_| {});
    for (path, target) in [
        ("themes/index.html", "../subjects/"),
        ("themes/sea/index.html", "../../subjects/sea/"),
        ("themes/sea/page-2/index.html", "../../../subjects/sea/page-2/"),
        ("en/themes/index.html", "../subjects/"),
        ("en/themes/sea/index.html", "../../subjects/sea/"),
    ] {
        let page = &pages[path];
        assert!(
            page.contains(&format!(
                "<meta http-equiv=\"refresh\" content=\"0; url={target}\">"
            )),
            "{page}"
        );
        assert!(pages.contains_key(&path.replace("themes", "subjects")), "{path}");
    }
    let page = &pages["before/index.html"];
    assert!(page.contains("<a href=\"../subjects/sea/\">海</a>"), "{page}");
}

#[test]
fn two_files_for_one_path_are_an_error_that_names_both() {
    let site = site().file("content/hato/plan/s1/page-2/index.html", "mine");
    let proved = ready(&site, |_| {});
    let found = planned(&proved).expect_err("two files have one path");
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].code, &*found[0].place.file),
        (Code::AddressDuplicate, "content/hato/plan/s1/page-2/index.html")
    );
    assert_eq!(
        found[0]
            .related
            .iter()
            .map(|(place, _)| place.file.to_string())
            .collect::<Vec<_>>(),
        ["seeds/hato/plan.yaml"]
    );
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let site = site();
    assert_eq!(rendered(&site, |_| {}), rendered(&site, |_| {}));
}

#[test]
fn pages_of_large_lists_stay_small_enough() {
    let pages = rendered(&crate::support::generated(260), |_| {});
    let largest = pages
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .max_by_key(|(_, page)| page.len())
        .expect("there are pages");
    // Markup of lists shrinks to less than an eighth; 40 KB compressed is what a list may weigh.
    assert!(
        largest.1.len() < 160_000,
        "{} has {} bytes",
        largest.0,
        largest.1.len()
    );
    assert!(
        pages.contains_key("subjects/harbour/page-3/index.html")
            && !pages.contains_key("subjects/harbour/page-4/index.html")
    );
    assert!(pages.contains_key("oura/departments/planning/page-6/index.html"));
}
