//! Files of `content/` that are published as they are, beside the page of their folder.

use super::walk::FoundFile;
use crate::site::Attachment;

/// The attachment that the file of `entry` becomes.
pub fn load(entry: &FoundFile) -> Attachment {
    let path = entry.path.strip_prefix("content/").unwrap_or(&entry.path);
    Attachment {
        path: path.into(),
        source: entry.absolute.clone(),
        bytes: entry.bytes,
    }
}
