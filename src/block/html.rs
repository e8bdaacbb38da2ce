//! HTML's character references, where a paste still holds them.

use crate::word;

/// The character that the reference at the start of `text` (which begins with `&`) stands for, and its length in bytes.
pub(super) fn decode(text: &str) -> Option<(char, usize)> {
    // `&amp;eacute;` was escaped twice.
    if let Some((found, length)) = text.strip_prefix("&amp;").and_then(name) {
        return Some((found, length + 5));
    }
    name(text.get(1..)?).map(|(found, length)| (found, length + 1))
}

fn name(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(11).position(|b| b == b';')?;
    let name = text.get(..end)?;
    let found = match name.strip_prefix('#') {
        Some(digits) => numeric(digits)?,
        None => named(name)?,
    };
    Some((found, end + 1))
}

fn numeric(digits: &str) -> Option<char> {
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    // Numbers of Windows-1252, as browsers read them.
    const WINDOWS: [char; 32] = [
        '€', ' ', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', ' ', 'Ž', ' ', ' ', '‘', '’', '“',
        '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', ' ', 'ž', 'Ÿ',
    ];
    if let Some(&c) = code.checked_sub(128).and_then(|at| WINDOWS.get(at as usize)) {
        return Some(c);
    }
    char::from_u32(code).filter(|c| !c.is_control())
}

fn named(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "ensp" | "emsp" | "thinsp" => ' ',
        "shy" => '\u{ad}',
        "zwnj" => '\u{200c}',
        "zwj" => '\u{200d}',
        "lsquo" => '‘',
        "rsquo" => '’',
        "sbquo" => '‚',
        "ldquo" => '“',
        "rdquo" => '”',
        "bdquo" => '„',
        "laquo" => '«',
        "raquo" => '»',
        "lsaquo" => '‹',
        "rsaquo" => '›',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "bull" => '•',
        "middot" => '·',
        "iexcl" => '¡',
        "iquest" => '¿',
        "cent" => '¢',
        "pound" => '£',
        "yen" => '¥',
        "euro" => '€',
        "sect" => '§',
        "para" => '¶',
        "copy" => '©',
        "reg" => '®',
        "trade" => '™',
        "deg" => '°',
        "plusmn" => '±',
        "micro" => 'µ',
        "sup2" => '²',
        "sup3" => '³',
        "frac12" => '½',
        "frac14" => '¼',
        "frac34" => '¾',
        "times" => '×',
        "minus" => '−',
        "ordf" => 'ª',
        "ordm" => 'º',
        "larr" => '←',
        "rarr" => '→',
        "szlig" => 'ß',
        "oslash" => 'ø',
        "Oslash" => 'Ø',
        "lstrok" => 'ł',
        "Lstrok" => 'Ł',
        "aelig" => 'æ',
        "AElig" => 'Æ',
        "oelig" => 'œ',
        "OElig" => 'Œ',
        "eth" => 'ð',
        "ETH" => 'Ð',
        "thorn" => 'þ',
        "THORN" => 'Þ',
        _ => return accented(name),
    })
}

/// `eacute`, `Ccedil`, `scaron` …: a letter and the name of its mark.
fn accented(name: &str) -> Option<char> {
    let base = name.chars().next().filter(char::is_ascii_alphabetic)?;
    let mark = match name.get(1..)? {
        "grave" => '\u{300}',
        "acute" => '\u{301}',
        "circ" => '\u{302}',
        "tilde" => '\u{303}',
        "macr" => '\u{304}',
        "breve" => '\u{306}',
        "dot" => '\u{307}',
        "uml" => '\u{308}',
        "ring" => '\u{30a}',
        "dblac" => '\u{30b}',
        "caron" => '\u{30c}',
        "cedil" => '\u{327}',
        "ogon" => '\u{328}',
        _ => return None,
    };
    let composed = word::compose(base.to_ascii_lowercase(), mark)?;
    if base.is_ascii_uppercase() { composed.to_uppercase().next() } else { Some(composed) }
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
        for text in ["& so", "&;", "&nosuch;", "&#0;", "&#x110000;", "&"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
