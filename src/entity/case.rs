//! What capitals tell: how each form is written inside sentences.

use crate::article::Article;
use crate::word::Word;

/// How often each form is written how. Indexed by form.
pub(super) struct Case {
    /// With a capital where nothing but a name asks for one.
    pub inside: Vec<u32>,
    /// With a capital at the start of a sentence or quotation.
    pub initial: Vec<u32>,
    /// Without.
    pub lower: Vec<u32>,
    /// Words of the cues that open sentences («However»): no names at their start.
    pub opener: Vec<bool>,
    /// Months and days, which some languages capitalise.
    pub calendar: Vec<bool>,
    /// Titles before a name («Dr», «Mme»), which are no part of it.
    pub title: Vec<bool>,
    /// Offices before a name, which have a capital in some languages («Mayor», «Bürgermeisterin»).
    pub office: Vec<bool>,
    /// By sentence: so many capitals that they tell nothing (headlines in title case, shouting).
    pub loud: Vec<bool>,
}

/// Days of the week in the languages that capitalise them.
const DAYS: &str = "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag \
                    freitag samstag sonnabend sonntag senin selasa rabu kamis jumat sabtu minggu isnin khamis jumaat \
                    δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή";

/// What offices are called in the languages that capitalise them before a name.
const OFFICES: &str = "president minister mayor secretary senator governor professor chancellor commissioner \
                       spokes chairm präsident kanzler bürgermeister senatorin sprecher vorsitzende direktor professor \
                       gouverneur staatsanw trainer kommissar";

impl Case {
    pub fn measure(article: &Article) -> Case {
        let size = article.words.forms.len();
        let mut case = Case {
            inside: vec![0; size],
            initial: vec![0; size],
            lower: vec![0; size],
            opener: vec![false; size],
            calendar: vec![false; size],
            title: vec![false; size],
            office: vec![false; size],
            loud: vec![false; article.sentences.len()],
        };
        case.look_up(article);
        for sentence in 0..article.sentences.len() {
            let words = article.words.of(sentence);
            let loud = is_loud(article, sentence, words);
            if let Some(slot) = case.loud.get_mut(sentence) {
                *slot = loud;
            }
            if loud {
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

    /// Offices: any form that holds such a word, for the languages that capitalise them.
    fn look_for_offices(&mut self, article: &Article) {
        if !article.language.is_some_and(|l| matches!(l.tag, "en" | "de")) {
            return;
        }
        for (form, office) in (0u32..).zip(&mut self.office) {
            // Only forms seen with a capital can stand before a name.
            if of(&self.inside, form) + of(&self.initial, form) > 0 {
                let text = article.words.forms.text(form);
                *office = OFFICES.split_ascii_whitespace().any(|o| crate::text::holds(text, o));
            }
        }
    }

    fn look_up(&mut self, article: &Article) {
        let forms = &article.words.forms;
        let mark = |entry: &str, flags: &mut Vec<bool>| {
            if let Some(slot) = forms.get(entry).and_then(|form| flags.get_mut(form as usize)) {
                *slot = true;
            }
        };
        for day in DAYS.split_ascii_whitespace() {
            mark(day, &mut self.calendar);
        }
        let Some(language) = article.language else { return };
        for (section, entry) in crate::tables::entries(language.abbreviations()) {
            match section {
                "month" => mark(entry, &mut self.calendar),
                "title" => mark(entry, &mut self.title),
                _ => {}
            }
        }
        for entry in crate::tables::section(language.cues(), "opener") {
            mark(entry.split(' ').next().unwrap_or_default(), &mut self.opener);
        }
    }

    pub fn is_loud(&self, sentence: usize) -> bool {
        self.loud.get(sentence).copied().unwrap_or(false)
    }
}

/// A count or flag of a form.
pub(crate) fn of<T: Copy + Default>(by_form: &[T], form: u32) -> T {
    by_form.get(form as usize).copied().unwrap_or_default()
}

/// Most content words are nothing but capitals; or three quarters have one, in a line without a full stop.
fn is_loud(article: &Article, sentence: usize, words: &[Word]) -> bool {
    let content = words.iter().skip(1).filter(|w| !article.is_stop(**w) && !w.is_number());
    let (mut all, mut capital, mut shouted) = (0, 0, 0);
    for word in content {
        all += 1;
        capital += usize::from(word.is_capital());
        shouted += usize::from(word.is_all_capitals());
    }
    let open = || {
        !article.text(sentence).trim_end_matches(['"', '”', '»', '’', ')']).ends_with(['.', '!', '?', '…'])
    };
    let nouns = article.language.is_some_and(|l| l.tag == "de");
    all >= 3 && (shouted * 2 > all || capital * 4 >= all * 3 && !nouns && open())
}

/// Whether a capital is due at a word anyway: first of its sentence, or after a colon, a quotation mark and the like.
pub(super) fn opens(article: &Article, words: &[Word], at: usize) -> bool {
    let Some(previous) = at.checked_sub(1).and_then(|before| words.get(before)) else { return true };
    let Some(word) = words.get(at) else { return true };
    gap(article, *previous, *word).contains(is_opening)
}

fn is_opening(c: char) -> bool {
    matches!(
        c,
        '.' | '!'
            | '?'
            | ':'
            | '…'
            | '«'
            | '»'
            | '“'
            | '”'
            | '„'
            | '"'
            | '‘'
            | '—'
            | '–'
            | '•'
            | '·'
            | '|'
            | ';'
            | '['
    )
}

/// What stands between two words.
pub(super) fn gap(article: &Article, word: Word, next: Word) -> &str {
    article.page.text.get(word.span.end as usize..next.span.start as usize).unwrap_or(".")
}
