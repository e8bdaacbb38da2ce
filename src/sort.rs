//! Sorting, once: every generic instance of the standard sort is six kilobytes of the module.

use std::collections::BinaryHeap;

/// Sorts ascending.
#[inline(never)]
pub(crate) fn sort(keys: &mut Vec<u64>) {
    *keys = BinaryHeap::from(std::mem::take(keys)).into_sorted_vec();
}

/// A number that ascends with the value: floats sort as their keys do, as by `f64::total_cmp`.
pub(crate) fn float_key(value: f64) -> u64 {
    let bits = value.to_bits();
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

/// The indices of `keys` in the order of the keys, equal ones in the order they stand.
pub(crate) fn ascending(keys: impl Iterator<Item = u32>) -> impl Iterator<Item = u32> {
    let mut list = Vec::new();
    for key in keys {
        list.push(key);
    }
    places(&list).into_iter()
}

/// As [`ascending`].
#[inline(never)]
fn places(keys: &[u32]) -> Vec<u32> {
    let mut packed = vec![0; keys.len()];
    for (index, (slot, &key)) in (0u64..).zip(packed.iter_mut().zip(keys)) {
        *slot = u64::from(key) << 32 | index;
    }
    sort(&mut packed);
    let mut out = vec![0; keys.len()];
    for (slot, packed) in out.iter_mut().zip(packed) {
        *slot = packed as u32;
    }
    out
}

/// The items in the order of their keys, equal ones in the order they stand.
pub(crate) fn by_key<T: Copy>(items: Vec<T>, key: impl Fn(&T) -> u32) -> Vec<T> {
    if items.is_sorted_by_key(&key) {
        return items;
    }
    let mut keys = vec![0; items.len()];
    for (index, (slot, item)) in (0u64..).zip(keys.iter_mut().zip(&items)) {
        *slot = u64::from(key(item)) << 32 | index;
    }
    sort(&mut keys);
    let mut out = Vec::with_capacity(items.len());
    for key in keys {
        if let Some(item) = items.get(key as u32 as usize) {
            out.push(*item);
        }
    }
    out
}

/// The indices of `weights` from the heaviest down, equal ones in the order they stand. A weight counts to 32 bits:
/// as near as that, the earlier comes first.
pub(crate) fn heaviest_first(weights: &[f64]) -> Vec<u32> {
    let mut keys = vec![0; weights.len()];
    for (key, &weight) in keys.iter_mut().zip(weights) {
        let bits = (weight as f32).to_bits();
        // The bits of a float ascend with it once negative ones are turned round.
        let rising = if bits >> 31 == 1 { !bits } else { bits | 1 << 31 };
        *key = !rising;
    }
    places(&keys)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_and_keeps_the_order_of_equals() {
        let weights = [0.5, 3.0, -1.0, 3.0, 0.0, -2.5, 1e9];
        assert_eq!(heaviest_first(&weights), [6, 1, 3, 0, 4, 2, 5]);
        let mut keys: Vec<u64> = (0..1000).map(|i| i * 7919 % 1009).collect();
        let mut sorted = keys.clone();
        sorted.sort_unstable();
        sort(&mut keys);
        assert_eq!(keys, sorted);
    }
}
