//! What is measured of each sentence.

use crate::article::Article;

/// The features, in the order of [`measure`]'s columns.
pub(crate) const NAMES: [&str; 1] = ["position"];

/// The values of one sentence.
pub(crate) type Features = [f64; NAMES.len()];

/// Measures each sentence of the article.
pub(crate) fn measure(article: &Article) -> Vec<Features> {
    (0..article.sentences.len()).map(|i| [1.0 / (1.0 + i as f64)]).collect()
}
