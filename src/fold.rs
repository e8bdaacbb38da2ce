//! Spellings made one: what two words have in common when a reader takes them for the same.

use crate::unicode::lower;

/// Puts the folded form of `word` into `out`: lower case, accents composed, apostrophes straight, joiners gone, and the
/// spellings that writers mix made one (Arabic vowel marks, Greek accents, Russian ё, Romanian cedillas, nukta letters).
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
            '\u{300}'..='\u{36f}' => match out.chars().next_back().and_then(|base| compose(base, c)) {
                Some(composed) => {
                    out.pop();
                    out.push(composed);
                }
                None => out.push(c),
            },
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

/// One spelling for letters that writers of a language mix.
fn plain(c: char) -> char {
    match c {
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' => 'ι',
        'ό' => 'ο',
        'ύ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'ё' => 'е',
        'ș' => 'ş',
        'ț' => 'ţ',
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        _ => c,
    }
}

/// The composed letter for a base and a combining mark, for the letters of the languages known.
pub(crate) fn compose(base: char, mark: char) -> Option<char> {
    let (bases, composed) = match mark {
        '\u{300}' => ("aeiounwy", "àèìòùǹẁỳ"),
        '\u{301}' => ("aeiouycglnrszw", "áéíóúýćǵĺńŕśźẃ"),
        '\u{302}' => ("aeioucghjswy", "âêîôûĉĝĥĵŝŵŷ"),
        '\u{303}' => ("anoiueyv", "ãñõĩũẽỹṽ"),
        '\u{304}' => ("aeiou", "āēīōū"),
        '\u{306}' => ("aegiouи", "ăĕğĭŏŭй"),
        '\u{307}' => ("cegz", "ċėġż"),
        '\u{308}' => ("aeiouyеіӱ", "äëïöüÿёїӱ"),
        '\u{30a}' => ("au", "åů"),
        '\u{30b}' => ("ou", "őű"),
        '\u{30c}' => ("cdegnrstzla", "čďěǧňřšťžľǎ"),
        '\u{326}' => ("st", "șț"),
        '\u{327}' => ("cstgkln", "çşţģķļņ"),
        '\u{328}' => ("aeiu", "ąęįų"),
        _ => return None,
    };
    bases.chars().zip(composed.chars()).find(|(b, _)| *b == base).map(|(_, c)| c)
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
