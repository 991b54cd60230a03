//! What has changed of the names that themes use, format by format. Who is concerned by it is worked out by
//! format; the sentences stand with the others of this room.

/// A change, in the format that has it first.
pub(crate) struct Change {
    pub format: u32,
    /// Its sentence.
    pub key: &'static str,
    /// The files of a theme that it concerns, whatever stands in them.
    pub files: &'static [&'static str],
    /// The words by which it concerns any other template.
    pub words: &'static [&'static str],
}

/// Every change since the first format, which is that before themes said any.
pub(crate) const CHANGES: &[Change] = &[
    Change {
        format: 2,
        key: "changed.subject-templates",
        files: &["templates/theme.html", "templates/themes.html"],
        words: &[],
    },
    Change {
        format: 2,
        key: "changed.subject-names",
        files: &[],
        words: &[
            "shell.themes",
            "home.themes",
            "commitment.themes",
            "glossary.themes",
            "search.themes",
            "term.themes",
            "group.theme.",
            "nav.themes",
            "by_theme",
        ],
    },
    Change {
        format: 2,
        key: "changed.menu",
        files: &["templates/header.html"],
        words: &[],
    },
    Change {
        format: 2,
        key: "changed.head",
        files: &["templates/head.html"],
        words: &[],
    },
];
