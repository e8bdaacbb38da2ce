//! The outward form of a sentence.

use crate::article::Article;
use crate::page::BlockKind;
use crate::tables::Trait;
use crate::text;
use crate::unicode::{is_alphanumeric, is_lower, is_upper};

/// Holds a quotation mark.
pub(crate) fn has_quotation(text: &str) -> bool {
    // The first bytes of all of them, then the marks themselves.
    text.bytes().enumerate().any(|(at, byte)| match byte {
        b'"' => true,
        0xc2 | 0xe2 | 0xe3 => text::char_at(text, at).is_some_and(|c| text::contains_char("«»‘“”„「『", c)),
        _ => false,
    })
}

/// Share of the words, the first aside, that begin with a capital.
pub(crate) fn names(article: &Article, sentence: usize) -> f64 {
    let words = article.words.of(sentence);
    let capitals = words.iter().skip(1).filter(|w| w.is_capital()).count();
    capitals as f64 / words.len().max(1) as f64
}

/// Whether capitals tell names from other words: not in German with its capitalised nouns, nor where a third of all words has one.
pub(crate) fn case_tells(article: &Article, sentences: &[u32]) -> bool {
    if article.has(Trait::NounCapitals) {
        return false;
    }
    let (mut all, mut capitals) = (0, 0);
    for &sentence in sentences {
        let inside = article.words.of(sentence as usize).iter().skip(1);
        all += inside.len();
        capitals += inside.filter(|w| w.is_capital()).count();
    }
    capitals * 3 < all
}

/// Whether it looks torn: begins with a lower-case letter outside a list, ends in a function word without a full stop, or
/// has a sentence end inside with no space after it.
pub(crate) fn is_fragment(article: &Article, sentence: usize) -> bool {
    let text = article.text(sentence);
    let is_item = article.block(sentence).is_some_and(|b| b.kind == BlockKind::ListItem);
    let first = text::trim_start_matches(text, &|c| !is_alphanumeric(c));
    // Names such as `iOS`, `data.table` and `npm-run` begin so anywhere.
    let word = text::prefix_until(first, &|c| !is_lower(c));
    let starts_low =
        !word.is_empty() && first.get(word.len()..).is_some_and(|rest| rest.starts_with([' ', ',']));
    let ends_open = text::last_char(text).is_some_and(is_alphanumeric)
        && article.words.of(sentence).last().is_some_and(|&word| article.is_stop(word));
    starts_low && !is_item || ends_open || has_glued_end(text)
}

/// Two lower-case letters, an end mark, a capital and a lower-case letter without a space: `the end.The next`.
fn has_glued_end(text: &str) -> bool {
    let is_end = |(at, byte): (usize, u8)| {
        matches!(byte, b'.' | b'?' | b'!') && {
            let mut before = text.get(..at).unwrap_or_default().chars().rev();
            let mut after = text.get(at + 1..).unwrap_or_default().chars();
            before.next().is_some_and(is_lower)
                && before.next().is_some_and(is_lower)
                && after.next().is_some_and(is_upper)
                && after.next().is_some_and(is_lower)
        }
    };
    text.bytes().enumerate().any(is_end)
}

/// Words of a label, at most.
const LABEL: usize = 3;

/// Whether it begins with a label, as captions do: `Ousted: The mayor …`.
pub(crate) fn has_label(article: &Article, sentence: usize) -> bool {
    let words = article.words.of(sentence);
    let is_label_end = |pair: &[crate::word::Word]| {
        let [word, next] = pair else { return false };
        let gap = article.page.text.get(word.span.end as usize..next.span.start as usize);
        gap.is_some_and(|gap| gap.starts_with(": ")) && next.is_capital()
    };
    words.first().is_some_and(|w| w.is_capital()) && words.windows(2).take(LABEL).any(is_label_end)
}

/// Whether labels tell captions: few sentences have one.
pub(crate) fn labels_tell(article: &Article, sentences: &[u32]) -> bool {
    let labelled = sentences.iter().filter(|&&sentence| has_label(article, sentence as usize)).count();
    labelled * 6 < sentences.len()
}

/// Whether it has what a kicker or an embedded post has: `Sport | The mayor …`, `pic.twitter.com/…`.
pub(crate) fn is_embedded(text: &str) -> bool {
    [" | ", "pic.twitter", "://"].iter().any(|mark| text::contains(text, mark))
}
