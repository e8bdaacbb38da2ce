//! Raised and lowered text: what leaves it apart from the text before, and what is only a mark of a footnote.

use crate::text;
use crate::unicode::{is_digit, is_letter, is_whitespace};

/// Where text stands beside the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    /// `<sup>`
    Raised,
    /// `<sub>`
    Lowered,
}

/// Classes of marks that refer to a note or to the editors, in Wikipedia's and other markup.
const REFERENCES: &str = "reference footnote noteref noprint fnref footnote-ref citation";
/// A word of so many letters has no exponent: a figure above it is the mark of a footnote.
const WORD: usize = 4;

/// Whether a class says: a mark of a note.
pub(super) fn is_reference(label: &str) -> bool {
    label.split(|c: char| c.is_ascii_whitespace()).any(|name| text::list_contains(REFERENCES, name))
}

/// The sign to write between a text node of `<sup>` or `<sub>` and the text `before` it, mostly none; `None` when the node is the
/// mark of a footnote, which is not part of the text.
pub(super) fn mark(script: Script, before: &str, data: &str, linked: bool) -> Option<&'static str> {
    let own = text::trim(data);
    let Some(last) = text::last_char(before) else { return Some("") };
    let figure = is_number(own);
    match script {
        // 10² is not 102, but H₂ is H2.
        Script::Lowered => Some(if figure && is_digit(last) { "_" } else { "" }),
        Script::Raised if linked && is_note(own) => None,
        Script::Raised if text::all(own, &|c| text::contains_char("[](),*†‡§¶", c)) => None,
        Script::Raised if !figure => Some(""),
        Script::Raised if is_digit(last) || last == '^' => Some(if last == '^' { "" } else { "^" }),
        Script::Raised if last == ')' => Some("^"),
        Script::Raised if is_letter(last) => {
            let letters = before.chars().rev().take(WORD).filter(|&c| is_letter(c)).count();
            if letters < WORD { Some("^") } else { None }
        }
        // After a full stop, a comma or a quotation mark.
        Script::Raised if is_whitespace(last) => Some(""),
        Script::Raised => None,
    }
}

/// A figure, with a sign or without.
fn is_number(text: &str) -> bool {
    let digits = text.trim_start_matches(['-', '−', '–', '+']);
    !digits.is_empty() && text::all(digits, &|c| is_digit(c) || text::contains_char(",.", c))
}

/// Whether the text of a link in `<sup>` looks like the mark of a note: `[12]`, `a`, `*`, `note 3`.
fn is_note(own: &str) -> bool {
    let letters = own.chars().filter(|&c| is_letter(c)).count();
    let digits = own.chars().filter(|&c| is_digit(c)).count();
    own.starts_with('[') || letters < 2 || digits > 0 && letters < 6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exponents_stay_apart_and_marks_of_notes_leave() {
        let raised = |before, data, linked| mark(Script::Raised, before, data, linked);
        for (before, data, linked, expected) in [
            ("10", "6", false, Some("^")),
            ("10", "−6", false, Some("^")),
            ("25 km", "2", false, Some("^")),
            ("(a+b)", "2", false, Some("^")),
            ("the 1", "st", false, Some("")),
            ("established.", "1", false, None),
            ("said the council", "3", false, None),
            ("in 1962", "[4]", true, None),
            ("in 1962", "4", true, None),
            ("said", "note 4", true, None),
            ("said", "*", false, None),
            ("Halden", "TM", false, Some("")),
        ] {
            assert_eq!(raised(before, data, linked), expected, "{before} {data}");
        }
        assert_eq!(mark(Script::Lowered, "H", "2", false), Some(""));
        assert_eq!(mark(Script::Lowered, "1011", "2", false), Some("_"));
        assert!(is_reference("x reference") && !is_reference("preference"));
    }
}
