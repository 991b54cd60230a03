//! What pages and files are made from.

use crate::facts::Facts;
use crate::theme::Theme;
use std::sync::Arc;

/// A site with its theme.
#[derive(Clone)]
pub struct Basis {
    pub facts: Arc<Facts>,
    pub theme: Arc<Theme>,
}
