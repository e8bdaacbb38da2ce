//! The last stage: what the others found, put together into a digest.

use crate::article::Article;
use crate::column::Column;
use crate::digest::{Digest, Dropped, Entity, Keyword, Reasons, Sentence, Stats};
use crate::score::Contributions;
use crate::select::Selection;
use crate::sort;
use crate::span::Span;
use crate::utf16::Utf16;
use crate::word::Words;

/// What was chosen, and what each sentence owes its score to.
pub(crate) struct Choice {
    pub contributions: Vec<Contributions>,
    pub selection: Selection,
    pub headline: Option<Span>,
}

/// Puts the digest of `source` together.
#[inline(never)]
pub(crate) fn digest(
    source: &str,
    mut article: Article,
    keywords: Vec<Keyword>,
    entities: Vec<Entity>,
    choice: Choice,
) -> Digest {
    let Choice { contributions, selection, headline } = choice;
    let stats = stats(&article, &selection.summary);
    // The memory of WebAssembly never shrinks: the words make room for the copies of the sentences.
    article.words = Words::default();
    Digest {
        language: article.language.map(|l| l.tag.to_string()),
        genre: article.page.genre.name(),
        title: article.title.clone(),
        stats,
        sentences: sentences(source, &article, &contributions, &selection),
        summary: selection.summary,
        headline: headline.map(|span| article.page.origins().quote(source, span)),
        keywords,
        entities,
        dropped: dropped(source, &article),
        version: env!("CARGO_PKG_VERSION"),
    }
}

/// The article's sentences, each with its place in the caller's text, its rank and its reasons.
fn sentences(
    source: &str,
    article: &Article,
    contributions: &[Contributions],
    selection: &Selection,
) -> Vec<Sentence> {
    let mut origins = article.page.origins();
    let mut utf16 = Utf16::new(source);
    let mut blocks = BlockNumbers::default();
    let mut counterfactuals = selection.counterfactuals.iter().peekable();
    let mut out = Vec::with_capacity(article.sentences.len());
    for (i, sentence) in article.sentences.iter().enumerate() {
        let origin = origins.source(sentence.span);
        let place = selection.places.at(i);
        let reasons = contributions.get(i).map(|c| Reasons::new(c, place.coverage)).unwrap_or_default();
        let counterfactual = counterfactuals.next_if(|(number, _)| *number as usize == i);
        out.push(Sentence {
            text: origins.quote(source, sentence.span),
            start: utf16.at(origin.start as usize),
            end: utf16.at(origin.end as usize),
            block: blocks.number(sentence.block),
            kind: article.block(i).map_or("", |b| b.kind.name()),
            speaker: article.block(i).and_then(|b| b.speaker).map(|name| name.of(source).to_string()),
            // Not `sum`: of nothing it is -0, which not every engine prints alike.
            score: reasons.iter().fold(0.0, |sum, (_, v)| sum + v),
            rank: place.rank,
            reasons,
            counterfactual: counterfactual.map(|(_, counterfactual)| counterfactual.clone()),
        });
    }
    out
}

/// The blocks and sentences that are not part of the article, in document order.
fn dropped(source: &str, article: &Article) -> Vec<Dropped> {
    let page = &article.page;
    let blocks = page.blocks.iter().filter_map(|b| b.dropped.map(|reason| (b.span, reason)));
    let all: Vec<_> =
        blocks.chain(article.dropped.iter().copied()).chain(page.aside.iter().copied()).collect();
    // A head taken out of a sentence lies behind the sentence in the page, not in the source.
    let mut origins = page.origins();
    let all = all.into_iter().map(|(span, reason)| (span, origins.source(span), reason)).collect();
    let mut utf16 = Utf16::new(source);
    let mut out = Vec::new();
    for (span, origin, reason) in sort::by_key(all, |(_, origin, _)| origin.start) {
        out.push(Dropped {
            text: origins.quote(source, span),
            start: utf16.at(origin.start as usize),
            end: utf16.at(origin.end as usize),
            reason: reason.name(),
        });
    }
    out
}

/// Numbers the blocks of the article from 0, without the gaps that dropped blocks leave.
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
fn stats(article: &Article, summary: &[u32]) -> Stats {
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
