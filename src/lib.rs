//! Extractive summaries of articles, inside the browser.
//!
//! ```
//! let text = "Trams return to Halden\n\nHalden will run trams again from June. The last one ran in 1962. \
//!             Tickets will cost two crowns.\n\nShare on Facebook";
//! let digest = nutgraf::summarize(text, &nutgraf::Options::default())?;
//! assert_eq!(digest.title.as_deref(), Some("Trams return to Halden"));
//! assert_eq!(digest.language.as_deref(), Some("en"));
//! # Ok::<(), nutgraf::Error>(())
//! ```

mod error;
mod options;
mod value;

// What several stages use.
mod span;
mod utf16;
mod unicode;
mod order;
mod lexicon;
mod tables;
mod phrase;

// The pipeline, from top to bottom.
mod page;
mod block;
#[cfg(any(target_arch = "wasm32", test))]
mod outline;
#[cfg(target_arch = "wasm32")]
mod dom;
mod token;
mod language;
mod clean;
mod sentence;
mod word;
mod article;
mod entity;
mod keyword;
mod feature;
mod score;
mod select;
mod headline;
mod digest;

#[cfg(target_arch = "wasm32")]
mod wasm;
#[cfg(target_arch = "wasm32")]
pub use wasm::{summarize_dom_js, summarize_js};

pub use digest::{Counterfactual, Digest, Dropped, Entity, Keyword, Reasons, Sentence, Stats};
pub use error::Error;
pub use options::{Length, Options, SummaryType};

/// The longest text accepted, in bytes of UTF-8.
pub const MAX_BYTES: usize = 128 << 20;

/// Summarizes a pasted article.
///
/// # Errors
///
/// `invalid-option` (see [`Options::validate`]); `input-too-large` above [`MAX_BYTES`].
pub fn summarize(text: &str, options: &Options) -> Result<Digest, Error> {
    read(text, options, None)
}

/// A digest with the numbers behind it, for tuning.
#[doc(hidden)]
#[derive(Debug)]
pub struct Analysis {
    /// The digest.
    pub digest: Digest,
    /// Names of the features.
    pub feature_names: &'static [&'static str],
    /// For each sentence its features, or `None` where it can't be chosen.
    pub features: Vec<Option<Vec<f64>>>,
    /// For each sentence the terms that it covers, as indices into `term_weights`.
    pub terms: Vec<Vec<u32>>,
    /// What each term adds when it is first covered.
    pub term_weights: Vec<f64>,
}

/// As [`summarize`], with the numbers behind the digest.
///
/// # Errors
///
/// As [`summarize`].
#[doc(hidden)]
pub fn analyze(text: &str, options: &Options) -> Result<Analysis, Error> {
    let mut tuning = Tuning::default();
    let digest = read(text, options, Some(&mut tuning))?;
    let Tuning { features, terms, term_weights } = tuning;
    Ok(Analysis { digest, feature_names: &score::NAMES, features, terms, term_weights })
}

/// As in [`Analysis`].
#[derive(Default)]
struct Tuning {
    features: Vec<Option<Vec<f64>>>,
    terms: Vec<Vec<u32>>,
    term_weights: Vec<f64>,
}

fn read(text: &str, options: &Options, tuning: Option<&mut Tuning>) -> Result<Digest, Error> {
    options.validate()?;
    if text.len() > MAX_BYTES {
        return Err(Error::input_too_large(text.len()));
    }
    Ok(read_page(text, block::split(text), options, None, tuning))
}

/// The stages from blocks on. `lang` is what the page says of its own language: often wrong, better than nothing.
/// What no later stage reads is given back at once: the memory of WebAssembly never shrinks.
fn read_page(
    source: &str,
    mut page: page::Page,
    options: &Options,
    lang: Option<&str>,
    tuning: Option<&mut Tuning>,
) -> Digest {
    let tokens = token::split(&page);
    let language = language::detect(&page, &tokens, options).or_else(|| lang.and_then(tables::language));
    let title = clean::blocks(&mut page, &tokens, language);
    let mut sentences = sentence::split(&page, language, &options.abbreviations);
    clean::sentences(&page, &tokens, &mut sentences);
    let dropped = digest::dropped(source, &page, &sentences);
    let mut article = article::understand(page, tokens, language, title, sentences, options);
    let entities = entity::find(&article);
    let keywords = keyword::find(&article, &entities);
    let (rows, measured) = feature::measure(&article, keywords.term_weights, options);
    let scores = score::weigh(&rows, &measured, options);
    if let Some(tuning) = tuning {
        let row = |(i, row): (usize, &feature::Features)| article.is_eligible(i).then(|| row.to_vec());
        tuning.features = rows.iter().enumerate().map(row).collect();
        tuning.terms = (0..rows.len()).map(|i| measured.terms.of(i).to_vec()).collect();
        tuning.term_weights = scores.coverage.of.iter().map(|w| w / score::COVERAGE).collect();
    }
    drop(rows);
    let selection = select::choose(&article, &entities, &measured, &scores, options);
    let headline = headline::make(&article, &scores.coverage, &selection.places, options);
    let stats = digest::stats(&article, &selection.summary);
    let shown = entities.shown();
    drop((entities, measured));
    article.words = word::Words::default();
    digest::assemble(source, &article, keywords.list, shown, dropped, &scores, selection, headline, stats)
}
