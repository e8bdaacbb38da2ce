//! Sequences of numbers to small numbers: a trie of phrases.

/// Interns sequences of numbers below a bound: each is its last number and the sequence before it. Those of one number
/// come first, without a look-up; the others by open addressing over a fixed hash, so numbers depend on the order of
/// insertion alone.
#[derive(Debug)]
pub(crate) struct PhraseTrie {
    bound: u32,
    /// The sequences of two numbers and more.
    nodes: Vec<(u32, u32)>,
    /// Index into `nodes` + 1, or 0 for a free slot; the length is a power of two.
    slots: Vec<u32>,
}

/// The empty sequence.
pub(crate) const ROOT: u32 = 0;

impl PhraseTrie {
    pub fn new(bound: usize) -> PhraseTrie {
        PhraseTrie { bound: bound as u32, nodes: Vec::new(), slots: Vec::new() }
    }

    /// One more than the highest number given out.
    pub fn len(&self) -> usize {
        self.bound as usize + self.nodes.len() + 1
    }

    /// The sequence before the last number of `phrase`, and that number.
    pub fn split(&self, phrase: u32) -> (u32, u32) {
        match (phrase as usize).checked_sub(self.bound as usize + 1) {
            Some(at) => self.nodes.get(at).copied().unwrap_or((ROOT, 0)),
            None => (ROOT, phrase.saturating_sub(1)),
        }
    }

    /// `phrase` with one more number, if it was interned or is that number alone.
    pub fn get(&self, phrase: u32, next: u32) -> Option<u32> {
        if phrase == ROOT {
            return Some(next + 1);
        }
        if self.slots.is_empty() {
            return None;
        }
        Some(self.probe((phrase, next)).1).filter(|&found| found != 0).map(|found| self.bound + found)
    }

    /// `phrase` with one more number.
    pub fn intern(&mut self, phrase: u32, next: u32) -> u32 {
        if phrase == ROOT {
            return next + 1;
        }
        if self.nodes.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let (slot, mut found) = self.probe((phrase, next));
        if found == 0 {
            self.nodes.push((phrase, next));
            found = self.nodes.len() as u32;
            if let Some(s) = self.slots.get_mut(slot) {
                *s = found;
            }
        }
        self.bound + found
    }

    fn probe(&self, node: (u32, u32)) -> (usize, u32) {
        let mask = self.slots.len().saturating_sub(1);
        let mut slot = hash(node) & mask;
        loop {
            match self.slots.get(slot).copied().unwrap_or(0) {
                0 => return (slot, 0),
                n if self.nodes.get(n as usize - 1) == Some(&node) => return (slot, n),
                _ => slot = (slot + 1) & mask,
            }
        }
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(64);
        self.slots.clear();
        self.slots.resize(size, 0);
        for (number, &node) in (1u32..).zip(&self.nodes) {
            let mut slot = hash(node) & (size - 1);
            while self.slots.get(slot).is_some_and(|&s| s != 0) {
                slot = (slot + 1) & (size - 1);
            }
            if let Some(s) = self.slots.get_mut(slot) {
                *s = number;
            }
        }
    }
}

fn hash((phrase, next): (u32, u32)) -> usize {
    let h = (u64::from(phrase) << 32 | u64::from(next)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    ((h ^ (h >> 32)).wrapping_mul(0xD6E8_FEB8_6659_FD93) >> 32) as usize
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
