//! The result.

use serde::Serialize;

/// What the article says: its sentences in order, which of them carry it, and why.
///
/// Offsets are UTF-16 code units into the caller's own text, half-open.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Digest {
    /// BCP-47 primary tag such as `fr`, or `None` rather than a guess.
    pub language: Option<String>,
    /// What kind of text it is: `article`, `transcript`, `mail`, `chat`, `subtitles`, `forum`, `reference`, `paper`, `legal`,
    /// `list` or `newsletter`. `article` where nothing speaks for another kind.
    pub genre: &'static str,
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
    /// Who says it, as a transcript, an interview or a chat names them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
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
/// whole), `length`, `form` (quotation marks), `cue` (a phrase that announces the point), `focus`, `doubt` (it may be
/// no part of the article), `coverage` (terms that no sentence ranked before it holds).
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
    pub const NAMES: [&'static str; 11] = [
        "position",
        "keywords",
        "title",
        "names",
        "centrality",
        "length",
        "form",
        "cue",
        "focus",
        "doubt",
        "coverage",
    ];

    pub(crate) fn new(of_features: &[f64; Reasons::NAMES.len() - 1], coverage: f64) -> Reasons {
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
    /// `interface`, `references`, `greeting`, `message`, `repeated` or `outside`.
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
