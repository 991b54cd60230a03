//! Every internal link and anchor of the real site and of the golden sites, and what search engines are told
//! about them.

use crate::support::{Pages, Site, Tree};

const URL: &str = "https://pledges.example.jp";
const BELOW: &str = "https://example.jp/yakusoku";

#[test]
fn every_link_and_anchor_of_the_real_site_leads_somewhere() {
    Pages::of(Site::real().built(&[])).sound();
}

#[test]
fn every_link_and_anchor_of_the_golden_sites_leads_somewhere() {
    Pages::of(Site::of("tests/sites/kinds/input").built(&[]))
        .below("/yakusoku/")
        .sound();
    Pages::of(Site::of("tests/sites/markdown/input").built(&[])).sound();
    Pages::of(Site::of("tests/sites/smallest/input").built(&[]))
        .in_languages(&["ja"])
        .sound();
    Pages::of(Site::of("tests/sites/scale/input").built(&[]))
        .in_languages(&["en", "ja"])
        .sound();
}

#[test]
fn with_a_base_address_pages_name_themselves_and_their_translations() {
    let real = Pages::of(Site::real().built(&["--base-url", URL]));
    assert_none([real.wrong_alternates(URL), real.wrong_sitemap(URL)].concat());
    let kinds = Pages::of(Site::of("tests/sites/kinds/input").built(&[])).below("/yakusoku/");
    assert_none([kinds.wrong_alternates(BELOW), kinds.wrong_sitemap(BELOW)].concat());
}

#[test]
fn a_base_address_with_a_slash_at_its_end_is_the_same_address() {
    let site = Site::of("tests/sites/markdown/input");
    let one = site.built(&["--base-url", "https://example.jp/town"]);
    let other = site.built(&["--base-url", "https://example.jp/town/"]);
    assert_eq!(one.difference(&other), None);
}

#[test]
fn without_a_base_address_nothing_absolute_is_said() {
    let pages = Pages::of(Site::of("tests/sites/markdown/input").built(&[]));
    for (path, page) in &pages.pages {
        assert!(page.canonical.is_empty() && page.alternates.is_empty(), "{path}");
    }
    assert_eq!(
        pages
            .tree
            .paths()
            .into_iter()
            .filter(|path| path.starts_with("sitemap"))
            .collect::<Vec<_>>(),
        [""; 0]
    );
}

#[test]
fn a_portable_site_can_be_read_from_a_folder() {
    let kinds = Pages::of(Site::of("tests/sites/kinds/input").built(&["--portable"])).below("/yakusoku/");
    assert_none([kinds.links_to_folders(), kinds.broken_links()].concat());
    let markdown = Pages::of(Site::of("tests/sites/markdown/input").built(&["--portable"]));
    assert_none([markdown.links_to_folders(), markdown.broken_links()].concat());
    let real = Pages::of(Site::real().built(&["--portable"]));
    assert_none([real.links_to_folders(), real.broken_links()].concat());
}

/// A checker that finds nothing could not find anything, so here is something of each kind.
#[test]
fn planted_faults_are_found() {
    let page = |body: &str| {
        format!(
            "<!DOCTYPE html><html lang=\"ja\"><head><title>頁</title></head><body><h1>頁\
             </h1>{body}</body></html>"
        )
        .into_bytes()
    };
    let planted = |body: &str| {
        let files = [
            ("index.html", page("<p id=\"top\">頁</p>")),
            ("a/index.html", page(body)),
            ("a/b.svg", Vec::new()),
        ];
        Pages::of(Tree(files.map(|(path, bytes)| (path.to_owned(), bytes)).into()))
    };
    let sound = planted(
        "<a href=\"../#top\">上</a> <a href=\"./\">ここ</a> <a href=\"/\">上</a> <img \
         src=\"b.svg\" alt=\"図\"> <a href=\"https://example.jp/\">外</a>",
    );
    sound.sound();
    for body in [
        "<a href=\"../b/\">",
        "<a href=\"../#bottom\">",
        "<a href=\"#x\">",
        "<a href=\"\">",
        "<a href=\"../../up/\">",
        "<img src=\"c.svg\" alt=\"\">",
        "<a href=\"b.svg#x\">",
        "<p aria-labelledby=\"x\">",
    ] {
        assert_eq!(planted(body).broken_links().len(), 1, "{body}");
    }
    assert_eq!(planted("<p id=\"x\"><p id=\"x\">").doubled_ids().len(), 1);
    assert_eq!(planted("<p lang=\"japanese!\">").wrong_languages().len(), 1);
    for body in [
        "<h1>頁</h1>",
        "<h3>節</h3>",
        "<p style=\"color:red\">",
        "<p onclick=\"x()\">",
        "<script>x()</script>",
        "<style>p{}</style>",
        "<img src=\"b.svg\">",
        "<img src=\"https://example.jp/b.svg\" alt=\"\">",
        "<link rel=\"stylesheet\" href=\"//example.jp/a.css\">",
        "<table><tr><th>年</th></tr></table>",
    ] {
        assert_eq!(planted(body).wrong_structure().len(), 1, "{body}");
    }
    assert_eq!(planted("<a href=\"../\">").links_to_folders().len(), 1);
    assert_eq!(sound.wrong_alternates("https://example.jp").len(), 4);
    assert_eq!(sound.wrong_sitemap("https://example.jp").len(), 2);
}

/// The links of pages decide nothing but how a browser gets there: the pages are the same.
#[test]
fn a_portable_site_has_the_same_files() {
    let site = Site::of("tests/sites/kinds/input");
    let plain: Tree = site.built(&[]);
    assert_eq!(plain.paths(), site.built(&["--portable"]).paths());
}

fn assert_none(faults: Vec<String>) {
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}
