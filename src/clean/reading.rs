//! One pass over the page: what each block looks like, and where the cue phrases are.

use super::cue::{self, Phrases, Strength};
use crate::block::line::{is_closer, is_terminal};
use crate::lexicon::hash;
use crate::page::{Page, Reason};
use crate::tables::Language;
use crate::unicode::{is_digit, is_upper};
use crate::word::{fold_into, is_unspaced};

/// The page as cleaning sees it.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// One for each block of the page.
    pub facts: Vec<Fact>,
    /// Cue phrases found, in document order.
    pub hits: Vec<Hit>,
    /// For each token of the page a hash of its folded form; 0 for function words and figures.
    pub terms: Vec<u32>,
}

/// What a block looks like.
#[derive(Clone, Debug, Default)]
pub(super) struct Fact {
    /// Words; two letters of a script without spaces count as one.
    pub words: u32,
    /// Function words of the page's language.
    pub stops: u32,
    /// Words after the first that begin with a capital.
    pub capitals: u32,
    /// Words of two letters or more, all capitals.
    pub upper: u32,
    /// Tokens that begin with a digit.
    pub figures: u32,
    /// Names of months.
    pub months: u32,
    /// `9:12`, `09h42`, `04.05.2024`: figures that are a time or a date.
    pub clock: bool,
    /// Letters of scripts without spaces.
    pub unspaced: u32,
    /// Ends a sentence.
    pub ends: bool,
    /// Sentences, roughly: terminals followed by a space, and the end.
    pub sentences: u32,
    /// Parts between `|`, `•`, `>` and their like.
    pub parts: u32,
    /// Tokens covered by cue phrases, weak ones included.
    pub covered: u32,
    /// All tokens.
    pub tokens: u32,
    /// Its stretch of [`Reading::terms`].
    pub terms: std::ops::Range<usize>,
    /// Its stretch of [`Reading::hits`].
    pub hits: std::ops::Range<usize>,
    /// Hash of its words: equal for equal lines, letter case and punctuation aside.
    pub hash: u64,
    /// Holds a copyright sign after its start, or ends in `(Name/AGENCY)`.
    pub credit: bool,
    /// Begins with a copyright sign.
    pub rights: bool,
}

/// A cue phrase found.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    /// Where it lies in the page's text.
    pub start: u32,
    pub end: u32,
    pub strength: Strength,
    pub reason: Reason,
}

impl Fact {
    /// Running text: a sentence or more of some length.
    pub fn is_prose(&self) -> bool {
        self.ends && self.words >= 8
    }

    /// A line without a full stop, such as headings, links and labels are.
    pub fn is_label(&self) -> bool {
        !self.ends && self.words <= 20
    }

    /// A date, a time, or both, with few words around.
    pub fn is_date(&self) -> bool {
        let others = self.words.saturating_sub(self.stops + self.months + self.figures);
        let dated = self.clock || self.months > 0 && self.figures > 0;
        let most = if self.clock && self.months > 0 { 5 } else { 3 };
        dated && self.words <= 18 && others <= most && others <= 1 + self.figures + self.months
    }
}

/// A token of the block at hand.
#[derive(Clone, Copy)]
struct Token {
    start: u32,
    end: u32,
    /// A sentence or a part of the line begins here.
    opens: bool,
    figure: bool,
    /// A colon follows: «Foto: …».
    colon: bool,
}

/// The scratch space of one block.
#[derive(Default)]
struct Scratch {
    tokens: Vec<Token>,
    forms: Vec<u32>,
    folded: String,
}

/// Reads the page's blocks.
pub(super) fn read(page: &Page, language: Option<&'static Language>) -> Reading {
    let phrases = Phrases::of(language);
    let mut out = Reading::default();
    let mut scratch = Scratch::default();
    let own = cue::bits(language);
    for block in &page.blocks {
        let text = page.block_text(block);
        let base = block.span.start;
        let mut fact = Fact { hash: text.len() as u64 & 1, ..Fact::default() };
        let terms = out.terms.len();
        tokenize(text, phrases, own, &mut fact, &mut scratch, &mut out.terms);
        fact.terms = terms..out.terms.len();
        let hits = out.hits.len();
        // English labels stand on pages of every language.
        find(phrases, own | 1, base, &mut fact, &scratch, &mut out.hits);
        fact.hits = hits..out.hits.len();
        fact.rights = text.starts_with(['©', 'ⓒ']);
        fact.credit = !fact.rights && has_credit(text);
        out.facts.push(fact);
    }
    out
}

fn tokenize(
    text: &str,
    phrases: &Phrases,
    languages: u64,
    fact: &mut Fact,
    scratch: &mut Scratch,
    terms: &mut Vec<u32>,
) {
    scratch.tokens.clear();
    scratch.forms.clear();
    let mut last_end = 0;
    fact.parts = 1;
    let mut digest = 0u64;
    cue::each_token(text, |start, end, slice| {
        let between = text.get(last_end..start).unwrap_or_default();
        // Between most words there is a space and nothing to look at.
        let plain = between == " ";
        let first = slice.chars().next().unwrap_or(' ');
        if !plain && let Some(last) = scratch.tokens.last_mut() {
            last.colon = between.trim_start().starts_with([':', '：']) || between.starts_with(" - ");
        }
        let figure = is_digit(first);
        let part = !plain && start > 0 && is_divider(between);
        let sentence = !plain
            && (between.len() > 1 && between.contains(is_terminal) && !figure
                || between.chars().next().is_some_and(|c| is_terminal(c) && !c.is_ascii()));
        fold_into(slice, &mut scratch.folded);
        let form = phrases.forms.get(&scratch.folded).unwrap_or(u32::MAX);
        let stop = phrases.is_stop(form, languages);
        let unspaced = is_unspaced(first);
        fact.parts += u32::from(part);
        fact.sentences += u32::from(sentence);
        fact.stops += u32::from(stop);
        fact.figures += u32::from(figure);
        fact.months += u32::from(phrases.is_month(form));
        fact.unspaced += u32::from(unspaced);
        let capital = is_upper(first);
        fact.capitals += u32::from(start > 0 && !sentence && capital);
        fact.upper += u32::from(capital && slice.len() > 1 && slice.chars().all(is_upper));
        if figure || !first.is_ascii() {
            fact.clock |= is_clock(text, last_end, between, slice, scratch.tokens.last());
        }
        let term = hash(scratch.folded.as_bytes());
        digest = (digest.rotate_left(5) ^ term).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        terms.push(if stop || figure { 0 } else { term as u32 | 1 });
        scratch.tokens.push(Token {
            start: start as u32,
            end: end as u32,
            opens: last_end == 0 || part || sentence || !plain && between.ends_with(['(', '[']),
            figure,
            colon: false,
        });
        scratch.forms.push(form);
        last_end = end;
    });
    fact.tokens = scratch.tokens.len() as u32;
    fact.words = fact.tokens - fact.unspaced + fact.unspaced.div_ceil(2);
    fact.hash = digest;
    fact.ends = text.chars().rev().find(|&c| !is_closer(c) && !c.is_whitespace()).is_some_and(is_terminal);
    fact.sentences += u32::from(fact.ends);
}

/// `|`, `•`, `·`, `>`, `/` with spaces around, and tabs gone by: marks between the parts of a line.
fn is_divider(between: &str) -> bool {
    between.contains(['|', '•', '·', '>', '›', '»', '→', '▸', '/', '｜'])
        && between.len() > 1
        && between.starts_with(char::is_whitespace)
}

/// Whether this token ends a time or a date: `9:12`, `09h42`, `8 h 51`, `04.05.2024`, `3月12日`.
fn is_clock(text: &str, last_end: usize, between: &str, slice: &str, previous: Option<&Token>) -> bool {
    let digits = slice.bytes().take_while(u8::is_ascii_digit).count();
    if let Some(minutes) = slice.get(digits..).and_then(|t| t.strip_prefix('h'))
        && (1..=2).contains(&digits)
    {
        return minutes.len() == 2 && minutes.bytes().all(|b| b.is_ascii_digit());
    }
    if previous.is_some_and(|p| p.figure) && matches!(slice, "月" | "日" | "년" | "월" | "일") {
        return true;
    }
    let figures = previous.is_some_and(|p| p.figure && p.end - p.start <= 4);
    let single = matches!(between, ":" | "." | "h" | "/" | "-" | "–");
    if !figures || !single || digits == 0 {
        return false;
    }
    let before = previous.and_then(|p| text.get(p.start as usize..last_end)).map_or(0, str::len);
    match between {
        ":" => digits == 2 && before <= 2,
        // `11.58am`, `04.05`: two figures on both sides.
        "." => digits == 2 && before == 2 && slice.len() >= 2,
        "/" => (digits <= 2 || digits == 4) && before <= 2,
        _ => digits == 2 && before <= 2 || digits == 4 && before == 2,
    }
}

/// Finds the phrases in the block's tokens.
fn find(
    phrases: &Phrases,
    languages: u64,
    base: u32,
    fact: &mut Fact,
    scratch: &Scratch,
    hits: &mut Vec<Hit>,
) {
    let mut covered_to = 0;
    let forms = &scratch.forms;
    for (i, (&form, token)) in forms.iter().zip(&scratch.tokens).enumerate() {
        if token.figure && i == covered_to {
            // Figures go with what is around them: «Kommentare (12)».
            covered_to += 1;
            fact.covered += 1;
        }
        let rest = forms.get(i..).unwrap_or_default();
        for phrase in phrases.beginning(form) {
            if !phrases.matches(phrase, rest, languages) {
                continue;
            }
            let end = i + phrase.length as usize;
            if i >= covered_to {
                fact.covered += phrase.length;
                covered_to = end;
            }
            let counts = match phrase.strength {
                Strength::Whole => is_whole(scratch, i, end),
                Strength::Start => token.opens || is_whole_start(scratch, i),
                Strength::Anywhere | Strength::Weak => true,
            };
            if counts {
                let last = scratch.tokens.get(end - 1).map_or(token.end, |t| t.end);
                let (start, end) = (base + token.start, base + last);
                hits.push(Hit { start, end, strength: phrase.strength, reason: phrase.reason });
            }
        }
    }
}

/// Whether nothing but figures stands before token `at`.
fn is_whole_start(scratch: &Scratch, at: usize) -> bool {
    scratch.tokens.get(..at).unwrap_or_default().iter().all(|t| t.figure)
}

/// Whether tokens `start..end` are the whole line, or a part of it between dividers, figures aside.
fn is_whole(scratch: &Scratch, start: usize, end: usize) -> bool {
    let before =
        scratch.tokens.get(..start).unwrap_or_default().iter().rev().take_while(|t| t.figure).count();
    let opens = start == before || scratch.tokens.get(start - before).is_some_and(|t| t.opens);
    // A label and what it labels: «Photo: …», "Related: …".
    if opens && scratch.tokens.get(end - 1).is_some_and(|t| t.colon) {
        return true;
    }
    let after =
        scratch.tokens.get(end..).unwrap_or_default().iter().take_while(|t| t.figure && !t.opens).count();
    opens && scratch.tokens.get(end + after).is_none_or(|t| t.opens)
}

/// `© AGENCY/Name`, `(Name / AGENCY)`, `Photo: Name/AGENCY`: a picture's credit.
fn has_credit(text: &str) -> bool {
    if text.len() > 600 {
        return false;
    }
    if text.contains(['©', 'ⓒ']) {
        return true;
    }
    let tail = text.trim_end_matches(['.', ' ']);
    if let Some(inner) = tail.strip_suffix(')').and_then(|t| t.rfind('(').and_then(|at| t.get(at + 1..))) {
        return inner.len() <= 60
            && inner.contains('/')
            && !inner.contains("://")
            && inner.split(['/', ' ']).filter(|w| !w.is_empty()).all(|w| w.starts_with(is_upper));
    }
    false
}
