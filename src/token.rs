//! Blocks to tokens: runs of letters, marks and digits, or one letter of a script without spaces.
//!
//! Every stage that reads words reads these, so a text is decoded, folded and hashed once.

use crate::column::row;
use crate::fold::fold_into;
use crate::interner::Interner;
use crate::page::Page;
use crate::span::Span;
use crate::unicode::{is_digit, is_mark, is_unspaced, is_upper, is_word_char};

/// A token, or a word, which is one token or several joined (`don't`, `1,200`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    /// Where it lies in the page's text.
    pub span: Span,
    /// Form and flags together: there are millions of these.
    bits: u32,
}

pub(crate) const CAPITAL: u8 = 1;
pub(crate) const ALL_CAPITALS: u8 = 2;
pub(crate) const NUMBER: u8 = 4;
pub(crate) const UNSPACED: u8 = 8;
/// Begins with a combining mark, which no word does.
pub(crate) const STRAY_MARK: u8 = 16;
/// Folded once its ASCII letters are small.
const PLAIN: u8 = 32;

/// Bits that a token keeps of its flags; PLAIN is none of them. A text of [`crate::MAX_BYTES`] has fewer forms than the
/// other bits can tell apart.
const FLAGS: u32 = 5;

impl Token {
    pub fn new(span: Span, form: u32, flags: u8) -> Token {
        Token { span, bits: form << FLAGS | u32::from(flags) & ((1 << FLAGS) - 1) }
    }

    /// Its folded form: a number of the interner beside it.
    pub fn form(self) -> u32 {
        self.bits >> FLAGS
    }

    pub fn flags(self) -> u8 {
        self.bits as u8 & ((1 << FLAGS) - 1)
    }

    /// Begins with a capital.
    pub fn is_capital(self) -> bool {
        self.flags() & CAPITAL != 0
    }

    /// Two or more letters, all capitals.
    pub fn is_all_capitals(self) -> bool {
        self.flags() & ALL_CAPITALS != 0
    }

    /// Begins with a digit.
    pub fn is_number(self) -> bool {
        self.flags() & NUMBER != 0
    }

    /// Out of a script written without spaces: of a token one letter, of a word a pair of them.
    pub fn is_unspaced(self) -> bool {
        self.flags() & UNSPACED != 0
    }
}

/// The tokens of a page.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    /// In document order.
    pub list: Vec<Token>,
    /// For each block, where its tokens start; one more entry at the end.
    starts: Vec<u32>,
    /// Folded forms: lower case, composed, apostrophes straight.
    pub forms: Interner,
}

impl Tokens {
    /// The tokens of block `index`.
    pub fn of(&self, index: usize) -> &[Token] {
        self.list.get(row(&self.starts, index)).unwrap_or_default()
    }
}

/// Finds the tokens of each block.
#[inline(never)]
pub(crate) fn split(page: &Page) -> Tokens {
    // Growing would take as much again.
    let list = Vec::with_capacity(estimate(&page.text));
    let mut out = Tokens { list, ..Tokens::default() };
    let mut folded = String::new();
    for block in &page.blocks {
        out.starts.push(out.list.len() as u32);
        let base = block.span.start as usize;
        each(page.block_text(block), |start, end, flags, slice| {
            let form = if flags & PLAIN != 0 {
                out.forms.intern_lower(slice)
            } else {
                fold_into(slice, &mut folded);
                out.forms.intern(&folded)
            };
            let span = Span::new(base + start, base + end);
            out.list.push(Token::new(span, form, flags));
        });
    }
    out.starts.push(out.list.len() as u32);
    out
}

/// How many tokens a text has, roughly: an eighth more than if they were as dense as at its start.
fn estimate(text: &str) -> usize {
    let mut end = text.len().min(4096);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let mut count = 0;
    each(text.get(..end).unwrap_or_default(), |_, _, _, _| count += 1);
    (text.len() / end.max(1) + 1) * (count + count / 8)
}

/// Calls `found(start, end, flags, token)` for each token of `text`, ascending.
pub(crate) fn each(text: &str, mut found: impl FnMut(usize, usize, u8, &str)) {
    let mut at = 0;
    while let Some(&byte) = text.as_bytes().get(at) {
        if byte.is_ascii() && !byte.is_ascii_alphanumeric() {
            at += 1;
            continue;
        }
        let (end, flags) = token(text, at);
        if let Some(slice) = text.get(at..end).filter(|_| flags != NOTHING) {
            found(at, end, flags, slice);
        }
        at = end.max(at + 1);
    }
}

/// What no token has for flags: the character is none.
const NOTHING: u8 = u8::MAX;

/// Where the token at `start` ends, and its flags.
fn token(text: &str, start: usize) -> (usize, u8) {
    let bytes = text.as_bytes();
    let (mut at, mut letters, mut capitals) = (start, 0usize, 0usize);
    let mut plain = true;
    let mut flags = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_alphanumeric() {
            let upper = byte.is_ascii_uppercase();
            if letters == 0 {
                flags |= if upper { CAPITAL } else { 0 } | if byte.is_ascii_digit() { NUMBER } else { 0 };
            }
            letters += 1;
            capitals += usize::from(upper);
            at += 1;
            continue;
        }
        if byte.is_ascii() {
            break;
        }
        // Small Latin letters with accents, most of what isn't ASCII in a Western text, are folded as they stand.
        if let (0xc3, Some(&(0x9f..=0xb6 | 0xb8..=0xbf))) = (byte, bytes.get(at + 1)) {
            letters += 1;
            at += 2;
            continue;
        }
        let Some(c) = text.get(at..).and_then(|t| t.chars().next()) else { break };
        let next = at + c.len_utf8();
        if !is_word_char(c) || is_unspaced(c) {
            return match at == start {
                true if is_unspaced(c) => (next, UNSPACED | if is_mark(c) { STRAY_MARK } else { 0 }),
                true => (next, NOTHING),
                false => (at, finish(flags, plain, letters, capitals)),
            };
        }
        plain = false;
        if is_mark(c) {
            flags |= if at == start { STRAY_MARK } else { 0 };
        } else {
            let upper = is_upper(c);
            if at == start {
                flags |= if upper { CAPITAL } else { 0 } | if is_digit(c) { NUMBER } else { 0 };
            }
            letters += 1;
            capitals += usize::from(upper);
        }
        at = next;
    }
    (at, finish(flags, plain, letters, capitals))
}

fn finish(flags: u8, plain: bool, letters: usize, capitals: usize) -> u8 {
    let all_capitals = letters > 1 && capitals == letters;
    flags | if all_capitals { ALL_CAPITALS } else { 0 } | if plain { PLAIN } else { 0 }
}
