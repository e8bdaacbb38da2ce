//! Questions that many stages ask of a text, answered in one place each: what `core` offers instead is compiled anew
//! wherever it is used, with an own decoder of UTF-8 and an own searcher.

use crate::unicode::{is_closer, is_digit, is_whitespace};

/// Without white space at the ends.
pub(crate) fn trim(text: &str) -> &str {
    trim_end_matches(trim_start_matches(text, &is_whitespace), &is_whitespace)
}

/// The first character.
#[inline(never)]
pub(crate) fn first_char(text: &str) -> Option<char> {
    text.chars().next()
}

/// The last character.
#[inline(never)]
pub(crate) fn last_char(text: &str) -> Option<char> {
    text.chars().next_back()
}

/// The character at a byte.
#[inline(never)]
pub(crate) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..).and_then(first_char)
}

/// The character before a byte.
#[inline(never)]
pub(crate) fn char_before(text: &str, at: usize) -> Option<char> {
    text.get(..at).and_then(last_char)
}

/// How many characters.
#[inline(never)]
pub(crate) fn char_count(text: &str) -> usize {
    text.bytes().filter(|b| *b as i8 >= -0x40).count()
}

/// Without the characters at the start that are so.
#[inline(never)]
pub(crate) fn trim_start_matches<'a>(text: &'a str, is: &dyn Fn(char) -> bool) -> &'a str {
    let mut chars = text.chars();
    loop {
        let rest = chars.as_str();
        if !chars.next().is_some_and(is) {
            return rest;
        }
    }
}

/// Without the characters at the end that are so.
#[inline(never)]
pub(crate) fn trim_end_matches<'a>(text: &'a str, is: &dyn Fn(char) -> bool) -> &'a str {
    let mut chars = text.chars();
    loop {
        let rest = chars.as_str();
        if !chars.next_back().is_some_and(is) {
            return rest;
        }
    }
}

/// What stands before the first character that is so.
#[inline(never)]
pub(crate) fn prefix_until<'a>(text: &'a str, is: &dyn Fn(char) -> bool) -> &'a str {
    let rest = trim_start_matches(text, &|c| !is(c));
    text.get(..text.len() - rest.len()).unwrap_or(text)
}

/// Whether all characters are so.
#[inline(never)]
pub(crate) fn all(text: &str, is: &dyn Fn(char) -> bool) -> bool {
    trim_start_matches(text, is).is_empty()
}

/// Whether a character is so.
pub(crate) fn any(text: &str, is: &dyn Fn(char) -> bool) -> bool {
    !all(text, &|c| !is(c))
}

/// Whether `c` is one of the characters of `list`.
#[inline(never)]
pub(crate) fn contains_char(list: &str, c: char) -> bool {
    list.chars().any(|other| other == c)
}

/// What `digits` say, if they are digits only and the number isn't too large.
#[inline(never)]
pub(crate) fn parse_number(digits: &str, radix: u32) -> Option<u32> {
    let add = |number: u32, c: char| number.checked_mul(radix)?.checked_add(c.to_digit(radix)?);
    if digits.is_empty() { None } else { digits.chars().try_fold(0, add) }
}

/// The place of `word` among the words of `list`, which a space sets apart.
pub(crate) fn position_in_list(list: &str, word: &str) -> Option<usize> {
    position_between(b' ', list, word)
}

/// As [`position_in_list`], where another byte sets the words apart.
#[inline(never)]
pub(crate) fn position_between(bar: u8, list: &str, word: &str) -> Option<usize> {
    let word = word.as_bytes();
    // Bytes in which the entry agrees so far, or `usize::MAX` once it differs.
    let (mut same, mut place) = (0, 0);
    for byte in list.bytes() {
        if byte == bar {
            if same == word.len() {
                return Some(place);
            }
            place += 1;
            same = 0;
        } else {
            same = if word.get(same) == Some(&byte) { same + 1 } else { usize::MAX };
        }
    }
    (same == word.len()).then_some(place)
}

/// Whether `word` is one of the words of `list`.
pub(crate) fn list_contains(list: &str, word: &str) -> bool {
    position_in_list(list, word).is_some()
}

/// Whether `text` ends with one of the words of `list`.
#[inline(never)]
pub(crate) fn ends_with_any(text: &str, list: &str) -> bool {
    let text = text.as_bytes();
    // As in `position_between`, from behind.
    let mut same = 0;
    for byte in list.bytes().rev() {
        if byte == b' ' {
            if same != usize::MAX {
                return true;
            }
            same = 0;
        } else if same != usize::MAX {
            let own = text.len().checked_sub(same + 1).and_then(|at| text.get(at));
            same = if own == Some(&byte) { same + 1 } else { usize::MAX };
        }
    }
    same != usize::MAX
}

/// The character, if it is the only one.
#[inline(never)]
pub(crate) fn single_char(text: &str) -> Option<char> {
    first_char(text).filter(|c| c.len_utf8() == text.len())
}

/// Whether `what` occurs in `text`.
pub(crate) fn contains(text: &str, what: &str) -> bool {
    find(text, what).is_some()
}

/// The byte where `what` begins in `text`, in linear time.
#[inline(never)]
pub(crate) fn find(text: &str, what: &str) -> Option<usize> {
    let (text, what) = (text.as_bytes(), what.as_bytes());
    let Some((first, rest)) = what.split_first() else { return Some(0) };
    if rest.len() > SHORT {
        return find_long(text, what);
    }
    // The last byte first: letters of one script begin alike.
    let last = rest.last().unwrap_or(first);
    for (at, byte) in text.get(rest.len()..)?.iter().enumerate() {
        if byte == last && text.get(at..at + what.len()) == Some(what) {
            return Some(at);
        }
    }
    None
}

/// Bytes compared over again at every place, at most.
const SHORT: usize = 32;

/// As [`find`], after Knuth, Morris and Pratt: no byte of the text is looked at again, whatever was found before it.
#[cold]
fn find_long(text: &[u8], what: &[u8]) -> Option<usize> {
    // For each beginning of `what` how long the longest beginning is that it ends with, itself aside.
    let mut borders = vec![0];
    let mut held = 0;
    let on = |borders: &[usize], mut held: usize, byte: u8| {
        while held > 0 && what.get(held) != Some(&byte) {
            held = borders.get(held - 1).copied().unwrap_or(0);
        }
        held + usize::from(what.get(held) == Some(&byte))
    };
    for &byte in what.iter().skip(1) {
        held = on(&borders, held, byte);
        borders.push(held);
    }
    held = 0;
    for (at, &byte) in text.iter().enumerate() {
        held = on(&borders, held, byte);
        if held == what.len() {
            return Some(at + 1 - held);
        }
    }
    None
}

/// The last character of the text, closing marks and citations (`[3]`) aside.
#[inline(never)]
pub(crate) fn sentence_end(text: &str) -> char {
    let mut rest = text;
    loop {
        rest = trim_end_matches(rest, &|c| is_closer(c) && c != ']');
        let Some(inner) = rest.strip_suffix(']') else { break };
        let cited = trim_end_matches(inner, &|c| is_digit(c));
        rest = cited.strip_suffix('[').unwrap_or(inner);
    }
    last_char(rest).unwrap_or(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_core_finds() {
        // All short texts of two letters hold every kind of overlap; the others are long enough for the other way.
        let word = |bits: u32, length: u32| -> String {
            (0..length).map(|i| if bits >> i & 1 == 1 { 'é' } else { 'a' }).collect()
        };
        let needles: Vec<String> =
            (0..6u32).flat_map(|n| (0..1 << n).map(move |bits| (bits, n))).map(|(b, n)| word(b, n)).collect();
        for bits in (0..1 << 12).step_by(7) {
            let text = word(bits, 12);
            for needle in &needles {
                assert_eq!(find(&text, needle), text.find(needle.as_str()), "{text} {needle}");
                let (text, needle) = (text.repeat(20), needle.repeat(12));
                assert_eq!(find(&text, &needle), text.find(needle.as_str()), "{text} {needle}");
            }
            let long = text.repeat(5);
            let inside = long.get(long.len() / 4..).filter(|t| t.is_char_boundary(0)).unwrap_or(&long);
            assert_eq!(find(&long, inside), long.find(inside));
        }
    }

    #[test]
    fn trims_and_counts_as_core_does() {
        let is = |c: char| matches!(c, 'é' | '。' | ' ');
        for text in ["", "é", " éa。b 。", "。。", "a", "aé", "éa"] {
            assert_eq!(trim_start_matches(text, &is), text.trim_start_matches(is));
            assert_eq!(trim_end_matches(text, &is), text.trim_end_matches(is));
            assert_eq!(char_count(text), text.chars().count());
            assert_eq!((first_char(text), last_char(text)), (text.chars().next(), text.chars().next_back()));
        }
        assert!(
            list_contains("a bc", "bc")
                && !list_contains("a bc", "b")
                && !list_contains("a bc", "a bc")
                && !list_contains("a bc", "bcd")
        );
        assert_eq!((position_in_list("a bc é", "é"), position_in_list("a bc é", "")), (Some(2), None));
        assert!(ends_with_any("été", "a té") && ends_with_any("bc", "bc a") && !ends_with_any("c", "bc a"));
    }
}
