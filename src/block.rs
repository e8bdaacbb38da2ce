//! Pasted text, or a page's own structure, to blocks.
//!
//! Lines are measured ([`line`]), those that only a margin has broken are joined ([`wrap`], [`hyphen`]), and what is
//! written is tidied ([`tidy`], [`html`]). Last come the headings, which only their neighbours tell from short lines.

mod heading;
mod html;
mod hyphen;
pub(crate) mod line;
mod note;
mod numbering;
mod paging;
mod stamp;
mod subtitle;
pub(crate) mod tidy;
mod turn;
mod wrap;

use std::ops::Range;

use crate::page::{Block, BlockKind, Layout, Page, Reason};
use crate::span::Span;
use crate::text;
use line::{Flow, Join, Line, Mark, is_hyphen};
use tidy::{Markup, Writer};

/// A block whose kind and place the page's own structure tells.
#[allow(dead_code, reason = "read by the DOM's way in, which only exists on wasm")]
pub(crate) struct Part {
    /// Bytes of the source; ascending, not overlapping.
    pub range: Range<usize>,
    pub kind: BlockKind,
    /// Heading level 1–6, nesting depth of a list item, else 0.
    pub level: u8,
    /// Per cent of its letters that lie in links.
    pub links: Option<u8>,
    /// nav, aside, footer, form, hidden …
    pub is_boilerplate: bool,
    /// It may be of the article or not.
    pub is_doubtful: bool,
    /// A block boundary stood before it.
    pub apart: bool,
}

/// Builds the page from blocks already told apart; white space is tidied, nothing is joined or guessed.
#[allow(dead_code, reason = "read by the DOM's way in, which only exists on wasm")]
pub(crate) fn from_structure(source: &str, parts: &[Part]) -> Page {
    let mut page = Page::of_size(source.len());
    for part in parts {
        if source.get(part.range.clone()).is_none_or(|slice| text::trim(slice).is_empty()) {
            continue;
        }
        let mut writer = Writer::new(&mut page, source);
        writer.write(part.range.clone(), Markup::Literal);
        let span = writer.finish();
        push(&mut page, span, part.kind, part.level, part.apart);
        if let Some(block) = page.blocks.last_mut() {
            block.links = part.links;
            block.is_boilerplate = part.is_boilerplate;
            block.is_doubtful = part.is_doubtful;
        }
    }
    page
}

/// Splits pasted text into blocks and tidies it.
#[inline(never)]
pub(crate) fn split(source: &str) -> Page {
    let mut page = Page::of_size(source.len());
    let front_matter = line::front_matter(source);
    let mut lines = line::lines(source, front_matter);
    page.layout = layout(source, &mut lines);
    let mut aside = take_aside(&mut lines);
    if front_matter > 0 {
        aside.insert(0, (0..front_matter, Reason::Interface));
    }
    let mut joins = wrap::joins(source, &lines);
    hyphen::mend(source, &lines, &mut joins);
    let mut at = 0;
    while let Some(first) = lines.get(at) {
        let rest = joins.get(at + 1..).unwrap_or_default();
        let end = at + 1 + rest.iter().take_while(|&&join| join != Join::Break).count();
        write_block(
            &mut page,
            source,
            lines.get(at..end).unwrap_or_default(),
            joins.get(at..end).unwrap_or_default(),
        );
        debug_assert!(end > at, "{first:?}");
        at = end;
    }
    heading::mark(&mut page);
    for (range, reason) in aside {
        let mut writer = Writer::new(&mut page, source);
        writer.write(range, Markup::Prose);
        let span = writer.finish();
        if !span.is_empty() {
            page.aside.push((Span::new(span.start, span.end), reason));
        }
    }
    page
}

/// Takes out of the lines what only the layout of a document put there, and says what kind of document it is.
fn layout(source: &str, lines: &mut Vec<Line>) -> Layout {
    if subtitle::join(source, lines) {
        return Layout::Subtitles;
    }
    let turns = turn::mark(source, lines);
    if turns == Layout::Text {
        numbering::cut(source, lines);
        paging::mark(source, lines);
        note::mark(source, lines);
        wrap::close_gaps(lines);
    }
    turns
}

/// Takes the lines out that are no running text, unless nothing would be left.
fn take_aside(lines: &mut Vec<Line>) -> Vec<(Range<usize>, Reason)> {
    if !lines.iter().any(|l| l.flow == Flow::Text) {
        lines.iter_mut().for_each(|l| l.flow = Flow::Text);
        return Vec::new();
    }
    let mut aside = Vec::new();
    // What stands after a gap still does when the gap's first line goes.
    let mut apart = false;
    lines.retain_mut(|line| {
        if let Flow::Aside(reason) = line.flow {
            aside.push((line.range.clone(), reason));
        }
        if line.flow != Flow::Text {
            apart |= line.apart;
            return false;
        }
        line.apart |= std::mem::take(&mut apart);
        true
    });
    aside
}

#[inline(never)]
fn write_block(page: &mut Page, source: &str, lines: &[Line], joins: &[Join]) {
    let Some(first) = lines.first() else { return };
    let (kind, level) = match first.mark {
        Mark::None => (BlockKind::Paragraph, 0),
        Mark::Bullet(depth) => (BlockKind::ListItem, depth),
        Mark::Number(_) => (BlockKind::ListItem, 1),
        Mark::Heading(level) => (BlockKind::Heading, level),
        Mark::Quote => (BlockKind::Quote, 0),
        Mark::Code => (BlockKind::Code, 0),
        Mark::Row => (BlockKind::Table, 0),
        Mark::Image => (BlockKind::Caption, 0),
    };
    let mut writer = Writer::new(page, source);
    for (i, line) in lines.iter().enumerate() {
        let next = joins.get(i + 1).copied();
        let mut range = line.range.clone();
        if i > 0 && joins.get(i) == Some(&Join::Space) {
            let before = lines.get(i - 1).map_or(range.start, |l| l.range.end);
            writer.gap(before..range.start);
        }
        if next == Some(Join::Mend) {
            let text = source.get(range.clone()).unwrap_or_default();
            range.end -= text.len() - text::trim_end_matches(text, &is_hyphen).len();
        }
        if line.mark == Mark::Image {
            range = alternative(source, range);
        }
        if line.mark == Mark::Row {
            write_row(&mut writer, source, range);
        } else {
            let code = kind == BlockKind::Code;
            writer.write(range, if code { Markup::Literal } else { Markup::Prose });
        }
    }
    let span = writer.finish();
    push(page, span, kind, level, first.apart);
    if let Some(block) = page.blocks.last_mut() {
        block.speaker = block.speaker.or(first.speaker);
    }
}

/// Writes a row cell by cell, a space between two.
fn write_row(writer: &mut Writer, source: &str, range: Range<usize>) {
    let text = source.get(range.clone()).unwrap_or_default();
    let mut at = range.start;
    for cell in text.split('|') {
        writer.gap(at..at);
        writer.write(at..at + cell.len(), Markup::Prose);
        at += cell.len() + 1;
    }
}

fn push(page: &mut Page, span: Range<usize>, kind: BlockKind, level: u8, apart: bool) {
    if span.is_empty() {
        // Nothing but marks: the line feed before it belongs to the next block.
        return;
    }
    let span = Span::new(span.start, span.end);
    page.blocks.push(Block {
        span,
        kind,
        level,
        links: None,
        apart,
        is_boilerplate: false,
        is_doubtful: false,
        dropped: None,
        speaker: None,
    });
}

/// The `alt` of `![alt](file)`.
fn alternative(source: &str, range: Range<usize>) -> Range<usize> {
    let text = source.get(range.clone()).unwrap_or_default();
    let end = text::find(text, "](").unwrap_or(2).max(2);
    range.start + 2..range.start + end
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The cases of `tests/cases/blocks.txt`: `=== name (report)`, the paste, `---`, the blocks.
    #[test]
    fn splits_as_the_cases_say() {
        let cases = include_str!("../tests/cases/blocks.txt");
        let mut faults = String::new();
        for case in cases.split("=== ").skip(1) {
            let (name, rest) = case.split_once('\n').unwrap();
            let (source, want) = rest.split_once("\n---\n").unwrap();
            let page = split(source);
            let got: String =
                page.blocks.iter().map(|b| format!("{} | {}\n", b.kind.name(), page.block_text(b))).collect();
            if got != want {
                faults += &format!("{name}\ngot:\n{got}want:\n{want}\n");
            }
        }
        assert!(faults.is_empty(), "{faults}");
    }

    /// Every byte of the text is traceable, whatever the paste holds.
    #[test]
    fn keeps_origins_in_order() {
        let cases = include_str!("../tests/cases/blocks.txt");
        for source in [
            cases,
            &cases.replace('\n', "\r\n"),
            "\0a\u{fffd}\u{2028}b\u{c}&amp;&amp;eacute;c\u{85}",
            "[](",
            "**",
            "",
        ] {
            let page = split(source);
            let mut origins = page.origins();
            let mut last = 0;
            for block in &page.blocks {
                let origin = origins.source(block.span);
                assert!(last <= origin.start && origin.start < origin.end, "{block:?}");
                assert!(source.get(origin.range()).is_some());
                last = origin.end;
            }
        }
    }

    #[test]
    fn line_ends_of_every_kind_end_a_line() {
        for end in ["\n", "\r", "\r\n", "\u{2028}", "\u{2029}", "\u{c}"] {
            let page = split(&format!("One is here.{end}Two is there."));
            assert_eq!(page.blocks.len(), 2, "{end:?}");
        }
    }
}
