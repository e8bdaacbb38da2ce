//! Names in scripts without capitals: what is repeated word by word or letter by letter, and what stands in the
//! brackets for titles. Common nouns come along: nothing in the writing tells them apart.

use super::capitalization::{CALENDAR, Capitalization, gap};
use super::run::Run;
use crate::article::Article;
use crate::column::Column;
use crate::phrase_trie::{PhraseTrie, ROOT};
use crate::text;
use crate::word::Word;

/// Whether most words of the text are in scripts without capitals; judged by its first words.
pub(super) fn is_caseless(article: &Article) -> bool {
    let (mut all, mut without) = (0, 0);
    for word in &article.words.words {
        if all == 400 {
            break;
        }
        if !word.is_number() {
            let first = text::first_char(word.span.of(&article.page.text));
            all += 1;
            without += u32::from(first.is_some_and(|c| !is_cased(c)));
        }
    }
    without * 2 > all
}

/// Finds the maximal repeats, and what is quoted as a title.
#[inline(never)]
pub(super) fn find(article: &Article, case: &Capitalization, taken: &[bool]) -> Vec<Run> {
    count(article, &breaks(article, case, taken)).collect(article)
}

/// Counts what is repeated, level by level.
fn count(article: &Article, breaks: &[bool]) -> Repeats {
    let mut live = Vec::with_capacity(breaks.len());
    for (at, breaks) in (0u32..).zip(breaks) {
        if !breaks {
            live.push(at);
        }
    }
    let mut repeats = Repeats::new(article);
    // By word: the phrase of the last level that begins there.
    let mut at = vec![ROOT; breaks.len()];
    for level in 1..=LEVELS {
        let below = at.clone();
        repeats.count(article, &live, level, &mut at);
        repeats.mark_names(article, &live, level, &at, &below);
        // Only what is repeated can be so with one more word, if that one begins something repeated, too.
        live.retain(|&start| {
            let next = start + u32::from(level);
            repeats.counts.at(at.at(start)) > 1
                && follows(article, next)
                && !breaks.at(next)
                && repeats.counts.at(at.at(start + 1)) > 1
                && level < longest_repeat(article, start)
        });
        if live.is_empty() {
            break;
        }
    }
    repeats
}

/// Sequences of words, counted level by level: of one word, of two …
struct Repeats {
    phrases: PhraseTrie,
    /// By phrase: how often it occurs.
    counts: Vec<u32>,
    /// By phrase: bit 0 when it begins a stretch somewhere, bit 1 when it ends one.
    bounds: Vec<u8>,
    /// By phrase: whether it is a name.
    is_name: Vec<bool>,
    /// By word: the longest that is repeated …
    longest: Vec<u32>,
    /// … and its words.
    lengths: Vec<u8>,
}

impl Repeats {
    fn new(article: &Article) -> Repeats {
        let phrases = PhraseTrie::new(article.words.forms.len());
        let (size, words) = (phrases.len(), article.words.words.len());
        Repeats {
            phrases,
            counts: vec![0; size],
            bounds: vec![0; size],
            is_name: vec![false; size],
            longest: vec![ROOT; words],
            lengths: vec![0; words],
        }
    }

    /// Counts the phrases of `level` words that begin at the live places, and puts each into `at`.
    fn count(&mut self, article: &Article, live: &[u32], level: u8, at: &mut [u32]) {
        for &start in live {
            let Some(word) = article.words.words.get(start as usize + level as usize - 1) else { continue };
            let parent = if level == 1 { ROOT } else { at.at(start) };
            let node = self.phrases.intern(parent, word.form());
            if node as usize == self.counts.len() {
                self.counts.push(0);
                self.bounds.push(0);
                self.is_name.push(false);
            }
            if let (Some(count), Some(slot)) =
                (self.counts.get_mut(node as usize), at.get_mut(start as usize))
            {
                *count += 1;
                *slot = node;
            }
            if let Some(bound) = self.bounds.get_mut(node as usize) {
                let end = start + u32::from(level);
                *bound |= u8::from(!follows(article, start)) | u8::from(!follows(article, end)) << 1;
            }
        }
    }

    /// Marks the phrases that are names; `at` holds them, `below` those that are one word shorter.
    fn mark_names(&mut self, article: &Article, live: &[u32], level: u8, at: &[u32], below: &[u32]) {
        for &start in live {
            let node = at.at(start);
            let count = self.counts.at(node);
            if count > 1
                && let (Some(longest), Some(length)) =
                    (self.longest.get_mut(start as usize), self.lengths.get_mut(start as usize))
            {
                (*longest, *length) = (node, level);
            }
            // Without spaces between words only the ends of a stretch are known bounds of words.
            let whole = !needs_bounds(article, start) || self.bounds.at(node) == 3;
            let enough = whole && count >= min_count(article, start, level);
            if let Some(slot) = self.is_name.get_mut(node as usize) {
                *slot = enough;
            }
            if !enough || level == 1 {
                continue;
            }
            // What is nearly always part of something longer is no name of its own.
            for part in [below.at(start), below.at(start + 1)] {
                if count * 4 >= self.counts.at(part) * 3
                    && let Some(slot) = self.is_name.get_mut(part as usize)
                {
                    *slot = false;
                }
            }
        }
    }

    /// The longest name at each place, none overlapping another; and the titles.
    fn collect(&self, article: &Article) -> Vec<Run> {
        let mut runs = Vec::new();
        for sentence in 0..article.sentences.len() {
            let words = article.words.of(sentence);
            let base = article.words.starts.at(sentence);
            let mut at = 0;
            while at < words.len() {
                let title = quoted(article, words, at);
                let length = title.unwrap_or_else(|| self.length(words, at, base));
                if length > 0 {
                    let (sentence, word) = (sentence as u32, base + at as u32);
                    runs.push(Run { sentence, word, words: length, is_certain: title.is_some() });
                }
                at += length.max(1) as usize;
            }
        }
        runs
    }

    /// How many words the name takes that begins at `at`, 0 for none.
    fn length(&self, words: &[Word], at: usize, base: u32) -> u32 {
        let place = base + at as u32;
        let (mut node, mut steps) = (self.longest.at(place), self.lengths.at(place));
        let (mut length, mut best) = (0, 0);
        let unspaced = words.get(at).is_some_and(|w| w.is_unspaced());
        while node != ROOT {
            // Letter by letter a shorter one is better when it is clearly more frequent.
            let count = self.counts.at(node);
            let better = length == 0 || unspaced && count * 3 > best * 4;
            if self.is_name.at(node) && at + steps as usize <= words.len() && better {
                (length, best) = (u32::from(steps), count);
            }
            node = self.phrases.split(node).0;
            steps = steps.saturating_sub(1);
        }
        length
    }
}

/// Levels tried, at most: words, or pairs of letters.
const LEVELS: u8 = 9;

/// Words, or pairs of letters, that a repeat may have.
fn longest_repeat(article: &Article, start: u32) -> u8 {
    match article.words.words.get(start as usize) {
        Some(word) if !word.is_unspaced() => 3,
        Some(word) if is_han(word.span.of(&article.page.text)) => 6,
        _ => LEVELS,
    }
}

/// How often a repeat must occur: the shorter, the oftener.
fn min_count(article: &Article, start: u32, level: u8) -> u32 {
    let Some(word) = article.words.words.get(start as usize) else { return u32::MAX };
    let text = word.span.of(&article.page.text);
    match level {
        1 if word.is_unspaced() && is_han(text) => 3,
        1 if needs_bounds(article, start) => u32::MAX,
        1 if word.is_unspaced() || text::char_count(text) < 3 => u32::MAX,
        1 => 3,
        _ => 2,
    }
}

/// Whether a word is of a script without spaces whose letters don't show where words begin (Thai, Khmer …).
fn needs_bounds(article: &Article, at: u32) -> bool {
    article.words.words.get(at as usize).is_some_and(|word| {
        let text = word.span.of(&article.page.text);
        word.is_unspaced() && text::all(text, &|c| ('\u{e00}'..='\u{17ff}').contains(&c))
    })
}

fn is_han(text: &str) -> bool {
    text::all(text, &|c| ('\u{3400}'..='\u{9fff}').contains(&c))
}

/// By word: whether no repeat goes across it.
fn breaks(article: &Article, case: &Capitalization, taken: &[bool]) -> Vec<bool> {
    let words = &article.words;
    let particle = |c: char| {
        let mut buffer = [0; 4];
        let letter: &str = c.encode_utf8(&mut buffer);
        ('\u{3041}'..='\u{309f}').contains(&c) || is_han(letter) && function_letter(article, letter)
    };
    // By form of a pair of letters: 0 before it is judged, 1 no particle among them, 2 one.
    let mut letters = vec![0u8; words.forms.len()];
    let mut out = vec![true; words.words.len()];
    for (i, (slot, &word)) in (0u32..).zip(out.iter_mut().zip(&words.words)) {
        if taken.at(i) || word.is_number() || article.is_stop(word) || case.is(word, CALENDAR) {
            continue;
        }
        let text = word.span.of(&article.page.text);
        if !word.is_unspaced() {
            *slot = text::first_char(text).is_none_or(is_cased) || word.span.len() < 2;
        } else if let Some(known) = letters.get_mut(word.form() as usize) {
            if *known == 0 {
                *known = 1 + u8::from(text::any(text, &particle));
            }
            *slot = *known == 2;
        }
    }
    out
}

/// Whether a letter is a function word by itself.
fn function_letter(article: &Article, letter: &str) -> bool {
    article.language.is_some_and(|l| l.stopwords().lines().any(|word| word == letter))
}

/// Whether a word follows the one before it directly: the next pair of letters, or after a space.
fn follows(article: &Article, at: u32) -> bool {
    let pair = (at as usize).checked_sub(1).and_then(|before| article.words.words.get(before..before + 2));
    let Some(&[before, word]) = pair else { return false };
    if before.is_unspaced() != word.is_unspaced() {
        return false;
    }
    if word.is_unspaced() { word.span.start < before.span.end } else { gap(article, before, word) == " " }
}

/// Words from `at` to the closing bracket of a title.
fn quoted(article: &Article, words: &[Word], at: usize) -> Option<u32> {
    let first = words.get(at)?;
    let text = &article.page.text;
    let close = match text::char_before(text, first.span.start as usize)? {
        '《' => '》',
        '「' => '」',
        '『' => '』',
        _ => return None,
    };
    for length in 1..=12 {
        if text::char_at(text, words.get(at + length - 1)?.span.end as usize) == Some(close) {
            return Some(length as u32);
        }
    }
    None
}

fn is_cased(c: char) -> bool {
    crate::unicode::is_upper(c) || crate::unicode::is_lower(c)
}
