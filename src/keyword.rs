//! Words to weighted keyphrases.
//!
//! Candidates are runs of one to four words that no stop word begins or ends and no punctuation breaks. Each is
//! weighed by a handful of plain measures in the tradition of YAKE (Campos et al. 2020: case, place, spread) and RAKE
//! (Rose et al. 2010: runs between stop words); the weights below say what each is worth.

use crate::article::Article;
use crate::digest::Keyword;
use crate::entity::Entities;
use crate::phrase::{Phrases, ROOT};
use crate::word::Word;

/// What the article is about.
#[derive(Debug, Default)]
#[allow(dead_code, reason = "the features read the weights of terms")]
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

/// Words of a keyphrase, at most.
const LONGEST: usize = 4;

// What a candidate's measures are worth, in natural logarithms of the odds that a person would mark it; fitted by
// logistic regression on documents with marked keyphrases in three languages. Zero ignores the measure.

/// ln(1 + occurrences), summed over its words, 0.7 upwards: higher prefers long phrases of frequent words.
const WORDS: f64 = 0.242;
/// Words beyond two, 0–2: without it the sum would favour the longest.
const BEYOND_TWO: f64 = -0.962;
/// ln(1 + words before its first occurrence), 0 upwards: below zero prefers what comes early.
const PLACE: f64 = -0.244;
/// Share of its occurrences whose content words are all capitalised, 0–1: higher prefers names.
const CAPITALS: f64 = 1.01;
/// ln(1 + occurrences), 0.7 upwards: higher prefers what is repeated, be it inside longer phrases.
const COUNT: f64 = 0.364;
/// ln(1 + occurrences between stop words or punctuation on both sides), 0 upwards: higher prefers whole phrases.
const WHOLE: f64 = 1.575;
/// Mean letters per word, 2 upwards: higher prefers long words.
const LETTERS: f64 = 0.131;

/// Finds the keyphrases of the article.
pub(crate) fn find(article: &Article, entities: &Entities) -> Keywords {
    let frequency = frequencies(article);
    let candidates = gather(article, &frequency, &entities.named(article));
    let mut scored: Vec<(f64, u32)> = Vec::new();
    let mut term_weights = vec![f64::NEG_INFINITY; frequency.len()];
    for number in 1..candidates.phrases.len() as u32 {
        let Some(candidate) = candidates.of.get(number as usize).filter(|c| c.count > 0) else { continue };
        let score = candidate.score(&candidates.phrases, number, &frequency);
        if let (ROOT, term) = candidates.phrases.split(number)
            && let Some(slot) = term_weights.get_mut(term as usize)
        {
            *slot = score;
        }
        insert(&mut scored, (score, number));
    }
    let best = term_weights.iter().copied().fold(f64::NEG_INFINITY, f64::max);
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
    let names = entities.list.iter().filter(|e| e.kind == crate::entity::NAME).take(KEPT);
    names.map(|e| Keyword { text: e.text.clone(), weight: e.weight, count: e.count }).collect()
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
    let chosen: Vec<([u32; LONGEST], usize, u32)> = (scored.iter())
        .map(|&(_, number)| {
            let (terms, length) = candidates.terms(number);
            (terms, length, candidates.of.get(number as usize).map_or(0, |c| c.count))
        })
        .collect();
    let explained = |(terms, length, count): &([u32; LONGEST], usize, u32)| {
        let part = terms.get(..*length).unwrap_or_default();
        chosen.iter().any(|(whole, longer, times)| {
            longer > length
                && times >= count
                && whole.get(..*longer).unwrap_or_default().windows(*length).any(|window| window == part)
        })
    };
    let mut keep = chosen.iter().map(|c| !explained(c));
    scored.retain(|_| keep.next().unwrap_or(true));
    scored.truncate(KEPT);
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

/// What is counted of a candidate.
#[derive(Clone, Copy, Debug, Default)]
struct Candidate {
    count: u32,
    /// Words before its first occurrence.
    first: u32,
    /// Occurrences with all content words capitalised.
    capitals: u32,
    /// Occurrences between stop words, punctuation or the sentence's ends.
    whole: u32,
    letters: u32,
}

struct Candidates {
    phrases: Phrases,
    /// By phrase; those with no count are beginnings of candidates only.
    of: Vec<Candidate>,
}

impl Candidate {
    fn score(&self, phrases: &Phrases, number: u32, frequency: &[u32]) -> f64 {
        let (mut sum, mut words, mut at) = (0.0, 0u32, number);
        while at != ROOT {
            let (before, term) = phrases.split(at);
            sum += libm::log(1.0 + f64::from(frequency.get(term as usize).copied().unwrap_or(0)));
            words += 1;
            at = before;
        }
        let count = f64::from(self.count);
        WORDS * sum
            + BEYOND_TWO * f64::from(words.saturating_sub(2))
            + PLACE * libm::log(1.0 + f64::from(self.first))
            + CAPITALS * f64::from(self.capitals) / count
            + COUNT * libm::log(1.0 + count)
            + WHOLE * libm::log(1.0 + f64::from(self.whole))
            + LETTERS * f64::from(self.letters) / f64::from(words)
    }
}

/// Occurrences that a word of a long text must have to be part of a keyphrase: what is rarer can't be among the
/// heaviest, and leaving it out keeps the table of phrases small.
fn least(words: usize) -> u32 {
    if words < 4000 { 1 } else { 2 + (words / 20_000) as u32 }
}

/// Gathers the candidates.
fn gather(article: &Article, frequency: &[u32], named: &[bool]) -> Candidates {
    let mut out = Candidates { phrases: Phrases::default(), of: vec![Candidate::default()] };
    let least = least(article.words.words.len());
    let fits = |word: Word| {
        frequency.get(article.words.term(word) as usize).is_some_and(|&f| f >= least) && !word.is_unspaced()
    };
    for sentence in 0..article.sentences.len() {
        let words = article.words.of(sentence);
        for start in 0..words.len() {
            let Some(&first) = words.get(start) else { continue };
            if !fits(first) || !may_end(article, first) {
                continue;
            }
            let left = start == 0
                || words.get(start - 1).is_none_or(|&w| !joins(article, w, first) || article.is_stop(w));
            let place = article.words.starts.get(sentence).copied().unwrap_or(0) + start as u32;
            out.extend(article, words.get(start..).unwrap_or_default(), place, left, named, fits);
        }
    }
    out
}

impl Candidates {
    /// The terms of a phrase, and how many they are.
    fn terms(&self, number: u32) -> ([u32; LONGEST], usize) {
        let (mut terms, mut length, mut at) = ([0; LONGEST], 0, number);
        while at != ROOT {
            let (before, term) = self.phrases.split(at);
            if let Some(slot) = terms.get_mut(length) {
                *slot = term;
            }
            length += 1;
            at = before;
        }
        let length = length.min(LONGEST);
        terms.get_mut(..length).unwrap_or_default().reverse();
        (terms, length)
    }

    /// Counts the candidates that begin with the first of `words`, the `place`th of the text; `left`: a phrase can't
    /// reach further to the left.
    fn extend(
        &mut self,
        article: &Article,
        words: &[Word],
        place: u32,
        left: bool,
        named: &[bool],
        fits: impl Fn(Word) -> bool,
    ) {
        let (mut phrase, mut letters, mut capitals, mut stops) = (ROOT, 0, true, 0);
        for (at, &word) in words.iter().enumerate().take(LONGEST) {
            if at > 0 && (!fits(word) || words.get(at - 1).is_none_or(|&w| !joins(article, w, word))) {
                return;
            }
            phrase = self.phrases.intern(phrase, article.words.term(word));
            if phrase as usize == self.of.len() {
                self.of.push(Candidate::default());
            }
            letters += article.words.forms.text(word.form).chars().count() as u32;
            if article.is_stop(word) {
                if !crate::entity::is_link(article, word) {
                    return;
                }
                stops += 1;
            } else {
                capitals &= named.get(place as usize + at).copied().unwrap_or(false);
            }
            if stops > 1 {
                return;
            }
            if !may_end(article, word) || at == 0 && word.is_number() {
                continue;
            }
            let right =
                words.get(at + 1).is_none_or(|&next| !joins(article, word, next) || article.is_stop(next));
            let Some(candidate) = self.of.get_mut(phrase as usize) else { return };
            if candidate.count == 0 {
                candidate.first = place;
                candidate.letters = letters;
            }
            candidate.count += 1;
            candidate.capitals += u32::from(capitals);
            candidate.whole += u32::from(left && right);
        }
    }
}

/// Whether a keyphrase may begin or end with a word.
fn may_end(article: &Article, word: Word) -> bool {
    !article.is_stop(word) && word.span.len() > 1
}

/// Whether nothing but a space, a hyphen or an apostrophe stands between two words.
fn joins(article: &Article, word: Word, next: Word) -> bool {
    let gap = article.page.text.get(word.span.end as usize..next.span.start as usize);
    matches!(gap, Some(" " | "-" | "'" | "’" | "‐" | "‑" | "\u{a0}"))
}

/// The chosen phrases as written: of the ways in which each is written, the one most frequent inside sentences (at
/// their start any word has a capital), the first among equals.
fn show(article: &Article, candidates: &Candidates, scored: &[(f64, u32)]) -> Vec<Keyword> {
    let mut written: Vec<Vec<(&str, u32)>> = vec![Vec::new(); scored.len()];
    let mut chosen = vec![u32::MAX; candidates.phrases.len()];
    for (rank, &(_, number)) in (0u32..).zip(scored) {
        if let Some(slot) = chosen.get_mut(number as usize) {
            *slot = rank;
        }
    }
    for sentence in 0..article.sentences.len() {
        let words = article.words.of(sentence);
        for (start, first) in words.iter().enumerate() {
            let (mut phrase, inside) = (ROOT, u32::from(start > 0));
            for (at, &word) in words.iter().enumerate().skip(start).take(LONGEST) {
                if at > start && words.get(at - 1).is_none_or(|&w| !joins(article, w, word)) {
                    break;
                }
                let Some(longer) = candidates.phrases.get(phrase, article.words.term(word)) else { break };
                phrase = longer;
                let rank = chosen.get(phrase as usize).copied().unwrap_or(u32::MAX) as usize;
                let text = article.page.text.get(first.span.start as usize..word.span.end as usize);
                if let (Some(forms), Some(text)) = (written.get_mut(rank), text) {
                    match forms.iter().position(|(form, _)| *form == text) {
                        Some(known) => {
                            forms.get_mut(known).into_iter().for_each(|(_, count)| *count += inside)
                        }
                        None if forms.len() < 32 => forms.push((text, inside)),
                        None => {}
                    }
                }
            }
        }
    }
    let best = scored.first().map_or(0.0, |s| s.0);
    let most = |forms: &[(&str, u32)]| {
        forms.iter().rev().max_by_key(|(_, count)| *count).map_or(String::new(), |(text, _)| text.to_string())
    };
    (scored.iter().zip(&written))
        .map(|(&(score, number), forms)| Keyword {
            text: most(forms),
            weight: share(score, best),
            count: candidates.of.get(number as usize).map_or(0, |c| c.count),
        })
        .collect()
}
