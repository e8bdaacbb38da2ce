//! Named entity recognition: names of people, places and organizations, dates and amounts.

mod alias;
mod capitalization;
mod german;
mod name;
mod quantity;
mod repeated_ngrams;
mod run;
mod unit;

use crate::article::Article;
use crate::column::Column;
use crate::digest::Entity;
use crate::page::BlockKind;
use crate::sort;
use crate::word::Word;
use run::{mark, words_of};

/// The entities of the article and where each is named.
#[derive(Debug, Default)]
pub(crate) struct Entities {
    /// Heaviest first; weights are shares of the heaviest's.
    pub list: Vec<Entity>,
    /// Every mention, in document order.
    pub mentions: Vec<Mention>,
}

/// A place where an entity is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    /// Index of the sentence in [`Article::sentences`].
    pub sentence: u32,
    /// Index of its first word in [`crate::word::Words::words`].
    pub word: u32,
    /// How many words it takes.
    pub words: u32,
    /// Index of the entity in [`Entities::list`].
    pub entity: u32,
}

impl Mention {
    /// The words that name the entity.
    pub fn of<'a>(&self, article: &'a Article) -> &'a [Word] {
        words_of(article, self.word, self.words)
    }
}

impl Entities {
    /// The heaviest entities, as the digest lists them: at most 20 names, five dates and five amounts.
    pub fn shown(self) -> Vec<Entity> {
        let (mut names, mut dates, mut amounts) = (NAMES, OTHERS, OTHERS);
        let mut out = Vec::new();
        for entity in self.list {
            let left = match entity.kind {
                NAME => &mut names,
                DATE => &mut dates,
                _ => &mut amounts,
            };
            if *left > 0 {
                *left -= 1;
                out.push(entity);
            }
        }
        out
    }

    /// For each word of the text whether it is part of a name.
    pub fn named(&self, article: &Article) -> Vec<bool> {
        let mut out = vec![false; article.words.words.len()];
        for mention in &self.mentions {
            if self.list.get(mention.entity as usize).is_some_and(|e| e.kind == NAME) {
                mark(&mut out, mention.word, mention.words);
            }
        }
        out
    }
}

pub(crate) const NAME: &str = "name";
const DATE: &str = "date";
const AMOUNT: &str = "amount";

/// Every kind of entity.
#[cfg(test)]
pub(crate) const KINDS: [&str; 3] = [NAME, DATE, AMOUNT];

/// Names in a digest, at most; dates and amounts, each.
const NAMES: usize = 20;
const OTHERS: usize = 5;

/// By form: not 0 for particles, which join the parts of a name or of a phrase («de», «of»).
pub(crate) fn links(article: &Article) -> Vec<u8> {
    let mut out = vec![0; article.words.forms.len()];
    capitalization::mark_all(article, &mut out, capitalization::PARTICLE, capitalization::PARTICLES);
    out
}

/// Finds the entities of the article.
pub(crate) fn find(article: &Article) -> Entities {
    let case = capitalization::Capitalization::measure(article);
    let quantities = quantity::find(article, &case);
    let mut taken = vec![false; article.words.words.len()];
    for quantity in &quantities {
        mark(&mut taken, quantity.word, quantity.words);
    }
    let mut runs = name::find(article, &case, &taken);
    if repeated_ngrams::is_caseless(article) {
        runs.extend(repeated_ngrams::find(article, &case, &taken));
        runs = sort::by_key(runs, |run| run.word);
    }
    let base = alias::bases(article, &runs);
    let names = alias::group(article, &runs, &base);
    let mut list = Vec::with_capacity(names.shown.len());
    for &run in &names.shown {
        let text = runs.get(run as usize).map_or("", |run| run.text(article));
        list.push(Tally::new(alias::strip_possessive(article, text), NAME));
    }
    let mut mentions = Vec::with_capacity(runs.len() + quantities.len());
    for (run, &entity) in runs.iter().zip(&names.of_run) {
        mentions.push(Mention { sentence: run.sentence, word: run.word, words: run.words, entity });
    }
    drop(runs);
    add_quantities(article, &quantities, &mut list, &mut mentions);
    let mentions = sort::by_key(mentions, |m| m.word);
    weigh(article, list, mentions)
}

/// Counts of an entity's mentions.
struct Tally<'a> {
    text: &'a str,
    kind: &'static str,
    count: u32,
    sentences: u32,
    /// Its first sentence.
    first: u32,
    last: u32,
    /// Named in a heading.
    titled: bool,
}

impl<'a> Tally<'a> {
    fn new(text: &'a str, kind: &'static str) -> Tally<'a> {
        Tally { text, kind, count: 0, sentences: 0, first: u32::MAX, last: u32::MAX, titled: false }
    }

    /// How much of the article it carries: more when many sentences name it, early, and in a heading.
    fn weight(&self) -> f64 {
        let kind = match self.kind {
            NAME => 1.0,
            DATE => 0.5,
            _ => 0.35,
        };
        let early = 1.0 + 1.0 / (1.0 + libm::log(1.0 + f64::from(self.first)));
        kind * early * libm::log(1.0 + f64::from(self.sentences)) * if self.titled { 1.5 } else { 1.0 }
    }
}

/// Adds dates and amounts to the names; those written alike are one.
fn add_quantities<'a>(
    article: &'a Article,
    quantities: &[quantity::Quantity],
    list: &mut Vec<Tally<'a>>,
    mentions: &mut Vec<Mention>,
) {
    let names = list.len() as u32;
    let mut written = crate::interner::Interner::default();
    for quantity in quantities {
        let text = quantity.span.of(&article.page.text);
        let entity = names + written.intern(text);
        if entity as usize == list.len() {
            list.push(Tally::new(text, if quantity.is_date { DATE } else { AMOUNT }));
        }
        let (sentence, word, words) = (quantity.sentence, quantity.word, quantity.words);
        mentions.push(Mention { sentence, word, words, entity });
    }
}

/// Weighs the entities, puts the heaviest first and numbers the mentions anew.
#[inline(never)]
fn weigh(article: &Article, mut list: Vec<Tally>, mut mentions: Vec<Mention>) -> Entities {
    for mention in &mentions {
        let Some(tally) = list.get_mut(mention.entity as usize) else { continue };
        tally.count += 1;
        tally.sentences += u32::from(tally.last != mention.sentence);
        tally.last = mention.sentence;
        tally.first = tally.first.min(mention.sentence);
        tally.titled |=
            article.block(mention.sentence as usize).is_some_and(|b| b.kind == BlockKind::Heading);
    }
    let mut weights = vec![0.0; list.len()];
    for (weight, tally) in weights.iter_mut().zip(&list) {
        *weight = tally.weight();
    }
    let order = sort::heaviest_first(&weights);
    let heaviest = order.first().map_or(1.0, |&number| weights.at(number));
    let mut place = vec![0u32; list.len()];
    let mut entities = Vec::with_capacity(list.len());
    for (rank, &number) in (0u32..).zip(&order) {
        let (Some(slot), Some(tally)) = (place.get_mut(number as usize), list.get(number as usize)) else {
            continue;
        };
        *slot = rank;
        let weight = weights.at(number) / heaviest;
        entities.push(Entity { text: tally.text.to_string(), kind: tally.kind, count: tally.count, weight });
    }
    for mention in &mut mentions {
        mention.entity = place.at(mention.entity);
    }
    Entities { list: entities, mentions }
}
