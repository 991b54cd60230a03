//! Which form of a counted text a number takes in a language, by the categories of CLDR. ICU knows the rules;
//! a text gives a form for each category that its language has.

use crate::model::Language;
use icu_locale::Locale;
pub(crate) use icu_plurals::PluralCategory;
use icu_plurals::PluralRules;
use std::collections::BTreeSet;

/// The rules of one language.
#[derive(Debug)]
pub struct Plurals {
    language: Language,
    /// Of every number below a thousand, which is nearly every number that a page counts.
    small: Box<[PluralCategory]>,
}

impl Plurals {
    pub(crate) fn new(language: Language) -> Self {
        let rules = rules(language);
        let small = (0..1_000_u64).map(|n| rules.category_for(n)).collect();
        Self { language, small }
    }

    pub(crate) fn category(&self, n: u64) -> PluralCategory {
        let small = usize::try_from(n).ok().and_then(|n| self.small.get(n));
        // The rules of ICU cannot be shared between threads; making them anew is quick.
        small
            .copied()
            .unwrap_or_else(|| rules(self.language).category_for(n))
    }

    /// The categories that a counted text needs: those of whole numbers below a thousand. What languages have
    /// beside them is for fractions and round millions, which no page counts.
    pub(crate) fn needed(&self) -> BTreeSet<PluralCategory> {
        self.small
            .iter()
            .copied()
            .chain([PluralCategory::Other])
            .collect()
    }

    /// The categories that the language has.
    pub(crate) fn known(&self) -> BTreeSet<PluralCategory> {
        rules(self.language).categories().collect()
    }
}

/// The name of a category in a file of texts.
pub(crate) fn word(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

fn rules(language: Language) -> PluralRules {
    let locale = Locale::try_from_str(language.as_str()).unwrap_or(Locale::UNKNOWN);
    PluralRules::try_new_cardinal(locale.into()).expect("the rules of every language are compiled in")
}
