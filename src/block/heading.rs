//! Headings among plain lines: short, without a full stop, and something follows that has one.

use crate::page::{BlockKind, Layout, Page};
use crate::script::is_thai;
use crate::text;
use crate::unicode::{is_terminal, is_unspaced};

/// The longest line without a full stop that is taken for a heading, in words.
const WORDS: usize = 16;
/// The longest question that is.
const QUESTION_WORDS: usize = 12;

/// What a block looks like.
struct Shape {
    kind: BlockKind,
    apart: bool,
    words: usize,
    last: char,
    /// A sentence ends inside.
    several: bool,
    /// Opens with a dash or a quotation mark, or has a speaker's label.
    speech: bool,
}

impl Shape {
    fn is_prose(&self) -> bool {
        !matches!(self.kind, BlockKind::Heading | BlockKind::Code | BlockKind::Table | BlockKind::Caption)
            && self.words >= 3
            // Thai has no full stop.
            && (is_terminal(self.last) || is_unspaced(self.last) && self.words > 2 * WORDS)
    }

    fn is_short(&self) -> bool {
        self.kind == BlockKind::Paragraph
            && self.words <= WORDS
            && !is_terminal(self.last)
            && !matches!(self.last, ',' | ';' | ':' | '—' | '–' | '，' | '、' | '；' | '：' | '،')
    }

    /// A first line that asks or exclaims.
    fn is_headline(&self) -> bool {
        self.kind == BlockKind::Paragraph
            && (3..=WORDS).contains(&self.words)
            && matches!(self.last, '?' | '!' | '？' | '！' | '؟')
            && !self.several
            && !self.speech
    }

    fn is_question(&self) -> bool {
        self.kind == BlockKind::Paragraph
            && self.words <= QUESTION_WORDS
            && matches!(self.last, '?' | '？' | '؟')
            && self.apart
            && !self.several
            && !self.speech
    }
}

/// Marks paragraphs that are headings. A text without any prose has none: its lines are the text.
#[inline(never)]
pub(super) fn mark(page: &mut Page) {
    let shapes: Vec<Shape> = page
        .blocks
        .iter()
        .map(|b| {
            let text = page.block_text(b);
            let words = words(text);
            // Only short lines are looked at closely.
            let has = |signs: &[u8]| words <= QUESTION_WORDS && has_before_space(text, signs);
            Shape {
                kind: b.kind,
                apart: b.apart,
                words,
                last: text::sentence_end(text),
                several: has(b".?!"),
                speech: text.starts_with(['—', '–', '-', '«', '"', '“', '„']) || has(b":"),
            }
        })
        .collect();
    let prose = shapes.iter().filter(|s| s.is_prose()).count();
    let questions = shapes.iter().filter(|s| s.is_question()).count();
    if let [first, second, ..] = shapes.as_slice()
        && first.is_headline()
        && second.apart
        && !second.speech
        && prose >= 2
        && page.layout == Layout::Text
        && let Some(block) = page.blocks.first_mut()
    {
        block.kind = BlockKind::Heading;
        block.level = 1;
    }
    // In an interview the questions are half of the text.
    let few_questions = prose >= 4 && questions * 4 < prose;
    let mut prose_follows = false;
    for (i, shape) in shapes.iter().enumerate().rev() {
        let next = shapes.get(i + 1);
        let asks = || {
            few_questions
                && shape.is_question()
                && next.is_some_and(|n| n.apart && n.is_prose() && n.words > shape.words && !n.is_question())
        };
        if prose_follows
            && (shape.is_short() || asks())
            && let Some(block) = page.blocks.get_mut(i).filter(|b| b.speaker.is_none())
        {
            block.kind = BlockKind::Heading;
            block.level = if i == 0 { 1 } else { 2 };
        }
        prose_follows |= shape.is_prose() || shape.kind == BlockKind::ListItem;
    }
}

/// Words, two letters of a script without spaces (of Thai four) counting as one; no more than needed.
fn words(text: &str) -> usize {
    let mut unspaced = 0;
    let spaced = text.split(' ').take(2 * WORDS).count();
    for c in text.chars().take(8 * WORDS) {
        unspaced += usize::from(is_unspaced(c)) * if is_thai(c) { 1 } else { 2 };
    }
    spaced + unspaced / 4
}

/// Whether one of the `signs` stands before a space. (A search for a string would look for each of them in turn.)
pub(super) fn has_before_space(text: &str, signs: &[u8]) -> bool {
    text.as_bytes().windows(2).any(|pair| matches!(pair, [sign, b' '] if signs.contains(sign)))
}
