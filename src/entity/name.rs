//! Words to names, by their capitals: runs of capitalised words inside sentences.

use super::capitalization::{
    ARTICLE, CALENDAR, Capitalization, DAY, DURING, MONTH, OFFICE, OPENER, PARTICLE, TITLE, gap, is_particle,
    opens,
};
use super::run::Run;
use crate::article::Article;
use crate::column::Column;
use crate::tables::{self, Trait};
use crate::text;
use crate::word::Word;

/// Words of a name, at most.
const LONGEST: usize = 8;

/// Words with an article before them that name something together with the next («la Maison blanche»).
const DETERMINERS: &str = "la le l el il lo o a los las les i gli os as al del della do da na no au du à";

/// Finds the runs of words that are names.
#[inline(never)]
pub(super) fn find(article: &Article, case: &Capitalization, taken: &[bool]) -> Vec<Run> {
    let mut runs = Vec::new();
    let german = article.has(Trait::NounCapitals).then(|| super::german::Nouns::measure(article));
    for sentence in 0..article.sentences.len() {
        let words = article.words.of(sentence);
        let base = article.words.starts.at(sentence);
        let mut at = 0;
        while at < words.len() {
            let reading = NameReader { article, case, words, sentence };
            let found = if taken.at(base + at as u32) { None } else { reading.name(at) };
            let Some((length, is_certain)) = found else {
                at += 1;
                continue;
            };
            let run =
                Run { sentence: sentence as u32, word: base + at as u32, words: length as u32, is_certain };
            match &german {
                Some(german) => {
                    if let Some(name) = german.recognize(article, case, words, at, run) {
                        runs.push(name);
                    }
                }
                None => runs.push(run),
            }
            at += length;
        }
    }
    strip_sentence_opener(article, case, &mut runs);
    keep_confirmed(article, &mut runs);
    let mut runs = split_adjacent(article, runs);
    if article.has(Trait::NounFirst) {
        extend_with_adjective(article, case, &mut runs);
    }
    runs
}

/// A sentence being read.
struct NameReader<'a> {
    article: &'a Article,
    case: &'a Capitalization,
    words: &'a [Word],
    sentence: usize,
}

impl NameReader<'_> {
    fn word(&self, at: usize) -> Option<Word> {
        self.words.get(at).copied()
    }

    fn gap(&self, at: usize) -> &str {
        match (self.word(at), self.word(at + 1)) {
            (Some(word), Some(next)) => gap(self.article, word, next),
            _ => "",
        }
    }

    /// Capitalised, and not a function word that only opens its sentence («THE», «I'll»).
    fn is_content(&self, word: Word) -> bool {
        if !word.is_capital() {
            return false;
        }
        if self.article.is_stop(word) {
            let first = self.words.first().is_some_and(|w| w.span == word.span);
            return word.is_all_capitals() && !first && !self.case.is_title_cased(self.sentence);
        }
        let form = self.article.words.forms.text(word.form());
        let head = text::prefix_until(form, &|c| c == '\'');
        let stop = || self.article.language.is_some_and(|l| l.stopwords().lines().any(|word| word == head));
        head.len() == form.len() || !stop()
    }

    /// An abbreviation of what isn't a name, with its full stop («Sept.»).
    fn is_abbreviation(&self, at: usize) -> bool {
        let Some(word) = self.word(at) else { return false };
        let form = self.article.words.forms.text(word.form());
        let table = self.article.language.map_or("", |l| l.abbreviations());
        let dotted =
            self.article.page.text.get(word.span.end as usize..).is_some_and(|rest| rest.starts_with('.'));
        dotted && tables::section(table, "number").any(|abbreviation| abbreviation == form)
    }

    /// The number of words of the name that begins at `at`, and whether it is certain without other mentions.
    #[inline(never)]
    fn name(&self, at: usize) -> Option<(usize, bool)> {
        let word = self.word(at)?;
        if !word.is_capital() || self.case.is(word, TITLE) || self.is_date(at) {
            return None;
        }
        let weak = opens(self.article, self.words, at) || self.case.is_title_cased(self.sentence);
        let length = self.length(at);
        if length > 1 && self.holds_office(at, length) {
            return None;
        }
        if !self.is_content(word) && !self.case.is(word, MONTH) {
            // «The Hague», «Le Monde»: only where no sentence begins.
            return (!weak && length > 1 && self.gap(at) == " ").then_some((length, true));
        }
        if self.gap(at + length - 1).starts_with('-')
            && self.word(at + length).is_some_and(|w| !w.is_number())
        {
            return None;
        }
        let text = word.span.of(&self.article.page.text);
        if length == 1 && (text::char_count(text) < 2 || is_roman(text) || self.is_abbreviation(at)) {
            return None;
        }
        let case = self.case;
        let (inside, lower) = (case.inside.at(word.form()), case.lower.at(word.form()));
        if !weak && length == 1 && lower > 0 && lower >= inside && !word.is_all_capitals() {
            return None;
        }
        // «Table 3», «Figure 2»: a common word with its number.
        if length == 1 && lower > 0 && self.gap(at) == " " && self.word(at + 1).is_some_and(Word::is_number) {
            return None;
        }
        if length > 3 && self.is_shouted(at, length) {
            return None;
        }
        if !weak || inside > lower || word.is_all_capitals() && !case.is_title_cased(self.sentence) {
            return Some((length, true));
        }
        if lower > 0 || case.is(word, OPENER) || inside == 0 && self.is_participle(word) {
            return None;
        }
        if case.is_title_cased(self.sentence) {
            return Some((length, false));
        }
        // A sentence's first word that is never seen in lower case: a name if one follows at once or if it often comes
        // back. Before two it is rather what they are («Actor Ada Halm»), but for the names of three words.
        let three = self.article.has(Trait::ThreeWordNames);
        let next = self.word(at + 1).filter(|w| w.is_capital() && self.gap(at) == " ");
        if length > 2 && inside == 0 && next.is_some() && !three {
            return None;
        }
        Some((length, length > 1 || case.initial.at(word.form()) > 2 && self.article.language.is_some()))
    }

    /// Whether an office and then a name follow in the run («Deputy Mayor Ada Halm»): the name begins later.
    fn holds_office(&self, at: usize, length: usize) -> bool {
        let before = self.words.get(at..at + length - 1).unwrap_or_default();
        before.iter().any(|w| self.case.is(*w, OFFICE))
    }

    fn is_shouted(&self, at: usize, length: usize) -> bool {
        self.words.get(at..at + length).unwrap_or_default().iter().all(|w| w.is_all_capitals())
    }

    /// Whether the word ends like a participle or an adverb, which open sentences before a name («Asked», «Née»,
    /// «Finalmente»).
    fn is_participle(&self, word: Word) -> bool {
        let form = self.article.words.forms.text(word.form());
        let grammar = self.article.language.map_or("", |l| l.grammar());
        tables::section(grammar, "participle").any(|ending| form.ends_with(ending))
    }

    /// The length of the longest run of words from `at` on that can be one name.
    fn length(&self, at: usize) -> usize {
        let mut end = at + 1;
        while end - at < LONGEST {
            let Some(step) = self.step(end - 1) else { break };
            end += step;
        }
        end - at
    }

    /// The number of words by which the name goes on after its word `last`.
    #[inline(never)]
    fn step(&self, last: usize) -> Option<usize> {
        let (word, next) = (self.word(last)?, self.word(last + 1)?);
        let text = word.span.of(&self.article.page.text);
        if text.ends_with("'s") || text.ends_with("’s") {
            return None;
        }
        let short = word.span.len() <= 2;
        let gap = self.gap(last);
        match text::single_char(gap) {
            Some(' ' | '\u{a0}') => {}
            Some('-' | '‐' | '‑') => {
                let figure = next.is_number() && next.span.len() <= 4;
                if figure || next.is_capital() {
                    return Some(1);
                }
            }
            Some('\'' | '’') if short && next.is_capital() => return Some(1),
            _ if (gap == ". " || gap == ".")
                && (short || self.case.is(word, TITLE))
                && self.is_content(next) =>
            {
                return Some(1);
            }
            _ => return None,
        }
        if (self.is_content(next) || self.case.is(next, MONTH) && next.is_capital())
            && !self.is_date(last + 1)
        {
            return Some(1);
        }
        self.particles(last + 1)
    }

    /// The number of words from particles at `at` to the capitalised word after them, inclusive.
    fn particles(&self, at: usize) -> Option<usize> {
        if !self.bridges(at, PARTICLE) {
            return None;
        }
        let count = if self.bridges(at + 1, ARTICLE) { 2 } else { 1 };
        let next = self.word(at + count)?;
        (self.is_content(next) && !self.case.is(next, CALENDAR)).then_some(count + 1)
    }

    /// Whether a capitalised word is the month or day of a date, rather than part of a name («Theresa May»).
    fn is_date(&self, at: usize) -> bool {
        let Some(word) = self.word(at).filter(|w| self.case.is(*w, CALENDAR)) else { return false };
        let figure = |at: usize| self.word(at).is_some_and(Word::is_number);
        let before = at.checked_sub(1);
        if figure(at + 1) || before.is_some_and(figure) {
            return true;
        }
        let opens = opens(self.article, self.words, at);
        let next = self.word(at + 1).is_some_and(|w| w.is_capital() && self.gap(at) == " ");
        if !self.article.has(Trait::CalendarCapitals) {
            // In lower case inside sentences: a capital tells a name.
            return opens && !(next && self.case.is(word, MONTH)) && self.case.inside.at(word.form()) == 0;
        }
        if self.case.is(word, DAY) || self.article.has(Trait::NounCapitals) {
            return true;
        }
        let before = before.filter(|_| !opens).and_then(|i| Some((i, self.word(i)?)));
        let after_name = before.is_some_and(|(i, w)| {
            w.is_capital()
                && !self.article.is_stop(w)
                && self.gap(i) == " "
                && !self.case.is(w, CALENDAR)
                && (i > 0 || self.case.inside.at(w.form()) > 0)
        });
        let in_month = before.is_some_and(|(_, w)| self.case.is(w, DURING));
        !after_name && (in_month || !next)
    }

    /// Whether a word is of that class, in lower case, and directly followed by another word.
    #[inline(never)]
    fn bridges(&self, at: usize, flag: u8) -> bool {
        self.word(at).is_some_and(|w| !w.is_capital() && self.case.is(w, flag))
            && matches!(text::single_char(self.gap(at)), Some(' ' | '\'' | '’' | '-'))
    }
}

/// No form, and more than one.
const NONE: u32 = u32::MAX;
const MIXED: u32 = u32::MAX - 1;

fn is_roman(text: &str) -> bool {
    text::all(text, &|c| text::contains_char("IVXLCDM", c))
}

/// Takes a sentence's first word from a name that is seen with another before it («Yesterday Halm», «Ada Halm»). Two people
/// may have one last name («Tom Halm, her brother, …»): what comes back, or has a comma after it, stays.
fn strip_sentence_opener(article: &Article, case: &Capitalization, runs: &mut [Run]) {
    // Of a run the form of its last word, and whether its first one may be any word.
    let look = |run: &Run| {
        let first = article.words.starts.get(run.sentence as usize) == Some(&run.word);
        (run.last(article), first && case.inside.at(run.first(article)) == 0)
    };
    let mut full = vec![false; article.words.forms.len()];
    for run in runs.iter() {
        if run.is_certain && run.words > 1 {
            let (last, doubtful) = look(run);
            if !doubtful && let Some(slot) = full.get_mut(last as usize) {
                *slot = true;
            }
        }
    }
    // By form: the only last word of the doubtful names that begin with it, and how many those are.
    let mut follower = vec![(NONE, 0u32); article.words.forms.len()];
    for run in runs.iter().filter(|run| run.words == 2) {
        let (last, doubtful) = look(run);
        if doubtful && let Some((known, count)) = follower.get_mut(run.first(article) as usize) {
            *known = if *known == NONE || *known == last { last } else { MIXED };
            *count += 1;
        }
    }
    for run in runs.iter_mut().filter(|run| run.words == 2) {
        let (last, doubtful) = look(run);
        let (known, count) = follower.at(run.first(article));
        let stays = known == last && count > 1 || run.text_after(article).starts_with(',');
        if doubtful && full.at(last) && !stays {
            run.word += 1;
            run.words = 1;
        }
    }
}

/// Keeps certain names, and single words that begin or end a certain name.
fn keep_confirmed(article: &Article, runs: &mut Vec<Run>) {
    let mut named = vec![false; article.words.forms.len()];
    for run in runs.iter() {
        if run.is_certain {
            for form in [run.first(article), run.last(article)] {
                if let Some(slot) = named.get_mut(form as usize) {
                    *slot = true;
                }
            }
        }
    }
    runs.retain(|run| {
        let form = run.first(article);
        run.is_certain || run.words == 1 && (named.at(form) || named.at(super::alias::root(article, form)))
    });
}

/// Splits runs that merely adjoin two names: «Fédération de Russie | Nikolaï Patrouchev», where «Russie» also stands alone.
#[inline(never)]
fn split_adjacent(article: &Article, runs: Vec<Run>) -> Vec<Run> {
    let mut alone = vec![false; article.words.forms.len()];
    for run in &runs {
        if run.words == 1
            && let Some(slot) = alone.get_mut(run.first(article) as usize)
        {
            *slot = true;
        }
    }
    let mut out = Vec::with_capacity(runs.len());
    for run in runs {
        let words = run.of(article);
        let mut rest = run;
        for (at, pair) in words.windows(2).enumerate() {
            let first = at as u32 + 2;
            let &[small, last] = pair else { continue };
            if at > 0 && first < run.words && alone.at(last.form()) && is_particle(article, small) {
                out.push(Run { words: first, ..run });
                rest = Run { word: run.word + first, words: run.words - first, ..run };
                break;
            }
        }
        out.push(rest);
    }
    out
}

/// Completes names whose second word has no capital: a word that follows a determiner and is always followed by the
/// same one, twice or more («la Maison blanche»).
#[inline(never)]
fn extend_with_adjective(article: &Article, case: &Capitalization, runs: &mut [Run]) {
    // By form: the form that follows it, and how often it occurs.
    let mut follower = vec![NONE; article.words.forms.len()];
    let mut count = vec![0u32; article.words.forms.len()];
    let next = |run: &Run| {
        let words = article.words.of(run.sentence as usize);
        let start = article.words.starts.at(run.sentence);
        let at = (run.word - start) as usize;
        let word = *words.get(at)?;
        let next = *words.get(at + 1)?;
        let before = *words.get(at.checked_sub(1)?)?;
        let fits = text::list_contains(DETERMINERS, article.words.forms.text(before.form()))
            && gap(article, word, next) == " "
            && !next.is_number()
            && !next.is_capital()
            && !article.is_stop(next)
            && !case.is_title_cased(run.sentence as usize);
        fits.then_some(next.form())
    };
    for run in runs.iter() {
        let first = run.first(article) as usize;
        if run.words == 1
            && let (Some(slot), Some(count)) = (follower.get_mut(first), count.get_mut(first))
        {
            let form = next(run).unwrap_or(MIXED);
            *slot = if *slot == NONE || *slot == form { form } else { MIXED };
            *count += 1;
        }
    }
    for run in runs {
        let first = run.first(article);
        if run.words == 1 && follower.at(first) < MIXED && count.at(first) > 1 {
            run.words = 2;
        }
    }
}
