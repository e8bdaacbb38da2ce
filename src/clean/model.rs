//! How much a block of pasted text speaks for being part of the article: a logistic regression.
//!
//! Fitted by `scripts/fit-cleaning.py` on pages saved as text, whose blocks were labelled by segments that people had marked
//! and by what the reading of the documents keeps. Fitted on half of the sites, it is as good on the other half.

/// The features of a block, each with its weight. A length enters as ln(1 + length).
pub(super) const WEIGHTS: [(&str, f64); 23] = [
    // How page-like the paste is, 0 to 1, and which share of its words is prose.
    ("page likeness", -1.68),
    ("prose of the paste", -2.52),
    // The block itself. Length of a sentence: 1 from 30 words on, 0 without an end of a sentence.
    ("words", 0.72),
    ("length of a sentence", 1.02),
    ("strong cue", -2.40),
    ("date", -1.81),
    ("repeated", -0.55),
    // Share of its words that are all capitals.
    ("capitals", -2.00),
    ("heading", -0.22),
    ("table", 1.71),
    ("apart", 0.76),
    // What stands before and after: heads of comments so far (3 at most), the share of blocks with a strong cue among the
    // six on both sides, the lengths of the neighbours, blocks to the nearest prose on both sides.
    ("comments before", -2.53),
    ("cues around", -2.74),
    ("words before", 0.25),
    ("words after", 0.27),
    ("blocks since prose", -0.13),
    ("blocks until prose", -0.22),
    // Its place in the paste, 0 to 1; blocks before and after it.
    ("place", -1.05),
    ("blocks before", -0.09),
    ("blocks after", -0.02),
    // Inside the first guess at the main content, or before it; the share of its content words that stand there.
    ("inside", 0.67),
    ("before", 0.03),
    ("words shared", 1.39),
];

/// Added to the sum; above zero the block is part of the article. The fit gives 0.11; the rest is for recall.
const BIAS: f64 = 0.11 + 0.65;

/// What a run of blocks costs: runs that come to less stay with what is around them. Beside a main content of so many words
/// other runs are mostly comments and other articles.
pub(super) const RUN: f64 = 3.0;
pub(super) const RUN_BESIDE_LONG: f64 = 40.0;
pub(super) const LONG: u32 = 400;

/// Positive for the article.
pub(super) fn weigh(features: &[f64; WEIGHTS.len()]) -> f64 {
    WEIGHTS.iter().zip(features).fold(BIAS, |sum, ((_, weight), value)| sum + weight * value)
}
