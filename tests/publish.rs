//! Publishing, seen from outside: which folders are refused, what readers find at any moment, what a failed
//! build leaves behind. Failing disks and kills at every single step belong to the tests by fault injection.

use koyaku::diagnostic::{Code, Diagnostic};
use koyaku::publish::{self, Committed, Stage, exchange};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
use std::time::Duration;
use std::{env, fs, io, process, thread};

const CHOOSE: [&str; 2] = [
    "まだないフォルダー、空のフォルダー、koyaku が作ったフォルダーのどれかを出力先にしてください（例: \
     public）",
    "choose a folder that does not exist yet, an empty one, or one that koyaku made (such as public)",
];

// Which folders are refused

#[test]
fn the_top_of_the_disk_is_refused() {
    let place = Place::new();
    let expected = said(
        Code::OutputRefused,
        [
            "出力先「/」はディスクの一番上のフォルダーです",
            "the output `/` is the top folder of a disk",
        ],
        CHOOSE,
    );
    assert_eq!(refusal(publish::open(Path::new("/"), &place.site())), expected);
}

#[test]
fn the_home_folder_is_refused() {
    let place = Place::new();
    let home = env::home_dir().expect("the tests run for a user with a home folder");
    let shown = home.display();
    let ja = format!("出力先「{shown}」は利用者のホームフォルダーか、その上のフォルダーです");
    let en = format!("the output `{shown}` is the home folder or a folder above it");
    assert_eq!(
        refusal(publish::open(&home, &place.site())),
        said(Code::OutputRefused, [&ja, &en], CHOOSE)
    );
}

#[test]
fn the_sources_and_the_folders_above_them_are_refused() {
    let place = Place::new();
    fs::create_dir(place.site().join("content")).unwrap();
    for out in [place.site(), place.root.clone(), place.site().join("content/..")] {
        let shown = out.display();
        let ja = format!("出力先「{shown}」には、このサイトのもとになるファイルが入っています");
        let en = format!("the output `{shown}` holds the sources of this site");
        assert_eq!(
            refusal(publish::open(&out, &place.site())),
            said(Code::OutputRefused, [&ja, &en], CHOOSE)
        );
    }
}

#[test]
fn a_folder_with_files_of_somebody_else_is_refused_and_left_alone() {
    let place = Place::new();
    place.put("public/accounts.xlsx", "important");
    let shown = place.out().display().to_string();
    assert_eq!(refusal(place.open()), foreign(&shown));
    assert_eq!(place.read("public/accounts.xlsx"), "important");
    assert_eq!(place.names(), ["public", "site"]);
}

#[test]
fn a_folder_is_not_ours_for_a_folder_named_like_the_marker() {
    let place = Place::new();
    place.put("public/.koyaku-output/accounts.xlsx", "important");
    let shown = place.out().display().to_string();
    assert!(!publish::is_ours(&place.out()));
    assert_eq!(refusal(place.open()), foreign(&shown));
}

#[test]
fn a_file_is_refused() {
    let place = Place::new();
    place.put("public", "not a folder");
    let shown = place.out().display().to_string();
    let ja = format!("出力先「{shown}」はフォルダーではありません");
    let en = format!("the output `{shown}` is not a folder");
    assert_eq!(
        refusal(place.open()),
        said(Code::OutputRefused, [&ja, &en], CHOOSE)
    );
    assert_eq!(place.read("public"), "not a folder");
}

#[cfg(unix)]
#[test]
fn a_link_is_refused_wherever_it_leads_and_however_it_is_written() {
    let place = Place::new();
    fs::create_dir(place.root.join("elsewhere")).unwrap();
    std::os::unix::fs::symlink("elsewhere", place.out()).unwrap();
    std::os::unix::fs::symlink("nowhere", place.root.join("dangling")).unwrap();
    for name in ["public", "public/", "dangling"] {
        let out = place.root.join(name);
        let shown = out.display();
        let ja = format!("出力先「{shown}」はシンボリックリンクです");
        let en = format!("the output `{shown}` is a symbolic link");
        let remedy = [
            "リンクではなく、その先のフォルダーを出力先にしてください",
            "name the folder that the link leads to",
        ];
        assert_eq!(
            refusal(publish::open(&out, &place.site())),
            said(Code::OutputRefused, [&ja, &en], remedy)
        );
    }
}

#[test]
fn an_output_in_a_folder_that_does_not_exist_is_refused() {
    let place = Place::new();
    let parent = place.root.join("wwww");
    let shown = parent.display();
    let ja = format!("出力先を置くフォルダー「{shown}」がありません");
    let en = format!("there is no folder `{shown}` to put the output in");
    let remedy = [
        "先にそのフォルダーを作るか、出力先の書き方を確かめてください",
        "create that folder first, or check how the output is written",
    ];
    let refused = refusal(publish::open(&parent.join("public"), &place.site()));
    assert_eq!(refused, said(Code::OutputRefused, [&ja, &en], remedy));
}

#[test]
fn files_that_appear_during_a_build_are_not_replaced() {
    let place = Place::new();
    fs::create_dir(place.out()).unwrap();
    let stage = place.open().unwrap();
    stage.write("index.html", b"new").unwrap();
    place.put("public/accounts.xlsx", "important");
    let shown = place.out().display().to_string();
    assert_eq!(refusal(stage.commit()), foreign(&shown));
    assert_eq!(place.read("public/accounts.xlsx"), "important");
    assert_eq!(place.names(), ["public", "site"]);
}

// What is written

#[test]
fn a_first_build_makes_the_folder_with_its_files_and_its_marker() {
    let place = Place::new();
    assert!(!publish::is_ours(&place.out()));
    let committed = place.build(&[("index.html", "top"), ("en/city/24/index.html", "page")]);
    assert_eq!(
        committed,
        Committed {
            files: 2,
            bytes: 7,
            warnings: Vec::new()
        }
    );
    assert_eq!(place.read("public/index.html"), "top");
    assert_eq!(place.read("public/en/city/24/index.html"), "page");
    assert!(publish::is_ours(&place.out()));
    assert_eq!(place.names(), ["public", "site"]);
}

#[test]
fn the_next_build_replaces_everything_in_a_folder_of_ours() {
    let place = Place::new();
    place.build(&[("index.html", "old"), ("gone/index.html", "old")]);
    place.build(&[("index.html", "new")]);
    assert_eq!(place.read("public/index.html"), "new");
    assert!(!place.out().join("gone").exists());
    assert_eq!(place.names(), ["public", "site"]);
}

#[test]
fn threads_write_side_by_side() {
    let place = Place::new();
    let stage = place.open().unwrap();
    thread::scope(|scope| {
        for worker in 0..8 {
            let stage = &stage;
            scope.spawn(move || {
                for page in 0..100 {
                    stage
                        .write(&format!("city/{page}/{worker}/index.html"), b"page")
                        .unwrap();
                }
            });
        }
    });
    assert_eq!(
        stage.commit().unwrap(),
        Committed {
            files: 800,
            bytes: 3200,
            warnings: Vec::new()
        }
    );
    assert_eq!(fs::read_dir(place.out().join("city/99")).unwrap().count(), 8);
}

#[test]
fn a_path_that_leads_outside_is_refused_and_so_is_the_whole_tree() {
    for path in [
        "../escape",
        "a/../../escape",
        "/escape",
        "a//b",
        "a/",
        "./a",
        "",
        "a\\..\\b",
        "C:escape",
    ] {
        let place = Place::new();
        place.build(&[("index.html", "old")]);
        let stage = place.open().unwrap();
        let ja = format!("「{path}」は出力先の中に置けるファイル名ではありません");
        let en = format!("`{path}` is not the name of a file inside the output");
        let remedy = [
            "..、\\、: や先頭の / を使わず、名前を / でつないでください",
            "join names with /, without .., \\, : or a leading /",
        ];
        assert_eq!(
            refusal(stage.write(path, b"x")),
            said(Code::OutputRefused, [&ja, &en], remedy)
        );

        let shown = place.out().display().to_string();
        let ja = format!("書き込めなかったファイルがあるため、出力先「{shown}」は元のままです");
        let en = format!("some files could not be written, so the output `{shown}` is left as it was");
        let remedy = [
            "先に示された原因を取り除いてから、もう一度ビルドしてください",
            "remove the cause that was reported before and build again",
        ];
        assert_eq!(
            refusal(stage.commit()),
            said(Code::OutputRefused, [&ja, &en], remedy)
        );
        assert_eq!(place.read("public/index.html"), "old");
        assert_eq!(place.names(), ["public", "site"]);
    }
}

#[cfg(unix)]
#[test]
fn a_path_is_written_once() {
    let place = Place::new();
    let stage = place.open().unwrap();
    stage.write("index.html", b"first").unwrap();
    let shown = place.out().join("index.html").display().to_string();
    let ja = format!(
        "「{shown}」に書き込めませんでした（同じ名前のものがすでにあります: File exists (os \
         error 17)）"
    );
    let en = format!("could not write `{shown}` (File exists (os error 17))");
    let remedy = [
        "原因を取り除いてから、もう一度ビルドしてください",
        "remove the cause and build again",
    ];
    assert_eq!(
        refusal(stage.write("index.html", b"second")),
        said(Code::OutputFailed, [&ja, &en], remedy)
    );
}

#[cfg(unix)]
#[test]
fn a_copied_file_keeps_its_contents_but_not_its_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    place.put("site/plan.pdf", "%PDF");
    set_mode(&place.site().join("plan.pdf"), 0o600);
    let stage = place.open().unwrap();
    stage.write("index.html", b"top").unwrap();
    stage
        .copy("city/plan.pdf", &place.site().join("plan.pdf"))
        .unwrap();
    assert_eq!(
        stage.commit().unwrap(),
        Committed {
            files: 2,
            bytes: 7,
            warnings: Vec::new()
        }
    );
    assert_eq!(place.read("public/city/plan.pdf"), "%PDF");
    let mode = |path: &str| fs::metadata(place.out().join(path)).unwrap().permissions().mode();
    assert_eq!(mode("city/plan.pdf"), mode("index.html"));
}

#[cfg(unix)]
#[test]
fn a_source_that_has_gone_is_reported_and_nothing_is_published() {
    let place = Place::new();
    let source = place.site().join("plan.pdf");
    let stage = place.open().unwrap();
    let shown = source.display();
    let ja = format!(
        "「{shown}」を読めませんでした（ファイルやフォルダーがありません: No such file or \
         directory (os error 2)）"
    );
    let en = format!("could not read `{shown}` (No such file or directory (os error 2))");
    let remedy = [
        "ファイルがあり、読めることを確かめてから、もう一度ビルドしてください",
        "see that the file is there and can be read, and build again",
    ];
    assert_eq!(
        refusal(stage.copy("plan.pdf", &source)),
        said(Code::FileUnreadable, [&ja, &en], remedy)
    );
    stage.commit().unwrap_err();
    assert_eq!(place.names(), ["site"]);
}

// What readers see

#[cfg(any(target_os = "linux", target_os = "macos"))]
#[test]
fn readers_find_the_old_page_or_the_new_one_at_every_moment() {
    let place = Place::new();
    place.build(&[("index.html", "0")]);
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut seen = Vec::new();
            while !done.load(Relaxed) {
                let page = fs::read_to_string(place.out().join("index.html"))
                    .expect("a page is there at every moment");
                if seen.last() != Some(&page) {
                    seen.push(page);
                }
            }
            seen
        });
        for build in 1..=200 {
            place.build(&[("index.html", &build.to_string())]);
        }
        done.store(true, Relaxed);
        let seen: Vec<u32> = reader
            .join()
            .unwrap()
            .iter()
            .map(|page| page.parse().unwrap())
            .collect();
        assert!(seen.is_sorted() && seen.len() > 1, "{seen:?}");
    });
}

#[test]
fn the_old_output_is_whole_until_the_commit() {
    let place = Place::new();
    place.build(&[("index.html", "old"), ("city/index.html", "old")]);
    let stage = place.open().unwrap();
    stage.write("index.html", b"new").unwrap();
    assert_eq!(place.read("public/index.html"), "old");
    assert_eq!(place.read("public/city/index.html"), "old");
    stage.commit().unwrap();
    assert_eq!(place.read("public/index.html"), "new");
}

#[test]
fn a_build_that_is_given_up_leaves_the_old_output_and_nothing_else() {
    let place = Place::new();
    place.build(&[("index.html", "old")]);
    let stage = place.open().unwrap();
    stage.write("index.html", b"new").unwrap();
    assert_eq!(
        place.names(),
        [".public.koyaku-lock", ".public.koyaku-stage", "public", "site"]
    );
    drop(stage);
    assert_eq!(place.names(), ["public", "site"]);
    assert_eq!(place.read("public/index.html"), "old");
}

// Where two folders cannot be exchanged in one step

#[test]
fn two_renames_publish_as_well() {
    let place = Place::new();
    place.put("public/index.html", "old");
    place.put("stage/index.html", "new");
    exchange::by_two_renames(
        &place.root.join("stage"),
        &place.out(),
        &place.root.join("previous"),
    )
    .unwrap();
    assert_eq!(place.read("public/index.html"), "new");
    assert_eq!(place.read("previous/index.html"), "old");
}

#[test]
fn the_first_rename_is_taken_back_when_the_second_fails() {
    let place = Place::new();
    place.put("public/index.html", "old");
    exchange::by_two_renames(
        &place.root.join("missing"),
        &place.out(),
        &place.root.join("previous"),
    )
    .unwrap_err();
    assert_eq!(place.read("public/index.html"), "old");
    assert_eq!(place.names(), ["public", "site"]);
}

#[test]
fn a_build_killed_between_two_renames_is_put_back_by_the_next() {
    let place = Place::new();
    place.build(&[("index.html", "old")]);
    fs::rename(place.out(), place.root.join(".public.koyaku-previous")).unwrap();
    let stage = place.open().unwrap();
    assert_eq!(place.read("public/index.html"), "old");
    drop(stage);
    assert_eq!(place.names(), ["public", "site"]);
}

#[test]
fn a_build_killed_after_two_renames_leaves_nothing_for_long() {
    let place = Place::new();
    place.build(&[("index.html", "new")]);
    place.put(".public.koyaku-previous/index.html", "old");
    drop(place.open().unwrap());
    assert_eq!(place.read("public/index.html"), "new");
    assert_eq!(place.names(), ["public", "site"]);
}

// Several builds, and builds that died

#[test]
fn a_second_build_at_once_is_refused() {
    let place = Place::new();
    let first = place.open().unwrap();
    assert_eq!(refusal(place.open()), second_build(&place, process::id()));
    drop(first);
    place.open().unwrap();
}

#[test]
fn of_many_builds_at_once_only_one_is_at_work() {
    let place = Place::new();
    let working = AtomicBool::new(false);
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..1000 {
                    let Ok(stage) = place.open() else { continue };
                    assert!(!working.swap(true, Relaxed), "two builds hold the same lock");
                    thread::sleep(Duration::from_micros(50));
                    working.store(false, Relaxed);
                    drop(stage);
                }
            });
        }
    });
    assert_eq!(place.names(), ["site"]);
}

#[test]
fn the_lock_of_a_dead_process_is_taken_over() {
    let place = Place::new();
    place.put(".public.koyaku-lock", "4194304\n");
    place.put(".public.koyaku-stage/half.html", "half");
    place.build(&[("index.html", "new")]);
    assert!(!place.out().join("half.html").exists());
    assert_eq!(place.names(), ["public", "site"]);
}

#[cfg(unix)]
#[test]
fn a_lock_that_leads_elsewhere_is_refused_and_not_written() {
    let place = Place::new();
    place.put("profile", "important");
    let lock = place.root.join(".public.koyaku-lock");
    std::os::unix::fs::symlink("profile", &lock).unwrap();
    let shown = place
        .out()
        .with_file_name(".public.koyaku-lock")
        .display()
        .to_string();
    let ja = format!("「{shown}」は koyaku が使う名前ですが、ふつうのファイルではありません");
    let en = format!("`{shown}` is a name that koyaku uses, but it is not a plain file");
    let remedy = [
        "それを消すか、別の名前に変えてください",
        "remove it or give it another name",
    ];
    assert_eq!(
        refusal(place.open()),
        said(Code::OutputRefused, [&ja, &en], remedy)
    );
    assert_eq!(place.read("profile"), "important");
}

#[test]
fn a_killed_build_is_recovered() {
    if let Some(place) = Place::of_parent() {
        let stage = place.open().unwrap();
        stage.write("half.html", b"half").unwrap();
        place.put("ready", "");
        // Its input ends with the process that started it, so it never outlives the test.
        io::copy(&mut io::stdin(), &mut io::sink()).unwrap();
        return;
    }
    let place = Place::new();
    place.build(&[("index.html", "old")]);
    let mut child = place.in_another_process(
        "a_killed_build_is_recovered",
        Command::new(env::current_exe().unwrap()),
    );
    while !place.root.join("ready").exists() {
        assert_eq!(child.try_wait().unwrap(), None, "the other build ended by itself");
        thread::yield_now();
    }
    assert_eq!(refusal(place.open()), second_build(&place, child.id()));
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(place.read("public/index.html"), "old");
    assert!(place.root.join(".public.koyaku-stage/half.html").exists());
    place.build(&[("index.html", "new")]);
    assert_eq!(place.read("public/index.html"), "new");
    assert_eq!(place.names(), ["public", "ready", "site"]);
}

// What an ordinary user may not do. Nothing is forbidden to root, so root runs these as `nobody`.

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_to_is_reported() {
    as_ordinary_user("a_folder_that_cannot_be_written_to_is_reported", |place| {
        set_mode(&place.root, 0o555);
        let shown = place
            .out()
            .with_file_name(".public.koyaku-lock")
            .display()
            .to_string();
        let ja = format!(
            "「{shown}」を用意できませんでした（権限がありません: Permission denied (os error \
             13)）"
        );
        let en = format!("could not prepare `{shown}` (Permission denied (os error 13))");
        let remedy = [
            "このフォルダーに書き込める利用者で実行するか、書き込めるフォルダーを出力先にしてください",
            "run as a user who may write there, or choose a folder that you may write to",
        ];
        assert_eq!(
            refusal(place.open()),
            said(Code::OutputFailed, [&ja, &en], remedy)
        );
        set_mode(&place.root, 0o755);
    });
}

#[cfg(unix)]
#[test]
fn an_old_tree_that_cannot_be_removed_is_a_warning() {
    as_ordinary_user("an_old_tree_that_cannot_be_removed_is_a_warning", |place| {
        place.build(&[("city/index.html", "old")]);
        set_mode(&place.out().join("city"), 0o555);
        let committed = place.build(&[("city/index.html", "new")]);
        assert_eq!(place.read("public/city/index.html"), "new");
        let old = place.out().with_file_name(".public.koyaku-stage");
        let shown = old.display();
        let ja = format!(
            "古い出力「{shown}」を消せませんでした（権限がありません: Permission denied (os \
             error 13)）"
        );
        let en = format!("could not remove the old output `{shown}` (Permission denied (os error 13))");
        let remedy = [
            "新しいサイトは公開されています。原因を取り除いてから、もう一度ビルドしてください",
            "the new site is published; remove the cause and build once more",
        ];
        let warnings: Vec<String> = committed.warnings.iter().map(words).collect();
        assert_eq!(warnings, [said(Code::OutputFailed, [&ja, &en], remedy)]);
        assert_eq!(
            committed.warnings[0].severity,
            koyaku::diagnostic::Severity::Warning
        );
        set_mode(&old.join("city"), 0o755);
    });
}

#[cfg(unix)]
fn as_ordinary_user(test: &str, act: impl Fn(&Place)) {
    use std::os::unix::{fs::MetadataExt, fs::chown, process::CommandExt};
    const NOBODY: u32 = 65534;
    if let Some(place) = Place::of_parent() {
        return act(&place);
    }
    let place = Place::new();
    if fs::metadata(&place.root).unwrap().uid() != 0 {
        return act(&place);
    }
    // What stands here can be run even when the build folder is closed to others.
    let copy = place.root.join("copy");
    let own = env::current_exe().unwrap();
    fs::hard_link(&own, &copy)
        .or_else(|_| fs::copy(&own, &copy).map(drop))
        .unwrap();
    chown(&place.root, Some(NOBODY), Some(NOBODY)).unwrap();
    let mut command = Command::new(copy);
    command.uid(NOBODY).gid(NOBODY);
    let output = place
        .in_another_process(test, command)
        .wait_with_output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && told.contains("1 passed"), "{told}");
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(mode)).unwrap();
}

// What the tests share

/// A folder with a site in it, and `public` as the output beside the site.
struct Place {
    root: PathBuf,
    borrowed: bool,
}

/// The name of this part of the test program.
const ROOM: &str = "publish";

const PLACE: &str = "KOYAKU_TEST_PLACE";

impl Place {
    fn new() -> Self {
        static COUNTER: AtomicU32 = AtomicU32::new(0);
        let name = format!(
            "koyaku-publish-{}-{}",
            process::id(),
            COUNTER.fetch_add(1, Relaxed)
        );
        let root = env::temp_dir().canonicalize().unwrap().join(name);
        fs::create_dir(&root).unwrap();
        let place = Self {
            root,
            borrowed: false,
        };
        fs::create_dir(place.site()).unwrap();
        place
    }

    /// The place of the test that started this process to do something for it.
    fn of_parent() -> Option<Self> {
        env::var_os(PLACE).map(|root| Self {
            root: root.into(),
            borrowed: true,
        })
    }

    fn in_another_process(&self, test: &str, mut command: Command) -> Child {
        command
            .args(["--exact", &format!("{ROOM}::{test}"), "--nocapture"])
            .env(PLACE, &self.root);
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        // A program that was linked a moment ago may still be open for writing in a process that another test
        // is starting.
        loop {
            match command.spawn() {
                Err(error) if error.kind() == io::ErrorKind::ExecutableFileBusy => {
                    thread::yield_now();
                }
                spawned => return spawned.unwrap(),
            }
        }
    }

    fn site(&self) -> PathBuf {
        self.root.join("site")
    }

    fn out(&self) -> PathBuf {
        self.root.join("public")
    }

    fn open(&self) -> Result<Stage, Diagnostic> {
        publish::open(&self.out(), &self.site())
    }

    fn build(&self, files: &[(&str, &str)]) -> Committed {
        let stage = self.open().unwrap();
        for (path, text) in files {
            stage.write(path, text.as_bytes()).unwrap();
        }
        stage.commit().unwrap()
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root.join(path)).unwrap()
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(&self.root)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if !self.borrowed {
            let _ = fs::remove_dir_all(&self.root);
        }
    }
}

fn refusal<T>(result: Result<T, Diagnostic>) -> String {
    match result {
        Ok(_) => "nothing was refused".to_owned(),
        Err(diagnostic) => words(&diagnostic),
    }
}

fn words(diagnostic: &Diagnostic) -> String {
    let remedy = diagnostic.remedy.as_ref().expect("every refusal says what to do");
    said(
        diagnostic.code,
        [&diagnostic.message.ja, &diagnostic.message.en],
        [&remedy.ja, &remedy.en],
    )
}

fn said(code: Code, message: [&str; 2], remedy: [&str; 2]) -> String {
    format!(
        "{}\n{}\n{}\n{}\n{}",
        code.name(),
        message[0],
        remedy[0],
        message[1],
        remedy[1]
    )
}

fn foreign(shown: &str) -> String {
    let ja = format!("出力先「{shown}」には、koyaku が作っていないファイルがあります");
    let en = format!("the output `{shown}` holds files that koyaku did not make");
    let remedy = [
        "別のフォルダーを出力先にするか、いらないファイルであることを確かめてから、このフォルダーを空にして\
         ください",
        "choose another folder, or empty this one once you are sure that nobody needs its files",
    ];
    said(Code::OutputRefused, [&ja, &en], remedy)
}

fn second_build(place: &Place, pid: u32) -> String {
    let shown = place.out().display().to_string();
    let ja = format!("別のビルド（プロセス番号 {pid}）が出力先「{shown}」を使っています");
    let en = format!("another build (process {pid}) is using the output `{shown}`");
    let remedy = [
        "そのビルドが終わるのを待って、もう一度実行してください",
        "wait until that build has ended and run this one again",
    ];
    said(Code::OutputRefused, [&ja, &en], remedy)
}
