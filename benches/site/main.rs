//! Measures whole builds of a made-up site beside the floor: writing the same bytes to the same folders with
//! the same threads and syncs. `cargo bench --bench site -- [--dir DIR] [--rounds R] [--threads T] [N …]`.
//!
//! Builds and floors take turns within a round, so that a machine whose speed drifts slows both, and what is
//! compared is the median of the ratios. It judges nothing. Choose a folder on a disk like the one a site is
//! published on.

mod corpus;
mod floor;

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

struct Plan {
    folder: PathBuf,
    rounds: usize,
    threads: usize,
    sizes: Vec<usize>,
}

/// One build, seen from outside its process, with what it says of its own steps.
struct Build {
    wall: Duration,
    peak_kilobytes: u64,
    steps: Vec<(String, f64)>,
}

/// A build with the floor that was measured right after it.
struct Round {
    build: Build,
    floor: Duration,
    bytes: u64,
    pages: usize,
}

/// Makes this program a floor in a process of its own. Were the tree held in this one, the system would count
/// it into the peak of every build that this process starts.
const FLOOR: &str = "--floor";

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, word, tree, out, threads] = &arguments[..]
        && word == FLOOR
    {
        let floor = floor::run(
            tree.as_ref(),
            out.as_ref(),
            threads.parse().expect("the number of threads is a number"),
        );
        return println!("{} {}", floor.wall.as_nanos(), floor.bytes);
    }
    let plan = plan(std::env::args().skip(1));
    fs::create_dir_all(&plan.folder).expect("the folder of the measurement can be made");
    println!(
        "threads {}, rounds {}, {}",
        plan.threads,
        plan.rounds,
        plan.folder.display()
    );
    println!(
        "{:>8} {:>8} {:>8} {:>8} {:>8} {:>9} {:>9} {:>10}",
        "N", "pages", "MB", "build s", "floor s", "ratio", "pages/s", "peak MB"
    );
    let mut peaks = Vec::new();
    for &size in &plan.sizes {
        let rounds = measure(&plan, size);
        peaks.push((size, show(size, &rounds)));
    }
    for pair in peaks.windows(2) {
        let ((small, low), (large, high)) = (pair[0], pair[1]);
        let growth = (high - low) / (large as f64 - small as f64);
        println!("memory grows by {growth:.1} KB a commitment from {small} to {large}");
    }
}

fn measure(plan: &Plan, size: usize) -> Vec<Round> {
    let folder = plan.folder.join(format!("koyaku-{size}-{}", std::process::id()));
    let site = folder.join("site");
    fs::create_dir_all(&site).expect("the folder of the site can be made");
    corpus::write(&site, size);
    let rounds = (0..plan.rounds)
        .map(|round| {
            // Every tree gets a name of its own, because removing one costs as much as writing it.
            let (out, floor_out) = (
                folder.join(format!("public-{round}")),
                folder.join(format!("floor-{round}")),
            );
            let build = build(&site, &out, plan.threads);
            let (floor, bytes) = floor(&out, &floor_out, plan.threads);
            Round {
                build,
                floor,
                bytes,
                pages: pages(&out),
            }
        })
        .collect();
    fs::remove_dir_all(&folder).expect("what the measurement made can be removed");
    rounds
}

#[expect(
    clippy::zombie_processes,
    reason = "`peak_of` waits for it, since only that tells its memory"
)]
fn build(site: &Path, out: &Path, threads: usize) -> Build {
    let started = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_koyaku"))
        .args([
            "build",
            "--timings",
            "--lang",
            "en",
            "--base-url",
            "https://example.jp",
            "--as-of",
            "2026-06-30",
        ])
        .arg(format!("--threads={threads}"))
        .arg("--root")
        .arg(site)
        .arg("--out")
        .arg(out)
        .stdout(Stdio::piped())
        .spawn()
        .expect("koyaku can be started");
    let mut text = String::new();
    child
        .stdout
        .take()
        .expect("standard output is piped")
        .read_to_string(&mut text)
        .expect("koyaku speaks UTF-8");
    let peak_kilobytes = peak_of(&mut child);
    let wall = started.elapsed();
    let mut steps = Vec::new();
    for line in text.lines() {
        if let [step, seconds, "s"] = line.split_whitespace().collect::<Vec<_>>()[..] {
            steps.push((step.to_owned(), seconds.parse().expect("a time is a number")));
        }
    }
    Build {
        wall,
        peak_kilobytes,
        steps,
    }
}

/// How long the floor took, and how many bytes it wrote.
fn floor(tree: &Path, out: &Path, threads: usize) -> (Duration, u64) {
    let program = std::env::current_exe().expect("this program knows where it is");
    let output = Command::new(program)
        .arg(FLOOR)
        .args([tree, out])
        .arg(threads.to_string())
        .output()
        .expect("the floor can be started");
    let text = String::from_utf8(output.stdout).expect("the floor speaks UTF-8");
    let (nanoseconds, bytes) = text.trim().split_once(' ').expect("the floor prints two numbers");
    (
        Duration::from_nanos(nanoseconds.parse().expect("a time is a number")),
        bytes.parse().expect("a size is a number"),
    )
}

/// Waits for a build and returns the most memory it ever held, in KB, as the system accounts for it.
#[cfg(unix)]
fn peak_of(child: &mut Child) -> u64 {
    let id = libc::pid_t::try_from(child.id()).expect("a process id fits its own type");
    let mut status = 0;
    // SAFETY: an all-zero rusage is a valid value of that plain struct.
    let mut usage: libc::rusage = unsafe { std::mem::zeroed() };
    // SAFETY: both pointers are to live values of the right types, and the child has not been waited for.
    let waited = unsafe { libc::wait4(id, &raw mut status, 0, &raw mut usage) };
    assert!(
        waited == id && status == 0,
        "the build of the made-up site has failed"
    );
    u64::try_from(usage.ru_maxrss).expect("memory is not negative")
}

/// Waits for a build; Windows accounts for memory otherwise, so none is shown there.
#[cfg(not(unix))]
fn peak_of(child: &mut Child) -> u64 {
    let ended = child.wait().expect("a child can be waited for");
    assert!(ended.success(), "the build of the made-up site has failed");
    0
}

fn pages(tree: &Path) -> usize {
    let entries = fs::read_dir(tree)
        .expect("the tree can be read")
        .map(|entry| entry.expect("the tree can be read").path());
    entries
        .map(|path| {
            if path.is_dir() {
                pages(&path)
            } else {
                usize::from(path.extension().is_some_and(|ending| ending == "html"))
            }
        })
        .sum()
}

/// Prints a row and the steps, and returns the peak in KB.
fn show(size: usize, rounds: &[Round]) -> f64 {
    let of = |value: &dyn Fn(&Round) -> f64| median(rounds.iter().map(value).collect());
    let build = of(&|round| round.build.wall.as_secs_f64());
    let floor = of(&|round| round.floor.as_secs_f64());
    let ratio = of(&|round| round.build.wall.as_secs_f64() / round.floor.as_secs_f64());
    let peak = of(&|round| round.build.peak_kilobytes as f64);
    let (pages, megabytes) = (rounds[0].pages, rounds[0].bytes as f64 / 1e6);
    println!(
        "{size:>8} {pages:>8} {megabytes:>8.1} {build:>8.2} {floor:>8.2} {ratio:>9.2} {:>9.0} {:>10.1}",
        pages as f64 / build,
        peak / 1024.0
    );
    for (at, (step, _)) in rounds[0].build.steps.iter().enumerate() {
        println!(
            "{:>8} {step:<8} {:.3} s",
            "",
            of(&|round| round.build.steps[at].1)
        );
    }
    peak
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn plan(arguments: impl Iterator<Item = String>) -> Plan {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut plan = Plan {
        folder: std::env::temp_dir(),
        rounds: 3,
        threads,
        sizes: Vec::new(),
    };
    let mut arguments = arguments.filter(|argument| argument != "--bench");
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().expect("an option is followed by its value");
        match &*argument {
            "--dir" => plan.folder = value().into(),
            "--rounds" => plan.rounds = value().parse().expect("--rounds takes a number"),
            "--threads" => plan.threads = value().parse().expect("--threads takes a number"),
            size => plan
                .sizes
                .push(size.parse().expect("a size is a number of commitments")),
        }
    }
    if plan.sizes.is_empty() {
        plan.sizes = vec![1_000, 10_000, 50_000];
    }
    plan
}
