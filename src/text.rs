//! String helpers under the names that `core` and `std` give them, one compiled copy each.
//!
//! The methods of `core` are generic over the pattern: every closure at every call site would get its own copy, UTF-8
//! decoder included. Inlined like that, these helpers took 8 KB more of the module after gzip; `str::find`, once, 5 KB.

use crate::unicode::{is_closer, is_digit, is_whitespace};

/// Strips white space at both ends.
pub(crate) fn trim(text: &str) -> &str {
    trim_end_matches(trim_start_matches(text, &is_whitespace), &is_whitespace)
}

/// The first character.
pub(crate) fn first_char(text: &str) -> Option<char> {
    text.chars().next()
}

/// The last character.
pub(crate) fn last_char(text: &str) -> Option<char> {
    text.chars().next_back()
}

/// The character that starts at byte `at`.
pub(crate) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..).and_then(first_char)
}

/// The character that ends at byte `at`.
pub(crate) fn char_before(text: &str, at: usize) -> Option<char> {
    text.get(..at).and_then(last_char)
}

/// The only character of `text`; `None` if it has none or several.
pub(crate) fn single_char(text: &str) -> Option<char> {
    first_char(text).filter(|c| c.len_utf8() == text.len())
}

/// The number of characters.
pub(crate) fn char_count(text: &str) -> usize {
    text.chars().count()
}

/// Strips leading characters that satisfy `is`.
pub(crate) fn trim_start_matches<'a>(text: &'a str, is: &dyn Fn(char) -> bool) -> &'a str {
    text.trim_start_matches(is)
}

/// Strips trailing characters that satisfy `is`.
pub(crate) fn trim_end_matches<'a>(text: &'a str, is: &dyn Fn(char) -> bool) -> &'a str {
    text.trim_end_matches(is)
}

/// The prefix before the first character that satisfies `is`; all of `text` when none does.
pub(crate) fn prefix_until<'a>(text: &'a str, is: &dyn Fn(char) -> bool) -> &'a str {
    text.split(is).next().unwrap_or(text)
}

/// Whether all characters satisfy `is`.
pub(crate) fn all(text: &str, is: &dyn Fn(char) -> bool) -> bool {
    text.chars().all(is)
}

/// Whether any character satisfies `is`.
pub(crate) fn any(text: &str, is: &dyn Fn(char) -> bool) -> bool {
    text.chars().any(is)
}

/// Whether `c` occurs in `text`.
pub(crate) fn contains_char(text: &str, c: char) -> bool {
    if c.is_ascii() { text.as_bytes().contains(&(c as u8)) } else { text.chars().any(|other| other == c) }
}

/// Whether `what` occurs in `text`.
pub(crate) fn contains(text: &str, what: &str) -> bool {
    find(text, what).is_some()
}

/// The byte at which `what` first occurs in `text`, in time linear in both.
pub(crate) fn find(text: &str, what: &str) -> Option<usize> {
    let (text, what) = (text.as_bytes(), what.as_bytes());
    let Some((first, rest)) = what.split_first() else { return Some(0) };
    if rest.len() > SHORT {
        return find_long(text, what);
    }
    // The last byte is compared first: characters of one script share their leading byte.
    let last = rest.last().unwrap_or(first);
    for (at, byte) in text.get(rest.len()..)?.iter().enumerate() {
        if byte == last && text.get(at..at + what.len()) == Some(what) {
            return Some(at);
        }
    }
    None
}

/// The longest needle, its first byte aside, that is compared byte by byte at every position.
const SHORT: usize = 32;

/// [`find`] by the algorithm of Knuth, Morris and Pratt, which reads each byte of the text once.
#[cold]
fn find_long(text: &[u8], what: &[u8]) -> Option<usize> {
    // By prefix of `what`: the length of its longest proper border, a prefix that is also its suffix.
    let mut borders = vec![0];
    let mut matched = 0;
    let step = |borders: &[usize], mut matched: usize, byte: u8| {
        while matched > 0 && what.get(matched) != Some(&byte) {
            matched = borders.get(matched - 1).copied().unwrap_or(0);
        }
        matched + usize::from(what.get(matched) == Some(&byte))
    };
    for &byte in what.iter().skip(1) {
        matched = step(&borders, matched, byte);
        borders.push(matched);
    }
    matched = 0;
    for (at, &byte) in text.iter().enumerate() {
        matched = step(&borders, matched, byte);
        if matched == what.len() {
            return Some(at + 1 - matched);
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

/// The position of `word` in `list`, whose words are separated by single spaces.
pub(crate) fn position_in_list(list: &str, word: &str) -> Option<usize> {
    position_between(b' ', list, word)
}

/// The position of `word` in `list`, whose entries are separated by single `separator`s.
pub(crate) fn position_between(separator: u8, list: &str, word: &str) -> Option<usize> {
    let (mut rest, word) = (list.as_bytes(), word.as_bytes());
    // Byte by byte: most entries differ in the first, and a search for each space would cost more.
    let mut position = 0;
    loop {
        let same = rest.iter().zip(word).take_while(|(a, b)| a == b && **a != separator).count();
        let after = rest.get(same..).unwrap_or_default();
        if same == word.len() && after.first().is_none_or(|&byte| byte == separator) {
            return Some(position);
        }
        let length = after.iter().position(|&byte| byte == separator)?;
        rest = after.get(length + 1..).unwrap_or_default();
        position += 1;
    }
}

/// Whether `word` is one of the words of `list`, which are separated by single spaces.
pub(crate) fn list_contains(list: &str, word: &str) -> bool {
    position_in_list(list, word).is_some()
}

/// The first `bytes` of a text, or fewer where a character would be cut.
pub(crate) fn head(text: &str, bytes: usize) -> &str {
    let mut end = text.len().min(bytes);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// Whether `text` ends with one of the words of `list`, which are separated by single spaces.
pub(crate) fn ends_with_any(text: &str, list: &str) -> bool {
    list.split(' ').any(|ending| text.ends_with(ending))
}

/// Parses an unsigned number; `None` if it has other characters or overflows `u32`.
pub(crate) fn parse_number(digits: &str, radix: u32) -> Option<u32> {
    u32::from_str_radix(digits, radix).ok().filter(|_| !digits.starts_with('+'))
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
    fn lists_are_words_between_spaces() {
        assert!(list_contains("a bc", "bc") && !list_contains("a bc", "b") && !list_contains("a bc", "a bc"));
        assert_eq!((position_in_list("a bc é", "é"), position_in_list("a bc é", "")), (Some(2), None));
        assert!(ends_with_any("été", "a té") && ends_with_any("bc", "bc a") && !ends_with_any("c", "bc a"));
    }

    #[test]
    fn numbers_are_digits_alone() {
        assert_eq!((parse_number("042", 10), parse_number("ff", 16)), (Some(42), Some(255)));
        for wrong in ["", "+1", "-1", "1 ", "4294967296"] {
            assert_eq!(parse_number(wrong, 10), None, "{wrong:?}");
        }
    }
}
