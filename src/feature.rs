//! What is measured of each sentence.

mod cue;
mod focus;
mod form;
mod centrality;
mod term_index;

use crate::Options;
use crate::article::Article;
use crate::column::Column;
use crate::tables;
use crate::word::{Word, each_folded_word};
use centrality::Centrality;
pub(crate) use cue::Cues;
pub(crate) use term_index::{Postings, TermIndex};

/// What the features of every sentence are computed with.
pub(crate) struct Measured {
    pub terms: TermIndex,
    pub postings: Postings,
    /// What each term weighs in a keyphrase.
    pub phrases: Weights,
    /// For each term what the title demands of it: 1, 2 for a number or a quoted word, 0 for what is not in the title.
    pub title: Weights,
    pub centrality: Centrality,
    /// The sentences that can be chosen, ascending.
    pub sentences: Vec<u32>,
    /// For each of them how far it holds what the caller asks for.
    focus: Vec<f64>,
    points: Cues,
    /// Whether the first sentence opens in the middle of a story.
    opens_mid_story: bool,
    /// Whether labels tell captions: not where every speaker or entry has one.
    labels_tell: bool,
    is_entry: bool,
    case_tells: bool,
}

/// A sentence that can be chosen, as the features see it.
pub(crate) struct Row<'a> {
    pub article: &'a Article,
    pub measured: &'a Measured,
    pub sentence: usize,
    /// How many sentences that can be chosen stand before it.
    pub place: f64,
    /// The same as a share, 0 for the first and 1 for the last.
    pub late: f64,
    /// Whether it is the first of its paragraph.
    pub opens_paragraph: bool,
    /// Its number of words.
    pub words: f64,
    /// 0.5 to 1 with what the caller asks for, else 0.
    pub focus: f64,
}

impl Row<'_> {
    pub fn text(&self) -> &str {
        self.article.text(self.sentence)
    }

    /// Weights of the terms within keyphrases, summed, over √(words + 10).
    pub fn phrases(&self) -> f64 {
        self.measured.phrases.held(&self.measured.terms, self.sentence) / (self.words + 10.0).sqrt()
    }

    /// Share of the sentence's content terms that the title has.
    pub fn title_density(&self) -> f64 {
        let terms = self.measured.terms.of(self.sentence);
        let in_title = terms.iter().filter(|&&term| self.measured.title.get(term) > 0.0).count();
        in_title as f64 / terms.len().max(1) as f64
    }

    pub fn cosine_to_centroid(&self) -> f64 {
        self.measured.centrality.cosine_to_centroid(&self.measured.terms, self.sentence)
    }

    /// Share of the words with a capital inside the sentence; 0 where capitals don't tell names.
    pub fn names(&self) -> f64 {
        if self.measured.case_tells { form::names(self.article, self.sentence) } else { 0.0 }
    }

    /// Whether the article looks like an entry of an encyclopaedia.
    pub fn is_in_entry(&self) -> bool {
        self.measured.is_entry
    }

    /// Whether a phrase announces the point.
    pub fn has_point(&self) -> bool {
        self.measured.points.occur(self.article, self.sentence)
    }

    /// Whether it is the first sentence, but opens in the middle of a story.
    pub fn opens_mid_story(&self) -> bool {
        self.place == 0.0 && self.measured.opens_mid_story
    }

    /// Whether it may be no part of the article.
    pub fn is_doubtful(&self) -> bool {
        self.article.block(self.sentence).is_some_and(|b| b.is_doubtful)
    }

    pub fn has_quotation(&self) -> bool {
        form::has_quotation(self.text())
    }

    /// Whether it asks, in a text of speakers who take turns.
    pub fn asks_in_talk(&self) -> bool {
        self.article.page.genre.is_talk() && self.text().trim_end().ends_with(['?', '？', '؟'])
    }

    pub fn is_fragment(&self) -> bool {
        form::is_fragment(self.article, self.sentence)
    }

    pub fn is_caption_like(&self) -> bool {
        self.measured.labels_tell && form::has_label(self.article, self.sentence)
            || form::is_embedded(self.text())
    }
}

/// Gathers what the features are computed with.
pub(crate) fn measure(article: &Article, term_weights: Vec<f64>, options: &Options) -> Measured {
    let terms = term_index::index(article);
    let mut sentences = Vec::with_capacity(article.sentences.len());
    for sentence in 0..article.sentences.len() as u32 {
        if article.is_eligible(sentence as usize) {
            sentences.push(sentence);
        }
    }
    let cues = article.language.map_or("", |l| l.cues());
    let title_words = title_words(article);
    let points = Cues::of(article, tables::section(cues, "point"));
    let openers = Cues::of(article, tables::section(cues, "opener"));
    let first = sentences.first().map_or(0, |&first| first as usize);
    Measured {
        opens_mid_story: openers.open(article, first),
        labels_tell: form::labels_tell(article, &sentences),
        postings: terms.postings(),
        phrases: Weights::new(term_weights),
        title: Weights::title(article, &terms, &title_words),
        centrality: Centrality::new(&terms, &sentences),
        focus: focus::measure(article, &options.focus, &sentences),
        points,
        is_entry: is_entry(article, &terms, &sentences, &title_words),
        case_tells: form::case_tells(article, &sentences),
        sentences,
        terms,
    }
}

impl Measured {
    /// Calls `found` with each sentence that can be chosen, in document order.
    pub fn each_row(&self, article: &Article, found: &mut dyn FnMut(&Row)) {
        let last = (self.sentences.len().max(2) - 1) as f64;
        let mut block = None;
        for (place, &sentence) in self.sentences.iter().enumerate() {
            let sentence = sentence as usize;
            let own = article.sentences.get(sentence).map(|s| s.block);
            found(&Row {
                article,
                measured: self,
                sentence,
                place: place as f64,
                late: place as f64 / last,
                opens_paragraph: block.replace(own) != Some(own),
                words: article.words.of(sentence).len() as f64,
                focus: self.focus.at(place),
            });
        }
    }
}

/// Whether the article looks like an entry of an encyclopaedia: its title is a name of one to three words, and the first
/// sentence holds them all. There the opening says what the thing is, and the rest goes into detail.
fn is_entry(article: &Article, terms: &TermIndex, sentences: &[u32], title: &[TitleWord]) -> bool {
    let first = terms.of(sentences.first().map_or(0, |&i| i as usize));
    let held = |word: &TitleWord| {
        article.words.term_of.get(word.form as usize).is_some_and(|term| first.contains(term))
    };
    (1..=3).contains(&title.len()) && title.iter().all(held)
}

/// A word of the title.
struct TitleWord {
    /// Its form; `u32::MAX` for one that the text lacks.
    form: u32,
    /// Whether it is a number or stands in quotation marks.
    is_marked: bool,
}

fn title_words(article: &Article) -> Vec<TitleWord> {
    let title = article.title.as_deref().unwrap_or_default();
    let mut out = Vec::new();
    let mut quoted = Quoted::default();
    each_folded_word(title, &mut |start, flags, folded| {
        let form = article.words.forms.get(folded).unwrap_or(u32::MAX);
        let is_marked = quoted.is_inside(title, start as usize) || flags & crate::token::NUMBER != 0;
        out.push(TitleWord { form, is_marked });
    });
    out
}

/// Whether a place in a text lies between quotation marks; asked in ascending order.
#[derive(Default)]
struct Quoted {
    read: usize,
    is_open: bool,
}

impl Quoted {
    fn is_inside(&mut self, text: &str, at: usize) -> bool {
        for c in text.get(self.read..at).unwrap_or_default().chars() {
            match c {
                '"' => self.is_open = !self.is_open,
                '«' | '“' | '„' | '「' | '『' => self.is_open = true,
                '»' | '”' | '」' | '』' => self.is_open = false,
                _ => {}
            }
        }
        self.read = at;
        self.is_open
    }
}

/// A weight for each term.
#[derive(Debug, Default)]
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
        self.of.at(term)
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

    /// What the title demands: see [`Measured::title`].
    fn title(article: &Article, terms: &TermIndex, title: &[TitleWord]) -> Weights {
        let mut of = vec![0.0; terms.frequency.len()];
        for word in title {
            let form = word.form as usize;
            let term = article.words.term_of.get(form).and_then(|&term| of.get_mut(term as usize));
            if let (Some(slot), Some(false)) = (term, article.stop.get(form)) {
                *slot = f64::max(*slot, if word.is_marked { 2.0 } else { 1.0 });
            }
        }
        Weights::new(of)
    }

    /// What covering a term for the first time is worth: ln(1 + tf), 0.2 for a term that occurs once, scaled to add up to
    /// the number of sentences, at most 30.
    pub fn coverage(terms: &TermIndex, sentences: usize) -> Weights {
        let mut of = vec![0.0; terms.frequency.len()];
        for (weight, &tf) in of.iter_mut().zip(&terms.frequency) {
            *weight = match tf {
                0 => 0.0,
                1 => 0.2,
                _ => libm::log(1.0 + f64::from(tf)),
            };
        }
        let mut all = Weights::new(of);
        let scale = (sentences.min(30) as f64) / all.total.max(f64::MIN_POSITIVE);
        for weight in &mut all.of {
            *weight *= scale;
        }
        all.total *= scale;
        all
    }
}
