//! Faults of the language tables that nobody sees by reading: entries that never match what they are compared with.

use super::packing::{MARKED as BOILERPLATE, TABLES};
use super::{ABBREVIATIONS, CUES, GRAMMAR, LANGUAGES, Language, STOPWORDS, Script, entries, section};
use crate::fold::fold_into;
use crate::script::script;
use crate::unicode::{is_mark, is_unspaced};
use crate::{token, word};

/// The faults of all entries that `check` finds fault with.
fn faults(table: usize, check: impl Fn(&Language, &'static str, &'static str) -> Option<String>) -> String {
    let mut out = String::new();
    for language in LANGUAGES {
        for (section, entry) in entries(language.table(table)) {
            if let Some(fault) = check(language, section, entry) {
                let name = TABLES[table].0;
                out += &format!("{}/{name}.txt [{section}] {entry}: {fault}\n", language.tag);
            }
        }
    }
    out
}

/// An entry without the mark of a boilerplate phrase.
fn bare(entry: &str) -> &str {
    entry.strip_prefix(['=', '^', '~', '?']).unwrap_or(entry)
}

/// What the stages after the first read of a text: words, as `word::split` has them.
fn words(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    word::each_folded_word(text, &mut |_, _, word| out.push(word.to_string()));
    out
}

fn is_one_word(entry: &str) -> bool {
    words(entry) == [entry]
}

fn begins_unspaced(entry: &str) -> bool {
    entry.starts_with(is_unspaced)
}

/// Whether a phrase's words begin with all words of another.
fn extends(phrase: &str, other: &str) -> bool {
    phrase != other
        && phrase.strip_prefix(other).is_some_and(|rest| begins_unspaced(rest) || rest.starts_with(' '))
}

#[test]
fn entries_are_folded_and_stand_once() {
    for table in 0..TABLES.len() {
        let faults = faults(table, |language, section, entry| {
            let mut folded = String::new();
            let folds = bare(entry).split(' ').all(|word| {
                fold_into(word, &mut folded);
                word == folded
            });
            let same = entries(language.table(table)).filter(|(s, e)| *s == section && *e == entry).count();
            match () {
                () if !folds => Some(format!("a text has {folded}")),
                () if same > 1 => Some("stands twice".into()),
                () => None,
            }
        });
        assert!(faults.is_empty(), "{faults}");
    }
}

#[test]
fn an_entry_is_in_one_script_of_the_language() {
    for table in 0..TABLES.len() {
        let faults = faults(table, |language, _, entry| {
            let mut scripts: Vec<Script> = entry.chars().filter_map(script).collect();
            scripts.dedup();
            // Japanese and Korean mix their scripts with Chinese characters.
            let own = |s: &Script| {
                *s == language.script
                    || *s == Script::Han && matches!(language.script, Script::Kana | Script::Hangul)
            };
            let one = scripts.windows(2).all(|pair| pair[0] == pair[1]);
            let fits = scripts.iter().all(own)
                || one && scripts.first() == Some(&Script::Latin)
                || table == BOILERPLATE;
            (!fits).then(|| format!("{scripts:?}"))
        });
        assert!(faults.is_empty(), "{faults}");
    }
}

#[test]
fn no_word_mixes_scripts() {
    for table in 0..TABLES.len() {
        let faults = faults(table, |language, _, entry| {
            let mixed = entry.split(' ').any(|word| {
                let mut scripts =
                    word.chars().filter_map(script).filter(|s| !matches!(s, Script::Han | Script::Kana));
                let first = scripts.next();
                scripts.any(|s| Some(s) != first)
            });
            (mixed && language.script != Script::Kana).then(|| "of two scripts".into())
        });
        assert!(faults.is_empty(), "{faults}");
    }
}

#[test]
fn a_stop_word_is_one_word() {
    let faults = faults(STOPWORDS, |_, _, entry| {
        let letters = entry.chars().filter(|&c| !is_mark(c)).count();
        // Without spaces a word is a pair of letters, and a particle may be one.
        let one = if begins_unspaced(entry) { letters <= 2 } else { is_one_word(entry) };
        (!one).then(|| format!("{:?}", words(entry)))
    });
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn an_abbreviation_is_what_stands_before_a_full_stop() {
    let faults = faults(ABBREVIATIONS, |_, _, entry| {
        let fits = !entry.contains(' ') && !entry.ends_with('.') && !entry.is_empty();
        (!fits).then(|| "the rules look at one word without its last full stop".into())
    });
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn a_word_that_opens_sentences_is_named_once() {
    let faults = faults(ABBREVIATIONS, |language, name, entry| {
        let stop = entries(language.stopwords()).any(|(_, word)| word == entry);
        let opener = section(language.cues(), "opener").any(|cue| cue.split(' ').next() == Some(entry));
        (name == "start" && (stop || opener)).then(|| "is a stop word or a cue already".into())
    });
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn a_word_of_the_grammar_is_one_word() {
    let faults = faults(GRAMMAR, |_, section, entry| {
        let most = if section == "month" { 2 } else { 1 };
        let words = words(entry);
        let fits = section == "participle"
            || words.join(" ") == entry && words.len() <= most
            || begins_unspaced(entry);
        (!fits).then(|| format!("{words:?}"))
    });
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn no_day_or_zone_is_a_month() {
    let faults = faults(GRAMMAR, |_, name, entry| {
        let other = |other: &'static str| LANGUAGES.iter().flat_map(move |l| section(l.grammar(), other));
        let twice = name == "month" && ["day", "zone"].into_iter().flat_map(other).any(|word| word == entry);
        twice.then(|| "is no month".into())
    });
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn a_cue_is_words_as_a_text_has_them() {
    let faults = faults(CUES, |_, _, entry| {
        let fits = begins_unspaced(entry) || words(entry).join(" ") == entry;
        (!fits).then(|| format!("{:?}", words(entry)))
    });
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn no_cue_says_what_a_shorter_one_says() {
    let faults = faults(CUES, |language, name, entry| {
        // Of an anaphor it matters where it ends, too.
        let shorter = section(language.cues(), name).find(|other| name != "anaphor" && extends(entry, other));
        shorter.map(|shorter| format!("{shorter} is a cue already"))
    });
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn a_label_is_tokens_as_a_text_has_them() {
    let faults = faults(BOILERPLATE, |_, _, entry| {
        let mut tokens: Vec<String> = Vec::new();
        token::each(bare(entry), |_, _, _, token| tokens.push(token.to_string()));
        let fits = tokens.join(if entry.contains(is_unspaced) { "" } else { " " })
            == bare(entry).replace(if entry.contains(is_unspaced) { " " } else { "\0" }, "");
        (!fits || tokens.len() > 63 || bare(entry) == entry).then(|| format!("{tokens:?}"))
    });
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn no_label_says_what_a_shorter_one_says() {
    let faults = faults(BOILERPLATE, |language, name, entry| {
        let same = |other: &&str| match other.chars().next() {
            Some('~') => {
                !entry.starts_with('=')
                    && format!(" {} ", bare(entry)).contains(&format!(" {} ", bare(other)))
                    && bare(entry) != bare(other)
            }
            Some('^') => entry.starts_with('^') && extends(bare(entry), bare(other)),
            _ => false,
        };
        section(language.boilerplate(), name).find(same).map(|other| format!("{other} is a label already"))
    });
    assert!(faults.is_empty(), "{faults}");
}

#[test]
fn no_label_repeats_the_one_of_english() {
    let english: Vec<_> = entries(LANGUAGES[0].boilerplate()).collect();
    let faults = faults(BOILERPLATE, |language, name, entry| {
        (language.tag != "en" && english.contains(&(name, entry))).then(|| "English has it for all".into())
    });
    assert!(faults.is_empty(), "{faults}");
}
