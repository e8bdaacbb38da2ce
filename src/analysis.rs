//! A digest with the numbers behind it, for fitting weights.

use crate::digest::Digest;
use crate::feature::{TermIndex, Weights};
use crate::score;

/// A digest with the numbers behind it. Sentences are numbered as in [`Digest::sentences`].
#[derive(Debug)]
pub struct Analysis {
    /// The digest.
    pub digest: Digest,
    /// By sentence: zeros where it can't be chosen.
    pub(crate) features: Vec<score::Features>,
    /// By sentence: whether it can be chosen.
    pub(crate) eligible: Vec<bool>,
    pub(crate) terms: TermIndex,
    pub(crate) title: Weights,
    /// How many sentences can be chosen.
    pub(crate) count: usize,
}

impl Analysis {
    /// The features of a sentence, by name; `None` when it can't be chosen.
    pub fn features(&self, sentence: usize) -> Option<impl Iterator<Item = (&'static str, f64)>> {
        let values = self.features.get(sentence).filter(|_| self.eligible.get(sentence) == Some(&true))?;
        Some(score::FEATURES.iter().map(|feature| feature.name).zip(values.iter().copied()))
    }

    /// The terms that a sentence covers, as indices into [`Analysis::term_weights`].
    pub fn terms(&self, sentence: usize) -> &[u32] {
        self.terms.of(sentence)
    }

    /// By term, how much a sentence's score gains when it is the first to cover the term, at a coverage weight of 1.
    pub fn term_weights(&self) -> impl Iterator<Item = f64> {
        Weights::coverage(&self.terms, self.count).of.into_iter()
    }

    /// By term, what is gained besides when the term is a word of the title, at a title coverage weight of 1.
    pub fn title_weights(&self) -> impl Iterator<Item = f64> {
        self.title.of.iter().copied()
    }
}
