//! The features of a sentence and their weights: every weight of the score lives here.

use crate::Options;
use crate::article::Article;
use crate::digest::Reasons;
use crate::feature::{Measured, Row, Weights};
use crate::options::SummaryType;

/// A feature of a sentence.
pub(crate) struct Feature {
    /// Its name in the output of the batch example's `--features`.
    pub name: &'static str,
    /// The reason that a reader is told, as a place in [`Reasons::NAMES`].
    pub reason: usize,
    pub weight: f64,
    pub value: fn(&Row) -> f64,
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
const DOUBT: usize = 9;

const fn feature(name: &'static str, reason: usize, weight: f64, value: fn(&Row) -> f64) -> Feature {
    Feature { name, reason, weight, value }
}

// Fitted by `scripts/fit.py FOLDER ... --start weights.json` to summaries that people wrote: 3 068 documents in 60 sets, every
// set counting once, for two lengths at once, the sentences and the words of their summaries; of weights that do equally well
// those that the 25 sets of the README's table like best. With whole sets left out of the fit, nine tenths of the gain over
// the lead remain. i counts the sentences that can be chosen from 0, n is how many there are.

/// 1/√(1+i), 1 down to 0: the higher, the more the opening counts.
const OPENING: f64 = 2.34;
/// Weights of the terms within keyphrases, summed, over √(words + 10), 0 to about 1.5: the higher, the more the keywords
/// count; far higher, and long lists of them win.
const PHRASES: f64 = 2.57;
/// Share of the sentence's content terms that the title has, 0 to 1: the higher, the more sentences echo the title.
const TITLED: f64 = 1.2;
/// Cosine to the sum of all sentences, 0 to 1: the higher, the more a sentence must say what the others say.
const CENTRAL: f64 = 9.21;

pub(crate) const FEATURES: [Feature; 21] = [
    // 1 for the first sentence: below zero tempers OPENING, since an opening may set the scene only.
    feature("first", POSITION, -1.08, |row| flag(row.place == 0.0)),
    // i/(n−1), 0 to 1: below zero prefers the beginning.
    feature("late", POSITION, -3.27, |row| row.late),
    // Its square: above zero spares the end, so that the middle counts least.
    feature("position_squared", POSITION, 2.82, |row| row.late * row.late),
    feature(LEAD, POSITION, OPENING, |row| 1.0 / (1.0 + row.place).sqrt()),
    // 1 for the first sentence of a paragraph: above zero prefers those.
    feature("paragraph_start", POSITION, 0.42, |row| flag(row.opens_paragraph)),
    // i/(n−1) in what looks like an entry of an encyclopaedia, else 0: far below zero gives the opening alone.
    feature("encyclopedia_position", POSITION, -12.0, |row| if row.is_in_entry() { row.late } else { 0.0 }),
    feature("phrases", KEYWORDS, PHRASES, |row| row.phrases()),
    feature("title_density", TITLE, TITLED, |row| row.title_density()),
    // 0 to about 0.6: below zero avoids lists of names.
    feature("names", NAMED, -2.75, |row| row.names()),
    feature("central", CENTRALITY, CENTRAL, |row| row.cosine_to_centroid()),
    // 1 under five words, and 1 over forty: below zero avoids fragments, and sentences that say too much at once.
    feature("short", LENGTH, -2.85, |row| flag(row.words < 5.0)),
    feature("long", LENGTH, -1.29, |row| flag(row.words > 40.0)),
    // Words beyond forty, in twenties, 0 to 3: below zero, the longer the worse.
    feature("excess", LENGTH, -0.5, |row| ((row.words - 40.0) / 20.0).clamp(0.0, 3.0)),
    // 1 with a quotation mark: below zero prefers the reporter's words to those of others.
    feature("quotation", FORM, -0.47, |row| flag(row.has_quotation())),
    // 1 for a question in an interview, a meeting or a chat: below zero prefers the answers.
    feature("asks", FORM, -1.5, |row| flag(row.asks_in_talk())),
    // 1 for what looks torn, and 1 for what looks like a caption or kicker: below zero avoids them.
    feature("fragment", FORM, -4.0, |row| flag(row.is_fragment())),
    feature("caption", FORM, -2.0, |row| flag(row.is_caption_like())),
    // 1 for a first sentence that opens in the middle of a story, with a pronoun or connective: below zero takes back what the
    // opening is worth.
    feature("mid_story", POSITION, -1.0, |row| flag(row.opens_mid_story())),
    // 1 with a phrase that announces the point: above zero prefers it.
    feature("point", CUE, 1.65, |row| flag(row.has_point())),
    // 0.5 to 1 with what the caller asks for, else 0: so high that it outweighs all the others. Not fitted.
    feature("focus", FOCUS, 12.0, |row| row.focus),
    // 1 for what may be no part of the article: far below zero keeps it from leading a summary. Not fitted.
    feature("doubtful", DOUBT, -4.0, |row| flag(row.is_doubtful())),
];

/// The values of one sentence.
pub(crate) type Features = [f64; FEATURES.len()];

fn flag(is: bool) -> f64 {
    f64::from(u8::from(is))
}

/// What covering a term for the first time is worth, times the term's weight; 0 and above. At 0 the sentences are
/// chosen as if each were alone; the higher, the more they differ.
pub(crate) const COVERAGE: f64 = 0.12;

const LEAD: &str = "lead";
/// How much more a teaser likes the opening: times 1/√(1+i).
const TEASER: f64 = 4.0;

/// What each reason contributes to a score, coverage aside: that is known when the sentence is chosen.
pub(crate) type Contributions = [f64; Reasons::NAMES.len() - 1];

/// What covering a word of the title for the first time is worth, 0 and above: the higher, the sooner the summary says
/// what the title promises.
pub(crate) const TITLE_COVERAGE: f64 = 0.8;

/// The scores.
pub(crate) struct Scores {
    /// By sentence, as is the next: zeros for those that can't be chosen.
    pub contributions: Vec<Contributions>,
    /// The sums of the contributions.
    pub sums: Vec<f64>,
    /// What covering each term for the first time is worth.
    pub coverage: Weights,
}

/// Weighs what was measured. `kept` takes the values of [`FEATURES`] of the sentences that can be chosen.
pub(crate) fn weigh(
    article: &Article,
    measured: &Measured,
    options: &Options,
    mut kept: Option<&mut Vec<(u32, Features)>>,
) -> Scores {
    let mut contributions = vec![Contributions::default(); article.sentences.len()];
    let mut sums = vec![0.0; contributions.len()];
    measured.each_row(article, &mut |row| {
        let features = FEATURES.each_ref().map(|feature| (feature.value)(row));
        let own = contributions_of(&features, options.kind);
        if let (Some(slot), Some(sum)) = (contributions.get_mut(row.sentence), sums.get_mut(row.sentence)) {
            *slot = own;
            for value in own {
                *sum += value;
            }
        }
        if let Some(kept) = &mut kept {
            kept.push((row.sentence as u32, features));
        }
    });
    let mut coverage = Weights::coverage(&measured.terms, measured.sentences.len());
    for (weight, demand) in coverage.of.iter_mut().zip(&measured.title.of) {
        *weight = COVERAGE * *weight + TITLE_COVERAGE * demand;
    }
    Scores { contributions, sums, coverage }
}

fn contributions_of(row: &Features, kind: SummaryType) -> Contributions {
    let mut out = Contributions::default();
    for (value, feature) in row.iter().zip(&FEATURES) {
        let teaser = if kind == SummaryType::Teaser && feature.name == LEAD { TEASER } else { 0.0 };
        if let Some(sum) = out.get_mut(feature.reason) {
            *sum += value * (feature.weight + teaser);
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
        let in_title = f64::from(u8::from(title.get(term) > 0.0));
        if let Some(worth) = worth.get_mut(term as usize) {
            *worth += PHRASES * phrases.get(term) / (words + 10.0).sqrt()
                + CENTRAL * central
                + TITLED * in_title / count;
        }
    });
}
