//! Foot notes, reference definitions and tables of contents that stand between the lines of a text.

use super::line::{Flow, Line};
use crate::page::Reason;
use crate::text;
use crate::unicode::{is_digit, is_lower, is_whitespace};

/// Takes foot notes and the lines of a table of contents out of the flow of the lines.
pub(super) fn mark(source: &str, lines: &mut [Line]) {
    for line in lines.iter_mut().filter(|l| has_leader(l.text(source))) {
        line.flow = Flow::Aside(Reason::Interface);
    }
    let mut at = 0;
    while at < lines.len() {
        let end = at + group(lines, at);
        let inside = is_note(source, lines, at) && is_between_halves(source, lines, at, end);
        let last = end == lines.len() && end - at <= MOST && (at..end).all(|i| is_answer(source, lines, i));
        for i in at..end {
            if inside || last || is_definition(source, lines, i) {
                set_aside(lines, i);
            }
        }
        if inside {
            super::paging::close(lines, at..end);
        }
        at = end.max(at + 1);
    }
}

fn set_aside(lines: &mut [Line], index: usize) {
    if let Some(line) = lines.get_mut(index) {
        line.flow = Flow::Aside(Reason::References);
    }
}

/// How many lines there are up to the next blank one.
fn group(lines: &[Line], start: usize) -> usize {
    1 + lines.iter().skip(start + 1).take_while(|l| !l.apart).count()
}

/// Whether a sentence goes on behind the lines `start..end`: in lower case, or the text refers to the note.
fn is_between_halves(source: &str, lines: &[Line], start: usize, end: usize) -> bool {
    let before = start.checked_sub(1).and_then(|i| lines.get(i));
    let mark = lines.get(start).map_or("", |l| text::prefix_until(l.text(source), &is_whitespace));
    before.is_some_and(Line::goes_on)
        && lines
            .get(end)
            .is_some_and(|l| l.apart && (is_lower(l.first) || is_referred_to(source, lines, start, mark)))
}

/// A number, a letter in brackets, an asterisk or a dagger with a space after it: `3 Act of …`.
fn is_note(source: &str, lines: &[Line], index: usize) -> bool {
    let text = lines.get(index).map_or("", |l| l.text(source));
    let rest =
        text::trim_start_matches(text, &|c| is_digit(c) || text::contains_char("*†‡§[]()¹²³⁰⁴⁵⁶⁷⁸⁹", c));
    rest.len() < text.len()
        && text.len() - rest.len() <= 6
        && text::first_char(rest).is_some_and(is_whitespace)
}

/// The mark in brackets or raised that a line opens with.
fn label<'a>(source: &'a str, lines: &[Line], index: usize) -> Option<&'a str> {
    let text = lines.get(index)?.text(source);
    let raised = text::prefix_until(text, &|c| !text::contains_char("¹²³⁰⁴⁵⁶⁷⁸⁹", c));
    if !raised.is_empty() {
        return Some(raised);
    }
    let inner = text::prefix_until(text.strip_prefix('[')?, &|c| c == ']');
    (inner.len() <= 20 && !inner.is_empty()).then(|| text.get(..inner.len() + 2)).flatten()
}

/// How far before a note its mark is looked for, in bytes.
const REACH: usize = 4000;
/// The most lines at the end of a text that are looked at as notes.
const MOST: usize = 40;

/// Whether the line opens with a mark that the text before it has, too.
fn is_answer(source: &str, lines: &[Line], index: usize) -> bool {
    label(source, lines, index).is_some_and(|label| is_referred_to(source, lines, index, label))
}

/// Whether `mark` is glued to a word before line `index`, as the note's own mark at a line's start is not.
fn is_referred_to(source: &str, lines: &[Line], index: usize, mark: &str) -> bool {
    let start = lines.get(index).map_or(0, |l| l.range.start);
    let mut from = start.saturating_sub(REACH);
    while !source.is_char_boundary(from) {
        from -= 1;
    }
    let mut rest = source.get(from..start).unwrap_or_default();
    while let Some(at) = text::find(rest, mark).filter(|_| !mark.is_empty()) {
        let glued = text::char_before(rest, at).is_some_and(|c| !is_whitespace(c) && !is_digit(c));
        rest = rest.get(at + mark.len()..).unwrap_or_default();
        if glued && !text::first_char(rest).is_some_and(is_digit) {
            return true;
        }
    }
    false
}

/// `[^1]: a note`, `[list]: https://example.org/list`.
fn is_definition(source: &str, lines: &[Line], index: usize) -> bool {
    let Some(label) = label(source, lines, index) else { return false };
    let text = lines.get(index).map_or("", |l| l.text(source));
    let rest = text.get(label.len()..).unwrap_or_default();
    rest.starts_with(':') && (label.starts_with("[^") || text::contains(rest, "://"))
}

/// Dots that lead to a page number: `Costs ........ 11`.
fn has_leader(text: &str) -> bool {
    let before = text::trim_end_matches(text, &is_digit);
    let dotted = text::trim_end_matches(before, &|c| text::contains_char(" .…·_\u{a0}", c));
    before.len() < text.len()
        && before.bytes().filter(|&b| b == b'.').count() >= 4
        && before.len() - dotted.len() >= 4
}
