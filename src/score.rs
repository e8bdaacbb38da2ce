//! Features times weights: every weight lives here.

use crate::article::Article;
use crate::feature::{Features, Terms, Weights};

/// In the order of [`crate::feature::NAMES`].
pub(crate) const WEIGHTS: Features = [
    0.62, -0.66, -3.0, 0.58, 0.62, 2.74, 1.14, 0.80, 0.44, 1.42, 0.0, 1.17, 1.11, 0.83, -0.56, -1.36, 0.75,
    -0.45, -0.35, 0.0, 0.0, 0.0, 0.0, 0.0,
];

/// What covering a term for the first time is worth, times the term's weight.
pub(crate) const COVERAGE: f64 = 0.29;

/// What each feature contributes to the score of one sentence.
pub(crate) fn contributions(features: &Features) -> Features {
    let mut out = *features;
    for (value, weight) in out.iter_mut().zip(WEIGHTS) {
        *value *= weight;
    }
    out
}

/// What covering each term for the first time is worth.
pub(crate) fn coverage(article: &Article, terms: &Terms) -> Weights {
    let sentences = (0..article.sentences.len()).filter(|&i| article.is_eligible(i)).count();
    Weights::coverage(terms, sentences, COVERAGE)
}
