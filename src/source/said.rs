//! What is said about texts of any kind, from the file of sentences of this room.

use super::yaml::MessageWords;
use std::sync::LazyLock;

pub(super) static WORDS: LazyLock<MessageWords> =
    LazyLock::new(|| MessageWords::read(include_str!("words.yaml")));
