//! How one page names another.

use koyaku::html::href::{Base, LinkStyle, file, link};

fn relative(from: &str, to: &str) -> String {
    link(&Base::Folder(from.to_owned()), to, LinkStyle::Folders)
}

#[test]
fn links_climb_only_as_far_as_they_must() {
    let rows = [
        ("", "", "./"),
        ("", "atsugi/", "atsugi/"),
        ("atsugi/", "", "../"),
        ("atsugi/manifesto/24/", "atsugi/manifesto/25/", "../25/"),
        ("atsugi/manifesto/24/", "atsugi/manifesto/", "../"),
        ("atsugi/manifesto/24/", "atsugi/manifesto/24/", "./"),
        (
            "atsugi/manifesto/24/",
            "subjects/digital/",
            "../../../subjects/digital/",
        ),
        ("atsugi/manifesto/", "atsugi/manifesto/24/", "24/"),
        ("atsugi/manifesto/2/", "atsugi/manifesto/24/", "../24/"),
        ("atsugi/reform/s1/page-2/", "atsugi/reform/s1/", "../"),
        ("en/atsugi/", "atsugi/", "../../atsugi/"),
        ("atsugi/", "en/atsugi/", "../en/atsugi/"),
        ("en/", "assets/koyaku.css", "../assets/koyaku.css"),
        ("atsugi/", "atsugi/map.svg", "map.svg"),
    ];
    for (from, to, expected) in rows {
        assert_eq!(relative(from, to), expected, "from `{from}` to `{to}`");
    }
}

#[test]
fn a_portable_site_names_its_files() {
    let link = |from: &str, to: &str| link(&Base::Folder(from.to_owned()), to, LinkStyle::Files);
    assert_eq!(link("", ""), "index.html");
    assert_eq!(link("atsugi/", ""), "../index.html");
    assert_eq!(link("atsugi/", "atsugi/reform/"), "reform/index.html");
    assert_eq!(link("atsugi/", "atsugi/"), "index.html");
    assert_eq!(link("atsugi/", "assets/koyaku.css"), "../assets/koyaku.css");
}

#[test]
fn the_page_that_is_shown_anywhere_starts_from_the_root() {
    let root = Base::Root("/koyaku/".to_owned());
    assert_eq!(
        link(&root, "en/atsugi/", LinkStyle::Folders),
        "/koyaku/en/atsugi/"
    );
    assert_eq!(link(&root, "", LinkStyle::Folders), "/koyaku/");
}

#[test]
fn folders_are_served_by_their_index() {
    assert_eq!(file(""), "index.html");
    assert_eq!(file("en/atsugi/"), "en/atsugi/index.html");
    assert_eq!(file("404.html"), "404.html");
}
