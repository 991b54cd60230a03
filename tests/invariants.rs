//! The invariants of ARCHITECTURE.md, read from the source text and seen in what is built.

use crate::support::{Run, Site, Source, Tree, circles, here, sources};
use koyaku::model::Keyed;
use koyaku::site::{PAGE_KINDS, reserved};
use koyaku::source::yaml::{self, Limits};
use serde::de::IgnoredAny;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
#[cfg(unix)]
use std::process::Command;

/// What each room may import of the others. Stages never import one another; what passes between them lives
/// in `site`.
const IMPORTS: &[(&str, &[&str])] = &[
    ("diagnostic", &[]),
    ("numerals", &[]),
    ("model", &["numerals", "diagnostic"]),
    ("reckoning", &["model", "numerals"]),
    ("source", &["numerals", "diagnostic"]),
    ("lexicon", &[]),
    // What `markdown` and `cli` say themselves stands in files that `source` reads.
    ("markdown", &["source", "diagnostic"]),
    (
        "site",
        &["model", "reckoning", "lexicon", "markdown", "diagnostic"],
    ),
    ("seal", &["site", "model", "diagnostic"]),
    ("desk", &["diagnostic"]),
    ("migrate", BELOW_STAGES),
    ("load", BELOW_STAGES),
    ("link", BELOW_STAGES),
    ("check", BELOW_STAGES),
    // What readers get: words below pages, pages below files, and what makes both above them.
    ("html", &["site", "model", "numerals", "markdown"]),
    ("chart", &["html", "model"]),
    ("facts", &["site", "model"]),
    (
        "theme",
        &[
            "facts",
            "html",
            "site",
            "model",
            "source",
            "markdown",
            "diagnostic",
        ],
    ),
    (
        "pages",
        &[
            "chart",
            "facts",
            "html",
            "theme",
            "site",
            "model",
            "reckoning",
            "lexicon",
            "numerals",
            "markdown",
            "diagnostic",
        ],
    ),
    (
        "files",
        &[
            "pages",
            "facts",
            "html",
            "site",
            "model",
            "reckoning",
            "diagnostic",
        ],
    ),
    (
        "render",
        &[
            "files",
            "pages",
            "theme",
            "facts",
            "html",
            "site",
            "model",
            "diagnostic",
        ],
    ),
    ("publish", BELOW_STAGES),
    (
        "pipeline",
        &[
            "load",
            "link",
            "check",
            "render",
            "theme",
            "facts",
            "publish",
            "migrate",
            "desk",
            "seal",
            "site",
            "model",
            "source",
            "diagnostic",
        ],
    ),
    ("serve", &["pipeline", "render", "site"]),
    // `cli` shows the line that a problem is about, for which it asks `load` to open the file again.
    (
        "cli",
        &[
            "pipeline",
            "serve",
            "load",
            "site",
            "reckoning",
            "source",
            "model",
            "diagnostic",
        ],
    ),
    ("main", &["cli"]),
    ("lib", &[]),
];

const BELOW_STAGES: &[&str] = &[
    "site",
    "seal",
    "model",
    "reckoning",
    "lexicon",
    "numerals",
    "source",
    "markdown",
    "diagnostic",
];

/// Crates that belong to one room, and what may name them.
const CRATES: &[(&str, &[&str])] = &[
    ("serde_yaml", &["source/yaml"]),
    ("saphyr_parser", &["source/yaml"]),
    ("pulldown_cmark", &["markdown/"]),
    ("tera", &["theme/", "pages/", "render/", "html/"]),
    ("minify_html", &["theme/"]),
    ("rustc_hash", &["files/search"]),
    ("rust_decimal", &["reckoning/"]),
    ("aho_corasick", &["lexicon/"]),
    ("rustix", &["publish/", "serve/"]),
    ("walkdir", &["load/", "serve/"]),
    ("axum", &["serve/"]),
    ("axum_server", &["serve/"]),
    ("notify", &["serve/"]),
    ("tokio", &["serve/"]),
    ("clap", &["cli/"]),
    ("anstream", &["cli/"]),
    ("indicatif", &["cli/"]),
    ("annotate_snippets", &["diagnostic/human"]),
];

#[test]
fn rooms_import_only_what_they_may() {
    let allowed: BTreeMap<&str, &[&str]> = IMPORTS.iter().copied().collect();
    let mut faults = Vec::new();
    for source in sources() {
        let may = allowed
            .get(source.room())
            .unwrap_or_else(|| panic!("{} is in no known room", source.path));
        let others = imports(&source)
            .into_iter()
            .filter(|name| *name != source.room() && allowed.contains_key(&**name));
        faults.extend(
            others
                .filter(|name| !may.contains(&&**name))
                .map(|name| format!("{} imports {name}", source.path)),
        );
    }
    assert_none(faults);
}

/// Files that need each other can only be read and changed together.
#[test]
fn no_files_need_each_other_in_a_circle() {
    assert_none(circles(&[
        "model", "load", "source", "site", "html", "chart", "facts", "theme", "pages", "files", "render",
    ]));
}

/// What something is, is told by its id or its place in a list, which a copy of it shares.
#[test]
fn nothing_is_known_by_its_place_in_memory() {
    assert_none(found_outside(&[], &["ptr::eq", "ptr_eq", "as *const"]));
    // A place in a list of a record has a type of its own: no number stands for it beside its owner.
    let beside = ["Ix, u32)", "Ix, u32,"];
    assert_none(found_outside(&[], &beside));
}

#[test]
fn only_load_publish_and_serve_touch_the_file_system() {
    let words = [
        "std::fs",
        "fs::",
        ".exists()",
        ".is_file()",
        ".canonicalize()",
        ".metadata()",
        ".read_dir()",
        "File::open",
        "File::create",
    ];
    assert_none(found_outside(&["load/", "publish/", "serve/", "desk/"], &words));
}

#[test]
fn only_cli_prints_or_asks_the_time_and_only_main_exits() {
    let printing = [
        "println!",
        "print!",
        "eprintln!",
        "eprint!",
        "stdout()",
        "stderr()",
    ];
    assert_none(found_outside(&["cli/"], &printing));
    assert_none(found_outside(
        &["cli/"],
        &[
            "Timestamp::now",
            "Zoned::now",
            "Instant::now",
            "SystemTime::now",
            "Instant",
            "SystemTime",
        ],
    ));
    assert_none(found_outside(
        &["main.rs"],
        &["ExitCode", "process::exit", "process::abort"],
    ));
}

#[test]
fn only_cli_reads_the_environment_and_publish_asks_for_the_home_folder() {
    assert_none(found_outside(
        &["main.rs", "cli/", "publish/target.rs"],
        &["std::env", "env::", "temp_dir", "current_dir"],
    ));
    let publish: Vec<String> = sources()
        .iter()
        .filter(|source| source.path == "publish/target.rs")
        .flat_map(|source| source.lines_with("env::"))
        .collect();
    let home: Vec<String> = sources()
        .iter()
        .filter(|source| source.path == "publish/target.rs")
        .flat_map(|source| source.lines_with("env::home_dir"))
        .collect();
    assert_eq!(
        publish.len(),
        home.len(),
        "publish asks the environment for the home folder alone"
    );
}

#[test]
fn nothing_of_the_model_is_serialised_or_locked() {
    let words = [
        "Serialize",
        "Serializer",
        "Mutex",
        "RwLock",
        "OnceLock",
        "LazyLock",
        "OnceCell",
        "LazyCell",
        "RefCell",
        "Rc",
        "Cell",
        "thread_local!",
    ];
    assert_none(
        found_in(&["model/", "site/"], &words)
            .into_iter()
            .filter(|fault| {
                // The model has a cell of its own, that of a printed table.
                let tables = ["model/table.rs", "model/walk.rs", "model/mod.rs"];
                !tables.iter().any(|file| fault.starts_with(file)) || !fault.ends_with(": Cell")
            })
            .collect(),
    );
    assert_none(found_outside(&["html/", "theme/", "pages/"], &["Serialize"]));
    assert_none(found_outside(&[], &["&mut Site", "&mut ReadSite", "mut site"]));
    assert_none(found_outside(&[], &["static mut"]));
    // A view writes nothing down beside what it returns; what is noticed of it is gathered where it is finished.
    let noticed = found_in(
        &["html/", "facts/", "theme/", "pages/", "chart/"],
        &["std::cell", "Mutex", "OnceLock"],
    );
    assert_none(
        noticed
            .into_iter()
            .filter(|fault| !fault.starts_with("pages/made.rs"))
            .collect(),
    );
    // serde hands errors nothing but text, so what a type says beside it is laid down there for that moment.
    assert_none(found_outside(&["diagnostic/refusal.rs"], &["thread_local!"]));
}

#[test]
fn crates_stay_in_their_rooms() {
    let faults = CRATES
        .iter()
        .flat_map(|(name, rooms)| found_outside(rooms, &[name]));
    assert_none(faults.collect());
}

#[test]
fn nothing_is_left_unfinished_and_no_user_data_can_panic() {
    assert_none(found_outside(
        &[],
        &[
            ".unwrap()",
            ".unwrap_err()",
            "todo!",
            "unimplemented!",
            "dbg!",
            "panic!",
            "unsafe",
            "use super::*",
        ],
    ));
    let marks: Vec<String> = sources()
        .iter()
        .flat_map(|source| {
            source
                .text
                .lines()
                .enumerate()
                .map(|(number, line)| (format!("{}:{}", source.path, number + 1), line.to_owned()))
                .collect::<Vec<_>>()
        })
        .filter(|(_, line)| ["FIXME", "TODO", "XXX"].iter().any(|mark| line.contains(mark)))
        .map(|(place, _)| place)
        .collect();
    assert_none(marks);
}

/// A sentence that nobody asks for is a slip in its key, or in that of whoever meant it.
#[test]
fn every_sentence_of_a_file_is_asked_for_by_its_room() {
    let files = Tree::read(&here("src")).only(|path| path.ends_with(".yaml"));
    let mut faults = Vec::new();
    for path in files.0.keys() {
        let room = path.rsplit_once('/').map_or("", |(room, _)| room);
        let code: String = sources()
            .iter()
            .filter(|source| source.path.starts_with(room))
            .map(|source| &*source.text)
            .collect();
        // Each is read, which stops here rather than where somebody makes a mistake.
        let _words = koyaku::source::MessageWords::read(files.text(path));
        let keys = files.text(path).lines().filter_map(|line| line.strip_suffix(':'));
        for key in keys.filter(|key| !key.starts_with(['#', ' '])) {
            // A number tells nobody who reads the code what is said.
            let numbered = |name: &str| {
                let last = name.rsplit(['-', '_']).next().unwrap_or(name);
                !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit())
            };
            let sentence = sentence_of(files.text(path), key).unwrap_or_default();
            let names = placeholders(sentence);
            if key.split('.').any(numbered) || names.iter().any(|name| numbered(name)) {
                faults.push(format!("{path} has {key} with a number for a name"));
            }
            // What a command says at length has the name of the command, and an option may have one of it.
            let own = key.trim_end_matches(".remedy").trim_end_matches(".also");
            let option = own.trim_end_matches("_long").rsplit('.').next().unwrap_or(own);
            let named = [key, own, option]
                .iter()
                .any(|key| code.contains(&format!("\"{key}\"")));
            if !named {
                faults.push(format!("nobody asks {path} for {key}"));
            }
        }
    }
    assert_none(faults);
}

/// The program reads its own sentences as they are, so nothing in their files may mean something else in
/// YAML.
#[test]
fn the_files_of_sentences_are_read_without_a_word() {
    let files = Tree::read(&here("src")).only(|path| path.ends_with(".yaml"));
    assert!(files.0.len() > 5, "{} files", files.0.len());
    for path in files.0.keys() {
        let source = koyaku::source::Source {
            path: path.as_str().into(),
            text: files.text(path).to_owned(),
        };
        let parsed = yaml::parse::<Keyed<String, IgnoredAny>>(&source, 0..source.text.len(), Limits::RECORD);
        assert_eq!(parsed.problems, [], "{path}");
    }
}

/// What the program asks for is there, in both languages, and each of its placeholders is filled: a slip
/// would stop the program only when somebody makes that mistake.
#[test]
fn every_sentence_that_is_asked_for_is_there_and_filled() {
    let files = Tree::read(&here("src")).only(|path| path.ends_with("/words.yaml"));
    let mut faults = Vec::new();
    let mut asked = 0;
    for source in sources() {
        let rooms = source
            .path
            .match_indices('/')
            .rev()
            .map(|(at, _)| &source.path[..at]);
        let file = rooms
            .map(|room| format!("{room}/words.yaml"))
            .find_map(|path| files.0.keys().find(|known| path.ends_with(known.as_str())));
        let Some(path) = file else { continue };
        let sentences = files.text(path);
        for (at, _) in source.text.match_indices("WORDS") {
            let call = source.text[at + "WORDS".len()..].trim_start();
            let Some((method, arguments)) = call.strip_prefix('.').and_then(|call| call.split_once('('))
            else {
                continue;
            };
            if !matches!(method, "say" | "error" | "warning") {
                continue;
            }
            let arguments = until_closed(arguments);
            // Whatever stands in quotes outside of the list of fillings is the key.
            let (before, fillings) = arguments.rsplit_once("&[").unwrap_or((arguments, ""));
            // A key that is put together is covered by the fixture of its message.
            let Some(key) = before.rsplit('"').nth(1).filter(|key| !key.contains('{')) else {
                continue;
            };
            asked += 1;
            let keys = match method {
                "say" => vec![key.to_owned()],
                _ => vec![key.to_owned(), format!("{key}.remedy")],
            };
            for key in keys {
                let Some(sentence) = sentence_of(sentences, &key) else {
                    faults.push(format!("{}: {path} has no {key}", source.path));
                    continue;
                };
                let open = placeholders(sentence);
                let named =
                    |name: &&String| !fillings.contains(&format!("(\"{name}\",")) && !fillings.is_empty();
                faults.extend(
                    open.iter()
                        .filter(named)
                        .map(|name| format!("{}: nobody fills {{{name}}} of {key}", source.path)),
                );
            }
        }
    }
    assert!(
        asked > 100,
        "only {asked} sentences are asked for in a way that this test can read"
    );
    assert_none(faults);
}

/// The arguments of a call, up to its own closing bracket.
fn until_closed(text: &str) -> &str {
    let mut depth = 1;
    let end = text.find(|sign| {
        depth += match sign {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        depth == 0
    });
    &text[..end.unwrap_or(text.len())]
}

/// The lines below a key.
fn sentence_of<'t>(file: &'t str, key: &str) -> Option<&'t str> {
    let start = format!("\n{file}").find(&format!("\n{key}:\n"))? + key.len() + 1;
    let rest = &file[start..];
    let end = rest
        .match_indices('\n')
        .find(|(at, _)| !rest[at + 1..].starts_with([' ', '\n']))
        .map_or(rest.len(), |(at, _)| at);
    Some(&rest[..end])
}

/// `{name}` where a name of a placeholder stands between braces.
fn placeholders(sentence: &str) -> Vec<String> {
    let inside = sentence
        .split('{')
        .skip(1)
        .filter_map(|behind| behind.split_once('}'));
    let names = inside.map(|(name, _)| name.to_owned());
    names
        .filter(|name| {
            !name.is_empty()
                && name
                    .chars()
                    .all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '_')
        })
        .collect()
}

/// One meaning for each name, so that it can be searched for. The associated types of traits have the names
/// that their traits give them.
#[test]
fn every_name_of_a_type_has_one_meaning_and_no_function_is_called_of() {
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut faults = Vec::new();
    for source in sources() {
        for (number, line) in source.code.lines().enumerate() {
            let place = format!("{}:{}", source.path, number + 1);
            let plain = line.trim_start();
            let plain = match plain.strip_prefix("pub(") {
                Some(rest) => rest.split_once(") ").map_or(rest, |(_, rest)| rest),
                None => plain.strip_prefix("pub ").unwrap_or(plain),
            };
            let is_associated = line.starts_with(' ') && plain.starts_with("type ");
            let declared = ["struct ", "enum ", "trait ", "type ", "union "]
                .iter()
                .find_map(|word| plain.strip_prefix(word))
                .filter(|_| !is_associated);
            if let Some(declared) = declared {
                let name: String = declared
                    .chars()
                    .take_while(|sign| sign.is_alphanumeric() || *sign == '_')
                    .collect();
                if !name.is_empty() {
                    names.entry(name).or_default().push(place.clone());
                }
            }
            if line.trim_start().starts_with("pub") && plain.starts_with("fn of(") {
                faults.push(format!("{place} is called of"));
            }
        }
    }
    let doubled = names.into_iter().filter(|(_, places)| places.len() > 1);
    faults.extend(doubled.map(|(name, places)| format!("{name} is declared in {}", places.join(", "))));
    assert_none(faults);
}

#[test]
fn every_file_says_what_it_is_for_and_none_is_a_lumber_room() {
    let mut faults = Vec::new();
    for source in sources() {
        if !source.text.starts_with("//! ") {
            faults.push(format!("{} does not begin by saying what it is for", source.path));
        }
        let lumber = |part: &str| {
            matches!(
                part.trim_end_matches(".rs"),
                "utils" | "util" | "helpers" | "helper" | "common" | "manager" | "misc"
            )
        };
        if source.path.split('/').any(lumber) {
            faults.push(format!("{} has a name that holds anything", source.path));
        }
        if source.code.contains("#[cfg(test)]") {
            faults.push(format!("{} holds tests, which stand under tests/", source.path));
        }
    }
    assert_none(faults);
}

/// The formatter leaves a statement as it is where a literal does not fit, so a line that is too wide is a
/// statement that nobody has laid out. A character of full width takes two columns; the text of a literal
/// over several lines is what it is.
#[test]
fn no_line_is_wider_than_the_formatter_allows() {
    const WIDEST: usize = 110;
    let wide = |character: char| {
        let full = matches!(
            character,
            '\u{1100}'..='\u{115f}'
                | '\u{2e80}'..='\u{a4cf}'
                | '\u{ac00}'..='\u{d7a3}'
                | '\u{f900}'..='\u{faff}'
                | '\u{fe30}'..='\u{fe6f}'
                | '\u{ff00}'..='\u{ff60}'
                | '\u{ffe0}'..='\u{ffe6}'
                | '\u{20000}'..='\u{3fffd}'
        );
        1 + usize::from(full)
    };
    let mut faults = Vec::new();
    for source in sources() {
        let mut within = false;
        for (number, line) in source.text.lines().enumerate() {
            // A line that leaves a literal open, or lies in one, holds an odd number of quotation marks
            // before it ends.
            let comment = line.trim_start().starts_with("//");
            let marks = if comment { 0 } else { marks(line) };
            let text = within || marks % 2 == 1;
            within ^= marks % 2 == 1;
            if !text && line.chars().map(wide).sum::<usize>() > WIDEST {
                faults.push(format!("{}:{} is too wide", source.path, number + 1));
            }
        }
    }
    assert_none(faults);
}

/// How many quotation marks of a line begin or end a literal.
fn marks(line: &str) -> usize {
    let line = line.replace("\\\\", "").replace("\\\"", "").replace("'\"'", "");
    line.matches('"').count()
}

/// What a function takes has names of its own: a tuple that only bundles arguments hides them.
#[test]
fn no_function_takes_its_arguments_bundled() {
    let mut faults = Vec::new();
    for source in sources() {
        for (number, line) in source.text.lines().enumerate() {
            let line = line.trim_start();
            let one_line = line.contains("fn ") && (line.contains("((") || line.contains(", ("));
            let parameter = line.starts_with('(') && line.contains("): (") && line.ends_with(',');
            let bundled = line.contains("): (") && !line.contains('|');
            if (one_line || parameter) && bundled {
                faults.push(format!("{}:{} {line}", source.path, number + 1));
            }
        }
    }
    assert_none(faults);
}

/// A field that is read and then ignored would be a silent lie to whoever filled it in.
#[test]
fn templates_display_and_do_not_sort_group_or_choose() {
    let templates = Tree::read(&here("themes/default/templates"));
    let mut faults = Vec::new();
    for path in templates.paths() {
        for word in [
            "| sort",
            "| group_by",
            "| filter",
            "| get(",
            "| map",
            "| unique",
            "| safe",
            "{% set",
            "{%- set",
            "get_env",
            "now(",
        ] {
            if templates.text(path).contains(word) {
                faults.push(format!("{path}: {word}"));
            }
        }
    }
    assert_none(faults);
}

#[test]
fn the_architecture_page_is_short_and_names_only_what_exists() {
    let text = fs::read_to_string(here("ARCHITECTURE.md")).expect("ARCHITECTURE.md is there");
    assert!(
        text.lines().count() < 150,
        "ARCHITECTURE.md has {} lines",
        text.lines().count()
    );
    let roots = [
        "src", "themes", "tests", "docs", "benches", "content", "seeds", ".ci", ".github",
    ];
    let named = text.split('`').skip(1).step_by(2).filter(|word| {
        roots
            .iter()
            .any(|root| word.strip_prefix(root).is_some_and(|rest| rest.starts_with('/')))
    });
    let missing: Vec<&str> = named
        .filter(|path| !path.contains(['<', '*', '…', '{', ' ']) && !here(path).exists())
        .collect();
    assert!(
        missing.is_empty(),
        "ARCHITECTURE.md names what is not there: {missing:?}"
    );
    let listed = text
        .lines()
        .find(|line| line.starts_with("Reserved"))
        .and_then(|line| line.split('`').nth(1))
        .expect("a line lists the reserved words");
    let listed: BTreeSet<&str> = listed.split(' ').collect();
    assert_eq!(listed, reserved().collect());
    // The table of addresses tells each page kind.
    for (kind, address) in PAGE_KINDS {
        assert!(
            text.contains(&format!("`{address}`")),
            "ARCHITECTURE.md tells of {kind} at {address}"
        );
    }
}

#[test]
fn the_same_input_gives_the_same_bytes_at_any_number_of_threads() {
    let site = Site::of("tests/sites/kinds/input");
    let known = site.built(&["--threads", "1"]);
    for threads in ["2", "3", "7"] {
        site.koyaku(&["build", "--threads", threads, "--out", "other"])
            .succeeds();
        assert_same(&known, &site.tree("other"), &format!("{threads} threads"));
    }
}

#[test]
fn every_kind_of_build_gives_the_same_bytes_twice() {
    let site = Site::of("tests/sites/kinds/input");
    for options in [
        &["--portable"][..],
        &["--base-url", "https://other.example.jp/deep/er"],
        &["--no-minify"],
        &["--as-of", "2025-12-31"],
    ] {
        let known = site.built(&[options, &["--threads", "1"]].concat());
        let other = site.built(&[options, &["--threads", "3"]].concat());
        assert_same(&known, &other, &format!("{options:?} at three threads"));
    }
}

#[test]
fn the_same_input_gives_the_same_bytes_in_any_place_and_environment() {
    let site = Site::of("tests/sites/kinds/input");
    let known = site.built(&[]);
    let elsewhere = Site::of("tests/sites/smallest/input");
    let root = site
        .root()
        .to_str()
        .expect("the folder of a test has a plain name")
        .to_owned();
    let mut command = elsewhere.command(&["build", "--root", &root, "--out", "from-elsewhere"]);
    command.envs([
        ("TZ", "Pacific/Auckland"),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("LANG", "ar_EG.UTF-8"),
        ("HOME", "/nonexistent"),
    ]);
    Run::of(command).succeeds();
    assert_same(
        &known,
        &elsewhere.tree("from-elsewhere"),
        "another folder, language and time zone",
    );
}

#[cfg(unix)]
#[test]
fn the_same_input_gives_the_same_bytes_under_any_umask() {
    let site = Site::of("tests/sites/kinds/input");
    let known = site.built(&[]);
    let mut strict = Command::new("sh");
    strict
        .args([
            "-c",
            "umask 077; exec \"$0\" build --out masked",
            env!("CARGO_BIN_EXE_koyaku"),
        ])
        .current_dir(site.root());
    Run::of(strict).succeeds();
    assert_same(&known, &site.tree("masked"), "another umask");
}

/// Folders list their files in the order in which a file system likes it, which on some is that of their
/// making.
#[test]
fn the_same_input_gives_the_same_bytes_in_any_order_of_files() {
    let known = Site::of("tests/sites/kinds/input").built(&[]);
    let mut backwards = Site::of("tests/sites/smallest/input")
        .without("content")
        .without("seeds");
    let input = Tree::read(&here("tests/sites/kinds/input"));
    for (path, bytes) in input.0.iter().rev() {
        backwards = backwards.file(path, bytes);
    }
    assert_same(&known, &backwards.built(&[]), "files made in another order");
}

#[test]
fn a_second_build_over_the_first_gives_the_same_bytes() {
    let site = Site::of("tests/sites/kinds/input");
    let known = site.built(&[]);
    assert_same(&known, &site.built(&[]), "a build over the same site");
    // A page that goes away must not stay behind from an earlier build.
    let site = site.without("content/accessibility.md");
    let after = site.built(&[]);
    let clean = Site::of("tests/sites/kinds/input")
        .without("content/accessibility.md")
        .built(&[]);
    let without_old_assets =
        |tree: Tree| tree.only(|path| clean.0.contains_key(path) || path.ends_with(".html"));
    assert_same(&clean, &without_old_assets(after), "a build over an older site");
}

fn assert_same(one: &Tree, other: &Tree, what: &str) {
    if let Some(difference) = one.difference(other) {
        panic!("{what} changes the output:\n{difference}");
    }
}

fn assert_none(faults: Vec<String>) {
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Where any of the words stands in a file that is in none of the rooms.
fn found_outside(rooms: &[&str], words: &[&str]) -> Vec<String> {
    let outside = |source: &Source| !rooms.iter().any(|room| source.path.starts_with(room));
    sources()
        .iter()
        .filter(|source| outside(source))
        .flat_map(|source| words.iter().flat_map(|word| source.lines_with(word)))
        .collect()
}

fn found_in(rooms: &[&str], words: &[&str]) -> Vec<String> {
    let inside = |source: &Source| rooms.iter().any(|room| source.path.starts_with(room));
    sources()
        .iter()
        .filter(|source| inside(source))
        .flat_map(|source| words.iter().flat_map(|word| source.lines_with(word)))
        .collect()
}

/// The rooms that a file names after `crate::`, alone or in braces.
fn imports(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    let roots = if source.path == "main.rs" {
        ["koyaku::", "crate::"]
    } else {
        ["crate::", "crate::"]
    };
    for (_, rest) in roots
        .iter()
        .flat_map(|root| source.code.split(root).skip(1).map(move |rest| (root, rest)))
    {
        let word = |text: &str| {
            text.trim()
                .chars()
                .take_while(|character| character.is_alphanumeric() || *character == '_')
                .collect::<String>()
        };
        match rest.strip_prefix('{') {
            Some(list) => found.extend(list.split('}').next().unwrap_or_default().split(',').map(word)),
            None => found.push(word(rest)),
        }
    }
    found.retain(|name| !name.is_empty());
    found
}
