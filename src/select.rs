//! Scores to one nested order, and from it the summary.

mod context;
mod copies;
mod counterfactual;
mod length;
mod order;

use crate::Options;
use crate::article::Article;
use crate::digest::Counterfactual;
use crate::entity::Entities;
use crate::feature::Measured;
use crate::score::{self, Scores};
pub(crate) use order::Place;

/// What was chosen.
pub(crate) struct Selection {
    /// By sentence.
    pub places: Vec<Place>,
    /// The chosen ones, ascending.
    pub summary: Vec<u32>,
    /// For some of those, ascending.
    pub counterfactuals: Vec<(u32, Counterfactual)>,
}

/// Orders the sentences and cuts the order to the length asked for.
pub(crate) fn choose(
    article: &Article,
    entities: &Entities,
    measured: &Measured,
    scores: &Scores,
    options: &Options,
) -> Selection {
    let needs = context::needs(article);
    let basis = order::Basis {
        article,
        terms: &measured.terms,
        holders: &measured.holders,
        coverage: &scores.coverage,
        scores: &scores.sums,
        needs: &needs,
    };
    let places = order::order(&basis, None);
    let summary = length::cut(&basis, &places, options);
    let of_term = |i, term| score::of_term(article, measured, i, term);
    let counterfactuals = counterfactual::find(&basis, &places, &summary, entities, &of_term);
    Selection { places, summary, counterfactuals }
}
