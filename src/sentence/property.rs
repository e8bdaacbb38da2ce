//! Character properties, after UAX #29, table 4 (Sentence_Break).

use crate::unicode::is_whitespace;

/// How a character ends a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// ATerm: the full stop, which has other uses.
    Dot,
    /// Two dots or more, or `…`.
    Ellipsis,
    /// STerm of the scripts with spaces and letter case: `!`, `?` and their like.
    Mark,
    /// The other STerm, which need no space after them: `。`, `।`, `۔`, `።`.
    Wide,
}

/// ATerm and STerm (Unicode 17), and the ellipses.
pub(super) fn stop(c: char) -> Option<Stop> {
    match c {
        '.' | '\u{2024}' => Some(Stop::Dot),
        '\u{2025}' | '…' => Some(Stop::Ellipsis),
        '!'
        | '?'
        | '\u{203c}'
        | '\u{203d}'
        | '\u{2047}'..='\u{2049}'
        | '\u{2e2e}'
        | '\u{2e53}'
        | '\u{2e54}' => Some(Stop::Mark),
        // The letters and signs that most texts are made of.
        ..'\u{589}' | '\u{2000}'..'\u{2cf9}' | '\u{3003}'..'\u{a4ff}' => None,
        _ => {
            let code = c as u32;
            let after = WIDE.partition_point(|range| range >> 8 <= code);
            let range = WIDE.get(after.checked_sub(1)?)?;
            (code - (range >> 8) <= range & 0xff).then_some(Stop::Wide)
        }
    }
}

/// The terminators of the scripts without spaces or without case: the first of neighbours, and in the last byte how many
/// more follow it.
#[rustfmt::skip]
static WIDE: [u32; 80] = [
    0x58900, 0x61d02, 0x6d400, 0x70002, 0x7f900, 0x83700, 0x83900, 0x83d01, 0x96401, 0x104a01, 0x136200, 0x136701,
    0x166e00, 0x173501, 0x17d401, 0x180300, 0x180900, 0x194401, 0x1aa803, 0x1b4e01, 0x1b5a01, 0x1b5e01, 0x1b7d02,
    0x1c3b01, 0x1c7e01, 0x2cf902, 0x2e3c00, 0x300200, 0xa4ff00, 0xa60e01, 0xa6f300, 0xa6f700, 0xa87601, 0xa8ce01,
    0xa92f00, 0xa9c801, 0xaa5d02, 0xaaf001, 0xabeb00, 0xfe1200, 0xfe1501, 0xfe5200, 0xfe5601, 0xff0100, 0xff0e00,
    0xff1f00, 0xff6100, 0x10a5601, 0x10f5504, 0x10f8603, 0x1104701, 0x110be03, 0x1114102, 0x111c501, 0x111cd00,
    0x111de01, 0x1123801, 0x1123b01, 0x112a900, 0x113d401, 0x1144b01, 0x115c201, 0x115c90e, 0x1164101, 0x1173c02,
    0x1194400, 0x1194600, 0x11a4201, 0x11a9b01, 0x11c4101, 0x11ef701, 0x11f4301, 0x16a6e01, 0x16af500, 0x16b3701,
    0x16b4400, 0x16d6e01, 0x16e9800, 0x1bc9f00, 0x1da8800,
];

/// Sp: white space inside a paragraph.
pub(super) fn is_space(c: char) -> bool {
    match c {
        ' ' => true,
        '\u{21}'..='\u{84}' => false,
        _ => is_whitespace(c) && !is_separator(c),
    }
}

/// ParaSep.
pub(super) fn is_separator(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Format and the extending characters that may stand next to a full stop: transparent (SB5).
pub(super) fn is_transparent(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{300}'..='\u{36f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// SContinue: what goes on after it goes on in the same sentence (SB8a).
pub(super) fn is_continuation(c: char) -> bool {
    is_dash(c)
        || matches!(
            c,
            ',' | ':'
                | ';'
                | '\u{37e}'
                | '\u{55d}'
                | '\u{60c}'
                | '\u{60d}'
                | '؛'
                | '\u{7f8}'
                | '\u{1802}'
                | '\u{1808}'
                | '、'
                | '\u{fe10}'
                | '\u{fe11}'
                | '\u{fe13}'
                | '\u{fe14}'
                | '\u{fe50}'
                | '\u{fe51}'
                | '\u{fe54}'
                | '\u{fe55}'
                | '，'
                | '：'
                | '；'
                | '､'
        )
}

/// Hyphens and dashes that join or set apart.
pub(super) fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe31}' | '\u{fe32}' | '\u{fe58}' | '\u{fe63}' | '－'
    )
}

/// Pictures that comment on the sentence before them, and what modifies them.
pub(super) fn is_emoji(c: char) -> bool {
    matches!(c,
        '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{26ff}' | '\u{2705}' | '\u{270a}'..='\u{270d}' | '\u{2728}'
        | '\u{274c}' | '\u{2753}'..='\u{2757}' | '\u{2763}' | '\u{2764}' | '\u{2b50}' | '\u{e0020}'..='\u{e007f}')
}

/// Chinese characters and kana.
#[inline]
pub(super) fn is_east_asian(c: char) -> bool {
    c >= '\u{2e80}'
        && matches!(c, '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{30ff}' | '\u{31f0}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3134f}')
}

pub(super) fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309f}')
}

pub(super) fn is_hangul(c: char) -> bool {
    matches!(c, '\u{ac00}'..='\u{d7a3}' | '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}')
}

/// Thai and Lao: no full stops, spaces between clauses.
pub(super) fn is_thai(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{edf}')
}

pub(super) fn is_indic(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{dff}')
}

pub(super) fn is_greek(c: char) -> bool {
    matches!(c, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}')
}
