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
    bytes.iter().map(|&b| u32::from(b & 0xC0 != 0x80) + u32::from(b >= 0xF0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_javascript_does() {
        for text in ["", "abc", "é", "€uro", "😀😀 a", "‏ن👨‍👩‍👧"] {
            assert_eq!(units(text.as_bytes()) as usize, text.encode_utf16().count(), "{text:?}");
        }
    }
}
