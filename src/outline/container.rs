//! Which parts of a document hold the article.
//!
//! Every stretch of text has a value: prose counts for its words, what is too short or mostly links counts against. An element
//! has the value of what it holds, a little less at each step up, so that the smallest element around the main run of prose
//! comes out on top; cards and teasers, which lie deep in scaffolding of their own, add little. (Readability finds its
//! candidates likewise, from paragraphs to parents and grandparents.) Inside it, what the page marks as furniture and
//! lists of links are left out.

use super::tag::Tag;
use super::tree::{Outline, Segment};
use crate::text;
use crate::unicode::{is_closer, is_terminal, is_unspaced, is_whitespace, is_word_char};

/// A stretch of so many words can be prose.
const PROSE_WORDS: u32 = 10;
/// One of so many needs no full stop for it.
const LONG_WORDS: u32 = 40;
/// More of it in links, per cent, is no prose.
const PROSE_LINKS: u32 = 35;
/// More of it in links, per cent, is no text at all.
const MOST_LINKS: u32 = 60;
/// More of a group's text in links, per cent, makes it a list of links.
const GROUP_LINKS: u32 = 50;
/// What a stretch that is no prose counts against its container: as much, and so much a word.
const COST: f64 = 6.0;
const COST_PER_WORD: f64 = 0.3;
/// What is left of a value one container further out.
const STEP: f64 = 0.7;
/// Another container of the same class belongs to the article from this share of the first one's value.
const TWIN: f64 = 0.25;
/// So does one beside it, when it is prose all through: its value is so much of its words. Cards come to less.
const SIBLING: f64 = 0.1;
const PURE: f64 = 0.5;

/// What the words around and inside of each element and segment come to.
pub(super) struct ContainerValues {
    /// Words of each segment.
    pub words: Vec<u32>,
    /// Sums over each element's segments.
    inside: Vec<Sum>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    words: u32,
    letters: u32,
    linked: u32,
}

/// Counts words.
pub(super) fn weigh(outline: &Outline) -> ContainerValues {
    let words: Vec<u32> = outline.segments.iter().map(|s| words(text(outline, s))).collect();
    let mut inside = vec![Sum::default(); outline.elements.len()];
    for (segment, &words) in outline.segments.iter().zip(&words) {
        if let Some(sum) = inside.get_mut(segment.element as usize) {
            sum.words += words;
            sum.letters += segment.letters;
            sum.linked += segment.linked;
        }
    }
    for i in (1..inside.len()).rev() {
        let sum = inside.get(i).copied().unwrap_or_default();
        if let Some(parent) = outline.elements.get(i).and_then(|e| inside.get_mut(e.parent as usize)) {
            parent.words += sum.words;
            parent.letters += sum.letters;
            parent.linked += sum.linked;
        }
    }
    ContainerValues { words, inside }
}

/// For each segment whether it is furniture. `rows` says which of them are cells of a table of data; `piece` that the document
/// is a piece of a page, so that the title and the standfirst above the article belong to it.
pub(super) fn furniture(
    outline: &Outline,
    weights: &ContainerValues,
    rows: &[Option<u32>],
    piece: bool,
) -> Vec<bool> {
    let set_aside = set_aside(outline, weights);
    let values = values(outline, weights, rows, &set_aside);
    let inside = inside(outline, weights, &values, &set_aside);
    let is = |flags: &[bool], segment: &Segment| flags.get(segment.element as usize) == Some(&true);
    let linked = |segment: &Segment| percent(segment.linked, segment.letters) > MOST_LINKS;
    let mut out: Vec<bool> =
        outline.segments.iter().map(|s| is(&set_aside, s) || !is(&inside, s) || linked(s)).collect();
    let first = outline.segments.iter().position(|s| is(&inside, s)).unwrap_or(0);
    let above = outline.segments.get(..first).unwrap_or_default();
    if piece && let Some(title) = above.iter().rposition(|s| tag(outline, s) == Tag::Heading(1)) {
        for (i, segment) in above.iter().enumerate().skip(title) {
            let words = weights.words.get(i).copied().unwrap_or(0);
            if let Some(flag) = out.get_mut(i)
                && !is(&set_aside, segment)
            {
                *flag = i != title && !is_prose(text(outline, segment), segment, words);
            }
        }
    }
    out
}

/// For each element whether it lies in a part that the page itself tells from the article.
fn set_aside(outline: &Outline, weights: &ContainerValues) -> Vec<bool> {
    let all = weights.inside.first().map_or(0, |s| s.words);
    let mut out: Vec<bool> = Vec::with_capacity(outline.elements.len());
    // A quotation, program text or a table in a figure is no caption.
    let mut only_figure: Vec<bool> = Vec::with_capacity(outline.elements.len());
    for (i, element) in outline.elements.iter().enumerate() {
        let words = weights.inside.get(i).map_or(0, |s| s.words);
        // A form, a hidden part or a suspicious name around most of the page says nothing about it.
        let aside = element.aside && words * 2 < all || element.hinted && words * 4 < all;
        let parent = element.parent as usize;
        let outer = i > 0 && out.get(parent).copied().unwrap_or(false);
        let outer_figure = i > 0 && only_figure.get(parent).copied().unwrap_or(false);
        let freed = outer_figure && matches!(element.tag, Tag::Quote | Tag::Code | Tag::Table | Tag::List);
        only_figure.push(!freed && (outer_figure && !aside || !outer && aside && element.tag == Tag::Figure));
        out.push(aside || outer && !freed);
    }
    out
}

/// What each element counts as a container of the article.
fn values(
    outline: &Outline,
    weights: &ContainerValues,
    rows: &[Option<u32>],
    set_aside: &[bool],
) -> Vec<f64> {
    let mut values = vec![0.0; outline.elements.len()];
    for (i, segment) in outline.segments.iter().enumerate() {
        let at = segment.element as usize;
        let neutral = set_aside.get(at).copied().unwrap_or(true) || rows.get(i).is_some_and(Option::is_some);
        if let Some(value) = values.get_mut(at)
            && !neutral
        {
            let words = weights.words.get(i).copied().unwrap_or(0);
            *value += segment_value(text(outline, segment), segment, words, tag(outline, segment));
        }
    }
    for i in (1..values.len()).rev() {
        let Some(element) = outline.elements.get(i) else { continue };
        let step = if element.tag.is_container() { STEP } else { 1.0 };
        let value = values.get(i).copied().unwrap_or(0.0);
        if let Some(parent) = values.get_mut(element.parent as usize) {
            *parent += step * value;
        }
    }
    values
}

fn segment_value(text: &str, segment: &Segment, words: u32, tag: Tag) -> f64 {
    if matches!(tag, Tag::Heading(_)) {
        return 0.0;
    }
    let links = percent(segment.linked, segment.letters);
    if is_prose(text, segment, words) {
        return f64::from(words) * f64::from(100 - links) / 100.0;
    }
    if matches!(tag, Tag::Item | Tag::Code) && links < PROSE_LINKS {
        return 0.0;
    }
    -(COST + COST_PER_WORD * f64::from(words))
}

fn is_prose(text: &str, segment: &Segment, words: u32) -> bool {
    percent(segment.linked, segment.letters) < PROSE_LINKS
        && (words >= LONG_WORDS || words >= PROSE_WORDS && ends_sentence(text))
}

/// For each element whether it lies in a container of the article, and not in a list of links in there.
fn inside(outline: &Outline, weights: &ContainerValues, values: &[f64], set_aside: &[bool]) -> Vec<bool> {
    let all = || vec![true; outline.elements.len()];
    let Some(best) = best(outline, values) else { return all() };
    let Some(first) = outline.elements.get(best) else { return all() };
    let mut out: Vec<bool> = Vec::with_capacity(outline.elements.len());
    for (i, element) in outline.elements.iter().enumerate() {
        let value = values.get(i).copied().unwrap_or(0.0);
        let share = value / values.get(best).copied().unwrap_or(1.0);
        let sum = weights.inside.get(i).copied().unwrap_or_default();
        // Two articles side by side are two articles.
        let twin = first.label.is_some() && element.label == first.label && element.tag == first.tag;
        let sibling = best > 0
            && i > 0
            && element.parent == first.parent
            && value > PURE * f64::from(sum.words)
            && (share > SIBLING || !element.tag.is_container());
        let near = twin && share > TWIN || sibling;
        let root = i == best || near && element.tag != Tag::Article && set_aside.get(i) == Some(&false);
        let outer = i > 0 && out.get(element.parent as usize) == Some(&true);
        let group = element.tag.is_block() && element.tag.is_container()
            || matches!(element.tag, Tag::List | Tag::Table);
        out.push(root || outer && !(group && percent(sum.linked, sum.letters) > GROUP_LINKS));
    }
    out
}

/// The container of most value, the innermost of equals; `None` when there is no prose.
fn best(outline: &Outline, values: &[f64]) -> Option<usize> {
    let (mut best, mut most) = (0, 0.0);
    for (i, &value) in values.iter().enumerate() {
        if value > 0.0 && value >= most {
            (best, most) = (i, value);
        }
    }
    // A paragraph or a list is no container of an article.
    while let Some(element) = outline.elements.get(best)
        && !element.tag.is_container()
        && element.parent as usize != best
    {
        best = element.parent as usize;
    }
    (most > 0.0).then_some(best)
}

fn text<'a>(outline: &'a Outline, segment: &Segment) -> &'a str {
    outline.source.get(segment.range.clone()).unwrap_or_default()
}

fn tag(outline: &Outline, segment: &Segment) -> Tag {
    outline.elements.get(segment.element as usize).map_or(Tag::Plain, |e| e.tag)
}

/// Words, two letters a word where words aren't spaced.
fn words(text: &str) -> u32 {
    let (mut words, mut unspaced, mut inside) = (0, 0, false);
    for c in text.chars() {
        let (word, solid) = (is_word_char(c), is_unspaced(c));
        unspaced += u32::from(solid);
        words += u32::from(word && !solid && !inside);
        inside = word && !solid;
    }
    words + unspaced.div_ceil(2)
}

fn ends_sentence(text: &str) -> bool {
    text::last_char(text::trim_end_matches(text, &|c| is_whitespace(c) || is_closer(c)))
        .is_some_and(is_terminal)
}

/// `part` of `whole`, per cent.
pub(super) fn percent(part: u32, whole: u32) -> u32 {
    (u64::from(part) * 100 / u64::from(whole.max(1))) as u32
}
