//! A paste's lines and what each of them looks like.

use std::ops::Range;

use super::tidy::is_invisible;
use crate::text;

/// A line of the source that holds something.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Its bytes, white space and list or heading marks cut off (the number of a numbered item stays).
    pub range: Range<usize>,
    /// Columns of white space before it.
    pub indent: u32,
    /// A blank line, a rule or the text's start stands before it.
    pub apart: bool,
    /// Characters, roughly what a line's width is.
    pub chars: u32,
    pub mark: Mark,
    /// First and last character; closing quotes and brackets after the last one don't count.
    pub first: char,
    pub last: char,
    /// Letters of the first word, in characters.
    pub first_word: u32,
}

/// What the line's own marks say that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    None,
    /// A bullet, at that depth.
    Bullet(u8),
    /// An item's number.
    Number(u32),
    /// `#` to `######`.
    Heading(u8),
    /// `>`
    Quote,
    /// A line of program text.
    Code,
    /// A row of cells.
    Row,
    /// A picture: `![alt](file)`.
    Image,
}

/// The lines of a paste that hold something. CR, LF, CRLF, U+2028, U+2029, form feed and their like end a line.
pub(super) fn lines(source: &str) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    let mut apart = true;
    let mut fence = false;
    let mut start = 0;
    let mut number = 0;
    for (end, next) in Ends::new(source) {
        let range = trim(source, start..end);
        let text = source.get(range.clone()).unwrap_or_default();
        if text.starts_with("```") || text.starts_with("~~~") {
            fence = !fence;
            apart = true;
        } else if text.is_empty() || !fence && is_rule(text) {
            apart = true;
        } else {
            let mut line = measure(source, range.clone(), columns(source, start..range.start), apart);
            if fence {
                line.mark = Mark::Code;
            } else {
                mark(source, &mut line, &mut number, out.last());
            }
            out.push(line);
            apart = false;
        }
        start = next;
    }
    out
}

/// Where lines end and the next one starts.
struct Ends<'a> {
    source: &'a str,
    at: usize,
}

impl<'a> Ends<'a> {
    fn new(source: &'a str) -> Ends<'a> {
        Ends { source, at: 0 }
    }
}

impl Iterator for Ends<'_> {
    type Item = (usize, usize);

    fn next(&mut self) -> Option<(usize, usize)> {
        let bytes = self.source.as_bytes();
        if self.at > bytes.len() {
            return None;
        }
        let rest = bytes.get(self.at..).unwrap_or_default();
        for (i, &byte) in rest.iter().enumerate() {
            let end = self.at + i;
            let width = match byte {
                b'\n' | 0x0b | 0x0c => 1,
                b'\r' => 1 + usize::from(rest.get(i + 1) == Some(&b'\n')),
                0xe2 if matches!(rest.get(i + 1..i + 3), Some([0x80, 0xa8 | 0xa9])) => 3,
                0xc2 if rest.get(i + 1) == Some(&0x85) => 2,
                _ => continue,
            };
            self.at = end + width;
            return Some((end, self.at));
        }
        let end = bytes.len();
        self.at = end + 1;
        Some((end, end))
    }
}

fn trim(source: &str, range: Range<usize>) -> Range<usize> {
    let slice = source.get(range.clone()).unwrap_or_default();
    let nothing = |c: char| c.is_whitespace() || is_invisible(c);
    let left = slice.trim_start_matches(nothing);
    let start = range.end - left.len();
    start..start + left.trim_end_matches(nothing).len()
}

fn columns(source: &str, range: Range<usize>) -> u32 {
    source.get(range).unwrap_or_default().chars().map(|c| if c == '\t' { 4 } else { 1 }).sum()
}

/// `---`, `***`, `===` and their like; the line under a table's head.
fn is_rule(text: &str) -> bool {
    if text.starts_with('|') && text.bytes().all(|b| matches!(b, b'|' | b'-' | b':' | b'+' | b' ')) {
        return true;
    }
    let mut chars = text.chars().filter(|c| !c.is_whitespace());
    let Some(first) = chars.next() else { return false };
    let mut count = 1;
    matches!(first, '-' | '*' | '_' | '=' | '–' | '—' | '~' | '─' | '━')
        && chars.all(|c| {
            count += 1;
            c == first
        })
        && count >= 3
}

fn measure(source: &str, range: Range<usize>, indent: u32, apart: bool) -> Line {
    let text = source.get(range.clone()).unwrap_or_default();
    let last = text.chars().rev().find(|&c| !is_closer(c)).unwrap_or(' ');
    let first_word = text.chars().take_while(|c| !c.is_whitespace()).take(60).count() as u32;
    Line {
        indent,
        apart,
        chars: text.chars().count() as u32,
        mark: Mark::None,
        first: text.chars().find(|&c| !is_opener(c)).unwrap_or(' '),
        last,
        first_word,
        range,
    }
}

/// Quotes and brackets that may follow a full stop.
pub(crate) fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '“' | '›' | ')' | ']' | '}' | '」' | '』' | '）' | '】' | '》')
}

fn is_opener(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '“'
            | '‘'
            | '«'
            | '»'
            | '„'
            | '‹'
            | '('
            | '['
            | '「'
            | '『'
            | '（'
            | '【'
            | '《'
            | '¿'
            | '¡'
    )
}

/// Whether a sentence can end with `c`.
pub(crate) fn is_terminal(c: char) -> bool {
    matches!(
        c,
        '.' | '!'
            | '?'
            | '…'
            | '。'
            | '！'
            | '？'
            | '．'
            | '｡'
            | '۔'
            | '؟'
            | '।'
            | '॥'
            | '։'
            | '።'
            | '‼'
            | '⁇'
            | '⁈'
            | '⁉'
    )
}

/// Reads and cuts off the marks at the start of a line.
fn mark(source: &str, line: &mut Line, number: &mut u32, previous: Option<&Line>) {
    let text = source.get(line.range.clone()).unwrap_or_default();
    let Some(first) = text.chars().next() else { return };
    let (found, cut) = match first {
        '#' => {
            let level = text.bytes().take_while(|&b| b == b'#').count();
            let rest = text.get(level..).unwrap_or_default();
            if level > 6 || !rest.starts_with([' ', '\t']) {
                return;
            }
            line.range.end -= rest.len() - rest.trim_end_matches([' ', '#']).len();
            (Mark::Heading(level as u8), level)
        }
        '>' => (Mark::Quote, text.len() - text.trim_start_matches(['>', ' ']).len()),
        '!' if text.starts_with("![") && text.ends_with(')') && text::holds(text, "](") => (Mark::Image, 0),
        '-' | '*' | '+' | '•' | '‣' | '▪' | '●' | '◦' | '○' | '■' | '□' | '▸' | '►' | '➤' | '✓' | '✔'
        | '·' | '∙' | '➜' => {
            let rest = text.get(first.len_utf8()..).unwrap_or_default();
            if !rest.starts_with(char::is_whitespace) && first.is_ascii() {
                return;
            }
            (Mark::Bullet((line.indent / 2 + 1).min(6) as u8), first.len_utf8())
        }
        '0'..='9' | '(' => match item_number(text) {
            Some(n) if is_in_sequence(n, *number, line, previous) => {
                *number = n;
                (Mark::Number(n), 0)
            }
            _ => (row(text), 0),
        },
        _ => (row(text), 0),
    };
    line.mark = found;
    if cut > 0 {
        let kept = trim(source, line.range.start + cut..line.range.end);
        *line = Line { mark: found, ..measure(source, kept, line.indent, line.apart) };
    }
}

/// The number of `1. text`, `12) text`, `(3) text`.
fn item_number(text: &str) -> Option<u32> {
    let inner = text.strip_prefix('(').unwrap_or(text);
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let rest = inner.get(digits..)?;
    let after = rest.strip_prefix([')', '.', '．', '、'])?;
    if digits == 0 || digits > 3 || !(after.starts_with(char::is_whitespace) || rest.starts_with('、')) {
        return None;
    }
    inner.get(..digits)?.parse().ok()
}

/// `3. Mai` at a line's start is no item: numbers run on from 1 or from the item before.
fn is_in_sequence(n: u32, last: u32, line: &Line, previous: Option<&Line>) -> bool {
    let fresh = line.apart
        || previous
            .is_none_or(|p| is_terminal(p.last) || p.last == ':' || p.mark != Mark::None || p.chars < 40);
    fresh && (n <= 1 || n == last + 1)
}

/// Whether a line is a row of cells: `a<TAB>b`, `| a | b |`.
fn row(text: &str) -> Mark {
    let tabs = text.bytes().filter(|&b| b == b'\t').count();
    let pipes = text.bytes().filter(|&b| b == b'|').count();
    let piped = pipes >= 2 && text.starts_with('|') && text.ends_with('|');
    // A cell of prose is a page laid out by a table.
    let prose = || text.split(['\t', '|']).any(|cell| cell.split_whitespace().nth(24).is_some());
    if (tabs > 0 || piped) && !prose() { Mark::Row } else { Mark::None }
}
