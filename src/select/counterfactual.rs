//! Counterfactual explanations: the rank a sentence would have without its most valuable word or name.

use super::rank::{Place, RankingInput};
use crate::column::Column;
use crate::digest::Counterfactual;
use crate::entity::Entities;
use crate::feature::Measured;
use crate::score;
use crate::sort;
use crate::span::Span;
use crate::word::Word;

/// For sentences of the summary, the word or name that contributes most to the score, and the rank that the sentence would
/// have without it, all other scores being unchanged. Sentences that would keep their rank are left out.
#[inline(never)]
pub(crate) fn find(
    input: &RankingInput,
    measured: &Measured,
    places: &[Place],
    summary: &[u32],
    entities: &Entities,
) -> Vec<(u32, Counterfactual)> {
    let scores = sorted_scores(input, places);
    let first = first_covered(input, places);
    // By term what it is worth in the sentence at hand; 0 for the terms of all other sentences.
    let mut worth = vec![0.0; first.len()];
    let mut out = Vec::new();
    for &sentence in summary {
        score::add_term_contributions(input.article, measured, sentence as usize, &mut worth);
        for &term in input.terms.of(sentence as usize) {
            if first.get(term as usize) == Some(&(sentence + 1))
                && let Some(worth) = worth.get_mut(term as usize)
            {
                *worth += input.weight(term);
            }
        }
        let heaviest = heaviest(input, sentence, entities, &worth);
        for &term in input.terms.of(sentence as usize) {
            worth.get_mut(term as usize).into_iter().for_each(|worth| *worth = 0.0);
        }
        let Some((most, span)) = heaviest else { continue };
        let without = score(input, places, sentence as usize) - most;
        // The sentences with a higher score than that, the sentence itself aside.
        let above = scores.len() - scores.partition_point(|&s| s <= sort::float_key(without));
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

/// The name or content word that is worth most in the sentence: its worth, and where it stands. `worth` is by term.
fn heaviest(input: &RankingInput, sentence: u32, entities: &Entities, worth: &[f64]) -> Option<(f64, Span)> {
    let article = input.article;
    let from = entities.mentions.partition_point(|m| m.sentence < sentence);
    let mut best: Option<(f64, Span)> = None;
    let mut weigh = |run: &[Word]| {
        let mut sum = 0.0;
        for &word in run {
            if !article.is_stop(word) {
                sum += worth.at(article.words.term(word));
            }
        }
        if let (Some(first), Some(last)) = (run.first(), run.last())
            && sum > best.map_or(0.0, |(most, _)| most)
        {
            best = Some((sum, Span { start: first.span.start, end: last.span.end }));
        }
    };
    // Names first: a name wins over a word of the same worth.
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
