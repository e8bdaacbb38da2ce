//! Terminators that need no space after them, and those that lost it.

use super::ahead::{Ahead, Kind};
use super::boundary::{Context, Site, is_aside, is_inside, is_reporting_clause, opens};
use super::property::{self, Stop, is_cased};
use super::quotation::{Family, Open};
use super::rules::{EITHER, INSIDE, NUMBER, TITLE};
use super::token::word_before;
use crate::text;
use crate::unicode::{is_alphanumeric, is_digit, is_letter, is_lower};

/// 。！？ ۔ । and their like end a sentence wherever they stand, but for figures and quotations inside a clause.
pub(super) fn wide_ends(cx: &Context<'_>, unit: usize, site: &Site, ahead: &Ahead<'_>) -> bool {
    if let Some(open) = site.closed {
        return wide_closed_ends(cx, unit, site, ahead, open);
    }
    let next = text::at(cx.text, site.next);
    let spaced = site.next > site.after;
    let digit = |c: Option<char>| c.is_some_and(is_digit);
    if !spaced && digit(next) && digit(cx.before(site.run)) {
        return false;
    }
    // モーニング娘。の…: no sentence starts with these particles.
    let rest = cx.text.get(site.next..).unwrap_or_default();
    let particle =
        !spaced && (rest.starts_with('を') || (rest.starts_with('の') && !rest.starts_with("のち")));
    !particle
}

/// After the sign that closes a quotation or bracket: does the sentence round it go on?
fn wide_closed_ends(cx: &Context<'_>, unit: usize, site: &Site, ahead: &Ahead<'_>, open: Open) -> bool {
    let inside = is_inside(cx, unit, open);
    if matches!(open.family, Family::Title(_)) {
        return false;
    }
    if matches!(open.family, Family::Bracket(_)) {
        return !inside;
    }
    let rest = cx.text.get(site.next..).unwrap_or_default();
    let Some(next) = text::first(rest) else { return false };
    if site.next > site.after {
        return ahead.kind != Kind::Lower && (inside || !is_reporting_clause(cx, ahead));
    }
    if property::is_hangul(next) {
        return false;
    }
    if cx.rules.tag == "ja" || property::is_hiragana(next) {
        return !starts_with_particle(rest);
    }
    if !property::is_east_asian(next) {
        return true;
    }
    let before = cx.text.get(unit..open.at).unwrap_or_default().trim_end();
    if !inside {
        return !cx.rules.speaks(until_pause(rest, 16));
    }
    match text::last(before) {
        Some(c) if is_alphanumeric(c) => {
            let mut tail = before.len().saturating_sub(9);
            while !before.is_char_boundary(tail) {
                tail += 1;
            }
            cx.rules.speaks(before.get(tail..).unwrap_or_default())
                && !text::has("的地并並后後时時之而等与與和及", next)
        }
        _ => true,
    }
}

/// The start of `text` up to a comma or terminator, at most `most` characters.
pub(super) fn until_pause(text: &str, most: usize) -> &str {
    let pause = |c: char| property::is_continuation(c) || property::stop(c).is_some();
    let mut end = 0;
    for _ in 0..most {
        match text::at(text, end) {
            Some(c) if !pause(c) => end += c.len_utf8(),
            _ => break,
        }
    }
    text.get(..end).unwrap_or_default()
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
pub(super) fn unspaced_ends(cx: &Context<'_>, unit: usize, site: &Site, ahead: &Ahead<'_>) -> bool {
    let Some(next) = text::at(cx.text, site.next) else { return false };
    let marked = site.after > site.end;
    match ahead.kind {
        Kind::Digit | Kind::Lower | Kind::Symbol => false,
        Kind::Other if property::is_east_asian(next) || property::is_hangul(next) || marked => {
            caseless_ends(cx, unit, site, ahead)
        }
        Kind::Other => {
            let word = word_before(cx.text, site.run).unwrap_or_default();
            let caseless =
                cx.before(site.run).is_some_and(|c| is_letter(c) && !is_cased(c) && !property::is_thai(c));
            caseless && !text::has(word, '.') && text::count(word) > 2 && text::count(ahead.word) > 1
        }
        _ if marked => !is_aside(cx, unit, site),
        Kind::Upper if site.stop == Stop::Dot => is_lost_space(cx, site, ahead),
        Kind::Upper => {
            let lower = |c: Option<char>| c.is_some_and(is_lower);
            lower(cx.before(site.run)) && is_plain(word_before(cx.text, site.run)) && ahead.word.len() > 1
                || ahead.opened
        }
        _ => false,
    }
}

/// `.`, `!`, `?` between letters of a script without case.
fn caseless_ends(cx: &Context<'_>, unit: usize, site: &Site, ahead: &Ahead<'_>) -> bool {
    let before = cx.before(site.run);
    let next = text::at(cx.text, site.next);
    if site.closed.is_none() {
        if site.stop == Stop::Ellipsis {
            return false;
        }
        if site.stop == Stop::Dot {
            if next.is_some_and(property::is_hangul) {
                return before.is_some_and(|c| text::has("다요죠까오네", c));
            }
            return site.after > site.end || before.is_some_and(property::is_east_asian);
        }
    }
    wide_ends(cx, unit, site, ahead)
}

/// `on Tuesday.Nobody objected`, but not `Node.js`, `System.Text`, `Amazon.Com`.
fn is_lost_space(cx: &Context<'_>, site: &Site, ahead: &Ahead<'_>) -> bool {
    let Some(word) = word_before(cx.text, site.run) else { return false };
    if !is_plain(Some(word)) || !is_plain(Some(ahead.word)) {
        return false;
    }
    let opens = opens(cx, ahead);
    let last = word.get(text::trim_end(word, &|c| c != '.').len()..).unwrap_or_default();
    if last.len() < word.len() && !opens {
        return false;
    }
    if text::all(last, &is_digit) {
        return last.len() == 4 || (last.len() > 2 && opens);
    }
    let second = text::first(ahead.word).and_then(|first| text::at(ahead.word, first.len_utf8()));
    let sentence_like = second.is_none_or(|c| is_lower(c) || matches!(c, '\'' | '’'));
    let known = cx.rules.classes(last) & (TITLE | INSIDE | NUMBER | EITHER) != 0;
    let long = text::count(ahead.word) > 3 && !text::has(ahead.word, '.');
    let lower = text::last(last).is_some_and(is_lower);
    sentence_like && !known && text::count(last) > 1 && (opens || (lower && long))
}

/// Not part of an address.
pub(super) fn is_plain(word: Option<&str>) -> bool {
    word.is_some_and(|w| !text::any(w, &|c| text::has("@/_:&=", c)))
}
