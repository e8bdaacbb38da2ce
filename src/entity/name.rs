//! Words to names, by their capitals: runs of capitalised words inside sentences.

use super::case::{Case, gap, of, opens};
use super::{Run, listed};
use crate::article::Article;
use crate::word::Word;

/// Words of a name, at most.
const LONGEST: usize = 8;

/// Small words inside names («Charles de Gaulle», «Bank of England») …
pub(super) const PARTICLES: &str = "de du des d da do dos das di del della dello dei degli van von zu zur of bin ibn ben bint \
                         av af ter ten vom";
/// … and those that may follow them («de la Cruz», «van der Meer», «of the»).
const ARTICLES: &str = "la le les l las los los den der het the";

/// Words with an article before them that name something together with the next («la Maison blanche»).
const DETERMINERS: &str = "la le l el il lo o a los las les i gli os as al del della do da na no au du à";

/// Finds the runs of words that are names.
pub(super) fn find(article: &Article, case: &Case, taken: &[bool]) -> Vec<Run> {
    let mut runs = Vec::new();
    let german = super::german::Nouns::measure(article);
    let particles = if german.is_some() { "von van zu de" } else { PARTICLES };
    let small = Small { particles: listed(article, particles), articles: listed(article, ARTICLES) };
    for sentence in 0..article.sentences.len() {
        let words = article.words.of(sentence);
        let base = article.words.starts.get(sentence).copied().unwrap_or(0);
        let is_taken = |at: usize| taken.get(base as usize + at).copied().unwrap_or(false);
        let mut at = 0;
        while at < words.len() {
            let reading = Reading { article, small: &small, case, words, sentence };
            let Some((length, sure)) = reading.name(at).filter(|_| !is_taken(at)) else {
                at += 1;
                continue;
            };
            let run = Run { sentence: sentence as u32, word: base + at as u32, words: length as u32, sure };
            match &german {
                Some(german) => runs.extend(german.judge(article, case, words, at, run)),
                None => runs.push(run),
            }
            at += length;
        }
    }
    unburden(article, case, &mut runs);
    confirm(article, &mut runs);
    let mut runs = part(article, runs);
    if article.language.is_some_and(|l| matches!(l.tag, "fr" | "es" | "it" | "pt" | "ca" | "ro")) {
        complete(article, case, &mut runs);
    }
    runs
}

/// By form: the small words inside names.
struct Small {
    particles: Vec<bool>,
    articles: Vec<bool>,
}

/// A sentence being read.
struct Reading<'a> {
    article: &'a Article,
    small: &'a Small,
    case: &'a Case,
    words: &'a [Word],
    sentence: usize,
}

impl Reading<'_> {
    fn word(&self, at: usize) -> Option<Word> {
        self.words.get(at).copied()
    }

    fn gap(&self, at: usize) -> &str {
        match (self.word(at), self.word(at + 1)) {
            (Some(word), Some(next)) => gap(self.article, word, next),
            _ => "",
        }
    }

    /// Capitalised, and no function word with its sentence's capital.
    fn is_content(&self, word: Word) -> bool {
        word.is_capital()
            && (!self.article.is_stop(word) || word.is_all_capitals() && !self.case.is_loud(self.sentence))
    }

    /// How many words the name takes that begins at `at`, and whether it is one for sure.
    fn name(&self, at: usize) -> Option<(usize, bool)> {
        let word = self.word(at)?;
        if !word.is_capital() || of(&self.case.title, word.form()) || of(&self.case.calendar, word.form()) {
            return None;
        }
        let weak = opens(self.article, self.words, at) || self.case.is_loud(self.sentence);
        let length = self.length(at);
        if length > 1 && self.holds_office(at, length) {
            return None;
        }
        if !self.is_content(word) {
            // «The Hague», «Le Monde»: only where no sentence begins.
            return (!weak && length > 1 && self.gap(at) == " ").then_some((length, true));
        }
        if self.gap(at + length - 1).starts_with('-')
            && self.word(at + length).is_some_and(|w| !w.is_number())
        {
            return None;
        }
        let text = word.span.of(&self.article.page.text);
        if length == 1 && (text.chars().nth(1).is_none() || is_roman(text)) {
            return None;
        }
        let case = self.case;
        let (inside, lower) = (of(&case.inside, word.form()), of(&case.lower, word.form()));
        if !weak && length == 1 && lower > 0 && lower >= inside && !word.is_all_capitals() {
            return None;
        }
        if length > 3 && self.is_shouted(at, length) {
            return None;
        }
        if !weak || inside > lower || word.is_all_capitals() && !case.is_loud(self.sentence) {
            return Some((length, true));
        }
        if lower > 0 || of(&case.opener, word.form()) || inside == 0 && self.is_participle(word) {
            return None;
        }
        if case.is_loud(self.sentence) {
            return Some((length, false));
        }
        // A sentence's first word that is never seen in lower case: a name if one follows at once or if it often comes
        // back. Before two it is rather what they are («Actor Ada Halm»), but for the names of three words.
        let three = self.article.language.is_some_and(|l| l.tag == "vi");
        let next = self.word(at + 1).filter(|w| w.is_capital() && self.gap(at) == " ");
        if length > 2 && inside == 0 && next.is_some() && !three {
            return None;
        }
        Some((length, length > 1 || of(&case.initial, word.form()) > 2 && self.article.language.is_some()))
    }

    /// Whether an office and then a name follow in the run («Deputy Mayor Ada Halm»): the name begins later.
    fn holds_office(&self, at: usize, length: usize) -> bool {
        self.words.iter().skip(at).take(length - 1).any(|w| of(&self.case.office, w.form()))
    }

    fn is_shouted(&self, at: usize, length: usize) -> bool {
        self.words.iter().skip(at).take(length).all(|w| w.is_all_capitals())
    }

    /// By its ending a participle or an adverb, as they open sentences before a name («Asked», «Née», «Finalmente»).
    fn is_participle(&self, word: Word) -> bool {
        let text = self.article.words.forms.text(word.form());
        let endings: &[&str] = match self.article.language.map_or("", |l| l.tag) {
            "en" => &["ed", "ing", "ly"],
            "fr" => &["é", "ée", "és", "ées", "ant", "ment"],
            "es" | "pt" | "it" => &["ado", "ada", "ido", "ida", "ato", "ata", "ando", "endo", "mente"],
            _ => return false,
        };
        endings.iter().any(|e| text.ends_with(e))
    }

    /// Words that hang together from `at` on.
    fn length(&self, at: usize) -> usize {
        let mut end = at + 1;
        while end - at < LONGEST {
            let Some(step) = self.step(end - 1) else { break };
            end += step;
        }
        end - at
    }

    /// How many words more belong to the name whose last word so far is `last`.
    fn step(&self, last: usize) -> Option<usize> {
        let (word, next) = (self.word(last)?, self.word(last + 1)?);
        let text = word.span.of(&self.article.page.text);
        if text.ends_with("'s") || text.ends_with("’s") {
            return None;
        }
        let short = word.span.len() <= 2;
        match self.gap(last) {
            " " | "\u{a0}" => {}
            "-" | "‐" | "‑" => {
                let figure = next.is_number() && next.span.len() <= 4;
                if figure || next.is_capital() {
                    return Some(1);
                }
            }
            "'" | "’" if short && next.is_capital() => return Some(1),
            ". " | "." if (short || of(&self.case.title, word.form())) && self.is_content(next) => {
                return Some(1);
            }
            _ => return None,
        }
        if self.is_content(next) && !of(&self.case.calendar, next.form()) {
            return Some(1);
        }
        self.particles(last + 1)
    }

    /// Words up to and with the capitalised one that follows particles.
    fn particles(&self, at: usize) -> Option<usize> {
        let is_in =
            |at: usize, list: &[bool]| self.word(at).is_some_and(|w| !w.is_capital() && of(list, w.form()));
        let bridge = |at: usize| matches!(self.gap(at), " " | "'" | "’" | "-");
        if !is_in(at, &self.small.particles) || !bridge(at) {
            return None;
        }
        let count = if is_in(at + 1, &self.small.articles) && bridge(at + 1) { 2 } else { 1 };
        self.word(at + count)
            .filter(|w| self.is_content(*w) && !of(&self.case.calendar, w.form()))
            .map(|_| count + 1)
    }
}

/// Whether a list of words holds one.
pub(super) fn has(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|entry| entry == word)
}

/// A small word inside names, not capitalised.
pub(super) fn is_particle(article: &Article, word: Word) -> bool {
    !word.is_capital() && !word.is_number() && has(PARTICLES, article.words.forms.text(word.form()))
}

fn is_roman(text: &str) -> bool {
    text.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'D' | 'M'))
}

/// Takes a sentence's first word from a name that is seen with another before it («Yesterday Halm», «Ada Halm»).
fn unburden(article: &Article, case: &Case, runs: &mut [Run]) {
    let form = |word: Option<&Word>| word.map_or(0, |w| w.form());
    let doubtful = |run: &Run, words: &[Word]| {
        let first = article.words.starts.get(run.sentence as usize) == Some(&run.word);
        first && of(&case.inside, form(words.first())) == 0
    };
    let mut full = vec![false; article.words.forms.len()];
    for run in runs.iter().filter(|r| r.sure && r.words > 1) {
        let words = run.of(article);
        if let Some(slot) = full.get_mut(form(words.last()) as usize).filter(|_| !doubtful(run, words)) {
            *slot = true;
        }
    }
    for run in runs.iter_mut().filter(|r| r.words == 2) {
        let words = run.of(article);
        if doubtful(run, words) && of(&full, form(words.last())) {
            run.word += 1;
            run.words = 1;
        }
    }
}

/// Keeps what is sure, and single words that are part of what is sure.
fn confirm(article: &Article, runs: &mut Vec<Run>) {
    let mut named = vec![false; article.words.forms.len()];
    for run in runs.iter().filter(|r| r.sure) {
        let words = run.of(article);
        for word in [words.first(), words.last()].into_iter().flatten() {
            if let Some(slot) = named.get_mut(word.form() as usize) {
                *slot = true;
            }
        }
    }
    runs.retain(|run| {
        let named =
            |word: &Word| of(&named, word.form()) || of(&named, super::alias::root(article, word.form()));
        run.sure || run.words == 1 && run.of(article).first().is_some_and(named)
    });
}

/// Parts what only stands side by side: «Fédération de Russie | Nikolaï Patrouchev», where «Russie» comes alone, too.
fn part(article: &Article, runs: Vec<Run>) -> Vec<Run> {
    let mut alone = vec![false; article.words.forms.len()];
    for run in runs.iter().filter(|r| r.words == 1) {
        if let Some(slot) = run.of(article).first().and_then(|word| alone.get_mut(word.form() as usize)) {
            *slot = true;
        }
    }
    let mut out = Vec::with_capacity(runs.len());
    for run in runs {
        let words = run.of(article);
        let cut = (1..words.len().saturating_sub(2)).find(|&at| {
            words.get(at).is_some_and(|w| is_particle(article, *w))
                && words.get(at + 1).is_some_and(|w| of(&alone, w.form()))
        });
        match cut {
            Some(at) => {
                let first = at as u32 + 2;
                out.push(Run { words: first, ..run });
                out.push(Run { word: run.word + first, words: run.words - first, ..run });
            }
            None => out.push(run),
        }
    }
    out
}

/// Completes names whose second word has no capital: a word that follows a determiner and is always followed by the
/// same one, twice or more («la Maison blanche»).
fn complete(article: &Article, case: &Case, runs: &mut [Run]) {
    const MIXED: u32 = u32::MAX - 1;
    const NONE: u32 = u32::MAX;
    let mut follower = vec![(NONE, 0u32); article.words.forms.len()];
    let next = |run: &Run| {
        let words = article.words.of(run.sentence as usize);
        let start = article.words.starts.get(run.sentence as usize).copied().unwrap_or(0);
        let at = (run.word - start) as usize;
        let word = *words.get(at)?;
        let next = *words.get(at + 1)?;
        let before = *words.get(at.checked_sub(1)?)?;
        let fits = has(DETERMINERS, article.words.forms.text(before.form()))
            && gap(article, word, next) == " "
            && !next.is_number()
            && !next.is_capital()
            && !article.is_stop(next)
            && !case.is_loud(run.sentence as usize);
        fits.then_some(next.form())
    };
    for run in runs.iter().filter(|r| r.words == 1) {
        let Some(slot) = run.of(article).first().and_then(|w| follower.get_mut(w.form() as usize)) else {
            continue;
        };
        let form = next(run).unwrap_or(MIXED);
        *slot = (if slot.0 == NONE || slot.0 == form { form } else { MIXED }, slot.1 + 1);
    }
    for run in runs.iter_mut().filter(|r| r.words == 1) {
        let (form, count) = run.of(article).first().map_or((MIXED, 0), |w| of(&follower, w.form()));
        if form < MIXED && count > 1 {
            run.words = 2;
        }
    }
}
