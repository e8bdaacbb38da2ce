//! The cue tables of all languages as one table of phrases over folded words.

use std::sync::OnceLock;

use crate::interner::Interner;
use crate::page::Reason;
use crate::sort;
use crate::tables::{self, LANGUAGES, Language};
use crate::text;
use crate::token;

/// How a phrase must stand in a line to count; see `data/SOURCES.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Strength {
    /// `=`: the whole line.
    Whole,
    /// `^`: at the start of a sentence.
    Start,
    /// `~`: anywhere.
    Anywhere,
    /// `?`: only together with something else.
    Weak,
}

/// A phrase.
#[derive(Clone, Copy, Debug)]
pub(super) struct Phrase {
    /// Its words: a stretch of [`Phrases::words`].
    start: u32,
    pub length: u32,
    pub strength: Strength,
    pub reason: Reason,
    /// Languages that it is from, as bits.
    languages: u64,
}

/// What the tables say about words and phrases.
#[derive(Debug)]
pub(super) struct Phrases {
    pub forms: Interner,
    /// All phrases, those with the same first word side by side, longest first.
    phrases: Vec<Phrase>,
    words: Vec<u32>,
    /// For each form, where its phrases start in `phrases`; one more entry at the end.
    first: Vec<u32>,
    /// For each form, the languages whose function word it is.
    stop: Vec<u64>,
    /// For each form, whether it is the name of a month or a day of the week, or begins one.
    month: Vec<bool>,
}

impl Phrases {
    /// The phrases of a language and those of English, whose labels stand on pages of every language; all phrases when the
    /// language is unknown. Read once each.
    pub fn of(language: Option<&'static Language>) -> &'static Phrases {
        static PHRASES: [OnceLock<Phrases>; 65] = [const { OnceLock::new() }; 65];
        static NONE: Phrases = Phrases::new();
        let bits = bits(language);
        let at = if bits == u64::MAX { 64 } else { bits.trailing_zeros() as usize };
        PHRASES.get(at).map_or(&NONE, |phrases| phrases.get_or_init(|| read(bits | 1)))
    }

    const fn new() -> Phrases {
        Phrases {
            forms: Interner::new(),
            phrases: Vec::new(),
            words: Vec::new(),
            first: Vec::new(),
            stop: Vec::new(),
            month: Vec::new(),
        }
    }

    /// The phrases that begin with a form.
    pub fn beginning(&self, form: u32) -> &[Phrase] {
        // A form never seen is u32::MAX, the last number there is where addresses have 32 bits.
        let Some(next) = form.checked_add(1) else { return &[] };
        let start = self.first.get(form as usize).copied().unwrap_or(0) as usize;
        let end = self.first.get(next as usize).copied().unwrap_or(0) as usize;
        self.phrases.get(start..end).unwrap_or_default()
    }

    /// Whether the words from here on are the phrase's.
    pub fn matches(&self, phrase: &Phrase, forms: &[u32], languages: u64) -> bool {
        let start = phrase.start as usize;
        phrase.languages & languages != 0
            && self
                .words
                .get(start..start + phrase.length as usize)
                .is_some_and(|words| forms.starts_with(words))
    }

    pub fn is_stop(&self, form: u32, languages: u64) -> bool {
        self.stop.get(form as usize).is_some_and(|stop| stop & languages != 0)
    }

    pub fn is_month(&self, form: u32) -> bool {
        self.month.get(form as usize).copied().unwrap_or(false)
    }
}

/// The bit of a language; all bits when the language is unknown.
pub(super) fn bits(language: Option<&'static Language>) -> u64 {
    match language.and_then(|l| LANGUAGES.iter().position(|other| other.tag == l.tag)) {
        Some(at) => 1 << at.min(63),
        None => u64::MAX,
    }
}

#[inline(never)]
fn read(languages: u64) -> Phrases {
    let mut out = Phrases::new();
    for (at, language) in LANGUAGES.iter().enumerate() {
        let bit = 1u64 << at.min(63);
        if languages & bit == 0 {
            continue;
        }
        for word in language.stopwords().lines() {
            let form = out.forms.intern(word) as usize;
            grow(&mut out.stop, form);
            if let Some(stop) = out.stop.get_mut(form) {
                *stop |= bit;
            }
        }
        let dates = tables::entries(language.grammar()).filter(|(name, _)| matches!(*name, "month" | "day"));
        for (_, word) in dates {
            let form = out.forms.intern(text::prefix_until(word, &|c| c == ' ')) as usize;
            grow(&mut out.month, form);
            if let Some(month) = out.month.get_mut(form) {
                *month = true;
            }
        }
        for (section, entry) in tables::entries(language.boilerplate()) {
            let Some(reason) = Reason::ALL.into_iter().find(|r| r.name() == section) else { continue };
            let strength = match entry.as_bytes().first() {
                Some(b'=') => Strength::Whole,
                Some(b'^') => Strength::Start,
                Some(b'~') => Strength::Anywhere,
                Some(b'?') => Strength::Weak,
                _ => continue,
            };
            let start = out.words.len() as u32;
            token::each(entry.get(1..).unwrap_or_default(), |_, _, _, token| {
                out.words.push(out.forms.intern(token));
            });
            let length = out.words.len() as u32 - start;
            if length > 0 {
                out.phrases.push(Phrase { start, length, strength, reason, languages: bit });
            }
        }
    }
    let words = &out.words;
    let first = |p: &Phrase| words.get(p.start as usize).copied().unwrap_or(0);
    out.phrases = sort::by_key(std::mem::take(&mut out.phrases), |p| first(p) << 6 | (63 - p.length.min(63)));
    let mut at = 0;
    for form in 0..=out.forms.len() as u32 {
        at += out.phrases.get(at..).unwrap_or_default().iter().take_while(|p| first(p) < form).count();
        out.first.push(at as u32);
    }
    out
}

fn grow<T: Clone + Default>(list: &mut Vec<T>, index: usize) {
    if list.len() <= index {
        list.resize(index + 1, T::default());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_has_a_mark_and_a_section() {
        for language in LANGUAGES {
            for (section, entry) in tables::entries(language.boilerplate()) {
                assert!(Reason::ALL.iter().any(|r| r.name() == section), "{}: [{section}]", language.tag);
                assert!(entry.starts_with(['=', '^', '~', '?']), "{}: {entry}", language.tag);
            }
        }
    }

    #[test]
    fn finds_phrases() {
        let phrases = Phrases::of(None);
        let form = |word: &str| phrases.forms.get(word).unwrap_or(u32::MAX);
        let forms = [form("skip"), form("to"), u32::MAX];
        let found = phrases.beginning(forms[0]).iter().any(|p| phrases.matches(p, &forms, u64::MAX));
        assert!(found);
        assert!(phrases.is_month(form("may")));
        assert!(phrases.is_stop(form("the"), u64::MAX));
    }
}
