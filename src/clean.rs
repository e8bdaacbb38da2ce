//! Which blocks and sentences are the article, and why the others are not.

use crate::page::Page;
use crate::sentence::Sentence;
use crate::tables::Language;

/// Marks blocks that are no part of the article. Gives the index of the title's block, if there is one.
pub(crate) fn blocks(page: &mut Page, _language: Option<&'static Language>) -> Option<usize> {
    // Unless nothing would be left.
    if page.blocks.iter().any(|b| !b.chrome) {
        for block in page.blocks.iter_mut().filter(|b| b.chrome) {
            block.dropped = Some(crate::page::Reason::Outside);
        }
    }
    let first = page.blocks.first()?;
    (first.kind == crate::page::BlockKind::Heading).then_some(0)
}

/// Marks sentences inside kept blocks that are no part of the article.
pub(crate) fn sentences(_page: &Page, _sentences: &mut [Sentence], _language: Option<&'static Language>) {}
