//! What is counted of a document before anything is decided: words, links, and which stretches of text are prose.

use super::tag::Tag;
use super::tree::{Outline, Segment};
use crate::column::Column;
use crate::text;
use crate::unicode::{is_closer, is_terminal, is_unspaced, is_whitespace, is_word_char};

/// A stretch of so many words can be prose.
const PROSE_WORDS: u32 = 10;
/// One of so many needs no full stop for it.
const LONG_WORDS: u32 = 40;
/// More of it in links, per cent, is no prose.
const PROSE_LINKS: u32 = 35;

/// Counts of a document's segments and elements.
pub(super) struct Counts {
    /// Words of each segment.
    pub words: Vec<u32>,
    /// For each segment, whether it is prose: sentences, and few links.
    pub prose: Vec<bool>,
    /// Sums over all segments inside of each element.
    inside: Vec<Sum>,
}

/// Counts over several segments.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sum {
    pub words: u32,
    /// Visible characters, and how many of them lie in links.
    pub letters: u32,
    pub linked: u32,
}

impl Counts {
    pub fn of(outline: &Outline) -> Counts {
        let words: Vec<u32> = outline.segments.iter().map(|s| words(text(outline, s))).collect();
        let mut inside = vec![Sum::default(); outline.elements.len()];
        for (segment, &words) in outline.segments.iter().zip(&words) {
            let own = Sum { words, letters: segment.letters, linked: segment.linked };
            add(&mut inside, segment.element, own);
        }
        for (i, element) in outline.elements.iter().enumerate().skip(1).rev() {
            let sum = inside.at(i);
            add(&mut inside, element.parent, sum);
        }
        let prose =
            outline.segments.iter().zip(&words).map(|(s, &words)| is_prose(outline, s, words)).collect();
        Counts { words, prose, inside }
    }

    /// The sums over what an element holds.
    pub fn inside(&self, element: usize) -> Sum {
        self.inside.at(element)
    }

    /// Whether an element holds all the text of its parent.
    pub fn fills_parent(&self, outline: &Outline, element: usize) -> bool {
        let parent = outline.elements.get(element).map_or(element, |e| e.parent as usize);
        self.inside(element).letters == self.inside(parent).letters
    }

    pub fn words_of(&self, segment: usize) -> u32 {
        self.words.at(segment)
    }

    pub fn is_prose(&self, segment: usize) -> bool {
        self.prose.at(segment)
    }
}

fn add(sums: &mut [Sum], element: u32, own: Sum) {
    if let Some(sum) = sums.get_mut(element as usize) {
        sum.words += own.words;
        sum.letters += own.letters;
        sum.linked += own.linked;
    }
}

fn is_prose(outline: &Outline, segment: &Segment, words: u32) -> bool {
    segment.links() < PROSE_LINKS
        && (words >= LONG_WORDS || words >= PROSE_WORDS && ends_sentence(text(outline, segment)))
}

/// Whether a segment is text of some length, of which few lies in links.
pub(super) fn is_plain(segment: &Segment) -> bool {
    segment.links() < PROSE_LINKS
}

/// Words, two letters a word where words aren't spaced.
fn words(text: &str) -> u32 {
    let (mut words, mut unspaced, mut inside) = (0, 0, false);
    for c in text.chars() {
        let (word, solid) = (is_word_char(c), is_unspaced(c));
        unspaced += u32::from(solid);
        words += u32::from(word && !solid && !inside);
        inside = word && !solid;
    }
    words + unspaced.div_ceil(2)
}

fn ends_sentence(text: &str) -> bool {
    text::last_char(text::trim_end_matches(text, &|c| is_whitespace(c) || is_closer(c)))
        .is_some_and(is_terminal)
}

fn text<'a>(outline: &'a Outline, segment: &Segment) -> &'a str {
    outline.source.get(segment.range.clone()).unwrap_or_default()
}

/// The tag of the block-level element around a segment.
pub(super) fn tag(outline: &Outline, segment: &Segment) -> Tag {
    outline.elements.get(segment.element as usize).map_or(Tag::Plain, |e| e.tag)
}
