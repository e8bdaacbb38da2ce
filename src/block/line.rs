//! A paste's lines and what each of them looks like.

use std::ops::Range;

use crate::page::Reason;
use crate::span::Span;
use crate::text;
use crate::unicode::{is_closer, is_digit, is_invisible, is_letter, is_terminal, is_whitespace};

/// The most lines of a Markdown file's front matter.
const FRONT_MATTER: usize = 60;

/// The longest heading with a link to edit it, in characters.
const HEADING: u32 = 80;

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
    /// A form feed stands before it.
    pub new_page: bool,
    pub flow: Flow,
    /// How it goes on from the one before, where its marks say so.
    pub join: Option<Join>,
    /// The name of who says it, in the source.
    pub speaker: Option<Span>,
}

/// Whether a line belongs to the running text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flow {
    Text,
    /// No text at all: a page number, a time, a cue's number.
    Mark,
    /// Text, but no part of the article.
    Aside(Reason),
}

impl Line {
    pub fn text<'a>(&self, source: &'a str) -> &'a str {
        source.get(self.range.clone()).unwrap_or_default()
    }

    /// Cuts `length` bytes off its start, and the white space after them.
    pub fn cut(&mut self, source: &str, length: usize) {
        let kept = trim(source, self.range.start + length..self.range.end);
        *self = Line { range: kept.clone(), ..self.part(source, kept) };
    }

    /// A part of it, measured anew.
    pub fn part(&self, source: &str, range: Range<usize>) -> Line {
        let Line { mark, new_page, flow, join, speaker, .. } = *self;
        Line { mark, new_page, flow, join, speaker, ..measure(source, range, self.indent, self.apart) }
    }
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

/// How a line goes on from the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    /// A block of its own.
    Break,
    /// A space lies between.
    Space,
    /// Nothing does: scripts without spaces, and hyphens that stay.
    Nothing,
    /// The hyphen at the end goes.
    Mend,
}

/// The lines of a paste that hold something, from byte `from` on. CR, LF, CRLF, U+2028, U+2029, form feed and their like
/// end a line.
#[inline(never)]
pub(super) fn lines(source: &str, from: usize) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    let mut apart = true;
    let mut fence = false;
    let mut start = from;
    let mut number = 0;
    let mut new_page = false;
    for (end, next) in (Ends { source, at: from }) {
        let range = trim(source, start..end);
        let text = source.get(range.clone()).unwrap_or_default();
        if text.starts_with("```") || text.starts_with("~~~") {
            fence = !fence;
            apart = true;
        } else if text.is_empty() || !fence && is_rule(text) {
            apart = true;
        } else {
            let mut line = measure(source, range.clone(), columns(source, start..range.start), apart);
            line.new_page = std::mem::take(&mut new_page);
            if fence {
                line.mark = Mark::Code;
            } else {
                mark(source, &mut line, &mut number, out.last());
            }
            let link = edit_link(line.text(source));
            if link > 0 && line.mark == Mark::None && line.chars <= HEADING {
                line.mark = Mark::Heading(2);
            }
            line.range.end -= link;
            out.push(line);
            apart = false;
        }
        new_page |= source.as_bytes().get(end) == Some(&0x0c);
        start = next;
    }
    single_rows(&mut out);
    out
}

/// Bytes of the fields between two lines `---` with which a static site's Markdown file begins; 0 when there are none.
pub(super) fn front_matter(source: &str) -> usize {
    let mut start = 0;
    for (number, (end, next)) in (Ends { source, at: 0 }).take(FRONT_MATTER).enumerate() {
        let line = text::trim_end_matches(source.get(start..end).unwrap_or_default(), &is_whitespace);
        let key =
            text::prefix_until(line, &|c| !(is_letter(c) || is_digit(c) || text::contains_char("_-", c)));
        let field = line.get(key.len()..).is_some_and(|rest| !key.is_empty() && rest.starts_with(':'));
        match line {
            "---" if number == 0 => {}
            "---" => return end,
            _ if number > 0 && (field || line.is_empty() || line.starts_with([' ', '-', '#'])) => {}
            _ => return 0,
        }
        start = next;
    }
    0
}

/// Bytes of an encyclopaedia's link after a heading: `History[edit]`.
fn edit_link(text: &str) -> usize {
    let Some(inner) = text.strip_suffix(']').filter(|t| t.len() <= 120) else { return 0 };
    let open = text::trim_end_matches(inner, &|c| c != '[').len();
    let head = text.get(..open.saturating_sub(1)).unwrap_or_default();
    let link = inner.get(open..).unwrap_or_default();
    // `Histoire [modifier | modifier le code]`
    let several = head.ends_with(' ') && text::contains(link, " | ");
    let glued = text::last_char(head).is_some_and(is_letter) || several;
    let words = text::any(link, &is_letter) && link.len() <= 60 && !text::contains(text, "](");
    let head = text::trim_end_matches(head, &is_whitespace);
    if glued && words { text.len() - head.len() } else { 0 }
}

/// A row without another beside it is no table.
fn single_rows(lines: &mut [Line]) {
    let rows: Vec<bool> = lines.iter().map(|l| l.mark == Mark::Row).collect();
    for (i, line) in lines.iter_mut().enumerate().filter(|(_, l)| l.mark == Mark::Row) {
        let beside = |at: usize| rows.get(at) == Some(&true);
        if !beside(i.wrapping_sub(1)) && !beside(i + 1) {
            line.mark = Mark::None;
        }
    }
}

/// Where lines end and the next one starts.
struct Ends<'a> {
    source: &'a str,
    at: usize,
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
    let nothing = |c: char| is_whitespace(c) || is_invisible(c);
    let left = text::trim_start_matches(slice, &nothing);
    let start = range.end - left.len();
    start..start + text::trim_end_matches(left, &nothing).len()
}

fn columns(source: &str, range: Range<usize>) -> u32 {
    let text = source.get(range).unwrap_or_default();
    text::char_count(text) as u32 + 3 * text.bytes().filter(|&b| b == b'\t').count() as u32
}

/// `---`, `***`, `===` and their like; the line under a table's head.
fn is_rule(text: &str) -> bool {
    if text.starts_with('|') && text.bytes().all(|b| matches!(b, b'|' | b'-' | b':' | b'+' | b' ')) {
        return true;
    }
    let Some(first) = text::first_char(text) else { return false };
    matches!(first, '-' | '*' | '_' | '=' | '–' | '—' | '~' | '─' | '━')
        && text::all(text, &|c| c == first || is_whitespace(c))
        && text.chars().filter(|&c| c == first).count() > 2
}

fn measure(source: &str, range: Range<usize>, indent: u32, apart: bool) -> Line {
    let text = source.get(range.clone()).unwrap_or_default();
    let last = text::last_char(text::trim_end_matches(text, &is_closer)).unwrap_or(' ');
    let first_word = text::char_count(text::prefix_until(text, &is_whitespace)).min(60) as u32;
    Line {
        indent,
        apart,
        chars: text::char_count(text) as u32,
        mark: Mark::None,
        first: text::first_char(text::trim_start_matches(text, &is_opener)).unwrap_or(' '),
        last,
        first_word,
        new_page: false,
        flow: Flow::Text,
        join: None,
        speaker: None,
        range,
    }
}

/// A hyphen that may cut a word at a line's end.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '¬')
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

/// Reads and cuts off the marks at the start of a line.
fn mark(source: &str, line: &mut Line, number: &mut u32, previous: Option<&Line>) {
    let text = source.get(line.range.clone()).unwrap_or_default();
    let Some(first) = text::first_char(text) else { return };
    let (found, cut) = match first {
        '#' => {
            let level = text.bytes().take_while(|&b| b == b'#').count();
            let rest = text.get(level..).unwrap_or_default();
            if level > 6 || !matches!(text::first_char(rest), Some(' ' | '\t')) {
                return;
            }
            line.range.end -= rest.len() - text::trim_end_matches(rest, &|c| matches!(c, ' ' | '#')).len();
            (Mark::Heading(level as u8), level)
        }
        '>' => (Mark::Quote, text.len() - text::trim_start_matches(text, &|c| matches!(c, '>' | ' ')).len()),
        '!' if text.starts_with("![") && text.ends_with(')') && text::contains(text, "](") => {
            (Mark::Image, 0)
        }
        _ if text::contains_char("-*+•‣▪●◦○■□▸►➤✓✔·∙➜", first) => {
            let rest = text.get(first.len_utf8()..).unwrap_or_default();
            if !text::first_char(rest).is_some_and(is_whitespace) && first.is_ascii() {
                return;
            }
            (Mark::Bullet((line.indent / 2 + 1).min(6) as u8), first.len_utf8())
        }
        '0'..='9' | '(' => match item_number(text) {
            Some(n) if is_in_sequence(n, *number, line, previous) => {
                *number = n;
                (Mark::Number(n), 0)
            }
            _ if is_clause(text) => (Mark::Number(u32::MAX), 0),
            _ => (row(text), 0),
        },
        _ if is_symbol_bullet(text) => (Mark::Bullet((line.indent / 2 + 1).min(6) as u8), first.len_utf8()),
        _ if is_clause(text) => (Mark::Number(u32::MAX), 0),
        _ => (row(text), 0),
    };
    line.mark = found;
    if cut > 0 {
        let kept = trim(source, line.range.start + cut..line.range.end);
        *line = Line { mark: found, ..line.part(source, kept) };
    }
}

/// A word processor's bullet: a character of its symbol font (private use), or the letter o with a gap after it.
fn is_symbol_bullet(text: &str) -> bool {
    let Some(first) = text::first_char(text) else { return false };
    let rest = text.get(first.len_utf8()..).unwrap_or_default();
    let gap = rest.len() - text::trim_start_matches(rest, &is_whitespace).len();
    matches!(first, '\u{e000}'..='\u{f8ff}') && gap > 0 || first == 'o' && (gap > 1 || rest.starts_with('\t'))
}

/// The number of `1. text`, `12) text`, `(3) text`.
fn item_number(text: &str) -> Option<u32> {
    let inner = text.strip_prefix('(').unwrap_or(text);
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let rest = inner.get(digits..)?;
    let sign = text::first_char(rest).filter(|&c| text::contains_char(").．、", c))?;
    let apart = sign == '、' || text::char_at(rest, sign.len_utf8()).is_some_and(is_whitespace);
    if digits > 3 || !apart {
        return None;
    }
    text::parse_number(inner.get(..digits)?, 10)
}

/// `1.1<TAB>text`, `a)<TAB>text`, `(iv)<TAB>text`: a word processor's numbering.
fn is_clause(text: &str) -> bool {
    let Some((number, rest)) = text.split_once('\t') else { return false };
    let short = number.len() <= 8 && number.bytes().all(|b| b.is_ascii_alphanumeric() || b".()".contains(&b));
    let marked = number.ends_with(['.', ')']) || number.contains('.');
    let letters = number.bytes().filter(u8::is_ascii_alphabetic).count();
    short && marked && letters <= 4 && !rest.contains('\t') && text::any(rest, &crate::unicode::is_letter)
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
    if (tabs > 0 || piped) && !has_prose(text) { Mark::Row } else { Mark::None }
}

/// Whether a cell has more than so many words: prose is in a page laid out by a table.
fn has_prose(text: &str) -> bool {
    let (mut words, mut inside) = (0, false);
    for c in text.chars() {
        if matches!(c, '\t' | '|') {
            words = 0;
        }
        let word = c != '|' && !is_whitespace(c);
        words += u32::from(word && !inside);
        inside = word;
        if words > 24 {
            return true;
        }
    }
    false
}
