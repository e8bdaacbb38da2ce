//! How much a sentence says what the others say.

use super::terms::Terms;

/// For each sentence: the cosine of its vector to the sum of all, and the mean of its dot products with the sentences
/// after it.
///
/// The vectors hold (1 + ln tf) · ln(1 + n/df) for each term and have unit length (Salton and Buckley 1988, "ltc"). One
/// dense running sum stands for all sentences at once, so that no pair of sentences is ever compared.
pub(crate) fn measure(terms: &Terms, sentences: &[u32]) -> Vec<[f64; 2]> {
    let n = sentences.len() as f64;
    let rarity: Vec<f64> = terms
        .sentences
        .iter()
        .map(|&df| if df == 0 { 0.0 } else { libm::log(1.0 + n / f64::from(df)) })
        .collect();
    let raw = |term: u32, count: u32| {
        let repeat = if count == 1 { 1.0 } else { 1.0 + libm::log(f64::from(count)) };
        repeat * rarity.get(term as usize).copied().unwrap_or(0.0)
    };
    let mut sum = vec![0.0; rarity.len()];
    let mut lengths = Vec::with_capacity(sentences.len());
    for &sentence in sentences {
        let square: f64 = terms.counted(sentence as usize).map(|(t, c)| raw(t, c) * raw(t, c)).sum();
        let length = square.sqrt();
        lengths.push(length);
        add(&mut sum, terms, sentence, |t, c| raw(t, c) / length);
    }
    let total = sum.iter().map(|v| v * v).sum::<f64>().sqrt();
    let mut after = sum.clone();
    let mut out = Vec::with_capacity(sentences.len());
    for (place, (&sentence, length)) in sentences.iter().zip(lengths).enumerate() {
        if length == 0.0 {
            out.push([0.0, 0.0]);
            continue;
        }
        add(&mut after, terms, sentence, |t, c| -raw(t, c) / length);
        let dot = |with: &[f64]| -> f64 {
            let parts = terms.counted(sentence as usize);
            parts.map(|(t, c)| raw(t, c) / length * with.get(t as usize).copied().unwrap_or(0.0)).sum()
        };
        let rest = n - 1.0 - place as f64;
        out.push([dot(&sum) / total, if rest > 0.0 { dot(&after) / rest } else { 0.0 }]);
    }
    out
}

fn add(sum: &mut [f64], terms: &Terms, sentence: u32, value: impl Fn(u32, u32) -> f64) {
    for (term, count) in terms.counted(sentence as usize) {
        if let Some(slot) = sum.get_mut(term as usize) {
            *slot += value(term, count);
        }
    }
}
