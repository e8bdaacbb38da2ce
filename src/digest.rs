//! The result.

use serde::Serialize;

use crate::article::Article;
use crate::page::Page;
use crate::score::{Contributions, Scores};
use crate::select::Selection;
use crate::sentence::Sentence as SplitSentence;
use crate::sort;

use crate::utf16::Utf16;

/// What the article says: its sentences in order, which of them carry it, and why.
///
/// Offsets are UTF-16 code units into the caller's own text, half-open.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Digest {
    /// BCP-47 primary tag such as `fr`, or `None` rather than a guess.
    pub language: Option<String>,
    /// The article's title, from the options or the text.
    pub title: Option<String>,
    /// Every sentence of the article, headings and list items included, in document order.
    pub sentences: Vec<Sentence>,
    /// The chosen ones, as many as [`Options::length`](crate::Options::length) allows: indices into `sentences`, ascending.
    pub summary: Vec<u32>,
    /// For [`SummaryType::Headline`](crate::SummaryType::Headline) only: the title if it fits, else some of the article's own
    /// words, in order, without a full stop.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// The heaviest phrases, heaviest first, at most 20.
    pub keywords: Vec<Keyword>,
    /// Names, dates and amounts, heaviest first, at most 20, 5 and 5.
    pub entities: Vec<Entity>,
    /// What was set aside, in document order, and why.
    pub dropped: Vec<Dropped>,
    /// How long article and summary are.
    pub stats: Stats,
    /// The version of the engine, that of this crate.
    pub version: &'static str,
}

/// A sentence, a heading, a list item, a line of code or a row of a table.
#[derive(Clone, Debug, Serialize)]
pub struct Sentence {
    /// Its text, white space tidied.
    pub text: String,
    /// Where it starts in the caller's text, in UTF-16 code units.
    pub start: u32,
    /// Where it ends, exclusive.
    pub end: u32,
    /// The block it belongs to, counted from 0 over blocks kept.
    pub block: u32,
    /// `paragraph`, `heading`, `list-item`, `quote`, `caption`, `code` or `table`.
    pub kind: &'static str,
    /// The sum of `reasons`: of any sign, comparable within one digest only.
    pub score: f64,
    /// Its place in the nested order, from 0: the summary of k sentences is the first k ranks. `None`: never chosen, as a
    /// heading, a line of code, a row of a table, a caption, or a near copy of a sentence with a rank.
    pub rank: Option<u32>,
    /// What it owes its score to.
    pub reasons: Reasons,
    /// For a chosen sentence, the word or name that it owes most to; absent when it would keep its rank without it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counterfactual: Option<Counterfactual>,
}

/// «Without *Genève* it would rank 7th.»
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Counterfactual {
    /// A word or name of the sentence, as written in it.
    pub term: String,
    /// The rank that the sentence would have without that word, from 0, the others' scores being what they are.
    pub rank: u32,
}

/// The contributions to a score, by name; they add up to it. In JSON an object without those that are 0.
///
/// In this order: `position`, `keywords`, `title`, `names`, `centrality` (how close it is to the
/// whole), `length`, `form` (quotation marks), `cue` (a phrase that announces the point), `focus`, `coverage` (terms that no
/// sentence ranked before it holds).
///
/// ```
/// let text = "Halden will run trams again from June. The last one ran in 1962. Tickets will cost two crowns.";
/// let digest = nutgraf::summarize(text, &nutgraf::Options::default())?;
/// for sentence in &digest.sentences {
///     let sum: f64 = sentence.reasons.iter().map(|(_, value)| value).sum();
///     assert!((sum - sentence.score).abs() < 1e-9);
/// }
/// assert_eq!(digest.sentences[0].reasons.iter().next().map(|(name, _)| name), Some("position"));
/// # Ok::<(), nutgraf::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Reasons([f64; Reasons::NAMES.len()]);

impl Reasons {
    /// What they are called, in their order.
    pub const NAMES: [&'static str; 10] = [
        "position",
        "keywords",
        "title",
        "names",
        "centrality",
        "length",
        "form",
        "cue",
        "focus",
        "coverage",
    ];

    pub(crate) fn new(of_features: &Contributions, coverage: f64) -> Reasons {
        let mut all = [coverage; Reasons::NAMES.len()];
        for (slot, value) in all.iter_mut().zip(of_features) {
            *slot = *value;
        }
        Reasons(all)
    }

    /// Those that contribute (are not 0), by name, in the order of [`Reasons::NAMES`].
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, f64)> + use<> {
        Reasons::NAMES.into_iter().zip(self.0).filter(|(_, value)| *value != 0.0)
    }

    /// What each of [`Reasons::NAMES`] contributes, 0 for those that don't.
    pub fn values(&self) -> &[f64; Reasons::NAMES.len()] {
        &self.0
    }
}

impl Serialize for Reasons {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

/// A word or phrase of up to four words that the article is about.
#[derive(Clone, Debug, Serialize)]
pub struct Keyword {
    /// As written in the text.
    pub text: String,
    /// Its share of the heaviest keyword's weight, above 0 and at most 1.
    pub weight: f64,
    /// How often it occurs.
    pub count: u32,
}

/// A name, a date or an amount.
#[derive(Clone, Debug, Serialize)]
pub struct Entity {
    /// As written in the text, in its fullest form.
    pub text: String,
    /// `name`, `date` or `amount`.
    pub kind: &'static str,
    /// How often it occurs, short forms included.
    pub count: u32,
    /// Its share of the heaviest entity's weight, above 0 and at most 1.
    pub weight: f64,
}

/// A block or sentence that is no part of the article.
#[derive(Clone, Debug, Serialize)]
pub struct Dropped {
    /// Its text, white space tidied.
    pub text: String,
    /// Where it starts in the caller's text, in UTF-16 code units.
    pub start: u32,
    /// Where it ends, exclusive.
    pub end: u32,
    /// Why: `consent`, `share`, `subscribe`, `paywall`, `related`, `caption`, `byline`, `rights`, `comments`, `advert`,
    /// `interface`, `references`, `repeated` or `outside`.
    pub reason: &'static str,
}

/// Counts over the article as understood (what was set aside doesn't count). In a script without spaces between words two
/// letters count as a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stats {
    /// Words of the article.
    pub words: u32,
    /// Sentences of the article, headings and the like included.
    pub sentences: u32,
    /// Words of the summary.
    pub summary_words: u32,
    /// Share of the words that the summary spares the reader, 0 to 1.
    pub reduction: f64,
    /// Seconds to read the article at 238 words a minute (Brysbaert 2019), or 500 characters for scripts without spaces.
    pub reading_seconds: u32,
}

/// The blocks and sentences that were set aside, in document order.
#[inline(never)]
pub(crate) fn dropped(source: &str, page: &Page, sentences: &[SplitSentence]) -> Vec<Dropped> {
    let blocks = page.blocks.iter().filter_map(|b| b.dropped.map(|reason| (b.span, reason)));
    let inside = sentences.iter().filter_map(|s| s.dropped.map(|reason| (s.span, reason)));
    let all: Vec<_> = blocks.chain(inside).collect();
    let all = sort::by_key(all, |(span, _)| span.start);
    let mut origins = page.origins();
    let mut utf16 = Utf16::new(source);
    all.into_iter()
        .map(|(span, reason)| {
            let origin = origins.source(span);
            let start = utf16.at(origin.start as usize);
            let end = utf16.at(origin.end as usize);
            Dropped { text: span.of(&page.text).to_string(), start, end, reason: reason.name() }
        })
        .collect()
}

/// Puts the digest together.
#[allow(clippy::too_many_arguments, reason = "each stage's result, once")]
#[inline(never)]
pub(crate) fn assemble(
    source: &str,
    article: &Article,
    keywords: Vec<Keyword>,
    entities: Vec<Entity>,
    dropped: Vec<Dropped>,
    scores: &Scores,
    selection: Selection,
    headline: Option<String>,
    stats: Stats,
) -> Digest {
    let mut origins = article.page.origins();
    let mut utf16 = Utf16::new(source);
    let mut blocks = BlockNumbers::default();
    let mut sentences: Vec<Sentence> = article
        .sentences
        .iter()
        .enumerate()
        .map(|(i, sentence)| {
            let origin = origins.source(sentence.span);
            let start = utf16.at(origin.start as usize);
            let end = utf16.at(origin.end as usize);
            let place = selection.places.get(i).copied().unwrap_or_default();
            let reasons =
                scores.contributions.get(i).map(|c| Reasons::new(c, place.coverage)).unwrap_or_default();
            Sentence {
                text: sentence.span.of(&article.page.text).to_string(),
                start,
                end,
                block: blocks.number(sentence.block),
                kind: article.block(i).map_or("", |b| b.kind.name()),
                // Not `sum`: of nothing it is -0, which not every engine prints alike.
                score: reasons.iter().fold(0.0, |sum, (_, v)| sum + v),
                rank: place.rank,
                reasons,
                counterfactual: None,
            }
        })
        .collect();
    for (i, counterfactual) in selection.counterfactuals {
        if let Some(sentence) = sentences.get_mut(i as usize) {
            sentence.counterfactual = Some(counterfactual);
        }
    }
    Digest {
        language: article.language.map(|l| l.tag.to_string()),
        title: article.title.clone(),
        sentences,
        stats,
        summary: selection.summary,
        headline,
        keywords,
        entities,
        dropped,
        version: env!("CARGO_PKG_VERSION"),
    }
}

/// Numbers blocks anew, without gaps.
#[derive(Default)]
struct BlockNumbers {
    last: Option<u32>,
    number: u32,
}

impl BlockNumbers {
    fn number(&mut self, block: u32) -> u32 {
        if self.last.is_some_and(|last| last != block) {
            self.number += 1;
        }
        self.last = Some(block);
        self.number
    }
}

/// Counts over the article and its summary.
pub(crate) fn stats(article: &Article, summary: &[u32]) -> Stats {
    let words = article.words.words.len();
    let summary_words: usize = summary.iter().map(|&i| article.words.of(i as usize).len()).sum();
    let unspaced = article.words.words.iter().filter(|w| w.is_unspaced()).count();
    let seconds = (words - unspaced) as f64 * 60.0 / 238.0 + unspaced as f64 * 60.0 / 500.0;
    Stats {
        words: words as u32,
        sentences: article.sentences.len() as u32,
        summary_words: summary_words as u32,
        reduction: if words == 0 { 0.0 } else { 1.0 - summary_words as f64 / words as f64 },
        reading_seconds: seconds.ceil() as u32,
    }
}
