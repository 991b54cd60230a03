//! The built-in theme, file by file, as it stands in `themes/default/`. A test compares this list with that folder.

macro_rules! files {
    ($($path:literal)*) => {
        /// Each file by its path within the theme.
        pub const FILES: &[(&str, &[u8])] = &[$(($path, include_bytes!(concat!("../../../themes/default/", $path)))),*];
    };
}

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
    "assets/css/50-home.css"
    "assets/css/51-overviews.css"
    "assets/css/60-prose.css"
    "assets/css/90-modes.css"
    "assets/icon-180.png"
    "assets/icon.svg"
    "templates/area.html"
    "templates/commitment.html"
    "templates/components/amendments.html"
    "templates/components/cards.html"
    "templates/components/figures.html"
    "templates/components/headings.html"
    "templates/components/indicators.html"
    "templates/components/items.html"
    "templates/components/links.html"
    "templates/components/reports.html"
    "templates/components/status.html"
    "templates/components/wording.html"
    "templates/department.html"
    "templates/departments.html"
    "templates/document.html"
    "templates/footer.html"
    "templates/glossary.html"
    "templates/head.html"
    "templates/header.html"
    "templates/home.html"
    "templates/layout.html"
    "templates/municipality.html"
    "templates/not-found.html"
    "templates/page.html"
    "templates/section.html"
    "templates/term.html"
    "templates/theme.html"
    "templates/themes.html"
    "text/en.yaml"
    "text/ja.yaml"
}
