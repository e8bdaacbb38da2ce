//! Fixed phrases out of a language's tables, found in the words of a text.

use crate::article::Article;
use crate::column::Column;
use crate::interner::Interner;
use crate::text;
use crate::unicode::{is_alphanumeric, is_unspaced};
use crate::word::Word;

/// Cues as sequences of folded forms.
#[derive(Debug, Default)]
pub(crate) struct Cues {
    /// By form: where in `list` the last phrase is that begins with it; 0 where none does.
    begins: Vec<u32>,
    /// For each phrase where the one before it with the same first form is, then its forms and [`END`]; first one 0.
    list: Vec<u32>,
    /// Cues in scripts written without spaces, compared as strings.
    plain: Vec<&'static str>,
}

/// After the last form of a phrase; no form.
const END: u32 = u32::MAX;

impl Cues {
    /// Keeps those whose words all occur in the article.
    pub fn of(article: &Article, entries: impl Iterator<Item = &'static str>) -> Cues {
        let forms = &article.words.forms;
        let mut out = Cues { begins: vec![0; forms.len()], list: vec![0], plain: Vec::new() };
        for entry in entries {
            if text::first_char(entry).is_some_and(is_unspaced) {
                out.plain.push(entry);
            } else {
                out.add(forms, entry);
            }
        }
        out
    }

    /// Adds a phrase, unless one of its words is no form.
    fn add(&mut self, forms: &Interner, entry: &str) {
        let start = self.list.len();
        self.list.push(0);
        for word in entry.split(' ') {
            let Some(form) = forms.get(word) else {
                self.list.truncate(start);
                return;
            };
            self.list.push(form);
        }
        self.list.push(END);
        let first = self.list.get(start + 1).and_then(|&form| self.begins.get_mut(form as usize));
        if let (Some(begins), Some(before)) = (first, self.list.get_mut(start)) {
            *before = std::mem::replace(begins, start as u32);
        }
    }

    /// Of the phrases that `words` begin with, the number of words of the longest.
    pub fn length_at_start(&self, words: &[Word]) -> Option<usize> {
        let mut longest = None;
        let first = words.first()?;
        let mut at = self.begins.at(first.form()) as usize;
        while at > 0 {
            let forms = self.list.get(at + 1..).unwrap_or_default();
            let same = forms.iter().zip(words).take_while(|(form, word)| **form == word.form()).count();
            if forms.get(same) == Some(&END) {
                longest = longest.max(Some(same));
            }
            at = self.list.get(at).map_or(0, |&before| before as usize);
        }
        longest
    }

    /// Whether the sentence opens with one of the phrases.
    pub fn open(&self, article: &Article, sentence: usize) -> bool {
        self.length_at_start(article.words.of(sentence)).is_some() || {
            let text = text::trim_start_matches(article.text(sentence), &|c| !is_alphanumeric(c));
            self.plain.iter().any(|p| text.starts_with(p))
        }
    }

    /// Whether one of the phrases occurs anywhere in the sentence.
    pub fn occur(&self, article: &Article, sentence: usize) -> bool {
        let words = article.words.of(sentence);
        (0..words.len()).any(|at| self.length_at_start(words.get(at..).unwrap_or_default()).is_some())
            || self.plain.iter().any(|p| text::contains(article.text(sentence), p))
    }
}
