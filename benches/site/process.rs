//! Programs run as whole processes and seen from outside: how long they take, the time of all their threads, and
//! the most memory they hold. It says nothing of what they did.

use crate::floor::{Ending, Floor};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// One run of a program.
pub struct Usage {
    pub wall: Duration,
    /// User and system time of all threads.
    pub cpu: Duration,
    pub peak_kilobytes: u64,
    /// What it said on standard output.
    pub said: String,
}

/// Makes this program a floor in a process of its own. Were the tree held in this one, the system would count
/// it into the peak of every build that this process starts.
const FLOOR: &str = "--floor";

/// The koyaku that is measured: the one that cargo has built for this bench, or the one that `KOYAKU_BIN` names.
pub fn koyaku() -> PathBuf {
    std::env::var_os("KOYAKU_BIN").map_or_else(|| env!("CARGO_BIN_EXE_koyaku").into(), PathBuf::from)
}

/// Runs a program to its end.
///
/// # Panics
/// When it cannot be started or fails: a measurement of a failure would be worth nothing.
#[expect(
    clippy::zombie_processes,
    reason = "`wait` waits for it, since only that tells its memory"
)]
pub fn run(command: &mut Command) -> Usage {
    let started = Instant::now();
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{command:?} cannot be started: {error}"));
    let mut said = String::new();
    child
        .stdout
        .take()
        .expect("standard output is piped")
        .read_to_string(&mut said)
        .expect("the programs that are measured speak UTF-8");
    let usage = wait(&child).unwrap_or_else(|| panic!("{command:?} has failed: {said}"));
    Usage {
        wall: started.elapsed(),
        cpu: cpu(&usage),
        peak_kilobytes: u64::try_from(usage.ru_maxrss).expect("memory is not negative"),
        said,
    }
}

/// Writes a finished tree once more, from the memory of a process of its own.
pub fn floor(tree: &Path, out: &Path, threads: usize, ending: Ending) -> Floor {
    let program = std::env::current_exe().expect("this program knows where it is");
    let ending = match ending {
        Ending::Published => "published",
        Ending::Written => "written",
    };
    let usage = run(Command::new(program)
        .arg(FLOOR)
        .args([tree, out])
        .args([&threads.to_string(), ending]));
    let numbers: Vec<u64> = usage
        .said
        .split_whitespace()
        .map(|number| number.parse().expect("the floor prints numbers"))
        .collect();
    let [wall, cpu, bytes] = numbers[..] else {
        panic!("the floor prints three numbers");
    };
    Floor {
        wall: Duration::from_nanos(wall),
        cpu: Duration::from_nanos(cpu),
        bytes,
    }
}

/// Whether this process was started by `floor`, and if so, does what it is for.
pub fn was_floor(arguments: &[String]) -> bool {
    let [_, word, tree, out, threads, ending] = arguments else {
        return false;
    };
    if word != FLOOR {
        return false;
    }
    let ending = match &**ending {
        "published" => Ending::Published,
        _ => Ending::Written,
    };
    let threads = threads.parse().expect("the number of threads is a number");
    let floor = crate::floor::run(tree.as_ref(), out.as_ref(), threads, ending);
    println!(
        "{} {} {}",
        floor.wall.as_nanos(),
        floor.cpu.as_nanos(),
        floor.bytes
    );
    true
}

/// The time that all threads of this process have worked so far.
pub fn cpu_of_this() -> Duration {
    // SAFETY: an all-zero rusage is a valid value of that plain struct.
    let mut usage: libc::rusage = unsafe { std::mem::zeroed() };
    // SAFETY: the pointer is to a live value of the right type.
    let asked = unsafe { libc::getrusage(libc::RUSAGE_SELF, &raw mut usage) };
    assert!(asked == 0, "a process can ask for its own usage");
    cpu(&usage)
}

/// Gives the disk what was written before, so that no run pays for the one before it.
pub fn settle() {
    // SAFETY: it takes nothing and always succeeds.
    unsafe { libc::sync() };
}

fn cpu(usage: &libc::rusage) -> Duration {
    let time = |time: libc::timeval| {
        let seconds = u64::try_from(time.tv_sec).expect("time is not negative");
        let micros = u64::try_from(time.tv_usec).expect("time is not negative");
        Duration::from_secs(seconds) + Duration::from_micros(micros)
    };
    time(usage.ru_utime) + time(usage.ru_stime)
}

/// Waits for a child and returns what the system accounts to it, or nothing if it failed.
fn wait(child: &Child) -> Option<libc::rusage> {
    let id = libc::pid_t::try_from(child.id()).expect("a process id fits its own type");
    let mut status = 0;
    // SAFETY: an all-zero rusage is a valid value of that plain struct.
    let mut usage: libc::rusage = unsafe { std::mem::zeroed() };
    // SAFETY: both pointers are to live values of the right types, and the child has not been waited for.
    let waited = unsafe { libc::wait4(id, &raw mut status, 0, &raw mut usage) };
    (waited == id && status == 0).then_some(usage)
}
