//! What is said twice stays once: the title again, a teaser above the lead, a pull quote, a sentence.

use super::page_features::{BlockFeatures, PageFeatures};
use crate::hash::mix;
use crate::hash_table::first_occurrence;
use crate::page::{BlockKind, Page, Reason};
use crate::sentence::SentenceSpan;
use crate::sort;
use crate::token::Tokens;

/// The fewest words of a sentence that counts as said again.
const WORDS: u32 = 4;
/// More of a text said again, per cent, is no copy of a part of it.
const MEANT: u64 = 55;
/// Tokens by which a passage is looked up.
const PROBE: usize = 5;

/// Marks blocks that repeat the title, or stand whole inside another block.
#[inline(never)]
pub(super) fn blocks(page: &mut Page, features: &PageFeatures, title: Option<usize>) {
    let title_hash = title.and_then(|t| features.blocks.get(t)).map(|f| f.hash);
    for (i, fact) in features.blocks.iter().enumerate() {
        if let Some(block) = page.blocks.get_mut(i)
            && block.dropped.is_none()
            && Some(i) != title
            && Some(fact.hash) == title_hash
        {
            block.dropped = Some(Reason::Repeated);
        }
    }
    passages(page, features, title);
}

/// Short blocks whose words stand, all and in order, inside a longer one: the longer one keeps them.
fn passages(page: &mut Page, features: &PageFeatures, title: Option<usize>) {
    let kept =
        |i: usize| page.blocks.get(i).is_some_and(|b| b.dropped.is_none() && b.kind != BlockKind::Table);
    let mut probes: Vec<u64> = Vec::new();
    for (i, fact) in features.blocks.iter().enumerate() {
        let terms = terms_of(features, fact);
        let content = terms.iter().filter(|&&t| t != 0).count();
        let sized = fact.sentences <= 3 && (PROBE..=80).contains(&terms.len()) && content >= 3;
        if kept(i) && Some(i) != title && sized {
            probes.push(packed(probe(terms), i));
        }
    }
    sort::sort(&mut probes);
    let found = inside_others(features, &probes, &kept);
    for other in found {
        if let Some(block) = page.blocks.get_mut(other)
            && block.kind != BlockKind::Heading
        {
            block.dropped = Some(Reason::Repeated);
        }
    }
}

/// Those of the candidates, told by their first words, that stand inside a longer block.
fn inside_others(features: &PageFeatures, probes: &[u64], kept: &dyn Fn(usize) -> bool) -> Vec<usize> {
    // Most places are told by some bits of the hash to begin none of them.
    let mut begins = vec![false; (16 * probes.len()).next_power_of_two()];
    let mask = begins.len() - 1;
    let slot = |hash: u64| (hash >> 32) as usize & mask;
    for &probe in probes {
        if let Some(begin) = begins.get_mut(slot(probe)) {
            *begin = true;
        }
    }
    let mut found = Vec::new();
    for (i, fact) in features.blocks.iter().enumerate() {
        let own = terms_of(features, fact);
        if probes.is_empty() || !kept(i) {
            continue;
        }
        for at in 0..own.len().saturating_sub(PROBE - 1) {
            let rest = own.get(at..).unwrap_or_default();
            let key = probe(rest);
            if begins.get(slot(key)) != Some(&true) {
                continue;
            }
            let from = probes.partition_point(|&p| p >> 32 < key >> 32);
            let alike = probes.get(from..).unwrap_or_default().iter().take_while(|&&p| p >> 32 == key >> 32);
            // Of blocks that open alike only a few are tried.
            for &packed in alike.take(4) {
                let other = packed as u32 as usize;
                let passage = features.blocks.get(other).map_or(&[][..], |f| terms_of(features, f));
                if other != i && passage.len() < own.len() && rest.starts_with(passage) {
                    found.push(other);
                }
            }
        }
    }
    found
}

fn terms_of<'a>(features: &'a PageFeatures, fact: &BlockFeatures) -> &'a [u32] {
    features.terms.get(fact.terms.clone()).unwrap_or_default()
}

/// The upper half of a hash, and an index.
fn packed(hash: u64, index: usize) -> u64 {
    hash >> 32 << 32 | index as u64
}

fn probe(terms: &[u32]) -> u64 {
    terms.iter().take(PROBE).fold(0, |h, &t| mix(h, u64::from(t)))
}

/// Marks sentences said before.
pub(super) fn sentences(page: &Page, tokens: &Tokens, sentences: &mut [SentenceSpan]) {
    let mut tokens = tokens.list.iter();
    let mut token = tokens.next();
    let mut hash = |(i, sentence): (usize, &SentenceSpan)| {
        let (mut hash, mut words) = (0u64, 0);
        while let Some(here) = token.filter(|t| t.span.start < sentence.span.end) {
            if here.span.start >= sentence.span.start {
                hash = mix(hash, u64::from(here.form()) + 1);
                words += 1;
            }
            token = tokens.next();
        }
        let kind = page.blocks.get(sentence.block as usize).map(|b| b.kind);
        let running = !matches!(kind, Some(BlockKind::Heading | BlockKind::Code | BlockKind::Table));
        // What doesn't count has a number of its own.
        if words >= WORDS && running && sentence.dropped.is_none() { hash } else { i as u64 }
    };
    let hashes: Vec<u64> = sentences.iter().enumerate().map(&mut hash).collect();
    let first = first_occurrence(&hashes);
    let bytes =
        |spans: &mut dyn Iterator<Item = &SentenceSpan>| -> u64 { spans.map(|s| s.span.len() as u64).sum() };
    let all = bytes(&mut sentences.iter().filter(|s| s.dropped.is_none()));
    let again = sentences.iter().zip(&first).enumerate().filter(|(i, (_, first))| **first < *i as u32);
    // A text that says most of what it says again, a litany or a sample, is meant to.
    if bytes(&mut again.map(|(_, (sentence, _))| sentence)) * 100 > all * MEANT {
        return;
    }
    for (i, (sentence, first)) in sentences.iter_mut().zip(first).enumerate() {
        if first < i as u32 {
            sentence.dropped = Some(Reason::Repeated);
        }
    }
}
