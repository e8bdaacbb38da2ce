//! Character properties, after UAX #29, table 4 (Sentence_Break).

use crate::unicode::{is_lower, is_upper};

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
    if c < '\u{589}' && !matches!(c, '.' | '!' | '?') {
        return None;
    }
    Some(match c {
        '.' | '\u{2024}' => Stop::Dot,
        '\u{2025}' | '…' => Stop::Ellipsis,
        '!'
        | '?'
        | '\u{203c}'
        | '\u{203d}'
        | '\u{2047}'..='\u{2049}'
        | '\u{2e2e}'
        | '\u{2e53}'
        | '\u{2e54}' => Stop::Mark,
        '\u{589}' | '\u{61d}'..='\u{61f}' | '\u{6d4}' | '\u{700}'..='\u{702}' | '\u{7f9}' => Stop::Wide,
        '\u{837}' | '\u{839}' | '\u{83d}' | '\u{83e}' | '\u{964}' | '\u{965}' => Stop::Wide,
        '\u{104a}'
        | '\u{104b}'
        | '\u{1362}'
        | '\u{1367}'
        | '\u{1368}'
        | '\u{166e}'
        | '\u{1735}'
        | '\u{1736}'
        | '\u{17d4}'
        | '\u{17d5}'
        | '\u{1803}'
        | '\u{1809}'
        | '\u{1944}'
        | '\u{1945}'
        | '\u{1aa8}'..='\u{1aab}'
        | '\u{1b4e}'
        | '\u{1b4f}'
        | '\u{1b5a}'
        | '\u{1b5b}'
        | '\u{1b5e}'
        | '\u{1b5f}'
        | '\u{1b7d}'..='\u{1b7f}'
        | '\u{1c3b}'
        | '\u{1c3c}'
        | '\u{1c7e}'
        | '\u{1c7f}' => Stop::Wide,
        '\u{2cf9}'..='\u{2cfb}'
        | '\u{2e3c}'
        | '。'
        | '\u{a4ff}'
        | '\u{a60e}'
        | '\u{a60f}'
        | '\u{a6f3}'
        | '\u{a6f7}'
        | '\u{a876}'
        | '\u{a877}'
        | '\u{a8ce}'
        | '\u{a8cf}'
        | '\u{a92f}'
        | '\u{a9c8}'
        | '\u{a9c9}'
        | '\u{aa5d}'..='\u{aa5f}'
        | '\u{aaf0}'
        | '\u{aaf1}'
        | '\u{abeb}' => Stop::Wide,
        '\u{fe12}' | '\u{fe15}' | '\u{fe16}' | '\u{fe52}' | '\u{fe56}' | '\u{fe57}' | '！' | '．' | '？'
        | '｡' => Stop::Wide,
        '\u{10a56}'..='\u{1da88}' if is_supplementary_stop(c) => Stop::Wide,
        _ => return None,
    })
}

fn is_supplementary_stop(c: char) -> bool {
    matches!(c,
        '\u{10a56}' | '\u{10a57}' | '\u{10f55}'..='\u{10f59}' | '\u{10f86}'..='\u{10f89}' | '\u{11047}' | '\u{11048}'
        | '\u{110be}'..='\u{110c1}' | '\u{11141}'..='\u{11143}' | '\u{111c5}' | '\u{111c6}' | '\u{111cd}'
        | '\u{111de}' | '\u{111df}' | '\u{11238}' | '\u{11239}' | '\u{1123b}' | '\u{1123c}' | '\u{112a9}'
        | '\u{113d4}' | '\u{113d5}' | '\u{1144b}' | '\u{1144c}' | '\u{115c2}' | '\u{115c3}'
        | '\u{115c9}'..='\u{115d7}' | '\u{11641}' | '\u{11642}' | '\u{1173c}'..='\u{1173e}' | '\u{11944}'
        | '\u{11946}' | '\u{11a42}' | '\u{11a43}' | '\u{11a9b}' | '\u{11a9c}' | '\u{11c41}' | '\u{11c42}'
        | '\u{11ef7}' | '\u{11ef8}' | '\u{11f43}' | '\u{11f44}' | '\u{16a6e}' | '\u{16a6f}' | '\u{16af5}'
        | '\u{16b37}' | '\u{16b38}' | '\u{16b44}' | '\u{16d6e}' | '\u{16d6f}' | '\u{16e98}' | '\u{1bc9f}' | '\u{1da88}')
}

/// Sp: white space inside a paragraph.
pub(super) fn is_space(c: char) -> bool {
    match c {
        ' ' => true,
        '\u{21}'..='\u{84}' => false,
        _ => c.is_whitespace() && !is_separator(c),
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
pub(super) fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{30ff}' | '\u{31f0}'..='\u{4dbf}'
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

/// A letter of a script with capitals.
pub(super) fn is_cased(c: char) -> bool {
    is_lower(c) || is_upper(c)
}
