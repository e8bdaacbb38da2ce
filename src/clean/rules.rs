//! What is told by cues and by form, whatever the model says: each rule gives its reason.

use super::cue_phrases::Strength;
use super::label;
use super::page_features::{BlockFeatures, CueMatch, PageFeatures};
use crate::byline;
use crate::page::{BlockKind, Page, Reason};
use crate::text;

/// Marks blocks by rule.
#[inline(never)]
pub(super) fn apply(page: &mut Page, features: &PageFeatures, title: Option<usize>) {
    let topical = is_about_consent(features, title);
    let spaced = is_spaced(page, features);
    let text = &page.text;
    for (i, fact) in features.blocks.iter().enumerate() {
        let Some(block) = page.blocks.get_mut(i) else { return };
        if block.dropped.is_none() {
            block.dropped = match block.kind {
                BlockKind::Caption => Some(Reason::Caption),
                BlockKind::Code | BlockKind::Table => None,
                _ if Some(i) == title => None,
                kind => by_cue(text, features, fact, block.span.start, topical).or_else(|| {
                    by_form(block.span.of(text), fact, kind).or_else(|| {
                        label::is_byline(features, fact, block.span.of(text)).then_some(Reason::Byline)
                    })
                }),
            };
        }
    }
    about_the_author(page, features, title);
    captions(page, features, spaced);
    boxes(page, features, spaced, title);
    references(page, features);
    weak_neighbours(page, features, title);
}

/// The most words of a note about the author.
const ABOUT_AUTHOR: u32 = 45;

/// A paragraph that begins with the name in the byline tells about the author («Ida Pell covers the coast.»).
fn about_the_author(page: &mut Page, features: &PageFeatures, title: Option<usize>) {
    let mut names: Vec<String> = Vec::new();
    for (i, (block, fact)) in page.blocks.iter().zip(&features.blocks).enumerate() {
        // A name that stands alone above the text is a byline, too.
        let alone = title.is_some_and(|t| t < i) && fact.capitals + 1 == fact.words;
        if fact.is_prose() {
            break;
        }
        if fact.words <= 6 && (block.dropped == Some(Reason::Byline) || block.dropped.is_none() && alone) {
            names.extend(byline::author(block.span.of(&page.text)).map(String::from));
        }
    }
    for (block, fact) in page.blocks.iter_mut().zip(&features.blocks) {
        let text = block.span.of(&page.text);
        let about =
            |name: &String| text.strip_prefix(name.as_str()).is_some_and(|rest| rest.starts_with(' '));
        if block.dropped.is_none()
            && block.kind == BlockKind::Paragraph
            && fact.ends
            && fact.words <= ABOUT_AUTHOR
            && names.iter().any(about)
        {
            block.dropped = Some(Reason::Byline);
        }
    }
}

/// Whether the title speaks of consent: then the article is about it, and only calls to consent are boilerplate.
fn is_about_consent(features: &PageFeatures, title: Option<usize>) -> bool {
    let consent = |f: &BlockFeatures| {
        let cues = features.cues.get(f.cues.clone()).unwrap_or_default();
        cues.iter()
            .any(|h| h.reason == Reason::Consent && matches!(h.strength, Strength::Weak | Strength::Anywhere))
    };
    title.and_then(|t| features.blocks.get(t)).is_some_and(consent)
}

/// Whether blank lines stand between the paragraphs of the paste.
fn is_spaced(page: &Page, features: &PageFeatures) -> bool {
    let prose = page.blocks.iter().zip(&features.blocks).filter(|(_, f)| f.is_prose());
    let (apart, all) = prose.fold((0, 0), |(apart, all), (b, _)| (apart + u32::from(b.apart), all + 1));
    all > 0 && apart * 2 >= all
}

/// What the cue phrases say.
fn by_cue(
    text: &str,
    features: &PageFeatures,
    fact: &BlockFeatures,
    start: u32,
    topical: bool,
) -> Option<Reason> {
    let cues = features.cues.get(fact.cues.clone()).unwrap_or_default();
    let strong: Vec<&CueMatch> = cues.iter().filter(|h| is_strong(h, topical)).collect();
    let first = strong.first()?;
    if fact.is_label() || fact.covered * 10 >= fact.tokens * 8 {
        let whole = strong.iter().find(|h| h.strength == Strength::Whole).unwrap_or(first);
        return Some(whole.reason);
    }
    // A picture's credit drags its caption along.
    if let Some(credit) = strong.iter().find(|h| h.reason == Reason::Caption)
        && fact.words <= 60
        && (fact.sentences <= 3 || !fact.ends)
    {
        return Some(credit.reason);
    }
    let mut sentences = 0;
    let mut last = start;
    for hit in &strong {
        let between = text.get(last as usize..hit.start as usize).unwrap_or_default();
        sentences += u32::from(sentences == 0 || between.contains(['.', '!', '?', '。']));
        last = hit.end.max(last);
    }
    let opens = first.strength == Strength::Start && first.start <= start + 3;
    let short = fact.sentences <= 1 || fact.sentences <= 2 && fact.words <= 40;
    let weak = cues.len() > strong.len();
    let enough = opens || strong.len() >= 2 || weak || fact.words <= 40;
    (short && (opens || fact.sentences <= 1 && enough) || sentences * 2 >= fact.sentences.max(1) && enough)
        .then_some(first.reason)
}

fn is_strong(hit: &CueMatch, topical: bool) -> bool {
    match hit.strength {
        // Read in letters and talk only.
        _ if matches!(hit.reason, Reason::Greeting | Reason::Message) => false,
        Strength::Weak => false,
        Strength::Anywhere => !(topical && hit.reason == Reason::Consent),
        _ => true,
    }
}

/// What a line's form says: dates, bars of links, credits, entries of references.
fn by_form(text: &str, fact: &BlockFeatures, kind: BlockKind) -> Option<Reason> {
    // A time in a list is a timeline's or an agenda's; one in a sentence says when something happens.
    let stamp = fact.is_date()
        && (!fact.ends
            || fact.clock
                && (fact.sentences <= 1 && fact.words <= 10 || fact.parts > 1 && fact.sentences <= 3));
    if stamp && kind != BlockKind::ListItem {
        return Some(Reason::Byline);
    }
    // `Ida Pell @idapell · 1h`
    if fact.is_label() && fact.words <= 8 && fact.parts > 1 && text::contains(text, " @") {
        return Some(Reason::Byline);
    }
    if text.starts_with('↑') {
        return Some(Reason::References);
    }
    if fact.figures > 0 && label::is_figure_caption(text) {
        return Some(Reason::Caption);
    }
    // `[edit]`, `[Sticker]`
    if text.starts_with('[') && text.ends_with(']') && fact.words <= 3 {
        return Some(Reason::Interface);
    }
    if fact.rights && fact.words <= 80 {
        return Some(Reason::Rights);
    }
    if fact.credit && fact.words <= 60 {
        return Some(Reason::Caption);
    }
    let bare_figures = fact.words <= 8 && kind == BlockKind::Paragraph && label::is_counts(text);
    (fact.is_label() && (fact.parts >= 3 || bare_figures)).then_some(Reason::Interface)
}

/// A line right above a bare credit, or below one, without a blank line between, is the picture's caption.
fn captions(page: &mut Page, features: &PageFeatures, spaced: bool) {
    if !spaced {
        return;
    }
    for i in 0..page.blocks.len() {
        let is_credit = |at: Option<usize>| {
            at.and_then(|at| page.blocks.get(at)).is_some_and(|b| b.dropped == Some(Reason::Caption))
        };
        let adjacent = |at: usize| page.blocks.get(at).is_some_and(|b| !b.apart);
        let below = adjacent(i) && is_credit(i.checked_sub(1));
        let above = adjacent(i + 1)
            && is_credit(Some(i + 1))
            && features.blocks.get(i + 1).is_some_and(|f| f.words <= 10);
        let fact = features.blocks.get(i);
        let fits = fact.is_some_and(|f| f.words <= 35 && f.sentences <= 2);
        // Below its credit, a caption is a label or one short sentence; two are the article's next paragraph.
        let below = below && fact.is_some_and(|f| !f.ends || f.sentences <= 1 && f.words <= 20);
        if let Some(block) = page.blocks.get_mut(i)
            && block.dropped.is_none()
            && block.kind != BlockKind::Heading
            && fits
            && (below || above)
        {
            block.dropped = Some(Reason::Caption);
        }
    }
}

/// Boxes: a labelled head («Newsletter», «Read also») and the lines under it up to a blank line.
fn boxes(page: &mut Page, features: &PageFeatures, spaced: bool, title: Option<usize>) {
    let mut open: Option<Reason> = None;
    let mut lines = 0;
    for (i, fact) in features.blocks.iter().enumerate() {
        let Some(block) = page.blocks.get_mut(i) else { return };
        let inside = !block.apart && lines < 12 && Some(i) != title;
        match (block.dropped, open) {
            (Some(reason), _) if is_box(reason) && fact.words <= 12 && (!inside || open.is_none()) => {
                open = Some(reason);
                lines = 0;
            }
            (None, Some(reason)) if inside => {
                let label = !fact.ends && fact.words <= 25 || fact.words <= 14 && reason == Reason::Related;
                if label && (reason == Reason::Related || spaced)
                    || spaced && is_pitch(reason) && holds_pitch(reason, fact)
                {
                    block.dropped = Some(reason);
                    lines += 1;
                } else {
                    open = None;
                }
            }
            (None, _) => open = None,
            _ => {}
        }
    }
}

fn is_box(reason: Reason) -> bool {
    reason == Reason::Related || is_pitch(reason)
}

/// Whether the line can be part of such a box: a notice of consent has paragraphs, a call to subscribe one sentence.
fn holds_pitch(reason: Reason, fact: &BlockFeatures) -> bool {
    reason == Reason::Consent || !fact.ends || fact.sentences <= 1 && fact.words <= 14
}

/// Reasons whose box may hold running text.
fn is_pitch(reason: Reason) -> bool {
    matches!(reason, Reason::Subscribe | Reason::Consent | Reason::Paywall)
}

/// A bibliography: everything after its head, when that is near the end; else the items of the list.
fn references(page: &mut Page, features: &PageFeatures) {
    let is_head = |i: usize| {
        page.blocks.get(i).is_some_and(|b| b.dropped == Some(Reason::References))
            && features.blocks.get(i).is_some_and(|f| f.words <= 4)
    };
    let Some(head) = (0..page.blocks.len()).rev().find(|&i| is_head(i)) else { return };
    let words = |range: std::ops::Range<usize>| -> u32 {
        features.blocks.iter().take(range.end).skip(range.start).map(|f| f.words).sum()
    };
    let all = page.blocks.len();
    let is_tail = words(head..all) * 2 <= words(0..head);
    let (mut listing, mut listed) = (true, false);
    for (i, fact) in features.blocks.iter().enumerate().skip(head + 1) {
        let Some(block) = page.blocks.get_mut(i) else { return };
        // Paragraphs below a list of notes are the article's again.
        listing &= !(listed && block.kind == BlockKind::Paragraph && fact.is_prose());
        listed |= block.kind == BlockKind::ListItem;
        listing &= block.kind != BlockKind::Heading && (block.kind == BlockKind::ListItem || is_tail)
            || label::is_reference(block.span.of(&page.text));
        if listing && block.dropped.is_none() {
            block.dropped = Some(Reason::References);
        }
    }
}

/// Weak cues beside a block that is dropped, or at the paste's two ends, are strong enough.
#[inline(never)]
fn weak_neighbours(page: &mut Page, features: &PageFeatures, title: Option<usize>) {
    let count = page.blocks.len();
    let weak = |i: usize| {
        let fact = features.blocks.get(i)?;
        let cues = features.cues.get(fact.cues.clone()).unwrap_or_default();
        let first = cues.iter().find(|h| h.strength == Strength::Weak)?;
        // A reporter's name in the lead is no byline.
        let label = first.reason != Reason::Byline || !fact.ends || fact.words <= 12;
        (label && fact.words <= 60 && (fact.words <= 25 || cues.len() >= 2)).then_some(first.reason)
    };
    // From the end backwards and from the start forwards, as far as nothing stays.
    for i in (0..count).rev() {
        let Some(block) = page.blocks.get_mut(i) else { return };
        match (block.dropped, weak(i)) {
            (Some(_), _) => {}
            (None, Some(reason)) if i + 1 < count || block.kind == BlockKind::Paragraph => {
                let beside = [i.wrapping_sub(1), i + 1]
                    .iter()
                    .any(|&at| page.blocks.get(at).is_some_and(|b| b.dropped.is_some()));
                if !beside {
                    break;
                }
                drop_at(page, i, reason);
            }
            _ => break,
        }
    }
    for i in 0..count {
        let dropped = page.blocks.get(i).and_then(|b| b.dropped);
        let same = |at: usize, reason| page.blocks.get(at).is_some_and(|b| b.dropped == Some(reason));
        if let (None, Some(reason)) = (dropped, weak(i))
            && Some(i) != title
            && (same(i.wrapping_sub(1), reason) || same(i + 1, reason))
        {
            drop_at(page, i, reason);
        }
    }
}

fn drop_at(page: &mut Page, i: usize, reason: Reason) {
    if let Some(block) = page.blocks.get_mut(i) {
        block.dropped = Some(reason);
    }
}
