//! Features times weights: every weight lives here.

use crate::article::Article;
use crate::digest::Reasons;
use crate::feature::{COLUMNS, Features, Terms, Weights};

/// What a feature is worth, and the name under which a reader is told.
pub(crate) struct Weight {
    /// Its name in the output of the batch example's `--features`.
    pub feature: &'static str,
    /// One of [`REASONS`].
    pub reason: usize,
    pub weight: f64,
}

/// The reasons that a reader is given, each the sum of what its features contribute.
pub(crate) const REASONS: [&str; 9] =
    ["position", "keywords", "title", "names", "centrality", "length", "form", "cue", "focus"];

const POSITION: usize = 0;
const KEYWORDS: usize = 1;
const TITLE: usize = 2;
const NAMED: usize = 3;
const CENTRALITY: usize = 4;
const LENGTH: usize = 5;
const FORM: usize = 6;
const CUE: usize = 7;
const FOCUS: usize = 8;

const fn weight(feature: &'static str, reason: usize, weight: f64) -> Weight {
    Weight { feature, reason, weight }
}

/// In the order of the columns of [`crate::feature::measure`].
pub(crate) const WEIGHTS: [Weight; COLUMNS] = [
    weight("early", POSITION, 0.162),
    weight("first", POSITION, -0.793),
    weight("late", POSITION, -3.748),
    weight("late2", POSITION, 0.8),
    weight("opens", POSITION, 0.548),
    weight("central", CENTRALITY, 10.092),
    weight("forward", CENTRALITY, 0.315),
    weight("heavy", KEYWORDS, 0.052),
    weight("title", TITLE, 1.619),
    weight("titleDensity", TITLE, 4.589),
    weight("lead", TITLE, 0.099),
    weight("pairs", KEYWORDS, -0.445),
    weight("names", NAMED, 0.163),
    weight("words", LENGTH, 0.553),
    weight("short", LENGTH, -0.314),
    weight("long", LENGTH, -1.555),
    weight("question", FORM, -0.67),
    weight("quotation", FORM, -1.083),
    weight("parenthesis", FORM, -0.361),
    weight("numbers", FORM, 0.205),
    weight("kwroot", KEYWORDS, 0.114),
    weight("point", CUE, 1.0),
    weight("invroot", POSITION, 2.435),
    weight("focus", FOCUS, 6.0),
    weight("phrases", KEYWORDS, 0.0),
    weight("named", NAMED, 0.0),
];

/// The names of the features.
pub(crate) const NAMES: [&str; COLUMNS] = {
    let mut names = [""; COLUMNS];
    let mut at = 0;
    while at < COLUMNS {
        names[at] = WEIGHTS[at].feature;
        at += 1;
    }
    names
};

/// What covering a term for the first time is worth, times the term's weight; 0 and above. At 0 the sentences are
/// chosen as if each were alone; the higher, the more they differ.
pub(crate) const COVERAGE: f64 = 0.296;

/// What each reason contributes to the score of one sentence.
pub(crate) fn contributions(features: &Features) -> [f64; REASONS.len()] {
    let mut out = [0.0; REASONS.len()];
    for (value, weight) in features.iter().zip(&WEIGHTS) {
        if let Some(sum) = out.get_mut(weight.reason) {
            *sum += value * weight.weight;
        }
    }
    out
}

/// The reasons by name, with what the sentence covers, without those that weigh nothing.
pub(crate) fn reasons(contributions: &[f64; REASONS.len()], coverage: f64) -> Reasons {
    let named = REASONS.iter().copied().zip(contributions.iter().copied());
    Reasons(named.chain([("coverage", coverage)]).filter(|(_, value)| *value != 0.0).collect())
}

/// What covering each term for the first time is worth.
pub(crate) fn coverage(article: &Article, terms: &Terms) -> Weights {
    let sentences = (0..article.sentences.len()).filter(|&i| article.is_eligible(i)).count();
    Weights::coverage(terms, sentences, COVERAGE)
}
