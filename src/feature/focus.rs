//! What the caller wants the summary to turn around.

use crate::article::Article;
use crate::text;
use crate::word::{each_word, fold_into, is_unspaced};

/// Words or phrases heeded, at most.
const ENTRIES: usize = 32;
/// Letters from which two words with the same beginning count as forms of one word: the length of a term.
const TERM_LETTERS: usize = 6;

/// For each of `sentences` 0 when it holds none of the entries, else from above 0.5 for one of many to 1 for all.
///
/// A word is found by its beginning (`Genf` in «Genfer») and, when it is long, by the beginning that its forms share
/// (`élections` in «élection»); a phrase by its words one after the other.
pub(crate) fn measure(article: &Article, entries: &[String], sentences: &[u32]) -> Vec<f64> {
    let mut found = vec![0u32; sentences.len()];
    let mut asked = 0;
    for entry in entries.iter().take(ENTRIES).map(|e| e.trim()).filter(|e| !e.is_empty()) {
        asked += 1;
        if entry.starts_with(is_unspaced) {
            for (count, &sentence) in found.iter_mut().zip(sentences) {
                *count += u32::from(text::holds(article.text(sentence as usize), entry));
            }
            continue;
        }
        let matchers = matchers(article, entry);
        if !matchers.is_empty() {
            for (count, &sentence) in found.iter_mut().zip(sentences) {
                *count += u32::from(holds(article, &matchers, sentence as usize));
            }
        }
    }
    let value = |n: u32| if n == 0 { 0.0 } else { 0.5 + 0.5 * f64::from(n) / f64::from(asked) };
    found.into_iter().map(value).collect()
}

/// For each word of the entry, by form, whether it matches.
fn matchers(article: &Article, entry: &str) -> Vec<Vec<bool>> {
    let mut out = Vec::new();
    let mut folded = String::new();
    each_word(entry, |_, _, _, slice| {
        fold_into(slice, &mut folded);
        let stem = folded.char_indices().nth(TERM_LETTERS).and_then(|(at, _)| folded.get(..at));
        let letters = folded.chars().count();
        let matches = |form: &str| {
            form == folded
                || letters > 2 && form.starts_with(&folded)
                || stem.is_some_and(|s| form.starts_with(s))
        };
        out.push(
            (0..article.words.forms.len() as u32).map(|f| matches(article.words.forms.text(f))).collect(),
        );
    });
    out
}

fn holds(article: &Article, matchers: &[Vec<bool>], sentence: usize) -> bool {
    article.words.of(sentence).windows(matchers.len()).any(|words| {
        words
            .iter()
            .zip(matchers)
            .all(|(word, forms)| forms.get(word.form() as usize).copied().unwrap_or(false))
    })
}
