//! The texts that render itself asks for: `keys.txt`, a key a line with the placeholders that are filled into
//! it. A theme may have any others for its own templates.

/// A text with what can be filled into it.
#[derive(Debug)]
pub struct Key {
    pub name: &'static str,
    pub placeholders: Vec<&'static str>,
}

/// Every key that any page can need, so that a theme without one is refused before a page is made.
pub fn all() -> Vec<Key> {
    let mut keys = Vec::new();
    for line in include_str!("keys.txt").lines() {
        let mut words = line.split(' ');
        keys.extend(words.next().map(|name| Key {
            name,
            placeholders: words.collect(),
        }));
    }
    keys
}
