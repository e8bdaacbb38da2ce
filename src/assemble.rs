//! The last stage: what the others found, put together into a digest.

use crate::article::Article;
use crate::digest::{Digest, Dropped, Entity, Keyword, Reasons, Sentence, Stats};
use crate::page::Page;
use crate::score::Scores;
use crate::select::Selection;
use crate::sentence::Sentence as SentenceSpan;
use crate::sort;
use crate::utf16::Utf16;

/// The blocks and sentences that were set aside, in document order.
#[inline(never)]
pub(crate) fn dropped(source: &str, page: &Page, sentences: &[SentenceSpan]) -> Vec<Dropped> {
    let blocks = page.blocks.iter().filter_map(|b| b.dropped.map(|reason| (b.span, reason)));
    let inside = sentences.iter().filter_map(|s| s.dropped.map(|reason| (s.span, reason)));
    let all: Vec<_> = blocks.chain(inside).collect();
    let all = sort::by_key(all, |(span, _)| span.start);
    let mut origins = page.origins();
    let mut utf16 = Utf16::new(source);
    all.into_iter()
        .map(|(span, reason)| {
            let origin = origins.source(span);
            let start = utf16.at(origin.start as usize);
            let end = utf16.at(origin.end as usize);
            Dropped { text: span.of(&page.text).to_string(), start, end, reason: reason.name() }
        })
        .collect()
}

/// Puts the digest together.
#[allow(clippy::too_many_arguments, reason = "each stage's result, once")]
#[inline(never)]
pub(crate) fn assemble(
    source: &str,
    article: &Article,
    keywords: Vec<Keyword>,
    entities: Vec<Entity>,
    dropped: Vec<Dropped>,
    scores: &Scores,
    selection: Selection,
    headline: Option<String>,
    stats: Stats,
) -> Digest {
    let mut origins = article.page.origins();
    let mut utf16 = Utf16::new(source);
    let mut blocks = BlockNumbers::default();
    let mut sentences: Vec<Sentence> = article
        .sentences
        .iter()
        .enumerate()
        .map(|(i, sentence)| {
            let origin = origins.source(sentence.span);
            let start = utf16.at(origin.start as usize);
            let end = utf16.at(origin.end as usize);
            let place = selection.places.get(i).copied().unwrap_or_default();
            let reasons =
                scores.contributions.get(i).map(|c| Reasons::new(c, place.coverage)).unwrap_or_default();
            Sentence {
                text: sentence.span.of(&article.page.text).to_string(),
                start,
                end,
                block: blocks.number(sentence.block),
                kind: article.block(i).map_or("", |b| b.kind.name()),
                // Not `sum`: of nothing it is -0, which not every engine prints alike.
                score: reasons.iter().fold(0.0, |sum, (_, v)| sum + v),
                rank: place.rank,
                reasons,
                counterfactual: None,
            }
        })
        .collect();
    for (i, counterfactual) in selection.counterfactuals {
        if let Some(sentence) = sentences.get_mut(i as usize) {
            sentence.counterfactual = Some(counterfactual);
        }
    }
    Digest {
        language: article.language.map(|l| l.tag.to_string()),
        title: article.title.clone(),
        sentences,
        stats,
        summary: selection.summary,
        headline,
        keywords,
        entities,
        dropped,
        version: env!("CARGO_PKG_VERSION"),
    }
}

/// Numbers blocks anew, without gaps.
#[derive(Default)]
struct BlockNumbers {
    last: Option<u32>,
    number: u32,
}

impl BlockNumbers {
    fn number(&mut self, block: u32) -> u32 {
        if self.last.is_some_and(|last| last != block) {
            self.number += 1;
        }
        self.last = Some(block);
        self.number
    }
}

/// Counts over the article and its summary.
pub(crate) fn stats(article: &Article, summary: &[u32]) -> Stats {
    let words = article.words.words.len();
    let summary_words: usize = summary.iter().map(|&i| article.words.of(i as usize).len()).sum();
    let unspaced = article.words.words.iter().filter(|w| w.is_unspaced()).count();
    let seconds = (words - unspaced) as f64 * 60.0 / 238.0 + unspaced as f64 * 60.0 / 500.0;
    Stats {
        words: words as u32,
        sentences: article.sentences.len() as u32,
        summary_words: summary_words as u32,
        reduction: if words == 0 { 0.0 } else { 1.0 - summary_words as f64 / words as f64 },
        reading_seconds: seconds.ceil() as u32,
    }
}
