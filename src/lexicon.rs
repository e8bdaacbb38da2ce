//! Strings to small numbers.

/// Interns strings: each distinct one gets the next number. Open addressing over a fixed hash, so numbers depend on
/// the order of insertion alone.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    arena: String,
    /// Where each string ends in the arena.
    ends: Vec<u32>,
    /// The length is a power of two.
    slots: Vec<Slot>,
}

/// A string's mark, half of its hash, and its number + 1; number 0 is a free slot. Most strings that differ have
/// marks that differ, so they are seldom compared, and growing needs no hash again.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    mark: u32,
    number: u32,
}

impl Lexicon {
    pub const fn new() -> Lexicon {
        Lexicon { arena: String::new(), ends: Vec::new(), slots: Vec::new() }
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn text(&self, number: u32) -> &str {
        self.arena.get(self.range(number)).unwrap_or_default()
    }

    pub fn get(&self, text: &str) -> Option<u32> {
        self.probe(text, mark(text)).1
    }

    pub fn intern(&mut self, text: &str) -> u32 {
        if self.ends.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let mark = mark(text);
        let (slot, found) = self.probe(text, mark);
        if let Some(number) = found {
            return number;
        }
        self.arena.push_str(text);
        self.ends.push(self.arena.len() as u32);
        let number = self.ends.len() as u32;
        if let Some(s) = self.slots.get_mut(slot) {
            *s = Slot { mark, number };
        }
        number - 1
    }

    fn range(&self, number: u32) -> std::ops::Range<usize> {
        let end = |i: usize| self.ends.get(i).map_or(0, |&end| end as usize);
        let number = number as usize;
        if number == 0 { 0..end(0) } else { end(number - 1)..end(number) }
    }

    /// The slot of `text`, and its number when it is known.
    fn probe(&self, text: &str, mark: u32) -> (usize, Option<u32>) {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = mark as usize & mask;
        loop {
            match self.slots.get(at) {
                None | Some(Slot { number: 0, .. }) => return (at, None),
                Some(slot) if slot.mark == mark => {
                    let number = slot.number - 1;
                    if self.arena.as_bytes().get(self.range(number)) == Some(text.as_bytes()) {
                        return (at, Some(number));
                    }
                }
                Some(_) => {}
            }
            at = (at + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(64);
        let old = std::mem::replace(&mut self.slots, vec![Slot::default(); size]);
        for slot in old.into_iter().filter(|slot| slot.number > 0) {
            let mut at = slot.mark as usize & (size - 1);
            while self.slots.get(at).is_some_and(|s| s.number > 0) {
                at = (at + 1) & (size - 1);
            }
            if let Some(free) = self.slots.get_mut(at) {
                *free = slot;
            }
        }
    }
}

fn mark(text: &str) -> u32 {
    hash(text.as_bytes()) as u32
}

/// A fixed hash of bytes, eight at a time, multiply and fold. The same on every target.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    const K: u64 = 0x9E37_79B9_7F4A_7C15;
    let mix = |h: u64, word: u64| {
        let h = (h ^ word).wrapping_mul(K);
        h ^ (h >> 29)
    };
    let (whole, rest) = bytes.as_chunks::<8>();
    let mut h = whole.iter().fold(bytes.len() as u64 ^ K, |h, word| mix(h, u64::from_le_bytes(*word)));
    if !rest.is_empty() {
        h = mix(h, rest.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte)));
    }
    h ^ (h >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_each_string_its_own_number() {
        let mut lexicon = Lexicon::default();
        let words: Vec<String> = (0..5000).map(|i| format!("mot{i}é")).collect();
        for (i, word) in words.iter().enumerate() {
            assert_eq!(lexicon.get(word), None);
            assert_eq!(lexicon.intern(word), i as u32);
        }
        for (i, word) in words.iter().enumerate() {
            assert_eq!(lexicon.intern(word), i as u32);
            assert_eq!(lexicon.text(i as u32), word);
        }
        assert_eq!(lexicon.len(), words.len());
    }
}
