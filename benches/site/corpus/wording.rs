//! Sentences of a corpus, put together from its words. The dice are thrown anew for every commitment, so a
//! commitment reads the same in a site of any size.

use super::words::{ABLE, AND, AREAS, ENDS, MEANS, PEOPLE, PLACES, STEPS, STRENGTHS};
use super::{Both, has_indicator};

/// What a commitment says, and what was made of it.
pub struct Wording {
    pub title: Both,
    pub text: Both,
    pub strength: &'static str,
    /// The part of the text that names a dated step.
    pub milestone: Option<Both>,
    pub actions: Vec<Both>,
    pub indicator: Option<Both>,
    /// The position in the list of areas.
    pub area: Option<usize>,
    /// Positions in the list of subjects.
    pub subjects: Vec<usize>,
}

/// A pair of equal words in Japanese and English.
pub type Pair = (&'static str, &'static str);

/// The most characters that a text has. Its shortest shape has about sixty.
const LONGEST: usize = 140;

/// A small generator of numbers (SplitMix64), good enough to vary words.
pub struct Dice(u64);

impl Dice {
    pub fn of(commitment: usize) -> Self {
        Self(commitment as u64)
    }

    pub fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % sides as u64) as usize
    }

    pub fn pick<T: Copy>(&mut self, words: &[T]) -> T {
        words[self.throw(words.len())]
    }
}

pub fn wording(commitment: usize) -> Wording {
    let mut dice = Dice::of(commitment);
    let (strength, noun, verb) = dice.pick(&STRENGTHS);
    let (means, place) = (dice.pick(&MEANS).1, dice.pick(&PLACES));
    let milestone = commitment
        .is_multiple_of(7)
        .then(|| dice.pick(&STEPS))
        .map(|(ja, en)| both(ja, en));
    let area = commitment.is_multiple_of(4).then(|| dice.throw(AREAS.len()));
    let first = dice.throw(16);
    let mut subjects = vec![first];
    if commitment.is_multiple_of(3) {
        subjects.push((first + 1 + dice.throw(15)) % 16);
    }
    let text = text(&mut dice, (means, place, verb), milestone.as_ref());
    Wording {
        title: Both {
            ja: format!("{}での{}の{}", place.0, means.0, noun.0),
            en: format!("{} of {} in {}", noun.1, means.1, place.1),
        },
        text,
        strength,
        milestone,
        actions: if has_indicator(commitment) {
            vec![action(&mut dice, verb), action(&mut dice, verb)]
        } else {
            Vec::new()
        },
        indicator: has_indicator(commitment).then(|| Both {
            ja: format!("{}を利用した人の割合", means.0),
            en: format!("Share of people who used {}", means.1),
        }),
        area,
        subjects,
    }
}

fn text(dice: &mut Dice, (means, place, verb): (Pair, Pair, Pair), milestone: Option<&Both>) -> Both {
    let (people, able, also, and) = (
        dice.pick(&PEOPLE),
        dice.pick(&ABLE),
        dice.pick(&MEANS).1,
        dice.pick(&AND),
    );
    let first = Both {
        ja: format!("{}{}", means.0, verb.0),
        en: format!("{} {}", verb.1, means.1),
    };
    let second = Both {
        ja: format!("{}{}", also.0, and.0),
        en: format!("{} {}", and.1, also.1),
    };
    let mut text = match dice.throw(3) {
        0 => Both {
            ja: format!(
                "{}で{}が{}よう、{}し、{}。",
                place.0, people.0, able.0, first.ja, second.ja
            ),
            en: format!(
                "in {}, so that {} can {}, we will {}, and {}.",
                place.1, people.1, able.1, first.en, second.en
            ),
        },
        1 => Both {
            ja: format!(
                "{}の声を聞きながら{}し、{}でも{}ようにします。また、{}。",
                people.0, first.ja, place.0, able.0, second.ja
            ),
            en: format!(
                "listening to {}, we will {} so that people can {} in {}; we will also {}.",
                people.1, first.en, able.1, place.1, second.en
            ),
        },
        _ => Both {
            ja: format!(
                "{}が{}まちを目指します。そのため、{}では{}し、あわせて{}。",
                people.0, able.0, place.0, first.ja, second.ja
            ),
            en: format!(
                "we aim for a city where {} can {}. To this end we will {} in {}, and {}.",
                people.1, able.1, first.en, place.1, second.en
            ),
        },
    };
    if let Some(step) = milestone {
        text = Both {
            ja: format!("{}、{}", step.ja, text.ja),
            en: format!("{}; {}", step.en, text.en),
        };
    }
    text.en = capitalised(&text.en);
    let end = dice.pick(&ENDS);
    if text.ja.chars().count() + end.0.chars().count() <= LONGEST {
        text.ja.push_str(end.0);
        text.en.push(' ');
        text.en.push_str(end.1);
    }
    text
}

fn capitalised(text: &str) -> String {
    let (first, rest) = text.split_at(1);
    first.to_uppercase() + rest
}

fn action(dice: &mut Dice, verb: Pair) -> Both {
    let (means, place) = (dice.pick(&MEANS).1, dice.pick(&PLACES));
    Both {
        ja: format!("{}で{}{}します。", place.0, means.0, verb.0),
        en: format!("We will {} {} in {}.", verb.1, means.1, place.1),
    }
}

pub fn both(ja: &str, en: &str) -> Both {
    Both {
        ja: ja.to_owned(),
        en: en.to_owned(),
    }
}
