//! The content terms of each sentence, and how often each occurs in the document.

use crate::article::Article;
use crate::column::row;

/// The distinct content terms of each sentence that can be chosen, and their counts. Term numbers are those of
/// [`crate::word::Words::terms`], so everything is kept in dense arrays.
#[derive(Debug, Default)]
pub(crate) struct TermIndex {
    /// For each sentence where its entries start; one more at the end.
    starts: Vec<u32>,
    /// Distinct terms, in the order in which a sentence first uses them.
    ids: Vec<u32>,
    /// How often the sentence uses the term beside it.
    counts: Vec<u32>,
    /// By term: occurrences in the document.
    pub frequency: Vec<u32>,
    /// By term: sentences that hold it.
    pub sentences: Vec<u32>,
}

impl TermIndex {
    /// The terms of a sentence.
    #[inline(never)]
    pub fn of(&self, sentence: usize) -> &[u32] {
        self.ids.get(row(&self.starts, sentence)).unwrap_or_default()
    }

    /// The terms of a sentence, and how often it uses each.
    pub fn counted(&self, sentence: usize) -> (&[u32], &[u32]) {
        (self.of(sentence), self.counts.get(row(&self.starts, sentence)).unwrap_or_default())
    }

    /// By term the sentences that hold it.
    pub fn postings(&self) -> Postings {
        let mut starts = Vec::with_capacity(self.sentences.len() + 1);
        let mut end = 0u32;
        for &count in &self.sentences {
            starts.push(end);
            end += count;
        }
        starts.push(end);
        let mut next = starts.clone();
        let mut sentences = vec![0u32; self.ids.len()];
        for sentence in 0..self.starts.len() {
            for &term in self.of(sentence) {
                let Some(at) = next.get_mut(term as usize) else { continue };
                if let Some(slot) = sentences.get_mut(*at as usize) {
                    *slot = sentence as u32;
                }
                *at += 1;
            }
        }
        Postings { starts, sentences }
    }
}

/// By term the sentences that hold it, ascending.
pub(crate) struct Postings {
    starts: Vec<u32>,
    sentences: Vec<u32>,
}

impl Postings {
    #[inline(never)]
    pub fn of(&self, term: u32) -> &[u32] {
        self.sentences.get(row(&self.starts, term)).unwrap_or_default()
    }
}

/// Gathers the terms of the sentences that can be chosen.
#[inline(never)]
pub(crate) fn index(article: &Article) -> TermIndex {
    let words = &article.words;
    let size = words.terms.len();
    let mut out = TermIndex { frequency: vec![0; size], sentences: vec![0; size], ..TermIndex::default() };
    // By term: its last entry in `ids`, one past it; an entry before the sentence's start is an older sentence's.
    let mut entry = vec![0u32; size];
    for sentence in 0..article.sentences.len() {
        let start = out.ids.len() as u32;
        out.starts.push(start);
        if !article.is_eligible(sentence) {
            continue;
        }
        for &word in words.of(sentence) {
            if article.is_stop(word) {
                continue;
            }
            let term = words.term(word);
            let Some(seen) = entry.get_mut(term as usize) else { continue };
            if *seen > start {
                bump(&mut out.counts, *seen - 1);
            } else {
                out.ids.push(term);
                out.counts.push(1);
                *seen = out.ids.len() as u32;
                bump(&mut out.sentences, term);
            }
            bump(&mut out.frequency, term);
        }
    }
    out.starts.push(out.ids.len() as u32);
    out.ids.shrink_to_fit();
    out.counts.shrink_to_fit();
    out
}

fn bump(counts: &mut [u32], at: u32) {
    if let Some(count) = counts.get_mut(at as usize) {
        *count += 1;
    }
}
