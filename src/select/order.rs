//! The nested order: best sentence first, each next one judged by what it adds.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use crate::article::Article;
use crate::feature::{Terms, Weights};

/// Where a sentence stands in the order.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Place {
    /// From 0; `None`: never chosen.
    pub rank: Option<u32>,
    /// The weight of the terms that it covered first, when its turn came.
    pub coverage: f64,
}

/// A sentence and what it was worth when it was queued.
struct Candidate {
    value: f64,
    sentence: u32,
}

impl Ord for Candidate {
    /// The heap's greatest is the best; of equals the one that comes first in the document.
    fn cmp(&self, other: &Candidate) -> Ordering {
        self.value.total_cmp(&other.value).then(other.sentence.cmp(&self.sentence))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Candidate) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Candidate {
    fn eq(&self, other: &Candidate) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Candidate {}

/// Orders the sentences greedily by score plus the weight of the terms that no earlier one covers.
///
/// A term is covered once, and then each sentence that holds it loses its weight: all updates together are as many as
/// there are (sentence, term) pairs, and a sentence whose queued value is outdated is queued anew when it surfaces.
pub(crate) fn order(article: &Article, terms: &Terms, coverage: &Weights, scores: &[f64]) -> Vec<Place> {
    let weight = |term: u32| coverage.of.get(term as usize).copied().unwrap_or(0.0);
    let mut places: Vec<Place> = (0..article.sentences.len())
        .map(|i| Place { rank: None, coverage: terms.of(i).iter().map(|&t| weight(t)).sum() })
        .collect();
    let value = |places: &[Place], i: usize| {
        scores.get(i).copied().unwrap_or(0.0) + places.get(i).map_or(0.0, |p| p.coverage)
    };
    let holders = terms.holders();
    let mut queue: BinaryHeap<Candidate> = (0..article.sentences.len())
        .filter(|&i| article.is_eligible(i))
        .map(|i| Candidate { value: value(&places, i), sentence: i as u32 })
        .collect();
    let mut covered = vec![false; coverage.of.len()];
    let mut rank = 0;
    while let Some(best) = queue.pop() {
        let i = best.sentence as usize;
        let now = value(&places, i);
        if now < best.value {
            queue.push(Candidate { value: now, sentence: best.sentence });
            continue;
        }
        if let Some(place) = places.get_mut(i) {
            place.rank = Some(rank);
        }
        rank += 1;
        for &term in terms.of(i) {
            let Some(covered) = covered.get_mut(term as usize).filter(|c| !**c) else { continue };
            *covered = true;
            for &other in holders.of(term) {
                if let Some(place) = places.get_mut(other as usize).filter(|p| p.rank.is_none()) {
                    place.coverage -= weight(term);
                }
            }
        }
    }
    places
}
