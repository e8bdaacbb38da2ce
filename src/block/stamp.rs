//! Times and dates that a chat, a transcript or a caption file puts before what is said.

use crate::text;
use crate::unicode::is_whitespace;

/// A time, perhaps with a date, at the start of a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stamp {
    /// Bytes up to what follows it, a dash and spaces included.
    pub length: usize,
    /// It stands in brackets, has a date, or a dash behind: nobody writes so in running text.
    pub sure: bool,
}

/// The stamp that the text begins with: `[05/03/2025, 10:14:02]`, `05.03.25, 10:14 -`, `0:03`, `9:14 AM`.
pub(super) fn leading(text: &str) -> Option<Stamp> {
    let framed = text.starts_with(['[', '(']);
    let mut at = usize::from(framed);
    let dated = date(text.get(at..)?);
    if let Some(length) = dated {
        at += length;
        at += blank(text, at, ",");
    }
    at += clock(text.get(at..)?)?;
    let spaced = at + blank(text, at, "");
    at = noon(text.get(spaced..)?).map_or(at, |length| spaced + length);
    if framed {
        if !text.get(at..)?.starts_with([']', ')']) {
            return None;
        }
        at += 1;
    }
    let end = at + blank(text, at, "");
    let dashed = text.get(end..)?.starts_with(['-', '–']) && !text.get(end..)?.starts_with("-->");
    let length = if dashed { end + blank(text, end, "-–") } else { end };
    // `0:03abc` is something else.
    (framed || end > at || at == text.len()).then_some(Stamp { length, sure: framed || dated.is_some() })
}

/// Whether the text ends with a stamp that space sets off, and where it starts: `Maya Lind   0:03`.
pub(super) fn trailing(text: &str) -> Option<usize> {
    let mut from = text.len();
    // Date, time and half of the day are at most three words.
    for _ in 0..3 {
        let before = text::trim_end_matches(text.get(..from)?, &|c| !is_whitespace(c));
        from = before.len();
        if leading(text.get(from..)?).is_some_and(|s| s.length == text.len() - from) {
            return (from > 0).then_some(from);
        }
        from = text::trim_end_matches(before, &is_whitespace).len();
    }
    None
}

/// Bytes of white space, and of `signs`, from `at` on.
fn blank(text: &str, at: usize, signs: &str) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.len() - text::trim_start_matches(rest, &|c| is_whitespace(c) || text::contains_char(signs, c)).len()
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// `10:14`, `10:14:02`, `00:00:01.000`.
fn clock(text: &str) -> Option<usize> {
    let mut at = digits(text);
    let mut parts = 0;
    while text.get(at..)?.starts_with(':') && digits(text.get(at + 1..)?) == 2 {
        at += 3;
        parts += 1;
    }
    if text.get(at..)?.starts_with(['.', ',']) && digits(text.get(at + 1..)?) == 3 {
        at += 4;
    }
    ((1..=2).contains(&parts) && (1..=3).contains(&digits(text))).then_some(at)
}

/// `05.03.25`, `5/3/2025`, `2025-03-05`.
fn date(text: &str) -> Option<usize> {
    let mut at = digits(text);
    for _ in 0..2 {
        at += usize::from(text.get(at..)?.starts_with(['.', '/', '-']));
        let length = digits(text.get(at..)?);
        at += if (1..=4).contains(&length) { length } else { return None };
    }
    // `10.14` has one separator only.
    (at >= 6 && digits(text) <= 4 && !text.get(at..)?.starts_with(':')).then_some(at)
}

/// `AM`, `p.m.`
fn noon(text: &str) -> Option<usize> {
    let word = text::prefix_until(text, &|c| !c.is_ascii_alphabetic() && c != '.');
    text::list_contains("AM PM am pm a.m. p.m.", word).then_some(word.len())
}
