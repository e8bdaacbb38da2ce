//! Words to weighted keywords.

use crate::article::Article;
use crate::digest::Keyword;
use crate::entity::Entities;

/// What the article is about.
#[derive(Debug, Default)]
#[allow(dead_code, reason = "the features read the weights of terms")]
pub(crate) struct Keywords {
    /// The heaviest keyphrases, heaviest first.
    pub list: Vec<Keyword>,
    /// For each of [`crate::word::Words::terms`] its weight as a single word, 0 for function words; the heaviest has 1.
    pub term_weights: Vec<f64>,
}

/// Finds the keyphrases of the article.
pub(crate) fn find(article: &Article, _entities: &Entities) -> Keywords {
    Keywords { list: Vec::new(), term_weights: vec![0.0; article.words.terms.len()] }
}
