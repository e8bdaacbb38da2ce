//! The language tables: text files in `data/`, one folder a language, packed by `build.rs` and compiled in.
//!
//! Adding a language is one folder of four files and one line in `tables/packing.rs`; `data/SOURCES.md` says what goes
//! into the files.

#[macro_use]
mod packing;

use std::sync::OnceLock;

use crate::language::Script;
use packing::{END, LETTERS, MARKED, MARKS, SHARED, TABLES};

/// A language and its tables; the stage that uses a table parses it.
#[derive(Debug)]
pub(crate) struct Language {
    /// BCP-47 primary tag.
    pub tag: &'static str,
    /// What it is written in.
    pub script: Script,
    /// Letters that tell it from its neighbours in that script, lower case; every one of them is one vote.
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

/// What `build.rs` made of `data/`: for each language the length of its tables, two bytes; then the tables; then the
/// alphabets.
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/tables"));

impl Language {
    /// Function words, one a line.
    pub fn stopwords(&self) -> &'static str {
        self.table(0)
    }

    /// Sections `[title]`, `[inside]`, `[number]`, `[either]`, `[month]`, `[start]`.
    pub fn abbreviations(&self) -> &'static str {
        self.table(1)
    }

    /// Sections `[point]`, `[opener]`, `[speech]`.
    pub fn cues(&self) -> &'static str {
        self.table(2)
    }

    /// Sections named as [`crate::page::Reason`].
    pub fn boilerplate(&self) -> &'static str {
        self.table(MARKED)
    }

    /// A table by its place in [`TABLES`], unpacked when first asked for.
    fn table(&self, number: usize) -> &'static str {
        static UNPACKED: [[OnceLock<String>; TABLES.len()]; 64] =
            [const { [const { OnceLock::new() }; TABLES.len()] }; 64];
        let table = UNPACKED.get(self.place()).and_then(|tables| tables.get(number));
        table.map_or("", |table| table.get_or_init(|| self.unpack(number)))
    }

    /// Its place among the languages.
    fn place(&self) -> usize {
        LANGUAGES.iter().take_while(|l| l.tag != self.tag).count()
    }

    /// The text of a table, as its file has it but for the order.
    fn unpack(&self, number: usize) -> String {
        let (tables, alphabet) = self.packed();
        let mut sections = tables.split(|&byte| byte == END);
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

    /// Its packed tables and its alphabet.
    fn packed(&self) -> (&'static [u8], Vec<char>) {
        let (lengths, tables) = PACKED.split_at_checked(2 * LANGUAGES.len()).unwrap_or_default();
        let lengths =
            lengths.as_chunks::<2>().0.iter().map(|&length| usize::from(u16::from_le_bytes(length)));
        let start = lengths.clone().take(self.place()).sum::<usize>();
        let length = lengths.clone().nth(self.place()).unwrap_or(0);
        let alphabets = tables.get(lengths.sum::<usize>()..).unwrap_or_default();
        let alphabet = alphabets.split(|&byte| byte == END).nth(self.place()).unwrap_or_default();
        let alphabet = std::str::from_utf8(alphabet).unwrap_or_default().chars().collect();
        (tables.get(start..start + length).unwrap_or_default(), alphabet)
    }
}

/// Appends the lines of a section; what its bytes are says [`packing`].
fn unpack_section(bytes: &[u8], alphabet: &[char], marks: &str, out: &mut Vec<u8>) {
    // Where the entry before begins.
    let mut before = out.len();
    // How many bytes of UTF-8 are to come.
    let mut left = 0u8;
    for (at, &byte) in bytes.iter().enumerate() {
        if byte < SHARED * 4 {
            if at > 0 {
                out.push(b'\n');
            }
            let end = out.len();
            out.extend(marks.as_bytes().get(usize::from(byte / SHARED)));
            let start = out.len();
            let shared = out.get(before..end).unwrap_or_default().iter().enumerate();
            let mut shared = shared.filter(|(_, b)| **b & 0xc0 != 0x80).skip(usize::from(byte % SHARED));
            let shared = shared.next().map_or(0, |(length, _)| length);
            out.extend_from_within(before..before + shared);
            before = start;
        } else if LETTERS.contains(&byte) && left == 0 {
            let letter = alphabet.get(usize::from(byte - LETTERS.start)).copied().unwrap_or_default();
            out.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
        } else {
            left = if byte >= LETTERS.end { 2 } else { left.saturating_sub(1) };
            out.push(byte);
        }
    }
    if !bytes.is_empty() {
        out.push(b'\n');
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
pub(crate) fn entries(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut section = "";
    table.lines().filter_map(move |line| {
        if line.is_empty() || line.starts_with('#') {
            return None;
        }
        if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            section = name;
            return None;
        }
        Some((section, line))
    })
}

/// The entries of one section of a table.
pub(crate) fn section(table: &'static str, name: &'static str) -> impl Iterator<Item = &'static str> {
    entries(table).filter_map(move |(section, entry)| (section == name).then_some(entry))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_folded_and_stand_once() {
        let mut folded = String::new();
        for language in LANGUAGES {
            let files =
                [language.stopwords(), language.abbreviations(), language.cues(), language.boilerplate()];
            for file in files {
                let mut seen: Vec<(&str, &str)> = Vec::new();
                for (section, entry) in entries(file) {
                    assert!(
                        !seen.contains(&(section, entry)),
                        "{} [{section}] {entry:?} twice",
                        language.tag
                    );
                    seen.push((section, entry));
                    for word in entry.split(' ') {
                        crate::word::fold_into(word, &mut folded);
                        assert_eq!(word, folded, "{} [{section}] {entry:?}", language.tag);
                    }
                }
            }
        }
    }
}
