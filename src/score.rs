//! Features times weights: every weight lives here.

use crate::Options;
use crate::article::Article;
use crate::digest::Reasons;
use crate::feature::{COLUMNS, Features, Measured, Weights};
use crate::options::SummaryType;

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

/// 1/√(1+i), and the weights that more than the table reads.
const OPENING: &str = "invroot";
const CENTRAL: f64 = 6.75;
const TITLE_SHARE: f64 = 0.06;
const TITLE_DENSITY: f64 = 2.96;
const KEYS: f64 = 0.0;

const fn weight(feature: &'static str, reason: usize, weight: f64) -> Weight {
    Weight { feature, reason, weight }
}

/// In the order of the columns of [`crate::feature::measure`].
pub(crate) const WEIGHTS: [Weight; COLUMNS] = [
    weight("first", POSITION, -0.99),
    weight("late", POSITION, -4.53),
    weight("late2", POSITION, 3.22),
    weight(OPENING, POSITION, 2.61),
    weight("opens", POSITION, 0.61),
    weight("central", CENTRALITY, CENTRAL),
    weight("title", TITLE, TITLE_SHARE),
    weight("titleDensity", TITLE, TITLE_DENSITY),
    weight("names", NAMED, -2.17),
    weight("words", LENGTH, 0.06),
    weight("short", LENGTH, -6.27),
    weight("long", LENGTH, -1.45),
    weight("quotation", FORM, -0.71),
    weight("parenthesis", FORM, 0.08),
    weight("point", CUE, 2.0),
    weight("kwroot", KEYWORDS, KEYS),
    weight("phrases", KEYWORDS, 1.43),
    weight("entry", POSITION, -10.0),
    weight("focus", FOCUS, 12.0),
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
pub(crate) const COVERAGE: f64 = 0.5;

/// How much more a teaser likes the opening: times 1/√(1+i).
const TEASER: f64 = 4.0;

/// What each reason contributes to a score.
pub(crate) type Contributions = [f64; REASONS.len()];

/// The scores.
pub(crate) struct Scores {
    /// By sentence.
    pub contributions: Vec<Contributions>,
    /// By sentence: their sums.
    pub sums: Vec<f64>,
    /// What covering each term for the first time is worth.
    pub coverage: Weights,
}

/// Weighs what was measured.
pub(crate) fn weigh(measured: &Measured, options: &Options) -> Scores {
    let contributions: Vec<_> = measured.rows.iter().map(|row| contributions(row, options.kind)).collect();
    let sums = contributions.iter().map(|c| c.iter().sum()).collect();
    Scores { contributions, sums, coverage: Weights::coverage(&measured.terms, measured.count, COVERAGE) }
}

fn contributions(features: &Features, kind: SummaryType) -> Contributions {
    let mut out = Contributions::default();
    for (value, weight) in features.iter().zip(&WEIGHTS) {
        let teaser = if kind == SummaryType::Teaser && weight.feature == OPENING { TEASER } else { 0.0 };
        if let Some(sum) = out.get_mut(weight.reason) {
            *sum += value * (weight.weight + teaser);
        }
    }
    out
}

/// What one term contributes to the score of a sentence, coverage aside.
pub(crate) fn of_term(article: &Article, measured: &Measured, sentence: usize, term: u32) -> f64 {
    let words = article.words.of(sentence).len() as f64;
    let title = measured.title.get(term);
    KEYS * measured.keys.get(term) / (words + 10.0).sqrt()
        + CENTRAL * measured.likeness.share(&measured.terms, sentence, term)
        + TITLE_SHARE * title / measured.title.total.max(1.0)
        + TITLE_DENSITY * title / measured.terms.of(sentence).len().max(1) as f64
}

/// The reasons by name, with what the sentence covers, without those that weigh nothing.
pub(crate) fn reasons(contributions: &Contributions, coverage: f64) -> Reasons {
    let named = REASONS.iter().copied().zip(contributions.iter().copied());
    Reasons(named.chain([("coverage", coverage)]).filter(|(_, value)| *value != 0.0).collect())
}
