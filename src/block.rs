//! Plain text to blocks.

use crate::page::{Block, BlockKind, Page};
use crate::span::Span;

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
