//! Strings to small numbers.

use crate::hash;
use crate::hash_table::{HashTable, Keys, SOUGHT};

/// Interns strings: each distinct one gets the next number, so numbers depend on the order of insertion alone.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    arena: String,
    /// Where each string ends in the arena.
    ends: Vec<u32>,
    table: HashTable,
}

impl Interner {
    pub const fn new() -> Interner {
        Interner { arena: String::new(), ends: Vec::new(), table: HashTable::new() }
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn text(&self, number: u32) -> &str {
        self.arena.get(range(&self.ends, number)).unwrap_or_default()
    }

    pub fn get(&self, text: &str) -> Option<u32> {
        let sought = Strings::<false> { arena: &self.arena, ends: &self.ends, sought: text.as_bytes() };
        self.table.find(hash::bytes::<false>(text.as_bytes()), &sought)
    }

    pub fn intern(&mut self, text: &str) -> u32 {
        self.add::<false>(text)
    }

    /// Interns the ASCII lower case of `text`.
    pub fn intern_lower(&mut self, text: &str) -> u32 {
        self.add::<true>(text)
    }

    fn add<const LOWER: bool>(&mut self, text: &str) -> u32 {
        let next = self.ends.len() as u32;
        let keys = Strings::<LOWER> { arena: &self.arena, ends: &self.ends, sought: text.as_bytes() };
        let number = self.table.find_or_insert(hash::bytes::<LOWER>(text.as_bytes()), next, &keys);
        if number == next {
            let start = self.arena.len();
            self.arena.push_str(text);
            if LOWER && let Some(added) = self.arena.get_mut(start..) {
                added.make_ascii_lowercase();
            }
            self.ends.push(self.arena.len() as u32);
        }
        number
    }
}

/// Where a string lies in the arena.
fn range(ends: &[u32], number: u32) -> std::ops::Range<usize> {
    let end = |i: usize| ends.get(i).map_or(0, |&end| end as usize);
    let number = number as usize;
    if number == 0 { 0..end(0) } else { end(number - 1)..end(number) }
}

/// The interned strings, and one that is looked up: with `LOWER`, its ASCII lower case.
struct Strings<'a, const LOWER: bool> {
    arena: &'a str,
    ends: &'a [u32],
    sought: &'a [u8],
}

impl<const LOWER: bool> Strings<'_, LOWER> {
    fn known(&self, number: u32) -> &[u8] {
        self.arena.as_bytes().get(range(self.ends, number)).unwrap_or_default()
    }
}

impl<const LOWER: bool> Keys for Strings<'_, LOWER> {
    fn is_sought(&self, number: u32) -> bool {
        let known = self.known(number);
        if LOWER { known.eq_ignore_ascii_case(self.sought) } else { known == self.sought }
    }

    fn symbol(&self, number: u32, at: usize) -> u16 {
        let is_sought = number == SOUGHT;
        let byte = if is_sought { self.sought.get(at) } else { self.known(number).get(at) };
        let lower = |byte: u8| if LOWER && is_sought { byte.to_ascii_lowercase() } else { byte };
        byte.map_or(0, |&byte| u16::from(lower(byte)) + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_each_string_its_own_number() {
        let mut interner = Interner::default();
        let words: Vec<String> = (0..5000).map(|i| format!("mot{i}é")).collect();
        for (i, word) in words.iter().enumerate() {
            assert_eq!(interner.get(word), None);
            assert_eq!(interner.intern(word), i as u32);
        }
        for (i, word) in words.iter().enumerate() {
            assert_eq!(interner.intern(word), i as u32);
            assert_eq!(interner.text(i as u32), word);
        }
        assert_eq!(interner.len(), words.len());
    }

    #[test]
    fn strings_are_interned_in_lower_case() {
        let mut interner = Interner::default();
        for text in [
            "",
            "A",
            "aZ",
            "AZ@[",
            "Été",
            "ÉCOLES",
            "LONGUES_Écoles",
            "Zürich-Süd[@`{",
            "ABCDEFGH",
            "ABCDEFGHI",
        ] {
            let number = interner.intern_lower(text);
            assert_eq!(interner.get(&text.to_ascii_lowercase()), Some(number));
            assert_eq!(interner.text(number), text.to_ascii_lowercase());
        }
    }

    /// Words whose hashes agree in the bits that choose the slot, as a hostile page might hold them.
    #[test]
    fn colliding_words_cost_no_more_than_they_are_long() {
        let word = |i: u32| format!("Wort{i:x}");
        let collides = |word: &String| hash::bytes::<true>(word.as_bytes()) & 0xfff < 8;
        let words: Vec<String> = (0..).map(word).filter(collides).take(2000).collect();
        let mut interner = Interner::default();
        crate::hash_table::STEPS.set(0);
        for _ in 0..2 {
            for (number, word) in (0..).zip(&words) {
                assert_eq!(interner.intern_lower(word), number);
            }
        }
        let letters: usize = words.iter().map(String::len).sum();
        let each = crate::hash_table::STEPS.get() / letters;
        assert!(each <= 32, "{each} steps a letter");
        for (number, word) in (0..).zip(&words) {
            assert_eq!(interner.get(&word.to_ascii_lowercase()), Some(number));
        }
    }
}
