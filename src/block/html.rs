//! Character references of HTML that are left in pasted text.

use crate::compose::compose;
use crate::text;

/// The character that the reference at the start of `text` (which begins with `&`) stands for, and its length in bytes.
pub(super) fn decode(text: &str) -> Option<(char, usize)> {
    // `&amp;eacute;` was escaped twice.
    if let Some((found, length)) = text.strip_prefix("&amp;").and_then(name) {
        return Some((found, length + 5));
    }
    name(text.get(1..)?).map(|(found, length)| (found, length + 1))
}

fn name(text: &str) -> Option<(char, usize)> {
    if !text.starts_with(|c: char| c == '#' || c.is_ascii_alphabetic()) {
        return None;
    }
    let end = text.bytes().take(11).position(|b| b == b';')?;
    let name = text.get(..end)?;
    let found = match name.strip_prefix('#') {
        Some(digits) => numeric(digits)?,
        None => look_up(NAMED, name).or_else(|| accented(name))?,
    };
    Some((found, end + 1))
}

fn numeric(digits: &str) -> Option<char> {
    let code = match digits.strip_prefix('x').or_else(|| digits.strip_prefix('X')) {
        Some(hex) => text::parse_number(hex, 16)?,
        None => text::parse_number(digits, 10)?,
    };
    // Numbers of Windows-1252, as browsers read them.
    const WINDOWS: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
    if let Some((_, c)) = (128..).zip(WINDOWS.chars()).find(|(number, _)| *number == code) {
        return Some(c);
    }
    char::from_u32(code).filter(|c| !c.is_control())
}

/// Names of characters, each before its character.
const NAMED: &str = "amp&lt<gt>quot\"apos'nbsp\u{a0}ensp emsp thinsp shy\u{ad}zwnj\u{200c}zwj\u{200d}lsquo‘rsquo’sbquo‚ldquo“\
    rdquo”bdquo„laquo«raquo»lsaquo‹rsaquo›ndash–mdash—hellip…bull•middot·iexcl¡iquest¿cent¢pound£yen¥euro€sect§\
    para¶copy©reg®trade™deg°plusmn±microµsup2²sup3³frac12½frac14¼frac34¾times×minus−ordfªordmºlarr←rarr→szligß\
    oslashøOslashØlstrokłLstrokŁaeligæAEligÆoeligœOEligŒethðETHÐthornþTHORNÞ";

/// Names of marks over and under a letter.
const MARKS: &str = "grave\u{300}acute\u{301}circ\u{302}tilde\u{303}macr\u{304}breve\u{306}dot\u{307}uml\u{308}\
    ring\u{30a}dblac\u{30b}caron\u{30c}cedil\u{327}ogon\u{328}";

/// The character after its name in one of the lists.
fn look_up(list: &str, name: &str) -> Option<char> {
    let mut start = 0;
    for (at, c) in list.char_indices() {
        if !c.is_ascii_alphanumeric() {
            if list.get(start..at) == Some(name) {
                return Some(c);
            }
            start = at + c.len_utf8();
        }
    }
    None
}

/// `eacute`, `Ccedil`, `scaron` …: a letter and the name of its mark.
fn accented(name: &str) -> Option<char> {
    let base = text::first_char(name).filter(char::is_ascii_alphabetic)?;
    let mark = look_up(MARKS, name.get(1..)?)?;
    compose(base, mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_references() {
        let read = |text| decode(text).map(|(c, length)| (c, &text[length..]));
        assert_eq!(read("&eacute;t"), Some(('é', "t")));
        assert_eq!(read("&Ccedil;"), Some(('Ç', "")));
        assert_eq!(read("&#39;x"), Some(('\'', "x")));
        assert_eq!(read("&#x2019;"), Some(('’', "")));
        assert_eq!(read("&#146;"), Some(('’', "")));
        assert_eq!(read("&amp;rsquo;"), Some(('’', "")));
        assert_eq!(read("&amp;"), Some(('&', "")));
        assert_eq!(read("&frac12;"), Some(('½', "")));
        assert_eq!(read("&Oslash;"), Some(('Ø', "")));
        assert_eq!(read("&ensp;"), Some((' ', "")));
        for text in ["&frac;", "&so;", "& so", "&;", "&nosuch;", "&#0;", "&#x110000;", "&"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
