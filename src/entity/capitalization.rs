//! Capitalization: how often each form has a capital inside sentences, at their start, or none.

use crate::article::Article;
use crate::column::Column;
use crate::tables::{self, Trait};
use crate::text;
use crate::word::Word;

/// Counts of spellings, indexed by form.
pub(super) struct Capitalization {
    /// Capitalised where only a name would be.
    pub inside: Vec<u32>,
    /// Capitalised at the start of a sentence or quotation.
    pub initial: Vec<u32>,
    /// In lower case.
    pub lower: Vec<u32>,
    /// Classes of the form: [`OPENER`] and the others below.
    flags: Vec<u8>,
    /// Months of two words: their forms.
    months: Vec<[u32; 2]>,
    /// By sentence: whether it is in title case or all capitals, where a capital is no evidence of a name.
    title_cased: Vec<bool>,
}

/// Words that open sentences («However», «Nobody»): no names at their start.
pub(super) const OPENER: u8 = 1;
/// Names of months, or their first word.
pub(super) const MONTH: u8 = 2;
/// Titles before a name («Dr», «Mme»), which are no part of it.
pub(super) const TITLE: u8 = 4;
/// Offices before a name, which have a capital in some languages («Mayor», «Bürgermeisterin»).
pub(super) const OFFICE: u8 = 8;
/// Small words inside names …
pub(super) const PARTICLE: u8 = 16;
/// … and those that may follow them.
pub(super) const ARTICLE: u8 = 32;
/// Days of the week.
pub(super) const DAY: u8 = 64;
/// Words that a month follows («in», «last»), in the languages whose months have a capital.
pub(super) const DURING: u8 = 128;
/// Parts of dates.
pub(super) const CALENDAR: u8 = MONTH | DAY;

/// Small words inside names («Charles de Gaulle», «Bank of England») …
pub(super) const PARTICLES: &str = "de du des d da do dos das di del della dello dei degli van von zu zur of bin ibn ben bint \
                         av af ter ten vom";
/// … and those that may follow them («de la Cruz», «van der Meer», «of the»).
pub(super) const ARTICLES: &str = "la le les l las los los den der het the";

impl Capitalization {
    #[inline(never)]
    pub fn measure(article: &Article) -> Capitalization {
        let size = article.words.forms.len();
        let mut case = Capitalization {
            inside: vec![0; size],
            initial: vec![0; size],
            lower: vec![0; size],
            flags: vec![0; size],
            months: Vec::new(),
            title_cased: vec![false; article.sentences.len()],
        };
        case.look_up(article);
        for sentence in 0..article.sentences.len() {
            let words = article.words.of(sentence);
            let title_cased = is_title_cased(article, sentence, words);
            if let Some(slot) = case.title_cased.get_mut(sentence) {
                *slot = title_cased;
            }
            if title_cased {
                continue;
            }
            for (at, &word) in words.iter().enumerate() {
                let counts = match word.is_capital() {
                    true if opens(article, words, at) => &mut case.initial,
                    true => &mut case.inside,
                    false => &mut case.lower,
                };
                if let Some(count) = counts.get_mut(word.form() as usize) {
                    *count += 1;
                }
            }
        }
        case.look_for_offices(article);
        case
    }

    /// Flags forms that contain the word for an office (`Vizepräsidentin`).
    fn look_for_offices(&mut self, article: &Article) {
        let Some(language) = article.language else { return };
        let mut offices = tables::section(language.grammar(), "office").peekable();
        if offices.peek().is_none() {
            return;
        }
        let offices: Vec<&str> = offices.collect();
        for (form, flags) in (0u32..).zip(&mut self.flags) {
            // Only forms seen with a capital can stand before a name.
            if self.inside.at(form) + self.initial.at(form) > 0 {
                let form = article.words.forms.text(form);
                if offices.iter().any(|office| text::contains(form, office)) {
                    *flags |= OFFICE;
                }
            }
        }
    }

    #[inline(never)]
    fn look_up(&mut self, article: &Article) {
        let flags = &mut self.flags;
        mark_all(article, flags, ARTICLE, ARTICLES);
        let grammar = article.language.map_or("", |l| l.grammar());
        if tables::section(grammar, "particle").next().is_none() {
            mark_all(article, flags, PARTICLE, PARTICLES);
        }
        let Some(language) = article.language else { return };
        for (section, entry) in tables::entries(grammar) {
            match section {
                "month" => {
                    let first = text::prefix_until(entry, &|c| c == ' ');
                    mark(article, flags, MONTH, first);
                    let form = |word: &str| article.words.forms.get(word);
                    let second = entry.get(first.len() + 1..).and_then(form);
                    self.months.extend(form(first).zip(second).map(|(first, second)| [first, second]));
                }
                "day" => mark(article, flags, DAY, entry),
                "during" => mark(article, flags, DURING, entry),
                "particle" => mark(article, flags, PARTICLE, entry),
                _ => {}
            }
        }
        for (section, entry) in tables::entries(language.abbreviations()) {
            match section {
                "title" => mark(article, flags, TITLE, entry),
                "start" => mark(article, flags, OPENER, entry),
                _ => {}
            }
        }
        for entry in tables::section(language.cues(), "opener") {
            mark(article, flags, OPENER, text::prefix_until(entry, &|c| c == ' '));
        }
    }

    /// How many words, counted from the first, name a month; 0 when none do.
    pub fn month(&self, words: &[Word]) -> usize {
        match words {
            [word, next, ..] if self.months.contains(&[word.form(), next.form()]) => 2,
            [word, ..] if self.is(*word, MONTH) => 1,
            _ => 0,
        }
    }

    /// Whether the word's form has one of the flags.
    pub fn is(&self, word: Word, flags: u8) -> bool {
        self.flags.at(word.form()) & flags != 0
    }

    /// Whether the sentence is in title case or all capitals.
    pub fn is_title_cased(&self, sentence: usize) -> bool {
        self.title_cased.at(sentence as u32)
    }
}

/// Sets a flag of each word of a list that occurs in the text.
pub(super) fn mark_all(article: &Article, flags: &mut [u8], flag: u8, list: &str) {
    for word in list.split(' ') {
        mark(article, flags, flag, word);
    }
}

/// Sets a flag of a word, if it occurs in the text.
#[inline(never)]
fn mark(article: &Article, flags: &mut [u8], flag: u8, word: &str) {
    if let Some(slot) = article.words.forms.get(word).and_then(|form| flags.get_mut(form as usize)) {
        *slot |= flag;
    }
}

/// A small word inside names, not capitalised.
pub(super) fn is_particle(article: &Article, word: Word) -> bool {
    !word.is_capital()
        && !word.is_number()
        && text::list_contains(PARTICLES, article.words.forms.text(word.form()))
}

/// Most words are nothing but capitals; or three quarters of the content words have one, in a line without a full stop.
fn is_title_cased(article: &Article, sentence: usize, words: &[Word]) -> bool {
    let (mut all, mut content, mut capital, mut shouted) = (0, 0, 0, 0);
    for word in words.get(1..).unwrap_or_default().iter().filter(|w| !w.is_number()) {
        // A letter alone may be a word or an initial.
        all += usize::from(word.span.len() > 1);
        shouted += usize::from(word.is_all_capitals());
        if !article.is_stop(*word) {
            content += 1;
            capital += usize::from(word.is_capital());
        }
    }
    let open = || {
        let bare = text::trim_end_matches(article.text(sentence), &|c| text::contains_char("\"”»’)", c));
        !matches!(text::last_char(bare), Some('.' | '!' | '?' | '…'))
    };
    shouted >= 3 && shouted * 2 > all
        || content >= 3 && capital * 4 >= content * 3 && !article.has(Trait::NounCapitals) && open()
}

/// Whether the word would be capitalised in any case: it is the first of its sentence, or follows a colon, a quotation mark
/// or another sign that may begin one.
pub(super) fn opens(article: &Article, words: &[Word], at: usize) -> bool {
    let Some(previous) = at.checked_sub(1).and_then(|before| words.get(before)) else { return true };
    let Some(word) = words.get(at) else { return true };
    let gap = gap(article, *previous, *word);
    gap != " " && text::any(gap, &|c| text::contains_char(".!?:…«»“”„\"‘—–•·|;[", c))
}

/// The text between two words.
#[inline(never)]
pub(super) fn gap(article: &Article, word: Word, next: Word) -> &str {
    article.page.text.get(word.span.end as usize..next.span.start as usize).unwrap_or(".")
}
