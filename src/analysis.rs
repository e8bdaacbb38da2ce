//! A digest with the numbers behind it, for fitting weights.

use crate::digest::Digest;
use crate::feature::{Measured, TermIndex, Weights};
use crate::score;

/// A digest with the numbers behind it. Sentences are numbered as in [`Digest::sentences`].
#[derive(Debug)]
pub struct Analysis {
    /// The digest.
    pub digest: Digest,
    pub(crate) numbers: Numbers,
}

/// What is kept of the stages between.
#[derive(Debug, Default)]
pub(crate) struct Numbers {
    /// Of the sentences that can be chosen, ascending.
    pub features: Vec<(u32, score::Features)>,
    terms: TermIndex,
    title: Weights,
}

impl Numbers {
    /// Keeps what can be asked for.
    pub fn keep(&mut self, measured: Measured) {
        self.terms = measured.terms;
        self.title = measured.title;
    }
}

impl Analysis {
    /// The features of a sentence, by name; `None` when it can't be chosen.
    pub fn features(&self, sentence: usize) -> Option<impl Iterator<Item = (&'static str, f64)>> {
        let all = &self.numbers.features;
        let at = all.binary_search_by_key(&sentence, |(number, _)| *number as usize).ok()?;
        let (_, values) = all.get(at)?;
        Some(score::FEATURES.iter().map(|feature| feature.name).zip(values.iter().copied()))
    }

    /// The terms that a sentence covers, as indices into [`Analysis::term_weights`].
    pub fn terms(&self, sentence: usize) -> &[u32] {
        self.numbers.terms.of(sentence)
    }

    /// By term, how much a sentence's score gains when it is the first to cover the term, at a coverage weight of 1.
    pub fn term_weights(&self) -> impl Iterator<Item = f64> {
        Weights::coverage(&self.numbers.terms, self.numbers.features.len()).of.into_iter()
    }

    /// By term, what is gained besides when the term is a word of the title, at a title coverage weight of 1.
    pub fn title_weights(&self) -> impl Iterator<Item = f64> {
        self.numbers.title.of.iter().copied()
    }
}
