//! Byte offsets to UTF-16 offsets, in one forward pass.

/// Converts ascending byte offsets of one text to UTF-16 code units, as JavaScript counts.
pub(crate) struct Utf16<'a> {
    bytes: &'a [u8],
    byte: usize,
    unit: u32,
}

impl<'a> Utf16<'a> {
    pub fn new(text: &'a str) -> Utf16<'a> {
        Utf16 { bytes: text.as_bytes(), byte: 0, unit: 0 }
    }

    /// The offset in UTF-16 code units of byte `offset`; an offset before the last one asked for answers as that one.
    pub fn at(&mut self, offset: usize) -> u32 {
        let offset = offset.min(self.bytes.len());
        if let Some(slice) = self.bytes.get(self.byte..offset) {
            self.unit += units(slice);
            self.byte = offset;
        }
        self.unit
    }
}

/// The UTF-16 length of well-formed UTF-8: one unit a leading byte, one more for each of four.
pub(crate) fn units(bytes: &[u8]) -> u32 {
    let (words, rest) = bytes.as_chunks::<8>();
    let of_words: u32 = words.iter().map(|word| eight_units(u64::from_le_bytes(*word))).sum();
    let of_rest: u32 = rest.iter().map(|&b| u32::from(b & 0xC0 != 0x80) + u32::from(b >= 0xF0)).sum();
    of_words + of_rest
}

/// The same of eight bytes at once.
fn eight_units(word: u64) -> u32 {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    let trailing = word & !(word << 1) & HIGH;
    let four = word & (word << 1) & (word << 2) & (word << 3) & HIGH;
    8 - trailing.count_ones() + four.count_ones()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_javascript_does() {
        for text in ["", "abc", "é", "€uro", "😀😀 a", "‏ن👨‍👩‍👧", "“Œuvre 😀😀😀”, 北港 — naïveté"]
        {
            assert_eq!(units(text.as_bytes()) as usize, text.encode_utf16().count(), "{text:?}");
        }
    }
}
