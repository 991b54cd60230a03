//! Texts of files: decoding, line and column, the front matter split, and YAML. It opens no file and does not
//! know what a text means; whoever reads a record or a page asks it for values and places.

mod character;
mod decode;
mod encoding;
pub mod front_matter;
mod position;
mod said;
mod sources;
mod text;
pub mod yaml;

pub use decode::{decode, legible};
pub(crate) use position::lines;
pub use position::{Position, position};
pub use sources::Sources;
pub(crate) use text::Original;
pub use text::Source;
pub use yaml::MessageWords;
