//! Near copies: teaser, lead and pull quote say the same.

use crate::article::Article;
use crate::column::{Column, row};
use crate::feature::{Postings, TermIndex};
use crate::hash::mix;
use crate::hash_table::first_occurrence;
use crate::sort;

/// Finds the near copies of chosen sentences without comparing all with all: a copy must hold one of the rarest terms,
/// so only the sentences that hold these are looked at.
pub(crate) struct NearDuplicates<'a> {
    terms: &'a TermIndex,
    postings: &'a Postings,
    figures: Figures,
    /// By sentence: a number that sentences with the same words share.
    wording_id: Vec<u32>,
    /// By wording: whether a sentence with it was chosen.
    selected: Vec<bool>,
    /// By sentence: the last one that it was compared with, one past it.
    compared: Vec<u32>,
    /// By term: the last search that marked it.
    mark: Vec<u32>,
    /// The number of the search, from 1.
    search: u32,
}

/// A sentence that says much of what another says.
pub(crate) struct Like {
    pub sentence: usize,
    /// Share of the terms of the shorter one that both have.
    pub shared: f64,
    /// Whether they are near copies.
    pub is_copy: bool,
}

/// Share of the shorter sentence's terms that two sentences have in common, at the least, when one repeats the other.
const REPEATED: f64 = 0.45;
/// The same when they are near copies.
const COPIED: f64 = 0.8;
/// The fewest terms by which copies are told; shorter sentences must agree word by word.
const TERMS: usize = 5;
/// Terms in more sentences than this are not used to find near copies.
const HOLDERS: usize = 32;
/// Sentences that one is compared with, at the most: a sentence of fewer than 80 terms never has more candidates.
const CANDIDATES: usize = 512;
/// How many times longer than another a sentence must be for its terms not to be read one by one.
const FAR_LONGER: usize = 8;

impl<'a> NearDuplicates<'a> {
    pub fn new(article: &Article, terms: &'a TermIndex, postings: &'a Postings) -> NearDuplicates<'a> {
        let wording_id = wording_ids(article);
        let count = wording_id.len();
        let figures = Figures::of(article);
        let (selected, compared) = (vec![false; count], vec![0; count]);
        let mark = vec![0; terms.frequency.len()];
        NearDuplicates { terms, postings, figures, wording_id, selected, compared, mark, search: 0 }
    }

    /// Whether a chosen sentence has the same words.
    pub fn is_selected(&self, sentence: usize) -> bool {
        let wording = self.wording_id.at(sentence);
        self.selected.at(wording)
    }

    /// Notes that a sentence was chosen.
    pub fn mark_selected(&mut self, sentence: usize) {
        let wording = self.wording_id.at(sentence);
        if let Some(selected) = self.selected.get_mut(wording as usize) {
            *selected = true;
        }
    }

    /// The sentences that repeat this one, and those of them that are near copies.
    #[inline(never)]
    pub fn find(&mut self, sentence: usize) -> Vec<Like> {
        let rarest = self.rarest(sentence);
        let mut found = Vec::new();
        self.search += 1;
        if rarest.is_empty() {
            return found;
        }
        for &term in self.terms.of(sentence) {
            if let Some(mark) = self.mark.get_mut(term as usize) {
                *mark = self.search;
            }
        }
        let mut compared = 0;
        for term in rarest {
            for &other in self.postings.of(term as u32) {
                let Some(last) = self.compared.get_mut(other as usize) else { continue };
                if other as usize == sentence || *last == self.search || compared == CANDIDATES {
                    continue;
                }
                *last = self.search;
                compared += 1;
                found.extend(self.compare(sentence, other as usize));
            }
        }
        found
    }

    /// The terms one of which each sentence that repeats this one must hold: it lacks at most two fifths, hence it holds
    /// one of the rarest two fifths and one more. Rarest first; without those that no other sentence holds. In the upper half of each is how many hold it.
    fn rarest(&self, sentence: usize) -> Vec<u64> {
        let own = self.terms.of(sentence);
        let mut count = (own.len() as f64 * (1.0 - REPEATED)) as usize + 1;
        let mut rare = Vec::new();
        for &term in own.iter().filter(|_| own.len() >= TERMS) {
            match self.postings.of(term).len() {
                1 => count = count.saturating_sub(1),
                held @ 2..=HOLDERS => rare.push((held as u64) << 32 | u64::from(term)),
                _ => {}
            }
        }
        sort::sort(&mut rare);
        rare.truncate(count);
        rare
    }

    /// How much `other` repeats of marked `sentence`, if it does. Near copies are those of which one holds nearly all terms of
    /// the other, and that don't differ by figures.
    fn compare(&self, sentence: usize, other: usize) -> Option<Like> {
        let (own, others) = (self.terms.of(sentence), self.terms.of(other));
        let least = own.len().min(others.len());
        let needed = (REPEATED * least as f64).ceil() as usize;
        // Of a far longer sentence the terms aren't read: else many short ones could have it read anew each time.
        let is_far_longer = others.len() / FAR_LONGER > own.len();
        let mut shared = 0;
        let mut rest = if is_far_longer { own.len() } else { others.len() };
        for &term in if is_far_longer { own } else { others } {
            rest -= 1;
            shared += usize::from(if is_far_longer {
                self.postings.of(term).binary_search(&(other as u32)).is_ok()
            } else {
                self.mark.get(term as usize) == Some(&self.search)
            });
            if shared + rest < needed {
                return None;
            }
        }
        let shared = shared as f64 / least.max(1) as f64;
        let is_copy = shared >= COPIED && !self.figures.differ(sentence, other);
        (least >= TERMS).then_some(Like { sentence: other, shared, is_copy })
    }
}

/// The numbers of each sentence.
struct Figures {
    /// For each sentence where its numbers start; one more at the end.
    starts: Vec<u32>,
    /// Their forms: of each sentence ascending, each once.
    forms: Vec<u32>,
}

impl Figures {
    fn of(article: &Article) -> Figures {
        let mut out = Figures { starts: vec![0], forms: Vec::new() };
        let mut own = Vec::new();
        for sentence in 0..article.sentences.len() {
            own.clear();
            for word in article.words.of(sentence).iter().filter(|w| w.is_number()) {
                own.push(u64::from(word.form()));
            }
            sort::sort(&mut own);
            own.dedup();
            out.forms.extend(own.iter().map(|&form| form as u32));
            out.starts.push(out.forms.len() as u32);
        }
        out
    }

    fn get(&self, sentence: usize) -> &[u32] {
        self.forms.get(row(&self.starts, sentence)).unwrap_or_default()
    }

    /// Whether each sentence has a number that the other lacks: then they are rows of a series, no copies.
    fn differ(&self, a: usize, b: usize) -> bool {
        let (mut short, mut long) = (self.get(a), self.get(b));
        if short.len() > long.len() {
            (short, long) = (long, short);
        }
        let shared = short.iter().filter(|form| long.binary_search(form).is_ok()).count();
        shared < short.len()
    }
}

/// Numbers the sentences by their words: equal words, equal number.
fn wording_ids(article: &Article) -> Vec<u32> {
    let mut hashes = vec![0; article.sentences.len()];
    for (sentence, hash) in hashes.iter_mut().enumerate() {
        for word in article.words.of(sentence) {
            *hash = mix(*hash, u64::from(word.form()) + 1);
        }
    }
    first_occurrence(&hashes)
}
