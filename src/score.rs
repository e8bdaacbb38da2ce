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
    /// The reason that a reader is told, as a place in [`Reasons::NAMES`].
    pub reason: usize,
    pub weight: f64,
}

// Places in `Reasons::NAMES`.
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

// Fitted by scripts/fit.py (`scripts/fit.py DATA --start weights.json`) to summaries that people wrote, 1 072 documents in
// 25 sets, every set counting once, for two lengths at once: the sentences and the words of their summaries. On documents
// left out of such a fit, half of every set, two thirds to three quarters of the gain over the lead were left. i counts the
// sentences that can be chosen from 0, n is how many there are.

/// 1/√(1+i), 1 down to 0: the higher, the more the opening counts.
const OPENING: f64 = 2.34;
/// Weights of the terms within keyphrases, summed, over √(words + 10), 0 to about 1.5: the higher, the more the keywords
/// count; far higher, and long lists of them win.
const PHRASES: f64 = 2.57;
/// Share of the sentence's content terms that the title has, 0 to 1: the higher, the more sentences echo the title.
const TITLED: f64 = 1.56;
/// Cosine to the sum of all sentences, 0 to 1: the higher, the more a sentence must say what the others say.
const CENTRAL: f64 = 9.21;

/// In the order of the columns of [`crate::feature::measure`].
pub(crate) const WEIGHTS: [Weight; COLUMNS] = [
    // 1 for the first sentence: below zero tempers OPENING, since an opening may set the scene only.
    weight("first", POSITION, -1.08),
    // i/(n−1), 0 to 1: below zero prefers the beginning.
    weight("late", POSITION, -3.27),
    // Its square: above zero spares the end, so that the middle counts least.
    weight("position_squared", POSITION, 2.82),
    weight(LEAD, POSITION, OPENING),
    // 1 for the first sentence of a paragraph: above zero prefers those.
    weight("paragraph_start", POSITION, 0.42),
    // i/(n−1) in what looks like an entry of an encyclopaedia, else 0: far below zero gives the opening alone.
    weight("encyclopedia_position", POSITION, -9.0),
    weight("phrases", KEYWORDS, PHRASES),
    weight("titleDensity", TITLE, TITLED),
    // Share of the words with a capital inside the sentence, 0 to about 0.6: below zero avoids lists of names.
    weight("names", NAMED, -2.68),
    weight("central", CENTRALITY, CENTRAL),
    // 1 under five words, and 1 over forty: below zero avoids fragments, and sentences that say too much at once.
    weight("short", LENGTH, -2.85),
    weight("long", LENGTH, -1.29),
    // 1 with a quotation mark: below zero prefers the reporter's words to those of others.
    weight("quotation", FORM, -0.47),
    // 1 with a phrase that announces the point: above zero prefers it.
    weight("point", CUE, 1.73),
    // 0.5 to 1 with what the caller asks for, else 0: so high that it outweighs all the others. Not fitted.
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
pub(crate) const COVERAGE: f64 = 0.12;

const LEAD: &str = "lead";
/// How much more a teaser likes the opening: times 1/√(1+i).
const TEASER: f64 = 4.0;

/// What each reason contributes to a score, coverage aside: that is known when the sentence is chosen.
pub(crate) type Contributions = [f64; Reasons::NAMES.len() - 1];

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
pub(crate) fn weigh(rows: &[Features], measured: &Measured, options: &Options) -> Scores {
    let mut all = vec![Contributions::default(); rows.len()];
    let mut sums = vec![0.0; rows.len()];
    for ((row, own), sum) in rows.iter().zip(&mut all).zip(&mut sums) {
        *own = contributions(row, options.kind);
        for value in own {
            *sum += *value;
        }
    }
    let coverage = Weights::coverage(&measured.terms, measured.count, COVERAGE);
    Scores { contributions: all, sums, coverage }
}

fn contributions(features: &Features, kind: SummaryType) -> Contributions {
    let mut out = Contributions::default();
    for (value, weight) in features.iter().zip(&WEIGHTS) {
        let teaser = if kind == SummaryType::Teaser && weight.feature == LEAD { TEASER } else { 0.0 };
        if let Some(sum) = out.get_mut(weight.reason) {
            *sum += value * (weight.weight + teaser);
        }
    }
    out
}

/// Adds to `worth`, by term, what each term of a sentence contributes to its score, coverage aside. Time grows with the
/// number of the sentence's terms.
pub(crate) fn add_term_contributions(
    article: &Article,
    measured: &Measured,
    sentence: usize,
    worth: &mut [f64],
) {
    let Measured { terms, phrases, title, centrality, .. } = measured;
    let words = article.words.of(sentence).len() as f64;
    let count = terms.of(sentence).len().max(1) as f64;
    centrality.each_contribution(terms, sentence, &mut |term, central| {
        if let Some(worth) = worth.get_mut(term as usize) {
            *worth += PHRASES * phrases.get(term) / (words + 10.0).sqrt()
                + CENTRAL * central
                + TITLED * title.get(term) / count;
        }
    });
}
