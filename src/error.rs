//! What can go wrong, with a stable code.

use std::fmt;

/// Why a text could not be summarized.
///
/// [`Error::code`] is stable and meant for programs; the message is meant for people and may change.
///
/// ```
/// use nutgraf::{Length, Options, summarize};
///
/// let options = Options { length: Length::Words(0), ..Options::default() };
/// let error = summarize("The ferry sails again.", &options).unwrap_err();
/// assert_eq!(error.code(), "invalid-option");
/// assert_eq!(error.to_string(), "length must be at least 1");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    kind: Kind,
    message: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    InvalidOption,
    InputTooLarge,
}

impl Error {
    pub(crate) fn invalid_option(message: impl Into<String>) -> Error {
        Error { kind: Kind::InvalidOption, message: message.into() }
    }

    pub(crate) fn input_too_large(bytes: usize) -> Error {
        let message = format!("the text has {bytes} bytes, the most accepted is {}", crate::MAX_BYTES);
        Error { kind: Kind::InputTooLarge, message }
    }

    /// `"invalid-option"`: an option is out of range, and the message says which; or `"input-too-large"`: the text is longer
    /// than [`MAX_BYTES`](crate::MAX_BYTES).
    pub fn code(&self) -> &'static str {
        match self.kind {
            Kind::InvalidOption => "invalid-option",
            Kind::InputTooLarge => "input-too-large",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
