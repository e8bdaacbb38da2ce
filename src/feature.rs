//! What is measured of each sentence.

mod cue;
mod focus;
mod form;
mod likeness;
mod pairs;
mod terms;

use crate::Options;
use crate::article::Article;
use crate::entity::Entities;
use crate::keyword::Keywords;
use crate::tables;
use crate::word::Word;
pub(crate) use cue::Cues;
pub(crate) use terms::{Holders, Terms, index};

/// How many features there are; [`crate::score::WEIGHTS`] names them.
pub(crate) const COLUMNS: usize = 26;

/// The values of one sentence.
pub(crate) type Features = [f64; COLUMNS];

/// Measures each sentence of the article; those that can't be chosen have nothing but zeros.
pub(crate) fn measure(
    article: &Article,
    terms: &Terms,
    keywords: &Keywords,
    entities: &Entities,
    options: &Options,
) -> Vec<Features> {
    let sentences: Vec<u32> =
        (0..article.sentences.len() as u32).filter(|&i| article.is_eligible(i as usize)).collect();
    let mut out = vec![Features::default(); article.sentences.len()];
    let likeness = likeness::measure(terms, &sentences);
    let pairs = pairs::measure(article, &sentences);
    let focus = focus::measure(article, &options.focus, &sentences);
    let points = Cues::of(article, tables::section(article.language.map_or("", |l| l.cues), "point"));
    let heavy = Weights::heaviest(terms);
    let title = Weights::title(article, terms);
    let phrases = Weights::new(keywords.term_weights.clone());
    let named = named(article, entities);
    let lead = Weights::lead(terms, &sentences);
    let key = Weights::keys(article, terms, &sentences, &title);
    let case_tells = form::case_tells(article, &sentences);
    let last = (sentences.len().max(2) - 1) as f64;
    let mut block = None;
    for (place, &sentence) in sentences.iter().enumerate() {
        let (i, place_f) = (sentence as usize, place as f64);
        let Some(row) = out.get_mut(i) else { continue };
        let words = article.words.of(i);
        let count = words.len() as f64;
        let text = article.text(i);
        let own = article.sentences.get(i).map(|s| s.block);
        let opens = block.replace(own) != Some(own);
        let [central, forward] = likeness.get(place).copied().unwrap_or_default();
        let late = place_f / last;
        let held = title.held(terms, i);
        *row = [
            1.0 / (1.0 + place_f),
            flag(place == 0),
            late,
            late * late,
            flag(opens),
            central,
            forward,
            heavy.held(terms, i) / heavy.total.max(1.0),
            held / title.total.max(1.0),
            held / (terms.of(i).len().max(1) as f64),
            lead.held(terms, i) / (terms.of(i).len().max(1) as f64),
            pairs.get(place).copied().unwrap_or(0.0),
            if case_tells { form::names(article, i) } else { 0.0 },
            libm::log(1.0 + count),
            flag(words.len() < 5),
            flag(words.len() > 40),
            flag(form::is_question(text)),
            flag(form::has_quotation(text)),
            flag(form::has_parenthesis(text)),
            words.iter().filter(|w| w.is_number()).count() as f64 / count.max(1.0),
            key.held(terms, i) / (count + 10.0).sqrt(),
            flag(points.occur(article, i)),
            1.0 / (1.0 + place_f).sqrt(),
            focus.get(place).copied().unwrap_or(0.0),
            phrases.held(terms, i) / (count + 10.0).sqrt(),
            named.get(i).copied().unwrap_or(0.0) / (count + 10.0).sqrt(),
        ];
    }
    out
}

/// For each sentence the weight of the distinct entities that it names.
fn named(article: &Article, entities: &Entities) -> Vec<f64> {
    let mut out = vec![0.0; article.sentences.len()];
    let mut last = vec![u32::MAX; entities.list.len()];
    for mention in &entities.mentions {
        let Some(last) = last.get_mut(mention.entity as usize) else { continue };
        if *last != mention.sentence {
            *last = mention.sentence;
            if let Some(sum) = out.get_mut(mention.sentence as usize) {
                *sum += entities.list.get(mention.entity as usize).map_or(0.0, |e| e.weight);
            }
        }
    }
    out
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

    /// The weight of the distinct terms that a sentence holds.
    fn held(&self, terms: &Terms, sentence: usize) -> f64 {
        terms.of(sentence).iter().map(|&t| self.of.get(t as usize).copied().unwrap_or(0.0)).sum()
    }

    /// The weight of the content words of a stretch of text.
    pub fn of_words(&self, article: &Article, words: &[Word]) -> f64 {
        let content = words.iter().filter(|w| !article.is_stop(**w));
        content.map(|&w| self.of.get(article.words.term(w) as usize).copied().unwrap_or(0.0)).sum()
    }

    /// ln(1 + tf), 0.3 for a term that occurs once; the twelve heaviest, nothing for the others.
    fn heaviest(terms: &Terms) -> Weights {
        const KEPT: usize = 12;
        let mut best: Vec<(u32, usize)> = Vec::with_capacity(KEPT + 1);
        for (term, &tf) in terms.frequency.iter().enumerate().filter(|(_, tf)| **tf > 0) {
            if best.len() < KEPT || best.last().is_some_and(|&(least, _)| tf > least) {
                let at = best.partition_point(|&(other, _)| other >= tf);
                best.insert(at, (tf, term));
                best.truncate(KEPT);
            }
        }
        let mut of = vec![0.0; terms.frequency.len()];
        for (tf, term) in best {
            if let Some(slot) = of.get_mut(term) {
                *slot = if tf == 1 { 0.3 } else { libm::log(1.0 + f64::from(tf)) };
            }
        }
        Weights::new(of)
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

    /// 1 for each term of the first two sentences.
    fn lead(terms: &Terms, sentences: &[u32]) -> Weights {
        let mut of = vec![0.0; terms.frequency.len()];
        for &sentence in sentences.iter().take(2) {
            for &term in terms.of(sentence as usize) {
                if let Some(slot) = of.get_mut(term as usize) {
                    *slot = 1.0;
                }
            }
        }
        Weights::new(of)
    }

    /// ln(1 + tf) / ln(3 + first sentence), doubled in the title, up to half more for terms written with a capital.
    fn keys(article: &Article, terms: &Terms, sentences: &[u32], title: &Weights) -> Weights {
        let size = terms.frequency.len();
        let mut first = vec![u32::MAX; size];
        let mut capitals = vec![0u32; size];
        for (place, &sentence) in (0u32..).zip(sentences) {
            for (at, &word) in article.words.of(sentence as usize).iter().enumerate() {
                let term = article.words.term(word) as usize;
                if let Some(first) = first.get_mut(term) {
                    *first = (*first).min(place);
                }
                if at > 0
                    && word.is_capital()
                    && let Some(capitals) = capitals.get_mut(term)
                {
                    *capitals += 1;
                }
            }
        }
        let weight = |term: usize, tf: u32| {
            let early = libm::log(3.0 + f64::from(first.get(term).copied().unwrap_or(0)));
            let titled = 1.0 + title.of.get(term).copied().unwrap_or(0.0);
            let capital = f64::from(capitals.get(term).copied().unwrap_or(0)) / f64::from(tf);
            libm::log(1.0 + f64::from(tf)) / early * titled * (1.0 + 0.5 * capital.min(1.0))
        };
        let of = terms.frequency.iter().enumerate();
        Weights::new(of.map(|(term, &tf)| if tf == 0 { 0.0 } else { weight(term, tf) }).collect())
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
