//! What may follow a terminator and still belong to its sentence: footnote marks, emoji.

use super::neighbour::skip_spaces;
use super::property::{self, is_space};
use crate::text;
use crate::unicode::{is_alphanumeric, is_letter};

/// The end of a footnote mark at `at`: `[4]`, `[citation needed]`, `¹²`; after a space only figures in brackets.
pub(super) fn footnote(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let superscript = text::trim_start_matches(rest, &|c| text::contains_char("⁰¹²³⁴⁵⁶⁷⁸⁹", c));
    if superscript.len() < rest.len() {
        return Some(text.len() - superscript.len());
    }
    let inner = text::trim_start_matches(rest, &|c| c == ' ');
    let spaced = inner.len() < rest.len();
    let inner = inner.strip_prefix('[')?;
    let mut figures = true;
    for (i, c) in inner.char_indices() {
        match c {
            ']' if i > 0 && (figures || !spaced) => return Some(text.len() - inner.len() + i + 1),
            '0'..='9' | ',' | '–' | '-' => {}
            'a'..='z' | 'A'..='Z' | ' ' => figures = false,
            _ if is_letter(c) => figures = false,
            _ => return None,
        }
        if i > 40 {
            return None;
        }
    }
    None
}

/// The end of the emoji, or emoticon, at `at` or after a space.
pub(super) fn emoji(text: &str, at: usize) -> Option<usize> {
    let start = skip_spaces(text, at);
    let rest = text.get(start..)?;
    let first = text::first_char(rest)?;
    let second = text::char_at(rest, first.len_utf8());
    if property::is_emoji(first) || second == Some('\u{fe0f}') && !is_alphanumeric(first) {
        return Some(start + first.len_utf8() + modifiers(rest.get(first.len_utf8()..)?));
    }
    // :-) ;) :D
    if start > at && matches!(first, ':' | ';') {
        let body = rest.get(1..)?;
        let nose = body.strip_prefix('-').unwrap_or(body);
        let mouth = text::first_char(nose).filter(|&c| text::contains_char(")(DP/*", c))?;
        let tail = nose.get(mouth.len_utf8()..)?;
        return text::first_char(tail).is_none_or(is_space).then(|| text.len() - tail.len());
    }
    None
}

/// The length of what modifies an emoji: variation selector, skin tone, joiner and the next part.
fn modifiers(rest: &str) -> usize {
    let (mut at, mut joined) = (0, false);
    while let Some(c) = text::char_at(rest, at) {
        if !joined && !matches!(c, '\u{fe0f}' | '\u{200d}' | '\u{20e3}' | '\u{1f3fb}'..='\u{1f3ff}') {
            break;
        }
        joined = c == '\u{200d}';
        at += c.len_utf8();
    }
    at
}
