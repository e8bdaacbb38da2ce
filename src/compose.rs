//! Normal form C, for what articles are written in: a letter and the combining mark after it become one character.
//!
//! The general algorithm needs tables of tens of kilobytes. This covers the alphabets of the languages known and of their
//! neighbours in 2 KB; a mark that is not covered stays where it is.

mod table;

use crate::unicode::lower;
use table::COMPOSITIONS;

/// The character that a letter makes with the mark after it, if there is one.
pub(crate) fn compose(base: char, mark: char) -> Option<char> {
    match mark {
        '\u{3099}' | '\u{309a}' => return voiced(base, mark),
        '\u{1161}'..='\u{1175}' | '\u{11a8}'..='\u{11c2}' => return syllable(base, mark),
        _ => {}
    }
    let (_, bases, composed) = COMPOSITIONS.iter().find(|(known, ..)| *known == mark)?;
    let with =
        |base: char| bases.chars().zip(composed.chars()).find(|(known, _)| *known == base).map(|(_, c)| c);
    // `İ` has no small letter of its own.
    with(base).or_else(|| with(lower(base)).filter(|_| base != 'İ').and_then(capital))
}

/// The text with its letters and marks composed.
pub(crate) fn normal_form_c(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut last = None;
    for c in text.chars() {
        let composed = last.filter(|_| may_compose(c)).and_then(|base| compose(base, c));
        if composed.is_some() {
            out.pop();
        }
        last = composed.or(Some(c));
        out.extend(last);
    }
    out
}

/// Whether `c` may make one character with the letter before it.
pub(crate) fn may_compose(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{331}' | '\u{653}'..='\u{655}' | '\u{93c}' | '\u{9be}' | '\u{9d7}' | '\u{bbe}' | '\u{bd7}'
        | '\u{1161}'..='\u{1175}' | '\u{11a8}'..='\u{11c2}' | '\u{3099}' | '\u{309a}')
}

/// The capital of a composed letter.
fn capital(small: char) -> Option<char> {
    let at = |distance: i32| u32::try_from(small as i32 - distance).ok().and_then(char::from_u32);
    // How far capitals lie before their small letters, in all alphabets.
    let distances = [32, 1, 80, 37, 38, 63, 64, -121];
    distances.into_iter().filter_map(at).find(|&c| c != small && lower(c) == small)
}

/// Kana with a voicing mark.
fn voiced(base: char, mark: char) -> Option<char> {
    let code = base as u32;
    // Katakana lie as hiragana do.
    let hiragana = if code >= 0x30a0 { code - 0x60 } else { code };
    let step = match (hiragana, mark) {
        (0x3046, '\u{3099}') => 0x4e,
        (0x304b..=0x3061, '\u{3099}') if hiragana % 2 == 1 => 1,
        (0x3064 | 0x3066 | 0x3068 | 0x309d, '\u{3099}') => 1,
        (0x306f..=0x307b, '\u{3099}') if hiragana % 3 == 0 => 1,
        (0x306f..=0x307b, '\u{309a}') if hiragana % 3 == 0 => 2,
        _ => return None,
    };
    char::from_u32(code + step)
}

/// A Hangul syllable from its first letters and the next.
fn syllable(base: char, next: char) -> Option<char> {
    let (base, next) = (base as u32, next as u32);
    let code = match (base, next) {
        (0x1100..=0x1112, ..0x11a8) => 0xac00 + ((base - 0x1100) * 21 + (next - 0x1161)) * 28,
        (0xac00..=0xd7a3, 0x11a8..) if (base - 0xac00) % 28 == 0 => base + (next - 0x11a7),
        _ => return None,
    };
    char::from_u32(code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::{UnicodeNormalization, char};

    /// Latin, Greek, Cyrillic, Arabic, Devanagari, Bengali, Tamil, kana, Hangul.
    fn covered() -> impl Iterator<Item = char> {
        let ranges = [0xc0..=0x17f, 0x1ea0..=0x1ef9, 0x386..=0x3ce, 0x400..=0x4f9, 0x622..=0x6d3];
        let others = [0x904..=0x939, 0x985..=0x9cc, 0xb85..=0xbcc, 0x3041..=0x30f4, 0xac00..=0xd7a3];
        ranges.into_iter().chain(others).flatten().filter_map(char::from_u32)
    }

    #[test]
    fn composes_as_unicode_does() {
        for c in covered().filter(|c| std::iter::once(*c).nfc().eq([*c])) {
            let mut parts = std::iter::once(c).nfd();
            let first = parts.next().unwrap();
            let composed = parts.fold(first, |base, mark| {
                assert!(may_compose(mark), "{mark:?} of {c}");
                compose(base, mark).unwrap_or_else(|| panic!("{base} and {mark:?} of {c}"))
            });
            assert_eq!(composed, c);
        }
    }

    #[test]
    fn makes_nothing_that_unicode_does_not() {
        let bases = covered().chain('A'..='z').chain('\u{1100}'..='\u{1112}');
        let marks: Vec<char> = ('\u{300}'..='\u{3100}').filter(|&mark| may_compose(mark)).collect();
        for base in bases {
            for &mark in &marks {
                if let Some(c) = compose(base, mark) {
                    assert!([base, mark].into_iter().nfc().eq([c]), "{base} and {mark:?} make {c}");
                }
            }
        }
        assert_eq!(char::compose('e', '\u{301}'), compose('e', '\u{301}'));
    }
}
