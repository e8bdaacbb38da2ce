//! A headline out of the article's own words, in their order.

use crate::Options;
use crate::article::Article;
use crate::feature::Weights;
use crate::options::{Length, SummaryType};
use crate::select::Place;
use crate::span::Span;
use crate::text;
use crate::word::Word;

/// Where the headline stands, when one is asked for: the title if the text has one that fits; else the clauses of the best sentence
/// that fit and weigh most.
#[inline(never)]
pub(crate) fn make(
    article: &Article,
    weights: &Weights,
    places: &[Place],
    options: &Options,
) -> Option<Span> {
    if options.kind != SummaryType::Headline {
        return None;
    }
    let limit = limit(options);
    let best = places.iter().position(|p| p.rank == Some(0));
    let span = title(article, limit).or_else(|| best.map(|i| cut(article, weights, i, limit)))?;
    let text = span.of(&article.page.text);
    let tidied = tidy(text);
    let start = span.start + (tidied.as_ptr() as usize - text.as_ptr() as usize) as u32;
    Some(Span { start, end: start + tidied.len() as u32 })
}

/// Words allowed: those of the web's Summarizer API for short, medium and long.
fn limit(options: &Options) -> usize {
    match options.length {
        Length::Short => 12,
        Length::Long => 22,
        Length::Words(n) => n.min(22) as usize,
        _ => 17,
    }
}

/// The title as it stands in the text.
fn title(article: &Article, limit: usize) -> Option<Span> {
    let title = article.title.as_deref()?;
    let at = (0..article.sentences.len()).find(|&i| article.text(i) == title)?;
    let fits = (1..=limit).contains(&article.words.of(at).len());
    article.sentences.get(at).filter(|_| fits).map(|s| s.span)
}

/// The run of clauses of at most `limit` words with the most weight; a clause too long by itself is cut before the
/// function words at its end.
fn cut(article: &Article, weights: &Weights, sentence: usize, limit: usize) -> Span {
    let words = article.words.of(sentence);
    let clauses = clauses(article, words);
    let mut best: Option<(f64, &[Word])> = None;
    for (at, &start) in clauses.iter().enumerate() {
        for &end in clauses.get(at + 1..).unwrap_or_default() {
            let run = words.get(start..end.min(start + limit)).unwrap_or_default();
            let whole = run.len() == end - start;
            // What is cut short comes after everything that ends where a clause ends.
            let weight = weights.of_words(article, run) * if whole { 1.0 } else { 0.5 };
            if best.is_none_or(|(most, _)| weight > most) {
                best = Some((weight, if whole { run } else { trim(article, run) }));
            }
            if !whole {
                break;
            }
        }
    }
    let run = best.map_or(words, |(_, run)| run);
    match (run.first(), run.last()) {
        (Some(first), Some(last)) => Span { start: first.span.start, end: last.span.end },
        _ => Span::default(),
    }
}

/// Where clauses begin, as places among the words, and the end: after a comma, semicolon, colon, dash or bracket.
fn clauses(article: &Article, words: &[Word]) -> Vec<usize> {
    let mut starts = vec![0];
    for (at, pair) in words.windows(2).enumerate() {
        let [before, after] = pair else { continue };
        let between = Span { start: before.span.end.min(after.span.start), end: after.span.start };
        if text::any(between.of(&article.page.text), &|c| text::contains_char(",;:–—()،؛、，；：", c))
        {
            starts.push(at + 1);
        }
    }
    starts.push(words.len());
    starts
}

/// Without the function words at the end.
fn trim<'a>(article: &Article, words: &'a [Word]) -> &'a [Word] {
    let mut kept = words;
    while let Some((last, rest)) = kept.split_last() {
        if !article.is_stop(*last) {
            return kept;
        }
        kept = rest;
    }
    words
}

/// Without punctuation at the ends.
fn tidy(text: &str) -> &str {
    text::trim_end_matches(text::trim(text), &|c| text::contains_char(".,;:。।", c))
}
