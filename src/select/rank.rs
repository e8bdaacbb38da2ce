//! The nested order: the best sentence first, each next one judged by what it adds.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::dangling::Antecedent;
use super::introduction::Introductions;
use super::near_duplicates::NearDuplicates;
use crate::article::Article;
use crate::column::Column;
use crate::feature::{Postings, TermIndex, Weights};
use crate::sort::float_key;

/// Where a sentence stands in the order.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Place {
    /// From 0; `None`: never chosen.
    pub rank: Option<u32>,
    /// The weight of the terms that it covered first, when its turn came.
    pub coverage: f64,
}

/// What the order is made from.
pub(crate) struct RankingInput<'a> {
    pub article: &'a Article,
    pub terms: &'a TermIndex,
    pub postings: &'a Postings,
    /// What covering a term for the first time is worth.
    pub coverage: &'a Weights,
    /// By sentence, without coverage.
    pub scores: &'a [f64],
    pub antecedents: &'a [Antecedent],
    pub introductions: &'a Introductions,
}

/// A limit on the sentences taken together.
#[derive(Clone, Copy)]
pub(crate) struct Budget<'a> {
    pub limit: u64,
    /// By sentence.
    pub costs: &'a [u32],
    /// The order without a limit: what has no rank there has none here.
    pub places: &'a [Place],
}

/// How much a sentence loses in the order when what it needs can't be chosen.
const MISSING: f64 = 3.0;
/// How much it loses while the sentence that introduces what it mentions is not chosen.
const UNINTRODUCED: f64 = 1.0;
/// How much it loses per share of its terms that a chosen one has, above the share that sentences of one text have anyway.
const REPETITION: f64 = 4.0;
const UNREPEATED: f64 = 0.3;
/// The share from which it says nothing new: it comes after all others.
const REPETITIVE: f64 = 0.7;
/// More than any score.
const LAST: f64 = 1000.0;
/// Sentences that one may bring along, itself included.
const CHAIN: usize = 4;

/// Orders the sentences greedily by score plus the weight of the terms that no earlier one covers.
///
/// A term is covered once, and then each sentence that holds it loses its weight: all updates together are as many as
/// there are (sentence, term) pairs, and a sentence whose queued value is outdated is queued anew when it surfaces.
/// A sentence that can't be read without the one before it brings that one along (or two, or three), in document order,
/// and is worth no more than the mean of them. Near copies of a sentence in the order are left out, as is what the budget can't hold.
pub(crate) fn rank(input: &RankingInput, budget: Option<Budget>) -> Vec<Place> {
    let mut ranker = Ranker::new(input, budget);
    while let Some(best) = ranker.queue.pop() {
        let i = best.sentence.0 as usize;
        if ranker.is_done(i) {
            continue;
        }
        let chain = ranker.chain(i);
        let value = ranker.value(chain.list());
        if float_key(value) < best.key {
            ranker.queue.push(Candidate { key: float_key(value), sentence: best.sentence });
        } else if ranker.fits(chain.list()) {
            for &sentence in chain.list().iter().rev() {
                if !ranker.accept(sentence as usize) {
                    ranker.enqueue(i);
                    break;
                }
            }
        }
    }
    ranker.places
}

/// A sentence and what it was worth when it was queued. The heap's greatest is the best; of equals the one that comes
/// first in the document.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    /// [`float_key`] of its value.
    key: u64,
    sentence: Reverse<u32>,
}

/// A sentence and those that it brings along, last first.
#[derive(Default)]
struct Chain {
    sentences: [u32; CHAIN + 1],
    length: usize,
}

impl Chain {
    fn push(&mut self, sentence: u32) {
        if let Some(slot) = self.sentences.get_mut(self.length) {
            *slot = sentence;
            self.length += 1;
        }
    }

    fn list(&self) -> &[u32] {
        self.sentences.get(..self.length).unwrap_or_default()
    }
}

struct Ranker<'a> {
    input: &'a RankingInput<'a>,
    near_duplicates: NearDuplicates<'a>,
    places: Vec<Place>,
    /// By sentence: a copy of a chosen one.
    is_duplicate: Vec<bool>,
    /// By sentence: what it loses by repeating what chosen ones say, and whether that was looked up from its own side.
    repetition: Vec<(f64, bool)>,
    /// By term.
    covered: Vec<bool>,
    queue: BinaryHeap<Candidate>,
    ranked: u32,
    budget: Option<Budget<'a>>,
    spent: u64,
}

impl<'a> Ranker<'a> {
    fn new(input: &'a RankingInput<'a>, budget: Option<Budget<'a>>) -> Ranker<'a> {
        let count = input.article.sentences.len();
        let mut ranker = Ranker {
            input,
            near_duplicates: NearDuplicates::new(input.article, input.terms, input.postings),
            places: vec![Place::default(); count],
            is_duplicate: vec![false; count],
            repetition: vec![(0.0, false); count],
            covered: vec![false; input.coverage.of.len()],
            queue: BinaryHeap::with_capacity(count),
            ranked: 0,
            budget,
            spent: 0,
        };
        for (i, place) in ranker.places.iter_mut().enumerate() {
            place.coverage = input.coverage.held(input.terms, i);
        }
        for i in 0..count {
            if input.article.is_eligible(i) {
                ranker.enqueue(i);
            }
        }
        ranker
    }

    fn enqueue(&mut self, i: usize) {
        let chain = self.chain(i);
        if chain.length <= CHAIN {
            let key = float_key(self.value(chain.list()));
            self.queue.push(Candidate { key, sentence: Reverse(i as u32) });
        }
    }

    fn is_done(&self, i: usize) -> bool {
        self.places.get(i).is_none_or(|p| p.rank.is_some())
            || self.is_duplicate.get(i).copied().unwrap_or(true)
    }

    /// The sentence and those before it that it needs and that aren't in the order yet; one too many when there are
    /// more than it may bring.
    fn chain(&self, i: usize) -> Chain {
        let mut chain = Chain::default();
        chain.push(i as u32);
        let mut at = i;
        while let Some(Antecedent::Sentence(before)) = self.input.antecedents.get(at)
            && chain.length <= CHAIN
            && !self.is_done(*before as usize)
        {
            chain.push(*before);
            at = *before as usize;
        }
        chain
    }

    /// The mean over the chain, but no more than its first sentence is worth: that one comes first in the order, and the
    /// summary may end with it.
    fn value(&self, chain: &[u32]) -> f64 {
        let (mut sum, mut first) = (0.0, 0.0);
        for &i in chain {
            first = self.value_of(i as usize);
            sum += first;
        }
        f64::min(first, sum / chain.len().max(1) as f64)
    }

    fn value_of(&self, i: usize) -> f64 {
        let score = self.input.scores.at(i);
        let is_missing = self.input.antecedents.get(i) == Some(&Antecedent::Missing);
        let introducing = self.input.introductions.introducing(i);
        let is_introduced = introducing.is_none_or(|sentence| self.is_done(sentence));
        score + self.places.get(i).map_or(0.0, |p| p.coverage)
            - if is_missing { MISSING } else { 0.0 }
            - if is_introduced { 0.0 } else { UNINTRODUCED }
            - self.repetition.get(i).map_or(0.0, |r| r.0)
    }

    fn fits(&self, chain: &[u32]) -> bool {
        let Some(budget) = self.budget else { return true };
        let mut spent = self.spent;
        for &i in chain {
            if !has_rank(budget.places, i as usize) {
                return false;
            }
            spent += budget.costs.get(i as usize).map_or(0, |&cost| u64::from(cost));
        }
        spent <= budget.limit
    }

    /// Gives the sentence the next rank, unless it is a copy of one that has a rank. `false` if it turns out to repeat more of
    /// such a one than was known: then it is worth less.
    fn accept(&mut self, i: usize) -> bool {
        let alike = self.near_duplicates.find(i);
        let mut is_copy = self.near_duplicates.is_selected(i);
        let mut repeated = 0.0;
        for other in alike.iter().filter(|other| has_rank(&self.places, other.sentence)) {
            is_copy |= other.is_copy;
            repeated = f64::max(repeated, loss(other.shared));
        }
        if is_copy {
            self.reject(i);
        } else if self.note_repetition(i, repeated, true) {
            return false;
        } else {
            if let Some(place) = self.places.get_mut(i) {
                place.rank = Some(self.ranked);
            }
            self.ranked += 1;
            self.spent += self.budget.and_then(|b| b.costs.get(i)).map_or(0, |&c| u64::from(c));
            self.near_duplicates.mark_selected(i);
            self.discount_terms(i);
            for other in alike {
                if self.is_done(other.sentence) {
                    continue;
                } else if other.is_copy {
                    self.reject(other.sentence);
                    self.requeue_dependents(other.sentence);
                } else {
                    self.note_repetition(other.sentence, loss(other.shared), false);
                }
            }
        }
        self.requeue_dependents(i);
        true
    }

    /// Notes what a sentence loses by repetition; whether it is news. From its own side it is looked up once.
    fn note_repetition(&mut self, i: usize, repeated: f64, from_own_side: bool) -> bool {
        let Some((known, is_looked_up)) = self.repetition.get_mut(i) else { return false };
        if from_own_side && std::mem::replace(is_looked_up, true) || repeated <= *known {
            return false;
        }
        *known = repeated;
        true
    }

    fn reject(&mut self, i: usize) {
        if let Some(is_duplicate) = self.is_duplicate.get_mut(i) {
            *is_duplicate = true;
        }
    }

    /// Takes the weight of the terms that `i` covers first from all others that hold them.
    fn discount_terms(&mut self, i: usize) {
        for &term in self.input.terms.of(i) {
            let Some(covered) = self.covered.get_mut(term as usize).filter(|c| !**c) else { continue };
            *covered = true;
            let weight = self.input.weight(term);
            for &other in self.input.postings.of(term) {
                if let Some(place) = self.places.get_mut(other as usize).filter(|p| p.rank.is_none()) {
                    place.coverage -= weight;
                }
            }
        }
    }

    /// Queues anew the sentences that need no longer bring `i` along, and those that mention what it introduces.
    fn requeue_dependents(&mut self, i: usize) {
        let introductions = self.input.introductions;
        for dependent in introductions.dependents(i) {
            if !self.is_done(dependent) {
                self.enqueue(dependent);
            }
        }
        for next in i + 1..=i + CHAIN {
            if self.input.antecedents.get(next) != Some(&Antecedent::Sentence(next as u32 - 1)) {
                break;
            }
            if !self.is_done(next) {
                self.enqueue(next);
            }
        }
    }
}

/// What a sentence loses by sharing that much of its terms with a chosen one.
fn loss(shared: f64) -> f64 {
    if shared >= REPETITIVE { LAST } else { REPETITION * (shared - UNREPEATED).max(0.0) }
}

fn has_rank(places: &[Place], i: usize) -> bool {
    places.get(i).is_some_and(|p| p.rank.is_some())
}

impl RankingInput<'_> {
    /// What covering the term for the first time is worth.
    pub fn weight(&self, term: u32) -> f64 {
        self.coverage.get(term)
    }
}
