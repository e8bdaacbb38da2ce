//! Short texts: the language whose words are spelled most like the text's.
//!
//! A naive Bayes model over the runs of three letters of the words, word ends included (cf. Cavnar and Trenkle 1994). It
//! is trained on the language tables themselves when it is first needed: nothing is stored for it.

use crate::tables::{LANGUAGES, Language};
use crate::text;
use crate::unicode::is_letter;

/// How many runs of letters a language is taken to have, and how often one counts that its tables lack.
const RUNS: f64 = 3000.0;
const UNSEEN: f64 = 0.5;
/// What a run counts against a function word: neighbouring runs repeat one another.
const WEIGHT: f64 = 0.5;

/// A word's runs of three letters, one number each.
fn each_run(word: &str, found: &mut dyn FnMut(u64)) {
    const EDGE: u64 = 1;
    let (mut run, mut length) = (EDGE, 1);
    for letter in word.chars().map(u64::from).chain([EDGE]) {
        run = (run << 21 | letter) & ((1 << 63) - 1);
        length += 1;
        if length >= 3 {
            found(run);
        }
    }
}

/// How the words of a text are spelled.
pub(super) struct Spelling {
    /// The runs of the text, ascending, and how often each occurs.
    runs: Vec<u64>,
    counts: Vec<u32>,
    total: u32,
}

/// How well a text fits a language.
#[derive(Clone, Copy, Default)]
pub(super) struct Fit {
    /// Logarithm of the likelihood, weighted; comparable between languages of one text.
    pub likelihood: f64,
    /// The share of the text's runs that the language's tables have, 0 to 1.
    pub known: f64,
}

impl Spelling {
    /// Takes the runs of the text's words, one folded form each.
    pub fn of<'a>(words: impl Iterator<Item = &'a str>) -> Spelling {
        let mut all = Vec::new();
        for word in words.filter(|w| text::any(w, &is_letter)) {
            each_run(word, &mut |run| all.push(run));
        }
        let total = all.len() as u32;
        crate::sort::sort(&mut all);
        let (mut runs, mut counts): (Vec<u64>, Vec<u32>) = (Vec::new(), Vec::new());
        for run in all {
            if runs.last() == Some(&run) {
                counts.last_mut().into_iter().for_each(|n| *n += 1);
            } else {
                runs.push(run);
                counts.push(1);
            }
        }
        Spelling { runs, counts, total }
    }

    /// Compares the text with the words of a language's tables.
    pub fn fit(&self, language: &'static Language) -> Fit {
        let mut seen = vec![0u32; self.runs.len()];
        let mut total = 0u32;
        let tables =
            [language.stopwords(), language.abbreviations(), language.cues(), language.boilerplate()];
        for line in tables.iter().flat_map(|table| table.lines()).filter(|l| !l.starts_with('[')) {
            for word in line.split(|c: char| !is_letter(c)).filter(|w| !w.is_empty()) {
                each_run(word, &mut |run| {
                    total += 1;
                    if let Some(n) = self.runs.binary_search(&run).ok().and_then(|at| seen.get_mut(at)) {
                        *n += 1;
                    }
                });
            }
        }
        let all = f64::from(total) + UNSEEN * RUNS;
        let mut fit = Fit::default();
        for (&count, &seen) in self.counts.iter().zip(&seen) {
            fit.likelihood += WEIGHT * f64::from(count) * libm::log((f64::from(seen) + UNSEEN) / all);
            fit.known += f64::from(if seen > 0 { count } else { 0 });
        }
        fit.known /= f64::from(self.total.max(1));
        fit
    }
}

/// Of `candidates` the one that the words are spelled in; `None` where they are spelled in none of them. `forms` are the
/// text's words, `votes` what each language of [`LANGUAGES`] has of function words and of telling letters.
#[inline(never)]
pub(super) fn detect(
    candidates: impl Iterator<Item = &'static Language>,
    words: &[&str],
    votes: &[Votes],
) -> Option<&'static Language> {
    let spelling = Spelling::of(words.iter().copied());
    let mut best: Option<(f64, &'static Language, Fit, Votes)> = None;
    let mut second = f64::NEG_INFINITY;
    for language in candidates {
        let at = LANGUAGES.iter().position(|l| l.tag == language.tag).unwrap_or(0);
        let own = votes.get(at).copied().unwrap_or_default();
        let fit = spelling.fit(language);
        let score = fit.likelihood + own.words + LETTER * own.letters;
        match best {
            Some((top, ..)) if score <= top => second = second.max(score),
            _ => {
                second = best.map_or(second, |(top, ..)| top);
                best = Some((score, language, fit, own));
            }
        }
    }
    let (score, language, fit, own) = best?;
    let margin = (score - second) / words.len().max(1) as f64;
    let known = own.function_words >= 3 && margin >= 0.04
        || own.function_words >= 2 && fit.known >= 0.4
        || own.function_words >= 1 && fit.known >= 0.45 && margin >= 0.04
        || own.letters >= 1.0
        || words.len() >= 6 && (fit.known >= 0.6 && margin >= 0.35 || fit.known >= 0.5 && margin >= 0.9);
    known.then_some(language)
}

/// What a telling letter counts against a function word.
const LETTER: f64 = 6.0;

/// What the function words and the letters of a text say for a language.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Votes {
    /// Logarithms of the odds of its function words.
    pub words: f64,
    pub function_words: u32,
    /// Telling letters, less where several languages have them.
    pub letters: f64,
}
