//! How much a sentence says what the others say.

use super::term_index::TermIndex;
use crate::column::Column;

/// What centrality is measured with: vectors of (1 + ln tf) · ln(1 + n/df) for each term, of unit length (Salton and
/// Buckley 1988, "ltc"). One dense running sum stands for all sentences at once, so that no two are ever compared.
pub(crate) struct Centrality {
    /// By term: ln(1 + n/df).
    idf: Vec<f64>,
    /// By term: the sum of all vectors, of unit length.
    centroid: Vec<f64>,
}

impl Centrality {
    pub fn new(terms: &TermIndex, sentences: &[u32]) -> Centrality {
        let n = sentences.len() as f64;
        let idf = |&df: &u32| if df == 0 { 0.0 } else { libm::log(1.0 + n / f64::from(df)) };
        let idf: Vec<f64> = terms.sentences.iter().map(idf).collect();
        let centroid = vec![0.0; idf.len()];
        let mut out = Centrality { idf, centroid };
        for &sentence in sentences {
            let (_, length) = out.measure(terms, sentence as usize);
            let (own, counts) = terms.counted(sentence as usize);
            for (&term, &count) in own.iter().zip(counts) {
                let value = out.value(term, count) / length;
                if let Some(slot) = out.centroid.get_mut(term as usize) {
                    *slot += value;
                }
            }
        }
        let mut total = 0.0;
        for value in &out.centroid {
            total += value * value;
        }
        let total = total.sqrt().max(f64::MIN_POSITIVE);
        for value in &mut out.centroid {
            *value /= total;
        }
        out
    }

    /// The cosine of a sentence's vector to the sum of all.
    pub fn cosine_to_centroid(&self, terms: &TermIndex, sentence: usize) -> f64 {
        let (product, length) = self.measure(terms, sentence);
        product / length
    }

    /// Calls `found(term, contribution)` for each term of a sentence; the contributions add up to
    /// [`Centrality::cosine_to_centroid`].
    pub fn each_contribution(&self, terms: &TermIndex, sentence: usize, found: &mut dyn FnMut(u32, f64)) {
        let (_, length) = self.measure(terms, sentence);
        let (own, counts) = terms.counted(sentence);
        for (&term, &count) in own.iter().zip(counts) {
            found(term, self.value(term, count) * self.centroid(term) / length);
        }
    }

    fn centroid(&self, term: u32) -> f64 {
        self.centroid.at(term)
    }

    /// The coordinate of a term, before the vector is brought to unit length.
    fn value(&self, term: u32, count: u32) -> f64 {
        let repeat = if count == 1 { 1.0 } else { 1.0 + libm::log(f64::from(count)) };
        repeat * self.idf.at(term)
    }

    /// Of a sentence's vector the product with the centroid, and the length.
    #[inline(never)]
    fn measure(&self, terms: &TermIndex, sentence: usize) -> (f64, f64) {
        let (mut product, mut squares) = (0.0, 0.0);
        let (own, counts) = terms.counted(sentence);
        for (&term, &count) in own.iter().zip(counts) {
            let value = self.value(term, count);
            product += value * self.centroid(term);
            squares += value * value;
        }
        (product, squares.sqrt().max(f64::MIN_POSITIVE))
    }
}
