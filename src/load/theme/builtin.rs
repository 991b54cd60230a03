//! The built-in theme, file by file, as it stands in `themes/default/`. A test compares this list with that
//! folder.

use crate::site::page_kinds::page_kinds;

/// Each file by its path within the theme: the templates of the page kinds, and all others.
pub(crate) fn files() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    TEMPLATES.iter().chain(OTHERS).copied()
}

macro_rules! files {
    ($($path:literal)*) => {
        const OTHERS: &[(&str, &[u8])] = &[
            $(($path, include_bytes!(concat!("../../../themes/default/", $path)))),*
        ];
    };
}

macro_rules! templates {
    (
        alone { $($lone:ident $lone_name:literal $lone_address:literal $lone_view:path, $pages:ident;)+ }
        others { $($other:ident($($part:ident: $type:ty),+) $name:literal $address:literal $view:path;)+ }
        nodes { $($node:ident($index:ty) $node_name:literal $node_address:literal $node_view:path;)+ }
    ) => {
        templates! { $($lone_name)+ $($name)+ $($node_name)+ }
    };
    ($($name:literal)+) => {
        const TEMPLATES: &[(&str, &[u8])] = &[
            $((
                concat!("templates/", $name, ".html"),
                include_bytes!(concat!("../../../themes/default/templates/", $name, ".html")),
            )),+
        ];
    };
}

page_kinds!(templates);

files! {
    "assets/css/00-layers.css"
    "assets/css/10-tokens.css"
    "assets/css/20-base.css"
    "assets/css/30-layout.css"
    "assets/css/40-heads.css"
    "assets/css/41-quotations.css"
    "assets/css/42-facts.css"
    "assets/css/43-lists.css"
    "assets/css/44-reports.css"
    "assets/css/45-charts.css"
    "assets/css/46-search.css"
    "assets/css/50-home.css"
    "assets/css/51-overviews.css"
    "assets/css/60-prose.css"
    "assets/css/90-modes.css"
    "assets/icon-180.png"
    "assets/icon.svg"
    "assets/koyaku.js"
    "assets/og.png"
    "templates/components/amendments.html"
    "templates/components/cards.html"
    "templates/components/counts.html"
    "templates/components/directory.html"
    "templates/components/events.html"
    "templates/components/figures.html"
    "templates/components/files.html"
    "templates/components/filter.html"
    "templates/components/headings.html"
    "templates/components/indicators.html"
    "templates/components/items.html"
    "templates/components/links.html"
    "templates/components/reports.html"
    "templates/components/status.html"
    "templates/components/timeline.html"
    "templates/components/wording.html"
    "templates/footer.html"
    "templates/head.html"
    "templates/header.html"
    "templates/layout.html"
    "text/en.yaml"
    "text/ja.yaml"
}
