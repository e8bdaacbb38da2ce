//! Hyphens at line ends: part of the word, or put in by the line.
//!
//! The document is asked: a compound that occurs unbroken keeps its hyphen, a word that does loses it.

use crate::text;
use crate::unicode::{is_letter, is_upper};
use std::ops::Range;

use super::line::{Join, Line, is_hyphen};
use crate::fold::fold_into;
use crate::interner::Interner;

/// Decides for each line end marked [`Join::Mend`] whether the hyphen goes ([`Join::Mend`]), stays at the joint
/// ([`Join::Nothing`]) or stays with a space after it ([`Join::Space`]).
pub(super) fn mend(source: &str, lines: &[Line], joins: &mut [Join]) {
    let cut: Vec<usize> = (1..lines.len()).filter(|&i| joins.get(i) == Some(&Join::Mend)).collect();
    if cut.is_empty() {
        return;
    }
    let mut forms = Interner::default();
    let mut folded = String::new();
    // For each cut the compound and the word.
    let mut asked = Vec::new();
    for &i in &cut {
        let (left, right) = halves(source, lines, i);
        for joint in ["-", ""] {
            fold_into(&[left, joint, right].concat(), &mut folded);
            asked.push(forms.intern(&folded) as usize);
        }
    }
    let seen = occurrences(source, &forms);
    let is_seen = |at: usize| asked.get(at).and_then(|&form| seen.get(form)) == Some(&true);
    for (n, i) in cut.into_iter().enumerate() {
        let (compound, word) = (2 * n, 2 * n + 1);
        let (left, right) = halves(source, lines, i);
        let Some(join) = joins.get_mut(i) else { return };
        *join = if is_conjunction(right) {
            Join::Space
        } else if is_seen(compound) {
            Join::Nothing
        } else if is_seen(word) || left.is_empty() {
            Join::Mend
        } else if text::first_char(right).is_some_and(is_upper)
            && !text::last_char(left).is_some_and(is_upper)
            || is_prefix(left)
        {
            Join::Nothing
        } else {
            Join::Mend
        };
    }
}

/// The letters before the hyphen at the end of line `i - 1`, and those at the start of line `i`.
fn halves<'a>(source: &'a str, lines: &[Line], i: usize) -> (&'a str, &'a str) {
    let of = |range: Range<usize>| source.get(range).unwrap_or_default();
    let left = i.checked_sub(1).and_then(|p| lines.get(p)).map_or("", |l| of(l.range.clone()));
    let right = lines.get(i).map_or("", |l| of(l.range.clone()));
    let left = text::trim_end_matches(left, &is_hyphen);
    let before = text::trim_end_matches(left, &is_letter);
    (left.get(before.len()..).unwrap_or_default(), text::prefix_until(right, &|c| !is_letter(c)))
}

/// Which of `forms` occur in the source as whole words or compounds of two.
fn occurrences(source: &str, forms: &Interner) -> Vec<bool> {
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
    let mut rest = source;
    while !rest.is_empty() {
        rest = text::trim_start_matches(rest, &|c| !is_part(c));
        let run = text::prefix_until(rest, &|c| !is_part(c));
        rest = rest.get(run.len()..).unwrap_or_default();
        if run.is_empty() {
            break;
        }
        note(run);
        if text::contains_char(run, '-') {
            let (mut at, mut before) = (0, None);
            for part in run.split('-') {
                note(part);
                let end = at + part.len();
                if let Some(start) = before {
                    note(run.get(start..end).unwrap_or_default());
                }
                before = Some(at);
                at = end + 1;
            }
        }
    }
    seen
}

/// Parts that keep their hyphen in front of a small letter.
fn is_prefix(left: &str) -> bool {
    "vice ex non self well mid half demi mi sous quasi all".split(' ').any(|p| left.eq_ignore_ascii_case(p))
}

/// «Bahn- und Busverkehr», "pre- and post-war": what follows a hyphen left hanging.
fn is_conjunction(right: &str) -> bool {
    text::list_contains("und oder bzw sowie bis and or to et ou en of och og eller ja", right)
}
