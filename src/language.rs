//! Which language a text is in: by script first, then by the votes of function words and telling letters, and for short
//! texts by their spelling ([`spelling`]).

mod spelling;

use std::sync::OnceLock;

use crate::Options;
use crate::column::Column;
use crate::interner::Interner;
use crate::page::Page;
use crate::script::{SCRIPTS, Script, script};
use crate::span::Span;
use crate::tables::{self, LANGUAGES, Language};
use crate::text;
use crate::token::Tokens;
use spelling::Votes;

/// How much of a text is read to tell its language, in bytes: more changes nothing.
const SAMPLE: usize = 64 << 10;

/// The language asked for, else the one that the text is in; `None` rather than a guess.
pub(crate) fn detect(page: &Page, tokens: &Tokens, options: &Options) -> Option<&'static Language> {
    match &options.language {
        Some(tag) => tables::language(tag),
        None => detect_text(&page.text, tokens),
    }
}

fn detect_text(text: &str, tokens: &Tokens) -> Option<&'static Language> {
    let sample = text::head(text, SAMPLE);
    let script = main_script(sample)?;
    let written_so = || LANGUAGES.iter().filter(move |l| l.script == script);
    if written_so().count() == 1 {
        return written_so().next();
    }
    by_votes(sample, tokens, script)
}

/// The script of most letters. A Han letter says as much as two or three of an alphabet; kana among Han is Japanese.
fn main_script(sample: &str) -> Option<Script> {
    let mut letters = [0usize; SCRIPTS];
    let mut at = 0;
    while let Some(byte) = sample.as_bytes().get(at) {
        if byte.is_ascii() {
            letters[Script::Latin as usize] += usize::from(byte.is_ascii_alphabetic());
            at += 1;
            continue;
        }
        let Some(c) = sample.get(at..).and_then(|rest| rest.chars().next()) else { break };
        at += c.len_utf8();
        if let Some(n) = script(c).and_then(|script| letters.get_mut(script as usize)) {
            *n += 1;
        }
    }
    let count = |s: Script| letters.at(s as usize);
    let (kana, han) = (count(Script::Kana), count(Script::Han));
    let alphabets = [
        Script::Latin,
        Script::Cyrillic,
        Script::Greek,
        Script::Arabic,
        Script::Hebrew,
        Script::Devanagari,
        Script::Bengali,
        Script::Tamil,
        Script::Thai,
        Script::Hangul,
    ];
    let best = alphabets.into_iter().max_by_key(|&s| (count(s), std::cmp::Reverse(s as usize)))?;
    if 2 * (kana + han) > count(best) && count(best) < 3 * (kana + han) && count(Script::Hangul) < kana + han
    {
        return Some(if 10 * kana > kana + han { Script::Kana } else { Script::Han });
    }
    (count(best) > 0).then_some(best)
}

/// The language with the most votes. Each function word has one vote, and each other word with a letter that few
/// languages use has 0.7; the languages that share the word or the letter share the vote.
#[inline(never)]
fn by_votes(sample: &str, tokens: &Tokens, script: Script) -> Option<&'static Language> {
    let table = function_words(script);
    let mut votes = vec![0f64; LANGUAGES.len()];
    // By form: how often it occurs, and where first.
    let mut forms = vec![(0u32, Span::default()); tokens.forms.len()];
    let mut words = 0usize;
    for token in tokens.list.iter().take_while(|t| t.span.end as usize <= sample.len()) {
        if let Some((count, first)) = forms.get_mut(token.form() as usize) {
            *first = if *count == 0 { token.span } else { *first };
            *count += 1;
            words += 1;
        }
    }
    let mut spelled = vec![Votes::default(); LANGUAGES.len()];
    let rivals = LANGUAGES.iter().filter(|l| l.script == script).count();
    for (form, (count, first)) in (0u32..).zip(forms).filter(|(_, (count, _))| *count > 0) {
        let slice = first.of(sample);
        if words < CLEAR {
            add_letters(&mut spelled, slice, f64::from(count));
        }
        if let Some(number) = table.words.get(tokens.forms.text(form)) {
            let mask = table.masks.at(number);
            add_votes(&mut votes, mask, f64::from(count));
            let odds = libm::log(rivals as f64 / f64::from(mask.count_ones().max(1)));
            each_language(mask, &mut spelled, &mut |own| {
                own.words += f64::from(count) * odds;
                own.function_words += count;
            });
        } else if !slice.is_ascii() || script != Script::Latin {
            // The word as it stands: folding takes telling letters away.
            let lower = slice.chars().map(crate::unicode::lower);
            let mask = lower.chain(slice.chars()).fold(0, |mask, c| mask | telling_letter(c));
            add_votes(&mut votes, mask, 0.7 * f64::from(count));
        }
    }
    let candidates = || LANGUAGES.iter().zip(&votes).filter(move |(l, _)| l.script == script);
    let (best, won) = candidates().max_by(|a, b| a.1.total_cmp(b.1))?;
    let second = candidates().filter(|(l, _)| l.tag != best.tag).fold(0.0, |most, (_, &v)| f64::max(most, v));
    if *won >= MIN_SHARE * words as f64 && words >= CLEAR && *won > second * 1.25 {
        return Some(best);
    }
    let read = tokens.list.iter().filter(|t| !t.is_number()).take(COMPARED);
    let forms: Vec<&str> = read.map(|t| tokens.forms.text(t.form())).collect();
    spelling::detect(candidates().map(|(l, _)| l), &forms, &spelled)
}

/// From so many words on, function words tell the language.
const CLEAR: usize = 40;
/// The most words whose spelling is compared.
const COMPARED: usize = 300;

/// Adds the telling letters of a word.
fn add_letters(votes: &mut [Votes], word: &str, count: f64) {
    for c in word.chars().filter(|c| !c.is_ascii()) {
        let mask = telling_letter(c) | telling_letter(crate::unicode::lower(c));
        let share = count / f64::from(mask.count_ones().max(1));
        each_language(mask, votes, &mut |own| own.letters += share);
    }
}

fn each_language(mask: u64, votes: &mut [Votes], add: &mut dyn FnMut(&mut Votes)) {
    votes.iter_mut().enumerate().filter(|(at, _)| mask >> at & 1 == 1).for_each(|(_, own)| add(own));
}

/// Votes per word under which a text is in no language known. Running text in one of them has 0.2 and more.
const MIN_SHARE: f64 = 0.1;

fn add_votes(votes: &mut [f64], mask: u64, weight: f64) {
    if mask == 0 {
        return;
    }
    let share = weight / f64::from(mask.count_ones());
    for (language, vote) in votes.iter_mut().enumerate() {
        if mask >> language & 1 == 1 {
            *vote += share;
        }
    }
}

/// The languages, one bit each, for which a letter tells.
fn telling_letter(c: char) -> u64 {
    static LETTERS: OnceLock<Vec<(char, u64)>> = OnceLock::new();
    let letters = LETTERS.get_or_init(|| {
        let mut letters: Vec<(char, u64)> = Vec::new();
        for (number, c) in
            LANGUAGES.iter().enumerate().flat_map(|(n, l)| l.letters.chars().map(move |c| (n, c)))
        {
            match letters.binary_search_by_key(&c, |l| l.0) {
                Ok(at) => letters.iter_mut().skip(at).take(1).for_each(|l| l.1 |= 1 << number),
                Err(at) => letters.insert(at, (c, 1 << number)),
            }
        }
        letters
    });
    let at = if c.is_ascii() { None } else { letters.binary_search_by_key(&c, |l| l.0).ok() };
    at.and_then(|at| letters.get(at)).map_or(0, |l| l.1)
}

/// The function words of the languages of a script.
struct FunctionWords {
    words: Interner,
    /// For each word, the languages that have it, one bit each.
    masks: Vec<u64>,
}

/// Read once for each script; only its own languages can win.
fn function_words(script: Script) -> &'static FunctionWords {
    static TABLES: [OnceLock<FunctionWords>; SCRIPTS] = [const { OnceLock::new() }; SCRIPTS];
    static NONE: FunctionWords = FunctionWords { words: Interner::new(), masks: Vec::new() };
    let Some(table) = TABLES.get(script as usize) else { return &NONE };
    table.get_or_init(|| {
        let mut table = FunctionWords { words: Interner::default(), masks: Vec::new() };
        for (number, language) in LANGUAGES.iter().enumerate().filter(|(_, l)| l.script == script) {
            for word in language.stopwords().lines().chain(tables::section(language.cues(), "word")) {
                let at = table.words.intern(word) as usize;
                if at == table.masks.len() {
                    table.masks.push(0);
                }
                if let Some(mask) = table.masks.get_mut(at) {
                    *mask |= 1 << number;
                }
            }
        }
        table
    })
}
