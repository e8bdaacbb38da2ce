//! What a chosen sentence owes to one word or name.

use super::order::{Basis, Place};
use crate::digest::Counterfactual;
use crate::entity::{Entities, Mention};
use crate::order;
use crate::span::Span;

/// For sentences of the summary the name or word that weighs most in them, and the rank that they would have without
/// it, the others' scores being what they are. `of_term(sentence, term)` is what a term contributes, coverage aside.
pub(crate) fn find(
    basis: &Basis,
    places: &[Place],
    summary: &[u32],
    entities: &Entities,
    of_term: impl Fn(usize, u32) -> f64,
) -> Vec<(u32, Counterfactual)> {
    let scores = sorted_scores(basis, places);
    let first = first_covered(basis, places);
    let mut out = Vec::new();
    for &sentence in summary {
        let worth = |term: u32| {
            let covers = first.get(term as usize) == Some(&(sentence + 1));
            of_term(sentence as usize, term) + if covers { basis.weight(term) } else { 0.0 }
        };
        let Some((most, span)) = heaviest(basis, sentence, entities, worth) else { continue };
        let left = score(basis, places, sentence as usize) - most;
        // Those above what is left, the sentence itself aside.
        let above = scores.len() - scores.partition_point(|&s| s <= order::float_key(left));
        let rank = above.saturating_sub(1) as u32;
        if places.get(sentence as usize).and_then(|p| p.rank).is_some_and(|now| rank > now) {
            let term = span.of(&basis.article.page.text).to_string();
            out.push((sentence, Counterfactual { term, rank }));
        }
    }
    out
}

fn score(basis: &Basis, places: &[Place], sentence: usize) -> f64 {
    basis.scores.get(sentence).zip(places.get(sentence)).map_or(0.0, |(score, place)| score + place.coverage)
}

/// The scores of all that have a rank, ascending.
fn sorted_scores(basis: &Basis, places: &[Place]) -> Vec<u64> {
    let ranked = (0..places.len()).filter(|&i| places.get(i).is_some_and(|p| p.rank.is_some()));
    let mut scores: Vec<u64> = ranked.map(|i| order::float_key(score(basis, places, i))).collect();
    order::sort(&mut scores);
    scores
}

/// By term the sentence that covers it first in the order, one past it; 0 where none does.
fn first_covered(basis: &Basis, places: &[Place]) -> Vec<u32> {
    let mut order: Vec<u64> =
        (0u64..).zip(places).filter_map(|(i, p)| Some(u64::from(p.rank?) << 32 | i)).collect();
    order::sort(&mut order);
    let mut first = vec![0; basis.coverage.of.len()];
    for sentence in order.into_iter().map(|packed| packed as u32) {
        for &term in basis.terms.of(sentence as usize) {
            if let Some(first) = first.get_mut(term as usize).filter(|f| **f == 0) {
                *first = sentence + 1;
            }
        }
    }
    first
}

/// The name or content word of the sentence that is worth most, and where it stands.
fn heaviest(
    basis: &Basis,
    sentence: u32,
    entities: &Entities,
    worth: impl Fn(u32) -> f64,
) -> Option<(f64, Span)> {
    let article = basis.article;
    let from = entities.mentions.partition_point(|m| m.sentence < sentence);
    let mentions = entities.mentions.iter().skip(from).take_while(|m| m.sentence == sentence);
    let words = |m: &Mention| article.words.words.get(m.word as usize..(m.word + m.words) as usize);
    let names = mentions.filter_map(words);
    let single = article.words.of(sentence as usize).iter().map(std::slice::from_ref);
    let mut best: Option<(f64, Span)> = None;
    for run in names.chain(single) {
        let content = run.iter().filter(|w| !article.is_stop(**w));
        let sum: f64 = content.map(|w| worth(article.words.term(*w))).sum();
        if let (Some(first), Some(last)) = (run.first(), run.last())
            && sum > best.map_or(0.0, |(most, _)| most)
        {
            best = Some((sum, Span { start: first.span.start, end: last.span.end }));
        }
    }
    best
}
