//! Sentences to words: spans, folded forms, terms.

use crate::column::{Column, row};
use crate::fold::fold_into;
use crate::interner::Interner;
use crate::script::{Script, script};
use crate::sentence::SentenceSpan;
use crate::span::Span;
use crate::text;
use crate::token::{ALL_CAPITALS, CAPITAL, NUMBER, STRAY_MARK, Token, Tokens, UNSPACED};
use crate::unicode::{is_digit, is_hebrew, is_mark, is_unspaced, is_upper, is_word_char};

/// A word of a sentence; its form is in [`Words::forms`].
pub(crate) type Word = Token;

/// The words of all sentences.
#[derive(Debug, Default)]
pub(crate) struct Words {
    /// In document order.
    pub words: Vec<Word>,
    /// For each sentence, where its words start; one more entry at the end.
    pub starts: Vec<u32>,
    /// Folded forms: lower case, composed, apostrophes straight.
    pub forms: Interner,
    /// For each form, its term: the form cut at six letters.
    pub term_of: Vec<u32>,
    /// Terms.
    pub terms: Interner,
}

impl Words {
    /// The words of sentence `index`.
    pub fn of(&self, index: usize) -> &[Word] {
        self.words.get(row(&self.starts, index)).unwrap_or_default()
    }

    /// The term of a word.
    pub fn term(&self, word: Word) -> u32 {
        self.term_of.at(word.form())
    }
}

/// Letters of a form that make its term. Measured: six letters do what a stemmer does.
const TERM_LETTERS: usize = 6;

/// Finds the words of each sentence. Most are one token each, so the tokens' own memory takes them.
#[inline(never)]
pub(crate) fn split(text: &str, sentences: &[SentenceSpan], tokens: Tokens) -> Words {
    let Tokens { list, forms, .. } = tokens;
    let known = vec![u32::MAX; forms.len()];
    let words = Words { words: list, ..Words::default() };
    let mut builder = Builder { text, forms, known, words, written: 0, folded: String::new() };
    let mut at = 0;
    for sentence in sentences {
        builder.words.starts.push(builder.written as u32);
        at = builder.sentence(sentence.span, at);
    }
    builder.words.starts.push(builder.written as u32);
    builder.words.words.truncate(builder.written);
    builder.words.words.shrink_to_fit();
    builder.words
}

struct Builder<'a> {
    text: &'a str,
    /// The tokens' forms.
    forms: Interner,
    /// For each of those, the form of the word that is this token alone; `u32::MAX` before the first.
    known: Vec<u32>,
    /// What is written so far, then the tokens not yet read: never more words than tokens were read.
    words: Words,
    written: usize,
    folded: String,
}

impl Builder<'_> {
    /// Writes the words of the sentence at `span`, whose tokens are at `at` or later; says where the next ones are.
    fn sentence(&mut self, span: Span, mut at: usize) -> usize {
        while let Some(&token) = self.words.words.get(at).filter(|t| t.span.start < span.end) {
            if token.span.start < span.start {
                at += 1;
            } else if token.is_unspaced() {
                at = self.pairs(at, span.end);
            } else if token.flags() & STRAY_MARK != 0 || self.may_join(token, span.end) {
                let end = self.joined(token, span.end);
                at += 1;
                while self.words.words.get(at).is_some_and(|t| t.span.start < end) {
                    at += 1;
                }
            } else {
                at += 1;
                let form = self.same(token.form());
                self.put(Word::new(token.span, form, token.flags()));
            }
        }
        at
    }

    /// Whether what follows the token may make it part of a longer word.
    fn may_join(&self, token: Token, limit: u32) -> bool {
        let next = self.text.as_bytes().get(token.span.end as usize).copied().unwrap_or(b' ');
        match next {
            b'.' | b',' => token.is_number(),
            // Apostrophes, gershayim, joiners, Arabic separators.
            b'\'' | b'"' | 0xe2 | 0xd7 | 0xd9 => true,
            _ => token.span.end > limit,
        }
    }

    /// Writes the word that begins in `token` and says where it ends.
    fn joined(&mut self, token: Token, limit: u32) -> u32 {
        let text = self.text.get(..limit as usize).unwrap_or_default();
        let marks = text.get(token.span.start as usize..).unwrap_or_default().chars();
        let marks: usize = marks.take_while(|c| is_mark(*c)).map(char::len_utf8).sum();
        let start = token.span.start as usize + marks;
        let Some(first) = text::char_at(text, start).filter(|_| start < token.span.end as usize) else {
            return token.span.end;
        };
        let (end, flags) = spaced_word(text, start, first);
        let span = Span::new(start, end);
        if span == token.span {
            let form = self.same(token.form());
            self.put(Word::new(token.span, form, token.flags()));
        } else {
            self.write(span, flags);
        }
        span.end
    }

    /// Writes the overlapping pairs of letters of a run of a script without spaces, up to `limit`; says where the next
    /// token is.
    fn pairs(&mut self, mut at: usize, limit: u32) -> usize {
        let Some(&first) = self.words.words.get(at) else { return at + 1 };
        at += 1;
        if first.flags() & STRAY_MARK != 0 {
            return at;
        }
        let (mut previous, mut end, mut paired) = (first.span.start, first.span.end, false);
        while let Some(&next) = self.words.words.get(at).filter(|t| t.is_unspaced() && t.span.start == end)
            && next.span.end <= limit
        {
            at += 1;
            end = next.span.end;
            if next.flags() & STRAY_MARK == 0 {
                self.write(Span { start: previous, end }, UNSPACED);
                paired = true;
                previous = next.span.start;
            }
        }
        if !paired {
            self.write(Span { start: previous, end }, UNSPACED);
        }
        at
    }

    fn put(&mut self, word: Word) {
        if let Some(slot) = self.words.words.get_mut(self.written) {
            *slot = word;
            self.written += 1;
        }
    }

    fn write(&mut self, span: Span, flags: u8) {
        fold_into(span.of(self.text), &mut self.folded);
        let form = self.intern();
        self.put(Word::new(span, form, flags));
    }

    /// The form of the word that is a token of this form alone.
    fn same(&mut self, token_form: u32) -> u32 {
        if let Some(&known) = self.known.get(token_form as usize).filter(|k| **k != u32::MAX) {
            return known;
        }
        self.folded.clear();
        self.folded.push_str(self.forms.text(token_form));
        let form = self.intern();
        if let Some(slot) = self.known.get_mut(token_form as usize) {
            *slot = form;
        }
        form
    }

    /// The form of what was folded.
    fn intern(&mut self) -> u32 {
        let Words { forms, terms, term_of, .. } = &mut self.words;
        let form = forms.intern(&self.folded);
        if form as usize == term_of.len() {
            let cut = self.folded.char_indices().nth(TERM_LETTERS).map_or(self.folded.len(), |(at, _)| at);
            term_of.push(terms.intern(self.folded.get(..cut).unwrap_or(&self.folded)));
        }
        form
    }
}

/// Calls `found(start, flags, folded)` for each word of `text`, ascending.
#[inline(never)]
pub(crate) fn each_folded_word(text: &str, found: &mut dyn FnMut(u32, u8, &str)) {
    let mut folded = String::new();
    each_word(text, |start, _, flags, slice| {
        fold_into(slice, &mut folded);
        found(start, flags, &folded);
    });
}

/// Calls `found(start, end, flags, slice)` for each word of `text`, ascending.
///
/// A word is a run of letters, marks and digits; a hyphen or apostrophe between two letters splits it except that an
/// apostrophe stays inside English forms such as `don't` and between Cyrillic letters, and a separator between digits stays (`1,200`, `3.5`). Han,
/// Thai and their like give overlapping pairs of letters.
pub(crate) fn each_word(text: &str, mut found: impl FnMut(u32, u32, u8, &str)) {
    let mut at = 0;
    while let Some(&byte) = text.as_bytes().get(at) {
        if byte.is_ascii() && !byte.is_ascii_alphanumeric() {
            at += 1;
            continue;
        }
        let Some(first) = text::char_at(text, at) else { break };
        if !is_word_char(first) || is_mark(first) {
            at += first.len_utf8();
        } else if is_unspaced(first) {
            at = each_pair(text, at, first, &mut found);
        } else {
            let (end, flags) = spaced_word(text, at, first);
            found(at as u32, end as u32, flags, text.get(at..end).unwrap_or_default());
            at = end;
        }
    }
}

/// The overlapping pairs of letters of a run of a script without spaces; says where the run ends.
fn each_pair(text: &str, start: usize, first: char, found: &mut impl FnMut(u32, u32, u8, &str)) -> usize {
    let mut previous = start;
    let mut end = start + first.len_utf8();
    let mut pairs = 0;
    while let Some(c) = text::char_at(text, end).filter(|&c| is_unspaced(c)) {
        let at = end;
        end += c.len_utf8();
        if !is_mark(c) {
            pairs += 1;
            found(previous as u32, end as u32, UNSPACED, text.get(previous..end).unwrap_or_default());
            previous = at;
        }
    }
    if pairs == 0 {
        found(start as u32, end as u32, UNSPACED, text.get(start..end).unwrap_or_default());
    }
    end
}

/// Where the word that starts at `start` ends, and its flags.
fn spaced_word(text: &str, start: usize, first: char) -> (usize, u8) {
    let digits = is_digit(first);
    let capital = is_upper(first);
    let mut flags = if digits { NUMBER } else { 0 } | if capital { CAPITAL } else { 0 };
    let mut all_capitals = capital;
    let mut letters = 1usize;
    let mut end = start + first.len_utf8();
    while let Some(&byte) = text.as_bytes().get(end) {
        if byte.is_ascii_alphanumeric() {
            letters += 1;
            all_capitals &= byte.is_ascii_uppercase();
            end += 1;
            continue;
        }
        if byte == b' ' {
            break;
        }
        let Some(c) = text::char_at(text, end) else { break };
        let next = end + c.len_utf8();
        if is_word_char(c) && !is_unspaced(c) {
            if !is_mark(c) {
                letters += 1;
                all_capitals = all_capitals && is_upper(c);
            }
        } else if !joins(text, end, c, digits) {
            break;
        }
        end = next;
    }
    if letters > 1 && all_capitals {
        flags |= ALL_CAPITALS;
    }
    (end, flags)
}

/// Whether the sign `c` at `at` stands inside a word.
fn joins(text: &str, at: usize, c: char, digits: bool) -> bool {
    let rest = text.get(at + c.len_utf8()..).unwrap_or_default();
    let next = text::first_char(rest);
    match c {
        '.' | ',' | '\u{66b}' | '\u{66c}' => digits && next.is_some_and(is_digit),
        // «п'ять» is one word; «l'art» and «Halm's» are two.
        '\'' | '’' => {
            is_english_tail(rest) || is_cyrillic(text::char_before(text, at)) && is_cyrillic(next)
        }
        '"' | '״' => text::char_before(text, at).is_some_and(is_hebrew) && next.is_some_and(is_hebrew),
        '\u{200c}' | '\u{200d}' => next.is_some_and(is_word_char),
        _ => false,
    }
}

fn is_cyrillic(c: Option<char>) -> bool {
    c.and_then(script) == Some(Script::Cyrillic)
}

/// What follows the apostrophe of `don't`, `we're`, `I'll`. A possessive `'s` is a word of its own: the name before it
/// counts as the name.
fn is_english_tail(rest: &str) -> bool {
    let bytes = rest.as_bytes();
    let lower = |at: usize| bytes.get(at).map_or(0, u8::to_ascii_lowercase);
    let tail = match (lower(0), lower(1)) {
        (b'r' | b'v', b'e') | (b'l', b'l') => 2,
        (b't' | b'm' | b'd', _) => 1,
        _ => return false,
    };
    !text::char_at(rest, tail).is_some_and(is_word_char)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut out = Vec::new();
        each_word(text, |start, end, _, _| out.push(&text[start as usize..end as usize]));
        out
    }

    #[test]
    fn finds_words() {
        assert_eq!(words("L'été, l’an 1,200.5 don't."), ["L", "été", "l", "an", "1,200.5", "don't"]);
        assert_eq!(
            words("we'll DON’T l'es. rock'n'roll s'en"),
            ["we'll", "DON’T", "l", "es", "rock", "n", "roll", "s", "en"]
        );
        assert_eq!(words("Об’єкт п'ять 'так'"), ["Об’єкт", "п'ять", "так"]);
        assert_eq!(words("北港市 A3"), ["北港", "港市", "A3"]);
        assert_eq!(words("ד\"ר רון"), ["ד\"ר", "רון"]);
        assert_eq!(words("पुल बंद है।"), ["पुल", "बंद", "है"]);
    }

    /// Words made of tokens are those that a reading of each sentence by itself finds.
    #[test]
    fn words_of_tokens_are_those_of_the_text() {
        let cases = include_str!("../tests/cases/blocks.txt");
        let signs = "1,200.5 F-16 don't l’an 'n' a\u{200c}b ד\"ר 北港市 กำลัง e\u{301} \u{301}a \u{301} \u{301}, ١٫٢ 3.x 3. 5";
        for source in [cases, signs, &cases.replace(['\n', ' '], "")] {
            let page = crate::block::split(source);
            let sentences = crate::sentence::split(&page, None, &[]);
            let words = split(&page.text, &sentences, crate::token::split(&page));
            for (i, sentence) in sentences.iter().enumerate() {
                let mut want = Vec::new();
                let mut folded = String::new();
                each_word(sentence.span.of(&page.text), |_, _, flags, slice| {
                    fold_into(slice, &mut folded);
                    want.push((slice.to_string(), folded.clone(), flags));
                });
                let got = words.of(i).iter().map(|w| {
                    (w.span.of(&page.text).to_string(), words.forms.text(w.form()).to_string(), w.flags())
                });
                assert_eq!(got.collect::<Vec<_>>(), want, "{:?}", sentence.span.of(&page.text));
            }
        }
    }
}
