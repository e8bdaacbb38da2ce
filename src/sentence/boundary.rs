//! Does a sentence end at this terminator? The word before it and the word after it tell.

use super::abbreviation::full_stop_ends_sentence;
use super::ahead::{Ahead, Kind, look};
use super::context::{Context, Terminator, is_aside};
use super::neighbour::word_before;
use super::property::{Stop, is_space};
use super::reporting::is_reporting_clause;
use super::unspaced::{unspaced_ends, wide_ends};
use super::word_classes::OPENER;
use crate::text;
use crate::unicode::is_digit;

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
        _ if is_aside(cx, unit, terminator) => ahead.opens_sentence(cx.rules),
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
