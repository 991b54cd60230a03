//! The command line as a user meets it: what it says, in which language, and with which exit code it ends.

use crate::support::{Run, Site};

const BASE: &str = "tests/checks/base";

#[test]
fn help_is_in_the_language_that_is_asked_for() {
    let site = Site::of(BASE);
    site.program(&["--help", "--lang", "ja"])
        .succeeds()
        .says("はじめて使うとき")
        .says("終了コード")
        .complains_of_nothing();
    site.program(&["--help", "--lang=en"])
        .succeeds()
        .says("First steps")
        .says("Exit codes")
        .complains_of_nothing();
    for command in ["build", "check", "serve"] {
        site.program(&[command, "--help", "--lang", "ja"])
            .succeeds()
            .says("--as-of")
            .says("この日の時点");
        site.program(&[command, "-h", "--lang", "en"])
            .succeeds()
            .says("--as-of")
            .says("The day as of which");
    }
}

#[test]
fn without_a_wish_the_environment_decides_and_else_it_is_japanese() {
    let site = Site::of(BASE);
    let help = |name: &str, value: &str| {
        let mut command = site.command(&["--help"]);
        command.env(name, value);
        Run::of(command).succeeds().out
    };
    assert!(help("LANG", "en_GB.UTF-8").contains("First steps"));
    assert!(help("LC_ALL", "en_US.UTF-8").contains("First steps"));
    assert!(help("LANG", "ja_JP.UTF-8").contains("はじめて使うとき"));
    assert!(help("LANG", "C").contains("はじめて使うとき"));
    site.program(&["--help"]).succeeds().says("はじめて使うとき");
}

#[test]
fn the_version_is_that_of_the_package() {
    let site = Site::of(BASE);
    assert_eq!(
        site.program(&["--version"]).succeeds().out,
        format!("koyaku {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn a_wrong_call_ends_with_two() {
    let site = Site::of(BASE);
    for call in [
        &["buld"][..],
        &["build", "--oot", "x"],
        &["build", "--threads", "0"],
        &["build", "--threads", "many"],
        &["check", "--out", "x"],
        &["serve", "--port", "99999"],
        &["build", "extra"],
        &["build", "--lang", "fr"],
        &["build", "--base-url", "pledges.example.jp"],
        &["build", "--base-url", "ftp://pledges.example.jp"],
        &[],
    ] {
        let run = site.program(call).exits(2).says_nothing();
        assert!(!run.err.is_empty(), "{call:?} is explained");
    }
    assert!(!site.path("public").exists());
}

#[test]
fn a_site_with_errors_ends_with_one() {
    let site = Site::of(BASE).file("content/empty.md", "");
    site.program(&["check", "--lang", "en"])
        .exits(1)
        .says_nothing()
        .complains("[file-empty]")
        .complains("content/empty.md");
    site.program(&["build", "--lang", "ja"])
        .exits(1)
        .says_nothing()
        .complains("ファイルが空です");
}

/// Most tests call koyaku without starting the program. What they are told is what the program prints.
#[test]
fn a_call_within_a_test_answers_as_the_program_does() {
    let site = Site::of(BASE)
        .file("content/empty.md", "")
        .file("content/.DS_Store", "x");
    let sound = Site::of(BASE);
    sound.koyaku(&["build"]).succeeds();
    let calls: [(&Site, &[&str]); 10] = [
        (&site, &["check"]),
        (&site, &["build", "--lang", "en"]),
        (&site, &["check", "--root", "nowhere"]),
        (&site, &["check", "--as-of", "soon"]),
        (&site, &["chek"]),
        (&site, &["seal", "--lang", "en"]),
        (&sound, &["check", "--lang", "en"]),
        (&sound, &["verify", "--previous", "public"]),
        (&sound, &["diff", "2026-03-31", "2026-05-31", "--format", "json"]),
        (&sound, &["translated", "content/about.en.md", "--lang", "en"]),
    ];
    for (site, call) in calls {
        let (one, other) = (site.program(call), site.koyaku(call));
        assert_eq!(
            (one.code, one.out, one.err),
            (other.code, other.out, other.err),
            "{call:?}"
        );
    }
}

#[test]
fn a_folder_that_is_no_site_ends_with_one() {
    let site = Site::of(BASE).without("content");
    site.koyaku(&["check", "--lang", "en"])
        .exits(1)
        .complains("[site-missing]")
        .complains("--root");
    site.koyaku(&["build", "--lang", "en", "--root", "nowhere"])
        .exits(1)
        .complains("[site-missing]");
}

#[test]
fn check_says_in_one_line_that_all_is_well_and_writes_nothing() {
    let site = Site::of(BASE);
    let before = site.tree(".");
    let run = site
        .program(&["check", "--lang", "en"])
        .succeeds()
        .complains_of_nothing();
    assert!(
        run.out.starts_with("no errors (2 commitments, which make ") && run.out.lines().count() == 1,
        "{}",
        run.out
    );
    assert!(
        site.program(&["check"])
            .succeeds()
            .out
            .starts_with("誤りはありません（2 項目、")
    );
    assert_eq!(before.difference(&site.tree(".")), None);
}

#[test]
fn build_says_what_it_wrote_and_where() {
    let site = Site::of(BASE);
    let run = site
        .koyaku(&["build", "--lang", "en", "--out", "www"])
        .succeeds()
        .complains_of_nothing();
    assert!(
        run.out
            .starts_with("1 municipality, 1 document, 2 commitments → "),
        "{}",
        run.out
    );
    run.says("  www\n");
    assert!(
        site.path("www/index.html").is_file()
            && site.path("www/en/shiomino/manifesto/1/index.html").is_file()
    );
    assert!(!site.path("public").exists());
}

#[test]
fn timings_name_every_step() {
    let site = Site::of(BASE);
    let run = site.koyaku(&["build", "--timings"]).succeeds();
    for step in ["load", "link", "check", "plan", "write", "publish"] {
        assert!(
            run.out
                .lines()
                .any(|line| line.trim_start().starts_with(step) && line.ends_with(" s")),
            "{step} in {}",
            run.out
        );
    }
}

#[test]
fn a_site_can_be_named_from_another_folder() {
    let site = Site::of(BASE);
    let elsewhere = Site::of(BASE).without("content");
    let root = site
        .root()
        .to_str()
        .expect("the folder of a test has a plain name");
    elsewhere.koyaku(&["build", "--root", root]).succeeds();
    assert!(
        site.path("public/index.html").is_file(),
        "the output stands in the folder of the site"
    );
    assert!(!elsewhere.path("public").exists());
}

#[test]
fn every_way_of_writing_a_day_means_the_same_day() {
    let site = Site::of(BASE);
    let known = site.built(&["--as-of", "2026-05-31"]);
    for day in [
        "令和8年5月31日",
        "2026年5月31日",
        "2026-05",
        "令和8年5月",
        "令和８年５月３１日",
    ] {
        let other = site.built(&["--as-of", day]);
        assert_eq!(known.difference(&other), None, "{day}");
    }
}

#[test]
fn a_day_that_is_none_is_refused() {
    let site = Site::of(BASE);
    for day in [
        "2026-02-30",
        "5/31/26",
        "yesterday",
        "2026-13",
        "26-05-31",
        "FY2025",
        "令和8年5月32日",
        "",
    ] {
        let run = site
            .koyaku(&["build", "--as-of", day, "--lang", "en"])
            .exits(2)
            .says_nothing();
        assert!(
            run.err.contains(day) && run.err.contains("2026-03-31"),
            "{day}: {}",
            run.err
        );
    }
    site.koyaku(&["build", "--as-of", "2026-02-30"])
        .exits(2)
        .complains("2026-02-30")
        .complains("令和");
}

#[test]
fn a_report_is_absent_before_the_day_on_which_it_was_published() {
    let site = Site::of(BASE);
    let shows = |day: &str| {
        site.built(&["--as-of", day])
            .text("shiomino/manifesto/1/index.html")
            .contains("下流の区間が完成しました。")
    };
    assert!(!shows("2026-05-19"));
    assert!(shows("2026-05-20"));
}

/// Undated text is always current, and may speak of a report before the day that the site is built for.
#[test]
fn a_link_to_a_report_that_is_not_yet_public_leads_to_the_page_on_which_it_will_stand() {
    let site = Site::of(BASE).replace(
        "content/about.md",
        (
            "[[shiomino/manifesto/1]]",
            "[報告](shiomino/manifesto/1/2026-03-31.md)",
        ),
    );
    let link = |day: &str| {
        let tree = site.built(&["--as-of", day]);
        let (_, rest) = tree
            .text("about/index.html")
            .split_once("報告</a>")
            .map(|(before, _)| before.rsplit_once("href=").expect("the link has an address"))
            .expect("the page has the link");
        rest.trim_matches(['"', '>']).to_owned()
    };
    assert_eq!(link("2026-05-19"), "../shiomino/manifesto/1/");
    assert_eq!(link("2026-05-20"), "../shiomino/manifesto/1/#2026-03-31");
}

#[test]
fn strict_makes_warnings_stand_against_publishing() {
    let site = Site::of(BASE).without("content/about.en.md");
    site.koyaku(&["check", "--lang", "en"])
        .succeeds()
        .complains("[translation-missing]")
        .says("no errors");
    site.koyaku(&["check", "--strict", "--lang", "en"])
        .exits(1)
        .complains("[translation-missing]")
        .says_nothing();
    site.koyaku(&["build", "--strict"]).exits(1).says_nothing();
    assert!(!site.path("public").exists());
    site.koyaku(&["build"]).succeeds();
    assert!(site.path("public/index.html").exists());
}

#[test]
fn an_error_leaves_the_published_site_as_it_was() {
    let site = Site::of(BASE);
    let before = site.built(&[]);
    let site = site.file("content/broken.md", "---\ntitle: \"壊れた\n---\n");
    site.koyaku(&["build"]).exits(1);
    assert_eq!(before.difference(&site.tree("public")), None);
    let rest: Vec<String> = site
        .tree(".")
        .paths()
        .into_iter()
        .filter(|path| !path.starts_with("public/"))
        .map(str::to_owned)
        .collect();
    assert!(
        rest.iter()
            .all(|path| path.starts_with("content/") || path.starts_with("seeds/") || path.starts_with('.')),
        "{rest:?}"
    );
}

#[test]
fn an_output_that_is_not_ours_is_refused_and_left_alone() {
    let site = Site::of(BASE).file("documents/budget.xlsx", "important");
    for out in [".", "content", "seeds/..", "/", "documents", "content/site.yaml"] {
        site.program(&["build", "--out", out, "--lang", "en"])
            .exits(1)
            .says_nothing()
            .complains("[output-refused]");
    }
    let home = site.path("home");
    std::fs::create_dir(&home).expect("a test may make folders");
    let mut command = site.command(&["build", "--out", "home", "--lang", "en"]);
    // The first is asked for on Unix, the second on Windows.
    command.env("HOME", &home).env("USERPROFILE", &home);
    Run::of(command).exits(1).complains("[output-refused]");
    assert_eq!(site.tree("documents").text("budget.xlsx"), "important");
    assert!(site.path("content/site.yaml").is_file());
}

#[test]
fn no_colour_goes_into_a_pipe() {
    let site = Site::of(BASE).file("content/empty.md", "");
    let run = site.program(&["check"]).exits(1);
    assert!(!run.err.contains('\u{1b}'), "{:?}", run.err);
    let help = site.program(&["--help"]).succeeds();
    assert!(!help.out.contains('\u{1b}'), "{:?}", help.out);
}

/// `script` runs a command on a terminal of its own.
#[cfg(target_os = "linux")]
#[test]
fn a_terminal_is_shown_colour_unless_it_is_unwanted() {
    let site = Site::of(BASE).file("content/empty.md", "");
    let on_terminal = |no_colour: bool| {
        let mut command = std::process::Command::new("script");
        command.args([
            "--quiet",
            "--return",
            "--command",
            concat!(env!("CARGO_BIN_EXE_koyaku"), " check"),
            "/dev/null",
        ]);
        command
            .current_dir(site.root())
            .env("TERM", "xterm-256color")
            .env_remove("NO_COLOR")
            .env_remove("CLICOLOR");
        if no_colour {
            command.env("NO_COLOR", "1");
        }
        Run::of(command).exits(1).out
    };
    assert!(on_terminal(false).contains('\u{1b}'));
    let plain = on_terminal(true);
    assert!(
        plain.contains("file-empty") && !plain.contains('\u{1b}'),
        "{plain:?}"
    );
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_does_not_undo_a_build() {
    let site = Site::of(BASE);
    for stream in [">&-", "2>&-", ">&- 2>&-", "| true"] {
        let mut shell = std::process::Command::new("sh");
        let call = format!("\"$0\" build --out www {stream}; exit $?");
        shell
            .args(["-c", &call, env!("CARGO_BIN_EXE_koyaku")])
            .current_dir(site.root());
        Run::of(shell).succeeds();
        assert!(site.path("www/index.html").is_file(), "{stream}");
        std::fs::remove_dir_all(site.path("www")).expect("the output can be taken away");
    }
}

#[test]
fn files_that_are_left_out_are_named() {
    let site = Site::of(BASE)
        .file("content/.DS_Store", "x")
        .file("content/~$計画.docx", "x")
        .file("content/Thumbs.db", "x");
    let run = site.koyaku(&["check", "--lang", "en"]).succeeds();
    run.complains("files left out: content/.DS_Store, content/Thumbs.db, content/~$計画.docx");
    site.koyaku(&["check", "--lang", "ja"])
        .succeeds()
        .complains("読まなかったファイル: ");
}

#[test]
fn a_byte_order_mark_foreign_line_ends_and_decomposed_text_are_accepted() {
    let known = Site::of(BASE).built(&[]);
    let text = std::fs::read_to_string(crate::support::here("tests/checks/base/content/about.md"))
        .expect("the base site is there");
    let decomposed = text.replace('で', "て\u{3099}");
    assert_ne!(decomposed, text);
    for other in [
        format!("\u{feff}{text}"),
        text.replace('\n', "\r\n"),
        text.replace('\n', "\r"),
        decomposed,
    ] {
        let built = Site::of(BASE).file("content/about.md", other).built(&[]);
        assert_eq!(known.difference(&built), None);
    }
}

const TRANSLATED: &str = "content/glossary/ai.en.md";

/// A site with an entry of the glossary in both languages.
fn with_a_translation() -> Site {
    let entry = |head: &str| format!("---\n{head}\n---\n");
    let site = Site::of(BASE).file(
        "content/glossary/ai.md",
        entry("term: AI\nreading: えーあい\nsummary: 人工知能。"),
    );
    site.file(
        TRANSLATED,
        entry("term: AI\nsummary: Artificial intelligence.\ntranslation: {by: human}"),
    )
}

fn says_what_it_translates(site: &Site) -> bool {
    std::fs::read_to_string(site.path(TRANSLATED))
        .expect("the translation is there")
        .contains("\ntranslates: ")
}

#[test]
fn a_translation_is_named_as_seen_from_where_one_stands() {
    for (folder, file, root) in [
        (".", TRANSLATED, "."),
        ("content/glossary", "ai.en.md", "../.."),
        ("seeds", TRANSLATED, ".."),
        ("content", "../content/./glossary/ai.en.md", ".."),
    ] {
        let site = with_a_translation();
        let mut command = site.command(&["translated", file, "--root", root, "--lang", "en"]);
        command.current_dir(site.path(folder));
        Run::of(command)
            .succeeds()
            .says("content/glossary/ai.en.md: noted as a translation");
        assert!(says_what_it_translates(&site), "from {folder}");
    }
    let site = with_a_translation();
    let absolute = site.path(TRANSLATED);
    site.koyaku(&[
        "translated",
        absolute.to_str().expect("the folder of a test has a plain name"),
    ])
    .succeeds();
    assert!(says_what_it_translates(&site));
    site.koyaku(&["translated", TRANSLATED, "--lang", "en"])
        .succeeds()
        .says("was noted already");
}

#[test]
fn a_file_of_another_site_is_never_taken_for_ones_own() {
    let (site, other) = (with_a_translation(), with_a_translation());
    let foreign = other.path(TRANSLATED);
    let foreign = foreign.to_str().expect("the folder of a test has a plain name");
    site.koyaku(&["translated", foreign, "--lang", "en"])
        .exits(1)
        .says_nothing()
        .complains("[translation-orphan]")
        .complains(foreign);
    // Standing in one site, a name that is a file there is not looked for in another.
    let mut command = site.command(&["translated", TRANSLATED, "--lang", "en", "--root"]);
    command.arg(other.root());
    Run::of(command).exits(1).complains("[translation-orphan]");
    assert!(!says_what_it_translates(&site) && !says_what_it_translates(&other));
}

#[test]
fn nothing_is_noted_unless_every_file_is_a_translation() {
    for wrong in [
        "content/glossary/zz.en.md",
        "content/glossary/ai.md",
        "content/site.yaml",
        "seeds/shiomino/municipality.yaml",
        "xcontent/glossary/ai.en.md",
        "",
    ] {
        let site = with_a_translation();
        site.koyaku(&["translated", TRANSLATED, wrong, "--lang", "en"])
            .exits(1)
            .says_nothing()
            .complains("[translation-orphan]");
        assert!(!says_what_it_translates(&site), "beside {wrong:?}");
    }
}

#[cfg(not(feature = "serve"))]
#[test]
fn a_koyaku_without_the_preview_says_so() {
    let site = Site::of(BASE);
    site.koyaku(&["serve", "--lang", "en"])
        .exits(1)
        .complains("built without the preview");
    site.koyaku(&["serve", "--lang", "ja"])
        .exits(1)
        .complains("--features serve");
}

#[test]
fn the_texts_of_a_new_language_are_written_and_make_the_site_build() {
    let site = Site::of(BASE).replace(
        "content/site.yaml",
        ("languages: [ja, en]", "languages: [ja, en, pt]"),
    );
    site.koyaku(&["check", "--lang", "en"])
        .exits(1)
        .complains("text/pt.yaml");
    site.koyaku(&["theme", "text", "pt", "--lang", "en"])
        .succeeds()
        .says("themes/default/text/pt.yaml: written")
        .complains_of_nothing();
    let written = std::fs::read_to_string(site.path("themes/default/text/pt.yaml")).expect("it is there");
    assert!(
        written.contains("  # ja: ホーム\n  home: \"Home\"  # untranslated\n"),
        "{written}"
    );
    site.koyaku(&["build", "--lang", "en"])
        .succeeds()
        .complains("[theme-untranslated]");
    assert!(site.path("public/pt/index.html").is_file());
    site.koyaku(&["theme", "text", "pt", "--lang", "en"])
        .succeeds()
        .says("no text is lacking");
    let again = std::fs::read_to_string(site.path("themes/default/text/pt.yaml")).expect("it is there");
    assert_eq!(written, again, "a file that lacks nothing stays as it is");
}

#[test]
fn a_language_gets_what_it_lacks_and_keeps_what_it_has_byte_for_byte() {
    let site = Site::of(BASE);
    site.koyaku(&["theme", "text", "pt"]).succeeds();
    let whole = std::fs::read_to_string(site.path("themes/default/text/pt.yaml")).expect("it is there");
    for end in ["\n", "\r\n"] {
        let own = "\u{feff}# ours\nlanguage_name: 'Português'   # done\nnav:\n    home: Início\n    search: Busca  # untranslated\n\nfooter:\n    letters: |\n        Letras\n\n# the end";
        let own = own.replace('\n', end);
        let lacking = Site::of(BASE).file("themes/default/text/pt.yaml", &own);
        lacking
            .koyaku(&["theme", "text", "pt", "--lang", "ja"])
            .succeeds()
            .says("themes/default/text/pt.yaml: 足りない文言を")
            .says("languages に pt を");
        let after = std::fs::read(lacking.path("themes/default/text/pt.yaml")).expect("it is there");
        let after = String::from_utf8(after).expect("it is text");
        let mut kept = after.split_inclusive('\n');
        for line in own.split_inclusive('\n') {
            let is_kept = |other: &str| other == line || other.trim_end() == line;
            assert!(kept.any(is_kept), "{line:?} is not in its place in\n{after}");
        }
        assert!(
            after.contains(&format!("{end}    updates: \"Updates\"  # untranslated{end}")),
            "{after}"
        );
        assert_eq!(
            end == "\r\n",
            after.matches('\n').count() == after.matches("\r\n").count()
        );
        lacking
            .koyaku(&["theme", "text", "pt", "--lang", "en"])
            .succeeds()
            .says("no text is lacking");
        let texts = |text: &str| {
            text.lines()
                .filter(|line| line.contains("# untranslated"))
                .count()
        };
        assert!(texts(&after) < texts(&whole));
    }
}

#[test]
fn texts_to_which_nothing_can_be_added_stay_as_they_are() {
    let own = "nav: {home: Início}\n";
    let site = Site::of(BASE).file("themes/default/text/pt.yaml", own);
    site.koyaku(&["theme", "text", "pt", "--lang", "en"])
        .exits(1)
        .complains("what this file lacks cannot be added to it");
    let after = std::fs::read_to_string(site.path("themes/default/text/pt.yaml")).expect("it is there");
    assert_eq!(after, own);
    site.koyaku(&["theme", "text", "Portuguese!", "--lang", "en"])
        .exits(2);
    site.koyaku(&["theme"]).exits(2);
    site.koyaku(&["theme", "text", "--help", "--lang", "en"])
        .succeeds()
        .says("koyaku theme text pt");
}
