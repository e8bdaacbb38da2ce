//! Scores to one nested order, and from it the summary.

mod dangling;
mod introduction;
mod near_duplicates;
mod counterfactual;
mod length;
mod rank;

use crate::Options;
use crate::article::Article;
use crate::digest::Counterfactual;
use crate::entity::Entities;
use crate::feature::Measured;
use crate::score::Scores;
pub(crate) use rank::Place;

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
    let anaphors = dangling::Anaphors::of(article);
    let antecedents = dangling::antecedents(article, &anaphors);
    let introductions = introduction::introductions(article, entities, &antecedents, &anaphors);
    let input = rank::RankingInput {
        article,
        terms: &measured.terms,
        postings: &measured.postings,
        coverage: &scores.coverage,
        scores: &scores.sums,
        antecedents: &antecedents,
        introductions: &introductions,
    };
    let places = rank::rank(&input, None);
    let summary = length::cut(&input, &places, options);
    let counterfactuals = counterfactual::find(&input, measured, &places, &summary, entities);
    Selection { places, summary, counterfactuals }
}
