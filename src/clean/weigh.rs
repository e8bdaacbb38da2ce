//! How much each block speaks for being part of the article: a linear model over what is known of the block and its
//! neighbours, and the main run, the stretch of blocks that weighs most.
//!
//! The weights were fitted (logistic regression, cross-validated by page) on saved pages whose article people had
//! marked, on cuttings of them and on clean texts. Many features count by how page-like the paste is: in a paste that
//! is all article there is nothing to be told apart.

use std::ops::Range;

use super::cue_phrases::Strength;
use super::label;
use super::model::{self, WEIGHTS};
use super::neighbours::{Sums, repeated, to_prose};
use super::page_features::{BlockFeatures, PageFeatures};
use crate::column::Column;
use crate::logarithm::Logs;
use crate::page::{BlockKind, Page, Reason};

/// The weights of the blocks, and what follows from them.
pub(super) struct Weighing {
    /// For each block, positive for the article.
    pub weights: Vec<f64>,
    /// The title's block.
    pub title: Option<usize>,
    /// How page-like the paste is, 0 to 1.
    pub page_likeness: f64,
    /// The main run.
    pub main_content: Range<usize>,
    /// For each block whether it lies in the article: in the main content, or in another run of blocks.
    pub runs: Vec<bool>,
    /// A list that goes on after it.
    pub list: Range<usize>,
}

/// Number of unexplained labels at which page likeness reaches one half.
const LABELS: f64 = 25.0;

/// Weighs the blocks.
#[inline(never)]
pub(super) fn weigh(page: &Page, features: &PageFeatures) -> Weighing {
    let blocks = &features.blocks;
    let context = BlockContext::new(page, features);
    let title = title(&context);
    let (page_likeness, terms) = (context.page_likeness, &context.terms);
    if context.is_structured {
        return Weighing {
            weights: context.first,
            title,
            page_likeness,
            main_content: context.run,
            runs: Vec::new(),
            list: 0..0,
        };
    }
    let mut weights = Vec::with_capacity(blocks.len());
    context.each_row(&mut |row| weights.push(model::weigh(row)));
    let sized = |(&weight, fact): (&f64, &BlockFeatures)| weight * f64::from(fact.words + 1).sqrt();
    let sized: Vec<f64> = weights.iter().zip(blocks).map(sized).collect();
    let run = main_content(&sized);
    let words: u32 = run.clone().filter_map(|i| blocks.get(i)).map(|f| f.words).sum();
    let runs = runs(&sized, if words > model::LONG { model::RUN_BESIDE_LONG } else { model::RUN });
    let last = run.clone().rev().find(|&i| context.first.get(i).is_some_and(|&w| w > 0.0));
    let end = last.map_or(run.end, |last| last + 1);
    let list = end..list_after(features, terms, end);
    Weighing { weights, title, page_likeness, main_content: run, runs, list }
}

/// Features of a block.
pub(super) const FEATURES: usize = WEIGHTS.len();

/// Their names.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    WEIGHTS.iter().map(|&(name, _)| name)
}

/// The features of each block.
pub(super) fn rows(page: &Page, features: &PageFeatures) -> Vec<[f64; FEATURES]> {
    let mut out = Vec::new();
    BlockContext::new(page, features).each_row(&mut |row| out.push(*row));
    out
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

/// For each block whether it lies in one of the runs whose sum is largest when each run costs `cost`.
fn runs(weights: &[f64], cost: f64) -> Vec<bool> {
    let (mut inside, mut outside) = (f64::NEG_INFINITY, 0.0);
    // For each block: a run that goes on to it began before it; the one before was in a run that ended.
    let mut steps: Vec<(bool, bool)> = Vec::with_capacity(weights.len());
    for &weight in weights {
        let goes_on = inside >= outside - cost;
        let ended = inside > outside;
        let next = if goes_on { inside } else { outside - cost } + weight;
        outside = if ended { inside } else { outside };
        inside = next;
        steps.push((goes_on, ended));
    }
    let mut within = inside > outside;
    let mut out = vec![false; weights.len()];
    for (flag, (goes_on, ended)) in out.iter_mut().zip(steps).rev() {
        *flag = within;
        within = if within { goes_on } else { ended };
    }
    out
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

/// In how many of the blocks each term is; no more than three are told apart.
fn block_terms(features: &PageFeatures, blocks: impl Iterator<Item = usize>) -> Vec<u8> {
    let mut counts = vec![0u8; features.numbers];
    let mut last = vec![u32::MAX; features.numbers];
    for i in blocks {
        let Some(fact) = features.blocks.get(i) else { break };
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
fn title(context: &BlockContext) -> Option<usize> {
    let BlockContext { page, features, first, run, .. } = context;
    // A call to subscribe in the middle names the site, not the subject.
    let prose = |i: &usize| first.get(*i).is_some_and(|&weight| weight > 0.0);
    let terms = &block_terms(features, run.clone().filter(prose));
    let mut best: Option<(f64, usize)> = None;
    for (i, (fact, block)) in features.blocks.iter().zip(&page.blocks).enumerate().take(run.start + 1) {
        let long = fact.words > 25 || fact.ends && fact.words > 18;
        let running = fact.ends && fact.sentences > 1 || fact.credit;
        let text = page.block_text(block);
        let dated = fact.is_date() && !fact.is_dated_headline();
        let tagged = label::is_byline(features, fact, text) || label::is_labelled(features, fact);
        // `200 g butter`
        let measure = text.starts_with(|c: char| c.is_ascii_digit()) && fact.words <= 4;
        if long || running || fact.words < 2 || dated || tagged || measure {
            continue;
        }
        if block.is_boilerplate
            || matches!(block.kind, BlockKind::ListItem | BlockKind::Table | BlockKind::Code)
        {
            continue;
        }
        let (shared, all) = overlap(features, fact, terms, 1);
        let stated = fact.ends && block.kind != BlockKind::Heading && !label::exclaims(text);
        let marked = if block.kind == BlockKind::Heading && block.level == 1 { 1.0 } else { 0.0 };
        let score = shared as f64 - 0.7 * (all - shared) as f64 - 0.02 * (run.start - i) as f64
            + if stated { -3.0 } else { 1.0 }
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
    /// First, simple weights, the run of blocks that weighs most by them, and in how many of its blocks each term is.
    first: Vec<f64>,
    run: Range<usize>,
    terms: Vec<u8>,
    /// The page's own structure is known.
    is_structured: bool,
    page_likeness: f64,
}

impl<'a> BlockContext<'a> {
    fn new(page: &'a Page, features: &'a PageFeatures) -> BlockContext<'a> {
        let unexplained = |f: &&BlockFeatures| {
            !f.ends && f.words <= 12 && !f.is_date() && strong(features, f).next().is_none()
        };
        let labels = features.blocks.iter().filter(unexplained).count() as f64;
        // Where the page's own structure is known, its boilerplate is too, and the rest is all article.
        let is_structured = page.blocks.iter().any(|b| b.links.is_some());
        let page_likeness = if is_structured { 0.0 } else { labels / (labels + LABELS) };
        let first = first_weights(page, features);
        let run = main_content(&first);
        let terms = block_terms(features, run.clone());
        BlockContext { page, features, first, run, terms, is_structured, page_likeness }
    }

    /// Calls `found` with the features of [`model::WEIGHTS`] for each block, in document order.
    #[inline(never)]
    fn each_row(&self, found: &mut dyn FnMut(&[f64; FEATURES])) {
        let blocks = &self.features.blocks;
        let prose = |i: usize| self.first.get(i).is_some_and(|&w| w > 0.0);
        let has_cue = |f: &BlockFeatures| strong(self.features, f).next().is_some();
        let cues = Sums::new(blocks.iter().map(|f| u32::from(has_cue(f))));
        let words = |is: &dyn Fn(usize) -> bool| -> f64 {
            blocks.iter().enumerate().filter(|(i, _)| is(*i)).map(|(_, f)| f64::from(f.words)).sum()
        };
        let share = words(&prose) / words(&|_| true).max(1.0);
        let repeated = repeated(blocks);
        let (since, until) = to_prose(blocks.len(), &prose);
        let logs = Logs::new();
        let ln = |count: u32| logs.of(count);
        let length = |i: Option<usize>| ln(i.and_then(|i| blocks.get(i)).map_or(0, |f| f.words));
        let count = blocks.len();
        let mut comments = 0.0;
        for (i, (fact, block)) in blocks.iter().zip(&self.page.blocks).enumerate() {
            if i >= self.run.start && fact.words < 12 {
                let heads = strong(self.features, fact).filter(|&reason| reason == Reason::Comments).count();
                comments = f64::min(comments + heads as f64, 3.0);
            }
            let inside = self.run.contains(&i);
            let (shared, all) = overlap(self.features, fact, &self.terms, if inside { 2 } else { 1 });
            let apart = |distances: &[u32]| ln(distances.at(i));
            found(&[
                self.page_likeness,
                share,
                ln(fact.words),
                flag(fact.ends) * f64::from(fact.words.min(30)) / 30.0,
                flag(has_cue(fact)),
                flag(fact.is_date()),
                flag(repeated.get(i) == Some(&true)),
                f64::from(fact.upper) / f64::from(fact.tokens.max(1)),
                flag(block.kind == BlockKind::Heading),
                flag(block.kind == BlockKind::Table),
                flag(block.apart),
                comments,
                cues.around(i, 6) / 13.0,
                length(i.checked_sub(1)),
                length(Some(i + 1)),
                apart(&since),
                apart(&until),
                i as f64 / count as f64,
                ln(i as u32),
                ln((count - i) as u32),
                flag(inside),
                flag(i < self.run.start),
                shared as f64 / all.max(1) as f64,
            ]);
        }
    }
}

fn flag(is: bool) -> f64 {
    f64::from(u8::from(is))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(weights: &[f64], cost: f64) -> Vec<usize> {
        runs(weights, cost).into_iter().enumerate().filter(|(_, inside)| *inside).map(|(i, _)| i).collect()
    }

    #[test]
    fn an_article_in_several_stretches_is_several_runs() {
        let weights = [-2.0, 9.0, 8.0, -1.0, 7.0, -20.0, -9.0, 6.0, 5.0, -8.0, 2.0];
        assert_eq!(places(&weights, 3.0), [1, 2, 3, 4, 7, 8]);
        // What is worth less than its cost stays with the rest.
        assert_eq!(places(&weights, 12.0), [1, 2, 3, 4]);
        assert_eq!(places(&weights, 0.0), [1, 2, 4, 7, 8, 10]);
        assert_eq!(places(&[-1.0, -2.0], 1.0), []);
        assert_eq!(places(&[], 1.0), []);
    }
}
