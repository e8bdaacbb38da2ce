//! A digest with the numbers behind it, for fitting weights.

use crate::digest::Digest;
use crate::feature::{Features, TermIndex, Weights};
use crate::score::{COVERAGE, NAMES};

/// A digest with the numbers behind it. Sentences are numbered as in [`Digest::sentences`].
#[derive(Debug)]
pub struct Analysis {
    /// The digest.
    pub digest: Digest,
    /// By sentence: zeros where it can't be chosen.
    pub(crate) features: Vec<Features>,
    /// By sentence: whether it can be chosen.
    pub(crate) eligible: Vec<bool>,
    pub(crate) terms: TermIndex,
    pub(crate) coverage: Weights,
}

impl Analysis {
    /// The features of a sentence, by name; `None` when it can't be chosen.
    pub fn features(&self, sentence: usize) -> Option<impl Iterator<Item = (&'static str, f64)>> {
        let features = self.features.get(sentence).filter(|_| self.eligible.get(sentence) == Some(&true))?;
        Some(NAMES.into_iter().zip(features.iter().copied()))
    }

    /// The terms that a sentence covers, as indices into [`Analysis::term_weights`].
    pub fn terms(&self, sentence: usize) -> &[u32] {
        self.terms.of(sentence)
    }

    /// By term, how much a sentence's score gains when it is the first to cover the term, at a coverage weight of 1.
    pub fn term_weights(&self) -> impl Iterator<Item = f64> {
        self.coverage.of.iter().map(|weight| weight / COVERAGE)
    }
}
