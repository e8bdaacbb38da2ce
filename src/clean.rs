//! Which blocks and sentences are the article, and why the others are not.
//!
//! General signals come first: a linear model weighs each block by its words, its full stop, its neighbours, the words
//! that it shares with the main run of text ([`weigh`]). Cue phrases come second ([`cue`], [`rules`]). What is said
//! twice stays once ([`repeat`]). When nothing would be left, everything stays.

mod cue;
mod reading;
mod repeat;
mod rules;
mod weigh;

pub(crate) use reading::Hit;

use crate::page::{Block, BlockKind, Page, Reason};
use crate::sentence::Sentence;
use crate::tables::Language;
use crate::token::Tokens;
use cue::Strength;
use reading::{Fact, Reading};
use weigh::Weighing;

/// From here on a paste is like a page, and the model decides; below it only cues and form do.
const PAGELIKE: f64 = 0.2;
/// What lies inside the main run stays unless the model is as sure as this.
const INSIDE: f64 = -1.0;
/// Prose between the title and the main run stays when it weighs more than this …
const OPENING: f64 = -2.5;
/// … and is at most so many blocks away.
const NEAR: usize = 8;

/// Marks blocks that are no part of the article. Gives the index of the title's block, if there is one.
pub(crate) fn blocks(page: &mut Page, tokens: &Tokens, language: Option<&'static Language>) -> Option<usize> {
    let reading = reading::read(page, tokens, language);
    let weighing = weigh::weigh(page, &reading);
    let title = weighing.title.or_else(|| first_heading(page, &reading));
    rules::apply(page, &reading, title);
    repeat::blocks(page, &reading, title);
    if weighing.pageness >= PAGELIKE {
        outside(page, &reading, &weighing, title);
    }
    for block in page.blocks.iter_mut().filter(|b| b.chrome && b.dropped.is_none()) {
        block.dropped = Some(Reason::Outside);
    }
    let listed = if weighing.pageness >= PAGELIKE { weighing.list } else { 0..0 };
    trim_ends(page, &reading, title, listed);
    if !keeps_something(page, &reading) {
        page.blocks.iter_mut().for_each(|b| b.dropped = None);
    }
    page.hits = reading.hits;
    title.filter(|&t| page.blocks.get(t).is_some_and(|b| b.dropped.is_none() && b.kind == BlockKind::Heading))
}

/// Marks what lies outside the main run, and what the model is sure of inside it.
fn outside(page: &mut Page, reading: &Reading, weighing: &Weighing, title: Option<usize>) {
    let Weighing { weights, run, list, .. } = weighing;
    let shouted = |f: &Fact| f.words >= 5 && f.upper * 10 >= f.words * 8;
    let quiet = title.and_then(|t| reading.facts.get(t)).is_some_and(|f| !shouted(f));
    for (i, (block, fact)) in page.blocks.iter_mut().zip(&reading.facts).enumerate() {
        if block.dropped.is_some() || Some(i) == title {
            continue;
        }
        let weight = weights.get(i).copied().unwrap_or(0.0);
        let inside = run.contains(&i) && (weight > INSIDE || block.kind == BlockKind::Table);
        // The opening may be cut off from the rest by furniture.
        let opening = i < run.start
            && i + NEAR >= run.start
            && title.is_some_and(|t| t < i)
            && fact.ends
            && fact.words >= 10
            && weight > OPENING;
        if !inside && !opening && !list.contains(&i) {
            block.dropped = Some(Reason::Outside);
        } else if quiet && !fact.ends && shouted(fact) {
            // A line of capitals under a title that isn't is a link to another story.
            block.dropped = Some(Reason::Related);
        }
    }
}

/// The first heading that isn't furniture, before the first prose.
fn first_heading(page: &Page, reading: &Reading) -> Option<usize> {
    for (i, (block, fact)) in page.blocks.iter().zip(&reading.facts).enumerate() {
        if block.kind == BlockKind::Heading
            && weigh::strong(reading, fact).next().is_none()
            && !fact.is_date()
        {
            return Some(i);
        }
        if is_running(block) && fact.is_prose() {
            return None;
        }
    }
    None
}

fn is_running(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::ListItem)
}

/// Before the first and after the last running text, labels are furniture; the title is not.
fn trim_ends(page: &mut Page, reading: &Reading, title: Option<usize>, listed: std::ops::Range<usize>) {
    let is_text = |(block, fact): (&Block, &Fact)| {
        block.dropped.is_none() && is_running(block) && (fact.ends || block.kind == BlockKind::ListItem)
    };
    let texts: Vec<bool> = page.blocks.iter().zip(&reading.facts).map(is_text).collect();
    let (Some(first), Some(last)) = (texts.iter().position(|&t| t), texts.iter().rposition(|&t| t)) else {
        return;
    };
    let titled = title.is_some_and(|t| t < first);
    for (i, (block, fact)) in page.blocks.iter_mut().zip(&reading.facts).enumerate() {
        let outside = i < first && titled || i > last;
        if !outside || listed.contains(&i) || block.dropped.is_some() || Some(i) == title || !fact.is_label()
        {
            continue;
        }
        if matches!(block.kind, BlockKind::Heading | BlockKind::Paragraph) {
            let byline = i < first && fact.words <= 8 && fact.stops <= 2 && fact.capitals > 0;
            block.dropped = Some(if byline { Reason::Byline } else { Reason::Outside });
        }
    }
}

fn keeps_something(page: &Page, reading: &Reading) -> bool {
    page.blocks.iter().zip(&reading.facts).any(|(b, f)| b.dropped.is_none() && is_running(b) && f.words > 0)
}

/// Marks sentences inside kept blocks that are no part of the article: calls and cross-references within a paragraph,
/// and what was said before.
pub(crate) fn sentences(page: &Page, tokens: &Tokens, sentences: &mut [Sentence]) {
    let mut hits = page.hits.iter().peekable();
    for sentence in sentences.iter_mut() {
        while hits.next_if(|h| h.start < sentence.span.start).is_some() {}
        let running = page.blocks.get(sentence.block as usize).is_some_and(is_running);
        let mut reason = None;
        while let Some(hit) = hits.next_if(|h| h.start < sentence.span.end) {
            let opens = hit.start <= sentence.span.start + 8;
            let counts = match hit.strength {
                Strength::Start | Strength::Whole => opens,
                Strength::Anywhere => sentence.span.len() <= 300,
                Strength::Weak => false,
            };
            if counts && running && reason.is_none() {
                reason = Some(hit.reason);
            }
        }
        sentence.dropped = sentence.dropped.or(reason);
    }
    restore(sentences);
    repeat::sentences(page, tokens, sentences);
}

/// When no sentence of the article would be left, all stay.
fn restore(sentences: &mut [Sentence]) {
    if sentences.iter().all(|s| s.dropped.is_some()) {
        sentences.iter_mut().for_each(|s| s.dropped = None);
    }
}
