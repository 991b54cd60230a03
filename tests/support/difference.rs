//! Compares a text with the file that holds what was expected of it.

use super::blessing;
use similar::TextDiff;
use std::fs;
use std::path::Path;

/// The difference between the file and the text, for a reader; `None` when there is none. Blessing writes the
/// file instead.
pub fn compare(expected: &Path, actual: &str) -> Option<String> {
    let known = fs::read_to_string(expected).ok();
    if known.as_deref() == Some(actual) {
        return None;
    }
    if blessing() {
        fs::create_dir_all(expected.parent().expect("an expected file stands in a folder"))
            .expect("the repository can be written");
        fs::write(expected, actual).expect("the repository can be written");
        return None;
    }
    let shown = expected
        .strip_prefix(env!("CARGO_MANIFEST_DIR"))
        .unwrap_or(expected)
        .display()
        .to_string();
    Some(match known {
        None => format!("{shown} does not exist; what came out:\n{actual}"),
        Some(known) => diff(&known, actual, &shown),
    })
}

/// A unified difference, from expected to actual.
pub fn diff(expected: &str, actual: &str, name: &str) -> String {
    TextDiff::from_lines(expected, actual)
        .unified_diff()
        .context_radius(3)
        .header(&format!("{name} (expected)"), "what came out")
        .to_string()
}
