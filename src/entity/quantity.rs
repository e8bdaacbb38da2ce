//! Dates and amounts: a number with a month, a unit or a currency beside it.

use super::capitalization::{Capitalization, MONTH, gap, of};
use crate::article::Article;
use crate::interner::Interner;
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

/// What units begin with, in all languages: multiples, shares, currencies, measures. Words of up to three letters only
/// count as a whole.
const UNITS: &str = "million millon miljon miljoen milion milió milyon milyar milhõ milhão millón billion billón billiard \
    bilhõ bilhão trillion trilhõ milliard miljard miliard milijard milijun milijon μιλιόν εκατομμύρ δισεκατομμύρ милли \
    млн млрд мільйон мільярд милион милиард mio mrd mln mld percent prozent procent prosent százalék pourcent cento \
    ciento τοις процент відсот euro eur dollar dólar doler pound pfund livre libra yen yuan franc frank rouble rubel \
    ruble рубл доллар долар євро евро гривн руб грн peso rupee rupia rupiah krone kron króna crown złot zł lira lire \
    forint leva lev lei lek دولار مليون مليار يورو बिलियन लाख करोड़ रुपये मिलियन डॉलर প্রতিশত শতাংশ কোটি লাখ টাকা \
    دلار میلیون میلیارد تومان فیصد کروڑ روپے ڈالر דולר מיליון מיליארד שקל אחוז 달러 퍼센트 km kilomet kilomèt kg kilo tonn \
    ton tonne metre meter mètre metro metr mile hectare hektar acre litre liter kwh mw gw";

/// Units in kana, which no space parts from the word after them.
const KANA_UNITS: &str = "ドル ユーロ ポンド ルピー ルーブル ウォン";

/// Words between a number and its unit, or between the units («3 milliards d'euros», «por ciento»).
const LINKS: &str = "d de of us pour por per to";

/// Letters that make an amount of the number before them.
fn is_unit_letter(c: char) -> bool {
    text::contains_char("%‰€$£¥₽₹₺₴₩₪٪", c)
}

fn is_han_unit(c: char) -> bool {
    text::contains_char("万億亿兆千百元円人美欧歐萬", c)
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
        let base = article.words.starts.get(sentence).copied().unwrap_or(0);
        let reading = QuantityReader { article, words, case, units: &units, capital };
        let mut at = 0;
        while at < words.len() {
            if words.get(at).is_some_and(|w| !w.is_number() && !case.is(*w, MONTH)) {
                at += 1;
                continue;
            }
            let date = reading.date(at);
            let is_date = date.is_some();
            let Some((count, span)) = date.or_else(|| reading.amount(at)) else {
                at += 1;
                continue;
            };
            out.push(Quantity {
                sentence: sentence as u32,
                word: base + at as u32,
                words: count as u32,
                span,
                is_date,
            });
            at += count;
        }
    }
    out
}

/// By form: whether it is a unit.
#[inline(never)]
fn units(article: &Article) -> Vec<bool> {
    let forms = &article.words.forms;
    let mut units = Interner::default();
    for unit in UNITS.split(' ') {
        units.intern(unit);
    }
    let (mut out, mut known) = (vec![false; forms.len()], vec![false; forms.len()]);
    // Only forms that follow a number, or a link after one, are worth a look.
    let mut since = 3;
    for word in &article.words.words {
        if word.is_number() {
            since = 0;
            continue;
        }
        since += 1;
        let form = word.form() as usize;
        if since <= 3
            && !word.is_unspaced()
            && let (Some(slot), Some(known)) = (out.get_mut(form), known.get_mut(form))
            && !*known
        {
            *slot = is_unit(&units, forms.text(word.form()));
            *known = true;
        }
    }
    out
}

fn is_unit(units: &Interner, form: &str) -> bool {
    // Of four letters or more the beginning may do, when no more than a third of the form comes after it.
    let mut beginning = form;
    loop {
        if units.get(beginning).is_some() {
            return true;
        }
        let Some(last) = text::last_char(beginning) else { return false };
        beginning = beginning.get(..beginning.len() - last.len_utf8()).unwrap_or_default();
        if form.len() > beginning.len() * 3 / 2 || text::char_count(beginning) < 4 {
            return false;
        }
    }
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

    /// A word between day, month and year («16 de junio de 2021», «16th of June»).
    fn link(&self, at: usize) -> bool {
        self.word(at).is_some_and(|w| text::list_contains("de of del d", self.text(w)))
    }

    fn date(&self, at: usize) -> Option<Found> {
        const GAPS: &str = " |. |-|\u{a0}|'|’";
        let first = self.word(at)?;
        if let Some(found) = self.letter_date(at) {
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

    #[inline(never)]
    fn amount(&self, at: usize) -> Option<Found> {
        let number = self.word(at).filter(|w| w.is_number())?;
        let page = &self.article.page.text;
        let mut span = number.span;
        let mut end = at + 1;
        let mut found = false;
        let before = page.get(..span.start as usize)?;
        let bare = text::trim_end_matches(before, &|c| c == ' ');
        if let Some(sign) = text::last_char(bare).filter(|c| is_unit_letter(*c) && *c != '%') {
            let spaces = before.len() - bare.len();
            let start = span.start as usize - spaces - sign.len_utf8();
            if spaces < 2 && self.words.first().is_some_and(|w| w.span.start as usize <= start || at == 0) {
                span.start = start as u32;
                found = true;
            }
        }
        // Signs and letters right after, then up to three words.
        let rest = page.get(span.end as usize..)?;
        let signed = text::trim_start_matches(rest, &|c| text::contains_char(" \u{a0}\u{202f}", c));
        let spaces = rest.len() - signed.len();
        let mut signs = 0;
        for c in signed.chars().take(5) {
            if !is_unit_letter(c) && !is_han_unit(c) {
                break;
            }
            signs += c.len_utf8();
        }
        let counted = signed.get(signs..).unwrap_or_default();
        signs += KANA_UNITS.split(' ').find(|unit| counted.starts_with(unit)).map_or(0, str::len);
        if signs > 0 && spaces < 4 {
            span.end += (spaces + signs) as u32;
            while self.word(end).is_some_and(|w| w.span.end <= span.end) {
                end += 1;
            }
            return Some((end - at, span));
        }
        for _ in 0..3 {
            let link = self
                .word(end)
                .is_some_and(|w| text::list_contains(LINKS, self.article.words.forms.text(w.form())));
            let next = if link { end + 1 } else { end };
            let close = self.near(end - 1, " |\u{a0}|\u{202f}|-") && (!link || self.near(end, " |'|’"));
            match self.word(next).filter(|w| close && of(self.units, w.form())) {
                Some(unit) => {
                    span.end = unit.span.end;
                    end = next + 1;
                    found = true;
                }
                None => break,
            }
        }
        found.then_some((end - at, span))
    }
}
