//! Which blocks and sentences are the article, and why the others are not.
//!
//! General signals come first: a linear model weighs each block by its words, its full stop, its neighbours, the words
//! that it shares with the main run of text ([`weigh`]). Cue phrases come second ([`cue_phrases`], [`rules`]). What is said
//! twice stays once ([`duplicates`]). When nothing would be left, everything stays.

mod cue_phrases;
mod page_features;
mod duplicates;
mod label;
mod message;
mod model;
mod neighbours;
mod rules;
mod weigh;

use std::ops::Range;

use crate::column::Column;
use crate::page::{Block, BlockKind, Genre, Page, Reason};
use crate::sentence::SentenceSpan;
use crate::tables::Language;
use crate::token::Tokens;
pub(crate) use cue_phrases::Strength;
pub(crate) use message::leads_to_message;
use page_features::BlockFeatures;
pub(crate) use page_features::{CueMatch, PageFeatures, read};
use weigh::Weighing;

/// From here on a paste is like a page, and the model decides; below it only cues and form do.
const PAGELIKE: f64 = 0.2;
/// What lies inside a run stays unless the model is as sure as this.
const INSIDE: f64 = -1.0;
/// Prose between the title and the main run stays when it weighs more than this …
const OPENING: f64 = -2.5;
/// … and is at most so many blocks away.
const NEAR: usize = 8;

/// The fewest words of a standfirst.
const STANDFIRST: u32 = 10;

/// The most words of a thread's longest post.
const POST: u32 = 120;

/// A line of so many words with less of it in links, per cent, may be the article's.
const LABEL_WORDS: u32 = 3;
const LABEL_LINKS: u8 = 50;

/// What cleaning found beside the marks that it left on the blocks.
pub(crate) struct Cleaned {
    /// Index of the title's block, if the page has one.
    pub title: Option<usize>,
    /// The cue phrases of the page, in document order.
    cues: Vec<CueMatch>,
}

/// Marks the blocks that are not part of the article, each with its reason.
#[inline(never)]
pub(crate) fn blocks(page: &mut Page, features: PageFeatures) -> Cleaned {
    let weighing = weigh::weigh(page, &features);
    // A headline that asks or exclaims is a paragraph until its neighbours say that it is the title.
    let can_be_title = |b: &Block| b.kind == BlockKind::Heading || label::exclaims(page.block_text(b));
    let title = weighing.title.filter(|&t| page.blocks.get(t).is_some_and(can_be_title));
    let title = title.or_else(|| first_heading(page, &features));
    if page.genre.is_correspondence() {
        message::apply(page, &features);
    }
    rules::apply(page, &features, title);
    duplicates::blocks(page, &features, title);
    if weighing.page_likeness >= PAGELIKE {
        outside(page, &features, &weighing, title);
    }
    for block in page.blocks.iter_mut().filter(|b| b.is_boilerplate && b.dropped.is_none()) {
        block.dropped = Some(Reason::Outside);
    }
    let listed = if weighing.page_likeness >= PAGELIKE { weighing.list } else { 0..0 };
    trim_ends(page, &features, title, listed);
    if !keeps_something(page, &features) {
        page.blocks.iter_mut().for_each(|b| b.dropped = None);
    }
    if let Some(block) = title.and_then(|t| page.blocks.get_mut(t)).filter(|b| b.kind == BlockKind::Paragraph)
    {
        block.kind = BlockKind::Heading;
        block.level = 1;
    }
    let title = title
        .filter(|&t| page.blocks.get(t).is_some_and(|b| b.dropped.is_none() && b.kind == BlockKind::Heading));
    Cleaned { title, cues: features.cues }
}

/// What the model sees of a paste, to fit its weights: for each block its text, whether cues and form leave it in, and its
/// features by the names of [`BlockRow::names`].
pub(crate) fn rows(page: &mut Page, tokens: &Tokens, language: Option<&'static Language>) -> Vec<BlockRow> {
    let features = page_features::read(page, tokens, language);
    let weighing = weigh::weigh(page, &features);
    let title = weighing.title.or_else(|| first_heading(page, &features));
    rules::apply(page, &features, title);
    duplicates::blocks(page, &features, title);
    let blocks = page.blocks.iter().zip(weigh::rows(page, &features)).enumerate();
    let row = |(i, (block, features)): (usize, (&Block, [f64; weigh::FEATURES]))| BlockRow {
        text: page.block_text(block).to_string(),
        kept: block.dropped.is_none() || Some(i) == title,
        features: features.to_vec(),
    };
    blocks.map(row).collect()
}

/// A block of pasted text as the cleaning model sees it.
#[derive(Clone, Debug)]
pub struct BlockRow {
    /// Its text.
    pub text: String,
    /// Whether cue phrases and form leave it in.
    pub kept: bool,
    /// The features by name, see [`BlockRow::names`].
    pub features: Vec<f64>,
}

impl BlockRow {
    /// The names of the features.
    pub fn names() -> impl Iterator<Item = &'static str> {
        weigh::names()
    }
}

/// Marks what lies outside the main run, and what the model is sure of inside it.
fn outside(page: &mut Page, features: &PageFeatures, weighing: &Weighing, title: Option<usize>) {
    let Weighing { weights, main_content, runs, list, .. } = weighing;
    let shouted = |f: &BlockFeatures| f.words >= 5 && f.upper * 10 >= f.words * 8;
    let quiet = title.and_then(|t| features.blocks.get(t)).is_some_and(|f| !shouted(f));
    // Comments below a whole article are none of its text; the replies to a question are the thread's.
    let words =
        |range: Range<usize>| -> u32 { range.filter_map(|i| features.blocks.get(i)).map(|f| f.words).sum() };
    let thread = page.genre == Genre::Forum && words(main_content.clone()) <= POST;
    let mut after_item = false;
    for (i, (block, fact)) in page.blocks.iter_mut().zip(&features.blocks).enumerate() {
        if block.dropped.is_some() || Some(i) == title || block.speaker.is_some() {
            continue;
        }
        let weight = weights.at(i);
        let inside = runs.get(i) == Some(&true) && (weight > INSIDE || block.kind == BlockKind::Table);
        // The opening may be cut off from the rest by boilerplate.
        let opening = i < main_content.start
            && i + NEAR >= main_content.start
            && title.is_some_and(|t| t < i)
            && fact.ends
            && fact.words >= 10
            && weight > OPENING;
        // A reply is a stretch of its own, an item goes with its list, and nobody marks a menu as a quotation.
        let belongs = match block.kind {
            BlockKind::ListItem => after_item && fact.ends,
            BlockKind::Quote => fact.is_prose(),
            _ => thread && fact.is_prose(),
        };
        if !inside && !opening && !belongs && !is_standfirst(features, title, i) && !list.contains(&i) {
            block.dropped = Some(Reason::Outside);
        } else if quiet && !fact.ends && shouted(fact) {
            // A line of capitals under a title that isn't is a link to another story.
            block.dropped = Some(Reason::Related);
        } else {
            block.is_doubtful |= weight < 0.0 && !fact.is_prose();
        }
        after_item = block.kind == BlockKind::ListItem && block.dropped.is_none();
    }
}

/// The first heading that isn't boilerplate, before the first prose; a single word (a section's name) gives way to a
/// longer one.
fn first_heading(page: &Page, features: &PageFeatures) -> Option<usize> {
    let mut word = None;
    for (i, (block, fact)) in page.blocks.iter().zip(&features.blocks).enumerate() {
        if block.is_boilerplate {
            continue;
        }
        if block.kind == BlockKind::Heading
            && weigh::strong(features, fact).next().is_none()
            && !fact.is_date()
            && !label::is_byline(features, fact, page.block_text(block))
        {
            if fact.words > 2 || fact.words == 2 && word.is_none() || block.level == 1 && i > 0 {
                return Some(i);
            }
            word = word.or(Some(i));
        }
        if is_running(block) && fact.is_prose() {
            break;
        }
    }
    word
}

fn is_running(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::ListItem)
}

/// Below the title, a line that reads like a sentence is the standfirst, though it has no full stop.
fn is_standfirst(features: &PageFeatures, title: Option<usize>, i: usize) -> bool {
    let Some(fact) = features.blocks.get(i) else { return false };
    title.is_some_and(|t| t + 1 == i)
        && fact.words >= STANDFIRST
        && fact.stops * 5 >= fact.words
        && !fact.is_date()
        && weigh::strong(features, fact).next().is_none()
}

/// Before the first and after the last running text, labels are boilerplate; the title is not.
fn trim_ends(page: &mut Page, features: &PageFeatures, title: Option<usize>, listed: Range<usize>) {
    let is_text = |(block, fact): (&Block, &BlockFeatures)| {
        block.dropped.is_none() && is_running(block) && (fact.ends || block.kind == BlockKind::ListItem)
    };
    let texts: Vec<bool> = page.blocks.iter().zip(&features.blocks).map(is_text).collect();
    let (Some(first), Some(last)) = (texts.iter().position(|&t| t), texts.iter().rposition(|&t| t)) else {
        return;
    };
    let titled = title.is_some_and(|t| t < first);
    let article = page.genre == Genre::Article;
    for (i, (block, fact)) in page.blocks.iter_mut().zip(&features.blocks).enumerate() {
        // A message is no label, nor is a last sentence with a tag behind it, nor a post with a hash tag. Else, above an article,
        // it is a caption with its credit.
        let may_be_said = i > last || !article || block.span.of(&page.text).contains('#');
        let said = block.speaker.is_some() || may_be_said && fact.sentences > 0 && fact.words >= 8;
        let outside = (i < first && titled || i > last) && !said;
        if !outside
            || listed.contains(&i)
            || is_standfirst(features, title, i)
            || block.dropped.is_some()
            || Some(i) == title
            || !fact.is_label()
        {
            continue;
        }
        let byline = i < first && fact.words <= 8 && fact.stops <= 2 && fact.capitals > 0;
        // Where the document's structure is known, a line of the article's own container is in doubt at most.
        let own = block.links.is_some_and(|l| l < LABEL_LINKS) && fact.words >= LABEL_WORDS && !byline;
        block.is_doubtful |= own;
        if block.kind == BlockKind::Heading || block.kind == BlockKind::Paragraph && !own {
            block.dropped = Some(if byline { Reason::Byline } else { Reason::Outside });
        }
    }
}

fn keeps_something(page: &Page, features: &PageFeatures) -> bool {
    page.blocks.iter().zip(&features.blocks).any(|(b, f)| b.dropped.is_none() && is_running(b) && f.words > 0)
}

/// Marks sentences inside kept blocks that are no part of the article: calls and cross-references within a paragraph,
/// and what was said before.
pub(crate) fn sentences(page: &Page, tokens: &Tokens, cleaned: &Cleaned, sentences: &mut [SentenceSpan]) {
    let mut cues = cleaned.cues.iter().peekable();
    let talk = page.genre.is_talk();
    for sentence in sentences.iter_mut() {
        while cues.next_if(|h| h.start < sentence.span.start).is_some() {}
        let running = page.blocks.get(sentence.block as usize).is_some_and(is_running);
        let mut reason = None;
        while let Some(hit) = cues.next_if(|h| h.start < sentence.span.end) {
            let before = page.text.get(sentence.span.start as usize..hit.start as usize).unwrap_or_default();
            let opens = before.len() <= 8 || before.ends_with(": ");
            if hit.reason == Reason::Message
                || hit.reason == Reason::Greeting && !(talk && sentence.span.len() <= 100)
            {
                continue;
            }
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
    duplicates::sentences(page, tokens, sentences);
}

/// When no sentence of the article would be left, all stay.
fn restore(sentences: &mut [SentenceSpan]) {
    if sentences.iter().all(|s| s.dropped.is_some()) {
        sentences.iter_mut().for_each(|s| s.dropped = None);
    }
}
