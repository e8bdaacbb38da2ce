//! From stretches of text to the blocks of a page.

use super::counts::Counts;
use super::main_content::{self, Document, Verdict};
use super::tag::Tag;
use super::tree::{Outline, percent};
use crate::block::Part;
use crate::page::BlockKind;

/// A table with a longer cell, in words, is scaffolding.
const LONGEST_CELL: u32 = 40;

/// The blocks of the document, in order. `fragment`: it is a piece of a page, say a paste, not a page. `title` is the segment
/// of the heading that shows its title.
pub(crate) fn parts(outline: &Outline, fragment: bool, title: Option<usize>) -> Vec<Part> {
    let counts = Counts::of(outline);
    let rows = rows(outline, &counts.words);
    let kept = main_content::find(Document { outline, counts: &counts, rows: &rows, fragment, title });
    let kinds = kinds(outline);
    let mut parts: Vec<Part> = Vec::with_capacity(outline.segments.len());
    let (mut last_row, mut letters, mut linked) = (None, 0, 0);
    for (i, segment) in outline.segments.iter().enumerate() {
        let row = rows.get(i).copied().flatten();
        let verdict = kept.get(i).copied().unwrap_or_default();
        // The cells of a row are one block.
        if let Some(part) = parts.last_mut()
            && row.is_some()
            && row == last_row
        {
            letters += segment.letters;
            linked += segment.linked;
            part.range.end = segment.range.end;
            part.links = Some(percent(linked, letters) as u8);
            continue;
        }
        (last_row, letters, linked) = (row, segment.letters, segment.linked);
        let (kind, level) = match row {
            Some(_) => (BlockKind::Table, 0),
            None => kinds.get(segment.element as usize).copied().unwrap_or((BlockKind::Paragraph, 0)),
        };
        let links = Some(percent(linked, letters) as u8);
        parts.push(Part {
            range: segment.range.clone(),
            kind,
            level,
            links,
            is_boilerplate: verdict == Verdict::Outside,
            is_doubtful: verdict == Verdict::Doubtful,
            apart: true,
        });
    }
    parts
}

/// For each segment the row it is a cell of, when its table is one of data: no tables, headings or long text in it.
fn rows(outline: &Outline, words: &[u32]) -> Vec<Option<u32>> {
    let count = outline.elements.len();
    let (mut tables, mut rows) = (vec![None::<u32>; count], vec![None::<u32>; count]);
    let mut scaffolding = vec![false; count];
    for (i, element) in outline.elements.iter().enumerate() {
        let outer = tables.get(element.parent as usize).copied().flatten();
        let row = rows.get(element.parent as usize).copied().flatten();
        let (table, row) = match element.tag {
            Tag::Table => (Some(i as u32), None),
            Tag::Row => (outer, Some(i as u32)),
            _ => (outer, row),
        };
        if matches!(element.tag, Tag::Table | Tag::Heading(_) | Tag::Article | Tag::Section | Tag::Main)
            && let Some(flag) = outer.and_then(|t| scaffolding.get_mut(t as usize))
        {
            *flag = true;
        }
        if let (Some(t), Some(r)) = (tables.get_mut(i), rows.get_mut(i)) {
            (*t, *r) = (table, row);
        }
    }
    let table = |element: u32| tables.get(element as usize).copied().flatten();
    for (segment, &words) in outline.segments.iter().zip(words) {
        if words > LONGEST_CELL
            && let Some(flag) = table(segment.element).and_then(|t| scaffolding.get_mut(t as usize))
        {
            *flag = true;
        }
    }
    let data = |element: u32| table(element).is_some_and(|t| scaffolding.get(t as usize) == Some(&false));
    let row = |element: u32| rows.get(element as usize).copied().flatten();
    outline.segments.iter().map(|s| if data(s.element) { row(s.element) } else { None }).collect()
}

/// The kind and level of the text directly inside each element.
fn kinds(outline: &Outline) -> Vec<(BlockKind, u8)> {
    let mut out: Vec<(BlockKind, u8)> = Vec::with_capacity(outline.elements.len());
    // How many lists are around.
    let mut depths: Vec<u8> = Vec::with_capacity(outline.elements.len());
    for (i, element) in outline.elements.iter().enumerate() {
        let parent = if i > 0 { element.parent as usize } else { i };
        let depth = depths.get(parent).copied().unwrap_or(0);
        let outer = out.get(parent).copied().unwrap_or((BlockKind::Paragraph, 0));
        depths.push(depth.saturating_add(u8::from(element.tag == Tag::List)));
        out.push(match element.tag {
            Tag::Heading(level) => (BlockKind::Heading, level),
            Tag::Item => (BlockKind::ListItem, depth.max(1)),
            Tag::Quote => (BlockKind::Quote, 0),
            Tag::Code => (BlockKind::Code, 0),
            Tag::Figure | Tag::Caption => (BlockKind::Caption, 0),
            // Scaffolding around blocks, not part of one.
            Tag::List | Tag::Table | Tag::Row | Tag::Cell | Tag::Article | Tag::Section => {
                (BlockKind::Paragraph, 0)
            }
            _ => outer,
        });
    }
    out
}
