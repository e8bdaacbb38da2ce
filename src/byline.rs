//! Who wrote the article, as a line above it says: «By Ida Pell».

use crate::text;
use crate::unicode::{is_letter, is_upper};

/// What a byline begins with.
pub(crate) const PREPOSITIONS: &str = "by By BY par Par por Por von Von di Di da Da de De af Af av Av door Door przez autor Autor Autora \
        Text Texte Texto Tekst Автор Autore От";

/// The author's name in a byline: two to four words with capitals, after a preposition or alone.
pub(crate) fn author(text: &str) -> Option<&str> {
    let first = text::prefix_until(text, &|c| c == ' ' || c == ':');
    let rest = if text::list_contains(PREPOSITIONS, first) { text.get(first.len()..)? } else { text };
    let name = text::trim_start_matches(rest, &|c| matches!(c, ' ' | ':'));
    let words = || name.split(' ');
    let named = |word: &str| {
        word.starts_with(is_upper)
            && text::all(word, &|c| is_letter(c) || matches!(c, '-' | '.' | '’' | '\''))
    };
    ((2..=4).contains(&words().count()) && words().all(named)).then_some(name)
}

/// Whether the line is a preposition and an author's name.
pub(crate) fn is_signed(text: &str) -> bool {
    let first = text::prefix_until(text, &|c| c == ' ' || c == ':');
    text::list_contains(PREPOSITIONS, first) && author(text).is_some()
}
