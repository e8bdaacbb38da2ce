//! Blocks to sentences.
//!
//! One forward scan over a block for terminators, with the sentence rules of UAX #29 as the base. At each terminator
//! [`boundary`] looks at the word before and the word after it, and the language's [`rules`] (abbreviations, ordinals,
//! function words) decide. What lies inside a quotation or bracket waits until it is closed: a short quotation stays in
//! one piece with the clause round it.

mod property;
mod quotation;
mod word_classes;
mod neighbour;
mod context;
mod ahead;
mod number;
mod initial;
mod reporting;
mod unspaced;
mod abbreviation;
mod boundary;
mod trailing;
mod thai;
#[cfg(test)]
mod cases;
#[cfg(test)]
mod conformance;

use crate::page::{BlockKind, Page, Reason};
use crate::span::Span;
use crate::tables::Language;
use crate::unicode::{is_alphanumeric, is_letter, is_upper};
use context::{Context, Terminator};
use property::Stop;
use quotation::{OpenPair, Quotation, Side};
use word_classes::Rules;

/// A sentence, or a heading, list item, row or line of code as a whole.
#[derive(Clone, Debug)]
pub(crate) struct SentenceSpan {
    /// Where it lies in the page's text.
    pub span: Span,
    /// Index into [`Page::blocks`].
    pub block: u32,
    /// Why it is no part of the article; `None` while it is.
    pub dropped: Option<Reason>,
}

/// Splits the kept blocks into sentences.
pub(crate) fn split(
    page: &Page,
    language: Option<&'static Language>,
    abbreviations: &[String],
) -> Vec<SentenceSpan> {
    let rules = Rules::new(language, abbreviations, &page.text);
    let mut out = Vec::new();
    let mut spans = Vec::new();
    for (index, block) in page.blocks.iter().enumerate().filter(|(_, b)| b.dropped.is_none()) {
        match block.kind {
            BlockKind::Heading | BlockKind::Code | BlockKind::Table => spans.push(block.span),
            _ => {
                cut(page.block_text(block), &rules, &mut spans);
                let base = block.span.start;
                spans.iter_mut().for_each(|s| *s = Span { start: base + s.start, end: base + s.end });
            }
        }
        out.extend(spans.drain(..).map(|span| SentenceSpan { span, block: index as u32, dropped: None }));
    }
    out
}

/// The longest quotation, in bytes, that is kept in one piece when it holds several sentences: some fifty words.
const LONGEST_QUOTATION: usize = 320;

/// Puts the sentences of `text` into `out`, without the white space round them.
fn cut(text: &str, rules: &Rules, out: &mut Vec<Span>) {
    let chat = !text.chars().any(is_upper);
    let context = Context { text, rules, chat };
    let mut cutter = Cutter {
        context,
        start: 0,
        seen: 0,
        lettered: false,
        quotation: Quotation::default(),
        pending: Vec::new(),
        out,
    };
    cutter.scan();
    cutter.give_up();
    cutter.push(cutter.start, text.len());
}

struct Cutter<'a> {
    context: Context<'a>,
    /// Where the current sentence starts.
    start: usize,
    /// How far it has been searched for a letter, and whether one was found.
    seen: usize,
    lettered: bool,
    quotation: Quotation,
    /// Boundaries inside what is open: the end of a sentence, the start of the next.
    pending: Vec<(usize, usize)>,
    out: &'a mut Vec<Span>,
}

impl Cutter<'_> {
    fn scan(&mut self) {
        let text = self.context.text;
        let mut at = 0;
        while let Some(&lead) = text.as_bytes().get(at) {
            let step = STEPS.get(lead as usize).copied().unwrap_or(1);
            if step > 0 {
                at += step as usize;
                continue;
            }
            let Some(c) = char_at(text, at) else { break };
            at = self.see(at, c);
        }
    }

    /// Deals with the character at `at` and says where to go on.
    #[inline(never)]
    fn see(&mut self, at: usize, c: char) -> usize {
        let next = at + c.len_utf8();
        if let Some(stop) = self.context.stop(at, c) {
            return self.at_terminator(at, stop);
        }
        if property::is_separator(c) {
            self.give_up();
            self.boundary(at, next);
        } else if property::is_thai(c) {
            if self.quotation.outermost().is_none() && thai::is_boundary(self.context.text, self.start, at) {
                self.boundary(at - 1, at);
            }
        } else if let Some((family, side)) = self.quotation.side(self.context.text, at, c) {
            self.check_length(at);
            match side {
                Side::OpenPair => self.open(OpenPair { family, sign: c, at }),
                Side::Close => {
                    self.close(family);
                }
            }
        }
        next
    }

    fn open(&mut self, open: OpenPair) {
        if !self.quotation.push(open) {
            self.commit();
        }
    }

    fn close(&mut self, family: quotation::Family) -> Option<OpenPair> {
        let closed = self.quotation.pop(family);
        if self.quotation.outermost().is_none() && !self.pending.is_empty() {
            self.pending.clear();
            self.lettered = true;
        }
        closed
    }

    /// A terminator at `at`: takes in the rest of the run and what closes after it, and decides.
    #[inline(never)]
    fn at_terminator(&mut self, at: usize, stop: Stop) -> usize {
        self.check_length(at);
        let terminator = self.read_terminator(at, stop);
        if terminator.next >= self.context.text.len() {
            return terminator.after;
        }
        let unit = self.pending.last().map_or(self.start, |p| p.1);
        if !self.has_letters(unit, terminator.run) || !boundary::ends(&self.context, unit, &terminator) {
            return terminator.after;
        }
        if self.quotation.outermost().is_some() {
            self.pending.push((terminator.after, terminator.next));
            self.lettered = false;
            self.seen = terminator.next;
        } else {
            self.boundary(terminator.after, terminator.next);
        }
        terminator.after
    }

    /// Gathers what belongs to the terminator at `run`: SB8a to SB10, footnote marks, emoji.
    #[inline(never)]
    fn read_terminator(&mut self, run: usize, stop: Stop) -> Terminator {
        let text = self.context.text;
        let mut terminator = Terminator { run, end: run, after: run, next: run, stop, closed: None };
        while let Some(c) = char_at(text, terminator.after) {
            let next = terminator.after + c.len_utf8();
            if let Some(more) = self.context.stop(terminator.after, c) {
                // `!".` and `?).`: the last run decides.
                if terminator.after > terminator.end {
                    terminator.run = terminator.after;
                    terminator.stop = more;
                    terminator.closed = None;
                } else if terminator.after > run || terminator.end > run {
                    terminator.stop = combine(terminator.stop, more);
                }
                terminator.after = next;
                terminator.end = next;
            } else if property::is_transparent(c) {
                if terminator.end == terminator.after {
                    terminator.end = next;
                }
                terminator.after = next;
            } else if let Some(end) = trailing::footnote(text, terminator.after) {
                terminator.after = end;
            } else if let Some(end) = self.closer(terminator.after, &mut terminator.closed) {
                terminator.after = end;
            } else if let Some(end) = trailing::emoji(text, terminator.after) {
                terminator.after = end;
            } else {
                break;
            }
        }
        terminator.next = neighbour::skip_spaces(text, terminator.after);
        terminator
    }

    /// A closing sign at `at`, or after a space where the sign is written so («… ! »).
    fn closer(&mut self, at: usize, closed: &mut Option<OpenPair>) -> Option<usize> {
        let text = self.context.text;
        let sign = neighbour::skip_spaces(text, at);
        let c = char_at(text, sign)?;
        if sign > at && !matches!(c, '»' | '›' | '"') {
            return None;
        }
        let Some((family, side)) = self.quotation.side(text, sign, c) else {
            // A single mark that closes nothing known still belongs to what it follows.
            let end = sign + c.len_utf8();
            let joins = char_at(text, end).is_some_and(is_alphanumeric);
            return (sign == at && c == '’' && !joins).then_some(end);
        };
        if side != Side::Close {
            return None;
        }
        // A sign after a space closes only what is open.
        if sign > at && !self.quotation.holds(family) {
            return None;
        }
        if let Some(open) = self.close(family) {
            *closed = Some(open);
        }
        Some(sign + c.len_utf8())
    }

    /// Whether there is a letter between `from` and `to`; each byte is looked at once.
    fn has_letters(&mut self, from: usize, to: usize) -> bool {
        if !self.lettered {
            let from = self.seen.max(from);
            self.lettered = self
                .context
                .text
                .get(from..to)
                .is_some_and(|t| t.chars().any(|c| is_letter(c) || property::is_emoji(c)));
            self.seen = to.max(from);
        }
        self.lettered
    }

    /// Gives up what was open too long.
    fn check_length(&mut self, at: usize) {
        if self.quotation.outermost().is_some_and(|o| at - o.at > LONGEST_QUOTATION) {
            self.give_up();
        }
    }

    /// Nothing is open any more, and the boundaries inside it count.
    fn give_up(&mut self) {
        self.quotation.clear();
        self.commit();
    }

    fn commit(&mut self) {
        for (end, next) in std::mem::take(&mut self.pending) {
            self.push(self.start, end);
            self.start = next;
        }
    }

    fn boundary(&mut self, end: usize, next: usize) {
        self.push(self.start, end);
        self.start = next;
        self.seen = next;
        self.lettered = false;
    }

    fn push(&mut self, start: usize, end: usize) {
        let Some(slice) = self.context.text.get(start..end) else { return };
        let trimmed = slice.trim_start();
        let start = end - trimmed.len();
        let end = start + trimmed.trim_end().len();
        if start < end {
            self.out.push(Span::new(start, end));
        }
    }
}

/// What a run of two kinds of terminators counts as.
fn combine(a: Stop, b: Stop) -> Stop {
    match (a, b) {
        (Stop::Wide, _) | (_, Stop::Wide) => Stop::Wide,
        (Stop::Mark, _) | (_, Stop::Mark) => Stop::Mark,
        _ => Stop::Ellipsis,
    }
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..).and_then(|t| t.chars().next())
}

/// For each leading byte the length of its characters when none of them means anything here, else 0.
static STEPS: [u8; 256] = steps();

const fn steps() -> [u8; 256] {
    let mut table = [1u8; 256];
    let marks = b".!?\"'()[]{};:|\n\r";
    let mut i = 0;
    while i < marks.len() {
        table[marks[i] as usize] = 0;
        i += 1;
    }
    let mut lead = 0xC0;
    while lead < 0x100 {
        table[lead] = match lead {
            0xC2 | 0xCD | 0xD6 | 0xD8 | 0xDB | 0xDC | 0xDF => 0,
            0xC0..=0xDF => 2,
            0xE4..=0xE9 | 0xEB..=0xED => 3,
            0xF1..=0xFF => 4,
            _ => 0,
        };
        lead += 1;
    }
    table
}
