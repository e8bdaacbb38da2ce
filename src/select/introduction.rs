//! Which sentences mention what another one introduces: a surname, an acronym, «this bridge». Without that one they can be
//! read, but less well.

use super::dangling::{Anaphors, Antecedent};
use crate::article::Article;
use crate::entity::{Entities, NAME};
use crate::word::Word;

/// By sentence the one that introduces what it mentions, and the other way around.
pub(crate) struct Introductions {
    /// By sentence, the one that introduces; [`NO_SENTENCE`] where there is none.
    introducing: Vec<u32>,
    /// By sentence, the first of those that it introduces something for.
    first_dependent: Vec<u32>,
    /// By sentence, the next one that depends on the same.
    next_dependent: Vec<u32>,
}

const NO_SENTENCE: u32 = u32::MAX;

impl Introductions {
    /// The sentence that introduces what this one mentions.
    pub fn introducing(&self, sentence: usize) -> Option<usize> {
        self.introducing.get(sentence).filter(|s| **s != NO_SENTENCE).map(|&s| s as usize)
    }

    /// The sentences that mention what this one introduces.
    pub fn dependents(&self, sentence: usize) -> impl Iterator<Item = usize> {
        let mut at = self.first_dependent.get(sentence).copied().unwrap_or(NO_SENTENCE);
        std::iter::from_fn(move || {
            let found = (at != NO_SENTENCE).then_some(at as usize)?;
            at = self.next_dependent.get(found).copied().unwrap_or(NO_SENTENCE);
            Some(found)
        })
    }
}

/// For each sentence that can be chosen and has no antecedent, the sentence that introduces what it mentions: a noun with
/// a demonstrative the sentence before it, a name of one word the first with the full name, an acronym the first that has
/// it in parentheses.
#[inline(never)]
pub(crate) fn introductions(
    article: &Article,
    entities: &Entities,
    antecedents: &[Antecedent],
    anaphors: &Anaphors,
) -> Introductions {
    let surnames = full_names(article, entities);
    let acronyms = acronyms(article);
    let count = article.sentences.len();
    let mut out = Introductions {
        introducing: vec![NO_SENTENCE; count],
        first_dependent: vec![NO_SENTENCE; count],
        next_dependent: vec![NO_SENTENCE; count],
    };
    for i in (0..count).rev() {
        if !article.is_eligible(i) || antecedents.get(i) != Some(&Antecedent::None) {
            continue;
        }
        let before = if anaphors.refers_back(article, i) { i.checked_sub(1).map(|s| s as u32) } else { None };
        let surname = surnames.get(i).copied().filter(|s| *s != NO_SENTENCE);
        let acronym = || acronym_introduction(article, &acronyms, i);
        let Some(introducing) = before.or(surname).or_else(acronym) else { continue };
        if (introducing as usize) < i && article.is_eligible(introducing as usize) {
            if let Some(slot) = out.introducing.get_mut(i) {
                *slot = introducing;
            }
            if let (Some(first), Some(next)) =
                (out.first_dependent.get_mut(introducing as usize), out.next_dependent.get_mut(i))
            {
                *next = std::mem::replace(first, i as u32);
            }
        }
    }
    out
}

/// By sentence, where it has one word of a name of which it lacks the full form, the first sentence with that.
fn full_names(article: &Article, entities: &Entities) -> Vec<u32> {
    let mut full = vec![NO_SENTENCE; entities.list.len()];
    let mut out = vec![NO_SENTENCE; article.sentences.len()];
    for mentions in entities.mentions.chunk_by(|a, b| a.sentence == b.sentence) {
        // First those with the full name, that a short form beside it needs nothing.
        for mention in mentions.iter().filter(|m| m.words > 1) {
            let is_name = entities.list.get(mention.entity as usize).is_some_and(|e| e.kind == NAME);
            if let Some(slot) =
                full.get_mut(mention.entity as usize).filter(|s| is_name && **s == NO_SENTENCE)
            {
                *slot = mention.sentence;
            }
        }
        for mention in mentions.iter().filter(|m| m.words == 1) {
            let has_full = mentions.iter().take(FEW).any(|m| m.entity == mention.entity && m.words > 1);
            let introducing = full.get(mention.entity as usize).copied().unwrap_or(NO_SENTENCE);
            if introducing < mention.sentence
                && !has_full
                && let Some(slot) = out.get_mut(mention.sentence as usize).filter(|s| **s == NO_SENTENCE)
            {
                *slot = introducing;
            }
        }
    }
    out
}

/// Mentions of a sentence that are searched for a full name, at most: sentences with more are lists.
const FEW: usize = 32;

/// By form, the first sentence that has it in parentheses and in capitals: `(ESA)`.
fn acronyms(article: &Article) -> Vec<u32> {
    let mut out = vec![NO_SENTENCE; article.words.forms.len()];
    let bytes = article.page.text.as_bytes();
    for sentence in 0..article.sentences.len() {
        for &word in article.words.of(sentence).iter().filter(|w| is_acronym(**w)) {
            let before = (word.span.start as usize).checked_sub(1).and_then(|at| bytes.get(at));
            let is_expanded = before == Some(&b'(') && bytes.get(word.span.end as usize) == Some(&b')');
            let slot = out.get_mut(word.form() as usize).filter(|s| is_expanded && **s == NO_SENTENCE);
            if let Some(slot) = slot {
                *slot = sentence as u32;
            }
        }
    }
    out
}

fn is_acronym(word: Word) -> bool {
    word.is_all_capitals() && (2..=8).contains(&word.span.len())
}

/// The sentence that introduces the first acronym of sentence `i` that is introduced anywhere before.
fn acronym_introduction(article: &Article, acronyms: &[u32], i: usize) -> Option<u32> {
    let mut words = article.words.of(i).iter().filter(|w| is_acronym(**w));
    words.find_map(|w| acronyms.get(w.form() as usize).copied().filter(|s| (*s as usize) < i))
}
