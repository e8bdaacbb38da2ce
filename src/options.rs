//! What a caller may ask for; validated once, here.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use crate::Error;
use crate::text;
use crate::value::Value;

/// What a caller may ask for. Every field has a default; the default of all is a summary of at most five sentences.
///
/// ```
/// use nutgraf::{Length, Options, summarize};
///
/// let text = "The council met on Monday. It voted for a new bridge across the Tell. Fishermen fear for the salmon.";
/// let options = Options {
///     length: Length::Words(8),
///     title: Some("A bridge across the Tell".into()),
///     focus: vec!["salmon".into()],
///     ..Options::default()
/// };
/// let digest = summarize(text, &options)?;
/// assert_eq!(digest.title.as_deref(), Some("A bridge across the Tell"));
/// assert_eq!(digest.sentences[digest.summary[0] as usize].text, "Fishermen fear for the salmon.");
/// assert!(digest.stats.summary_words <= 8);
/// # Ok::<(), nutgraf::Error>(())
/// ```
///
/// From JSON, `null` means the default, and an unknown key is an error:
///
/// ```
/// use nutgraf::{Length, Options, SummaryType};
///
/// let options: Options = serde_json::from_str(r#"{"length": {"ratio": 0.2}, "type": "tldr", "title": null}"#)?;
/// assert_eq!(options, Options { length: Length::Ratio(0.2), kind: SummaryType::Tldr, ..Options::default() });
/// assert!(serde_json::from_str::<Options>(r#"{"lenght": "short"}"#).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// How much to choose.
    pub length: Length,
    /// What kind of summary; `type` in JavaScript and JSON.
    pub kind: SummaryType,
    /// The language of the text as a BCP-47 tag, of which the primary part counts; told from the text when absent. With a
    /// language that is not known, none is.
    pub language: Option<String>,
    /// The title, when the text doesn't hold it; it goes before one that does. Sentences that echo it score higher.
    pub title: Option<String>,
    /// Words or phrases to rank around, the first 32: sentences that hold them score far higher. Letter case and endings
    /// don't matter.
    pub focus: Vec<String>,
    /// Abbreviations that don't end a sentence, besides those known; with or without the final full stop.
    pub abbreviations: Vec<String>,
}

/// How much to choose. The ranks of the sentences don't depend on it, [`Digest::summary`](crate::Digest::summary) does.
///
/// A limit is kept, with one exception: one sentence is chosen even if it is longer. In a script without spaces between words
/// two letters count as a word.
///
/// In JSON: `"short"`, `"medium"`, `"long"`, `{"sentences": 3}`, `{"words": 80}`, `{"characters": 280}`, `{"ratio": 0.2}`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Length {
    /// That many sentences at the most, 1 or more: the first ranks.
    Sentences(u32),
    /// That many words at the most, 1 or more: the best sentences that fit; when none does, the shortest.
    Words(u32),
    /// That many characters at the most, 1 or more, a space between two sentences included and combining marks not counted: the
    /// best sentences that fit; when none does, the shortest.
    Characters(u32),
    /// That share of the article's words at the most, above 0: the best sentences that fit; when none does, the first rank.
    /// 1 gives everything that has a rank.
    Ratio(f64),
    /// The first of the three numbers that [`SummaryType`] gives.
    Short,
    /// The second of them.
    #[default]
    Medium,
    /// The third.
    Long,
}

/// The four types of the web's Summarizer API, with its limits for short, medium and long. Of a short article these are at
/// most a third of the sentences, but three stay three.
///
/// In JSON: `"tldr"`, `"key-points"`, `"teaser"`, `"headline"`.
///
/// ```
/// use nutgraf::{Length, Options, SummaryType, summarize};
///
/// let text = "After nine years of work, the harbour bridge of Tellmar opened on Monday. It cost 84 million crowns.";
/// let options = Options { kind: SummaryType::Headline, length: Length::Short, ..Options::default() };
/// let headline = summarize(text, &options)?.headline;
/// assert_eq!(headline.as_deref(), Some("the harbour bridge of Tellmar opened on Monday"));
/// # Ok::<(), nutgraf::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SummaryType {
    /// The gist: at most 1, 3 or 5 sentences.
    Tldr,
    /// At most 3, 5 or 7 sentences.
    #[default]
    KeyPoints,
    /// The opening that makes one want to read on: at most 1, 3 or 5 sentences, and the beginning counts for more.
    Teaser,
    /// At most 12, 17 or 22 words of the article, in their order: [`Digest::headline`](crate::Digest::headline). With
    /// [`Length::Words`] that many, up to 22; with any other length 17. The summary is the sentence of the first rank.
    Headline,
}

impl Options {
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn read(value: Value) -> Result<Options, Error> {
        read_options(value).map_err(Error::invalid_option)
    }

    /// Checks what the types can't. [`summarize`](crate::summarize) does it, too.
    ///
    /// # Errors
    ///
    /// `invalid-option` when a count is 0, a ratio isn't above 0 and at most 1, or the language hasn't the form of a BCP-47
    /// tag.
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
            let message = ["language \"", tag, "\" is no BCP-47 tag such as \"fr\" or \"pt-BR\""];
            return Err(Error::invalid_option(message.concat()));
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
        let known = text::position_in_list("length type language title focus abbreviations", &key);
        if known.is_some() && matches!(value, Value::Null) {
            // What is null or undefined takes its default.
            continue;
        }
        match known {
            Some(0) => options.length = read_length(&value)?,
            Some(1) => options.kind = read_type(&value)?,
            Some(2) => options.language = Some(read_string(&key, value)?),
            Some(3) => options.title = Some(read_string(&key, value)?),
            Some(4) => options.focus = read_strings(&key, value)?,
            Some(_) => options.abbreviations = read_strings(&key, value)?,
            None => return Err(["unknown option ", &key].concat()),
        }
    }
    Ok(options)
}

const LENGTHS: &str =
    "length must be \"short\", \"medium\", \"long\", {sentences}, {words}, {characters} or {ratio}";

fn read_length(value: &Value) -> Result<Length, String> {
    let length = match value {
        Value::Text(name) => match text::position_in_list("short medium long", name) {
            Some(0) => Some(Length::Short),
            Some(1) => Some(Length::Medium),
            Some(_) => Some(Length::Long),
            None => None,
        },
        Value::Map(entries) => match entries.as_slice() {
            [(key, Value::Number(n))] => read_count(key, *n)?,
            _ => None,
        },
        _ => None,
    };
    length.ok_or_else(|| LENGTHS.into())
}

/// `{sentences: n}` and its like; `None` when it is none of them.
fn read_count(key: &str, n: f64) -> Result<Option<Length>, String> {
    let count = n as u32;
    let wrong = |why: &str| Err(["length.", key, why].concat());
    match text::position_in_list("ratio sentences words characters", key) {
        Some(0) => Ok(Some(Length::Ratio(n))),
        Some(_) if n.trunc() != n => wrong(" must be a whole number"),
        Some(_) if n > f64::from(u32::MAX) => wrong(" must be at most 4294967295"),
        Some(1) => Ok(Some(Length::Sentences(count))),
        Some(2) => Ok(Some(Length::Words(count))),
        Some(_) => Ok(Some(Length::Characters(count))),
        None => Ok(None),
    }
}

fn read_type(value: &Value) -> Result<SummaryType, String> {
    let Value::Text(name) = value else { return Err("type must be a string".into()) };
    match text::position_in_list("tldr key-points teaser headline", name) {
        Some(0) => Ok(SummaryType::Tldr),
        Some(1) => Ok(SummaryType::KeyPoints),
        Some(2) => Ok(SummaryType::Teaser),
        Some(_) => Ok(SummaryType::Headline),
        None => Err("type must be \"tldr\", \"key-points\", \"teaser\" or \"headline\"".into()),
    }
}

fn read_string(key: &str, value: Value) -> Result<String, String> {
    if let Value::Text(text) = value { Ok(text) } else { Err([key, " must be a string"].concat()) }
}

fn read_strings(key: &str, value: Value) -> Result<Vec<String>, String> {
    let wrong = || [key, " must be an array of strings"].concat();
    let Value::List(items) = value else { return Err(wrong()) };
    let mut out = Vec::with_capacity(items.len());
    for item in items {
        let Value::Text(text) = item else { return Err(wrong()) };
        out.push(text);
    }
    Ok(out)
}

/// The shape of a BCP-47 tag: subtags of one to eight letters or digits, the first of two letters or more.
fn is_language_tag(tag: &str) -> bool {
    let (mut shortest, mut length) = (2, 0);
    for byte in tag.bytes().chain([b'-']) {
        match byte {
            b'-' | b'_' if !(shortest..=8).contains(&length) => return false,
            b'-' | b'_' => (shortest, length) = (1, 0),
            b'0'..=b'9' if shortest == 2 => return false,
            _ if !byte.is_ascii_alphanumeric() => return false,
            _ => length += 1,
        }
    }
    true
}
