//! The article as understood: what the scoring stages read.

use crate::column::Column;
use crate::compose;
use crate::page::{Block, BlockKind, Page, Reason};
use crate::sentence::SentenceSpan;
use crate::span::Span;
use crate::tables::{Language, Trait};
use crate::token::Tokens;
use crate::word::{Word, Words};

/// The article as understood.
pub(crate) struct Article {
    pub page: Page,
    pub language: Option<&'static Language>,
    /// The title's text, from the options or the page.
    pub title: Option<String>,
    /// The sentences of the article, in document order.
    pub sentences: Vec<SentenceSpan>,
    /// Sentences inside kept blocks that are not part of the article, and why.
    pub dropped: Vec<(Span, Reason)>,
    pub words: Words,
    /// For each form of [`Words::forms`], whether it is a function word of the language.
    pub stop: Vec<bool>,
    /// See [`Article::is_eligible`].
    eligible: Vec<bool>,
}

impl Article {
    pub fn text(&self, index: usize) -> &str {
        self.sentences.get(index).map_or("", |s| s.span.of(&self.page.text))
    }

    pub fn block(&self, index: usize) -> Option<&Block> {
        self.sentences.get(index).and_then(|s| self.page.blocks.get(s.block as usize))
    }

    /// Whether a sentence may be chosen at all: not wordless, and no heading, code, table row or caption unless there is
    /// nothing else.
    pub fn is_eligible(&self, index: usize) -> bool {
        self.eligible.at(index)
    }

    /// Whether the article's language is known and has a trait.
    pub fn has(&self, wanted: Trait) -> bool {
        self.language.is_some_and(|l| l.has(wanted))
    }

    pub fn is_stop(&self, word: Word) -> bool {
        self.stop.at(word.form())
    }
}

/// Gathers what the scoring stages read; dropped sentences are moved to [`Article::dropped`].
#[inline(never)]
pub(crate) fn understand(
    page: Page,
    tokens: Tokens,
    language: Option<&'static Language>,
    title: Option<usize>,
    mut sentences: Vec<SentenceSpan>,
    options: &crate::Options,
) -> Article {
    let dropped = sentences.iter().filter_map(|s| s.dropped.map(|reason| (s.span, reason))).collect();
    sentences.retain(|s| s.dropped.is_none());
    let words = crate::word::split(&page.text, &sentences, tokens);
    let mut stop = vec![false; words.forms.len()];
    for word in language.map_or("", |l| l.stopwords()).lines() {
        if let Some(slot) = words.forms.get(word).and_then(|form| stop.get_mut(form as usize)) {
            *slot = true;
        }
    }
    let title =
        options.title.as_deref().filter(|t| !t.trim().is_empty()).map(compose::normal_form_c).or_else(|| {
            title.and_then(|index| page.blocks.get(index)).map(|b| page.block_text(b).to_string())
        });
    let mut article =
        Article { page, language, title, sentences, dropped, words, stop, eligible: Vec::new() };
    article.eligible = eligible(&article);
    article
}

fn eligible(article: &Article) -> Vec<bool> {
    let has_words = |i: usize| !article.words.of(i).is_empty();
    let is_prose = |i: usize| {
        article.block(i).is_some_and(|b| {
            !matches!(b.kind, BlockKind::Heading | BlockKind::Code | BlockKind::Table | BlockKind::Caption)
        })
    };
    let all = 0..article.sentences.len();
    let prose: Vec<bool> = all.clone().map(|i| has_words(i) && is_prose(i)).collect();
    if prose.contains(&true) { prose } else { all.map(has_words).collect() }
}
