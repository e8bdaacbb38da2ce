//! Strings to small numbers.

/// Interns strings: each distinct one gets the next number. Open addressing over a fixed hash, so numbers depend on
/// the order of insertion alone.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    arena: String,
    /// Where each string ends in the arena.
    ends: Vec<u32>,
    /// Number + 1, or 0 for a free slot; the length is a power of two.
    slots: Vec<u32>,
}

impl Lexicon {
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn text(&self, number: u32) -> &str {
        let start = if number == 0 { 0 } else { self.ends.get(number as usize - 1).copied().unwrap_or(0) };
        let end = self.ends.get(number as usize).copied().unwrap_or(start);
        self.arena.get(start as usize..end as usize).unwrap_or_default()
    }

    pub fn get(&self, text: &str) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        match self.probe(text) {
            (_, 0) => None,
            (_, found) => Some(found - 1),
        }
    }

    pub fn intern(&mut self, text: &str) -> u32 {
        if self.ends.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let (slot, found) = self.probe(text);
        if found > 0 {
            return found - 1;
        }
        self.arena.push_str(text);
        self.ends.push(self.arena.len() as u32);
        let number = self.ends.len() as u32;
        if let Some(s) = self.slots.get_mut(slot) {
            *s = number;
        }
        number - 1
    }

    /// The slot of `text` and what it holds.
    fn probe(&self, text: &str) -> (usize, u32) {
        let mask = self.slots.len() - 1;
        let mut slot = hash(text.as_bytes()) as usize & mask;
        loop {
            match self.slots.get(slot).copied().unwrap_or(0) {
                0 => return (slot, 0),
                n if self.text(n - 1) == text => return (slot, n),
                _ => slot = (slot + 1) & mask,
            }
        }
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(64);
        self.slots.clear();
        self.slots.resize(size, 0);
        for number in 0..self.ends.len() as u32 {
            let slot = self.probe_free(number);
            if let Some(s) = self.slots.get_mut(slot) {
                *s = number + 1;
            }
        }
    }

    fn probe_free(&self, number: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash(self.text(number).as_bytes()) as usize & mask;
        while self.slots.get(slot).copied().unwrap_or(0) > 0 {
            slot = (slot + 1) & mask;
        }
        slot
    }
}

/// A fixed hash of bytes, eight at a time, multiply and fold. The same on every target.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    const K: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut h = bytes.len() as u64 ^ K;
    for chunk in bytes.chunks(8) {
        let mut word = [0u8; 8];
        for (to, from) in word.iter_mut().zip(chunk) {
            *to = *from;
        }
        h = (h ^ u64::from_le_bytes(word)).wrapping_mul(K);
        h ^= h >> 29;
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
