//! Columns: values by number (of a sentence, form, term, block), read without a panic.

use std::ops::Range;

/// What a column is read by.
pub(crate) trait Number: Copy {
    fn index(self) -> usize;
}

impl Number for u32 {
    fn index(self) -> usize {
        self as usize
    }
}

impl Number for usize {
    fn index(self) -> usize {
        self
    }
}

/// A list that has a value for each number that is asked for.
pub(crate) trait Column<T> {
    /// The value with this number. Without one the caller is wrong: tests stop there, a release reads the default.
    fn at(&self, number: impl Number) -> T;
}

impl<T: Copy + Default> Column<T> for [T] {
    fn at(&self, number: impl Number) -> T {
        let value = self.get(number.index()).copied();
        debug_assert!(value.is_some(), "number {} of {}", number.index(), self.len());
        value.unwrap_or_default()
    }
}

/// Where row `number` lies in a list whose rows begin at `starts`, which has one more entry for the end; empty past the last.
pub(crate) fn row(starts: &[u32], number: impl Number) -> Range<usize> {
    match starts.get(number.index()..) {
        Some(&[start, end, ..]) => start as usize..end as usize,
        _ => 0..0,
    }
}
