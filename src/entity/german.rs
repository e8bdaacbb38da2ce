//! Names in German, where every noun has a capital: articles, prepositions of place and endings tell them from nouns.

use super::capitalization::{Capitalization, OFFICE};
use super::run::Run;
use crate::article::Article;
use crate::column::Column;
use crate::text;
use crate::word::Word;

/// Counts of the contexts in which capitalised forms stand, indexed by form.
pub(super) struct Nouns {
    /// Occurrences inside sentences.
    all: Vec<u32>,
    /// Of these, after an article or an adjective.
    articled: Vec<u32>,
    /// After prepositions of place, each in its own bit.
    placed: Vec<u8>,
}

const PLACES: &str = "in aus nach";
const ARTICLES: &str = "der die das den dem des im am zum zur vom beim ins ans ohne zwei drei vier fünf mehr viele \
                        keine alle wer pro je per laut";
const DETERMINERS: &str = "ein kein dies jed sein ihr unser mein viel";
const ENDINGS: &str = "ung ungen heit heiten keit keiten schaft schaften tät täten ismus nis nisse tion tionen chen \
                       prozent";

impl Nouns {
    /// For German texts.
    #[inline(never)]
    pub fn measure(article: &Article) -> Nouns {
        let size = article.words.forms.len();
        let mut out = Nouns { all: vec![0; size], articled: vec![0; size], placed: vec![0; size] };
        for sentence in 0..article.sentences.len() {
            let words = article.words.of(sentence);
            for (at, pair) in words.windows(2).enumerate() {
                let &[before, word] = pair else { continue };
                if !word.is_capital() {
                    continue;
                }
                let earlier = at.checked_sub(1).and_then(|i| words.get(i)).copied();
                if let Some(count) = out.all.get_mut(word.form() as usize) {
                    *count += 1;
                }
                if precedes_noun(article, earlier, before)
                    && let Some(count) = out.articled.get_mut(word.form() as usize)
                {
                    *count += 1;
                }
                let before = article.words.forms.text(before.form());
                let place = text::position_in_list(PLACES, before);
                if let (Some(place), Some(bits)) = (place, out.placed.get_mut(word.form() as usize)) {
                    *bits |= 1 << (place & 7);
                }
            }
        }
        out
    }

    /// Whether a word is a common noun, by what it follows or by its ending.
    #[inline(never)]
    fn is_noun(&self, article: &Article, word: Word) -> bool {
        self.articled.at(word.form()) * 4 > self.all.at(word.form())
            || text::ends_with_any(article.words.forms.text(word.form()), ENDINGS)
    }

    /// The part of a run that is a name, if any.
    #[inline(never)]
    pub fn recognize(
        &self,
        article: &Article,
        case: &Capitalization,
        words: &[Word],
        at: usize,
        run: Run,
    ) -> Option<Run> {
        let noun = |word: Word| self.is_noun(article, word);
        let mut run = run;
        let mut at = at;
        let end = at + run.words as usize;
        // «Präsident Halm»: the noun before is no part of the name.
        while at + 1 < end && words.get(at).is_some_and(|w| noun(*w) || at == 0 && determines(article, *w)) {
            at += 1;
            while at + 1 < end && words.get(at).is_some_and(|w| !w.is_capital()) {
                at += 1;
            }
        }
        let first = *words.get(at)?;
        let office = at.checked_sub(1).and_then(|i| words.get(i)).is_some_and(|w| case.is(*w, OFFICE));
        let apposed = office || end - at < run.words as usize;
        run.word += run.words - (end - at) as u32;
        run.words = (end - at) as u32;
        let before = at.checked_sub(1).and_then(|i| words.get(i)).copied();
        if before.is_some_and(Word::is_number) {
            return None;
        }
        let text = article.words.forms.text(first.form());
        if run.words > 1 {
            // «Angaben von Halm»: a plural, not a first name.
            if words.get(at + 1).is_some_and(|w| !w.is_capital()) && text.ends_with("en") {
                return None;
            }
            // A sentence's first word may be any word.
            if at == 0 && words.get(1).is_some_and(|w| noun(*w)) && self.all.at(first.form()) == 0 {
                return None;
            }
            let last = *words.get(end - 1)?;
            let adjective = text::ends_with_any(text, "er e en es");
            run.is_certain &= adjective || !noun(last);
            return run.is_certain.then_some(run);
        }
        let places = self.placed.at(first.form()).count_ones();
        run.is_certain = first.is_all_capitals()
            || !noun(first) && (run.is_certain && apposed || places > 1)
            || !noun(first) && genitive(article, first).is_some_and(|bare| self.placed.at(bare) > 0);
        Some(run)
    }
}

/// The form without a genitive's s, where that occurs.
fn genitive(article: &Article, word: Word) -> Option<u32> {
    article.words.forms.text(word.form()).strip_suffix('s').and_then(|bare| article.words.forms.get(bare))
}

/// A determiner; it may be capitalised at the start of a sentence.
#[inline(never)]
fn determines(article: &Article, word: Word) -> bool {
    let text = article.words.forms.text(word.form());
    text::list_contains(ARTICLES, text)
        || DETERMINERS.split(' ').any(|d| text.starts_with(d) && text.len() <= d.len() + 2)
}

/// An article, a possessive or a numeral; or an adjective after one (a verb before its subject ends like one, too).
fn precedes_noun(article: &Article, earlier: Option<Word>, word: Word) -> bool {
    let determines = |word: Word| word.is_number() || determines(article, word);
    let adjective = || {
        !article.is_stop(word)
            && text::ends_with_any(article.words.forms.text(word.form()), "e en er es em")
            && earlier.is_some_and(determines)
    };
    !word.is_capital() && (determines(word) || adjective())
}
