//! What is measured of each sentence.

mod cue;
mod focus;
mod form;
mod likeness;
mod terms;

use crate::Options;
use crate::article::Article;
use crate::tables;
use crate::word::Word;
pub(crate) use cue::Cues;
use likeness::Likeness;
pub(crate) use terms::{Holders, Terms};

/// How many features there are; [`crate::score::WEIGHTS`] names them.
pub(crate) const COLUMNS: usize = 15;

/// The values of one sentence.
pub(crate) type Features = [f64; COLUMNS];

/// What the sentences were measured to be, and what they were measured with.
pub(crate) struct Measured {
    pub terms: Terms,
    pub holders: Holders,
    /// What each term weighs in a keyphrase.
    pub phrases: Weights,
    /// 1 for each term of the title.
    pub title: Weights,
    pub likeness: Likeness,
    /// How many sentences can be chosen.
    pub count: usize,
}

/// Measures each sentence of the article; those that can't be chosen have nothing but zeros.
pub(crate) fn measure(
    article: &Article,
    term_weights: Vec<f64>,
    options: &Options,
) -> (Vec<Features>, Measured) {
    let index = terms::index(article);
    let sentences: Vec<u32> =
        (0..article.sentences.len() as u32).filter(|&i| article.is_eligible(i as usize)).collect();
    let mut rows = vec![Features::default(); article.sentences.len()];
    let terms = &index;
    let likeness = Likeness::new(terms, &sentences);
    let focus = focus::measure(article, &options.focus, &sentences);
    let points = Cues::of(article, tables::section(article.language.map_or("", |l| l.cues()), "point"));
    let title = Weights::title(article, terms);
    let phrases = Weights::new(term_weights);
    let is_entry = is_entry(article, terms, &sentences);
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
            likeness.central(terms, i),
            flag(words.len() < 5),
            flag(words.len() > 40),
            flag(form::has_quotation(article.text(i))),
            flag(points.occur(article, i)),
            focus.get(place).copied().unwrap_or(0.0),
        ];
    }
    let (holders, count) = (terms.holders(), sentences.len());
    (rows, Measured { holders, phrases, title, likeness, count, terms: index })
}

/// Whether the article looks like an entry of an encyclopaedia: its title is a name of one to three words, and the first
/// sentence holds them all. There the opening says what the thing is, and the rest goes into detail.
fn is_entry(article: &Article, terms: &Terms, sentences: &[u32]) -> bool {
    let mut folded = String::new();
    let (mut words, mut held) = (0, 0);
    let first = sentences.first().map_or(0, |&i| i as usize);
    crate::word::each_word(article.title.as_deref().unwrap_or_default(), |_, _, _, slice| {
        crate::word::fold_into(slice, &mut folded);
        let form = article.words.forms.get(&folded);
        let term = form.and_then(|f| article.words.term_of.get(f as usize));
        words += 1;
        held += usize::from(term.is_some_and(|t| terms.of(first).contains(t)));
    });
    words == held && (1..=3).contains(&words)
}

fn flag(is: bool) -> f64 {
    f64::from(u8::from(is))
}

/// A weight for each term.
pub(crate) struct Weights {
    pub of: Vec<f64>,
    /// The sum of all.
    pub total: f64,
}

impl Weights {
    fn new(of: Vec<f64>) -> Weights {
        let total = of.iter().sum();
        Weights { of, total }
    }

    /// The weight of a term.
    pub fn get(&self, term: u32) -> f64 {
        self.of.get(term as usize).copied().unwrap_or(0.0)
    }

    /// The weight of the distinct terms that a sentence holds.
    fn held(&self, terms: &Terms, sentence: usize) -> f64 {
        terms.of(sentence).iter().map(|&t| self.get(t)).sum()
    }

    /// The weight of the content words of a stretch of text.
    pub fn of_words(&self, article: &Article, words: &[Word]) -> f64 {
        let content = words.iter().filter(|w| !article.is_stop(**w));
        content.map(|&w| self.get(article.words.term(w))).sum()
    }

    /// 1 for each content term of the title.
    fn title(article: &Article, terms: &Terms) -> Weights {
        let mut of = vec![0.0; terms.frequency.len()];
        let mut folded = String::new();
        crate::word::each_word(article.title.as_deref().unwrap_or_default(), |_, _, _, slice| {
            crate::word::fold_into(slice, &mut folded);
            let form = article.words.forms.get(&folded);
            let stop = form.and_then(|f| article.stop.get(f as usize)).copied().unwrap_or(false);
            let term = form.and_then(|f| article.words.term_of.get(f as usize));
            if let Some(slot) = term.filter(|_| !stop).and_then(|&t| of.get_mut(t as usize)) {
                *slot = 1.0;
            }
        });
        Weights::new(of)
    }

    /// What covering a term is worth: ln(1 + tf), 0.2 for a term that occurs once, scaled to add up to the number of
    /// sentences, at most 30, times `scale`.
    pub fn coverage(terms: &Terms, sentences: usize, scale: f64) -> Weights {
        let weight = |&tf: &u32| match tf {
            0 => 0.0,
            1 => 0.2,
            _ => libm::log(1.0 + f64::from(tf)),
        };
        let mut all = Weights::new(terms.frequency.iter().map(weight).collect());
        let scale = scale * (sentences.min(30) as f64) / all.total.max(f64::MIN_POSITIVE);
        all.of.iter_mut().for_each(|w| *w *= scale);
        all.total *= scale;
        all
    }
}
