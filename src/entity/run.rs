//! Words next to each other that name something.

use crate::article::Article;
use crate::span::Span;
use crate::text;
use crate::unicode::is_mark;
use crate::word::Word;

/// Consecutive words that name something.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    pub sentence: u32,
    /// Index of the first in the text's words.
    pub word: u32,
    pub words: u32,
    /// By itself, without other mentions.
    pub is_certain: bool,
}

impl Run {
    pub fn of<'a>(&self, article: &'a Article) -> &'a [Word] {
        words_of(article, self.word, self.words)
    }

    /// The form of its first word.
    #[inline(never)]
    pub fn first(&self, article: &Article) -> u32 {
        self.of(article).first().map_or(0, |w| w.form())
    }

    /// The form of its last word.
    #[inline(never)]
    pub fn last(&self, article: &Article) -> u32 {
        self.of(article).last().map_or(0, |w| w.form())
    }

    /// What follows it.
    pub fn text_after<'a>(&self, article: &'a Article) -> &'a str {
        let end = self.of(article).last().map_or(0, |w| w.span.end);
        article.page.text.get(end as usize..).unwrap_or_default()
    }

    /// The text that names something.
    pub fn text<'a>(&self, article: &'a Article) -> &'a str {
        let words = self.of(article);
        let start = words.first().map_or(0, |w| w.span.start);
        let end = words.last().map_or(start, |w| w.span.end);
        // A pair of letters ends before the marks of the second.
        let after = article.page.text.get(end as usize..).unwrap_or_default();
        let marks = after.len() - text::trim_start_matches(after, &is_mark).len();
        Span { start, end: end + marks as u32 }.of(&article.page.text)
    }
}

/// So many words of the text.
#[inline(never)]
pub(super) fn words_of(article: &Article, word: u32, words: u32) -> &[Word] {
    let start = word as usize;
    article.words.words.get(start..start + words as usize).unwrap_or_default()
}

/// Marks so many words of the text.
#[inline(never)]
pub(super) fn mark(marks: &mut [bool], word: u32, words: u32) {
    let start = word as usize;
    marks.get_mut(start..start + words as usize).unwrap_or_default().fill(true);
}
