//! Which file of a site somebody means who names one on the command line. It reads no file and changes none.

use std::fs;
use std::path::{Component, Path};

/// The place of a file below the site's folder, such as `content/about.en.md`. A relative name is taken from
/// `folder` and, if nothing of that name stands there, from the site's folder. `None` for what
/// does not exist and for what lies outside the site's `content/`, whatever its name ends in.
pub(crate) fn below_content(root: &Path, file: &str, folder: &Path) -> Option<String> {
    let found = fs::canonicalize(folder.join(file))
        .or_else(|_| fs::canonicalize(root.join(file)))
        .ok()?;
    let content = fs::canonicalize(root.join("content")).ok()?;
    let parts = found
        .strip_prefix(content)
        .ok()?
        .components()
        .map(|part| match part {
            Component::Normal(name) => name.to_str(),
            _ => None,
        });
    let parts: Vec<&str> = parts.collect::<Option<_>>()?;
    Some(format!("content/{}", parts.join("/")))
}
