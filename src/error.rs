//! What can go wrong, with a stable code.

use std::fmt;

/// The longest text accepted, in bytes of UTF-8: 128 MiB.
pub const MAX_BYTES: usize = 128 << 20;

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
        let mut message = String::from("the text has ");
        push_number(bytes, &mut message);
        message.push_str(" bytes, the most accepted is ");
        push_number(MAX_BYTES, &mut message);
        Error { kind: Kind::InputTooLarge, message }
    }

    #[cfg(target_arch = "wasm32")]
    pub(crate) fn message(&self) -> &str {
        &self.message
    }

    /// `"invalid-option"`: an option is out of range, and the message says which; or `"input-too-large"`: the text is longer
    /// than [`MAX_BYTES`].
    pub fn code(&self) -> &'static str {
        match self.kind {
            Kind::InvalidOption => "invalid-option",
            Kind::InputTooLarge => "input-too-large",
        }
    }
}

/// By hand: `format!` is half a kilobyte of the module.
fn push_number(number: usize, out: &mut String) {
    if number > 9 {
        push_number(number / 10, out);
    }
    out.extend(char::from_digit((number % 10) as u32, 10));
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_how_large() {
        let message = Error::input_too_large(200_000_005).to_string();
        assert_eq!(message, "the text has 200000005 bytes, the most accepted is 134217728");
    }
}
