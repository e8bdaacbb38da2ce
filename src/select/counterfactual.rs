//! What a chosen sentence owes to one word or name.

use super::rank::{Place, RankingInput};
use crate::digest::Counterfactual;
use crate::entity::Entities;
use crate::sort;
use crate::span::Span;
use crate::word::Word;

/// For sentences of the summary the name or word that weighs most in them, and the rank that they would have without
/// it, the others' scores being what they are. `of_term(sentence, term)` is what a term contributes, coverage aside.
#[inline(never)]
pub(crate) fn find(
    input: &RankingInput,
    places: &[Place],
    summary: &[u32],
    entities: &Entities,
    of_term: &dyn Fn(usize, u32) -> f64,
) -> Vec<(u32, Counterfactual)> {
    let scores = sorted_scores(input, places);
    let first = first_covered(input, places);
    let mut out = Vec::new();
    for &sentence in summary {
        let worth = |term: u32| {
            let covers = first.get(term as usize) == Some(&(sentence + 1));
            of_term(sentence as usize, term) + if covers { input.weight(term) } else { 0.0 }
        };
        let Some((most, span)) = heaviest(input, sentence, entities, &worth) else { continue };
        let left = score(input, places, sentence as usize) - most;
        // Those above what is left, the sentence itself aside.
        let above = scores.len() - scores.partition_point(|&s| s <= sort::float_key(left));
        let rank = above.saturating_sub(1) as u32;
        if places.get(sentence as usize).and_then(|p| p.rank).is_some_and(|now| rank > now) {
            let term = span.of(&input.article.page.text).to_string();
            out.push((sentence, Counterfactual { term, rank }));
        }
    }
    out
}

fn score(input: &RankingInput, places: &[Place], sentence: usize) -> f64 {
    input.scores.get(sentence).zip(places.get(sentence)).map_or(0.0, |(score, place)| score + place.coverage)
}

/// The scores of all that have a rank, ascending.
fn sorted_scores(input: &RankingInput, places: &[Place]) -> Vec<u64> {
    let mut scores = Vec::with_capacity(places.len());
    for (i, place) in places.iter().enumerate() {
        if place.rank.is_some() {
            scores.push(sort::float_key(score(input, places, i)));
        }
    }
    sort::sort(&mut scores);
    scores
}

/// By term the sentence that covers it first in the order, one past it; 0 where none does.
fn first_covered(input: &RankingInput, places: &[Place]) -> Vec<u32> {
    // By rank the sentence, one past it.
    let mut ranked = vec![0; places.len()];
    for (number, place) in (1u32..).zip(places) {
        if let Some(slot) = place.rank.and_then(|rank| ranked.get_mut(rank as usize)) {
            *slot = number;
        }
    }
    let mut first = vec![0; input.coverage.of.len()];
    for number in ranked {
        let Some(sentence) = number.checked_sub(1) else { break };
        for &term in input.terms.of(sentence as usize) {
            if let Some(first) = first.get_mut(term as usize).filter(|f| **f == 0) {
                *first = number;
            }
        }
    }
    first
}

/// The name or content word of the sentence that is worth most, and where it stands.
fn heaviest(
    input: &RankingInput,
    sentence: u32,
    entities: &Entities,
    worth: &dyn Fn(u32) -> f64,
) -> Option<(f64, Span)> {
    let article = input.article;
    let from = entities.mentions.partition_point(|m| m.sentence < sentence);
    let mut best: Option<(f64, Span)> = None;
    let mut weigh = |run: &[Word]| {
        let mut sum = 0.0;
        for &word in run {
            if !article.is_stop(word) {
                sum += worth(article.words.term(word));
            }
        }
        if let (Some(first), Some(last)) = (run.first(), run.last())
            && sum > best.map_or(0.0, |(most, _)| most)
        {
            best = Some((sum, Span { start: first.span.start, end: last.span.end }));
        }
    };
    // Names first: of equals they are told.
    for mention in entities.mentions.get(from..).unwrap_or_default() {
        if mention.sentence != sentence {
            break;
        }
        weigh(mention.of(article));
    }
    for word in article.words.of(sentence as usize) {
        weigh(std::slice::from_ref(word));
    }
    best
}
