//! Case folding and spelling normalization: words that a reader takes for the same have one folded form.

use crate::compose::{compose, may_compose};
use crate::unicode::lower;

/// Replaces `out` with the folded form of `word`: lower case, marks composed, apostrophes straight, no joiners, and one
/// spelling where writers mix several (Arabic vowel marks, Greek accents, Russian ё, Romanian cedillas, nukta letters).
/// The tables in `data/` are folded already.
pub(crate) fn fold_into(word: &str, out: &mut String) {
    out.clear();
    if word.is_ascii() {
        out.push_str(word);
        out.make_ascii_lowercase();
        return;
    }
    for c in word.chars() {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            'A'..='Z' => out.push(c.to_ascii_lowercase()),
            // Most of what isn't ASCII in a Western text.
            'ß'..='ÿ' => out.push(c),
            '’' => out.push('\''),
            _ if may_compose(c) && compose_last(out, c) => {}
            '\u{200c}'
            | '\u{200d}'
            | '\u{591}'..='\u{5c7}'
            | '\u{640}'
            | '\u{64b}'..='\u{65f}'
            | '\u{670}' => {}
            '\u{958}'..='\u{95f}' | '\u{9dc}' | '\u{9dd}' | '\u{9df}' => out.extend(nukta(c)),
            _ => out.push(plain(lower(c))),
        }
    }
}

/// Composes the last character with a mark; `false` when they make none.
fn compose_last(out: &mut String, mark: char) -> bool {
    let Some(last) = out.chars().next_back() else { return false };
    // Its spelling is settled already.
    let base = if last == 'ی' { 'ي' } else { last };
    match compose(base, mark) {
        Some(composed) => {
            out.pop();
            out.push(plain(composed));
        }
        // `İ` has lost its dot.
        None => return (last, mark) == ('i', '\u{307}'),
    }
    true
}

/// A Devanagari or Bengali letter with a dot below as two characters, as normal form C has it.
fn nukta(c: char) -> [char; 2] {
    match c {
        '\u{958}' => ['क', '\u{93c}'],
        '\u{959}' => ['ख', '\u{93c}'],
        '\u{95a}' => ['ग', '\u{93c}'],
        '\u{95b}' => ['ज', '\u{93c}'],
        '\u{95c}' => ['ड', '\u{93c}'],
        '\u{95d}' => ['ढ', '\u{93c}'],
        '\u{95e}' => ['फ', '\u{93c}'],
        '\u{95f}' => ['य', '\u{93c}'],
        '\u{9dc}' => ['ড', '\u{9bc}'],
        '\u{9dd}' => ['ঢ', '\u{9bc}'],
        _ => ['য', '\u{9bc}'],
    }
}

/// The letter that stands for all letters which writers of a language mix.
fn plain(c: char) -> char {
    match c {
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' => 'ι',
        'ό' => 'ο',
        'ύ' => 'υ',
        'ώ' => 'ω',
        'ΐ' => 'ϊ',
        'ΰ' => 'ϋ',
        'ς' => 'σ',
        'ё' => 'е',
        'ș' => 'ş',
        'ț' => 'ţ',
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_both_normal_forms_alike() {
        let (mut a, mut b) = (String::new(), String::new());
        for (nfc, nfd) in [("Évreuil", "E\u{301}vreuil"), ("naïve", "nai\u{308}ve"), ("Йод", "И\u{306}од")]
        {
            fold_into(nfc, &mut a);
            fold_into(nfd, &mut b);
            assert_eq!(a, b);
        }
    }
}
