//! Packs the language tables of `src/data` for `src/tables.rs`, which unpacks them.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::error::Error;
use std::{env, fs};

#[macro_use]
#[path = "src/tables/packing.rs"]
mod packing;

use packing::{END, LETTERS, MARKED, MARKS, SHARED, TABLES};

/// An entry without its mark, and the number of its mark.
type Entry = (String, u8);

macro_rules! names {
    ($($(#[doc = $doc:literal])* $variant:ident $name:literal)*) => { [$($name),*] };
}

macro_rules! tags {
    ($($tag:literal $script:ident $letters:literal)*) => { [$($tag),*] };
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=src/data");
    println!("cargo:rerun-if-changed=src/tables/packing.rs");
    if env::var("CARGO_CFG_TARGET_ARCH")? == "wasm32" {
        // A quarter of the linker's default, most of an idle engine's memory; nothing here recurses over a text, and below
        // the stack lies nothing that an overflow could damage.
        println!("cargo:rustc-link-arg-cdylib=-zstack-size={}", 256 << 10);
    }
    let mut languages: Vec<Vec<Vec<Entry>>> = Vec::new();
    let mut traits = Vec::new();
    for tag in languages!(tags) {
        let mut sections = Vec::new();
        let mut bits = 0u16;
        for number in 0..TABLES.len() {
            sections.extend(read(tag, number, &mut bits)?);
        }
        languages.push(sections);
        traits.extend(bits.to_le_bytes());
    }
    let counts = count(languages.iter().flatten());
    let (mut lengths, mut tables, mut alphabets) = (Vec::new(), Vec::new(), Vec::new());
    for sections in &mut languages {
        let alphabet = alphabet(sections, &counts);
        let start = tables.len();
        for section in sections {
            section.sort();
            pack_section(section, &alphabet, &mut tables)?;
        }
        lengths.extend(u16::try_from(tables.len() - start)?.to_le_bytes());
        alphabets.extend(alphabet.iter().collect::<String>().into_bytes());
        alphabets.push(END);
    }
    fs::write(format!("{}/tables", env::var("OUT_DIR")?), [lengths, traits, tables, alphabets].concat())?;
    Ok(())
}

/// The sections of one file of a language. Its traits are set in `bits`.
fn read(tag: &str, number: usize, bits: &mut u16) -> Result<Vec<Vec<Entry>>, Box<dyn Error>> {
    let Some((name, names)) = TABLES.get(number) else { return Ok(Vec::new()) };
    let path = format!("src/data/{tag}/{name}.txt");
    let mut sections = vec![Vec::new(); names.len()];
    let mut place = names.iter().position(|name| name.is_empty());
    let mut in_traits = false;
    for line in fs::read_to_string(&path)?.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            in_traits = name == "trait";
            if in_traits {
                continue;
            }
            let known = names.iter().position(|known| *known == name);
            place = Some(known.ok_or_else(|| format!("{path}: no section is named {name}"))?);
            continue;
        }
        if in_traits {
            let bit = traits!(names).iter().position(|name| *name == line);
            *bits |= 1 << bit.ok_or_else(|| format!("{path}: no trait is named {line}"))?;
            continue;
        }
        let section = place.and_then(|place| sections.get_mut(place));
        let section = section.ok_or_else(|| format!("{path}: {line} is in no section"))?;
        let mark = line.chars().next().filter(|_| number == MARKED).map(|mark| MARKS.find(mark));
        section.push(match mark {
            None => (line.to_string(), 0),
            Some(Some(mark)) => (line.chars().skip(1).collect(), mark as u8),
            Some(None) => return Err(format!("{path}: {line} has no mark").into()),
        });
    }
    Ok(sections)
}

/// How often each letter beyond ASCII occurs.
fn count<'a>(sections: impl Iterator<Item = &'a Vec<Entry>>) -> BTreeMap<char, usize> {
    let mut counts = BTreeMap::new();
    for c in sections.flatten().flat_map(|(text, _)| text.chars()).filter(|c| !c.is_ascii()) {
        *counts.entry(c).or_default() += 1;
    }
    counts
}

/// The letters of a language that get a byte each: those of two bytes, and of others the ones that occur often enough to
/// earn their place. Those frequent in all languages come first, which makes the languages alike to the compressor.
fn alphabet(sections: &[Vec<Entry>], everywhere: &BTreeMap<char, usize>) -> Vec<char> {
    let mut letters: Vec<(char, usize)> = count(sections.iter()).into_iter().collect();
    letters.retain(|&(c, count)| c.len_utf8() == 2 || count >= ENOUGH);
    letters.sort_by_key(|&(c, count)| (c.len_utf8() != 2, Reverse(count)));
    letters.truncate(LETTERS.len());
    letters.sort_by_key(|&(c, _)| Reverse(everywhere.get(&c)));
    letters.into_iter().map(|(c, _)| c).collect()
}

/// How often a letter of three bytes has to occur to be in the alphabet.
const ENOUGH: usize = 5;

/// The bytes of a letter; `None` when there are none for it.
fn pack_letter(c: char, alphabet: &[char]) -> Option<Vec<u8>> {
    if matches!(c, ' '..='~') {
        return Some(vec![c as u8]);
    }
    match alphabet.iter().position(|letter| *letter == c) {
        Some(place) => Some(vec![LETTERS.start + place as u8]),
        None => Some(c.to_string().into_bytes()).filter(|bytes| bytes.len() == 3),
    }
}

/// Appends a section.
fn pack_section(entries: &[Entry], alphabet: &[char], out: &mut Vec<u8>) -> Result<(), Box<dyn Error>> {
    let mut before = "";
    for (text, mark) in entries {
        let shared = before.chars().zip(text.chars()).take_while(|(a, b)| a == b).count();
        let shared = shared.min(usize::from(SHARED) - 1);
        out.push(mark * SHARED + shared as u8);
        for c in text.chars().skip(shared) {
            out.extend(pack_letter(c, alphabet).ok_or_else(|| format!("{text}: no byte for {c}"))?);
        }
        before = text;
    }
    out.push(END);
    Ok(())
}
