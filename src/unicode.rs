//! What a character is, for the scripts of the languages known.
//!
//! The tables of `core` cover all of Unicode and every special case: 25 KB of the module when gzipped. These cover what
//! articles are written in, in half a kilobyte, and they stay as they are when the compiler's Unicode version changes.
//! The tests hold them against `core`.

/// A letter of any script, marks aside.
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' => true,
        '\0'..='\u{7f}' => false,
        // Latin letters, without a look into the table.
        'À'..='ɏ' => c != '×' && c != '÷',
        _ => !is_in(&NO_LETTER, c) && !is_digit(c),
    }
}

/// A letter or a digit.
pub(crate) fn is_alphanumeric(c: char) -> bool {
    is_letter(c) || is_digit(c)
}

/// A decimal digit of any script known, or a figure such as `½` and `²`.
pub(crate) fn is_digit(c: char) -> bool {
    match c {
        '0'..='9' => true,
        '\0'..='\u{b1}' => false,
        _ => {
            let code = c as u32;
            matches!(c, '²' | '³' | '¹' | '¼'..='¾' | '٠'..='٩' | '۰'..='۹' | '๐'..='๙' | '໐'..='໙' | '༠'..='༩'
                | '၀'..='၉' | '០'..='៩' | '⁰' | '⁴'..='⁹' | '₀'..='₉' | '⅐'..='↉' | '０'..='９')
                || (0x900..0xe00).contains(&code) && matches!(code & 0x7f, 0x66..=0x6f)
        }
    }
}

/// A capital: a letter that has a small form.
pub(crate) fn is_upper(c: char) -> bool {
    lower(c) != c
}

/// A small letter of a script that has capitals.
pub(crate) fn is_lower(c: char) -> bool {
    match c {
        'a'..='z' => true,
        '\0'..='\u{7f}' => false,
        'ª' | 'º' | 'µ' => true,
        'ß'..='ɏ' | 'ɐ'..='ʯ' | 'ά'..='ώ' | 'ϐ'..='ϼ' | 'а'..='ԯ' | 'ՠ'..='ֈ' | 'Ḁ'..='῾' | 'ａ'..='ｚ' => {
            !is_upper(c) && is_letter(c)
        }
        _ => false,
    }
}

/// The small form of a capital, any other character as it is. One character for one: `İ` loses its dot's mark.
pub(crate) fn lower(c: char) -> char {
    let code = c as u32;
    let small = match c {
        'A'..='Z' => code + 32,
        '\0'..='\u{bf}' => code,
        'À'..='Þ' if c != '×' => code + 32,
        'Ÿ' => 0xff,
        'İ' => 0x69,
        'Ā'..='ķ' | 'Ŋ'..='ŷ' | 'Ǟ'..='ǯ' | 'Ǹ'..='ȟ' | 'Ȣ'..='ȳ' | 'Ɇ'..='ɏ' | 'Ơ'..='ƥ' => {
            code | 1
        }
        'Ѡ'..='ҁ' | 'Ҋ'..='ҿ' | 'Ӑ'..='ԯ' | 'Ḁ'..='ẕ' | 'Ạ'..='ỿ' => code | 1,
        'Ĺ'..='ň' | 'Ź'..='ž' | 'Ǎ'..='ǜ' | 'Ӂ'..='ӎ' => code + (code & 1),
        'Ư' => 0x1b0,
        'Ə' => 0x259,
        'ẞ' => 0xdf,
        'Ά' => 0x3ac,
        'Έ'..='Ί' => code + 37,
        'Ό' => 0x3cc,
        'Ύ' | 'Ώ' => code + 63,
        'Α'..='Ϋ' if code != 0x3a2 => code + 32,
        'Ѐ'..='Џ' => code + 80,
        'А'..='Я' => code + 32,
        'Ӏ' => 0x4cf,
        'Ա'..='Ֆ' => code + 48,
        'Ａ'..='Ｚ' => code + 32,
        _ => code,
    };
    char::from_u32(small).unwrap_or(c)
}

/// A text in small letters.
pub(crate) fn lowercase(text: &str) -> String {
    text.chars().map(lower).collect()
}

/// A letter of a script with capitals.
pub(crate) fn is_cased(c: char) -> bool {
    is_lower(c) || is_upper(c)
}

/// A letter, mark or digit.
pub(crate) fn is_word_char(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphanumeric(),
        // Latin and Cyrillic letters, without a look into the tables.
        '\u{c0}'..='\u{24f}' => !matches!(c, '×' | '÷'),
        '\u{400}'..='\u{481}' => true,
        _ => is_alphanumeric(c) || is_mark(c),
    }
}

/// A combining mark of the scripts that need them inside words.
pub(crate) fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}'
        | '\u{5c4}' | '\u{5c5}' | '\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}'
        | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{3099}' | '\u{309a}' | '\u{fe00}'..='\u{fe0f}')
        || is_indic_mark(c)
}

/// Vowel signs, viramas and their like in the blocks from Devanagari to Sinhala, which share one layout.
fn is_indic_mark(c: char) -> bool {
    let code = c as u32;
    (0x900..0xe00).contains(&code) && {
        let low = code & 0x7f;
        low <= 0x03 || (0x3a..=0x4f).contains(&low) && low != 0x3d || matches!(low, 0x51..=0x57 | 0x62 | 0x63)
    }
}

/// Scripts written without spaces between words.
pub(crate) fn is_unspaced(c: char) -> bool {
    c >= '\u{e01}'
        && matches!(c,
        '\u{e01}'..='\u{e4e}' | '\u{e80}'..='\u{edf}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17d3}'
        | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3134f}')
}

/// A Hebrew letter, points and accents aside.
pub(crate) fn is_hebrew(c: char) -> bool {
    ('\u{5d0}'..='\u{5ea}').contains(&c)
}

/// White space of any script.
#[inline(never)]
pub(crate) fn is_whitespace(c: char) -> bool {
    c.is_whitespace()
}

/// Characters that show nothing and mean nothing in a summary: byte order marks, soft hyphens, zero-width spaces, word
/// joiners, marks of direction, controls. The joiners of Persian, Hindi and emoji stay.
pub(crate) fn is_invisible(c: char) -> bool {
    match c {
        ' '..='~' => false,
        '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}' => true,
        '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' => true,
        _ => c.is_control() && !is_whitespace(c),
    }
}

/// Whether a sentence can end with `c`.
pub(crate) fn is_terminal(c: char) -> bool {
    matches!(
        c,
        '.' | '!'
            | '?'
            | '…'
            | '。'
            | '！'
            | '？'
            | '．'
            | '｡'
            | '۔'
            | '؟'
            | '।'
            | '॥'
            | '։'
            | '።'
            | '‼'
            | '⁇'
            | '⁈'
            | '⁉'
    )
}

/// Quotes and brackets that may follow a full stop.
pub(crate) fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '“' | '›' | ')' | ']' | '}' | '」' | '』' | '）' | '】' | '》')
}

fn is_in(ranges: &[(u32, u32)], c: char) -> bool {
    let code = c as u32;
    let after = ranges.partition_point(|r| r.0 <= code);
    after > 0 && ranges.get(after - 1).is_some_and(|r| code <= r.1)
}

/// Punctuation, symbols, marks, spaces and controls above ASCII, for the scripts known.
#[rustfmt::skip]
const NO_LETTER: [(u32, u32); 89] = [
    (0x80, 0xa9), (0xab, 0xb4), (0xb6, 0xb9), (0xbb, 0xbf), (0xd7, 0xd7), (0xf7, 0xf7), (0x2c2, 0x2c5), (0x2d2, 0x2df),
    (0x2e5, 0x2eb), (0x2ed, 0x2ed), (0x2ef, 0x344), (0x346, 0x362), (0x375, 0x375), (0x37e, 0x37e), (0x384, 0x385),
    (0x387, 0x387), (0x3f6, 0x3f6), (0x482, 0x489), (0x55a, 0x55f), (0x589, 0x5af), (0x5be, 0x5be), (0x5c0, 0x5c0),
    (0x5c3, 0x5c3), (0x5c6, 0x5c6), (0x5f3, 0x60f), (0x61b, 0x61f), (0x66a, 0x66d), (0x6d4, 0x6d4), (0x6dd, 0x6de),
    (0x6e9, 0x6e9), (0x6fd, 0x6fe), (0x700, 0x70f), (0x93c, 0x93c), (0x94d, 0x94d), (0x951, 0x954), (0x964, 0x965),
    (0x970, 0x970), (0x9bc, 0x9bc), (0x9cd, 0x9cd), (0x9f2, 0x9fb), (0xa3c, 0xa3c), (0xa4d, 0xa4d), (0xabc, 0xabc),
    (0xacd, 0xacd), (0xb3c, 0xb3c), (0xb4d, 0xb4d), (0xbcd, 0xbcd), (0xbf0, 0xbff), (0xc4d, 0xc4d), (0xccd, 0xccd),
    (0xd4d, 0xd4d), (0xdca, 0xdca), (0xdf4, 0xdf4), (0xe3f, 0xe3f), (0xe47, 0xe4c), (0xe4e, 0xe4f), (0xe5a, 0xe5b),
    (0x104a, 0x104f), (0x10fb, 0x10fb), (0x1360, 0x137c), (0x17d4, 0x17d6), (0x17d8, 0x17db), (0x1fbd, 0x1fbd),
    (0x1fbf, 0x1fc1), (0x2000, 0x2070), (0x2072, 0x207e), (0x2080, 0x208f), (0x20a0, 0x2101), (0x2103, 0x2106),
    (0x2108, 0x2109), (0x2116, 0x2118), (0x211e, 0x2123), (0x218a, 0x24b5), (0x24ea, 0x2bff), (0x2e00, 0x2e7f),
    (0x3000, 0x3004), (0x3008, 0x3020), (0x3030, 0x3030), (0x30a0, 0x30a0), (0x30fb, 0x30fb), (0xd7fc, 0xf8ff),
    (0xfd3e, 0xfd4f), (0xfe00, 0xfe6f), (0xfeff, 0xff20), (0xff3b, 0xff40), (0xff5b, 0xff65), (0xffe0, 0xffff),
    (0x1f000, 0x1faff), (0xe0000, 0x10ffff),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// The blocks that the languages known are written in.
    fn known() -> impl Iterator<Item = char> {
        let blocks = [
            0..0x250u32,
            0x370..0x530,
            0x5d0..0x700,
            0x900..0xa00,
            0xb80..0xc00,
            0xe00..0xe80,
            0x1e00..0x2c00,
            0x3000..0x3100,
            0x3400..0xa000,
            0xac00..0xd7a4,
            0xf900..0xfb00,
            0xff00..0xff66,
            0x1f000..0x1fb00,
            0x20000..0x2a6e0,
        ];
        blocks.into_iter().flatten().filter_map(char::from_u32)
    }

    fn differences(ours: impl Fn(char) -> bool, theirs: impl Fn(char) -> bool) -> Vec<String> {
        known().filter(|&c| ours(c) != theirs(c)).map(|c| format!("{:x}", c as u32)).collect()
    }

    #[test]
    fn letters_and_digits_are_those_of_core() {
        // Not ours: enclosed and letter-like symbols.
        let symbol = |c: char| matches!(c, '℀'..='⅏' | '⑩'..='➓' | '①'..='⓿' | '〶'..='〿' | '🄀'..='🆉' | '৴'..='৹' | '௰'..='௲');
        let missed =
            differences(|c| is_alphanumeric(c) || is_mark(c) || symbol(c) || !c.is_alphanumeric(), |_| true);
        assert!(missed.is_empty(), "no letters for us: {missed:?}");
        // Of the other scripts' blocks most surplus code points are unassigned.
        let surplus = differences(|c| c < '\u{530}' && is_alphanumeric(c) && !c.is_alphanumeric(), |_| false);
        assert_eq!(
            surplus,
            ["378", "379", "380", "381", "382", "383", "38b", "38d", "3a2"],
            "unassigned all"
        );
        for c in
            "«»„“”‘’—–…¿¡·•|§©®™°€£¥№،؛؟۔।॥؞׃־、。「」『』【】（）！？：；〜・．，｡￥🎉😊❤️→★✓±×÷".chars()
        {
            assert!(!is_alphanumeric(c), "{c}");
        }
    }

    #[test]
    fn case_is_that_of_core() {
        let simple = |c: char| {
            let mut small = c.to_lowercase();
            small.next().filter(|_| small.next().is_none()).unwrap_or(c)
        };
        let differ: Vec<String> = known()
            .filter(|&c| {
                !('ƀ'..='ɏ').contains(&c) && !('Ͱ'..='Ͽ').contains(&c) || "ƠơƯưȘșȚțǍǎάΏς".contains(c)
            })
            .filter(|&c| !('\u{1f00}'..='\u{2bff}').contains(&c))
            .filter(|&c| c != 'İ' && lower(c) != simple(c))
            .map(|c| format!("{:x}", c as u32))
            .collect();
        assert!(differ.is_empty(), "{differ:?}");
        let differ = differences(|c| is_lower(c) && c < 'ƀ', |c| c.is_lowercase() && c < 'ƀ');
        assert!(differ.is_empty(), "{differ:?}");
    }
}
