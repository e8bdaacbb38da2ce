//! What a caller may ask for; validated once, here.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use crate::Error;
use crate::value::Value;

/// What a caller may ask for. Every field has a default; unknown fields are errors.
///
/// ```
/// use nutgraf::{Length, Options};
/// let options = Options { length: Length::Sentences(2), ..Options::default() };
/// assert!(options.validate().is_ok());
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// How much to choose.
    pub length: Length,
    /// What kind of summary; `type` in JavaScript and JSON.
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
#[derive(Clone, Copy, Debug, Default, PartialEq)]
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn read(value: Value) -> Result<Options, Error> {
        read_options(value).map_err(Error::invalid_option)
    }

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

/// Read by way of `Value`, not derived: null means the default, and the boundary reads the same way.
impl<'de> Deserialize<'de> for Options {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Options, D::Error> {
        Value::deserialize(deserializer).and_then(|value| read_options(value).map_err(D::Error::custom))
    }
}

fn read_options(value: Value) -> Result<Options, String> {
    let Value::Map(entries) = value else { return Err("options must be an object".into()) };
    let mut options = Options::default();
    for (key, value) in entries {
        match (key.as_str(), value) {
            // What is null or undefined takes its default.
            ("length" | "type" | "language" | "title" | "focus" | "abbreviations", Value::Null) => {}
            ("length", value) => options.length = read_length(value)?,
            ("type", value) => options.kind = read_type(&value)?,
            ("language", Value::Text(tag)) => options.language = Some(tag),
            ("title", Value::Text(title)) => options.title = Some(title),
            ("language" | "title", _) => return Err([&key, " must be a string"].concat()),
            ("focus", value) => options.focus = read_strings("focus", value)?,
            ("abbreviations", value) => options.abbreviations = read_strings("abbreviations", value)?,
            _ => return Err(["unknown option ", &key].concat()),
        }
    }
    Ok(options)
}

const LENGTHS: &str =
    "length must be \"short\", \"medium\", \"long\", {sentences}, {words}, {characters} or {ratio}";

fn read_length(value: Value) -> Result<Length, String> {
    match &value {
        Value::Text(name) => match name.as_str() {
            "short" => return Ok(Length::Short),
            "medium" => return Ok(Length::Medium),
            "long" => return Ok(Length::Long),
            _ => {}
        },
        Value::Map(entries) => {
            if let [(key, Value::Number(n))] = entries.as_slice() {
                let count =
                    (n.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(n)).then_some(*n as u32);
                match (key.as_str(), count) {
                    ("sentences", Some(n)) => return Ok(Length::Sentences(n)),
                    ("words", Some(n)) => return Ok(Length::Words(n)),
                    ("characters", Some(n)) => return Ok(Length::Characters(n)),
                    ("ratio", _) => return Ok(Length::Ratio(*n)),
                    ("sentences" | "words" | "characters", None) => {
                        return Err(["length.", key, " must be a whole number"].concat());
                    }
                    _ => {}
                }
            }
        }
        _ => {}
    }
    Err(LENGTHS.into())
}

fn read_type(value: &Value) -> Result<SummaryType, String> {
    match value {
        Value::Text(name) => match name.as_str() {
            "tldr" => Ok(SummaryType::Tldr),
            "key-points" => Ok(SummaryType::KeyPoints),
            "teaser" => Ok(SummaryType::Teaser),
            "headline" => Ok(SummaryType::Headline),
            _ => Err("type must be \"tldr\", \"key-points\", \"teaser\" or \"headline\"".into()),
        },
        _ => Err("type must be a string".into()),
    }
}

fn read_strings(key: &str, value: Value) -> Result<Vec<String>, String> {
    let wrong = || [key, " must be an array of strings"].concat();
    let Value::List(items) = value else { return Err(wrong()) };
    items.into_iter().map(|item| if let Value::Text(text) = item { Ok(text) } else { Err(wrong()) }).collect()
}

/// The shape of a BCP-47 tag: subtags of one to eight letters or digits, the first of letters only.
fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split(['-', '_']);
    let first = parts.next().unwrap_or_default();
    (2..=8).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|p| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()))
}
