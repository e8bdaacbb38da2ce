//! Hyphens at line ends: part of the word, or put in by the line.
//!
//! The document is asked: a compound that occurs unbroken keeps its hyphen, a word that does loses it.

use crate::unicode::{is_letter, is_upper};
use std::ops::Range;

use super::line::Line;
use super::wrap::Join;
use crate::lexicon::Lexicon;
use crate::word::fold_into;

/// Decides for each line end marked [`Join::Mend`] whether the hyphen goes ([`Join::Mend`]), stays at the joint
/// ([`Join::Nothing`]) or stays with a space after it ([`Join::Space`]).
pub(super) fn mend(source: &str, lines: &[Line], joins: &mut [Join]) {
    let cut: Vec<usize> = (1..lines.len()).filter(|&i| joins.get(i) == Some(&Join::Mend)).collect();
    if cut.is_empty() {
        return;
    }
    let mut forms = Lexicon::default();
    let mut folded = String::new();
    let mut ask = |forms: &mut Lexicon, parts: [&str; 3]| {
        fold_into(&parts.concat(), &mut folded);
        forms.intern(&folded)
    };
    let mut asked = Vec::with_capacity(cut.len());
    for &i in &cut {
        let (left, right) = halves(source, lines, i);
        asked.push((ask(&mut forms, [left, "-", right]), ask(&mut forms, [left, "", right]), left, right));
    }
    let seen = occurrences(source, &forms);
    let is_seen = |form: u32| seen.get(form as usize).copied().unwrap_or(false);
    for (i, (compound, word, left, right)) in cut.into_iter().zip(asked) {
        let Some(join) = joins.get_mut(i) else { return };
        *join = if is_conjunction(right) {
            Join::Space
        } else if is_seen(compound) {
            Join::Nothing
        } else if is_seen(word) || left.is_empty() {
            Join::Mend
        } else if right.starts_with(is_upper) && !left.ends_with(is_upper) || is_prefix(left) {
            Join::Nothing
        } else {
            Join::Mend
        };
    }
}

/// The letters before the hyphen at the end of line `i - 1`, and those at the start of line `i`.
fn halves<'a>(source: &'a str, lines: &[Line], i: usize) -> (&'a str, &'a str) {
    let text = |range: Range<usize>| source.get(range).unwrap_or_default();
    let left = i.checked_sub(1).and_then(|p| lines.get(p)).map_or("", |l| text(l.range.clone()));
    let right = lines.get(i).map_or("", |l| text(l.range.clone()));
    let left = left.trim_end_matches(['-', '‐', '¬']);
    let start = left
        .rfind(|c: char| !is_letter(c))
        .map_or(0, |at| at + left.get(at..).and_then(|t| t.chars().next()).map_or(1, char::len_utf8));
    let end = right.find(|c: char| !is_letter(c)).unwrap_or(right.len());
    (left.get(start..).unwrap_or_default(), right.get(..end).unwrap_or_default())
}

/// Which of `forms` occur in the source as whole words or compounds of two.
fn occurrences(source: &str, forms: &Lexicon) -> Vec<bool> {
    let mut seen = vec![false; forms.len()];
    let mut folded = String::new();
    let mut note = |text: &str| {
        if text.len() < 200 {
            fold_into(text, &mut folded);
            if let Some(slot) = forms.get(&folded).and_then(|form| seen.get_mut(form as usize)) {
                *slot = true;
            }
        }
    };
    let is_part = |c: char| is_letter(c) || c == '-';
    for run in source.split(|c: char| !is_part(c)).filter(|r| !r.is_empty()) {
        note(run);
        if crate::text::has(run, '-') {
            let mut parts = run.split('-').peekable();
            let mut at = 0;
            while let Some(part) = parts.next() {
                note(part);
                if let Some(next) = parts.peek() {
                    note(run.get(at..at + part.len() + 1 + next.len()).unwrap_or_default());
                }
                at += part.len() + 1;
            }
        }
    }
    seen
}

/// Parts that keep their hyphen in front of a small letter.
fn is_prefix(left: &str) -> bool {
    const PREFIXES: [&str; 12] =
        ["vice", "ex", "non", "self", "well", "mid", "half", "demi", "mi", "sous", "quasi", "all"];
    PREFIXES.iter().any(|p| left.eq_ignore_ascii_case(p))
}

/// «Bahn- und Busverkehr», "pre- and post-war": what follows a hyphen left hanging.
fn is_conjunction(right: &str) -> bool {
    const CONJUNCTIONS: [&str; 16] = [
        "und", "oder", "bzw", "sowie", "bis", "and", "or", "to", "et", "ou", "en", "of", "och", "og",
        "eller", "ja",
    ];
    CONJUNCTIONS.contains(&right)
}
