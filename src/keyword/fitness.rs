//! Which words make no keyphrase: those that only begin sentences, surnames of citations, «Table» of «Table 3», verbs and
//! adverbs as far as their form tells.

use crate::article::Article;
use crate::tables::{self, Trait};
use crate::text;
use crate::word::Word;

/// What is counted of a form.
#[derive(Clone, Copy, Default)]
struct Uses {
    all: u32,
    /// Not the first word of a sentence.
    inside: u32,
    /// In a citation: `Lee (2004)`, `Lee et al.`
    cited: u32,
    /// With a capital before a number: `Table 3`.
    numbered: u32,
}

/// A word that may neither begin nor end a keyphrase.
pub(super) const UNFIT: u8 = 64;
/// A word that may not end one, nor stand alone.
pub(super) const UNFIT_LAST: u8 = 128;

/// By form: [`UNFIT`], [`UNFIT_LAST`], both or none.
pub(super) fn unfit(article: &Article) -> Vec<u8> {
    let mut uses = vec![Uses::default(); article.words.forms.len()];
    for sentence in 0..article.sentences.len() {
        let words = article.words.of(sentence);
        for (at, &word) in words.iter().enumerate() {
            let Some(uses) = uses.get_mut(word.form() as usize) else { continue };
            let next = words.get(at + 1).copied();
            uses.all += 1;
            uses.inside += u32::from(at > 0);
            uses.cited += u32::from(word.is_capital() && is_cited(article, word, words.get(at + 1..)));
            uses.numbered +=
                u32::from(word.is_capital() && next.is_some_and(|n| is_numbered(article, word, n)));
        }
    }
    let endings = article.language.map_or("", |l| l.cues());
    let endings: Vec<&str> = tables::section(endings, "ending").collect();
    let mut out = Vec::with_capacity(uses.len());
    for (form, uses) in (0u32..).zip(&uses) {
        let form = article.words.forms.text(form);
        let begins_only = uses.inside == 0 && uses.all > 1;
        let is_cited = uses.cited * 2 > uses.all;
        let is_numbered = uses.numbered > 1 && uses.numbered * 2 >= uses.all;
        let has_ending = endings.iter().any(|ending| form.len() > ending.len() + 2 && form.ends_with(ending));
        out.push(
            if is_cited || is_numbered { UNFIT } else { 0 }
                | if begins_only || has_ending { UNFIT_LAST } else { 0 },
        );
    }
    out
}

/// Whether a word may not end a keyphrase: in a language whose nouns have capitals, one without.
pub(super) fn may_not_end(article: &Article) -> impl Fn(Word) -> bool {
    let has_capitals = article.language.is_some_and(|l| l.has(Trait::NounCapitals));
    move |word| has_capitals && !word.is_capital() && !word.is_number()
}

/// Whether a year or «et al.» follows.
fn is_cited(article: &Article, word: Word, rest: Option<&[Word]>) -> bool {
    let forms = &article.words.forms;
    let [next, after @ ..] = rest.unwrap_or_default() else { return false };
    let gap = article.page.text.get(word.span.end as usize..next.span.start as usize).unwrap_or_default();
    let is_year =
        next.is_number() && matches!(forms.text(next.form()).as_bytes(), [b'1' | b'2', _, _, _, ..]);
    is_year && (gap == " (" || gap == ", ")
        || forms.text(next.form()) == "et" && after.first().is_some_and(|w| forms.text(w.form()) == "al")
}

/// Whether a number of at most three digits follows after a space.
fn is_numbered(article: &Article, word: Word, next: Word) -> bool {
    next.is_number() && next.span.len() < 4 && joins(article, word, next) && {
        let gap = article.page.text.get(word.span.end as usize..next.span.start as usize).unwrap_or_default();
        text::single_char(gap).is_some_and(char::is_whitespace)
    }
}

/// Whether nothing but a space, a hyphen or an apostrophe stands between two words.
pub(super) fn joins(article: &Article, word: Word, next: Word) -> bool {
    let (end, start) = (word.span.end as usize, next.span.start as usize);
    if start == end + 1 {
        return matches!(article.page.text.as_bytes().get(end), Some(b' ' | b'-' | b'\''));
    }
    // One character, more than a byte long.
    let gap = article.page.text.get(end..start).unwrap_or_default();
    text::first_char(gap).is_some_and(|c| c.len_utf8() == gap.len() && text::contains_char("’‐‑\u{a0}", c))
}
