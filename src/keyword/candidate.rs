//! Candidates for keyphrases, and what is counted of each.

use super::fitness::{self, UNFIT, UNFIT_LAST, joins};
use crate::article::Article;
use crate::column::Column;
use crate::entity::Entities;
use crate::phrase_trie::{PhraseTrie, ROOT};
use crate::text;
use crate::word::Word;

/// Words of a keyphrase, at most.
pub(super) const LONGEST: usize = 4;

/// What is counted of a candidate.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Candidate {
    pub count: u32,
    /// Words before its first occurrence.
    pub first: u32,
    /// Occurrences with all content words in names.
    pub named: u32,
    /// Occurrences between stop words, punctuation or the sentence's ends.
    pub whole: u32,
    /// Letters of its first occurrence.
    pub letters: u32,
    /// Occurrences that begin or end with a word that may not.
    pub unfit: u32,
}

pub(super) struct Candidates {
    /// Sequences of terms.
    pub phrases: PhraseTrie,
    /// By phrase; those with no count are beginnings of candidates only.
    pub of: Vec<Candidate>,
}

impl Candidates {
    pub fn count(&self, phrase: u32) -> u32 {
        self.of.get(phrase as usize).map_or(0, |c| c.count)
    }

    /// The terms of a phrase, and how many they are.
    pub fn terms(&self, phrase: u32) -> ([u32; LONGEST], usize) {
        let (mut terms, mut length, mut at) = ([0; LONGEST], 0, phrase);
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
}

/// Occurrences that a word of a long text must have to be part of a keyphrase: what is rarer can't be among the
/// heaviest, and leaving it out keeps the table of phrases small.
fn least(words: usize) -> u32 {
    if words < 4000 { 1 } else { 2 + (words / 20_000) as u32 }
}

// What a word may do in a keyphrase.
/// Stand in it.
const INSIDE: u8 = 1;
/// Begin or end it.
const END: u8 = 2;
/// Begin it: an end, and no figure standing alone.
const ALONE: u8 = 4;
/// Follow the word before it directly.
const JOINED: u8 = 8;
const STOP: u8 = 16;
const NAMED: u8 = 32;
// Also [`UNFIT`] and [`UNFIT_LAST`].

/// Gathers the candidates.
pub(super) fn gather(article: &Article, entities: &Entities, frequency: &[u32]) -> Candidates {
    let flags = flags(article, entities, frequency);
    let phrases = PhraseTrie::new(article.words.terms.len());
    let none = vec![Candidate::default(); phrases.len()];
    let mut out = Candidates { phrases, of: none };
    for start in 0..flags.len() {
        let first = flags.at(start as u32);
        if first & END == 0 {
            continue;
        }
        let before = start.checked_sub(1).and_then(|at| flags.get(at)).copied().unwrap_or(STOP);
        let bounded = first & JOINED == 0 || before & STOP != 0;
        out.extend(article, &flags, start, bounded);
    }
    out
}

/// What each word of the text may do.
#[inline(never)]
fn flags(article: &Article, entities: &Entities, frequency: &[u32]) -> Vec<u8> {
    let words = &article.words.words;
    let least = least(words.len());
    let links = crate::entity::links(article);
    let named = entities.named(article);
    let unfit = fitness::unfit(article);
    let may_not_end = fitness::may_not_end(article);
    let mut out = Vec::with_capacity(words.len());
    for sentence in 0..article.sentences.len() {
        let mut previous: Option<Word> = None;
        for &word in article.words.of(sentence) {
            let before = previous.replace(word);
            let mut flags =
                if before.is_some_and(|before| joins(article, before, word)) { JOINED } else { 0 };
            let frequent = frequency.at(article.words.term(word)) >= least;
            let is_named = named.at(out.len() as u32);
            // «São Paulo»: in a name a function word with a capital is none.
            if article.is_stop(word) && !(is_named && word.is_capital()) {
                flags |= STOP | if frequent && links.at(word.form()) != 0 { INSIDE } else { 0 };
            } else {
                flags |= if is_named { NAMED } else { 0 };
                flags |= unfit.at(word.form());
                flags |= if may_not_end(word) { UNFIT_LAST } else { 0 };
                if frequent && !word.is_unspaced() {
                    let alone = if word.is_number() { 0 } else { ALONE };
                    flags |= INSIDE | if word.span.len() > 1 { END | alone } else { 0 };
                }
            }
            out.push(flags);
        }
    }
    out
}

impl Candidates {
    /// Counts the candidates that begin with word `start`; `bounded`: a phrase can't reach further to the left.
    #[inline(never)]
    fn extend(&mut self, article: &Article, flags: &[u8], start: usize, bounded: bool) {
        let (mut phrase, mut named, mut stops) = (ROOT, NAMED, 0);
        let words = article.words.words.get(start..).unwrap_or_default();
        let flags = flags.get(start..).unwrap_or_default();
        let first = flags.first().copied().unwrap_or_default();
        for (at, (&word, &flag)) in words.iter().zip(flags).enumerate().take(LONGEST) {
            if flag & INSIDE == 0 || at > 0 && flag & JOINED == 0 {
                return;
            }
            stops += u32::from(flag & STOP != 0);
            if stops > 1 {
                return;
            }
            phrase = self.phrases.intern(phrase, article.words.term(word));
            if phrase as usize == self.of.len() {
                self.of.push(Candidate::default());
            }
            if flag & STOP == 0 {
                named &= flag;
            }
            if flag & END == 0 || at == 0 && flag & ALONE == 0 {
                continue;
            }
            let after = flags.get(at + 1).copied().unwrap_or(STOP);
            let whole = bounded && (after & JOINED == 0 || after & STOP != 0);
            let Some(candidate) = self.of.get_mut(phrase as usize) else { return };
            if candidate.count == 0 {
                candidate.first = start as u32;
                for word in words.get(..=at).unwrap_or_default() {
                    candidate.letters += text::char_count(article.words.forms.text(word.form())) as u32;
                }
            }
            candidate.count += 1;
            candidate.named += u32::from(named != 0);
            candidate.whole += u32::from(whole);
            candidate.unfit += u32::from(first & UNFIT != 0 || flag & (UNFIT | UNFIT_LAST) != 0);
        }
    }
}
