//! Words to weighted keyphrases.
//!
//! Candidates are runs of one to four words that no stop word begins or ends and no punctuation breaks. Each is
//! weighed by a handful of plain measures in the tradition of YAKE (Campos et al. 2020: case, place, spread) and RAKE
//! (Rose et al. 2010: runs between stop words); the weights below say what each is worth.

mod candidate;
mod fitness;

use crate::article::Article;
use crate::column::Column;
use crate::digest::Keyword;
use crate::entity::Entities;
use crate::logarithm::Logs;
use crate::phrase_trie::ROOT;
use crate::span::Span;
use crate::word::each_folded_word;
use candidate::{Candidate, Candidates, LONGEST};

/// What the article is about.
#[derive(Debug, Default)]
pub(crate) struct Keywords {
    /// The heaviest keyphrases, heaviest first.
    pub list: Vec<Keyword>,
    /// For each of [`crate::word::Words::terms`] its weight as a single word, 0 for function words; the heaviest has 1.
    pub term_weights: Vec<f64>,
}

/// Keyphrases in a digest, at most.
const KEPT: usize = 20;

/// Candidates that are looked at before what is part of another is dropped.
const CONSIDERED: usize = 40;

// What a candidate's measures are worth, in natural logarithms of the odds that a person would mark it; fitted by
// logistic regression on documents with marked keyphrases in three languages. Zero ignores the measure.

/// ln(1 + occurrences), summed over its words, 0.7 upwards: higher prefers long phrases of frequent words.
const WORDS: f64 = 0.242;
/// Words beyond two, 0–2: without it the sum would favour the longest.
const BEYOND_TWO: f64 = -0.962;
/// ln(1 + words before its first occurrence), 0 upwards: below zero prefers what comes early.
const PLACE: f64 = -0.244;
/// Share of its occurrences whose content words are all parts of names, 0–1: higher prefers names.
const NAMES: f64 = 1.01;
/// ln(1 + occurrences), 0.7 upwards: higher prefers what is repeated, be it inside longer phrases.
const COUNT: f64 = 0.364;
/// ln(1 + occurrences between stop words or punctuation on both sides), 0 upwards: higher prefers whole phrases.
const WHOLE: f64 = 1.575;
/// 1 when the title has all its words: higher prefers what the title is about.
const TITLED: f64 = 0.7;
/// Mean letters per word, 2 upwards: higher prefers long words.
const LETTERS: f64 = 0.131;

/// Finds the keyphrases of the article.
#[inline(never)]
pub(crate) fn find(article: &Article, entities: &Entities) -> Keywords {
    let frequency = frequencies(article);
    let candidates = candidate::gather(article, entities, &frequency);
    let ln = Logs::new();
    let in_title = title_terms(article);
    let mut scored: Vec<(f64, u32)> = Vec::new();
    let mut term_weights = vec![f64::NEG_INFINITY; frequency.len()];
    for number in 1..candidates.phrases.len() as u32 {
        let Some(candidate) = candidates.of.get(number as usize) else { continue };
        if candidate.count == 0 {
            continue;
        }
        let score = score(&candidates, number, candidate, &frequency, &in_title, &ln);
        if let (ROOT, term) = candidates.phrases.split(number)
            && let Some(slot) = term_weights.get_mut(term as usize)
        {
            *slot = score;
        }
        if candidate.unfit * 2 < candidate.count {
            insert(&mut scored, (score, number));
        }
    }
    let mut best = f64::NEG_INFINITY;
    for &weight in &term_weights {
        best = f64::max(best, weight);
    }
    for weight in &mut term_weights {
        *weight = if weight.is_finite() { share(*weight, best) } else { 0.0 };
    }
    explain(&candidates, &mut scored);
    let list = if is_unspaced(article) { repeats(entities) } else { show(article, &candidates, &scored) };
    Keywords { list, term_weights }
}

/// Whether most of the text is written without spaces between words.
fn is_unspaced(article: &Article) -> bool {
    article.words.words.iter().filter(|w| w.is_unspaced()).count() * 2 > article.words.words.len()
}

/// Without spaces between words, the repeats that are found as names are the keyphrases, too.
fn repeats(entities: &Entities) -> Vec<Keyword> {
    let mut out = Vec::new();
    for entity in &entities.list {
        if entity.kind == crate::entity::NAME && out.len() < KEPT {
            out.push(Keyword { text: entity.text.clone(), weight: entity.weight, count: entity.count });
        }
    }
    out
}

/// Half the odds, as it were: a share that falls with the distance from the best score.
fn share(score: f64, best: f64) -> f64 {
    libm::exp((score - best) / 2.0).max(1e-6)
}

/// Keeps the best, heaviest first, equals in the order of insertion.
fn insert(scored: &mut Vec<(f64, u32)>, new: (f64, u32)) {
    if scored.len() == CONSIDERED && scored.last().is_some_and(|last| last.0 >= new.0) {
        return;
    }
    let at = scored.partition_point(|other| other.0 >= new.0);
    scored.insert(at, new);
    scored.truncate(CONSIDERED);
}

/// Drops phrases that occur as part of a longer chosen one only, which says more; then what is too many.
fn explain(candidates: &Candidates, scored: &mut Vec<(f64, u32)>) {
    // Of each its terms, how many they are, and its occurrences.
    let mut chosen = [([0; LONGEST], 0, 0); CONSIDERED];
    for (slot, &(_, number)) in chosen.iter_mut().zip(scored.iter()) {
        let (terms, length) = candidates.terms(number);
        *slot = (terms, length, candidates.count(number));
    }
    let mut at = 0usize;
    scored.retain(|_| {
        let (terms, length, count) = chosen.at(at);
        at += 1;
        let part = terms.get(..length).unwrap_or_default();
        !chosen.iter().any(|(whole, longer, times)| {
            *longer > length
                && *times >= count
                && whole.get(..*longer).unwrap_or_default().windows(length).any(|window| window == part)
        })
    });
    scored.truncate(KEPT);
}

/// By term: whether the title has it.
fn title_terms(article: &Article) -> Vec<bool> {
    let words = &article.words;
    let mut out = vec![false; words.terms.len()];
    each_folded_word(article.title.as_deref().unwrap_or_default(), &mut |_, _, folded| {
        let term = words.forms.get(folded).and_then(|form| words.term_of.get(form as usize));
        if let Some(slot) = term.and_then(|&term| out.get_mut(term as usize)) {
            *slot = true;
        }
    });
    out
}

/// By term: occurrences.
fn frequencies(article: &Article) -> Vec<u32> {
    let mut out = vec![0u32; article.words.terms.len()];
    for &word in &article.words.words {
        if let Some(count) = out.get_mut(article.words.term(word) as usize) {
            *count += 1;
        }
    }
    out
}

/// The weight of a candidate.
fn score(
    candidates: &Candidates,
    number: u32,
    candidate: &Candidate,
    frequency: &[u32],
    in_title: &[bool],
    ln: &Logs,
) -> f64 {
    let (mut sum, mut words, mut at, mut is_titled) = (0.0, 0u32, number, true);
    while at != ROOT {
        let (before, term) = candidates.phrases.split(at);
        sum += ln.of(frequency.at(term));
        is_titled &= in_title.get(term as usize) == Some(&true);
        words += 1;
        at = before;
    }
    WORDS * sum
        + BEYOND_TWO * f64::from(words.saturating_sub(2))
        + PLACE * ln.of(candidate.first)
        + NAMES * f64::from(candidate.named) / f64::from(candidate.count)
        + COUNT * ln.of(candidate.count)
        + WHOLE * ln.of(candidate.whole)
        + if is_titled { TITLED } else { 0.0 }
        + LETTERS * f64::from(candidate.letters) / f64::from(words)
}

/// The chosen phrases as written: of the ways in which each is written, the one most frequent inside sentences (at
/// their start any word has a capital), the first among equals.
#[inline(never)]
fn show(article: &Article, candidates: &Candidates, scored: &[(f64, u32)]) -> Vec<Keyword> {
    let mut written = Written { last: [None; KEPT], ways: Vec::new() };
    let mut chosen = vec![u32::MAX; candidates.phrases.len()];
    let mut begins = vec![false; article.words.terms.len()];
    for (rank, &(_, number)) in (0u32..).zip(scored) {
        let ([first, ..], _) = candidates.terms(number);
        if let Some(slot) = begins.get_mut(first as usize) {
            *slot = true;
        }
        if let Some(slot) = chosen.get_mut(number as usize) {
            *slot = rank;
        }
    }
    for sentence in 0..article.sentences.len() {
        let words = article.words.of(sentence);
        for (start, first) in words.iter().enumerate() {
            if !begins.at(article.words.term(*first)) {
                continue;
            }
            let (mut phrase, inside) = (ROOT, u32::from(start > 0));
            for (at, &word) in words.iter().enumerate().skip(start).take(LONGEST) {
                if at > start && words.get(at - 1).is_none_or(|&w| !fitness::joins(article, w, word)) {
                    break;
                }
                let Some(longer) = candidates.phrases.get(phrase, article.words.term(word)) else { break };
                phrase = longer;
                if let Some(&rank) = chosen.get(phrase as usize).filter(|rank| **rank != u32::MAX) {
                    let span = Span { start: first.span.start, end: word.span.end };
                    written.see(&article.page.text, rank as usize, span, inside);
                }
            }
        }
    }
    let best = scored.first().map_or(0.0, |s| s.0);
    let mut out = Vec::with_capacity(scored.len());
    for (rank, &(score, number)) in scored.iter().enumerate() {
        out.push(Keyword {
            text: written.most(rank).of(&article.page.text).to_string(),
            weight: share(score, best),
            count: candidates.count(number),
        });
    }
    out
}

/// The ways in which each of the chosen phrases is written.
struct Written {
    /// By rank: the last way found.
    last: [Option<u32>; KEPT],
    ways: Vec<Way>,
}

/// One of them.
struct Way {
    /// Its first occurrence.
    span: Span,
    /// Occurrences inside sentences.
    count: u32,
    /// The way found before it of the same phrase.
    before: Option<u32>,
}

/// Ways of one phrase, at most.
const WAYS: usize = 32;

impl Written {
    /// Notes an occurrence; `inside`: 1 inside a sentence, 0 at its start.
    fn see(&mut self, text: &str, rank: usize, span: Span, inside: u32) {
        let Some(last) = self.last.get_mut(rank) else { return };
        let (mut at, mut known) = (*last, 0);
        while let Some(way) = at.and_then(|at| self.ways.get_mut(at as usize)) {
            if way.span.of(text) == span.of(text) {
                way.count += inside;
                return;
            }
            at = way.before;
            known += 1;
        }
        if known < WAYS {
            let before = last.replace(self.ways.len() as u32);
            self.ways.push(Way { span, count: inside, before });
        }
    }

    /// The most frequent way, the first among equals.
    fn most(&self, rank: usize) -> Span {
        let (mut best, mut most) = (Span::default(), 0);
        let mut at = self.last.get(rank).copied().flatten();
        while let Some(way) = at.and_then(|at| self.ways.get(at as usize)) {
            if way.count >= most {
                (best, most) = (way.span, way.count);
            }
            at = way.before;
        }
        best
    }
}
