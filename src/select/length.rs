//! The order, cut to the length asked for.

use super::rank::{Budget, Place, RankingInput, rank};
use crate::Options;
use crate::article::Article;
use crate::options::{Length, SummaryType};
use crate::unicode::is_mark;

/// The chosen sentences, ascending.
///
/// Sentences: the first ranks. Words and characters: the best that fit, in an order of their own that passes over what
/// doesn't fit; when no sentence fits, the shortest. A share of the article: likewise, but at least the best sentence.
#[inline(never)]
pub(crate) fn cut(input: &RankingInput, places: &[Place], options: &Options) -> Vec<u32> {
    let article = input.article;
    let limit = match options.length {
        Length::Sentences(n) => return first(places, n),
        Length::Short | Length::Medium | Length::Long => return first(places, preset(options, places)),
        Length::Words(limit) => limit.into(),
        // The space between two sentences counts too, hence one more for the first.
        Length::Characters(limit) => u64::from(limit) + 1,
        Length::Ratio(1.0) => return first(places, u32::MAX),
        Length::Ratio(share) => (share * article.words.words.len() as f64).round() as u64,
    };
    let costs = costs(article, matches!(options.length, Length::Characters(_)));
    let chosen = first(&rank(input, Some(Budget { limit, costs: &costs, places })), u32::MAX);
    if !chosen.is_empty() {
        chosen
    } else if matches!(options.length, Length::Ratio(_)) {
        first(places, 1)
    } else {
        shortest(places, &costs)
    }
}

/// The first `count` of the order.
#[inline(never)]
fn first(places: &[Place], count: u32) -> Vec<u32> {
    let mut out = Vec::new();
    for (sentence, place) in (0u32..).zip(places) {
        if place.rank.is_some_and(|rank| rank < count) {
            out.push(sentence);
        }
    }
    out
}

/// The number of sentences of a type's short, medium and long; at most a third of a short article, but three stay three.
fn preset(options: &Options, places: &[Place]) -> u32 {
    let size = match options.length {
        Length::Short => 0,
        Length::Long => 2,
        _ => 1,
    };
    let counts = match options.kind {
        SummaryType::KeyPoints => [3, 5, 7],
        SummaryType::Tldr | SummaryType::Teaser => [1, 3, 5],
        SummaryType::Headline => [1, 1, 1],
    };
    let third = places.iter().filter(|p| p.rank.is_some()).count().div_ceil(3) as u32;
    counts.get(size).copied().unwrap_or(1).min(third.max(3))
}

/// The sentence that costs least, of equals the first; none where none has a rank.
fn shortest(places: &[Place], costs: &[u32]) -> Vec<u32> {
    let mut best: Option<(u32, u32)> = None;
    for (sentence, (place, &cost)) in (0u32..).zip(places.iter().zip(costs)) {
        if place.rank.is_some() && best.is_none_or(|(least, _)| cost < least) {
            best = Some((cost, sentence));
        }
    }
    best.map_or(Vec::new(), |(_, sentence)| vec![sentence])
}

/// For each sentence its words; or its characters as readers count them, and a space: marks belong to the letter before.
fn costs(article: &Article, characters: bool) -> Vec<u32> {
    let mut out = vec![0; article.sentences.len()];
    for (sentence, cost) in out.iter_mut().enumerate() {
        *cost = if characters {
            article.text(sentence).chars().filter(|c| !is_mark(*c)).count() as u32 + 1
        } else {
            article.words.of(sentence).len() as u32
        };
    }
    out
}
