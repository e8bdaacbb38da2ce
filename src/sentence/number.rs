//! A full stop after a figure: an ordinal, part of a date, a list number, or the end of the sentence.

use super::ahead::{Ahead, Kind};
use super::context::Context;
use super::initial::is_single_letter;
use super::neighbour::{PrecedingWord, previous};
use super::word_classes::{INSIDE, MONTH, NUMBER, TITLE};
use crate::tables::Trait;
use crate::text;
use crate::unicode::is_digit;

/// A figure before a full stop: an ordinal, part of a date, or a number that ends the sentence.
pub(super) fn number_ends(cx: &Context<'_>, token: &PrecedingWord<'_>, ahead: &Ahead<'_>) -> bool {
    let (previous, dotted) = previous(cx.text, token.at);
    // German nouns have capitals: `im 271. Versuch`.
    let short = token.word.len() <= if cx.rules.has(Trait::NounCapitals) { 3 } else { 2 };
    // `2024. 3. 12.`
    let chain = dotted && short && !previous.is_empty() && text::all(previous, &|c| c.is_ascii_digit());
    let ordinals = cx.rules.may_have(Trait::OrdinalDots);
    let dates = ordinals || cx.rules.has(Trait::DottedDays);
    if dates && ahead.kind == Kind::Digit && ahead.dotted && ahead.word.len() <= 2 && token.word.len() <= 4 {
        return false;
    }
    if dates && chain {
        return ahead.opens_sentence(cx.rules) && ahead.kind != Kind::Other;
    }
    if dates && cx.rules.is(ahead.word, MONTH) {
        return false;
    }
    if !ordinals || !(short && token.first.is_ascii_digit() || is_date(token.word)) {
        return true;
    }
    // `Nr. 5.`, `kl. 10.`: a cardinal.
    if cx.rules.is(previous, NUMBER) {
        return true;
    }
    match ahead.kind {
        Kind::Upper => {
            ahead.opens_sentence(cx.rules) || (ahead.dotted && cx.rules.is(ahead.word, INSIDE | TITLE))
        }
        Kind::Digit => !ahead.opened,
        _ => !ahead.opened,
    }
}

/// `7.10.`: day and month.
fn is_date(word: &str) -> bool {
    let Some((day, month)) = word.split_once('.') else { return false };
    let within =
        |part: &str, most: u32| text::parse_number(part, 10).is_some_and(|n| (1..=most).contains(&n));
    within(day, 31) && within(month, 12)
}

/// `1.`, `a.`, `iv.` at the start.
pub(super) fn is_list_mark(word: &str) -> bool {
    is_single_letter(word)
        || (word.len() <= 6 && text::all(word, &|c| is_digit(c) || c == '.'))
        || (word.len() <= 4 && text::all(word, &|c| text::contains_char("ivxIVX", c)))
}

pub(super) fn is_roman(word: &str) -> bool {
    word.len() <= 8 && text::all(word, &|c| text::contains_char("IVXLCM", c))
}
