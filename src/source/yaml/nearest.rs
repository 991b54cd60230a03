//! The known word that an unknown one is most likely a slip for.

use unicode_normalization::UnicodeNormalization;

/// Keys that were called otherwise in an older format, with today's name.
const RENAMED: [(&str, &str); 1] = [("themes", "subjects")];

/// Today's name of a key that an older format called `name`, where it may stand here.
pub(super) fn renamed_key(name: &str, known: &[&'static str]) -> Option<&'static str> {
    let (_, today) = RENAMED.iter().find(|(old, _)| *old == name)?;
    known.contains(today).then_some(*today)
}

/// The known key that `name` is most likely a slip for.
pub(super) fn likely_key(name: &str, known: &[&'static str]) -> Option<&'static str> {
    let name = fold(name);
    let distance = |key: &str| strsim::damerau_levenshtein(&name, &fold(key));
    let (distance, key) = known
        .iter()
        .map(|key| (distance(key), *key))
        .min_by_key(|(distance, _)| *distance)?;
    let length = key.chars().count();
    (distance < length && distance <= (length / 3).max(1)).then_some(key)
}

/// Full-width letters, capitals, hyphens and blanks are not what makes two names different.
pub(super) fn fold(name: &str) -> String {
    let few = name.chars().take(64).nfkc();
    let dense: String = few.filter(|character| !character.is_whitespace()).collect();
    dense.to_ascii_lowercase().replace('-', "_")
}
