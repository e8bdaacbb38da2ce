//! Names in scripts without capitals: what is repeated word by word or letter by letter, and what stands in the
//! brackets for titles. Common nouns come along: nothing in the writing tells them apart.

use super::Run;
use super::case::{gap, of};
use crate::article::Article;
use crate::phrase::{Phrases, ROOT};
use crate::word::Word;

/// Whether most words of the text are in scripts without capitals; judged by its first words.
pub(super) fn is_caseless(article: &Article) -> bool {
    let (mut all, mut without) = (0, 0);
    for word in article.words.words.iter().filter(|w| !w.is_number()).take(400) {
        let first = word.span.of(&article.page.text).chars().next();
        all += 1;
        without += u32::from(first.is_some_and(|c| !is_cased(c)));
    }
    without * 2 > all
}

/// Finds the maximal repeats, and what is quoted as a title.
pub(super) fn find(article: &Article, taken: &[bool]) -> Vec<Run> {
    let count = article.words.words.len();
    let breaks = breaks(article, taken);
    let mut phrases = Phrases::new(article.words.forms.len());
    let mut counts: Vec<u32> = vec![0; phrases.len()];
    let mut good: Vec<bool> = vec![false; phrases.len()];
    let mut bounds: Vec<u8> = vec![0; phrases.len()];
    // By word: the repeat that begins there, as long as found so far; and the same one level down.
    let mut at: Vec<u32> = vec![ROOT; count];
    let mut longest: Vec<(u32, u8)> = vec![(ROOT, 0); count];
    let mut live: Vec<u32> = (0..count as u32).filter(|&i| !of(&breaks, i)).collect();
    for level in 1..=LEVELS {
        let below = at.clone();
        let first = if level == 1 { 0 } else { counts.len() };
        for &start in &live {
            let Some(word) = article.words.words.get(start as usize + level as usize - 1) else { continue };
            let parent = if level == 1 { ROOT } else { of(&below, start) };
            let node = phrases.intern(parent, word.form);
            if node as usize == counts.len() {
                counts.push(0);
                bounds.push(0);
            }
            if let (Some(count), Some(slot)) = (counts.get_mut(node as usize), at.get_mut(start as usize)) {
                *count += 1;
                *slot = node;
            }
            if let Some(bound) = bounds.get_mut(node as usize) {
                *bound |= u8::from(!follows(article, start))
                    | u8::from(!follows(article, start + u32::from(level))) << 1;
            }
        }
        good.resize(counts.len(), false);
        for &start in &live {
            let node = of(&at, start);
            // Without spaces between words only the ends of a stretch are known bounds of words.
            let whole = !needs_bounds(article, start) || of(&bounds, node) == 3;
            let enough = whole && of(&counts, node) >= needed(article, start, level);
            if let Some(slot) = good.get_mut(node as usize) {
                *slot = enough && node as usize >= first;
            }
            // What is nearly always part of something longer is no name of its own.
            if enough && level > 1 {
                for part in [of(&below, start), of(&below, start + 1)] {
                    if of(&counts, node) * 4 >= of(&counts, part) * 3
                        && let Some(slot) = good.get_mut(part as usize)
                    {
                        *slot = false;
                    }
                }
            }
        }
        for &start in &live {
            if let Some(slot) = longest.get_mut(start as usize) {
                *slot = if of(&counts, of(&at, start)) > 1 { (of(&at, start), level) } else { *slot };
            }
        }
        // Only what is repeated can be so with one more word, if that one begins something repeated, too.
        live.retain(|&start| {
            let next = start + u32::from(level);
            of(&counts, of(&at, start)) > 1
                && !of(&breaks, next)
                && follows(article, next)
                && of(&counts, of(&at, start + 1)) > 1
                && level < most(article, start)
        });
    }
    collect(article, &phrases, &good, &longest)
}

/// Levels tried, at most: words, or pairs of letters.
const LEVELS: u8 = 9;

/// Words, or pairs of letters, that a repeat may have.
fn most(article: &Article, start: u32) -> u8 {
    match article.words.words.get(start as usize) {
        Some(word) if !word.is_unspaced() => 3,
        Some(word) if is_han(word.span.of(&article.page.text)) => 6,
        _ => LEVELS,
    }
}

/// How often a repeat must occur: the shorter, the oftener.
fn needed(article: &Article, start: u32, level: u8) -> u32 {
    let Some(word) = article.words.words.get(start as usize) else { return u32::MAX };
    let text = word.span.of(&article.page.text);
    match level {
        1 if word.is_unspaced() && is_han(text) => 3,
        1 if needs_bounds(article, start) => u32::MAX,
        1 if word.is_unspaced() || text.chars().nth(2).is_none() => u32::MAX,
        1 => 3,
        _ => 2,
    }
}

/// Whether a word is of a script without spaces whose letters don't show where words begin (Thai, Khmer …).
fn needs_bounds(article: &Article, at: u32) -> bool {
    article.words.words.get(at as usize).is_some_and(|word| {
        let text = word.span.of(&article.page.text);
        word.is_unspaced() && text.chars().all(|c| ('\u{e00}'..='\u{17ff}').contains(&c))
    })
}

fn is_han(text: &str) -> bool {
    text.chars().all(|c| ('\u{3400}'..='\u{9fff}').contains(&c))
}

/// By word: whether no repeat goes across it.
fn breaks(article: &Article, taken: &[bool]) -> Vec<bool> {
    let words = &article.words;
    let text = &article.page.text;
    let particle = |c: char| {
        let mut buffer = [0; 4];
        ('\u{3041}'..='\u{309f}').contains(&c)
            || is_han(c.encode_utf8(&mut buffer)) && function_letter(article, c.encode_utf8(&mut buffer))
    };
    let mut letters: Vec<Option<bool>> = vec![None; words.forms.len()];
    (0u32..)
        .zip(&words.words)
        .map(|(i, word)| {
            if of(taken, i) || word.is_number() || article.is_stop(*word) {
                return true;
            }
            if !word.is_unspaced() {
                let first = word.span.of(text).chars().next();
                return first.is_none_or(is_cased) || word.span.len() < 2;
            }
            let known = letters.get_mut(word.form as usize);
            let judge = || word.span.of(text).chars().any(particle);
            known.is_none_or(|known| *known.get_or_insert_with(judge))
        })
        .collect()
}

/// Whether a letter is a function word by itself.
fn function_letter(article: &Article, letter: &str) -> bool {
    article.language.is_some_and(|l| l.stopwords.lines().any(|word| word == letter))
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

/// The longest good repeat at each place, none overlapping another; then the titles.
fn collect(article: &Article, phrases: &Phrases, good: &[bool], longest: &[(u32, u8)]) -> Vec<Run> {
    let mut runs = Vec::new();
    for sentence in 0..article.sentences.len() {
        let words = article.words.of(sentence);
        let base = article.words.starts.get(sentence).copied().unwrap_or(0);
        let mut at = 0;
        while at < words.len() {
            if let Some(length) = quoted(article, words, at) {
                runs.push(Run {
                    sentence: sentence as u32,
                    word: base + at as u32,
                    words: length,
                    sure: true,
                });
                at += length as usize;
                continue;
            }
            let (mut node, mut length) = of(longest, base + at as u32);
            while node != ROOT && (!of(good, node) || at + length as usize > words.len()) {
                node = phrases.split(node).0;
                length = length.saturating_sub(1);
            }
            if length == 0 {
                at += 1;
                continue;
            }
            let words = u32::from(length);
            runs.push(Run { sentence: sentence as u32, word: base + at as u32, words, sure: false });
            at += length as usize;
        }
    }
    runs
}

/// Words from `at` to the closing bracket of a title.
fn quoted(article: &Article, words: &[Word], at: usize) -> Option<u32> {
    let first = words.get(at)?;
    let text = &article.page.text;
    let close = match text.get(..first.span.start as usize)?.chars().next_back()? {
        '《' => '》',
        '「' => '」',
        '『' => '』',
        _ => return None,
    };
    let length = words
        .iter()
        .skip(at)
        .take(12)
        .position(|w| text.get(w.span.end as usize..).is_some_and(|rest| rest.starts_with(close)))?;
    Some(length as u32 + 1)
}

fn is_cased(c: char) -> bool {
    crate::unicode::is_upper(c) || crate::unicode::is_lower(c)
}
