//! How much each block speaks for being part of the article: a linear model over what is known of the block and its
//! neighbours, and the main run, the stretch of blocks that weighs most.
//!
//! The weights were fitted (logistic regression, cross-validated by page) on saved pages whose article people had
//! marked, on cuttings of them and on clean texts. Many features count by how page-like the paste is: in a paste that
//! is all article there is nothing to be told apart.

use std::ops::Range;

use super::cue_phrases::Strength;
use super::page_features::{BlockFeatures, PageFeatures};
use crate::hash_table::first_occurrence;
use crate::page::{BlockKind, Page, Reason};

/// What the model says.
pub(super) struct Weighing {
    /// For each block, positive for the article.
    pub weights: Vec<f64>,
    /// The title's block.
    pub title: Option<usize>,
    /// How page-like the paste is, 0 to 1.
    pub page_likeness: f64,
    /// The main run.
    pub main_content: Range<usize>,
    /// A list that goes on after it.
    pub list: Range<usize>,
}

/// Labels that no cue explains, of which half a page's centrality comes.
const LABELS: f64 = 25.0;

/// Weighs the blocks.
#[inline(never)]
pub(super) fn weigh(page: &Page, features: &PageFeatures) -> Weighing {
    let blocks = &features.blocks;
    let unexplained =
        |f: &&BlockFeatures| !f.ends && f.words <= 12 && !f.is_date() && strong(features, f).next().is_none();
    let labels = blocks.iter().filter(unexplained).count() as f64;
    // Where the page's own structure is known, its furniture is too, and the rest is all article.
    let structured = page.blocks.iter().any(|b| b.links.is_some());
    let page_likeness = if structured { 0.0 } else { labels / (labels + LABELS) };
    let first = first_weights(page, features);
    let run = main_content(&first);
    let terms = run_terms(features, &run);
    let title = title(page, features, &first, &run, &terms);
    let context =
        BlockContext { page, features, first: &first, run: run.clone(), terms: &terms, title, page_likeness };
    let weights = context.weights();
    // What speaks against a block counts less for the run the less page-like the paste is.
    let sized: Vec<f64> = weights
        .iter()
        .zip(blocks)
        .map(|(&w, f)| (if w > 0.0 { w } else { w * page_likeness }) * f64::from(f.words + 1).sqrt())
        .collect();
    let run = main_content(&sized);
    let last = run.clone().rev().find(|&i| first.get(i).is_some_and(|&w| w > 0.0));
    let end = last.map_or(run.end, |last| last + 1);
    let list = end..list_after(features, &terms, end);
    Weighing { weights, title, page_likeness, main_content: run, list }
}

/// How far lists of figures and names (dates of a tour, results) go on after the run: three lines or more under a line
/// that leads to them.
fn list_after(features: &PageFeatures, terms: &[u8], end: usize) -> usize {
    let blocks = &features.blocks;
    let clean = |f: &BlockFeatures| !f.ends && strong(features, f).next().is_none() && !f.is_date();
    let mut at = end;
    let leads = |f: &BlockFeatures| {
        let (shared, all) = overlap(features, f, terms, 1);
        clean(f) && f.words >= 2 && shared * 2 >= all
    };
    if blocks.get(at).is_some_and(leads) {
        at += 1;
    }
    let items = blocks.get(at..).unwrap_or_default();
    let length =
        items.iter().take_while(|f| clean(f) && f.figures > 0 && f.words >= 4 && f.words <= 20).count();
    if length >= 3 { at + length } else { end }
}

/// The contiguous run with the largest sum, in one pass.
fn main_content(weights: &[f64]) -> Range<usize> {
    let (mut best, mut run) = (0.0, 0..0);
    let (mut sum, mut start) = (0.0, 0);
    for (i, weight) in weights.iter().enumerate() {
        if sum <= 0.0 {
            sum = 0.0;
            start = i;
        }
        sum += weight;
        if sum > best {
            best = sum;
            run = start..i + 1;
        }
    }
    run
}

/// The strong cues of a block.
pub(super) fn strong<'a>(
    features: &'a PageFeatures,
    fact: &BlockFeatures,
) -> impl Iterator<Item = Reason> + use<'a> {
    let cues = features.cues.get(fact.cues.clone()).unwrap_or_default();
    cues.iter().filter(|h| h.strength != Strength::Weak).map(|h| h.reason)
}

/// The first, simple weights: prose counts by its words, everything else against.
fn first_weights(page: &Page, features: &PageFeatures) -> Vec<f64> {
    let weight = |(block, fact): (&crate::page::Block, &BlockFeatures)| {
        let mut comments = false;
        let mut cued = false;
        for reason in strong(features, fact) {
            comments |= reason == Reason::Comments;
            cued |= matches!(
                reason,
                Reason::Consent
                    | Reason::Comments
                    | Reason::Subscribe
                    | Reason::Rights
                    | Reason::Paywall
                    | Reason::Interface
            );
        }
        let running = matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::ListItem);
        let linked = block.links.is_some_and(|l| l > 50) || block.is_boilerplate;
        if running && fact.ends && fact.words >= 10 && !cued && !linked && weak_consent(features, fact) < 2 {
            f64::from(fact.words)
        } else {
            -6.0 - 0.3 * f64::from(fact.words.min(30)) - if comments { 40.0 } else { 0.0 }
        }
    };
    page.blocks.iter().zip(&features.blocks).map(weight).collect()
}

fn weak_consent(features: &PageFeatures, fact: &BlockFeatures) -> usize {
    let cues = features.cues.get(fact.cues.clone()).unwrap_or_default();
    cues.iter().filter(|h| h.strength == Strength::Weak && h.reason == Reason::Consent).count()
}

/// In how many blocks of the run each term is; no more than three are told apart.
fn run_terms(features: &PageFeatures, run: &Range<usize>) -> Vec<u8> {
    let mut counts = vec![0u8; features.numbers];
    let mut last = vec![u32::MAX; features.numbers];
    for (i, fact) in features.blocks.iter().enumerate().take(run.end).skip(run.start) {
        for &term in features.terms.get(fact.terms.clone()).unwrap_or_default() {
            if let (Some(count), Some(last)) = (counts.get_mut(term as usize), last.get_mut(term as usize))
                && term != 0
                && *last != i as u32
            {
                *last = i as u32;
                *count = (*count + 1).min(3);
            }
        }
    }
    counts
}

/// Of a block's content words: how many occur in `least` or more blocks of the run, and how many there are.
fn overlap(features: &PageFeatures, fact: &BlockFeatures, terms: &[u8], least: u8) -> (usize, usize) {
    let own = features.terms.get(fact.terms.clone()).unwrap_or_default();
    let mut shared = 0;
    let mut all = 0;
    for &term in own.iter().filter(|&&t| t != 0).take(200) {
        all += 1;
        shared += usize::from(terms.get(term as usize).is_some_and(|&c| c >= least));
    }
    (shared, all)
}

/// The line before the run that shares most of its words with it.
#[inline(never)]
fn title(
    page: &Page,
    features: &PageFeatures,
    first: &[f64],
    run: &Range<usize>,
    terms: &[u8],
) -> Option<usize> {
    let mut best: Option<(f64, usize)> = None;
    for (i, (fact, block)) in features.blocks.iter().zip(&page.blocks).enumerate().take(run.start + 1) {
        let long = fact.words > 25 || fact.ends && fact.words > 18;
        let running = fact.ends && fact.sentences > 1 || fact.credit;
        if long || running || fact.words < 2 || fact.is_date() || strong(features, fact).next().is_some() {
            continue;
        }
        if block.is_boilerplate
            || matches!(block.kind, BlockKind::ListItem | BlockKind::Table | BlockKind::Code)
        {
            continue;
        }
        let (shared, all) = overlap(features, fact, terms, 1);
        let marked = if block.kind == BlockKind::Heading && block.level == 1 { 1.0 } else { 0.0 };
        let score = shared as f64 - 0.7 * (all - shared) as f64 - 0.02 * (run.start - i) as f64
            + if fact.ends && block.kind != BlockKind::Heading { -3.0 } else { 1.0 }
            - if i > 0 && first.get(i - 1).is_some_and(|&w| w > 0.0) { 2.0 } else { 0.0 }
            + marked;
        if shared > 0 && best.is_none_or(|(b, _)| score > b) {
            best = Some((score, i));
        }
    }
    best.map(|(_, i)| i)
}

/// All that the features are computed from.
struct BlockContext<'a> {
    page: &'a Page,
    features: &'a PageFeatures,
    first: &'a [f64],
    run: Range<usize>,
    terms: &'a [u8],
    title: Option<usize>,
    page_likeness: f64,
}

/// Running sums over the blocks: sums of any window in two look-ups.
struct Sums(Vec<u32>);

impl Sums {
    fn new(values: impl Iterator<Item = u32>) -> Sums {
        let mut sums = vec![0];
        let mut sum = 0u32;
        sums.extend(values.map(|v| {
            sum = sum.saturating_add(v);
            sum
        }));
        Sums(sums)
    }

    /// The sum over blocks `i - reach ..= i + reach`.
    fn around(&self, i: usize, reach: usize) -> f64 {
        let last = self.0.len() - 1;
        let at = |i: usize| self.0.get(i.min(last)).copied().unwrap_or(0);
        f64::from(at(i + reach + 1) - at(i.saturating_sub(reach)))
    }
}

impl BlockContext<'_> {
    #[inline(never)]
    fn weights(&self) -> Vec<f64> {
        let blocks = &self.features.blocks;
        let has_cue = |f: &BlockFeatures| u32::from(strong(self.features, f).next().is_some());
        let prose = |i: usize| self.first.get(i).is_some_and(|&w| w > 0.0);
        let words = Sums::new(blocks.iter().map(|f| f.words));
        let good = Sums::new(blocks.iter().enumerate().map(|(i, f)| if prose(i) { f.words } else { 0 }));
        let cues = Sums::new(blocks.iter().map(has_cue));
        let dates = Sums::new(blocks.iter().map(|f| u32::from(f.is_date())));
        let total = words.0.last().copied().unwrap_or(0).max(1);
        let share = f64::from(good.0.last().copied().unwrap_or(0)) / f64::from(total);
        let labels = label_runs(blocks);
        let repeated = repeated(blocks);
        let mut comments = 0.0;
        let mut since_related = 99;
        let mut out = Vec::with_capacity(blocks.len());
        for (i, fact) in blocks.iter().enumerate() {
            since_related += 1;
            for reason in strong(self.features, fact).filter(|_| fact.words < 12) {
                match reason {
                    Reason::Comments if i >= self.run.start => comments = f64::min(comments + 1.0, 3.0),
                    Reason::Related => since_related = 0,
                    _ => {}
                }
            }
            // The share of prose among the neighbours' words.
            let near = |reach: usize| {
                let own = f64::from(fact.words);
                let all = words.around(i, reach) - own;
                let good = good.around(i, reach) - if prose(i) { own } else { 0.0 };
                if all > 0.0 { good / all } else { 0.5 }
            };
            let label_run = f64::from(labels.get(i).copied().unwrap_or(0));
            let repeats = repeated.get(i).copied().unwrap_or(false);
            let g = self.page_likeness;
            let mut weight = self.own(fact)
                - 0.87 * flag(repeats)
                - 4.66 * comments
                - 2.63 * flag(since_related <= 6 && !prose(i));
            weight += g
                * (self.place(i, fact, prose(i)) + 1.81 * near(1)
                    - 0.90 * near(4)
                    - 3.61 * cues.around(i, 2) / 5.0
                    - 5.22 * dates.around(i, 5) / 11.0
                    + 1.85 * flag(!fact.ends || fact.words < 6) * (1.0 - share)
                    + 0.78 * libm::log(1.0 + label_run)
                    - 1.57 * flag(fact.ends)
                    - 1.70);
            weight += self.structure(i);
            out.push(weight);
        }
        out
    }

    /// What the block itself says.
    fn own(&self, fact: &BlockFeatures) -> f64 {
        let cues = self.features.cues.get(fact.cues.clone()).unwrap_or_default();
        let strong = cues.iter().filter(|h| h.strength != Strength::Weak).count() as f64;
        let weak = (cues.len() as f64 - strong).min(3.0);
        let words = f64::from(fact.words);
        let tokens = f64::from(fact.tokens.max(1));
        -2.38 + 0.84 * libm::log(1.0 + words) + flag(fact.ends) * (2.26 + 0.61 * words.min(30.0) / 30.0)
            - 1.51 * flag(strong > 0.0)
            + 0.86 * 5.0 * strong / (1.0 + words)
            - 1.12 * weak
            - 2.05 * f64::from(fact.covered) / tokens
            - 1.15 * flag(fact.is_date())
            + 3.55 * f64::from(fact.figures) / tokens
            - 2.82 * flag(fact.parts > 1)
            - 1.47 * flag(fact.credit)
    }

    /// What its place says, and the words that it shares with the run.
    fn place(&self, i: usize, fact: &BlockFeatures, prose: bool) -> f64 {
        let inside = self.run.contains(&i);
        let (shared, all) = overlap(self.features, fact, self.terms, if inside { 2 } else { 1 });
        let distance = match () {
            () if inside => 0,
            () if i < self.run.start => self.run.start - i,
            () => i + 1 - self.run.end,
        };
        let between = self.title.is_some_and(|t| t < i && i < self.run.start);
        let apart = self.page.blocks.get(i).is_some_and(|b| b.apart);
        1.56 * shared as f64 / all.max(1) as f64 + 1.31 * flag(apart) + 0.83 * flag(between && prose)
            - 1.56 * libm::log(1.0 + distance as f64)
            + 1.06 * flag(i >= self.run.end)
    }

    /// What the page's own structure says, where it is known.
    fn structure(&self, i: usize) -> f64 {
        let Some(block) = self.page.blocks.get(i) else { return 0.0 };
        let links = block.links.map_or(0.0, |l| f64::from(l) / 100.0);
        -6.0 * flag(block.is_boilerplate) - 4.0 * links * links
    }
}

fn flag(is: bool) -> f64 {
    f64::from(u8::from(is))
}

/// For each block, the length of the run of labels that it is in.
fn label_runs(blocks: &[BlockFeatures]) -> Vec<u32> {
    let mut out = vec![0; blocks.len()];
    let mut start = 0;
    for i in 0..=blocks.len() {
        if blocks.get(i).is_some_and(|f| !f.ends && f.words <= 12) {
            continue;
        }
        let length = (i - start) as u32;
        out.iter_mut().take(i).skip(start).for_each(|slot| *slot = length);
        start = i + 1;
    }
    out
}

/// For each block, whether another one says the same.
fn repeated(blocks: &[BlockFeatures]) -> Vec<bool> {
    let hashes: Vec<u64> = blocks.iter().map(|f| f.hash).collect();
    let mut out = vec![false; blocks.len()];
    for (i, first) in first_occurrence(&hashes).into_iter().enumerate() {
        if first < i as u32 && blocks.get(i).is_some_and(|f| f.words > 0) {
            for block in [first as usize, i] {
                out.get_mut(block).into_iter().for_each(|repeated| *repeated = true);
            }
        }
    }
    out
}
