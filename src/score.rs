//! Features times weights: every weight lives here.

use crate::feature::{Features, NAMES};

/// See [`NAMES`].
pub(crate) const WEIGHTS: Features = [1.0; NAMES.len()];

/// What each feature contributes to the score of one sentence.
pub(crate) fn contributions(features: &Features) -> Features {
    let mut out = *features;
    for (value, weight) in out.iter_mut().zip(WEIGHTS) {
        *value *= weight;
    }
    out
}
