//! The hash table behind every interner. Whatever the keys, a look-up costs no more than the key is long.
//!
//! Open addressing looks at a fixed number of slots, no more. A key that finds no place there goes into a crit-bit tree
//! (Bernstein; <https://cr.yp.to/critbit.html>), where a look-up visits at most nine nodes for each byte of the key. With
//! ordinary keys the tree stays all but empty; with keys made to collide it holds most of them.

/// Stands for the key that is looked up, which has no number yet.
pub(crate) const SOUGHT: u32 = u32::MAX;

/// The keys of a table, which the caller keeps.
pub(crate) trait Keys {
    /// Whether the key with this number is the one that is looked up.
    fn is_sought(&self, number: u32) -> bool;
    /// Byte `at` of the key with this number (or of [`SOUGHT`]), plus 1; 0 past its end.
    fn symbol(&self, number: u32, at: usize) -> u16;
}

/// Finds keys' numbers. It holds hashes and numbers only, so look-ups don't depend on the order of a hash.
#[derive(Debug, Default)]
pub(crate) struct HashTable {
    /// The length is 0 or a power of two.
    slots: Vec<Slot>,
    filled: usize,
    overflow: CritBitTree,
}

/// A key's hash, and its number + 1; 0 is a free slot.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    hash: u32,
    number: u32,
}

/// Slots that a key may stand in. At most half of all are filled, so that among ordinary keys about one in 250 000 finds
/// no place in 64.
const WINDOW: usize = 64;

impl HashTable {
    pub const fn new() -> HashTable {
        HashTable { slots: Vec::new(), filled: 0, overflow: CritBitTree { nodes: Vec::new(), root: None } }
    }

    /// The number of the key that is looked up.
    pub fn find(&self, hash: u32, keys: &impl Keys) -> Option<u32> {
        self.probe(hash, keys).1.or_else(|| self.overflow.find(keys))
    }

    /// The number of the key that is looked up; it gets `next` when it is new.
    pub fn find_or_insert(&mut self, hash: u32, next: u32, keys: &impl Keys) -> u32 {
        if self.filled * 2 >= self.slots.len() {
            self.grow(keys);
        }
        let (free, found) = self.probe(hash, keys);
        if let Some(number) = found {
            return number;
        }
        let nearest = self.overflow.nearest(SOUGHT, keys);
        if let Some(number) = nearest.filter(|&nearest| keys.is_sought(nearest)) {
            return number;
        }
        match free.and_then(|at| self.slots.get_mut(at)) {
            Some(slot) => {
                *slot = Slot { hash, number: next + 1 };
                self.filled += 1;
            }
            None => self.overflow.insert(SOUGHT, next, nearest, keys),
        }
        next
    }

    /// The first free slot for the hash, unless the key is found before it.
    #[inline]
    fn probe(&self, hash: u32, keys: &impl Keys) -> (Option<usize>, Option<u32>) {
        let mask = self.slots.len().wrapping_sub(1);
        for step in 0..WINDOW {
            count_step();
            let at = (hash as usize).wrapping_add(step) & mask;
            match self.slots.get(at) {
                None => break,
                Some(Slot { number: 0, .. }) => return (Some(at), None),
                Some(slot) if slot.hash == hash && keys.is_sought(slot.number - 1) => {
                    return (None, Some(slot.number - 1));
                }
                Some(_) => {}
            }
        }
        (None, None)
    }

    #[inline(never)]
    fn grow(&mut self, keys: &dyn Keys) {
        let size = (self.slots.len() * 2).max(64);
        let old = std::mem::replace(&mut self.slots, vec![Slot::default(); size]);
        for slot in old.into_iter().filter(|slot| slot.number > 0) {
            let window = (0..WINDOW).map(|step| (slot.hash as usize).wrapping_add(step) & (size - 1));
            let free = { window }.find(|&at| self.slots.get(at).is_some_and(|s| s.number == 0));
            match free.and_then(|at| self.slots.get_mut(at)) {
                Some(place) => *place = slot,
                None => {
                    self.filled -= 1;
                    let key = slot.number - 1;
                    self.overflow.insert(key, key, self.overflow.nearest(key, keys), keys);
                }
            }
        }
    }
}

/// A binary tree over the bits of keys: each node tells apart two groups of keys by the first bit in which they differ.
#[derive(Debug, Default)]
struct CritBitTree {
    nodes: Vec<Node>,
    root: Option<Link>,
}

#[derive(Clone, Copy, Debug)]
enum Link {
    Node(u32),
    Key(u32),
}

#[derive(Debug)]
struct Node {
    /// The symbol of the keys that tells them apart, and its bit.
    at: u32,
    bit: u16,
    /// Any key below this node: they all agree up to the bit.
    key: u32,
    /// The keys without the bit, those with it.
    below: [Link; 2],
}

impl Node {
    fn side(&self, keys: &dyn Keys, key: u32) -> usize {
        usize::from(keys.symbol(key, self.at as usize) & self.bit != 0)
    }
}

impl CritBitTree {
    fn find(&self, keys: &dyn Keys) -> Option<u32> {
        let nearest = self.nearest(SOUGHT, keys)?;
        keys.is_sought(nearest).then_some(nearest)
    }

    /// The one key that `key` can be equal to. It goes down no further than `key` is long.
    #[inline(never)]
    fn nearest(&self, key: u32, keys: &dyn Keys) -> Option<u32> {
        let mut link = self.root?;
        loop {
            count_step();
            let node = match link {
                Link::Key(found) => return Some(found),
                Link::Node(node) => self.nodes.get(node as usize)?,
            };
            if node.at > 0 && keys.symbol(key, node.at as usize - 1) == 0 {
                return Some(node.key);
            }
            link = *node.below.get(node.side(keys, key))?;
        }
    }

    /// Adds `key`, which is not in the tree, by its number; `nearest` is what [`CritBitTree::nearest`] says of it.
    fn insert(&mut self, key: u32, number: u32, nearest: Option<u32>, keys: &dyn Keys) {
        let Some(nearest) = nearest else {
            self.root = Some(Link::Key(number));
            return;
        };
        let differ = |at: usize| keys.symbol(key, at) ^ keys.symbol(nearest, at);
        let mut at = 0;
        while differ(at) == 0 {
            // Equal keys, which the caller rules out, end the search.
            if keys.symbol(key, at) == 0 {
                return;
            }
            at += 1;
        }
        let bit = 1 << differ(at).ilog2();
        let mut node = Node { at: at as u32, bit, key: number, below: [Link::Key(number); 2] };
        // The link that the new node takes: it leads to the first node that tells keys apart by a later bit.
        let (mut parent, mut link) = (None, self.root);
        while let Some(Link::Node(index)) = link
            && let Some(above) = self.nodes.get(index as usize)
            && (above.at, !above.bit) < (node.at, !node.bit)
        {
            let side = above.side(keys, key);
            parent = Some((index as usize, side));
            link = above.below.get(side).copied();
        }
        let other = 1 - node.side(keys, key);
        if let (Some(below), Some(link)) = (node.below.get_mut(other), link) {
            *below = link;
        }
        let new = Link::Node(self.nodes.len() as u32);
        self.nodes.push(node);
        match parent {
            None => self.root = Some(new),
            Some((index, side)) => {
                let slot = self.nodes.get_mut(index).and_then(|above| above.below.get_mut(side));
                slot.into_iter().for_each(|slot| *slot = new);
            }
        }
    }
}

/// For each number, the index of the first that equals it.
pub(crate) fn first_occurrence(numbers: &[u64]) -> Vec<u32> {
    let mut table = HashTable::new();
    let mut out = Vec::with_capacity(numbers.len());
    for (index, &sought) in (0u32..).zip(numbers) {
        out.push(table.find_or_insert(
            crate::hash::number(sought),
            index,
            &Numbers { known: numbers, sought },
        ));
    }
    out
}

/// Keys that are numbers of eight bytes.
pub(crate) struct Numbers<'a> {
    pub known: &'a [u64],
    pub sought: u64,
}

impl Keys for Numbers<'_> {
    fn is_sought(&self, number: u32) -> bool {
        self.known.get(number as usize) == Some(&self.sought)
    }

    fn symbol(&self, number: u32, at: usize) -> u16 {
        let key = if number == SOUGHT { Some(&self.sought) } else { self.known.get(number as usize) };
        key.and_then(|key| key.to_be_bytes().get(at).copied()).map_or(0, |byte| u16::from(byte) + 1)
    }
}

#[cfg(test)]
thread_local! {
    /// Slots and nodes looked at.
    pub(crate) static STEPS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Counts the work in tests; elsewhere nothing.
#[inline]
fn count_step() {
    #[cfg(test)]
    STEPS.with(|steps| steps.set(steps.get() + 1));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_numbers_have_the_same_first() {
        assert_eq!(first_occurrence(&[]), []);
        assert_eq!(first_occurrence(&[5, 0, 5, 7, 0, 7 << 32]), [0, 1, 0, 3, 1, 5]);
    }

    /// Numbers whose hashes agree in the bits that choose the slot.
    #[test]
    fn colliding_numbers_cost_no_more_than_they_are_long() {
        let colliding = (0..).filter(|&n| crate::hash::number(n) & 0xfff == 0).take(3000);
        let numbers: Vec<u64> = colliding.clone().chain(colliding).collect();
        STEPS.set(0);
        let first = first_occurrence(&numbers);
        assert_eq!(first, (0..3000).chain(0..3000).collect::<Vec<_>>());
        let each = STEPS.get() / numbers.len();
        assert!(each <= 2 * (WINDOW + 9 * 9), "{each} steps a number");
    }

    /// Keys of which one begins another, looked up in a tree that holds far longer ones.
    #[test]
    fn keys_of_any_length_are_found_in_the_tree() {
        struct Texts<'a>(&'a [String], &'a str);
        impl Keys for Texts<'_> {
            fn is_sought(&self, number: u32) -> bool {
                self.0[number as usize] == self.1
            }
            fn symbol(&self, number: u32, at: usize) -> u16 {
                let key = if number == SOUGHT { self.1 } else { &self.0[number as usize] };
                key.as_bytes().get(at).map_or(0, |&byte| u16::from(byte) + 1)
            }
        }
        let unit = ["a", "\0", "ab", "é", "b", "\u{7f}\u{ff}"];
        let mut keys: Vec<String> = (0..40).flat_map(|n| unit.map(|u| u.repeat(n))).collect();
        keys.sort();
        keys.dedup();
        let (stored, rest): (Vec<_>, Vec<_>) = keys.into_iter().enumerate().partition(|(i, _)| i % 3 > 0);
        let stored: Vec<String> = stored.into_iter().map(|(_, key)| key).collect();
        let mut tree = CritBitTree::default();
        for (number, key) in (0..).zip(&stored) {
            assert_eq!(tree.find(&Texts(&stored, key)), None);
            let keys = Texts(&stored, key);
            tree.insert(SOUGHT, number, tree.nearest(SOUGHT, &keys), &keys);
        }
        for (number, key) in (0..).zip(&stored) {
            STEPS.set(0);
            assert_eq!(tree.find(&Texts(&stored, key)), Some(number));
            assert!(STEPS.get() <= 9 * (key.len() + 1) + 1, "{} steps for {key:?}", STEPS.get());
        }
        for (_, key) in &rest {
            assert_eq!(tree.find(&Texts(&stored, key)), None);
        }
    }
}
