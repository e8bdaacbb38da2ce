//! What the cleaning model asks about a block's neighbours.

use super::page_features::BlockFeatures;
use crate::column::Column;
use crate::hash_table::first_occurrence;

/// Running sums over the blocks: sums of any window in two look-ups.
pub(super) struct Sums(Vec<u32>);

impl Sums {
    pub(super) fn new(values: impl Iterator<Item = u32>) -> Sums {
        let mut sums = vec![0];
        let mut sum = 0u32;
        sums.extend(values.map(|v| {
            sum = sum.saturating_add(v);
            sum
        }));
        Sums(sums)
    }

    /// The sum over blocks `i - reach ..= i + reach`.
    pub(super) fn around(&self, i: usize, reach: usize) -> f64 {
        let last = self.0.len() - 1;
        let at = |i: usize| self.0.at(i.min(last));
        f64::from(at(i + reach + 1) - at(i.saturating_sub(reach)))
    }
}

/// Blocks from each to the nearest prose before and after it, 99 at most.
pub(super) fn to_prose(count: usize, prose: &dyn Fn(usize) -> bool) -> (Vec<u32>, Vec<u32>) {
    let distances = |order: &mut dyn Iterator<Item = usize>| {
        let mut out = vec![0; count];
        let mut distance = 99;
        for i in order {
            if let Some(slot) = out.get_mut(i) {
                *slot = distance;
            }
            distance = if prose(i) { 1 } else { (distance + 1).min(99) };
        }
        out
    };
    (distances(&mut (0..count)), distances(&mut (0..count).rev()))
}

/// For each block, whether another one says the same.
pub(super) fn repeated(blocks: &[BlockFeatures]) -> Vec<bool> {
    let hashes: Vec<u64> = blocks.iter().map(|f| f.hash).collect();
    let mut out = vec![false; blocks.len()];
    for (i, first) in first_occurrence(&hashes).into_iter().enumerate() {
        if first < i as u32 && blocks.get(i).is_some_and(|f| f.words > 0) {
            for block in [first as usize, i] {
                out.get_mut(block).into_iter().for_each(|repeated| *repeated = true);
            }
        }
    }
    out
}
