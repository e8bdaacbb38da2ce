//! Lines that only look like a title: bylines and labels.

use super::cue_phrases::Strength;
use super::page_features::{BlockFeatures, PageFeatures};
use crate::byline;
use crate::page::Reason;
use crate::text;
use crate::unicode::{is_digit, is_letter, lowercase};

/// `By Ida Pell`, «Von Ida Pell»: a preposition and nothing but names; or a short label with a word such as «reporter».
pub(super) fn is_byline(features: &PageFeatures, fact: &BlockFeatures, text: &str) -> bool {
    if fact.ends || !(2..=6).contains(&fact.words) {
        return false;
    }
    let first = text::prefix_until(text, &|c| c == ' ' || c == ':');
    let cues = features.cues.get(fact.cues.clone()).unwrap_or_default();
    fact.capitals >= fact.words - 1 && text::list_contains(byline::PREPOSITIONS, first)
        || fact.words <= 5 && cues.iter().any(|c| c.reason == Reason::Byline)
}

/// Whether a cue phrase says that the line is a label; «Live: …» with a headline behind it is none.
pub(super) fn is_labelled(features: &PageFeatures, fact: &BlockFeatures) -> bool {
    let headline = fact.words >= fact.covered + 4;
    let cues = features.cues.get(fact.cues.clone()).unwrap_or_default();
    cues.iter().any(|c| c.strength != Strength::Weak && (c.reason != Reason::Byline || !headline))
}

/// `?` or `!` at the end, as headlines have them.
pub(super) fn exclaims(text: &str) -> bool {
    text.ends_with(['?', '!', '？', '！', '؟'])
}

/// `Fig. 2. Recovery by grain size`, `Tabelle 3: …`: a numbered caption; a sentence about the figure has no sign after
/// the number.
pub(super) fn is_figure_caption(text: &str) -> bool {
    const FIGURE: &str = "fig figure figura figur abb abbildung tab table tabelle tabla tabela tableau tabella tabell \
        tabel rys рис рисунок табл таблица obr tabulka kuva taulukko ábra táblázat şekil tablo 図 表 图 그림 표";
    let word = text::prefix_until(text, &|c| !is_letter(c));
    let rest = text::trim_start_matches(text.get(word.len()..).unwrap_or_default(), &|c| {
        matches!(c, '.' | ' ' | '\u{a0}')
    });
    let number = text::prefix_until(rest, &|c| !c.is_ascii_alphanumeric());
    let sign = rest.get(number.len()..).and_then(text::first_char);
    number.len() <= 3
        && text::first_char(number).is_some_and(|c| c.is_ascii_digit())
        && sign.is_some_and(|c| matches!(c, '.' | ':' | '：' | '—' | '|'))
        && word.len() <= 24
        && text::list_contains(FIGURE, &lowercase(word))
}

/// `Venn, L., & Tallis, R. (2003). …`: a bibliography's entry has a year in parentheses or between full stops, after at
/// least one comma.
pub(super) fn is_reference(text: &str) -> bool {
    let head = text::head(text, 200);
    let comma = head.find(',').unwrap_or(head.len());
    head.bytes().enumerate().skip(comma).any(|(at, byte)| {
        let year = head.get(at + 1..at + 5).is_some_and(|y| y.bytes().all(|b| b.is_ascii_digit()));
        let end = head.as_bytes().get(at + 5);
        year && (byte == b'(' && end == Some(&b')') || byte == b' ' && end == Some(&b'.'))
    })
}

/// `214`, `🔁 214 ❤️ 1.2K`: figures and signs alone.
pub(super) fn is_counts(text: &str) -> bool {
    let figure = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let mut words = text.split(' ');
    text::any(text, &is_digit)
        && words.all(|word| figure(word) && word.len() <= 6 || !text::any(word, &is_letter))
}
