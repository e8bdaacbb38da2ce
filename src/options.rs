//! What a caller may ask for; validated once, here.

use serde::{Deserialize, Serialize};

use crate::Error;

/// What a caller may ask for. Every field has a default; unknown fields are errors.
///
/// ```
/// use nutgraf::{Length, Options};
/// let options = Options { length: Length::Sentences(2), ..Options::default() };
/// assert!(options.validate().is_ok());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
pub struct Options {
    /// How much to choose.
    pub length: Length,
    /// What kind of summary.
    #[serde(rename = "type")]
    pub kind: SummaryType,
    /// The language of the text as a BCP-47 tag; told from the text when absent.
    pub language: Option<String>,
    /// The title, when the text doesn't hold it.
    pub title: Option<String>,
    /// Words or phrases to rank around.
    pub focus: Vec<String>,
    /// Abbreviations that don't end a sentence, besides those known; with or without the final full stop.
    pub abbreviations: Vec<String>,
}

/// How much to choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Length {
    /// That many sentences at the most.
    Sentences(u32),
    /// That many words at the most; never exceeded unless a single sentence is longer than that.
    Words(u32),
    /// That many characters (grapheme clusters) at the most.
    Characters(u32),
    /// That share of the article's words, 0 to 1; 1 gives everything.
    Ratio(f64),
    /// See [`SummaryType`].
    Short,
    /// See [`SummaryType`].
    #[default]
    Medium,
    /// See [`SummaryType`].
    Long,
}

/// The four types of the web's Summarizer API, with its limits for short, medium and long.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SummaryType {
    /// The gist: one sentence, a short paragraph, a paragraph.
    Tldr,
    /// At most 3, 5 or 7 sentences.
    #[default]
    KeyPoints,
    /// The opening that makes one want to read on: one sentence, a short paragraph, a paragraph.
    Teaser,
    /// At most 12, 17 or 22 words of the article, in their order.
    Headline,
}

impl Options {
    /// Checks what the types can't.
    ///
    /// # Errors
    ///
    /// `invalid-option` when a count is 0, a ratio isn't between 0 and 1, or the language is no BCP-47 tag.
    pub fn validate(&self) -> Result<(), Error> {
        match self.length {
            Length::Sentences(0) | Length::Words(0) | Length::Characters(0) => {
                return Err(Error::invalid_option("length must be at least 1"));
            }
            Length::Ratio(r) if !(r > 0.0 && r <= 1.0) => {
                return Err(Error::invalid_option("length.ratio must be above 0 and at most 1"));
            }
            _ => {}
        }
        if let Some(tag) = &self.language
            && !is_language_tag(tag)
        {
            return Err(Error::invalid_option(format!(
                "language {tag:?} is no BCP-47 tag such as \"fr\" or \"pt-BR\""
            )));
        }
        Ok(())
    }
}

/// The shape of a BCP-47 tag: subtags of one to eight letters or digits, the first of letters only.
fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split(['-', '_']);
    let first = parts.next().unwrap_or_default();
    (2..=8).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|p| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()))
}
