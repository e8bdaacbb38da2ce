//! Plain text to blocks.

use crate::page::{Block, BlockKind, Page};
use crate::span::Span;

/// A block whose kind and place the page's own structure tells.
#[allow(dead_code, reason = "read by the DOM's way in, which only exists on wasm")]
pub(crate) struct Part {
    /// Bytes of the source; ascending, not overlapping.
    pub range: std::ops::Range<usize>,
    pub kind: BlockKind,
    /// Heading level 1–6, nesting depth of a list item, else 0.
    pub level: u8,
    /// Per cent of its letters that lie in links.
    pub links: Option<u8>,
    /// nav, aside, footer, form, hidden …
    pub chrome: bool,
    /// A block boundary stood before it.
    pub apart: bool,
}

/// Builds the page from blocks already told apart; white space is tidied, nothing is joined or guessed.
#[allow(dead_code, reason = "read by the DOM's way in, which only exists on wasm")]
pub(crate) fn from_structure(source: &str, parts: &[Part]) -> Page {
    let mut page = Page::default();
    for part in parts {
        if source.get(part.range.clone()).is_none_or(|slice| slice.trim().is_empty()) {
            continue;
        }
        page.separate();
        let start = page.text.len();
        tidy(&mut page, source, part.range.clone());
        page.blocks.push(Block {
            span: Span::new(start, page.text.len()),
            kind: part.kind,
            level: part.level,
            links: part.links,
            apart: part.apart,
            chrome: part.chrome,
            dropped: None,
        });
    }
    page
}

/// Splits pasted text into blocks and tidies it.
pub(crate) fn split(source: &str) -> Page {
    let mut page = Page::default();
    let mut at = 0;
    let mut apart = true;
    for line in source.split('\n') {
        let end = at + line.len();
        if line.trim().is_empty() {
            apart = true;
        } else {
            page.separate();
            let start = page.text.len();
            tidy(&mut page, source, at..end);
            let span = Span::new(start, page.text.len());
            let words = span.of(&page.text).split(' ').count();
            let kind = if words < 12 && apart && !span.of(&page.text).ends_with(['.', '!', '?']) {
                BlockKind::Heading
            } else {
                BlockKind::Paragraph
            };
            page.blocks.push(Block {
                span,
                kind,
                level: 0,
                links: None,
                apart,
                chrome: false,
                dropped: None,
            });
            apart = false;
        }
        at = end + 1;
    }
    page
}

/// Copies a stretch of the source, white space runs as one space.
fn tidy(page: &mut Page, source: &str, range: std::ops::Range<usize>) {
    let mut first = true;
    let base = range.start;
    let slice = source.get(range).unwrap_or_default();
    for piece in slice.split_whitespace() {
        let start = base + (piece.as_ptr() as usize - slice.as_ptr() as usize);
        if !first {
            page.replace(" ", start..start);
        }
        first = false;
        page.copy(source, start..start + piece.len());
    }
}
