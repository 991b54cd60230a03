//! What is said about texts of any kind, from the file of sentences of this room.

use super::yaml::Words;
use std::sync::LazyLock;

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| Words::read(include_str!("words.yaml")));
