//! Every diagnostic that koyaku knows, with the exact words that a terminal shows for it.
//!
//! A fixture is a folder `tests/checks/<code>/<case>/`. Its files are laid over the tiny valid site
//! `tests/checks/base`; `remove` lists files to take away from it, `command` names another call than `check`,
//! and `also` lists the codes that come with the one it is about. `expected.ja.txt` and `expected.en.txt`
//! hold what koyaku prints.

use crate::support::{Run, Site, at_once, compare, here};
use koyaku::diagnostic::Code;
use koyaku::model::{Fingerprint, PageHead};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const BASE: &str = "tests/checks/base";
const MANY: &str = "tests/checks/many";

/// The files of a fixture that are not laid over the site.
const OWN: [&str; 5] = ["expected.ja.txt", "expected.en.txt", "remove", "command", "also"];

/// Mistakes that this system cannot make, by the beginning of their names, though their words stand in the
/// repository: Windows refuses such names, and it and macOS take two of them for one. Linux makes them all.
const IMPOSSIBLE: &[&str] = if cfg!(windows) {
    &[
        "file-special/",
        "file-symlink/",
        "file-unreadable/",
        "name-not-portable/",
        "name-twins/",
    ]
} else if cfg!(target_os = "macos") {
    &["name-not-portable/not-utf-8", "name-twins/"]
} else {
    &[]
};

/// How a mistake is made in a site.
type Making = fn(Site) -> Site;

/// Mistakes that cannot be kept as files in a repository, with the reason, and how each is made.
const MADE: &[(&str, Making)] = &[
    // A page of a megabyte would be most of the repository.
    ("file-too-large/page", |site| {
        site.file(
            "content/roads.md",
            format!("---\ntitle: 道路\n---\n{}", "歩道\n".repeat(150_000)),
        )
    }),
    ("file-too-large/front-matter", |site| {
        site.file(
            "content/roads.md",
            format!("---\ntitle: {}\n---\n", "道".repeat(30_000)),
        )
    }),
    ("file-too-large/record", |site| {
        site.file(
            "seeds/shiomino/plan.yaml",
            format!("title: {}\n", "道".repeat(3 << 20)),
        )
    }),
    // A hundred thousand brackets take no room worth keeping either.
    ("yaml-depth/hundred-thousand", |site| {
        site.file(
            "seeds/shiomino/plan.yaml",
            format!("title: {}\n", "[".repeat(100_000)),
        )
    }),
    // A table that grows: 300 columns, and rows that hold one cell each.
    ("markdown-table/too-large", |site| {
        let table = format!(
            "{}|\n{}|\n{}",
            "|年".repeat(300),
            "|-".repeat(300),
            "|1|\n".repeat(2_000)
        );
        site.file("content/roads.md", format!("---\ntitle: 道路\n---\n{table}"))
            .file("content/roads.en.md", english_roads(&table))
    }),
    // Windows cannot check out files of these names.
    ("name-not-portable/device", |site| {
        site.file("content/con.md", ROADS)
            .file("content/con.en.md", EN_ROADS)
    }),
    ("name-not-portable/dot-at-the-end", |site| {
        site.file("content/roads.", ROADS)
    }),
    ("name-not-portable/colon", |site| {
        site.file("content/roads:1.md", ROADS)
    }),
    ("name-not-portable/backslash", |site| {
        site.file("content/shiomino\\roads.md", ROADS)
    }),
    // Windows and macOS keep one of the two; Git then reports changes that nobody made.
    ("name-twins/case", |site| {
        site.file("content/photo.png", "1").file("content/Photo.png", "2")
    }),
    ("name-twins/composition", |site| {
        site.file("content/ガード.pdf", "1")
            .file("content/カ\u{3099}ード.pdf", "2")
    }),
    #[cfg(unix)]
    ("name-not-portable/not-utf-8", |site| {
        use std::os::unix::ffi::OsStrExt;
        let name = std::ffi::OsStr::from_bytes(b"content/\x93\xB9\x98H.md");
        fs::write(site.root().join(name), ROADS).expect("Linux takes any bytes for a name");
        site
    }),
    // Windows checks a link out as a text file unless its user may make links.
    #[cfg(unix)]
    ("file-symlink/file", |site| {
        link(site, "../secret.md", "content/roads.md")
    }),
    #[cfg(unix)]
    ("file-symlink/loop", |site| link(site, "..", "content/roads")),
    // Git keeps no pipes.
    #[cfg(unix)]
    ("file-special/pipe", |site| {
        let made = std::process::Command::new("mkfifo")
            .arg(site.path("content/roads.md"))
            .status()
            .expect("mkfifo is part of every Unix");
        assert!(made.success());
        site
    }),
    // Git keeps no permission but that to execute.
    #[cfg(unix)]
    ("file-unreadable/file", |site| {
        forbid(site.file("content/roads.md", ROADS), "content/roads.md")
    }),
    #[cfg(unix)]
    ("file-unreadable/folder", |site| {
        forbid(site.file("content/roads/plan.md", ROADS), "content/roads")
    }),
    // The texts of the theme grow with it, and a copy would have to grow with them.
    ("theme-text/renamed-key", |site| {
        texts(site, "en.yaml", ("skip:", "skop:"))
    }),
    ("theme-text/placeholder", |site| {
        texts(site, "en.yaml", ("{page}", "{leaf}"))
    }),
    // A folder of this name would be ignored by the repository's own rules.
    ("output-refused/foreign-files", |site| {
        site.file("public/accounts.xlsx", "important")
    }),
];

/// The translation of a page on roads with this body.
fn english_roads(body: &str) -> String {
    let head = PageHead {
        title: "道路".into(),
        description: None,
        order: None,
        template: None,
        formerly: Vec::new(),
    };
    EN_ROADS.replace(
        "translation:",
        &format!(
            "translates: {}\ntranslation:",
            Fingerprint::from_words(&head, body)
        ),
    )
}

const ROADS: &str = "---\ntitle: 道路\n---\n歩道を整備しています。\n";
const EN_ROADS: &str = "---\ntitle: Roads\ntranslation: {by: human}\n---\nWe are building footpaths.\n";

/// Lays a changed copy of the default theme's texts over the site.
fn texts(site: Site, file: &str, (old, new): (&str, &str)) -> Site {
    let path = format!("themes/default/text/{file}");
    let text = fs::read_to_string(here(&path)).expect("the default theme has texts");
    assert!(text.contains(old), "{path} holds `{old}`");
    site.file(&path, text.replacen(old, new, 1))
}

/// Codes that no site is known to bring about, with the reason why they exist all the same.
const WITHOUT_FIXTURE: &[(&str, &str)] = &[(
    "markdown-panic",
    "a text on which the parser panics would be mended, not kept; the code is for the one that nobody has \
     found yet",
)];

#[test]
fn the_base_site_has_nothing_to_report() {
    Site::of(BASE)
        .koyaku(&["check", "--strict"])
        .succeeds()
        .complains_of_nothing();
}

#[test]
fn every_fixture_says_exactly_what_is_expected() {
    let faults: Vec<String> = at_once(&cases(), |case| faults_of(case))
        .into_iter()
        .flatten()
        .collect();
    assert!(
        faults.is_empty(),
        "{} fixtures differ. After reading: KOYAKU_BLESS=1 cargo test checks::\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn every_code_has_a_fixture_and_every_fixture_a_code() {
    let codes: BTreeSet<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    let cases = cases();
    let fixtures: BTreeSet<&str> = cases
        .iter()
        .map(|case| {
            case.split_once('/')
                .expect("a case stands in the folder of its code")
                .0
        })
        .collect();
    let excused = |code: &&&str| {
        WITHOUT_FIXTURE.iter().any(|(excused, _)| *excused == **code)
            || IMPOSSIBLE
                .iter()
                .any(|start| start.strip_suffix('/') == Some(**code))
    };
    let without: Vec<_> = codes
        .difference(&fixtures)
        .filter(|code| !excused(code))
        .collect();
    let unknown: Vec<_> = fixtures.difference(&codes).collect();
    assert!(
        without.is_empty() && unknown.is_empty(),
        "codes without a fixture: {without:?}; fixtures without a code: {unknown:?}"
    );
}

#[test]
fn every_code_has_one_line_in_the_list_of_checks() {
    let list = fs::read_to_string(here("docs/checks.md")).expect("docs/checks.md is there");
    let mut lines: BTreeMap<&str, Vec<Vec<&str>>> = BTreeMap::new();
    for line in list.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        lines.entry(cells[0].trim_matches('`')).or_default().push(cells);
    }
    let mut faults = Vec::new();
    for code in Code::ALL {
        match lines.remove(code.name()).as_deref() {
            Some([cells]) if cells.len() == 6 && cells.iter().all(|cell| !cell.is_empty()) => {
                faults.extend(wrong_severity(code.name(), cells[1]));
            }
            Some([_]) => faults.push(format!(
                "{}: code, level, two Japanese and two English cells are needed",
                code.name()
            )),
            Some(_) => faults.push(format!("{}: more than one line", code.name())),
            None => faults.push(format!("{}: no line", code.name())),
        }
    }
    faults.extend(lines.keys().map(|code| format!("{code}: no such code")));
    assert!(faults.is_empty(), "docs/checks.md:\n{}", faults.join("\n"));
}

#[test]
fn many_mistakes_are_reported_at_once_by_file_and_line() {
    let site = Site::of(BASE).over(MANY);
    let faults: Vec<String> = ["ja", "en"]
        .into_iter()
        .filter_map(|language| compared(&site, MANY, language))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let run = site.koyaku(&["check", "--lang", "en"]).exits(1);
    let places = places(&run.err);
    assert!(places.len() >= 15, "{} problems in {}", places.len(), run.err);
    let mut sorted = places.clone();
    sorted.sort();
    assert_eq!(
        places, sorted,
        "errors come before warnings, causes before the rest, and each by file and line"
    );
}

/// All fixtures, as `code/case`.
fn cases() -> Vec<String> {
    let mut cases: BTreeSet<String> = MADE.iter().map(|(case, _)| (*case).to_owned()).collect();
    for code in folders(&here("tests/checks"))
        .into_iter()
        .filter(|code| !["base", "many"].contains(&&**code))
    {
        cases.extend(
            folders(&here("tests/checks").join(&code))
                .into_iter()
                .map(|case| format!("{code}/{case}")),
        );
    }
    cases.retain(|case| !IMPOSSIBLE.iter().any(|start| case.starts_with(start)));
    cases.into_iter().collect()
}

fn folders(path: &Path) -> Vec<String> {
    let entries = fs::read_dir(path)
        .into_iter()
        .flatten()
        .map(|entry| entry.expect("the fixtures can be listed"));
    let folders = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    folders
        .map(|entry| {
            entry
                .file_name()
                .into_string()
                .expect("fixtures have plain names")
        })
        .collect()
}

fn faults_of(case: &str) -> Option<String> {
    let fixture = format!("tests/checks/{case}");
    let mut site = Site::of(BASE);
    if here(&fixture).is_dir() {
        site = site.over(&fixture);
        for path in fs::read_to_string(site.path("remove"))
            .unwrap_or_default()
            .lines()
        {
            site = site.without(path);
        }
    }
    if let Some((_, make)) = MADE.iter().find(|(name, _)| *name == case) {
        site = make(site);
    }
    let faults: Vec<String> = ["ja", "en"]
        .into_iter()
        .filter_map(|language| compared(&site, &fixture, language))
        .collect();
    permit(&site);
    (!faults.is_empty()).then(|| faults.join("\n"))
}

/// Runs a fixture in one language and compares what a terminal would show.
fn compared(site: &Site, fixture: &str, language: &str) -> Option<String> {
    let call = fs::read_to_string(here(fixture).join("command"));
    let called = call.is_ok();
    let call = call.unwrap_or_else(|_| "check".to_owned());
    for own in OWN.iter().filter(|own| site.path(own).exists()) {
        fs::remove_file(site.path(own)).expect("the folder of a test can be written");
    }
    // A command that needs a path of the site names it as messages show it.
    let call = call.replace("(site)", &site.root().to_string_lossy());
    let words: Vec<&str> = call.split_whitespace().chain(["--lang", language]).collect();
    let run = run(site, &words, called);
    // A site stands in a folder of its own on every machine, and some messages name it.
    let shown = format!("{}{}", run.err, run.out).replace(&*site.root().to_string_lossy(), "(site)");
    let mut faults: Vec<String> = compare(&here(fixture).join(format!("expected.{language}.txt")), &shown)
        .into_iter()
        .collect();
    let code = fixture
        .split('/')
        .nth(2)
        .expect("a fixture stands in the folder of its code");
    let also = fs::read_to_string(here(fixture).join("also")).unwrap_or_default();
    let expected: BTreeSet<String> = also.lines().chain([code]).map(str::to_owned).collect();
    if fixture != MANY && codes(&shown) != expected {
        faults.push(format!(
            "{fixture} should show {expected:?} and no other code:\n{shown}"
        ));
    }
    let failed = shown.contains(&format!("{}[", ERROR[usize::from(language == "en")]));
    if run.code != Some(i32::from(failed)) {
        faults.push(format!("{fixture}: exit code {:?} after\n{shown}", run.code));
    }
    (!faults.is_empty()).then(|| faults.join("\n"))
}

/// How an error is called in Japanese and in English.
const ERROR: [&str; 2] = ["エラー", "error"];

/// The codes that stand in square brackets.
fn codes(shown: &str) -> BTreeSet<String> {
    let bracketed = shown.split('[').skip(1).filter_map(|rest| rest.split_once(']'));
    bracketed
        .filter_map(|(name, _)| Code::from_name(name))
        .map(|code| code.name().to_owned())
        .collect()
}

/// Whether the level in docs/checks.md (`E`, `W` or `E W`) is that of the fixtures.
fn wrong_severity(code: &str, level: &str) -> Option<String> {
    if WITHOUT_FIXTURE.iter().any(|(excused, _)| *excused == code) {
        return None;
    }
    let texts: String = folders(&here("tests/checks").join(code))
        .into_iter()
        .filter_map(|case| {
            fs::read_to_string(here("tests/checks").join(code).join(case).join("expected.en.txt")).ok()
        })
        .collect();
    let shown: Vec<&str> = [("E", "error"), ("W", "warning")]
        .into_iter()
        .filter(|(_, word)| texts.contains(&format!("{word}[{code}]")))
        .map(|(level, _)| level)
        .collect();
    (shown.join(" ") != level).then(|| {
        format!(
            "{code}: the level is {level}, but the fixtures show {}",
            shown.join(" ")
        )
    })
}

/// Whether each problem of a run is a warning, whether it is no cause of others, and where it is, in the
/// order in which they are shown. A problem that concerns a whole file has line 0.
fn places(shown: &str) -> Vec<(bool, bool, String, usize)> {
    let read = |problem: &str| {
        let code = problem.split_once('[')?.1.split_once(']')?.0;
        let place = problem
            .lines()
            .find_map(|line| line.trim_start().strip_prefix("--> "))?;
        let mut parts = place.split(':');
        let file = parts.next().unwrap_or_default().to_owned();
        let line = parts
            .next()
            .and_then(|line| line.parse().ok())
            .unwrap_or_default();
        let follows = !Code::from_name(code)?.is_cause();
        Some((problem.starts_with("warning"), follows, file, line))
    };
    shown.split("\n\n").filter_map(read).collect()
}

/// Calls koyaku. Where a fixture names the command, which may name folders, the program itself is started;
/// and where one forbids its own reader something, as a user who cannot overrule that.
fn run(site: &Site, words: &[&str], called: bool) -> Run {
    #[cfg(unix)]
    if site.path(FORBIDDEN).exists() && fs::read(site.path(FORBIDDEN)).is_ok() {
        use std::os::unix::process::CommandExt;
        let mut command = site.command(words);
        command.uid(NOBODY).gid(NOBODY);
        return Run::of(command);
    }
    if called {
        site.program(words)
    } else {
        site.koyaku(words)
    }
}

#[cfg(unix)]
fn link(site: Site, to: &str, at: &str) -> Site {
    std::os::unix::fs::symlink(to, site.path(at)).expect("a test may make links");
    site
}

/// A file that nobody may read, by which a fixture says that permissions are its matter.
#[cfg(unix)]
const FORBIDDEN: &str = ".forbidden";
/// The user and group of nobody, on every Linux and on macOS close enough.
#[cfg(unix)]
const NOBODY: u32 = 65_534;

/// Takes away everybody's right to read.
#[cfg(unix)]
fn forbid(site: Site, path: &str) -> Site {
    let site = site.file(FORBIDDEN, "");
    set_mode(&site.path(FORBIDDEN), 0o000);
    set_mode(&site.path(path), 0o000);
    site
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("a test may change its own files");
}

/// Gives the right back, so that the folder of the test can be removed.
#[cfg(unix)]
fn permit(site: &Site) {
    for path in ["content/roads", "content/roads.md"]
        .map(|path| site.path(path))
        .iter()
        .filter(|path| path.exists())
    {
        set_mode(path, 0o755);
    }
}

#[cfg(not(unix))]
fn permit(_: &Site) {}
