//! The texts of templates as they are written, and what stands in their tags. It compiles nothing.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// Where templates come from: their files and texts by name.
pub(crate) type TemplateSources = BTreeMap<String, (Arc<str>, String)>;

/// The insides of all tags of a template but comments.
pub(crate) fn tags(source: &str) -> Vec<Range<usize>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(open) = source[at..].find('{').map(|open| at + open) {
        let (close, keep) = match source.as_bytes().get(open + 1) {
            Some(b'{') => ("}}", true),
            Some(b'%') => ("%}", true),
            Some(b'#') => ("#}", false),
            _ => {
                at = open + 1;
                continue;
            }
        };
        let end = source[open + 2..]
            .find(close)
            .map_or(source.len(), |end| open + 2 + end);
        if keep {
            tags.push(open + 2..end);
        }
        at = (end + 2).min(source.len());
    }
    tags
}
