//! One piece of work done on many things at once. Calls of koyaku bring threads of their own, for which a
//! thread of rayon would not wait: it would start the next call meanwhile, and the next one within that.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// What `act` gives for each of the things, in their order, on as many threads as the machine has cores.
pub fn at_once<Thing: Sync, Given: Send>(
    things: &[Thing],
    act: impl Fn(&Thing) -> Given + Sync,
) -> Vec<Given> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut given = Vec::new();
        while let Some((at, thing)) = {
            let at = next.fetch_add(1, Ordering::Relaxed);
            things.get(at).map(|thing| (at, thing))
        } {
            given.push((at, act(thing)));
        }
        given
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut given: Vec<(usize, Given)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..cores.min(things.len())).map(|_| scope.spawn(work)).collect();
        let all = workers.into_iter().flat_map(|worker| match worker.join() {
            Ok(given) => given,
            Err(failure) => std::panic::resume_unwind(failure),
        });
        all.collect()
    });
    given.sort_by_key(|(at, _)| *at);
    given.into_iter().map(|(_, given)| given).collect()
}
