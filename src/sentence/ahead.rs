//! What comes after a terminator.

use super::context::Context;
use super::neighbour::word_at;
use super::property::{self, is_dash, is_space};
use super::word_classes::{OPENER, Rules};
use crate::text;
use crate::unicode::{is_alphanumeric, is_digit, is_letter, is_lower, is_upper};

/// What comes after a terminator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing with letters or figures.
    End,
    Lower,
    Upper,
    /// A letter of a script without case.
    Other,
    Digit,
    /// A comma or its like (SB8a).
    Continuation,
    /// Another terminator (SB8a).
    Stop,
    Symbol,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Ahead<'a> {
    pub kind: Kind,
    /// The first word.
    pub word: &'a str,
    /// Where it ends.
    pub end: usize,
    /// A full stop follows the word.
    pub dotted: bool,
    /// A dash stands before it.
    pub dash: bool,
    /// An opening sign stands before it.
    pub opened: bool,
}

impl Ahead<'_> {
    /// Whether the next word is one that opens sentences; then its capital marks the start of a sentence.
    pub fn opens_sentence(&self, rules: &Rules) -> bool {
        if rules.is(self.word, OPENER) {
            return true;
        }
        let head = text::prefix_until(self.word, &|c| matches!(c, '\'' | '’' | '-'));
        head.len() < self.word.len() && rules.is(head, OPENER)
    }
}

/// How many signs before the next word are looked at.
const SIGNS: usize = 12;

#[inline(never)]
pub(super) fn look<'a>(cx: &Context<'a>, next: usize) -> Ahead<'a> {
    let mut ahead =
        Ahead { kind: Kind::Symbol, word: "", end: next, dotted: false, dash: false, opened: false };
    let mut at = next;
    let mut apostrophe = false;
    for i in 0..SIGNS {
        let Some(c) = text::char_at(cx.text, at) else {
            ahead.kind = Kind::End;
            break;
        };
        if is_alphanumeric(c) {
            let word = word_at(cx.text, at);
            ahead.word = text::trim_end_matches(word, &|c| text::contains_char(".'’-/", c));
            ahead.end = at + ahead.word.len();
            ahead.dotted = text::char_at(word, ahead.word.len()) == Some('.');
            ahead.kind = kind_of(cx.text, at, c, ahead.word, apostrophe);
            break;
        }
        if is_dash(c) {
            ahead.dash = true;
        } else if i == 0 && property::is_continuation(c) {
            ahead.kind = Kind::Continuation;
            break;
        } else if i == 0 && cx.stop(at, c).is_some() {
            // `...and then`, dots that open a sentence.
            let word =
                text::trim_start_matches(cx.text.get(at..).unwrap_or_default(), &|c| matches!(c, '.' | '…'));
            let start = cx.text.len() - word.len();
            if start > at + 1 && text::first_char(word).is_some_and(is_letter) {
                ahead.kind = Kind::Upper;
                break;
            }
            // `.org` and `.NET` are words.
            if c != '.' || !text::char_at(cx.text, at + 1).is_some_and(is_letter) {
                ahead.kind = Kind::Stop;
                break;
            }
        } else if !is_space(c) {
            ahead.opened = true;
        }
        apostrophe = matches!(c, '\'' | '’' | '‘');
        at += c.len_utf8();
    }
    ahead
}

fn kind_of(text: &str, at: usize, c: char, word: &str, apostrophe: bool) -> Kind {
    if is_digit(c) {
        return Kind::Digit;
    }
    if is_upper(c) {
        return Kind::Upper;
    }
    if !is_lower(c) {
        return Kind::Other;
    }
    let second = text::char_at(text, at + c.len_utf8());
    // `iPhone`; `'s Avonds`.
    let camel = second.is_some_and(is_upper);
    let clitic = apostrophe
        && word.len() == 1
        && second.is_some_and(is_space)
        && text::char_at(text, at + 2).is_some_and(is_upper);
    if camel || clitic { Kind::Upper } else { Kind::Lower }
}
