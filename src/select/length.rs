//! The order, cut to the length asked for.

use super::order::{Basis, Budget, Place, order};
use crate::Options;
use crate::article::Article;
use crate::options::{Length, SummaryType};
use crate::word::is_mark;

/// The chosen sentences, ascending.
///
/// Sentences: the first ranks. Words and characters: the best that fit, in an order of their own that passes over what
/// doesn't fit; when no sentence fits, the shortest. A share of the article: likewise, but at least the best sentence.
pub(crate) fn cut(basis: &Basis, places: &[Place], options: &Options) -> Vec<u32> {
    let article = basis.article;
    let words = || (0..article.sentences.len()).map(|i| article.words.of(i).len() as u32).collect::<Vec<_>>();
    match options.length {
        Length::Sentences(n) => first(places, n),
        Length::Short | Length::Medium | Length::Long => first(places, preset(options, places)),
        Length::Words(limit) => {
            let costs = words();
            let chosen = within(basis, Budget { limit: limit.into(), costs: &costs, places });
            if chosen.is_empty() { shortest(places, &costs) } else { chosen }
        }
        Length::Characters(limit) => {
            let costs = characters(article);
            // The space between two sentences counts too, hence one more for the first.
            let chosen = within(basis, Budget { limit: u64::from(limit) + 1, costs: &costs, places });
            if chosen.is_empty() { shortest(places, &costs) } else { chosen }
        }
        Length::Ratio(1.0) => first(places, u32::MAX),
        Length::Ratio(share) => {
            let limit = (share * article.words.words.len() as f64).round() as u64;
            let chosen = within(basis, Budget { limit, costs: &words(), places });
            if chosen.is_empty() { first(places, 1) } else { chosen }
        }
    }
}

/// The first `count` of the order.
fn first(places: &[Place], count: u32) -> Vec<u32> {
    (0u32..).zip(places).filter(|(_, p)| p.rank.is_some_and(|r| r < count)).map(|(i, _)| i).collect()
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

fn within(basis: &Basis, budget: Budget) -> Vec<u32> {
    first(&order(basis, Some(budget)), u32::MAX)
}

fn shortest(places: &[Place], costs: &[u32]) -> Vec<u32> {
    let can = (0u32..).zip(places.iter().zip(costs)).filter(|(_, (place, _))| place.rank.is_some());
    can.min_by_key(|(_, (_, cost))| **cost).map(|(i, _)| i).into_iter().collect()
}

/// For each sentence its characters as readers count them, and a space: marks belong to the letter before.
fn characters(article: &Article) -> Vec<u32> {
    let count = |i| article.text(i).chars().filter(|c| !is_mark(*c)).count() as u32 + 1;
    (0..article.sentences.len()).map(count).collect()
}
