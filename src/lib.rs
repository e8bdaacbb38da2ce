//! Extractive summaries of articles, inside the browser and outside.
//!
//! [`summarize`] takes a pasted article, menus and cookie notices included, and gives a [`Digest`]: the article's sentences,
//! which of them say what it is about, and why; keywords; names, dates and amounts; what was set aside as no part of it.
//!
//! ```
//! use nutgraf::{Length, Options, summarize};
//!
//! let text = "Trams return to Halden\n\nHalden will run trams again from June. The last one ran in 1962. \
//!             Tickets will cost two crowns.\n\nShare on Facebook";
//! let digest = summarize(text, &Options { length: Length::Sentences(1), ..Options::default() })?;
//!
//! assert_eq!(digest.language.as_deref(), Some("en"));
//! assert_eq!(digest.title.as_deref(), Some("Trams return to Halden"));
//! let summary: Vec<&str> = digest.summary.iter().map(|&i| digest.sentences[i as usize].text.as_str()).collect();
//! assert_eq!(summary, ["Halden will run trams again from June."]);
//! assert_eq!(digest.dropped[0].reason, "share");
//! # Ok::<(), nutgraf::Error>(())
//! ```
//!
//! Any text gets an answer: one without words an empty digest, one shorter than asked for all of it. The same text and options
//! give the same digest on every platform. Time grows with the length of the text.
//!
//! # Offsets
//!
//! [`Sentence`] and [`Dropped`] say where they lie in the caller's own text, half-open, in UTF-16 code units, as JavaScript
//! counts. Their own `text` is tidied (one space for any white space, wrapped lines joined, character references decoded), so
//! it may differ from the slice.
//!
//! ```
//! let text = "😀 Halden &amp; Orvik share trams. Tickets cost two crowns.";
//! let digest = nutgraf::summarize(text, &nutgraf::Options::default())?;
//! let sentence = &digest.sentences[0];
//! assert_eq!(sentence.text, "😀 Halden & Orvik share trams.");
//!
//! let units: Vec<u16> = text.encode_utf16().collect();
//! let slice = String::from_utf16_lossy(&units[sentence.start as usize..sentence.end as usize]);
//! assert_eq!(slice, "😀 Halden &amp; Orvik share trams.");
//! # Ok::<(), nutgraf::Error>(())
//! ```
//!
//! # Nested ranks
//!
//! [`Sentence::rank`] is one order for all lengths: the summary of k sentences is the k first ranks, in document order. One call
//! is enough for a slider.
//!
//! ```
//! let text = "Halden will run trams again from June. The last one ran in 1962. Tickets will cost two crowns.";
//! let digest = nutgraf::summarize(text, &nutgraf::Options::default())?;
//! let of_length = |k: u32| -> Vec<&str> {
//!     let chosen = digest.sentences.iter().filter(|s| s.rank.is_some_and(|rank| rank < k));
//!     chosen.map(|s| s.text.as_str()).collect()
//! };
//! assert_eq!(of_length(1), ["Halden will run trams again from June."]);
//! assert_eq!(of_length(3).len(), 3);
//! # Ok::<(), nutgraf::Error>(())
//! ```
//!
//! # Reasons
//!
//! A score is a weighted sum of what was measured of the sentence (its features), so it can be explained: [`Sentence::reasons`]
//! add up to [`Sentence::score`].
//!
//! # JSON
//!
//! [`Options`] can be deserialized and [`Digest`] serialized, both by serde, with the names that JavaScript uses: `type` for
//! [`Options::kind`], `summaryWords` for [`Stats::summary_words`]. The crate has no Cargo features; on `wasm32` it exports the
//! same to JavaScript.

mod error;
mod value;
mod options;
mod digest;

// What several stages use.
mod span;
mod column;
mod logarithm;
mod text;
mod utf16;
mod unicode;
mod script;
mod compose;
mod fold;
mod sort;
mod hash;
mod hash_table;
mod interner;
mod tables;
mod phrase_trie;
mod byline;

// The pipeline, from top to bottom.
mod page;
mod block;
mod outline;
#[doc(hidden)]
pub mod document;
#[cfg(target_arch = "wasm32")]
mod dom;
mod token;
mod language;
mod clean;
mod genre;
mod sentence;
mod word;
mod article;
mod entity;
mod keyword;
mod feature;
mod score;
mod select;
mod headline;
mod assemble;
mod analysis;

#[cfg(test)]
mod typescript;
#[cfg(target_arch = "wasm32")]
mod wasm;
#[cfg(target_arch = "wasm32")]
pub use wasm::{summarize_dom_js, summarize_js};

#[doc(hidden)]
pub use analysis::Analysis;
use analysis::Numbers;
#[doc(hidden)]
pub use clean::BlockRow;
pub use digest::{Counterfactual, Digest, Dropped, Entity, Keyword, Reasons, Sentence, Stats};
pub use error::{Error, MAX_BYTES};
pub use options::{Length, Options, SummaryType};

// The example in the README runs, too.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

/// Summarizes a pasted article: plain text in, its digest out.
///
/// The text may be hard-wrapped, hold Markdown or stray character references, and be surrounded by what a page puts around an
/// article. Blank lines, lines and their marks tell its blocks.
///
/// # Errors
///
/// `invalid-option` (see [`Options::validate`]); `input-too-large` above [`MAX_BYTES`]. No text of less is an error.
///
/// # Example
///
/// ```
/// use nutgraf::{Options, summarize};
///
/// let digest = summarize("The ferry to Orvik sails again. Orvik had waited for the ferry since May.", &Options::default())?;
/// let heaviest = &digest.keywords[0];
/// assert_eq!((heaviest.text.as_str(), heaviest.weight, heaviest.count), ("Orvik", 1.0, 2));
/// let name = &digest.entities[0];
/// assert_eq!((name.kind, name.text.as_str(), name.count), ("name", "Orvik", 2));
///
/// assert!(summarize("", &Options::default())?.sentences.is_empty());
/// # Ok::<(), nutgraf::Error>(())
/// ```
pub fn summarize(text: &str, options: &Options) -> Result<Digest, Error> {
    check(text, options)?;
    Ok(read_page(text, block::split(text), options, None, None))
}

fn check(text: &str, options: &Options) -> Result<(), Error> {
    options.validate()?;
    if text.len() > MAX_BYTES {
        return Err(Error::input_too_large(text.len()));
    }
    Ok(())
}

/// As [`summarize`], with the numbers behind the digest.
///
/// # Errors
///
/// As [`summarize`].
#[doc(hidden)]
pub fn analyze(text: &str, options: &Options) -> Result<Analysis, Error> {
    check(text, options)?;
    let mut numbers = Numbers::default();
    let digest = read_page(text, block::split(text), options, None, Some(&mut numbers));
    Ok(Analysis { digest, numbers })
}

/// The blocks of a paste as the cleaning model sees them, to fit its weights.
#[doc(hidden)]
pub fn block_rows(text: &str) -> Vec<BlockRow> {
    let mut page = block::split(text);
    let tokens = token::split(&page);
    let language = language::detect(&page, &tokens, &Options::default());
    clean::rows(&mut page, &tokens, language)
}

/// The stages from blocks on. `lang` is the language that the page declares, used when its text doesn't tell.
fn read_page(
    source: &str,
    mut page: page::Page,
    options: &Options,
    lang: Option<&str>,
    numbers: Option<&mut Numbers>,
) -> Digest {
    let tokens = token::split(&page);
    let language = language::detect(&page, &tokens, options).or_else(|| lang.and_then(tables::language));
    let features = clean::read(&page, &tokens, language);
    page.genre = genre::tell(&page, &features);
    let cleaned = clean::blocks(&mut page, features);
    let mut sentences = sentence::split(&page, language, &options.abbreviations);
    clean::sentences(&page, &tokens, &cleaned, &mut sentences);
    let article = article::understand(page, tokens, language, cleaned.title, sentences, options);
    let entities = entity::find(&article);
    let keywords = keyword::find(&article, &entities);
    let choice = choose(&article, &entities, keywords.term_weights, options, numbers);
    assemble::digest(source, article, keywords.list, entities.shown(), choice)
}

/// The stages from features on. What they are computed with is given back before the digest takes its memory.
fn choose(
    article: &article::Article,
    entities: &entity::Entities,
    term_weights: Vec<f64>,
    options: &Options,
    mut numbers: Option<&mut Numbers>,
) -> assemble::Choice {
    let measured = feature::measure(article, term_weights, options);
    let scores = score::weigh(article, &measured, options, numbers.as_deref_mut().map(|n| &mut n.features));
    let selection = select::choose(article, entities, &measured, &scores, options);
    let headline = headline::make(article, &scores.coverage, &selection.places, options);
    if let Some(numbers) = numbers {
        numbers.keep(measured);
    }
    assemble::Choice { contributions: scores.contributions, selection, headline }
}
