//! Sequences of numbers to small numbers: a trie of phrases.

use crate::hash;
use crate::hash_table::{HashTable, Numbers};

/// Interns sequences of numbers below a bound: each is its last number and the sequence before it. Those of one number
/// come first, without a look-up; the others in the order of insertion.
#[derive(Debug)]
pub(crate) struct PhraseTrie {
    bound: u32,
    /// The sequences of two numbers and more: the number of the sequence before the last number, and that number.
    nodes: Vec<u64>,
    table: HashTable,
}

/// The empty sequence.
pub(crate) const ROOT: u32 = 0;

impl PhraseTrie {
    pub fn new(bound: usize) -> PhraseTrie {
        PhraseTrie { bound: bound as u32, nodes: Vec::new(), table: HashTable::new() }
    }

    /// One more than the highest number given out.
    pub fn len(&self) -> usize {
        self.bound as usize + self.nodes.len() + 1
    }

    /// The sequence before the last number of `phrase`, and that number.
    pub fn split(&self, phrase: u32) -> (u32, u32) {
        match (phrase as usize).checked_sub(self.bound as usize + 1) {
            Some(at) => self.nodes.get(at).map_or((ROOT, 0), |&node| ((node >> 32) as u32, node as u32)),
            None => (ROOT, phrase.saturating_sub(1)),
        }
    }

    /// `phrase` with one more number, if it was interned or is that number alone.
    pub fn get(&self, phrase: u32, next: u32) -> Option<u32> {
        if phrase == ROOT {
            return Some(next + 1);
        }
        let sought = node(phrase, next);
        let found = self.table.find(hash::number(sought), &Numbers { known: &self.nodes, sought });
        found.map(|found| self.bound + found + 1)
    }

    /// `phrase` with one more number.
    pub fn intern(&mut self, phrase: u32, next: u32) -> u32 {
        if phrase == ROOT {
            return next + 1;
        }
        let sought = node(phrase, next);
        let new = self.nodes.len() as u32;
        let keys = Numbers { known: &self.nodes, sought };
        let number = self.table.find_or_insert(hash::number(sought), new, &keys);
        if number == new {
            self.nodes.push(sought);
        }
        self.bound + number + 1
    }
}

fn node(phrase: u32, next: u32) -> u64 {
    u64::from(phrase) << 32 | u64::from(next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_each_sequence_its_own_number() {
        let mut phrases = PhraseTrie::new(10);
        let numbers: Vec<u32> = (0..4000).map(|i| phrases.intern(i / 3, i % 7)).collect();
        assert_eq!(numbers.iter().max(), Some(&(phrases.len() as u32 - 1)));
        for (i, &number) in (0..4000).zip(&numbers) {
            assert_eq!(phrases.get(i / 3, i % 7), Some(number));
            assert_eq!(phrases.split(number), (i / 3, i % 7));
        }
        assert_eq!(phrases.get(1, 9), None);
        assert_eq!(phrases.get(ROOT, 9), Some(10));
    }
}
