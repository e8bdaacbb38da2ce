//! Which parts of a document hold the article.
//!
//! Every stretch of text has a value: prose counts for its words, what is too short or mostly links counts against. An element
//! has the value of what it holds, a little less at each step up, so that the smallest element around the main run of prose
//! comes out on top; cards and teasers, which lie deep in scaffolding of their own, add little. (Readability finds its
//! candidates likewise, from paragraphs to parents and grandparents.) Inside it, what the page marks as boilerplate and
//! lists of links are left out.
//!
//! The page's own marks can be wrong: a class named `sidebar` may be the article beside one. When little prose is left, the
//! document is read again and fewer marks are trusted ([`Trust`]).

use super::counts::{Counts, is_plain, tag};
use super::marks::{self, Trust};
use super::tag::Tag;
use super::tree::{Element, Outline, Segment, percent};
use crate::column::Column;

/// More of a stretch in links, per cent, is no text at all.
const MOST_LINKS: u32 = 80;
/// More of a group's text in links, per cent, makes it a list of links.
const GROUP_LINKS: u32 = 80;
/// Cost of a segment that is not prose to its container: a constant, and so much per word.
const COST: f64 = 2.0;
const COST_PER_WORD: f64 = 0.2;
/// Share of a value that counts one container further out.
const STEP: f64 = 0.7;
/// An element that holds nothing but one other is no step when it has so many words.
const WRAPPED: u32 = 30;
/// A card of so many words, with a heading that is a link, leads to another page: its prose counts nothing.
const CARD: u32 = 60;
/// A container that the prose after the title begins in counts so much more; so many stretches are its beginning.
const TITLED: f64 = 2.0;
const BEGINNING: usize = 3;
/// Another container of the same class belongs to the article from this share of the first one's value.
const TWIN: f64 = 0.1;
/// So does one near it, when it is prose all through: its value is so much of its words. Cards come to less.
const NEAR: f64 = 0.1;
const PURE: f64 = 0.7;
/// A stretch of fewer words that is no paragraph, heading or item is a label; a paragraph («3 min») with still fewer.
const LABEL: u32 = 5;
const SHORT_LABEL: u32 = 3;
/// A paragraph of so many words is no caption.
const PARAGRAPH: u32 = 20;
/// A part of the article's container with so many words of prose may have any name.
const NAMED_PROSE: u32 = 60;
/// How many containers up from the first one's parent count as near.
const LEVELS: u32 = 2;
/// Stretches of prose between the title and the article that belong to it: the standfirst, first paragraphs.
const OPENING: u32 = 5;
/// A standfirst needs no full stop: so many words without a link, at most so many stretches below the title.
const STANDFIRST_WORDS: u32 = 14;
const STANDFIRST: usize = 10;
/// So many words of prose are enough for an article …
const ENOUGH: u32 = 150;
/// … and fewer are when they are this share of what is found with less trust in the page's marks …
const SHARE: f64 = 0.34;
/// … or with none.
const LEAST: f64 = 0.05;

/// Whether a segment is part of the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Verdict {
    #[default]
    Article,
    /// It may be or not: it stays, and ranks low.
    Doubtful,
    Outside,
}

impl Verdict {
    fn is_kept(self) -> bool {
        self != Verdict::Outside
    }
}

/// What each segment is.
struct Reading {
    kept: Vec<Verdict>,
    /// Words of prose among them.
    prose: u32,
}

/// All that readings have in common.
#[derive(Clone, Copy)]
pub(super) struct Document<'a> {
    pub outline: &'a Outline,
    pub counts: &'a Counts,
    /// For each segment the row of a table of data that it is in.
    pub rows: &'a [Option<u32>],
    /// The document is a piece of a page, so that the title above the article belongs to it.
    pub fragment: bool,
    /// The segment of the title.
    pub title: Option<usize>,
}

/// What each segment is: read with trust in all marks of the page, and with less while too
/// little prose is found.
pub(super) fn find(document: Document) -> Vec<Verdict> {
    let first = document.read(Trust::All);
    if first.prose >= ENOUGH {
        return first.kept;
    }
    let mut readings = vec![first];
    readings.extend(Trust::STEPS.into_iter().skip(1).map(|trust| document.read(trust)));
    let last = readings.last().map_or(0, |r| r.prose);
    let marked = readings.len() - 1;
    let mut chosen = 0;
    for (i, reading) in readings.iter().enumerate().take(marked) {
        chosen = i;
        let most = readings.iter().take(marked).skip(i).map(|r| r.prose).max().unwrap_or(0);
        let found = f64::from(reading.prose);
        if reading.prose >= ENOUGH || found >= SHARE * f64::from(most) && found >= LEAST * f64::from(last) {
            break;
        }
        chosen = i + 1;
    }
    readings.into_iter().nth(chosen).map(|r| r.kept).unwrap_or_default()
}

impl Document<'_> {
    fn read(&self, trust: Trust) -> Reading {
        let set_aside = marks::set_aside(self.outline, self.counts, self.title, trust);
        let inside = self.inside(&set_aside);
        let is = |flags: &[bool], segment: &Segment| flags.get(segment.element as usize) == Some(&true);
        let keep = |s: &Segment| !is(&set_aside, s) && is(&inside, s) && s.links() <= MOST_LINKS;
        let verdict = |s| if keep(s) { Verdict::Article } else { Verdict::Outside };
        let mut kept: Vec<Verdict> = self.outline.segments.iter().map(verdict).collect();
        self.keep_named(&set_aside, &inside, trust, &mut kept);
        self.keep_opening(trust, &mut kept);
        self.fill_gaps(&set_aside, &mut kept);
        let words = kept.iter().enumerate().filter(|&(i, &k)| k.is_kept() && self.counts.is_prose(i));
        let prose = words.map(|(i, _)| self.counts.words_of(i)).sum();
        Reading { kept, prose }
    }

    /// Keeps parts of the article's container that are prose all through although a name speaks against them: headings give
    /// ids to sections («sharing changes»), and a class may say where a part stands.
    fn keep_named(&self, set_aside: &[bool], inside: &[bool], trust: Trust, kept: &mut [Verdict]) {
        let Document { outline, counts, .. } = *self;
        let marked = marks::set_aside(outline, counts, self.title, trust.max(Trust::Roles));
        // For each element the outermost one around it that only a name sets aside, and that one's words of prose.
        let mut roots: Vec<Option<u32>> = Vec::with_capacity(outline.elements.len());
        for (i, element) in outline.elements.iter().enumerate() {
            let named = set_aside.get(i) == Some(&true) && marked.get(i) == Some(&false);
            let outer = roots.get(element.parent as usize).copied().flatten();
            roots.push(if named { outer.or(Some(i as u32)) } else { None });
        }
        let root = |s: &Segment| {
            let at = s.element as usize;
            roots.get(at).copied().flatten().filter(|_| inside.get(at) == Some(&true))
        };
        let mut prose = vec![0u32; outline.elements.len()];
        for (i, segment) in outline.segments.iter().enumerate().filter(|(i, _)| counts.is_prose(*i)) {
            if let Some(sum) = root(segment).and_then(|r| prose.get_mut(r as usize)) {
                *sum += counts.words_of(i);
            }
        }
        for (segment, kept) in outline.segments.iter().zip(kept) {
            if let Some(root) = root(segment).map(|r| r as usize) {
                let sum = prose.get(root).copied().unwrap_or(0);
                if is_plain(segment) && sum >= NAMED_PROSE && sum * 2 >= counts.inside(root).words {
                    *kept = Verdict::Article;
                }
            }
        }
    }

    /// Keeps what stands between parts of the article and isn't marked as anything else, bare labels aside.
    fn fill_gaps(&self, set_aside: &[bool], kept: &mut [Verdict]) {
        let first = kept.iter().position(|k| k.is_kept()).unwrap_or(0);
        let last = kept.iter().rposition(|k| k.is_kept()).unwrap_or(0);
        for (i, segment) in self.outline.segments.iter().enumerate().take(last).skip(first) {
            let least = match tag(self.outline, segment) {
                Tag::Plain => LABEL,
                Tag::Paragraph => SHORT_LABEL,
                _ => 0,
            };
            let said = self.counts.words_of(i) >= least;
            if said
                && is_plain(segment)
                && set_aside.get(segment.element as usize) == Some(&false)
                && let Some(kept) = kept.get_mut(i).filter(|kept| !kept.is_kept())
            {
                *kept = Verdict::Doubtful;
            }
        }
    }

    /// Keeps the prose between the title and the first segment kept.
    fn keep_opening(&self, trust: Trust, kept: &mut [Verdict]) {
        let set_aside = marks::set_aside(self.outline, self.counts, self.title, trust);
        let surely = marks::set_aside(self.outline, self.counts, self.title, trust.max(Trust::SureNames));
        let segments = &self.outline.segments;
        let first = kept.iter().position(|k| k.is_kept()).unwrap_or(0);
        let above = segments.get(..first).unwrap_or_default();
        let heading = || above.iter().rposition(|s| tag(self.outline, s) == Tag::Heading(1));
        let Some(title) = self.title.filter(|&t| t < first).or_else(heading) else { return };
        let mut opening = 0;
        for (i, segment) in above.iter().enumerate().skip(title) {
            let standfirst = i > title
                && i <= title + STANDFIRST
                && self.counts.words_of(i) >= STANDFIRST_WORDS
                && segment.linked == 0
                && !matches!(tag(self.outline, segment), Tag::Item | Tag::Cell | Tag::Heading(1));
            let prose = (self.counts.is_prose(i) || standfirst) && opening < OPENING;
            // A name that articles bear, too, says nothing of a whole paragraph.
            let paragraph =
                tag(self.outline, segment) == Tag::Paragraph && self.counts.words_of(i) >= PARAGRAPH;
            let marked = if paragraph { &surely } else { &set_aside };
            if marked.get(segment.element as usize) == Some(&false)
                && (prose || self.fragment && i == title)
                && let Some(kept) = kept.get_mut(i)
            {
                *kept = Verdict::Article;
                opening += u32::from(prose);
            }
        }
    }

    /// The value of each element as a container of the article.
    fn values(&self, set_aside: &[bool]) -> Vec<f64> {
        let Document { outline, counts, .. } = *self;
        let mut values = vec![0.0; outline.elements.len()];
        let cards = self.cards();
        for (i, segment) in outline.segments.iter().enumerate() {
            let at = segment.element as usize;
            let neutral =
                set_aside.get(at).copied().unwrap_or(true) || self.rows.get(i).is_some_and(Option::is_some);
            if let Some(value) = values.get_mut(at)
                && !neutral
            {
                let own = self.segment_value(i, segment);
                *value += if cards.get(at) == Some(&true) { own.min(0.0) } else { own };
            }
        }
        for (i, element) in outline.elements.iter().enumerate().skip(1).rev() {
            // What merely wraps a part of some length is no step; cards are wrapped, too.
            let wraps = counts.fills_parent(outline, i) && counts.inside(i).words >= WRAPPED;
            let steps = element.tag.is_container() && !wraps;
            let value = values.at(i) * if steps { STEP } else { 1.0 };
            if let Some(parent) = values.get_mut(element.parent as usize) {
                *parent += value;
            }
        }
        values
    }

    /// For each element whether it is a card that leads to another page: a heading that is a link, and few words.
    fn cards(&self) -> Vec<bool> {
        let Document { outline, counts, .. } = *self;
        let holds_title = marks::around(outline, self.title);
        let mut cards = vec![false; outline.elements.len()];
        for segment in &outline.segments {
            let mut at = segment.element as usize;
            if !matches!(tag(outline, segment), Tag::Heading(_)) || segment.links() <= MOST_LINKS {
                continue;
            }
            while let Some(element) = outline.elements.get(at)
                && counts.inside(at).words < CARD
                && holds_title.get(at) == Some(&false)
                && element.parent as usize != at
                && cards.get(at) == Some(&false)
            {
                if let Some(card) = cards.get_mut(at) {
                    *card = true;
                }
                at = element.parent as usize;
            }
        }
        for (i, element) in outline.elements.iter().enumerate().skip(1) {
            if cards.get(element.parent as usize) == Some(&true)
                && let Some(card) = cards.get_mut(i)
            {
                *card = true;
            }
        }
        cards
    }

    fn segment_value(&self, index: usize, segment: &Segment) -> f64 {
        let tag = tag(self.outline, segment);
        let words = f64::from(self.counts.words_of(index));
        if matches!(tag, Tag::Heading(_)) {
            return 0.0;
        }
        if self.counts.is_prose(index) {
            return words * f64::from(100 - segment.links()) / 100.0;
        }
        if matches!(tag, Tag::Item | Tag::Code) && is_plain(segment) {
            return 0.0;
        }
        -(COST + COST_PER_WORD * words)
    }

    /// For each element whether it lies in a container of the article, and not in a list of links in there.
    fn inside(&self, set_aside: &[bool]) -> Vec<bool> {
        let Document { outline, counts, .. } = *self;
        let all = || vec![true; outline.elements.len()];
        let values = self.values(set_aside);
        let Some(best) = self.best(&values, set_aside) else { return all() };
        let Some(first) = outline.elements.get(best) else { return all() };
        let most = values.get(best).copied().unwrap_or(1.0);
        let around = self.around(best);
        let others = self.other_articles();
        let mut out: Vec<bool> = Vec::with_capacity(outline.elements.len());
        for (i, element) in outline.elements.iter().enumerate() {
            let value = values.at(i);
            let sum = counts.inside(i);
            let pure = value > PURE * f64::from(sum.words);
            // Two articles side by side are two articles.
            let twin = first.label.is_some() && element.label == first.label && element.tag == first.tag;
            let sibling = best > 0
                && i > 0
                && around.get(element.parent as usize) == Some(&true)
                && pure
                && (value > NEAR * most || !element.tag.is_container());
            let near = twin && (value > TWIN * most || pure) || sibling;
            let root = i == best || near && element.tag != Tag::Article && set_aside.get(i) == Some(&false);
            let outer = i > 0 && out.get(element.parent as usize) == Some(&true);
            let group = element.tag.is_block() && element.tag.is_container()
                || matches!(element.tag, Tag::List | Tag::Table);
            let other = others.get(i) == Some(&true);
            out.push(!other && (root || outer && !(group && percent(sum.linked, sum.letters) > GROUP_LINKS)));
        }
        out
    }

    /// For each element whether it is an article beside the one that holds the title: the next of an endless page.
    fn other_articles(&self) -> Vec<bool> {
        let elements = &self.outline.elements;
        let holds_title = marks::around(self.outline, self.title);
        let mut parents = vec![false; elements.len()];
        let articles = || elements.iter().zip(&holds_title).filter(|(e, _)| e.tag == Tag::Article);
        for (element, _) in articles().filter(|(_, holds)| **holds) {
            if let Some(parent) = parents.get_mut(element.parent as usize) {
                *parent = true;
            }
        }
        let beside = |e: &Element| e.tag == Tag::Article && parents.get(e.parent as usize) == Some(&true);
        elements.iter().zip(&holds_title).map(|(e, &holds)| beside(e) && !holds).collect()
    }

    /// For each element whether it is one of the first containers around `best`, what merely wraps another not counted.
    fn around(&self, best: usize) -> Vec<bool> {
        let mut out = vec![false; self.outline.elements.len()];
        let (mut at, mut level) = (best, 0);
        while level < LEVELS
            && let Some(element) = self.outline.elements.get(at)
            && element.parent as usize != at
        {
            level += u32::from(!self.counts.fills_parent(self.outline, at));
            at = element.parent as usize;
            if let Some(flag) = out.get_mut(at) {
                *flag = true;
            }
        }
        out
    }

    /// The container of most value, the innermost of equals; `None` when there is no prose.
    fn best(&self, values: &[f64], set_aside: &[bool]) -> Option<usize> {
        let titled = self.beginning(set_aside);
        let (mut best, mut most) = (0, 0.0);
        for (i, (&value, &titled)) in values.iter().zip(&titled).enumerate() {
            let value = if titled { TITLED * value } else { value };
            if value > 0.0 && value >= most {
                (best, most) = (i, value);
            }
        }
        // A paragraph or a list is no container of an article.
        while let Some(element) = self.outline.elements.get(best)
            && !element.tag.is_container()
            && element.parent as usize != best
        {
            best = element.parent as usize;
        }
        (most > 0.0).then_some(best)
    }

    /// For each element whether it holds the beginning of the prose that follows the title.
    fn beginning(&self, set_aside: &[bool]) -> Vec<bool> {
        let Document { outline, counts, .. } = *self;
        let mut out = vec![false; outline.elements.len()];
        let Some(title) = self.title else { return out };
        let segments = outline.segments.iter().enumerate().skip(title);
        let prose = segments
            .filter(|(i, s)| counts.is_prose(*i) && set_aside.get(s.element as usize) == Some(&false));
        for (_, segment) in prose.take(BEGINNING) {
            let mut at = segment.element as usize;
            while let Some(flag) = out.get_mut(at)
                && !*flag
            {
                *flag = true;
                at = outline.elements.get(at).map_or(at, |e| e.parent as usize);
            }
        }
        out
    }
}
