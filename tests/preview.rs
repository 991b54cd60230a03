//! The preview as a browser meets it: what it answers, to whom, after a change, and with more connections than
//! it has places for.

use crate::support::{Site, Tree, here};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

const BASE: &str = "tests/checks/base";

/// Longer than anything here takes on a busy machine.
const DEADLINE: Duration = Duration::from_secs(60);

/// A preview that ends with the test.
struct Preview {
    child: Child,
    address: SocketAddr,
}

impl Preview {
    fn of(site: &Site, arguments: &[&str]) -> Self {
        Self::start(site.command(&[&["serve", "--port", "0", "--lang", "en"], arguments].concat()))
    }

    fn start(command: Command) -> Self {
        Self::start_with(command, Stdio::null())
    }

    fn start_with(mut command: Command, problems: Stdio) -> Self {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(problems)
            .spawn()
            .expect("the preview can be started");
        let mut line = String::new();
        let out = child.stdout.take().expect("its output is piped");
        BufReader::new(out)
            .read_line(&mut line)
            .expect("the preview says where it is");
        let address = line
            .split("http://")
            .nth(1)
            .and_then(|rest| rest.split('/').next())
            .and_then(|text| text.parse().ok());
        Self {
            address: address.unwrap_or_else(|| panic!("`{line}` names an address")),
            child,
        }
    }

    /// A connection on which nothing has been asked.
    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).expect("the preview listens");
        stream
            .set_read_timeout(Some(DEADLINE))
            .expect("a timeout can be set");
        stream
    }

    /// The whole answer to a request for a path, as text, with a Host of our own choice.
    fn ask(&self, method: &str, path: &str, host: &str) -> String {
        let mut stream = self.connect();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        )
        .expect("the preview takes a request");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("the preview answers");
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn get(&self, path: &str) -> String {
        self.ask("GET", path, &self.address.to_string())
    }

    /// Asks for a page until it says something, as a person reloads it.
    fn comes_to_say(&self, path: &str, words: &str) {
        let start = Instant::now();
        while !self.get(path).contains(words) {
            assert!(
                start.elapsed() < DEADLINE,
                "{path} does not come to say `{words}`"
            );
        }
    }

    /// Connections that stay open, each with an answer on it, so that every one of them has a place.
    fn held(&self, connections: usize) -> Vec<TcpStream> {
        let host = self.address;
        let hold = |_| {
            let mut stream = self.connect();
            write!(stream, "HEAD /robots.txt HTTP/1.1\r\nHost: {host}\r\n\r\n")
                .expect("the preview takes a request");
            let mut first = [0; 12];
            stream.read_exact(&mut first).expect("the preview answers");
            assert_eq!(&first, b"HTTP/1.1 200");
            stream
        };
        (0..connections).map(hold).collect()
    }

    /// Whether a new connection is served, rather than closed.
    fn serves_another(&self) -> bool {
        let mut stream = self.connect();
        let host = self.address;
        // It may be closed while the request is being written.
        let _sent = write!(
            stream,
            "HEAD /robots.txt HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        );
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).is_ok() && answer.starts_with(b"HTTP/1.1 200")
    }
}

#[cfg(target_os = "linux")]
impl Preview {
    /// What the process has used of the processor.
    fn processor_seconds(&self) -> f64 {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id()));
        let stat = stat.expect("the process is there");
        let fields: Vec<&str> = stat
            .rsplit(')')
            .next()
            .unwrap_or_default()
            .split_whitespace()
            .collect();
        let ticks = |at: usize| fields[at].parse::<f64>().expect("a count of ticks");
        // Linux counts a hundred ticks a second wherever it shows them.
        (ticks(11) + ticks(12)) / 100.0
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        // It may have ended by itself, which is what `wait` then says.
        let _ended = self.child.kill();
        let _ended = self.child.wait();
    }
}

#[test]
fn the_preview_shows_pages_assets_and_a_way_on() {
    let site = Site::of(BASE);
    let preview = Preview::of(&site, &[]);
    assert!(preview.address.ip().is_loopback());
    let page = preview.get("/shiomino/manifesto/1/");
    assert!(
        page.starts_with("HTTP/1.1 200")
            && page.contains("text/html; charset=utf-8")
            && page.contains("三枝川の堤防"),
        "{page}"
    );
    assert!(
        preview
            .get("/en/shiomino/manifesto/1/")
            .contains("Raise the levees")
    );
    let home = preview.get("/");
    assert!(home.starts_with("HTTP/1.1 200"));
    let style = home
        .split("href=\"")
        .find_map(|part| part.split('"').next().filter(|href| href.ends_with(".css")))
        .expect("the page has a stylesheet");
    let style = preview.get(&format!("/{style}"));
    assert!(
        style.starts_with("HTTP/1.1 200") && style.contains("text/css"),
        "{style}"
    );
    let moved = preview.get("/shiomino/manifesto");
    assert!(
        moved.starts_with("HTTP/1.1 302") && moved.contains("location: /shiomino/manifesto/"),
        "{moved}"
    );
    let nowhere = preview.get("/nowhere/");
    assert!(
        nowhere.starts_with("HTTP/1.1 404") && nowhere.contains("<h1"),
        "{nowhere}"
    );
    assert!(preview.get("/en/nowhere/").contains("<html lang=\"en\" "));
}

#[test]
fn the_preview_shows_a_change_and_keeps_the_last_good_site() {
    for way in [&[][..], &["--poll"]] {
        let site = Site::of(BASE);
        let text = std::fs::read_to_string(site.path("content/about.md")).expect("the page is there");
        let call = [&["serve", "--port", "0", "--lang", "en"], way].concat();
        let mut preview = Preview::start_with(site.command(&call), Stdio::piped());
        let problems = preview.child.stderr.take().expect("it is piped");
        let mut problems = BufReader::new(problems).lines();
        assert!(preview.get("/about/").contains("架空の市"));
        let site = site.replace("content/about.md", ("架空の市です", "どこにもない港町です"));
        preview.comes_to_say("/about/", "どこにもない港町");
        let site = site.file("content/about.md", "---\ntitle: \"壊れた\n---\n");
        let mut lines = problems.by_ref().map_while(Result::ok);
        assert!(lines.any(|line| line.contains("content/about.md")));
        assert!(preview.get("/about/").contains("どこにもない港町"));
        let mended = text.replace("架空の市です", "直った港町です");
        let site = site.file("content/about.md", mended);
        preview.comes_to_say("/about/", "直った港町");
        drop(site);
    }
}

/// Folders that were not there when the preview began, with what is in them.
#[test]
fn the_preview_sees_what_comes_in_new_folders() {
    let site = Site::of(BASE).without("content/glossary");
    let preview = Preview::of(&site, &[]);
    assert!(preview.get("/glossary/ai/").starts_with("HTTP/1.1 404"));
    let entry = |meaning: &str| format!("---\nterm: AI\nreading: えーあい\nsummary: {meaning}。\n---\n");
    let site = site.file("content/glossary/ai.md", entry("人工知能"));
    preview.comes_to_say("/glossary/ai/", "人工知能");
    let site = site.file("content/glossary/ai.md", entry("機械の知能"));
    preview.comes_to_say("/glossary/ai/", "機械の知能");
    drop(site);
}

/// As long as nothing changes, no request makes the preview look at the files. Looking opens folders, which
/// this test is told of.
#[cfg(target_os = "linux")]
#[test]
fn a_request_does_not_look_at_the_sources() {
    use notify::{Event, RecursiveMode, Watcher};

    let site = Site::of(BASE);
    let preview = Preview::of(&site, &[]);
    let (happened, events) = std::sync::mpsc::channel();
    let mut watcher = notify::recommended_watcher(happened).expect("files can be watched");
    for folder in ["content", "seeds"] {
        // To watch what is below, the test would open the folders itself.
        watcher
            .watch(&site.path(folder), RecursiveMode::NonRecursive)
            .expect("a folder can be watched");
    }
    let next = || -> Event {
        let event = events.recv_timeout(DEADLINE).expect("something happens");
        event.expect("it can be told")
    };
    for path in ["/", "/about/", "/shiomino/manifesto", "/nowhere/", "/feed.xml"].repeat(4) {
        preview.get(path);
    }
    // What happened before would be told before.
    let site = site.file("content/new.md", "---\ntitle: 新しい頁\n---\n\n新しい文章。\n");
    let first = next();
    assert!(first.kind.is_create(), "{first:?}");
    // After a change it does look, which shows that this test would have seen it.
    let seeds = site.path("seeds");
    while next().paths != [seeds.clone()] {}
    preview.comes_to_say("/new/", "新しい文章");
}

/// A theme is a folder that many sites do not have.
#[test]
fn the_preview_sees_a_theme_come() {
    let site = Site::of(BASE);
    let settings = std::fs::read_to_string(site.path("content/site.yaml")).expect("a site has settings");
    let site = site.file("content/site.yaml", format!("{settings}theme: mine\n"));
    let preview = Preview::of(&site, &[]);
    assert!(preview.get("/about/").starts_with("HTTP/1.1 503"));
    Tree::read(&here("themes/default")).write(&site.path("themes/mine"));
    preview.comes_to_say("/about/", "架空の市");
}

#[test]
fn the_preview_answers_nobody_else_and_cannot_be_walked_out_of() {
    let site = Site::of(BASE).file("secret.txt", "nobody may read this");
    let preview = Preview::of(&site, &[]);
    for host in ["evil.example", "", "127.0.0.1", "localhost:1"] {
        assert!(
            preview.ask("GET", "/", host).starts_with("HTTP/1.1 403"),
            "{host}"
        );
    }
    let local = format!("localhost:{}", preview.address.port());
    assert!(preview.ask("GET", "/", &local).starts_with("HTTP/1.1 200"));
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/about/../../secret.txt",
        "//secret.txt",
        "/%5c..%5csecret.txt",
        "/seeds/shiomino/manifesto.yaml",
        "/content/site.yaml",
        "/.koyaku-output",
        "/%ff",
        "/%00",
    ] {
        let answer = preview.get(path);
        assert!(
            answer.starts_with("HTTP/1.1 404") || answer.starts_with("HTTP/1.1 400"),
            "{path}: {answer}"
        );
        assert!(!answer.contains("nobody may read this"));
    }
    for method in ["POST", "PUT", "DELETE"] {
        assert!(
            preview.ask(method, "/", &local).starts_with("HTTP/1.1 405"),
            "{method}"
        );
    }
    let head = preview.ask("HEAD", "/", &local);
    assert!(
        head.starts_with("HTTP/1.1 200") && head.ends_with("\r\n\r\n"),
        "{head}"
    );
}

#[test]
fn the_preview_of_a_site_with_a_path_stands_at_that_path() {
    let site = Site::of("tests/sites/kinds/input");
    let preview = Preview::of(&site, &[]);
    assert!(preview.get("/").starts_with("HTTP/1.1 302"));
    assert!(preview.get("/yakusoku/").starts_with("HTTP/1.1 200"));
    assert!(
        preview
            .get("/yakusoku/shiomino/map.svg")
            .contains("image/svg+xml")
    );
}

#[test]
fn the_preview_of_a_site_with_errors_says_so() {
    let site = Site::of(BASE).file("content/empty.md", "");
    let preview = Preview::of(&site, &[]);
    let answer = preview.get("/");
    assert!(
        answer.starts_with("HTTP/1.1 503") && answer.contains("サイトに誤りがあります"),
        "{answer}"
    );
}

#[test]
fn a_port_that_is_taken_is_explained() {
    let site = Site::of(BASE);
    let preview = Preview::of(&site, &[]);
    let port = preview.address.port().to_string();
    site.program(&["serve", "--port", &port, "--lang", "en"])
        .exits(1)
        .complains("--port");
    site.program(&["serve", "--port", &port, "--lang", "ja"])
        .exits(1)
        .complains("別のポート");
}

#[test]
fn the_preview_writes_nothing() {
    let site = Site::of(BASE);
    let before: Tree = site.tree(".");
    let preview = Preview::of(&site, &[]);
    preview.get("/");
    drop(preview);
    assert_eq!(before.difference(&site.tree(".")), None);
}

/// A browser has a few connections; a program that opens hundreds cannot use up what the computer has.
#[test]
fn the_preview_has_places_for_sixty_four_connections() {
    let site = Site::of(BASE);
    let preview = Preview::of(&site, &[]);
    let mut held = preview.held(64);
    assert!(!preview.serves_another());
    held.truncate(63);
    let start = Instant::now();
    while !preview.serves_another() {
        assert!(start.elapsed() < DEADLINE, "the place does not come free");
    }
}

/// Half a request, and a connection on which nothing more is asked, do not hold their places.
#[test]
fn the_preview_does_not_wait_for_ever() {
    let site = Site::of(BASE);
    let preview = Preview::of(&site, &[]);
    let silent = preview.connect();
    let mut half = preview.connect();
    write!(half, "GET / HTTP/1.1\r\nHost: ").expect("the preview takes a request");
    let mut idle = preview.held(1);
    for mut stream in [silent, half, idle.remove(0)] {
        let mut rest = Vec::new();
        // An end that is not a timeout of ours: the preview has closed it, with or without a word.
        match stream.read_to_end(&mut rest) {
            Ok(_) => {}
            Err(error) => assert_eq!(error.kind(), std::io::ErrorKind::ConnectionReset, "{error}"),
        }
    }
    assert!(preview.get("/").starts_with("HTTP/1.1 200"));
}

/// With no file descriptor left the preview rests, rather than trying again without a pause.
#[cfg(target_os = "linux")]
#[test]
fn the_preview_rests_when_it_can_open_no_more() {
    let site = Site::of(BASE);
    let mut shell = Command::new("sh");
    shell
        .args(["-c", "ulimit -n 40; exec \"$0\" serve --port 0 --lang en"])
        .arg(env!("CARGO_BIN_EXE_koyaku"))
        .current_dir(site.root());
    let preview = Preview::start(shell);
    let held: Vec<TcpStream> = (0..60).map(|_| preview.connect()).collect();
    let before = preview.processor_seconds();
    // The last one is still in the queue, and is not answered as long as the others stand.
    let last = held.last().expect("there are sixty");
    last.set_read_timeout(Some(Duration::from_secs(2)))
        .expect("a timeout can be set");
    let silence = (&mut &*last).read(&mut [0]);
    assert!(silence.is_err(), "{silence:?}");
    let spent = preview.processor_seconds() - before;
    assert!(spent < 0.5, "{spent} s of two");
    drop(held);
    preview.comes_to_say("/about/", "架空の市");
}

#[cfg(unix)]
#[test]
fn the_preview_ends_in_peace() {
    let site = Site::of(BASE);
    let mut preview = Preview::of(&site, &[]);
    let _held = preview.held(2);
    let interrupt = format!("kill -INT {}", preview.child.id());
    let sent = Command::new("sh").args(["-c", &interrupt]).status();
    assert!(sent.expect("a shell can be started").success());
    let end = preview.child.wait().expect("a child can be waited for");
    assert_eq!(end.code(), Some(0));
}
