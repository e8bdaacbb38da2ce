//! Blocks to sentences.

use crate::page::{BlockKind, Page, Reason};
use crate::span::Span;
use crate::tables::Language;

/// A sentence, or a heading, list item, row or line of code as a whole.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    /// Where it lies in the page's text.
    pub span: Span,
    /// Index into [`Page::blocks`].
    pub block: u32,
    /// Why it is no part of the article; `None` while it is.
    pub dropped: Option<Reason>,
}

/// Splits the kept blocks into sentences.
pub(crate) fn split(
    page: &Page,
    language: Option<&'static Language>,
    abbreviations: &[String],
) -> Vec<Sentence> {
    let mut out = Vec::new();
    for (index, block) in page.blocks.iter().enumerate().filter(|(_, b)| b.dropped.is_none()) {
        let mut push = |span| out.push(Sentence { span, block: index as u32, dropped: None });
        match block.kind {
            BlockKind::Heading | BlockKind::Code | BlockKind::Table => push(block.span),
            _ => cut(page.block_text(block), block.span.start, language, abbreviations, push),
        }
    }
    out
}

fn cut(
    text: &str,
    base: u32,
    _language: Option<&'static Language>,
    _abbreviations: &[String],
    mut push: impl FnMut(Span),
) {
    let mut start = 0;
    for (at, _) in text.match_indices(". ") {
        push(Span { start: base + start as u32, end: base + at as u32 + 1 });
        start = at + 2;
    }
    if start < text.len() {
        push(Span { start: base + start as u32, end: base + text.len() as u32 });
    }
}
