//! Terminators that need no space after them, and those that lost it.

use super::ahead::{Ahead, Kind};
use super::context::{Context, Terminator, is_aside, is_inside};
use super::neighbour::word_before;
use super::property::{self, Stop};
use super::quotation::{Family, OpenPair};
use super::reporting::{is_reporting_clause, until_pause};
use super::word_classes::{EITHER, INSIDE, NUMBER, TITLE};
use crate::script::Script;
use crate::text;
use crate::unicode::{is_alphanumeric, is_cased, is_digit, is_letter, is_lower};

/// 。！？ ۔ । and their like end a sentence wherever they stand, but for figures and quotations inside a clause.
pub(super) fn wide_ends(cx: &Context<'_>, unit: usize, terminator: &Terminator, ahead: &Ahead<'_>) -> bool {
    if let Some(open) = terminator.closed {
        return wide_closed_ends(cx, unit, terminator, ahead, open);
    }
    let next = text::char_at(cx.text, terminator.next);
    let spaced = terminator.next > terminator.after;
    let digit = |c: Option<char>| c.is_some_and(is_digit);
    if !spaced && digit(next) && digit(cx.before(terminator.run)) {
        return false;
    }
    // モーニング娘。の…: no sentence starts with these particles.
    let rest = cx.text.get(terminator.next..).unwrap_or_default();
    let particle =
        !spaced && (rest.starts_with('を') || (rest.starts_with('の') && !rest.starts_with("のち")));
    !particle
}

/// After the sign that closes a quotation or bracket: does the sentence round it go on?
fn wide_closed_ends(
    cx: &Context<'_>,
    unit: usize,
    terminator: &Terminator,
    ahead: &Ahead<'_>,
    open: OpenPair,
) -> bool {
    let inside = is_inside(cx, unit, open);
    if matches!(open.family, Family::Title(_)) {
        return false;
    }
    if matches!(open.family, Family::Bracket(_)) {
        return !inside;
    }
    let rest = cx.text.get(terminator.next..).unwrap_or_default();
    let Some(next) = text::first_char(rest) else { return false };
    if terminator.next > terminator.after {
        return ahead.kind != Kind::Lower && (inside || !is_reporting_clause(cx, ahead));
    }
    if property::is_hangul(next) {
        return false;
    }
    let japanese = cx.rules.language.is_some_and(|l| l.script == Script::Kana);
    if japanese || property::is_hiragana(next) {
        return !starts_with_particle(rest);
    }
    if !property::is_east_asian(next) {
        return true;
    }
    let before = cx.text.get(unit..open.at).unwrap_or_default().trim_end();
    if !inside {
        return !cx.rules.speaks(until_pause(rest, 16));
    }
    match text::last_char(before) {
        Some(c) if is_alphanumeric(c) => {
            let mut tail = before.len().saturating_sub(9);
            while !before.is_char_boundary(tail) {
                tail += 1;
            }
            cx.rules.speaks(before.get(tail..).unwrap_or_default())
                && !text::contains_char("的地并並后後时時之而等与與和及", next)
        }
        _ => true,
    }
}

/// Whether Japanese text goes on with a particle: 「…。」と話す.
fn starts_with_particle(rest: &str) -> bool {
    const PARTICLES: &str = "と が は を に の で も や な って へ か から まで より だと です";
    const OPENERS: &str =
        "ところ でも だが だから もし もう もちろん なお なぜ また では やがて かつて ともあれ";
    !OPENERS.split(' ').any(|w| rest.starts_with(w)) && PARTICLES.split(' ').any(|w| rest.starts_with(w))
}

/// No space after `.`, `!`, `?` or `…`: text whose spaces were lost, or a domain, a file name, a version.
#[inline(never)]
pub(super) fn unspaced_ends(
    cx: &Context<'_>,
    unit: usize,
    terminator: &Terminator,
    ahead: &Ahead<'_>,
) -> bool {
    let Some(next) = text::char_at(cx.text, terminator.next) else { return false };
    let marked = terminator.after > terminator.end;
    match ahead.kind {
        Kind::Digit | Kind::Lower | Kind::Symbol => false,
        Kind::Other if property::is_east_asian(next) || property::is_hangul(next) || marked => {
            caseless_ends(cx, unit, terminator, ahead)
        }
        Kind::Other => {
            let word = word_before(cx.text, terminator.run).unwrap_or_default();
            let caseless = cx
                .before(terminator.run)
                .is_some_and(|c| is_letter(c) && !is_cased(c) && !property::is_thai(c));
            caseless
                && !text::contains_char(word, '.')
                && text::char_count(word) > 2
                && text::char_count(ahead.word) > 1
        }
        _ if marked => !is_aside(cx, unit, terminator),
        Kind::Upper if terminator.stop == Stop::Dot => is_lost_space(cx, terminator, ahead),
        Kind::Upper => {
            let lower = |c: Option<char>| c.is_some_and(is_lower);
            lower(cx.before(terminator.run))
                && is_plain(word_before(cx.text, terminator.run))
                && ahead.word.len() > 1
                || ahead.opened
        }
        _ => false,
    }
}

/// `.`, `!`, `?` between letters of a script without case.
fn caseless_ends(cx: &Context<'_>, unit: usize, terminator: &Terminator, ahead: &Ahead<'_>) -> bool {
    let before = cx.before(terminator.run);
    let next = text::char_at(cx.text, terminator.next);
    if terminator.closed.is_none() {
        if terminator.stop == Stop::Ellipsis {
            return false;
        }
        if terminator.stop == Stop::Dot {
            if next.is_some_and(property::is_hangul) {
                return before.is_some_and(|c| text::contains_char("다요죠까오네", c));
            }
            return terminator.after > terminator.end || before.is_some_and(property::is_east_asian);
        }
    }
    wide_ends(cx, unit, terminator, ahead)
}

/// `on Tuesday.Nobody objected`, but not `Node.js`, `System.Text`, `Amazon.Com`.
fn is_lost_space(cx: &Context<'_>, terminator: &Terminator, ahead: &Ahead<'_>) -> bool {
    let second = text::first_char(ahead.word).and_then(|first| text::char_at(ahead.word, first.len_utf8()));
    let sentence_like = second.is_none_or(|c| is_lower(c) || matches!(c, '\'' | '’'));
    // `A.B.C`: nothing but a year could end here.
    if !sentence_like && !cx.before(terminator.run).is_some_and(is_digit) {
        return false;
    }
    let Some(word) = word_before(cx.text, terminator.run) else { return false };
    if !is_plain(Some(word)) || !is_plain(Some(ahead.word)) {
        return false;
    }
    let opens = ahead.opens_sentence(cx.rules);
    let last = word.get(text::trim_end_matches(word, &|c| c != '.').len()..).unwrap_or_default();
    if last.len() < word.len() && !opens {
        return false;
    }
    if text::all(last, &is_digit) {
        return last.len() == 4 || (last.len() > 2 && opens);
    }
    let known = cx.rules.classes(last) & (TITLE | INSIDE | NUMBER | EITHER) != 0;
    let long = text::char_count(ahead.word) > 3 && !text::contains_char(ahead.word, '.');
    let lower = text::last_char(last).is_some_and(is_lower);
    sentence_like && !known && text::char_count(last) > 1 && (opens || (lower && long))
}

/// Not part of an address.
pub(super) fn is_plain(word: Option<&str>) -> bool {
    word.is_some_and(|w| !text::any(w, &|c| text::contains_char("@/_:&=", c)))
}
