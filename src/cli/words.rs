//! What the command line says of itself in one language: `words.yaml`, by the names of commands and options.

use crate::diagnostic::human::EditorLanguage;
use crate::source;

pub(crate) struct Words {
    words: source::MessageWords,
    language: EditorLanguage,
}

impl Words {
    pub(crate) fn in_language(language: EditorLanguage) -> Self {
        Self {
            words: source::MessageWords::read(include_str!("words.yaml")),
            language,
        }
    }

    pub(crate) fn find(&self, key: &str) -> Option<String> {
        let found = self.words.find(key)?;
        Some(self.language.choose(found.ja, found.en))
    }

    pub(crate) fn say(&self, key: &str) -> String {
        let found = self.words.say(key, &[]);
        self.language.choose(found.ja, found.en)
    }
}
