//! The words next to a full stop, found without looking far.

use super::property::{self, is_space, is_transparent};
use crate::text;

/// The word before a full stop.
#[derive(Clone, Copy, Debug)]
pub(super) struct PrecedingWord<'a> {
    pub word: &'a str,
    pub first: char,
    pub at: usize,
    /// It is the first of its sentence.
    pub starts: bool,
}

/// The word that ends at byte `end`, without signs at its start; `None` when it is longer than any abbreviation.
pub(super) fn word_before(text: &str, end: usize) -> Option<&str> {
    word_between(text, 0, end)
}

/// As [`word_before`], but no further back than byte `from`.
pub(super) fn word_between(text: &str, from: usize, end: usize) -> Option<&str> {
    let head = text::trim_end_matches(text.get(from..end)?, &is_transparent);
    let end = head.len();
    let mut start = end;
    let mut east_asian = None;
    for (at, c) in head.char_indices().rev() {
        let other = property::is_east_asian(c);
        if !is_word_part(c) || *east_asian.get_or_insert(other) != other {
            break;
        }
        if end - at > LONGEST_WORD {
            return None;
        }
        start = at;
    }
    Some(text::trim_start_matches(head.get(start..)?, &|c| text::contains_char(".'’-/:&", c)))
}

/// The word that starts at byte `start`, at most [`LONGEST_WORD`] bytes of it.
pub(super) fn word_at(text: &str, start: usize) -> &str {
    let tail = text.get(start..).unwrap_or_default();
    let end = tail
        .char_indices()
        .find(|(at, c)| *at > LONGEST_WORD || !is_word_part(*c))
        .map_or(tail.len(), |(at, _)| at);
    tail.get(..end).unwrap_or_default()
}

/// The word before the word at `at`, and whether it has a full stop.
pub(super) fn previous(text: &str, at: usize) -> (&str, bool) {
    let head = text.get(..at).unwrap_or_default();
    let trimmed = text::trim_end_matches(head, &|c| {
        is_space(c) || is_transparent(c) || text::contains_char("([«“„\"", c)
    });
    let bare = text::trim_end_matches(trimmed, &|c| c == '.');
    (word_before(text, bare.len()).unwrap_or_default(), bare.len() < trimmed.len())
}

/// Bytes of the longest word looked at; a longer one is no abbreviation.
const LONGEST_WORD: usize = 40;

/// Characters of a word or address, the inner full stops included.
#[inline]
fn is_word_part(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' => true,
        '.' | '\'' | '-' | '/' | '@' | '_' | '&' | ':' | '=' => true,
        '\0'..='\x7f' => false,
        '’' | '\u{2011}' | '·' | '°' | '\u{5f3}' | '\u{5f4}' => true,
        _ => crate::unicode::is_word_char(c),
    }
}

/// Skips spaces and invisible characters from `at`.
pub(super) fn skip_spaces(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let spaces = |c| is_space(c) || is_transparent(c) && c != '\u{fe0f}';
    at + rest.len() - text::trim_start_matches(rest, &spaces).len()
}
