//! The time that this thread has worked. Other work on the machine does not count, so that a test of time does
//! not fail because the machine is busy.

use std::time::Duration;

/// Since the thread began.
#[cfg(unix)]
pub fn worked() -> Duration {
    let mut now = libc::timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    // SAFETY: the clock is one that every thread has, and `now` outlives the call.
    let read = unsafe { libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, &raw mut now) };
    assert_eq!(read, 0, "a thread knows its own time");
    let seconds = u64::try_from(now.tv_sec).expect("a thread began before now");
    let rest = u32::try_from(now.tv_nsec).expect("a second has fewer nanoseconds than that");
    Duration::new(seconds, rest)
}

/// Where a thread does not know its own time, that of the clock stands for it.
#[cfg(not(unix))]
pub fn worked() -> Duration {
    static BEGUN: std::sync::LazyLock<std::time::Instant> = std::sync::LazyLock::new(std::time::Instant::now);
    BEGUN.elapsed()
}
