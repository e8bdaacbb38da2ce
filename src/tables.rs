//! The language tables: text files in `data/`, one folder per language, packed by `build.rs` and compiled in.
//!
//! Adding a language is one folder of five files and one line in `tables/packing.rs`; `data/SOURCES.md` says what goes
//! into the files.

#[cfg(test)]
mod lint;
#[macro_use]
mod packing;

use std::sync::OnceLock;

use crate::script::Script;
use packing::{END, LETTERS, MARKED, MARKS, SHARED, TABLES};

/// A language and its tables; the stage that uses a table parses it.
#[derive(Debug)]
pub(crate) struct Language {
    /// BCP-47 primary tag.
    pub tag: &'static str,
    /// What it is written in.
    pub script: Script,
    /// Letters that tell it from its neighbours in that script, lower case; each counts 0.7 votes.
    pub letters: &'static str,
}

macro_rules! table {
    ($($tag:literal $script:ident $letters:literal)*) => {
        &[$(Language {
            tag: $tag,
            script: Script::$script,
            letters: $letters,
        },)*]
    };
}

/// Every language known. At most 64.
pub(crate) static LANGUAGES: &[Language] = languages!(table);

macro_rules! trait_enum {
    ($($(#[doc = $doc:literal])* $variant:ident $name:literal)*) => {
        /// What sets a language apart for a rule; the section `[trait]` of `grammar.txt`.
        #[derive(Clone, Copy, Debug)]
        pub(crate) enum Trait { $($(#[doc = $doc])* $variant,)* }
    };
}

traits!(trait_enum);

impl Trait {
    /// Whether a set of traits, one bit each, has this one.
    pub fn is_in(self, traits: u16) -> bool {
        traits >> self as u16 & 1 == 1
    }
}

/// What `build.rs` makes of `data/`: for each language the length of its tables, two bytes; for each its [`Trait`]s as
/// bits, two bytes; then the tables; then the alphabets.
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/tables"));

/// The places in [`TABLES`] of the tables that [`Language`] hands out.
const STOPWORDS: usize = 0;
const ABBREVIATIONS: usize = 1;
const CUES: usize = 2;
const GRAMMAR: usize = 3;

impl Language {
    /// Function words, one per line, with and without proclitics.
    pub fn stopwords(&self) -> &'static str {
        self.table(STOPWORDS)
    }

    /// Sections `[title]`, `[inside]`, `[number]`, `[either]`, `[start]`.
    pub fn abbreviations(&self) -> &'static str {
        self.table(ABBREVIATIONS)
    }

    /// Sections `[point]`, `[opener]`, `[speech]`, `[anaphor]`, `[deixis]`, `[ending]`, `[word]`.
    pub fn cues(&self) -> &'static str {
        self.table(CUES)
    }

    /// Sections `[month]`, `[day]`, `[zone]`, `[during]`, `[office]`, `[particle]`, `[participle]`, `[proclitic]`.
    pub fn grammar(&self) -> &'static str {
        self.table(GRAMMAR)
    }

    /// Sections named as [`crate::page::Reason`].
    pub fn boilerplate(&self) -> &'static str {
        self.table(MARKED)
    }

    /// Whether the language has a trait.
    pub fn has(&self, wanted: Trait) -> bool {
        wanted.is_in(self.traits())
    }

    /// Its traits, one bit each: [`Trait::is_in`].
    pub fn traits(&self) -> u16 {
        self.packed().map_or(0, |packed| packed.traits)
    }

    /// A table by its place in [`TABLES`], unpacked when first asked for.
    fn table(&self, number: usize) -> &'static str {
        let table = self.packed().and_then(|packed| Some((packed, packed.unpacked.get(number)?)));
        table.map_or("", |(packed, table)| {
            table.get_or_init(|| match number {
                STOPWORDS => packed.with_proclitics(packed.unpack(number)),
                _ => packed.unpack(number),
            })
        })
    }

    fn packed(&self) -> Option<&'static Packed> {
        static PACKED: OnceLock<Vec<Packed>> = OnceLock::new();
        let languages = PACKED.get_or_init(packed);
        LANGUAGES.iter().position(|l| l.tag == self.tag).and_then(|at| languages.get(at))
    }
}

/// The packed tables of a language.
struct Packed {
    traits: u16,
    tables: &'static [u8],
    alphabet: &'static [u8],
    /// Those that were asked for.
    unpacked: [OnceLock<String>; TABLES.len()],
}

/// The lines of a section of a table.
fn lines_of<'a>(table: &'a str, heading: &str) -> impl Iterator<Item = &'a str> {
    table.lines().skip_while(move |line| *line != heading).skip(1).take_while(|line| !line.starts_with('['))
}

/// Finds the tables of each language among what is packed.
fn packed() -> Vec<Packed> {
    let (heads, mut tables) = PACKED.split_at_checked(4 * LANGUAGES.len()).unwrap_or_default();
    let (lengths, traits) = heads.split_at_checked(2 * LANGUAGES.len()).unwrap_or_default();
    let numbers =
        |bytes: &'static [u8]| bytes.as_chunks::<2>().0.iter().map(|&pair| u16::from_le_bytes(pair));
    let total = numbers(lengths).map(usize::from).sum();
    let alphabets = tables.get(total..).unwrap_or_default().split(|&byte| byte == END);
    let languages =
        numbers(lengths).zip(numbers(traits)).zip(alphabets).map(|((length, traits), alphabet)| {
            let (own, rest) = tables.split_at_checked(usize::from(length)).unwrap_or_default();
            tables = rest;
            Packed { traits, tables: own, alphabet, unpacked: [const { OnceLock::new() }; TABLES.len()] }
        });
    languages.collect()
}

impl Packed {
    /// Adds to words, one per line, what they are with each letter that may be written before them («و» and «أن»).
    fn with_proclitics(&self, words: String) -> String {
        let grammar = self.unpack(GRAMMAR);
        let mut out = words.clone();
        for proclitic in lines_of(&grammar, "[proclitic]") {
            for word in words.lines() {
                out.push_str(proclitic);
                out.push_str(word);
                out.push('\n');
            }
        }
        out
    }

    /// The text of a table, as its file has it but for the order.
    fn unpack(&self, number: usize) -> String {
        let alphabet: Vec<char> = std::str::from_utf8(self.alphabet).unwrap_or_default().chars().collect();
        let mut sections = self.tables.split(|&byte| byte == END);
        let mut out = Vec::new();
        for (at, (_, names)) in TABLES.iter().enumerate().take(number + 1) {
            for (name, bytes) in names.iter().zip(&mut sections).filter(|_| at == number) {
                if !name.is_empty() {
                    out.extend_from_slice(&[b"[", name.as_bytes(), b"]\n"].concat());
                }
                let marks = if number == MARKED { MARKS } else { "" };
                unpack_section(bytes, &alphabet, marks, &mut out);
            }
        }
        String::from_utf8(out).unwrap_or_default()
    }
}

/// Decodes one packed section (see [`packing`] for the format) and appends its lines.
fn unpack_section(mut bytes: &[u8], alphabet: &[char], marks: &str, out: &mut Vec<u8>) {
    // Where the previous entry begins and ends.
    let (mut before, mut end) = (out.len(), out.len());
    while let Some((&head, rest)) = bytes.split_first() {
        let length = rest.iter().take_while(|&&byte| byte >= SHARED * 4).count();
        let (own, next) = rest.split_at_checked(length).unwrap_or_default();
        bytes = next;
        out.extend(marks.as_bytes().get(usize::from(head / SHARED)));
        let start = out.len();
        let old = out.get(before..end).unwrap_or_default();
        let shared = (0..head % SHARED).fold(0, |at, _| at + width(old.get(at)));
        out.extend_from_within(before..end.min(before + shared));
        if own.is_ascii() {
            out.extend_from_slice(own);
        } else {
            unpack_letters(own, alphabet, out);
        }
        (before, end) = (start, out.len());
        out.push(b'\n');
    }
}

/// The length in bytes of a UTF-8 character, from its first byte.
fn width(first: Option<&u8>) -> usize {
    match first {
        Some(0xc0..0xe0) => 2,
        Some(0xe0..) => 3,
        _ => 1,
    }
}

fn unpack_letters(bytes: &[u8], alphabet: &[char], out: &mut Vec<u8>) {
    // Bytes of the current UTF-8 character that are still to come.
    let mut left = 0;
    for &byte in bytes {
        if LETTERS.contains(&byte) && left == 0 {
            let letter = alphabet.get(usize::from(byte - LETTERS.start)).copied().unwrap_or_default();
            out.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
        } else {
            left = if byte >= LETTERS.end { 2i32 } else { left - 1 }.max(0);
            out.push(byte);
        }
    }
}

/// A language by the primary part of a BCP-47 tag, letter case aside.
pub(crate) fn language(tag: &str) -> Option<&'static Language> {
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    let primary = match primary {
        _ if primary.eq_ignore_ascii_case("no") || primary.eq_ignore_ascii_case("nn") => "nb",
        _ if primary.eq_ignore_ascii_case("iw") => "he",
        _ if primary.eq_ignore_ascii_case("in") => "id",
        other => other,
    };
    LANGUAGES.iter().find(|l| l.tag.eq_ignore_ascii_case(primary))
}

/// The entries of a table without comments: `(section, entry)`, the section "" before the first heading.
pub(crate) fn entries(table: &'static str) -> Entries {
    Entries { rest: table, section: "" }
}

/// See [`entries`].
pub(crate) struct Entries {
    rest: &'static str,
    section: &'static str,
}

impl Iterator for Entries {
    type Item = (&'static str, &'static str);

    // Never inlined: there are dozens of loops over tables.
    #[inline(never)]
    fn next(&mut self) -> Option<Self::Item> {
        while !self.rest.is_empty() {
            let end = self.rest.bytes().position(|byte| byte == b'\n').unwrap_or(self.rest.len());
            let line = self.rest.get(..end).unwrap_or_default();
            self.rest = self.rest.get(end + 1..).unwrap_or_default();
            match line.as_bytes() {
                [] | [b'#', ..] => {}
                [b'[', .., b']'] => self.section = line.get(1..end - 1).unwrap_or_default(),
                _ => return Some((self.section, line)),
            }
        }
        None
    }
}

/// The entries of one section of a table.
pub(crate) fn section(table: &'static str, name: &'static str) -> Section {
    Section { entries: entries(table), name }
}

/// See [`section`].
pub(crate) struct Section {
    entries: Entries,
    name: &'static str,
}

impl Iterator for Section {
    type Item = &'static str;

    #[inline(never)]
    fn next(&mut self) -> Option<Self::Item> {
        self.entries.find(|(section, _)| *section == self.name).map(|(_, entry)| entry)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_unpack_to_what_their_files_say() {
        for language in LANGUAGES {
            for (number, (name, _)) in TABLES.iter().enumerate() {
                let path = format!("{}/src/data/{}/{name}.txt", env!("CARGO_MANIFEST_DIR"), language.tag);
                let file: &'static str = std::fs::read_to_string(&path).unwrap().leak();
                let mut said: Vec<_> = entries(file).filter(|(section, _)| *section != "trait").collect();
                let mut unpacked: Vec<_> = entries(language.table(number)).collect();
                unpacked.truncate(if number == STOPWORDS { said.len() } else { unpacked.len() });
                said.sort_unstable();
                unpacked.sort_unstable();
                assert_eq!(said, unpacked, "{path}");
            }
        }
    }
}
