//! Does a sentence end at this terminator? The word before it and the word after it tell.

use super::abbreviation::full_stop_ends_sentence;
use super::ahead::{Ahead, Kind, look};
use super::neighbour::word_before;
use super::property::{self, Stop, is_space};
use super::quotation::Open;
use super::unspaced::{unspaced_ends, until_pause, wide_ends};
use super::word_classes::{OPENER, Rules, SPEECH};
use crate::text;
use crate::unicode::{is_digit, is_upper};

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
    pub closed: Option<Open>,
}

impl<'a> Context<'a> {
    /// The terminator at byte `at`, with those that only one script has.
    pub fn stop(&self, at: usize, c: char) -> Option<Stop> {
        let script = |is: fn(char) -> bool| self.before(at).is_some_and(is);
        match c {
            ';' | '\u{37e}' if matches!(self.rules.tag, "el" | "") && script(property::is_greek) => {
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

/// Whether a sentence that began at `unit` ends at `terminator`.
pub(super) fn ends(cx: &Context<'_>, unit: usize, terminator: &Terminator) -> bool {
    if is_omission(cx, terminator) {
        return false;
    }
    let ahead = look(cx, terminator.next);
    match ahead.kind {
        Kind::End | Kind::Stop | Kind::Continuation => return false,
        _ => {}
    }
    // A quotation, then a dash: the reporting clause.
    let quoted = terminator.closed.is_some_and(|o| o.family.quotes());
    if ahead.dash && (quoted || ahead.kind == Kind::Lower) {
        return false;
    }
    let spaced = terminator.next > terminator.after;
    match terminator.stop {
        Stop::Wide => wide_ends(cx, unit, terminator, &ahead),
        _ if !spaced => unspaced_ends(cx, unit, terminator, &ahead),
        _ if ahead.kind == Kind::Lower => {
            (cx.chat && !quoted && chat_ends(cx, terminator)) || continues_list(cx, unit, &ahead)
        }
        _ if is_aside(cx, unit, terminator) => opens(cx, &ahead),
        Stop::Dot => full_stop_ends_sentence(cx, unit, terminator, &ahead),
        Stop::Ellipsis if ahead.kind == Kind::Digit => false,
        // `well ... I mean`: the capital of the pronoun says nothing.
        Stop::Ellipsis if ahead.word == "I" && cx.before(terminator.run).is_some_and(is_space) => false,
        Stop::Mark | Stop::Ellipsis => !(quoted && is_reporting_clause(cx, &ahead)),
    }
}

/// `[...]`, `(…)`, `(!)`: nothing but terminators in brackets.
fn is_omission(cx: &Context<'_>, terminator: &Terminator) -> bool {
    cx.before(terminator.run).is_some_and(|c| matches!(c, '[' | '(' | '<' | '（' | '［'))
        && text::char_at(cx.text, terminator.end).is_some_and(|c| matches!(c, ']' | ')' | '>' | '）' | '］'))
}

/// A bracket in the middle of a sentence was closed.
pub(super) fn is_aside(cx: &Context<'_>, unit: usize, terminator: &Terminator) -> bool {
    terminator.closed.is_some_and(|o| !o.family.quotes() && is_inside(cx, unit, o))
}

/// Whether the sentence had begun before the sign.
pub(super) fn is_inside(cx: &Context<'_>, unit: usize, open: Open) -> bool {
    cx.text
        .get(unit..open.at)
        .is_some_and(|t| text::any(t, &|c| !is_space(c) && !property::is_transparent(c)))
}

/// `a. One thing. b. Another.`: in a list with letters the next letter starts an item.
fn continues_list(cx: &Context<'_>, unit: usize, ahead: &Ahead<'_>) -> bool {
    let mark = |at: usize| match cx.text.as_bytes().get(at..at + 3) {
        Some([letter @ b'a'..=b'z', b'.' | b')', b' ']) => Some(*letter),
        _ => None,
    };
    let next = ahead.end.checked_sub(1).and_then(mark);
    mark(unit).zip(next).is_some_and(|(this, next)| this + 1 == next)
}

/// In text without capitals a full stop counts when the word before it can't be an abbreviation.
fn chat_ends(cx: &Context<'_>, terminator: &Terminator) -> bool {
    if terminator.stop != Stop::Dot {
        return terminator.stop == Stop::Mark;
    }
    let word = word_before(cx.text, terminator.run).unwrap_or("long");
    text::char_count(word) > 1
        && !text::contains_char(word, '.')
        && !text::last_char(word).is_some_and(is_digit)
        && cx.rules.classes(word) & !OPENER == 0
}

/// Whether the next word is one that opens sentences, so that its capital says: a new sentence.
pub(super) fn opens(cx: &Context<'_>, ahead: &Ahead<'_>) -> bool {
    if cx.rules.is(ahead.word, OPENER) {
        return true;
    }
    let head = text::prefix_until(ahead.word, &|c| matches!(c, '\'' | '’' | '-'));
    head.len() < ahead.word.len() && cx.rules.is(head, OPENER)
}

/// What follows the first space.
fn after_space(text: &str) -> Option<&str> {
    let mut chars = text::trim_start_matches(text, &|c| !is_space(c)).chars();
    chars.next()?;
    Some(chars.as_str())
}

/// Words of the longest name with its title.
const LONGEST_NAME: usize = 5;

/// `"Who pays?" Mayor Anna Hollis asked.`: names, then a verb of saying.
pub(super) fn is_reporting_clause(cx: &Context<'_>, ahead: &Ahead<'_>) -> bool {
    if ahead.kind == Kind::Other && !ahead.opened {
        let clause = cx.text.get(ahead.end - ahead.word.len()..).unwrap_or_default();
        return cx.rules.speaks(until_pause(clause, 24));
    }
    if ahead.kind != Kind::Upper || ahead.opened || opens(cx, ahead) {
        return false;
    }
    // `Nora Quill, the harbour master, asked`: what stands between commas is passed over.
    let mut aside = text::char_at(cx.text, ahead.end) == Some(',');
    let mut names = 1;
    let rest = cx.text.get(ahead.end..).unwrap_or_default();
    // What stands before the first space is the rest of the word.
    let mut rest = rest;
    for _ in 0..12 {
        let Some(after) = after_space(rest) else { break };
        rest = after;
        let word = text::prefix_until(rest, &is_space);
        let bare = text::trim_end_matches(word, &|c| text::contains_char(",.:!?", c));
        if aside {
            aside = text::last_char(word) != Some(',');
            names = LONGEST_NAME;
            continue;
        }
        if cx.rules.is(bare, SPEECH) {
            return true;
        }
        names += 1;
        let name = text::first_char(word).is_some_and(is_upper) || bare.len() <= 3;
        if !name
            || names > LONGEST_NAME
            || text::last_char(word).is_some_and(|c| text::contains_char(":!?", c))
        {
            return false;
        }
        aside = text::last_char(word) == Some(',');
    }
    false
}
