//! Dates and amounts: a number with a month, a unit or a currency beside it.

use super::capitalization::{Capitalization, MONTH, gap};
use super::unit::{CODES, LINKS, eastern, is_unit_letter, units};
use crate::article::Article;
use crate::column::Column;
use crate::span::Span;
use crate::tables::Trait;
use crate::text;
use crate::word::Word;

/// A date or an amount.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quantity {
    pub sentence: u32,
    /// Index of its first word in the text, and how many it takes.
    pub word: u32,
    pub words: u32,
    pub span: Span,
    pub is_date: bool,
}

fn is_date_letter(c: char) -> bool {
    matches!(c, '年' | '月' | '日' | '号' | '년' | '월' | '일')
}

/// Finds the dates and amounts.
#[inline(never)]
pub(super) fn find(article: &Article, case: &Capitalization) -> Vec<Quantity> {
    let mut out = Vec::new();
    let units = units(article);
    let capital = article.language.is_none_or(|l| l.has(Trait::CalendarCapitals));
    for sentence in 0..article.sentences.len() {
        let words = article.words.of(sentence);
        let base = article.words.starts.at(sentence);
        let reading = QuantityReader { article, words, case, units: &units, capital };
        let (mut at, mut taken) = (0, 0);
        while at < words.len() {
            if words.get(at).is_some_and(|w| !w.is_number() && !case.is(*w, MONTH)) {
                at += 1;
                continue;
            }
            let date = reading.date(at).map(|(count, span)| (at, count, span));
            let is_date = date.is_some();
            let Some((first, count, span)) = date.or_else(|| reading.amount(at, taken)) else {
                at += 1;
                continue;
            };
            out.push(Quantity {
                sentence: sentence as u32,
                word: base + first as u32,
                words: count as u32,
                span,
                is_date,
            });
            at = (first + count).max(at + 1);
            taken = at;
        }
    }
    out
}

struct QuantityReader<'a> {
    article: &'a Article,
    words: &'a [Word],
    case: &'a Capitalization,
    units: &'a [bool],
    /// Months have a capital («May»).
    capital: bool,
}

type Found = (usize, Span);

impl QuantityReader<'_> {
    fn word(&self, at: usize) -> Option<Word> {
        self.words.get(at).copied()
    }

    fn text(&self, word: Word) -> &str {
        word.span.of(&self.article.page.text)
    }

    /// Whether one of `gaps`, which bars set apart, stands between a word and the next.
    #[inline(never)]
    fn near(&self, at: usize, gaps: &str) -> bool {
        match (self.word(at), self.word(at + 1)) {
            (Some(word), Some(next)) => {
                text::position_between(b'|', gaps, gap(self.article, word, next)).is_some()
            }
            _ => false,
        }
    }

    /// How many words the name of the month takes that stands at `at`; `None` when there is none.
    fn month(&self, at: usize) -> Option<usize> {
        let words = self.words.get(at..)?;
        let length = self.case.month(words);
        words.first().filter(|w| length > 0 && (w.is_capital() || !self.capital)).map(|_| length)
    }

    fn is_day(&self, at: usize) -> bool {
        self.word(at).is_some_and(|w| {
            let text = self.text(w);
            let digits = text::prefix_until(text, &|c| !c.is_ascii_digit()).len();
            w.is_number() && (1..=2).contains(&digits) && text::char_count(text) <= digits + 2
        })
    }

    fn is_year(&self, at: usize) -> bool {
        self.word(at).is_some_and(|w| {
            let text = self.text(w);
            text.len() == 4
                && matches!(text.as_bytes(), [b'1', ..] | [b'2', b'0', ..])
                && text::all(text, &|c| c.is_ascii_digit())
        })
    }

    /// Whether the word at `at` is one of `list`; no figure is.
    fn is_one_of(&self, at: usize, list: &str) -> bool {
        self.word(at).is_some_and(|w| !w.is_number() && text::list_contains(list, self.text(w)))
    }

    /// A word between day, month and year («16 de junio de 2021», «16th of June»).
    fn link(&self, at: usize) -> bool {
        self.is_one_of(at, "de of del d")
    }

    fn date(&self, at: usize) -> Option<Found> {
        const GAPS: &str = " |. |-|\u{a0}|'|’";
        let first = self.word(at)?;
        if let Some(found) = self.figure_date(at).or_else(|| self.letter_date(at)) {
            return Some(found);
        }
        let mut end;
        if self.is_day(at) {
            let month = if self.link(at + 1) { at + 2 } else { at + 1 };
            if !self.near(at, GAPS) {
                return None;
            }
            end = month + self.month(month)?;
        } else {
            end = at + self.month(at)?;
            if self.near(end - 1, " |. ") && self.is_day(end) && !self.is_year(end) {
                end += 1;
            } else if self.year_after(end - 1).is_none() {
                return None;
            }
        }
        if let Some(year) = self.year_after(end - 1) {
            end = year + 1;
        }
        let last = self.word(end - 1)?;
        Some((end - at, Span { start: first.span.start, end: last.span.end }))
    }

    /// Where the year stands that follows the word at `at`.
    fn year_after(&self, at: usize) -> Option<usize> {
        if self.near(at, " |, |. ") && self.is_year(at + 1) {
            return Some(at + 1);
        }
        (self.link(at + 1) && self.near(at, " ") && self.is_year(at + 2)).then_some(at + 2)
    }

    /// «2024年5月4日», «5월 4일».
    fn letter_date(&self, at: usize) -> Option<Found> {
        let first = self.word(at).filter(|w| w.is_number())?;
        let mut end = at;
        let mut stop = None;
        let mut parts = 0;
        while let Some(word) = self.word(end).filter(|w| w.is_number()) {
            let own = text::last_char(self.text(word))?;
            let close = match text::char_at(&self.article.page.text, word.span.end as usize) {
                _ if is_date_letter(own) => word.span.end,
                Some(c) if is_date_letter(c) => word.span.end + c.len_utf8() as u32,
                _ => break,
            };
            parts += 1;
            stop = Some(close);
            end += 1;
            // The letter is a word of its own when a digit follows.
            if self.word(end).is_some_and(|w| w.is_unspaced() && w.span.end == close) {
                end += 1;
            }
            let Some(next) = self.word(end) else { break };
            match self.article.page.text.get(close as usize..next.span.start as usize) {
                Some("" | " ") => {}
                _ => break,
            }
        }
        let span = Span { start: first.span.start, end: stop? };
        (parts > 1 || span.len() > 6).then_some((end - at, span))
    }

    /// `2024-05-04`, `04.05.2024`, `5/4/2024`.
    fn figure_date(&self, at: usize) -> Option<Found> {
        let start = self.word(at).filter(|w| w.is_number())?.span.start;
        let mut rest = self.after(start)?;
        let mut lengths = [0; 3];
        let mut signs = [' '; 2];
        for (i, length) in lengths.iter_mut().enumerate() {
            *length = rest.bytes().take_while(u8::is_ascii_digit).count();
            rest = rest.get(*length..)?;
            if let Some(sign) = signs.get_mut(i) {
                *sign = text::first_char(rest).filter(|c| matches!(c, '-' | '.' | '/'))?;
                rest = rest.get(1..)?;
            }
        }
        let [first, second, third] = lengths;
        let [a, b] = signs;
        let iso = first == 4 && second == 2 && third == 2 && a == '-';
        let local = (1..=2).contains(&first) && (1..=2).contains(&second) && third == 4;
        if a != b || !iso && !local {
            return None;
        }
        let span = Span { start, end: start + (first + second + third + 2) as u32 };
        Some((self.words_until(at, span.end) - at, span))
    }

    /// The page's text from `position` on.
    fn after(&self, position: u32) -> Option<&str> {
        self.article.page.text.get(position as usize..)
    }

    /// The index of the first word that starts at `end` or later.
    fn words_until(&self, mut at: usize, end: u32) -> usize {
        while self.word(at).is_some_and(|w| w.span.start < end) {
            at += 1;
        }
        at
    }

    /// The figure that starts with the word at `at`, its groups of thousands included (`12 400`, `3'200'000`): the index
    /// after it, and whether spaces set the groups apart.
    fn figure(&self, at: usize) -> (usize, bool) {
        let digits = |at: usize| self.word(at).map_or("", |w| self.text(w));
        let bare = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let first = digits(at);
        let (mut end, mut spaced) = (at + 1, false);
        if !(1..=3).contains(&first.len()) || bare(first) != first.len() {
            return (end, false);
        }
        while self.near(end - 1, " |\u{a0}|\u{202f}|\u{2009}|'|’") {
            let group = digits(end);
            let rest = group.get(3..).unwrap_or_default();
            let whole = bare(group) == 3 && (rest.is_empty() || rest.starts_with(['.', ',']));
            if !whole {
                break;
            }
            spaced = true;
            end += 1;
        }
        (end, spaced)
    }

    /// An amount: the index of its first word, not before `taken`, how many words it has, and its span.
    #[inline(never)]
    fn amount(&self, at: usize, taken: usize) -> Option<(usize, usize, Span)> {
        let number = self.word(at).filter(|w| w.is_number())?;
        if let Some(length) = eastern(self.after(number.span.start)?) {
            let span = Span { start: number.span.start, end: number.span.start + length as u32 };
            return Some((at, self.words_until(at, span.end) - at, span));
        }
        let (first, start) = self.currency_before(at, taken);
        let (mut end, spaced) = self.figure(at);
        let mut span = Span { start, end: self.word(end - 1)?.span.end };
        let found = self.unit_after(end);
        // A range: the unit stands behind its second figure.
        if found.is_none() && self.near(end - 1, "-|–| to | bis | à | a | – ") || self.is_range_word(end)
        {
            let second = if self.word(end).is_some_and(|w| w.is_number()) { end } else { end + 1 };
            let (close, _) = self.figure(second);
            if self.word(second).is_some_and(|w| w.is_number())
                && let Some((count, stop)) = self.unit_after(close)
            {
                return Some((first, count - first, Span { start, end: stop }));
            }
        }
        if let Some((count, stop)) = found {
            return Some((first, count - first, Span { start, end: stop }));
        }
        if start == number.span.start {
            return None;
        }
        if spaced && self.near(at, " ") {
            // `$12 400 people`: without a unit behind it a plain space proves nothing.
            end = at + 1;
            span.end = number.span.end;
        }
        Some((first, end - first, span))
    }

    /// «10 to 12 million», «10 bis 12 Millionen».
    fn is_range_word(&self, at: usize) -> bool {
        self.is_one_of(at, "to bis à a till do до")
            && self.word(at + 1).is_some_and(|w| w.is_number())
            && self.near(at, " ")
    }

    /// Where an amount starts whose figure is the word at `at`: with the currency before it, if there is one.
    fn currency_before(&self, at: usize, taken: usize) -> (usize, u32) {
        let page = &self.article.page.text;
        let Some(number) = self.word(at) else { return (at, 0) };
        let start = number.span.start;
        let before = page.get(..start as usize).unwrap_or_default();
        let bare = text::trim_end_matches(before, &|c| text::contains_char(" \u{a0}\u{202f}", c));
        let own = self.words.first().map_or(start, |w| w.span.start) as usize;
        if let Some(sign) = text::last_char(bare).filter(|c| is_unit_letter(*c) && *c != '%')
            && before.len() - bare.len() < 3
        {
            // `R$`, `US$`, `NT$`: letters glued to the sign.
            let signed = bare.get(..bare.len() - sign.len_utf8()).unwrap_or_default();
            let letters = text::trim_end_matches(signed, &|c| c.is_ascii_uppercase());
            let prefix = signed.len() - letters.len();
            let glued = sign == '$' && (1..=3).contains(&prefix) && letters.len() >= own;
            let from = signed.len() - if glued { prefix } else { 0 };
            let first = if glued && at > taken { at - 1 } else { at };
            return if from + 1 >= own || at == 0 { (first, from as u32) } else { (at, start) };
        }
        match at.checked_sub(1).filter(|&code| code >= taken).and_then(|code| self.word(code)) {
            Some(code) if self.is_one_of(at - 1, CODES) && self.near(at - 1, " |\u{a0}|\u{202f}|. |.") => {
                (at - 1, code.span.start)
            }
            _ => (at, start),
        }
    }

    /// The sign or the words of a unit behind the word before `end`: the index after it, and where it ends.
    fn unit_after(&self, mut end: usize) -> Option<(usize, u32)> {
        let mut stop = self.word(end.checked_sub(1)?)?.span.end;
        let rest = self.after(stop)?;
        let signed = text::trim_start_matches(rest, &|c| text::contains_char(" \u{a0}\u{202f}\u{2009}", c));
        let spaces = rest.len() - signed.len();
        if let Some(sign) = text::first_char(signed).filter(|&c| is_unit_letter(c))
            && spaces < 4
        {
            let own = text::char_at(signed, sign.len_utf8())
                .filter(|&c| is_unit_letter(c))
                .map_or(0, char::len_utf8);
            stop += (spaces + sign.len_utf8() + own) as u32;
            return Some((self.words_until(end, stop), stop));
        }
        let mut found = false;
        for _ in 0..3 {
            let form = |at: usize| self.word(at).map_or("", |w| self.article.words.forms.text(w.form()));
            // «por ciento», but not «por metro».
            let link = self.word(end).is_some_and(|w| !w.is_number())
                && text::list_contains(LINKS, form(end))
                && (!form(end).starts_with('p') || form(end + 1).starts_with('c'));
            let next = if link { end + 1 } else { end };
            let close =
                self.near(end - 1, " |\u{a0}|\u{202f}|\u{2009}|-|. ") && (!link || self.near(end, " |'|’"));
            match self.word(next).filter(|w| close && self.units.at(w.form())) {
                Some(unit) => {
                    stop = unit.span.end;
                    end = next + 1;
                    found = true;
                }
                None => break,
            }
        }
        // `3.4 million €`
        let signed = text::first_char(self.after(stop)?.trim_start())
            .filter(|&c| found && text::contains_char("€$£", c));
        if let Some(sign) = signed {
            let rest = self.after(stop)?;
            stop += (rest.len() - rest.trim_start().len() + sign.len_utf8()) as u32;
        }
        found.then_some((end, stop))
    }
}
