//! The elements of a document and the segments of its text, as plain data.

use std::ops::Range;

use super::hint::Hint;
use super::tag::Tag;

/// The elements of a document in document order, parents first, and its text.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    /// The data of the text nodes, one after the other, with a line feed between two segments and for a `<br>`.
    pub source: String,
    pub elements: Vec<Element>,
    pub segments: Vec<Segment>,
}

#[derive(Debug)]
pub(crate) struct Element {
    /// Index of the parent; the first element is its own.
    pub parent: u32,
    pub tag: Tag,
    /// Hidden, a role of its own (navigation, dialog, …) or a role by its tag (nav, footer, form, …).
    pub aside: bool,
    /// How much its class and id speak against its being part of the article.
    pub hint: Hint,
    /// Number of its class and id among all those seen; `None` when it has neither.
    pub label: Option<u32>,
}

/// A stretch of text that no edge of a block-level element interrupts.
#[derive(Debug)]
pub(crate) struct Segment {
    /// Bytes of [`Outline::source`].
    pub range: Range<usize>,
    /// Index of the nearest block-level element around it.
    pub element: u32,
    /// Visible characters, and how many of them lie in links.
    pub letters: u32,
    pub linked: u32,
}

impl Segment {
    /// How much of it lies in links, per cent.
    pub fn links(&self) -> u32 {
        percent(self.linked, self.letters)
    }
}

/// `part` of `whole`, per cent.
pub(super) fn percent(part: u32, whole: u32) -> u32 {
    (u64::from(part) * 100 / u64::from(whole.max(1))) as u32
}
