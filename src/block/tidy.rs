//! Copies a stretch of the source into the page and tidies it: runs of white space become one space, invisible characters
//! are left out; in pasted prose inline Markdown loses its marks and character references are decoded.

use crate::unicode::{is_alphanumeric, is_invisible, is_whitespace};
use std::ops::Range;

use super::html;
use crate::compose::{compose, may_compose};
use crate::page::Page;
use crate::sort;
use crate::text;

/// Whether a stretch of the source may hold markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Markup {
    /// The characters stand for themselves: code, and the text of a document, which the browser has decoded already.
    Literal,
    /// Pasted prose: inline Markdown and character references.
    Prose,
}

/// Writes one block, piece by piece.
pub(super) struct Writer<'a> {
    page: &'a mut Page,
    source: &'a str,
    /// Where the block begins in the page's text.
    start: usize,
    /// White space seen, not written yet: none is at a block's start or end.
    space: Option<Range<usize>>,
}

impl<'a> Writer<'a> {
    /// Begins a block.
    pub fn new(page: &'a mut Page, source: &'a str) -> Writer<'a> {
        if !page.text.ends_with('\n') {
            page.separate();
        }
        let start = page.text.len();
        Writer { page, source, start, space: None }
    }

    /// Ends the block and gives its bytes in the page's text.
    pub fn finish(self) -> Range<usize> {
        self.start..self.page.text.len()
    }

    /// A space between what was written and what will be, standing for source bytes `range`.
    pub fn gap(&mut self, range: Range<usize>) {
        self.space = Some(range);
    }

    /// Writes source bytes `range`.
    pub fn write(&mut self, range: Range<usize>, markup: Markup) {
        let prose = markup == Markup::Prose;
        let marks = if prose { marks(self.source, range.clone()) } else { Vec::new() };
        let mut marks = marks.as_slice();
        // The end of the last code span so far: before it, a reference stands for itself. `None` when no more can follow.
        let mut code_end = if prose { Some(range.start) } else { None };
        let bytes = self.source.as_bytes();
        let (mut run, mut at) = (range.start, range.start);
        while at < range.end {
            if let Some((mark, rest)) = marks.split_first()
                && mark.start <= at
            {
                marks = rest;
                self.copy(run..at);
                at = at.max(mark.end).min(range.end);
                run = at;
                continue;
            }
            let byte = bytes.get(at).copied().unwrap_or(b' ');
            let marked = marks.first().is_some_and(|m| m.start == at + 1);
            let space = byte == b' ' && !marked && at > run && at + 1 < range.end;
            if is_plain(bytes.get(at..).unwrap_or_default(), space) {
                at += 1;
                continue;
            }
            if let Some((composed, whole)) = self.composed(run, at) {
                self.copy(run..whole.start);
                self.flush_space();
                self.page.compose(composed, whole.clone());
                at = whole.end;
                run = at;
                continue;
            }
            if byte == b'`' && code_end.is_some_and(|end| end <= at) {
                code_end =
                    code_span(self.source.get(at..range.end).unwrap_or_default()).map(|length| at + length);
            }
            let literal = !prose || code_end.is_some_and(|end| at < end);
            let (kind, length) = self.special(at, literal);
            if let Special::None = kind {
                at += length;
                continue;
            }
            self.copy(run..at);
            let end = (at + length).min(range.end);
            match kind {
                Special::Space => self.space = Some(self.space.take().map_or(at, |s| s.start)..end),
                Special::Character(c) if is_whitespace(c) => self.space = Some(at..end),
                Special::Character(c) if is_invisible(c) => {}
                Special::Character(c) => self.put(c, at..end),
                Special::Ligature(c) => {
                    const LETTERS: [&str; 7] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];
                    self.flush_space();
                    let letters = LETTERS.get(c as usize - 0xfb00).copied().unwrap_or_default();
                    self.page.replace(letters, at..end);
                }
                Special::Nothing | Special::None => {}
            }
            at = end;
            run = at;
        }
        self.copy(run..at.min(range.end));
    }

    fn copy(&mut self, range: Range<usize>) {
        if !range.is_empty() {
            self.flush_space();
            self.page.copy(self.source, range);
        }
    }

    /// Writes a character in place of source bytes `range`.
    fn put(&mut self, c: char, range: Range<usize>) {
        self.flush_space();
        self.page.replace(c.encode_utf8(&mut [0; 4]), range);
    }

    /// What the character before byte `at` makes with the combining marks from there on, and the bytes of both. A text in
    /// normal form D is read as the same text in form C is.
    fn composed(&self, run: usize, at: usize) -> Option<(char, Range<usize>)> {
        let mark = |at| text::char_at(self.source, at).filter(|&c| may_compose(c));
        mark(at)?;
        let mut composed = text::char_before(self.source, at)?;
        let start = at - composed.len_utf8();
        let mut end = at;
        while let Some(mark) = mark(end)
            && let Some(c) = compose(composed, mark)
        {
            composed = c;
            end += mark.len_utf8();
        }
        (start >= run && end > at).then_some((composed, start..end))
    }

    fn flush_space(&mut self) {
        let Some(range) = self.space.take() else { return };
        if self.page.text.len() == self.start {
            return;
        }
        match self.source.get(range.clone()) {
            // A space that doesn't break, alone, is typography worth keeping.
            Some(" " | "\u{a0}" | "\u{202f}") => self.page.copy(self.source, range),
            _ => self.page.replace(" ", range),
        }
    }

    /// How the character at byte `at` is written, and its length in the source.
    fn special(&self, at: usize, literal: bool) -> (Special, usize) {
        let Some(c) = text::char_at(self.source, at) else { return (Special::None, 1) };
        let length = c.len_utf8();
        if c == '&' && !literal {
            return match html::decode(self.source.get(at..).unwrap_or_default()) {
                Some((decoded, length)) => (Special::Character(decoded), length),
                None => (Special::None, length),
            };
        }
        let kind = match c {
            _ if is_whitespace(c) => Special::Space,
            _ if is_invisible(c) => Special::Nothing,
            '\u{fb00}'..='\u{fb06}' => Special::Ligature(c),
            _ => Special::None,
        };
        (kind, length)
    }
}

/// Whether the first byte is copied without a closer look: a visible character, or a single `space` before one.
fn is_plain(bytes: &[u8], space: bool) -> bool {
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(b' ');
    match byte(0) {
        b'&' | b'`' => false,
        b' ' => space && matches!(byte(1), 0x21..=0x25 | 0x27..=0x7e | 0xc3..=0xd7),
        0x21..=0x7e => true,
        // Marks that make one letter with the one before.
        0xcc => false,
        0xd9 => !matches!(byte(1), 0x93..=0x95),
        0xe0 => !matches!(
            (byte(1), byte(2)),
            (0xa4, 0xbc) | (0xa6, 0xbe) | (0xa7, 0x97) | (0xae, 0xbe) | (0xaf, 0x97)
        ),
        0xc2 | 0xd8 | 0xe1..=0xe3 | 0xef => false,
        first => first >= 0x80,
    }
}

enum Special {
    None,
    Nothing,
    Space,
    Character(char),
    /// Letters that a typesetter's font draws as one.
    Ligature(char),
}

/// The length of the code span at the start of `text`, which begins with backticks; `None` when nothing closes it.
fn code_span(text: &str) -> Option<usize> {
    let ticks = text.len() - text::trim_start_matches(text, &|c| c == '`').len();
    let (open, rest) = text.split_at_checked(ticks)?;
    text::find(rest, open).map(|length| length + 2 * ticks)
}

/// The byte ranges of inline Markdown's marks in `range`, ascending: of `[text](url)` the text is left, of `**bold**` the
/// letters, of an image nothing.
fn marks(source: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let text = source.get(range.clone()).unwrap_or_default();
    if !text.bytes().any(|b| matches!(b, b'*' | b'_' | b'[')) {
        return Vec::new();
    }
    let mut found = Vec::new();
    links(text, &mut found);
    notes(text, &mut found);
    emphasis(text, &mut found);
    let in_order = sort::ascending(found.iter().map(|m| m.start as u32));
    in_order
        .filter_map(|i| found.get(i as usize))
        .map(|m| m.start + range.start..m.end + range.start)
        .collect()
}

fn links(text: &str, found: &mut Vec<Range<usize>>) {
    let mut from = 0;
    // `](` is looked for once, forward only: linear for any number of brackets.
    while let Some(middle) = text.get(from..).and_then(|t| text::find(t, "](")).map(|at| at + from) {
        let before = text.get(from..middle).unwrap_or_default();
        let Some(close) = text.get(middle..).and_then(|t| text::find(t, ")")).map(|at| at + middle) else {
            return;
        };
        let url = text.get(middle + 2..close).unwrap_or_default();
        let is_url = text::any(url, &|c| text::contains_char("./#:", c))
            && !text::any(text::trim_end_matches(url, &|c| c == '"'), &is_whitespace)
            || text::contains(url, " \"");
        let opened = text::trim_end_matches(before, &|c| c != '[').len();
        if is_url && opened > 0 {
            let open = from + opened - 1;
            let image = text::char_before(text, open) == Some('!');
            if image {
                found.push(open - 1..close + 1);
            } else {
                found.push(open..open + 1);
                found.push(middle..close + 1);
            }
        }
        from = close + 1;
        // A badge: `[![build](build.svg)](https://ci.example)`.
        let framed = text.get(close + 1..).is_some_and(|rest| rest.starts_with("]("));
        if framed
            && let Some(image) = found.last_mut()
            && image.end == from
            && text::char_before(text, image.start) == Some('[')
            && let Some(end) = text.get(from..).and_then(|t| text::find(t, ")")).map(|at| at + from + 1)
        {
            *image = image.start - 1..end;
            from = end;
        }
    }
}

/// `[^1]`: the mark of a footnote; what a colon follows is the note itself.
fn notes(text: &str, found: &mut Vec<Range<usize>>) {
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|t| text::find(t, "[^")).map(|at| at + from) {
        let label = text::prefix_until(text.get(at + 2..).unwrap_or_default(), &|c| !is_alphanumeric(c));
        let end = at + 2 + label.len();
        from = end;
        let rest = text.get(end..).unwrap_or_default();
        if (1..=12).contains(&label.len()) && rest.starts_with(']') && !rest.starts_with("]:") {
            found.push(at..end + 1);
        }
    }
}

fn emphasis(text: &str, found: &mut Vec<Range<usize>>) {
    let bytes = text.as_bytes();
    // Where a run of one, two or three asterisks or underscores opened.
    let mut open = [[None; 3]; 2];
    let mut at = 0;
    let mut code = false;
    while let Some(&byte) = bytes.get(at) {
        if byte == b'`' {
            code = !code;
        }
        if code || !matches!(byte, b'*' | b'_') {
            at += 1;
            continue;
        }
        let length = bytes.iter().skip(at).take_while(|&&b| b == byte).count();
        let before = text::char_before(text, at);
        let after = text::char_at(text, at + length);
        let opens = after.is_some_and(|c| !is_whitespace(c)) && before.is_none_or(|c| !is_alphanumeric(c));
        let closes = before.is_some_and(|c| !is_whitespace(c)) && after.is_none_or(|c| !is_alphanumeric(c));
        let slot = open.get_mut(usize::from(byte == b'_')).and_then(|s| s.get_mut(length.wrapping_sub(1)));
        if let Some(slot) = slot {
            match *slot {
                Some(start) if closes => {
                    found.push(start..start + length);
                    found.push(at..at + length);
                    *slot = None;
                }
                _ if opens => *slot = Some(at),
                _ => {}
            }
        }
        at += length;
    }
}
