//! What the caller wants the summary to turn around.

use crate::article::Article;
use crate::text;
use crate::unicode::is_unspaced;
use crate::word::each_folded_word;

/// Words or phrases heeded, at most.
const ENTRIES: usize = 32;
/// Letters from which two words with the same beginning count as forms of one word: the length of a term.
const TERM_LETTERS: usize = 6;

/// For each of `sentences` 0 when it holds none of the entries, else from above 0.5 for one of many to 1 for all.
///
/// A word is found by its beginning (`Genf` in «Genfer») and, when it is long, by the beginning that its forms share
/// (`élections` in «élection»); a phrase by its words one after the other.
#[inline(never)]
pub(crate) fn measure(article: &Article, entries: &[String], sentences: &[u32]) -> Vec<f64> {
    let mut found = vec![0u32; sentences.len()];
    let mut asked = 0;
    for entry in entries.iter().take(ENTRIES) {
        let entry = text::trim(entry);
        let Some(first) = text::first_char(entry) else { continue };
        asked += 1;
        let plain = is_unspaced(first);
        let matches = if plain { Vec::new() } else { matches(article, entry) };
        for (count, &sentence) in found.iter_mut().zip(sentences) {
            let sentence = sentence as usize;
            let holds = if plain {
                text::contains(article.text(sentence), entry)
            } else {
                holds(article, &matches, sentence)
            };
            *count += u32::from(holds);
        }
    }
    let mut out = vec![0.0; found.len()];
    for (value, n) in out.iter_mut().zip(found) {
        if n > 0 {
            *value = 0.5 + 0.5 * f64::from(n) / f64::from(asked);
        }
    }
    out
}

/// For each word of the entry, for each form whether it matches, one after the other.
fn matches(article: &Article, entry: &str) -> Vec<bool> {
    let mut out = Vec::new();
    each_folded_word(entry, &mut |_, _, folded| {
        let letters = text::char_count(folded);
        // A short word as a whole, a longer one as a beginning, a long one by its beginning.
        let stem = folded.char_indices().nth(TERM_LETTERS).and_then(|(at, _)| folded.get(..at));
        let beginning = stem.unwrap_or(folded);
        for form in 0..article.words.forms.len() as u32 {
            let form = article.words.forms.text(form);
            out.push(form.starts_with(beginning) && (letters > 2 || form.len() == folded.len()));
        }
    });
    out
}

/// Whether the words that `matches` tell follow one another in a sentence.
fn holds(article: &Article, matches: &[bool], sentence: usize) -> bool {
    let forms = article.words.forms.len().max(1);
    let words = article.words.of(sentence);
    let length = matches.len() / forms;
    length > 0
        && words.windows(length).any(|words| {
            words.iter().enumerate().all(|(at, w)| matches.get(at * forms + w.form() as usize) == Some(&true))
        })
}
