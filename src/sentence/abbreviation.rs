//! A full stop after an abbreviation: does it end the sentence too?

use super::ahead::{Ahead, Kind};
use super::context::{Context, Terminator};
use super::initial::{initial_ends, is_single_letter};
use super::neighbour::{PrecedingWord, previous, word_between};
use super::number::{is_list_mark, is_roman, number_ends};
use super::property;
use super::unspaced::is_plain;
use super::word_classes::{EITHER, FUNCTION, INSIDE, MONTH, NUMBER, OPENER, TIME, TITLE};
use crate::tables::Trait;
use crate::text;
use crate::unicode::{is_alphanumeric, is_digit, is_letter, is_lower, is_upper};

/// A single full stop, a space, and a capital, figure or letter without case.
#[inline(never)]
pub(super) fn full_stop_ends_sentence(
    cx: &Context<'_>,
    unit: usize,
    terminator: &Terminator,
    ahead: &Ahead<'_>,
) -> bool {
    let Some(word) = word_between(cx.text, unit, terminator.run) else { return true };
    // `the thing is . . . I mean`: the capital of the pronoun says nothing.
    let Some(first) = text::first_char(word) else { return ahead.word != "I" };
    if !is_plain(Some(word)) {
        return true;
    }
    if property::is_thai(first) {
        // No abbreviation has so many letters.
        return text::char_count(word) > 8 && cx.rules.classes(word) == 0;
    }
    let at = word.as_ptr() as usize - cx.text.as_ptr() as usize;
    let token = PrecedingWord { word, first, at, starts: starts_unit(cx, unit, at) };
    if token.starts && is_list_mark(word) {
        return false;
    }
    if text::all(word, &|c| is_digit(c) || c == '.' || c == '-') {
        return number_ends(cx, &token, ahead);
    }
    match abbreviation_ends(cx, unit, &token, ahead) {
        Some(ends) => ends,
        None if is_roman(word) && word.len() > 1 => {
            !cx.rules.has(Trait::OrdinalDots) || ahead.opens_sentence(cx.rules)
        }
        None if is_single_letter(word) => initial_ends(cx, &token, ahead),
        None if is_acronym(word) || is_contraction(cx, &token) => ahead.opens_sentence(cx.rules),
        None => true,
    }
}

/// Bytes before a time of day that make no sentence: `At 5`.
const SCRAP: usize = 8;

/// What the tables say of an abbreviation; `None` when they say nothing.
fn abbreviation_ends(
    cx: &Context<'_>,
    unit: usize,
    token: &PrecedingWord<'_>,
    ahead: &Ahead<'_>,
) -> Option<bool> {
    let (previous, previous_dotted) = previous(cx.text, token.at);
    let classes = classes(cx, token.word, previous, previous_dotted);
    let after_figure = !previous_dotted && text::last_char(previous).is_some_and(is_digit);
    // `z. B.`: with the next word it makes an abbreviation.
    if ahead.dotted && !ahead.opened && is_short(token.word) && is_short(ahead.word) {
        let joined = [token.word, ".", ahead.word].concat();
        if is_single_letter(token.word) && is_single_letter(ahead.word)
            || cx.rules.classes(&joined) & (TITLE | INSIDE | EITHER | NUMBER) != 0
        {
            return Some(false);
        }
    }
    if classes & TITLE != 0 && classes & EITHER != 0 {
        // `в 1998 г.` is a year, `г. Орск` a town; `on Quay St. The`, `St. James`.
        let unit = after_figure && is_lower(token.first);
        let name = !previous_dotted && text::first_char(previous).is_some_and(is_upper);
        return Some(unit || (name && ahead.opens_sentence(cx.rules)));
    }
    // Russian «им.» is a pronoun too.
    if classes & (TITLE | INSIDE) != 0 && classes & FUNCTION != 0 && !is_single_letter(token.word) {
        return Some(ahead.opens_sentence(cx.rules));
    }
    if classes & TITLE != 0 {
        return Some(false);
    }
    if classes & INSIDE != 0 {
        return Some(false);
    }
    if classes & EITHER != 0 {
        // `At 5 a.m. Mr. Hale`: too little for a sentence.
        let scrap = after_figure && token.at < unit + SCRAP;
        return Some(!scrap && either_ends(cx, token, ahead, after_figure));
    }
    if classes & NUMBER != 0 && is_figure(cx, ahead) {
        return Some(false);
    }
    (classes & NUMBER != 0 && is_lower(token.first)).then_some(true)
}

/// `etc.`, `p.m.` end a sentence before a capital; `Inc.`, `U.S.` only before a word that opens sentences.
fn either_ends(cx: &Context<'_>, token: &PrecedingWord<'_>, ahead: &Ahead<'_>, after_figure: bool) -> bool {
    match ahead.kind {
        Kind::Digit => !ahead.opened && !after_figure && !is_upper(token.first),
        Kind::Upper if is_upper(token.first) || (ahead.opened && !text::contains_char(token.word, '.')) => {
            ahead.opens_sentence(cx.rules)
        }
        Kind::Upper => {
            // `8 a.m. Monday`, `8 a.m. EST`.
            let zone = text::contains_char(token.word, '.')
                && (2..5).contains(&ahead.word.len())
                && text::all(ahead.word, &is_upper);
            !(zone || cx.rules.is(ahead.word, MONTH | TIME))
        }
        Kind::Other => !is_upper(token.first),
        _ => true,
    }
}

/// The classes of a word, of its end after an apostrophe (`l'art.`), and joined with the words before it (`z. B.`).
fn classes(cx: &Context<'_>, word: &str, previous: &str, previous_dotted: bool) -> u16 {
    let mut classes = if text::last_char(word) == Some('°') { NUMBER } else { cx.rules.classes(word) };
    if cx.rules.may_have(Trait::StreetCompounds) && word.ends_with("str") {
        classes |= cx.rules.classes("str");
    }
    if let Some(tail) = tail_of(word) {
        classes |= cx.rules.classes(tail);
    }
    if previous_dotted && is_short(word) && is_short(previous) {
        classes |= cx.rules.classes(&[previous, ".", word].concat());
        let start = previous.as_ptr() as usize - cx.text.as_ptr() as usize;
        let (third, dotted) = self::previous(cx.text, start);
        if dotted && is_short(third) {
            classes |= cx.rules.classes(&[third, ".", previous, ".", word].concat());
        }
    }
    classes
}

/// What follows the last apostrophe.
fn tail_of(word: &str) -> Option<&str> {
    let tail = word.len() - text::trim_end_matches(word, &|c| !matches!(c, '\'' | '’')).len();
    word.get(word.len() - tail..).filter(|_| tail < word.len())
}

/// Short enough for a part of an abbreviation in several words.
fn is_short(word: &str) -> bool {
    !word.is_empty() && text::char_count(word) <= 4 && text::all(word, &is_letter)
}

/// A figure, roman number or letter with a figure follows: `No. 5`, `Vol. IV`, `Art. L. 121`, `no. B12`.
fn is_figure(cx: &Context<'_>, ahead: &Ahead<'_>) -> bool {
    let word = ahead.word;
    let numbered = word.len() > 1
        && text::last_char(word).is_some_and(|c| c.is_ascii_digit())
        && text::first_char(word).is_some_and(is_upper);
    let letter =
        is_single_letter(word) && (ahead.dotted || !cx.rules.is(word, OPENER)) && word != "I" && word != "A";
    ahead.kind == Kind::Digit
        || numbered
        || letter
        || (is_roman(word) && word.len() > 1 && ahead.kind == Kind::Upper)
}

/// `U.S`, `J.-C`, `Ph.D`: letters or pairs of letters with full stops between.
fn is_acronym(word: &str) -> bool {
    text::contains_char(word, '.')
        && word.split('.').all(|part| {
            let part = text::trim_start_matches(part, &|c| c == '-');
            (1..=2).contains(&text::char_count(part)) && text::all(part, &is_letter)
        })
}

/// A short word without vowels and not in capitals is an abbreviation that no table has: `Bd.`, `mgr.`
fn is_contraction(cx: &Context<'_>, token: &PrecedingWord<'_>) -> bool {
    if cx.rules.has(Trait::VowellessWords) {
        return false;
    }
    let word = token.word;
    let (previous, _) = previous(cx.text, token.at);
    (2..=4).contains(&text::char_count(word))
        && text::all(word, &|c| c.is_ascii_alphabetic() && !text::contains_char("aeiouyAEIOUY", c))
        && word.get(1..).is_some_and(|rest| text::all(rest, &is_lower))
        && !text::last_char(previous).is_some_and(is_digit)
}

/// The token stands first in its sentence, but for signs.
fn starts_unit(cx: &Context<'_>, unit: usize, at: usize) -> bool {
    at < unit + 16 && cx.text.get(unit..at).is_some_and(|t| !text::any(t, &is_alphanumeric))
}
