//! Fixed phrases out of a language's tables, found in the words of a text.

use crate::article::Article;
use crate::order;
use crate::text;
use crate::unicode::is_alphanumeric;
use crate::word::{Word, is_unspaced};

/// Cues as sequences of folded forms.
#[derive(Debug, Default)]
pub(crate) struct Cues {
    /// By form: one past the place in `list` of the first phrase that begins with it; 0 where none does.
    begins: Vec<u32>,
    /// Sorted, so that phrases with the same first form are neighbours.
    list: Vec<Vec<u32>>,
    /// Cues in scripts written without spaces, compared as strings.
    plain: Vec<&'static str>,
}

impl Cues {
    /// Keeps those whose words all occur in the article.
    pub fn of(article: &Article, entries: impl Iterator<Item = &'static str>) -> Cues {
        let mut out = Cues::default();
        for entry in entries {
            if entry.starts_with(is_unspaced) {
                out.plain.push(entry);
            } else if let Some(phrase) = entry.split(' ').map(|w| article.words.forms.get(w)).collect() {
                out.list.push(phrase);
            }
        }
        // Those with the same first word side by side.
        let first = |phrase: &Vec<u32>| phrase.first().copied().unwrap_or(0);
        let places: Vec<u32> = order::ascending(out.list.iter().map(first)).collect();
        let take = |&at: &u32| out.list.get_mut(at as usize).map(std::mem::take).unwrap_or_default();
        out.list = places.iter().map(take).collect();
        out.begins.resize(article.words.forms.len(), 0);
        for (at, phrase) in (1u32..).zip(&out.list) {
            let begins = phrase.first().and_then(|&form| out.begins.get_mut(form as usize));
            if let Some(begins) = begins.filter(|b| **b == 0) {
                *begins = at;
            }
        }
        out
    }

    /// Whether `words` begin with one of the phrases.
    pub fn begin(&self, words: &[Word]) -> bool {
        let Some(first) = words.first() else { return false };
        let at = self.begins.get(first.form() as usize).copied().unwrap_or(0) as usize;
        at > 0
            && self.list.iter().skip(at - 1).take_while(|p| p.first() == Some(&first.form())).any(|p| {
                p.len() <= words.len() && p.iter().zip(words).all(|(form, word)| *form == word.form())
            })
    }

    /// Whether the sentence opens with one of the phrases.
    pub fn open(&self, article: &Article, sentence: usize) -> bool {
        self.begin(article.words.of(sentence)) || {
            let text = article.text(sentence).trim_start_matches(|c: char| !is_alphanumeric(c));
            self.plain.iter().any(|p| text.starts_with(p))
        }
    }

    /// Whether one of the phrases occurs anywhere in the sentence.
    pub fn occur(&self, article: &Article, sentence: usize) -> bool {
        let words = article.words.of(sentence);
        (0..words.len()).any(|at| self.begin(words.get(at..).unwrap_or_default()))
            || self.plain.iter().any(|p| text::holds(article.text(sentence), p))
    }
}
