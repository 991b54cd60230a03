//! Finds the terms of a glossary in text, as a Japanese reader would: full-width or half-width, the longest
//! term first, never inside another Latin word. It knows no files, no site and no pages; what a term is
//! called comes from the caller.
//!
//! Names and text are compared in folded form (`fold`). A name written in capitals alone is only found in
//! capitals, since `IT` is not `it`; all other Latin names are found in either case. Behind a Latin letter
//! one plural `s` belongs to the name.

mod boundary;
mod fold;
mod sentence;

pub(crate) use fold::fold;
pub use sentence::{reference, sentence};

use aho_corasick::AhoCorasick;
use fold::Folded;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;

/// What a term is called in one language. Its number is its place in the list that a lexicon is made from.
#[derive(Debug, Clone, Default)]
pub struct TermNames<'a> {
    /// Every name that stands for it in texts of the language, as its entry writes it. They are folded
    /// here, and one that is empty then is never found.
    pub names: Vec<&'a str>,
    /// Longer words in which a name means something else.
    pub not_inside: Vec<&'a str>,
}

/// A place where a term is named. The span counts bytes of the text as it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundTerm {
    /// From the first letter of the name to its last, a plural `s` behind it included.
    pub span: Range<usize>,
    /// Which term it is: its position, from 0, in the list that the lexicon was made from.
    pub term: usize,
}

/// The names of all terms in one language, ready to be looked for at once.
#[derive(Debug)]
pub struct Lexicon {
    /// `None` when there are no names.
    automaton: Option<AhoCorasick>,
    /// For each pattern of the automaton, what it stands for.
    roles: Vec<Vec<NameRole>>,
}

#[derive(Debug)]
enum NameRole {
    Name(u32),
    /// A name of capitals, which the text must hold as it is here.
    Capitals(u32, Box<str>),
    /// A word in which the names of a term do not count.
    Blocks(u32),
}

impl Lexicon {
    /// The names of terms, of which the one at position n is found as term n.
    pub fn new(terms: &[TermNames]) -> Self {
        let mut patterns: Vec<String> = Vec::new();
        let mut roles: Vec<Vec<NameRole>> = Vec::new();
        let mut known: HashMap<String, usize> = HashMap::new();
        let mut add = |word: &str, role: &dyn Fn(&str) -> NameRole| {
            let folded = fold(word.trim());
            if folded.is_empty() {
                return;
            }
            let at = *known.entry(folded.to_ascii_lowercase()).or_insert_with(|| {
                patterns.push(folded.clone());
                roles.push(Vec::new());
                patterns.len() - 1
            });
            roles[at].push(role(&folded));
        };
        for (number, names) in (0u32..).zip(terms) {
            for name in &names.names {
                add(name, &|folded| {
                    if is_capitals(folded) {
                        NameRole::Capitals(number, folded.into())
                    } else {
                        NameRole::Name(number)
                    }
                });
            }
            for word in &names.not_inside {
                add(word, &|_| NameRole::Blocks(number));
            }
        }
        let automaton = (!patterns.is_empty()).then(|| {
            AhoCorasick::builder()
                .ascii_case_insensitive(true)
                .build(&patterns)
                .expect("the names of a glossary fit into an automaton")
        });
        Self { automaton, roles }
    }

    /// Every place where a term is named, in the order of the text and without overlaps: of two names that
    /// begin together the longer one, of two that cross the first.
    pub fn find(&self, text: &str) -> Vec<FoundTerm> {
        let Some(automaton) = &self.automaton else {
            return Vec::new();
        };
        let folded = Folded::new(text);
        let mut named: Vec<NamedSpan> = Vec::new();
        let mut blocked: Vec<(Range<usize>, u32)> = Vec::new();
        for found in automaton.find_overlapping_iter(folded.text()) {
            let span = found.start()..found.end();
            for role in &self.roles[found.pattern().as_usize()] {
                match role {
                    NameRole::Blocks(term) => blocked.push((span.clone(), *term)),
                    NameRole::Capitals(_, name) if folded.text()[span.clone()] != **name => {}
                    NameRole::Name(term) | NameRole::Capitals(term, _) => {
                        named.extend(boundary::whole(&folded, span.clone()).map(|original| NamedSpan {
                            span: span.clone(),
                            original,
                            term: *term,
                        }));
                    }
                }
            }
        }
        let stands = |named: &NamedSpan| {
            !blocked.iter().any(|(word, term)| {
                *term == named.term && word.start <= named.span.start && named.span.end <= word.end
            })
        };
        named.retain(stands);
        named.sort_by_key(|named| {
            let span = &named.span;
            (named.original.start, span.start, Reverse(span.end), named.term)
        });
        let mut found: Vec<FoundTerm> = Vec::with_capacity(named.len());
        let mut end = 0;
        for NamedSpan { original, term, .. } in named {
            // Two names may lie in one character of the original, as 株式 and 会社 do in ㍿; then the first
            // has all of it.
            if original.start >= end {
                end = original.end;
                let term = term as usize;
                found.push(FoundTerm { span: original, term });
            }
        }
        found
    }
}

/// A name in a text, before it is known which of several counts.
struct NamedSpan {
    /// In the folded text, without a plural `s`.
    span: Range<usize>,
    original: Range<usize>,
    term: u32,
}

/// Whether a name has capitals and no small letters, as PPP and CO2 do.
fn is_capitals(name: &str) -> bool {
    name.chars().any(|character| character.is_ascii_uppercase())
        && !name.chars().any(char::is_lowercase)
        && name.is_ascii()
}
