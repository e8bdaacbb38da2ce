//! Strings to small numbers.

/// Interns strings: each distinct one gets the next number. Open addressing over a fixed hash, so numbers depend on
/// the order of insertion alone.
#[derive(Debug, Default)]
pub(crate) struct Interner {
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

impl Interner {
    pub const fn new() -> Interner {
        Interner { arena: String::new(), ends: Vec::new(), slots: Vec::new() }
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn text(&self, number: u32) -> &str {
        self.arena.get(self.range(number)).unwrap_or_default()
    }

    pub fn get(&self, text: &str) -> Option<u32> {
        self.probe(text.as_bytes(), hash::<false>(text.as_bytes()) as u32, same::<false>).1
    }

    pub fn intern(&mut self, text: &str) -> u32 {
        self.add::<false>(text)
    }

    /// As [`Interner::intern`] of the text with its ASCII letters made small.
    pub fn intern_plain(&mut self, text: &str) -> u32 {
        self.add::<true>(text)
    }

    fn add<const FOLD: bool>(&mut self, text: &str) -> u32 {
        if self.ends.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let mark = hash::<FOLD>(text.as_bytes()) as u32;
        let (slot, found) = self.probe(text.as_bytes(), mark, same::<FOLD>);
        if let Some(number) = found {
            return number;
        }
        let start = self.arena.len();
        self.arena.push_str(text);
        if FOLD && let Some(added) = self.arena.get_mut(start..) {
            added.make_ascii_lowercase();
        }
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

    /// The slot of `text`, and its number when it is known; `same` compares a known string with it.
    fn probe(&self, text: &[u8], mark: u32, same: impl Fn(&[u8], &[u8]) -> bool) -> (usize, Option<u32>) {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = mark as usize & mask;
        loop {
            match self.slots.get(at) {
                None | Some(Slot { number: 0, .. }) => return (at, None),
                Some(slot) if slot.mark == mark => {
                    let number = slot.number - 1;
                    if self.arena.as_bytes().get(self.range(number)).is_some_and(|known| same(known, text)) {
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

/// Whether `known` is `text`, with its ASCII letters made small if so told.
fn same<const FOLD: bool>(known: &[u8], text: &[u8]) -> bool {
    if FOLD { known.eq_ignore_ascii_case(text) } else { known == text }
}

const K: u64 = 0x9E37_79B9_7F4A_7C15;

/// One more number into a hash.
pub(crate) fn mix(h: u64, number: u64) -> u64 {
    let h = (h ^ number).wrapping_mul(K);
    h ^ (h >> 29)
}

/// For each hash the index of the first that equals it.
pub(crate) fn first_occurrence(hashes: &[u64]) -> Vec<u32> {
    let size = (hashes.len() * 2).next_power_of_two();
    // Indices + 1; 0 is a free slot.
    let mut slots = vec![0u32; size];
    (1u32..)
        .zip(hashes)
        .map(|(number, hash)| {
            let mut at = (hash >> 32 ^ hash) as usize & (size - 1);
            loop {
                let Some(slot) = slots.get_mut(at) else { return number - 1 };
                match slot.checked_sub(1) {
                    None => *slot = number,
                    Some(known) if hashes.get(known as usize) == Some(hash) => return known,
                    Some(_) => at = (at + 1) & (size - 1),
                }
            }
        })
        .collect()
}

/// A fixed hash of bytes, eight at a time, multiply and fold; of their small form if so told. The same on every target.
fn hash<const FOLD: bool>(bytes: &[u8]) -> u64 {
    let small = |word: u64| if FOLD { small(word) } else { word };
    let (whole, rest) = bytes.as_chunks::<8>();
    let mut h = bytes.len() as u64 ^ K;
    for word in whole {
        h = mix(h, small(u64::from_le_bytes(*word)));
    }
    // What is left, or once more the end of it: the length is in the hash.
    h = match (rest.first_chunk::<4>(), rest.last_chunk::<4>(), rest) {
        (Some(first), Some(last), _) => {
            mix(h, small(u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32))
        }
        (_, _, [first, .., last]) => {
            let middle = rest.get(1).copied().unwrap_or(0);
            mix(h, small(u64::from(*first) | u64::from(middle) << 8 | u64::from(*last) << 16))
        }
        (_, _, [only]) => mix(h, small(u64::from(*only))),
        _ => h,
    };
    h ^ (h >> 32)
}

/// Eight bytes with the ASCII capitals among them made small.
fn small(word: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let low = word & (0x7f * EACH);
    // The high bit of each byte that is at least `A`, above `Z`; none carries into the next.
    let from_a = low + (0x80 - 0x41) * EACH;
    let after_z = low + (0x80 - 0x5b) * EACH;
    let capitals = from_a & !after_z & !word & (0x80 * EACH);
    word | capitals >> 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gives_each_string_its_own_number() {
        let mut lexicon = Interner::default();
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

    #[test]
    fn equal_hashes_have_the_same_first() {
        assert_eq!(first_occurrence(&[]), []);
        assert_eq!(first_occurrence(&[5, 0, 5, 7, 0, 7 << 32]), [0, 1, 0, 3, 1, 5]);
    }

    #[test]
    fn plain_strings_are_those_made_small() {
        let mut lexicon = Interner::default();
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
            let number = lexicon.intern_plain(text);
            assert_eq!(lexicon.get(&text.to_ascii_lowercase()), Some(number));
            assert_eq!(lexicon.text(number), text.to_ascii_lowercase());
        }
    }
}
