//! Reads a text as a tree, and finds what is wrong with it as YAML. After a slip that can only mean one thing
//! it reads on as if that had been written; the library stops at its first error.

use super::letters::{Letters, Mend};
use super::{Limits, MOST_PROBLEMS, fault, finding::Finding, round::round, slip::Slip, tree::YamlNode};
use std::ops::Range;

/// What reading has found. Offsets count in the text.
#[derive(Default)]
pub(super) struct YamlReading {
    /// As much as could be read.
    pub root: Option<YamlNode>,
    pub findings: Vec<(Range<usize>, Finding)>,
    /// Whether the findings leave it unclear what belongs to what, so that reading on would report nonsense.
    pub broken: bool,
    /// Where the library stopped for a reason that we have no words for, and its own.
    pub refused: Option<(usize, String)>,
}

/// How many bytes are read again because of slips, over all of them.
const MOST_WORK: usize = 4 << 20;

pub(super) fn read(text: &str, limits: Limits) -> YamlReading {
    let mut reading = YamlReading::default();
    if let Some(found) = unfit(text, limits) {
        reading.findings.push(found);
        reading.broken = true;
        return reading;
    }
    let mut mends: Vec<Mend> = Vec::new();
    let mut work = 0;
    loop {
        let letters = Letters::new(text, &mends);
        let mut round = round(text, &letters, limits.depth);
        let mut refused = None;
        if round.slips.is_empty()
            && let Some(fault) = round.fault
        {
            match fault::explain(text, &fault) {
                Some(fault::FaultCause::Slip(slip)) => round.slips.push(slip),
                Some(fault::FaultCause::End(range, finding)) => {
                    reading.findings.push((range, finding));
                    reading.broken = true;
                }
                None => refused = Some((fault.at, fault.why)),
            }
        }
        work += text.len();
        let done = round.slips.is_empty();
        let mut too_much = !done && (work > MOST_WORK || reading.findings.len() >= MOST_PROBLEMS);
        for Slip { range, finding, mend } in round.slips {
            reading.findings.push((range, finding));
            // What reuse is meant to bring here is unknown, so nothing is said of the values around it.
            reading.broken |= matches!(finding, Finding::Alias);
            // What is mended once stays so: a second look at it would never end.
            let place = mends.partition_point(|known| known.range.end <= mend.range.start);
            let free = mends
                .get(place)
                .is_none_or(|next| mend.range.end <= next.range.start);
            let again = place > 0 && mends[place - 1].range.start == mend.range.start;
            too_much |= !free || again;
            if free && !again {
                mends.insert(place, mend);
            }
        }
        if done || too_much {
            reading.root = round.root;
            round.findings.retain(|found| !reading.findings.contains(found));
            reading.findings.append(&mut round.findings);
            reading.broken |= round.broken || too_much;
            reading.refused = refused;
            return reading;
        }
    }
}

/// What keeps a text from being read at all.
fn unfit(text: &str, limits: Limits) -> Option<(Range<usize>, Finding)> {
    if text.len() > limits.bytes {
        return Some((0..0, Finding::TooLarge(limits.bytes)));
    }
    if let Some(at) = text.find('\0') {
        let why = crate::source::character::Unwanted::Control;
        return Some((at..at + 1, Finding::Unwanted('\0', why)));
    }
    let tab = text.find('\t')?;
    let lines = text[tab..].split('\n').filter(|line| line.contains('\t')).count();
    Some((tab..tab + 1, Finding::Tab(lines - 1)))
}
