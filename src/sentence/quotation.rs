//! Which quotation marks and brackets are open.
//!
//! The same sign opens in one language and closes in another („…“ and “…”, «…» and »…«, ”…” in Swedish), so what a
//! sign does is told from its neighbours: an opening sign has a space or nothing before it and a letter after it.

use super::property::{is_dash, is_space, stop};
use crate::text;
use crate::unicode::{is_letter, is_upper};

/// What a sign belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    Double,
    Chevron,
    Single,
    /// Brackets of one shape; the number tells shapes apart.
    Bracket(u8),
    /// The corner brackets, 「」 and 『』.
    Corner(u8),
    /// Brackets round the title of a work, 《》 and 〈〉: what they hold never ends a sentence.
    Title(u8),
}

impl Family {
    /// Quotation marks, as opposed to brackets.
    pub fn quotes(self) -> bool {
        matches!(self, Family::Double | Family::Chevron | Family::Single | Family::Corner(_))
    }
}

/// What a sign does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    OpenPair,
    Close,
}

/// An open sign.
#[derive(Clone, Copy, Debug)]
pub(super) struct OpenPair {
    pub family: Family,
    /// The sign itself.
    pub sign: char,
    /// Where it stands.
    pub at: usize,
}

/// The open signs, outermost first. Deeper nesting than anybody writes is given up.
#[derive(Debug, Default)]
pub(super) struct Quotation {
    open: [Option<OpenPair>; DEEPEST],
    /// How many of them count.
    depth: usize,
}

const DEEPEST: usize = 8;

impl Quotation {
    pub fn outermost(&self) -> Option<OpenPair> {
        self.open.first().copied().flatten().filter(|_| self.depth > 0)
    }

    pub fn innermost(&self) -> Option<OpenPair> {
        self.depth.checked_sub(1).and_then(|d| self.open.get(d)).copied().flatten()
    }

    pub fn clear(&mut self) {
        self.depth = 0;
    }

    fn find(&self, family: Family) -> Option<usize> {
        self.open.iter().take(self.depth).rposition(|o| o.is_some_and(|o| o.family == family))
    }

    pub fn holds(&self, family: Family) -> bool {
        self.find(family).is_some()
    }

    /// Notes an opening sign. False when what was open before can't have been meant: then only this sign is open.
    pub fn push(&mut self, open: OpenPair) -> bool {
        let fits = self.depth < DEEPEST && !(open.family.quotes() && self.holds(open.family));
        if !fits {
            self.clear();
        }
        if let Some(slot) = self.open.get_mut(self.depth) {
            *slot = Some(open);
            self.depth += 1;
        }
        fits
    }

    /// Notes a closing sign and gives what it closes, if anything.
    pub fn pop(&mut self, family: Family) -> Option<OpenPair> {
        let at = self.find(family)?;
        let open = self.open.get(at).copied().flatten();
        self.depth = at;
        open
    }

    /// What the sign `c` at byte `at` of `text` does, if it is one.
    pub fn side(&self, text: &str, at: usize, c: char) -> Option<(Family, Side)> {
        if let Some(known) = bracket(c) {
            return Some(known);
        }
        let family = match c {
            '"' | '“' | '”' | '„' | '‟' | '＂' | '〝' | '〞' | '〟' => Family::Double,
            '«' | '»' | '‹' | '›' => Family::Chevron,
            '\'' | '‘' | '’' | '‚' => Family::Single,
            _ => return None,
        };
        let before = text::char_before(text, at);
        let after = text::char_at(text, at + c.len_utf8());
        if family == Family::Single {
            return self.single_side(c, before, after).map(|side| (family, side));
        }
        // Gershayim inside a Hebrew word, inches after a figure.
        let is_hebrew = |c: Option<char>| c.is_some_and(|c| ('\u{5d0}'..='\u{5ea}').contains(&c));
        if c == '"' && (is_hebrew(before) && is_hebrew(after)) {
            return None;
        }
        let is_open = self.holds(family);
        if c == '"' && !is_open && before.is_some_and(|c| c.is_ascii_digit()) {
            return None;
        }
        let side = match (stands_free(before), stands_free_after(after)) {
            (true, false) if !(is_open && matches!(c, '»' | '›') && after.is_some_and(is_closing_mark)) => {
                Side::OpenPair
            }
            (false, true) => Side::Close,
            _ => match c {
                '„' | '‟' | '«' | '‹' | '〝' => Side::OpenPair,
                '“' if is_open && self.innermost().is_some_and(|o| o.sign == '„') => Side::Close,
                '“' => Side::OpenPair,
                '"' | '＂' if !is_open => Side::OpenPair,
                _ => Side::Close,
            },
        };
        // „ and « after a space open, whatever follows; ” and » that nothing opened may open (Swedish, Danish).
        let side = match c {
            '„' => Side::OpenPair,
            '«' if stands_free(before) && self.innermost().is_none_or(|o| o.sign != '»') => Side::OpenPair,
            _ => side,
        };
        Some((family, side))
    }

    /// Single marks are apostrophes too: they open only before a letter, and close only after punctuation.
    fn single_side(&self, c: char, before: Option<char>, after: Option<char>) -> Option<Side> {
        let is_open = self.holds(Family::Single);
        let letter = |c: Option<char>| c.is_some_and(is_letter);
        let opens = stands_free(before)
            && match c {
                '‘' | '‚' => true,
                '\'' => after.is_some_and(is_upper),
                _ => false,
            };
        if opens {
            return Some(Side::OpenPair);
        }
        let closes = is_open && !letter(after) && before.is_some_and(|c| stop(c).is_some() || c == ',');
        closes.then_some(Side::Close)
    }
}

/// Whether an opening sign may follow.
fn stands_free(c: Option<char>) -> bool {
    c.is_none_or(|c| {
        is_space(c)
            || is_dash(c)
            || matches!(c, '/' | '¿' | '¡')
            || matches!(bracket(c), Some((_, Side::OpenPair)))
    }) || c.is_some_and(|c| matches!(c, '“' | '„' | '‘' | '‚'))
}

/// Whether a closing sign may stand before it.
fn stands_free_after(c: Option<char>) -> bool {
    c.is_none_or(|c| is_space(c) || is_dash(c) || is_closing_mark(c))
}

fn is_closing_mark(c: char) -> bool {
    (stop(c).is_some() && c != '…')
        || matches!(c, ',' | ';' | ':' | '”' | '’' | '、' | '，' | '：' | '；')
        || matches!(bracket(c), Some((_, Side::Close)))
}

/// What a bracket is and does.
fn bracket(c: char) -> Option<(Family, Side)> {
    // Each after the one that it closes; those of one shape that are written in several ways stand apart.
    const BRACKETS: &str = "()[]{}（）【】〔〕［］「」『』《》〈〉";
    let c = match c {
        '(' | ')' | '['..=']' | '{'..='}' | '\u{3008}'..='\u{3015}' | '（' | '）' | '［'..='］' => c,
        '｢' | '﹁' => '「',
        '｣' | '﹂' => '」',
        '﹃' => '『',
        '﹄' => '』',
        _ => return None,
    };
    let place = BRACKETS.chars().position(|known| known == c)? as u8;
    let family = match place / 2 {
        shape @ 0..7 => Family::Bracket(shape),
        shape @ 7..9 => Family::Corner(shape - 7),
        shape => Family::Title(shape - 9),
    };
    Some((family, if place & 1 == 0 { Side::OpenPair } else { Side::Close }))
}
