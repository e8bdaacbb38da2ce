//! The outward form of a sentence.

use crate::article::Article;
use crate::tables::Trait;
use crate::text;

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
