//! What a language's tables say about the word before a full stop and the word after it.

use std::cell::Cell;
use std::sync::OnceLock;

use crate::fold::fold_into;
use crate::interner::Interner;
use crate::script::{Script, script};
use crate::tables::{self, Language, Trait};
use crate::text;
use crate::unicode::is_whitespace;

/// A set of classes, one bit each.
pub(super) type Classes = u16;

/// Never ends a sentence, a name follows: `Dr.`
pub(super) const TITLE: Classes = 1;
/// Practically never ends a sentence: `e.g.`
pub(super) const INSIDE: Classes = 2;
/// An abbreviation when a figure follows: `No. 5`
pub(super) const NUMBER: Classes = 4;
/// May end a sentence: `etc.`, `Inc.`
pub(super) const EITHER: Classes = 8;
/// The name of a month: `3. Oktober`
pub(super) const MONTH: Classes = 16;
/// A word that opens sentences, so that its capital means nothing else: function words and connectives.
pub(super) const OPENER: Classes = FUNCTION | 128;
/// A function word.
pub(super) const FUNCTION: Classes = 32;
/// A verb of saying.
pub(super) const SPEECH: Classes = 64;
/// A day of the week or a time zone, which follows a time of day: `8 a.m. Monday`
pub(super) const TIME: Classes = 256;
/// A small word inside names, in languages that list theirs: `von`
pub(super) const PARTICLE: Classes = 512;

/// How many letters of a text in an unknown language are looked at for its script.
const SAMPLE: usize = 512;

/// The words that a language's rules speak of, and what they are.
#[derive(Default)]
struct Table {
    words: Interner,
    classes: Vec<Classes>,
}

/// What a text's sentences are told by.
#[derive(Default)]
pub(super) struct Rules {
    /// Of the language, or of several when it isn't known.
    tables: Vec<&'static Table>,
    /// The caller's own abbreviations.
    own: Table,
    /// Where words are folded, kept to spare an allocation a word.
    scratch: Cell<String>,
    /// The text's language, if it is known.
    pub language: Option<&'static Language>,
    /// The traits of the language, one bit each; none when it isn't known.
    traits: u16,
    /// Whether the language lists the particles of names.
    pub has_particles: bool,
}

/// The table of a language, by its place among the languages; read once.
fn table(number: usize, language: &'static Language) -> Option<&'static Table> {
    static TABLES: [OnceLock<Table>; 64] = [const { OnceLock::new() }; 64];
    TABLES.get(number).map(|table| {
        table.get_or_init(|| {
            let mut table = Table::default();
            table.add_language(language);
            table
        })
    })
}

impl Table {
    fn add_language(&mut self, language: &'static Language) {
        for table in [language.abbreviations(), language.grammar(), language.stopwords(), language.cues()] {
            for (section, entry) in tables::entries(table) {
                let class = match section {
                    "" => FUNCTION,
                    "title" => TITLE,
                    "inside" => INSIDE,
                    "number" => NUMBER,
                    "either" => EITHER,
                    "month" => MONTH,
                    "day" | "zone" => TIME,
                    "particle" => PARTICLE,
                    "start" | "opener" => OPENER & !FUNCTION,
                    "speech" if !text::contains_char(entry, ' ') => SPEECH,
                    _ => continue,
                };
                let first = matches!(section, "opener" | "month");
                let word = if first { text::prefix_until(entry, &|c| c == ' ') } else { entry };
                self.add(word, class);
            }
        }
    }

    fn add(&mut self, word: &str, class: Classes) {
        let mut folded = String::new();
        fold_into(word, &mut folded);
        if folded.is_empty() {
            return;
        }
        let number = self.words.intern(&folded) as usize;
        if number == self.classes.len() {
            self.classes.push(0);
        }
        if let Some(classes) = self.classes.get_mut(number) {
            *classes |= class;
        }
    }

    fn classes(&self, folded: &str) -> Classes {
        self.words.get(folded).and_then(|n| self.classes.get(n as usize)).copied().unwrap_or(0)
    }
}

impl Rules {
    /// Parses the tables of `language`; when it isn't known those of the most common languages, and those written in
    /// the scripts that `text` begins with.
    #[inline(never)]
    pub fn new(language: Option<&'static Language>, abbreviations: &[String], text: &str) -> Rules {
        let mut scripts = Vec::new();
        if language.is_none() {
            scripts.extend(text.chars().take(SAMPLE).filter(|c| !c.is_ascii()).filter_map(script));
        }
        let traits = language.map_or(0, Language::traits);
        let has_particles =
            language.is_some_and(|l| tables::section(l.grammar(), "particle").next().is_some());
        let mut rules = Rules { language, traits, has_particles, ..Rules::default() };
        let serves = |number: usize, l: &Language| match language {
            // Names in Latin letters keep their abbreviations in other scripts: `Blue Sea Ltd.`
            Some(language) => l.tag == language.tag || number == 0 && language.script != Script::Latin,
            None => l.has(Trait::Common) || (l.script != Script::Latin && scripts.contains(&l.script)),
        };
        for (number, language) in tables::LANGUAGES.iter().enumerate() {
            if serves(number, language) {
                rules.tables.extend(table(number, language));
            }
        }
        for abbreviation in abbreviations {
            let bare = text::trim_end_matches(text::trim(abbreviation), &|c| c == '.');
            let mut joined = String::new();
            joined.extend(bare.chars().filter(|&c| !is_whitespace(c)));
            rules.own.add(&joined, INSIDE);
        }
        rules
    }

    /// Whether the text's language is known to have a trait.
    pub fn has(&self, wanted: Trait) -> bool {
        wanted.is_in(self.traits)
    }

    /// Whether the text's language has a trait, as far as is known: one that isn't known may have any.
    pub fn may_have(&self, wanted: Trait) -> bool {
        self.language.is_none() || self.has(wanted)
    }

    /// The classes of a word, letter case aside.
    pub fn classes(&self, word: &str) -> Classes {
        let mut folded = self.scratch.take();
        fold_into(word, &mut folded);
        let own = self.own.classes(&folded);
        let classes = self.tables.iter().fold(own, |classes, table| classes | table.classes(&folded));
        self.scratch.set(folded);
        classes
    }

    pub fn is(&self, word: &str, class: Classes) -> bool {
        self.classes(word) & class != 0
    }

    /// Whether a verb of saying of a language without spaces or with endings (Chinese, Korean) occurs in `clause`.
    pub fn speaks(&self, clause: &str) -> bool {
        const COMMON: &str = "说 說 问 問 喊 答道 叫道 笑道";
        if COMMON.split(' ').any(|verb| text::contains(clause, verb)) {
            return true;
        }
        let chinese = || tables::LANGUAGES.iter().find(|l| l.script == Script::Han);
        self.language.or_else(chinese).is_some_and(|language| {
            tables::section(language.cues(), "speech").any(|verb| text::contains(clause, verb))
        })
    }
}
