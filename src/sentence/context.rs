//! What the rules read: the block's text, and a terminator with what belongs to it.

use super::property::{self, Stop, is_space};
use super::quotation::OpenPair;
use super::word_classes::Rules;
use crate::tables::Trait;
use crate::text;

/// What holds for the whole block.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub text: &'a str,
    pub rules: &'a Rules,
    /// Written without any capital: then a small letter may start a sentence.
    pub chat: bool,
}

/// A terminator and what belongs to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terminator {
    /// Where the (last) run of terminators starts.
    pub run: usize,
    /// Where it ends.
    pub end: usize,
    /// Where the closing signs, footnote marks and emoji after it end: here the sentence would end.
    pub after: usize,
    /// Where the next sentence would start.
    pub next: usize,
    pub stop: Stop,
    /// The quotation or bracket closed last.
    pub closed: Option<OpenPair>,
}

impl<'a> Context<'a> {
    /// The terminator at byte `at`, with those that only one script has.
    pub fn stop(&self, at: usize, c: char) -> Option<Stop> {
        let script = |is: fn(char) -> bool| self.before(at).is_some_and(is);
        match c {
            ';' | '\u{37e}'
                if self.rules.may_have(Trait::SemicolonQuestions) && script(property::is_greek) =>
            {
                Some(Stop::Mark)
            }
            ':' if script(|c| matches!(c, '\u{561}'..='\u{587}')) && self.ends_word(at + 1) => {
                Some(Stop::Wide)
            }
            '|' if script(property::is_indic) => Some(Stop::Wide),
            _ => property::stop(c),
        }
    }

    /// The character before byte `at`, invisible ones aside.
    pub fn before(&self, at: usize) -> Option<char> {
        text::last_char(text::trim_end_matches(self.text.get(..at)?, &property::is_transparent))
    }

    fn ends_word(&self, at: usize) -> bool {
        text::char_at(self.text, at).is_none_or(is_space)
    }
}

/// A bracket in the middle of a sentence was closed.
pub(super) fn is_aside(cx: &Context<'_>, unit: usize, terminator: &Terminator) -> bool {
    terminator.closed.is_some_and(|o| !o.family.quotes() && is_inside(cx, unit, o))
}

/// Whether the sentence had begun before the sign.
pub(super) fn is_inside(cx: &Context<'_>, unit: usize, open: OpenPair) -> bool {
    cx.text
        .get(unit..open.at)
        .is_some_and(|t| text::any(t, &|c| !is_space(c) && !property::is_transparent(c)))
}
