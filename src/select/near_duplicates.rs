//! Near copies: teaser, lead and pull quote say the same.

use crate::article::Article;
use crate::feature::{Postings, TermIndex};
use crate::interner;
use crate::sort;

/// Finds the near copies of chosen sentences without comparing all with all: a copy must hold one of the rarest terms,
/// so only the sentences that hold these are looked at.
pub(crate) struct NearDuplicates<'a> {
    article: &'a Article,
    terms: &'a TermIndex,
    postings: &'a Postings,
    /// By sentence: a number that sentences with the same words share.
    wording_id: Vec<u32>,
    /// By wording: whether a sentence with it was chosen.
    selected: Vec<bool>,
    /// By term: the last sentence whose terms were marked, one past it.
    mark: Vec<u32>,
}

/// Share of its terms that a sentence must have in common with another to be its copy.
const COMMON: f64 = 0.8;
/// TermIndex that a sentence must have for its copies to be told by terms alone; shorter ones must agree word by word.
const TERMS: usize = 5;
/// Sentences that hold a term before it is too common to find copies by.
const HOLDERS: usize = 32;

impl<'a> NearDuplicates<'a> {
    pub fn new(article: &'a Article, terms: &'a TermIndex, postings: &'a Postings) -> NearDuplicates<'a> {
        let wording = wording_ids(article);
        let selected = vec![false; wording.len()];
        NearDuplicates {
            article,
            terms,
            postings,
            wording_id: wording,
            selected,
            mark: vec![0; terms.frequency.len()],
        }
    }

    /// Whether a chosen sentence has the same words.
    pub fn is_selected(&self, sentence: usize) -> bool {
        let wording = self.wording_id.get(sentence).copied().unwrap_or(0);
        self.selected.get(wording as usize).copied().unwrap_or(false)
    }

    /// Notes that a sentence was chosen.
    pub fn mark_selected(&mut self, sentence: usize) {
        let wording = self.wording_id.get(sentence).copied().unwrap_or(0);
        if let Some(selected) = self.selected.get_mut(wording as usize) {
            *selected = true;
        }
    }

    /// The near copies of a sentence, some of them perhaps twice.
    #[inline(never)]
    pub fn find(&mut self, sentence: usize) -> Vec<u32> {
        let own = self.terms.of(sentence);
        let mut found = Vec::new();
        if own.len() < TERMS {
            return found;
        }
        // A copy lacks at most a fifth of the terms, hence it holds one of the rarest fifth and one more.
        let most = (own.len() as f64 * (1.0 - COMMON)) as usize + 1;
        let held = |term: u32| self.postings.of(term).len();
        // Those that no other sentence holds come first, and lead nowhere.
        let (mut single, mut rare) = (0, Vec::with_capacity(own.len()));
        for &term in own {
            match held(term) {
                1 => single += 1,
                count @ 2..=HOLDERS => rare.push((count as u64) << 32 | u64::from(term)),
                _ => {}
            }
        }
        if single >= most || rare.is_empty() {
            return found;
        }
        sort::sort(&mut rare);
        rare.truncate(most - single);
        for &term in own {
            if let Some(mark) = self.mark.get_mut(term as usize) {
                *mark = sentence as u32 + 1;
            }
        }
        for packed in rare {
            for &other in self.postings.of(packed as u32) {
                if other as usize != sentence && self.is_near_duplicate(sentence, other as usize) {
                    found.push(other);
                }
            }
        }
        found
    }

    /// Whether marked `sentence` and `other` say the same: one holds nearly all terms of the other, and they don't
    /// differ by figures.
    fn is_near_duplicate(&self, sentence: usize, other: usize) -> bool {
        let (own, others) = (self.terms.of(sentence), self.terms.of(other));
        let shared = others.iter().filter(|&&t| self.is_marked(t, sentence)).count();
        let least = own.len().min(others.len());
        least >= TERMS && shared as f64 >= COMMON * least as f64 && !self.differs_by_figures(sentence, other)
    }

    fn is_marked(&self, term: u32, sentence: usize) -> bool {
        self.mark.get(term as usize).is_some_and(|&m| m == sentence as u32 + 1)
    }

    /// Each has a figure that the other lacks: the rows of a series, no copies.
    fn differs_by_figures(&self, sentence: usize, other: usize) -> bool {
        self.lacks_figure(sentence, other) && self.lacks_figure(other, sentence)
    }

    /// Whether sentence `a` has a figure that `b` lacks.
    #[inline(never)]
    fn lacks_figure(&self, a: usize, b: usize) -> bool {
        let (own, others) = (self.article.words.of(a), self.article.words.of(b));
        own.iter().any(|w| w.is_number() && !others.iter().any(|v| v.is_number() && v.form() == w.form()))
    }
}

/// Numbers the sentences by their words: equal words, equal number.
fn wording_ids(article: &Article) -> Vec<u32> {
    let mut hashes = vec![0; article.sentences.len()];
    for (sentence, hash) in hashes.iter_mut().enumerate() {
        for word in article.words.of(sentence) {
            *hash = interner::mix(*hash, u64::from(word.form()) + 1);
        }
    }
    interner::first_occurrence(&hashes)
}
