//! What is measured of each sentence.

mod cue;
mod focus;
mod form;
mod centrality;
mod term_index;

use crate::Options;
use crate::article::Article;
use crate::tables;
use crate::word::{Word, each_folded_word};
use centrality::Centrality;
pub(crate) use cue::Cues;
pub(crate) use term_index::{Postings, TermIndex};

/// How many features there are; [`crate::score::WEIGHTS`] names them.
pub(crate) const COLUMNS: usize = 15;

/// The values of one sentence.
pub(crate) type Features = [f64; COLUMNS];

/// What the sentences were measured to be, and what they were measured with.
pub(crate) struct Measured {
    pub terms: TermIndex,
    pub postings: Postings,
    /// What each term weighs in a keyphrase.
    pub phrases: Weights,
    /// 1 for each term of the title.
    pub title: Weights,
    pub centrality: Centrality,
    /// How many sentences can be chosen.
    pub count: usize,
}

/// Measures each sentence of the article; those that can't be chosen have nothing but zeros.
pub(crate) fn measure(
    article: &Article,
    term_weights: Vec<f64>,
    options: &Options,
) -> (Vec<Features>, Measured) {
    let index = term_index::index(article);
    let mut sentences = Vec::with_capacity(article.sentences.len());
    for sentence in 0..article.sentences.len() as u32 {
        if article.is_eligible(sentence as usize) {
            sentences.push(sentence);
        }
    }
    let mut rows = vec![Features::default(); article.sentences.len()];
    let terms = &index;
    let centrality = Centrality::new(terms, &sentences);
    let focus = focus::measure(article, &options.focus, &sentences);
    let points = Cues::of(article, tables::section(article.language.map_or("", |l| l.cues()), "point"));
    let title_forms = title_forms(article);
    let title = Weights::title(article, terms, &title_forms);
    let phrases = Weights::new(term_weights);
    let is_entry = is_entry(article, terms, &sentences, &title_forms);
    let case_tells = form::case_tells(article, &sentences);
    let last = (sentences.len().max(2) - 1) as f64;
    let mut block = None;
    for (place, &sentence) in sentences.iter().enumerate() {
        let (i, place_f) = (sentence as usize, place as f64);
        let Some(row) = rows.get_mut(i) else { continue };
        let words = article.words.of(i);
        let count = words.len() as f64;
        let own = article.sentences.get(i).map(|s| s.block);
        let opens = block.replace(own) != Some(own);
        let late = place_f / last;
        *row = [
            flag(place == 0),
            late,
            late * late,
            1.0 / (1.0 + place_f).sqrt(),
            flag(opens),
            if is_entry { late } else { 0.0 },
            phrases.held(terms, i) / (count + 10.0).sqrt(),
            title.held(terms, i) / (terms.of(i).len().max(1) as f64),
            if case_tells { form::names(article, i) } else { 0.0 },
            centrality.cosine_to_centroid(terms, i),
            flag(words.len() < 5),
            flag(words.len() > 40),
            flag(form::has_quotation(article.text(i))),
            flag(points.occur(article, i)),
            focus.get(place).copied().unwrap_or(0.0),
        ];
    }
    let (postings, count) = (terms.postings(), sentences.len());
    (rows, Measured { postings, phrases, title, centrality, count, terms: index })
}

/// Whether the article looks like an entry of an encyclopaedia: its title is a name of one to three words, and the first
/// sentence holds them all. There the opening says what the thing is, and the rest goes into detail.
fn is_entry(article: &Article, terms: &TermIndex, sentences: &[u32], title: &[u32]) -> bool {
    let first = terms.of(sentences.first().map_or(0, |&i| i as usize));
    let held =
        |form: &u32| article.words.term_of.get(*form as usize).is_some_and(|term| first.contains(term));
    (1..=3).contains(&title.len()) && title.iter().all(held)
}

/// The forms of the title's words; `u32::MAX` for one that the text lacks.
fn title_forms(article: &Article) -> Vec<u32> {
    let mut out = Vec::new();
    each_folded_word(article.title.as_deref().unwrap_or_default(), &mut |folded| {
        out.push(article.words.forms.get(folded).unwrap_or(u32::MAX));
    });
    out
}

fn flag(is: bool) -> f64 {
    f64::from(u8::from(is))
}

/// A weight for each term.
#[derive(Debug)]
pub(crate) struct Weights {
    pub of: Vec<f64>,
    /// The sum of all.
    pub total: f64,
}

impl Weights {
    fn new(of: Vec<f64>) -> Weights {
        let mut total = 0.0;
        for weight in &of {
            total += weight;
        }
        Weights { of, total }
    }

    /// The weight of a term.
    pub fn get(&self, term: u32) -> f64 {
        self.of.get(term as usize).copied().unwrap_or(0.0)
    }

    /// The weight of the distinct terms that a sentence holds.
    #[inline(never)]
    pub fn held(&self, terms: &TermIndex, sentence: usize) -> f64 {
        let mut sum = 0.0;
        for &term in terms.of(sentence) {
            sum += self.get(term);
        }
        sum
    }

    /// The weight of the content words of a stretch of text.
    pub fn of_words(&self, article: &Article, words: &[Word]) -> f64 {
        let mut sum = 0.0;
        for &word in words {
            if !article.is_stop(word) {
                sum += self.get(article.words.term(word));
            }
        }
        sum
    }

    /// 1 for each content term of the title.
    fn title(article: &Article, terms: &TermIndex, title: &[u32]) -> Weights {
        let mut of = vec![0.0; terms.frequency.len()];
        for &form in title {
            let term = article.words.term_of.get(form as usize).and_then(|&term| of.get_mut(term as usize));
            if let (Some(slot), Some(false)) = (term, article.stop.get(form as usize)) {
                *slot = 1.0;
            }
        }
        Weights::new(of)
    }

    /// What covering a term is worth: ln(1 + tf), 0.2 for a term that occurs once, scaled to add up to the number of
    /// sentences, at most 30, times `scale`.
    pub fn coverage(terms: &TermIndex, sentences: usize, scale: f64) -> Weights {
        let mut of = vec![0.0; terms.frequency.len()];
        for (weight, &tf) in of.iter_mut().zip(&terms.frequency) {
            *weight = match tf {
                0 => 0.0,
                1 => 0.2,
                _ => libm::log(1.0 + f64::from(tf)),
            };
        }
        let mut all = Weights::new(of);
        let scale = scale * (sentences.min(30) as f64) / all.total.max(f64::MIN_POSITIVE);
        for weight in &mut all.of {
            *weight *= scale;
        }
        all.total *= scale;
        all
    }
}
