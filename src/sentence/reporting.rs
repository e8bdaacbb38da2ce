//! Reporting clauses: who said the quotation that a terminator closes.

use super::ahead::{Ahead, Kind};
use super::context::Context;
use super::property::{self, is_space};
use super::word_classes::SPEECH;
use crate::text;
use crate::unicode::is_upper;

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
    if ahead.kind != Kind::Upper || ahead.opened || ahead.opens_sentence(cx.rules) {
        return false;
    }
    // `Nora Quill, the harbour master, asked`: what stands between commas is passed over.
    let mut aside = text::char_at(cx.text, ahead.end) == Some(',');
    let mut names = 1;
    // What stands before the first space is the rest of the word.
    let mut rest = cx.text.get(ahead.end..).unwrap_or_default();
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

/// The start of `text` up to a comma or terminator, at most `most` characters.
pub(super) fn until_pause(text: &str, most: usize) -> &str {
    let pause = |c: char| property::is_continuation(c) || property::stop(c).is_some();
    let mut end = 0;
    for _ in 0..most {
        match text::char_at(text, end) {
            Some(c) if !pause(c) => end += c.len_utf8(),
            _ => break,
        }
    }
    text.get(..end).unwrap_or_default()
}
