//! Words to weighted keywords.

use crate::article::Article;
use crate::digest::Keyword;

/// The heaviest terms of the article, heaviest first.
pub(crate) fn find(_article: &Article) -> Vec<Keyword> {
    Vec::new()
}
