//! What letters and mails have around what they say: heads, greetings, closings, signatures.

use std::ops::Range;

use super::cue_phrases::Strength;
use super::page_features::{BlockFeatures, CueMatch, PageFeatures};
use crate::page::{Block, BlockKind, Page, Reason};
use crate::text;
use crate::unicode::is_digit;

/// The most words of a greeting or a closing formula.
const FORMULA: u32 = 8;
/// The most lines of a signature.
const SIGNATURE: usize = 8;

/// The most words of a notice about the letter itself.
const NOTICE: u32 = 40;
/// The fewest words of a message of its own.
const SAID: u32 = 4;

/// Sets them aside.
#[inline(never)]
pub(super) fn apply(page: &mut Page, features: &PageFeatures) {
    // Greetings are looked for until the message begins, closings after it.
    let mut begun = false;
    let mut signature = 0;
    let older = older_messages(page, features);
    for i in 0..page.blocks.len() {
        let (Some(fact), lead) = (features.blocks.get(i), leads_to_message(page, i)) else { return };
        let delimiter = page.blocks.get(i).is_some_and(|b| matches!(page.block_text(b), "--" | "—" | "__"));
        let formula = fact.words <= FORMULA && !fact.ends_in_stop() && greets(features, fact);
        let Some(block) = page.blocks.get_mut(i) else { return };
        if lead || is_head(features, fact) || is_notice(features, fact) {
            block.dropped = Some(Reason::Message);
            (begun, signature) = (false, 0);
        } else if older.contains(&i) {
            block.dropped = Some(Reason::Message);
        } else if block.kind == BlockKind::Quote {
            signature = 0;
        } else if formula {
            block.dropped = Some(Reason::Greeting);
            signature = if begun { SIGNATURE } else { 0 };
        } else if delimiter {
            block.dropped = Some(Reason::Greeting);
            signature = SIGNATURE;
        } else if signature > 0 && is_signed(block, fact) {
            block.dropped = Some(Reason::Message);
            signature -= 1;
        } else {
            signature = 0;
            begun |= fact.words >= 4;
        }
    }
}

/// The messages quoted below the newest: the quotes below the first line that leads to one, when the newest stands above
/// it and nothing is said between the quotes.
fn older_messages(page: &Page, features: &PageFeatures) -> Range<usize> {
    let count = page.blocks.len();
    let quoted = |i: &usize| page.blocks.get(*i).is_some_and(|b| b.kind == BlockKind::Quote);
    let said = |range: Range<usize>| {
        let blocks = range.filter(|i| !quoted(i)).filter_map(|i| features.blocks.get(i));
        blocks.filter(|f| f.ends).map(|f| f.words).sum::<u32>() >= SAID
    };
    match (0..count).find(|&i| leads_to_message(page, i)) {
        Some(lead) if said(0..lead) && !said(lead + 1..count) => lead + 1..count,
        _ => 0..0,
    }
}

fn greets(features: &PageFeatures, fact: &BlockFeatures) -> bool {
    let cues = features.cues.get(fact.cues.clone()).unwrap_or_default();
    cues.first().is_some_and(|c| c.reason == Reason::Greeting)
}

/// `From: …`, `Sent: …`
fn is_head(features: &PageFeatures, fact: &BlockFeatures) -> bool {
    let cues = features.cues.get(fact.cues.clone()).unwrap_or_default();
    fact.words <= 25 && !fact.ends && cues.first().is_some_and(|c| c.reason == Reason::Message)
}

/// «You receive this letter because …»
fn is_notice(features: &PageFeatures, fact: &BlockFeatures) -> bool {
    let cues = features.cues.get(fact.cues.clone()).unwrap_or_default();
    let notice = |c: &CueMatch| {
        c.reason == Reason::Message && matches!(c.strength, Strength::Start | Strength::Anywhere)
    };
    fact.words <= NOTICE && cues.iter().any(notice)
}

/// A line of a signature: a name, an office, an address.
fn is_signed(block: &Block, fact: &BlockFeatures) -> bool {
    fact.words <= 12 && (!fact.ends || fact.words <= 4) && block.kind == BlockKind::Paragraph
        || block.kind == BlockKind::Heading
}

/// Whether the block leads to a message quoted below it («On Monday Ida <ida@example.org> wrote:»), or is the first line
/// of two that do.
pub(crate) fn leads_to_message(page: &Page, index: usize) -> bool {
    let Some(block) = page.blocks.get(index) else { return false };
    let text = page.block_text(block);
    let next = page.blocks.get(index + 1);
    let quoted = |b: Option<&Block>| b.is_some_and(|b| b.kind == BlockKind::Quote);
    let told = |text: &str| text.len() <= 200 && text.ends_with(':');
    let address = text::contains_char(text, '@');
    let dated = address || text::any(text, &is_digit);
    if text.starts_with("-----") && text.ends_with("---")
        || told(text) && (dated || block.links.is_none() && quoted(next)) && (quoted(next) || address)
    {
        return true;
    }
    let below = next.filter(|b| !b.apart).map_or("", |b| page.block_text(b));
    dated
        && text.len() <= 120
        && told(below)
        && text::contains_char(below, '@')
        && quoted(page.blocks.get(index + 2))
}
