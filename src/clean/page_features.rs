//! One pass over the page: what each block looks like, and where the cue phrases are.

use super::cue_phrases::{self, Phrases, Strength};
use crate::hash::mix;
use crate::page::{Page, Reason};
use crate::script::is_thai;
use crate::tables::Language;
use crate::token::{Token, Tokens};
use crate::unicode::{is_terminal, is_upper};

/// The fewest words of a clause that a semicolon ends.
const CLAUSE: u32 = 6;

/// The fewest words of a paragraph in a script without full stops.
const UNPUNCTUATED: u32 = 30;

/// The page as cleaning sees it.
#[derive(Debug, Default)]
pub(crate) struct PageFeatures {
    /// One for each block of the page.
    pub blocks: Vec<BlockFeatures>,
    /// Cue phrases found, in document order.
    pub cues: Vec<CueMatch>,
    /// For each token of the page its form + 1; 0 for function words and figures.
    pub terms: Vec<u32>,
    /// How many numbers there are: one more than the highest of `terms`.
    pub numbers: usize,
}

/// Counts and signs of one block.
#[derive(Clone, Debug, Default)]
pub(crate) struct BlockFeatures {
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
    /// Its stretch of [`PageFeatures::terms`].
    pub terms: std::ops::Range<usize>,
    /// Its stretch of [`PageFeatures::cues`].
    pub cues: std::ops::Range<usize>,
    /// Hash of its words: equal for equal lines, letter case and punctuation aside.
    pub hash: u64,
    /// Holds a copyright sign after its start, or ends in `(Name/AGENCY)`.
    pub credit: bool,
    /// Begins with a copyright sign.
    pub rights: bool,
}

/// A cue phrase found.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CueMatch {
    /// Where it lies in the page's text.
    pub start: u32,
    pub end: u32,
    pub strength: Strength,
    pub reason: Reason,
}

impl BlockFeatures {
    /// Running text: a sentence or more of some length.
    pub fn is_prose(&self) -> bool {
        self.ends && self.words >= 8
    }

    /// A date line that could be a headline: more words than figures, and no time.
    pub fn is_dated_headline(&self) -> bool {
        !self.clock
            && self.words >= 5
            && self.stops + self.capitals > 1
            && self.words > 2 * (self.figures + self.months)
    }

    /// Ends with a full stop or the like, an exclamation mark aside («Hello Anna!»).
    pub fn ends_in_stop(&self) -> bool {
        self.ends && self.words > 3
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
        // «The polls close at 20:00.» is a sentence.
        let said = self.ends && self.stops > 0 && self.parts == 1;
        dated && !said && self.words <= 18 && others <= most && others <= 1 + self.figures + self.months
    }
}

/// The place of a token in its block.
#[derive(Clone, Copy)]
struct TokenPlace {
    /// A sentence or a part of the line begins here.
    opens: bool,
    figure: bool,
    /// A colon follows: «Foto: …».
    colon: bool,
}

/// The block at hand.
struct BlockLine<'a> {
    text: &'a str,
    /// It begins with its speaker's name.
    labelled: bool,
    /// Where it starts in the page's text.
    base: u32,
    tokens: &'a [Token],
    /// By token.
    places: Vec<TokenPlace>,
    /// By token: its form among the phrases' words; `u32::MAX` when it is none of them.
    forms: Vec<u32>,
}

/// The cue phrases and function words, looked up by the forms of the tokens.
struct Vocabulary<'a> {
    phrases: &'a Phrases,
    /// Of which languages function words count.
    languages: u64,
    /// By form of a token: the form among the phrases' words.
    forms: Vec<u32>,
}

/// Reads the page's blocks.
#[inline(never)]
pub(crate) fn read(page: &Page, tokens: &Tokens, language: Option<&'static Language>) -> PageFeatures {
    let phrases = Phrases::of(language);
    let languages = cue_phrases::bits(language);
    let known = |form| phrases.forms.get(tokens.forms.text(form)).unwrap_or(u32::MAX);
    let forms = (0..tokens.forms.len() as u32).map(known).collect();
    let vocabulary = Vocabulary { phrases, languages, forms };
    let mut out = PageFeatures { numbers: tokens.forms.len() + 1, ..PageFeatures::default() };
    out.terms.reserve(tokens.list.len());
    let (mut places, mut forms) = (Vec::new(), Vec::new());
    for (i, block) in page.blocks.iter().enumerate() {
        let text = page.block_text(block);
        let labelled = block.speaker.is_some();
        let mut line =
            BlockLine { text, labelled, base: block.span.start, tokens: tokens.of(i), places, forms };
        let terms = out.terms.len();
        let mut fact = line.read(&vocabulary, &mut out.terms);
        fact.terms = terms..out.terms.len();
        let cues = out.cues.len();
        line.find(&vocabulary, &mut fact, &mut out.cues);
        fact.cues = cues..out.cues.len();
        fact.rights = text.starts_with(['©', 'ⓒ']);
        fact.credit = !fact.rights && has_credit(text);
        out.blocks.push(fact);
        BlockLine { places, forms, .. } = line;
        places.clear();
        forms.clear();
    }
    out
}

impl BlockLine<'_> {
    /// Looks at the block's tokens and at what stands between them.
    #[inline(never)]
    fn read(&mut self, vocabulary: &Vocabulary, terms: &mut Vec<u32>) -> BlockFeatures {
        let BlockLine { text, base, tokens, .. } = *self;
        let mut fact = BlockFeatures { parts: 1, tokens: tokens.len() as u32, ..BlockFeatures::default() };
        let mut last_end = 0;
        let mut figure_before = None;
        for &token in tokens {
            let (start, end) = ((token.span.start - base) as usize, (token.span.end - base) as usize);
            let between = text.get(last_end..start).unwrap_or_default();
            // Between most words there is a space and nothing to look at.
            let plain = between == " ";
            let figure = token.is_number();
            let part = !plain && start > 0 && is_divider(between);
            let sentence = !plain
                && (between.len() > 1 && between.contains(is_terminal) && !figure
                    || between.chars().next().is_some_and(|c| is_terminal(c) && !c.is_ascii()));
            if !plain && let Some(last) = self.places.last_mut() {
                last.colon = between.trim_start().starts_with([':', '：']) || between.starts_with(" - ");
            }
            let form = vocabulary.forms.get(token.form() as usize).copied().unwrap_or(u32::MAX);
            let stop = vocabulary.phrases.is_stop(form, vocabulary.languages);
            fact.parts += u32::from(part);
            fact.sentences += u32::from(sentence);
            fact.stops += u32::from(stop);
            fact.figures += u32::from(figure);
            fact.months += u32::from(vocabulary.phrases.is_month(form));
            fact.unspaced += u32::from(token.is_unspaced());
            fact.capitals += u32::from(start > 0 && !sentence && token.is_capital());
            fact.upper += u32::from(token.is_all_capitals());
            let slice = text.get(start..end).unwrap_or_default();
            if figure || !slice.as_bytes().first().is_some_and(u8::is_ascii) {
                fact.clock |= is_clock(between, slice, figure_before);
            }
            fact.hash = mix(fact.hash, u64::from(token.form()) + 1);
            terms.push(if stop || figure { 0 } else { token.form() + 1 });
            let opens = last_end == 0 || part || sentence || !plain && between.ends_with(['(', '[']);
            self.places.push(TokenPlace { opens, figure, colon: false });
            self.forms.push(form);
            figure_before = figure.then_some(end - start);
            last_end = end;
        }
        fact.words = fact.tokens - fact.unspaced + fact.unspaced.div_ceil(2);
        // Thai has no full stop.
        let thai = fact.words >= UNPUNCTUATED && text.ends_with(is_thai);
        // A semicolon ends a clause of a ruling or a statute.
        fact.ends = is_terminal(crate::text::sentence_end(text))
            || text.ends_with(';') && fact.words >= CLAUSE
            || thai;
        fact.sentences += u32::from(fact.ends);
        fact
    }

    /// Finds the phrases in the block's tokens. English labels stand on pages of every language.
    #[inline(never)]
    fn find(&self, vocabulary: &Vocabulary, fact: &mut BlockFeatures, cues: &mut Vec<CueMatch>) {
        let Vocabulary { phrases, languages, .. } = vocabulary;
        let mut covered_to = 0;
        for (i, (&form, place)) in self.forms.iter().zip(&self.places).enumerate() {
            if place.figure && i == covered_to {
                // Figures go with what is around them: «Kommentare (12)».
                covered_to += 1;
                fact.covered += 1;
            }
            let rest = self.forms.get(i..).unwrap_or_default();
            for phrase in phrases.beginning(form) {
                if !phrases.matches(phrase, rest, languages | 1) {
                    continue;
                }
                let end = i + phrase.length as usize;
                if i >= covered_to {
                    fact.covered += phrase.length;
                    covered_to = end;
                }
                let counts = match phrase.strength {
                    Strength::Whole => self.is_whole(i, end),
                    Strength::Start => place.opens || self.is_whole_start(i) || self.follows_label(i),
                    Strength::Anywhere | Strength::Weak => true,
                };
                if counts && let (Some(first), Some(last)) = (self.tokens.get(i), self.tokens.get(end - 1)) {
                    let (start, end) = (first.span.start, last.span.end);
                    cues.push(CueMatch { start, end, strength: phrase.strength, reason: phrase.reason });
                }
            }
        }
    }

    /// Whether a speaker's label stands right before token `at`.
    fn follows_label(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|at| self.places.get(at));
        self.labelled && before.is_some_and(|p| p.colon)
    }

    /// Whether nothing but figures stands before token `at`.
    fn is_whole_start(&self, at: usize) -> bool {
        self.places.get(..at).unwrap_or_default().iter().all(|t| t.figure)
    }

    /// Whether tokens `start..end` are the whole line, or a part of it between dividers, figures aside.
    fn is_whole(&self, start: usize, end: usize) -> bool {
        let places = &self.places;
        let before = places.get(..start).unwrap_or_default().iter().rev().take_while(|t| t.figure).count();
        let opens = start == before
            || self.follows_label(start)
            || [start - before, start].iter().any(|&at| places.get(at).is_some_and(|t| t.opens));
        // A label and what it labels: «Photo: …», "Related: …".
        if opens && places.get(end - 1).is_some_and(|t| t.colon) {
            return true;
        }
        let after = places.get(end..).unwrap_or_default().iter().take_while(|t| t.figure && !t.opens).count();
        opens && places.get(end + after).is_none_or(|t| t.opens)
    }
}

/// `|`, `•`, `·`, `>`, `/` with spaces around, and tabs gone by: marks between the parts of a line.
fn is_divider(between: &str) -> bool {
    between.contains(['|', '•', '·', '>', '›', '»', '→', '▸', '/', '｜'])
        && between.len() > 1
        && between.starts_with(char::is_whitespace)
}

/// Whether this token ends a time or a date: `9:12`, `09h42`, `8 h 51`, `04.05.2024`, `3月12日`. `before` is the length of
/// the figure before it.
#[inline(never)]
fn is_clock(between: &str, slice: &str, before: Option<usize>) -> bool {
    let digits = slice.bytes().take_while(u8::is_ascii_digit).count();
    if let Some(minutes) = slice.get(digits..).and_then(|t| t.strip_prefix('h'))
        && (1..=2).contains(&digits)
    {
        return minutes.len() == 2 && minutes.bytes().all(|b| b.is_ascii_digit());
    }
    let Some(before) = before else { return false };
    if matches!(slice, "月" | "日" | "년" | "월" | "일") {
        return true;
    }
    let single = matches!(between, ":" | "." | "h" | "/" | "-" | "–");
    if before > 4 || !single || digits == 0 {
        return false;
    }
    match between {
        ":" => digits == 2 && before <= 2,
        // `11.58am`, `04.05`: two figures on both sides.
        "." => digits == 2 && before == 2 && slice.len() >= 2,
        "/" => (digits <= 2 || digits == 4) && before <= 2,
        _ => digits == 2 && before <= 2 || digits == 4 && before == 2,
    }
}

/// `© AGENCY/Name`, `(Name / AGENCY)`, `Photo: Name/AGENCY`: a picture's credit.
#[inline(never)]
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
            && crate::text::contains_char(inner, '/')
            && !crate::text::contains(inner, "://")
            && inner.split(['/', ' ']).filter(|w| !w.is_empty()).all(|w| w.starts_with(is_upper));
    }
    false
}
