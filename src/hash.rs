//! A fixed hash, the same on every target. It is quick, not secret: whoever writes a text can make its words collide,
//! and [`crate::hash_table`] bounds what that costs.

const K: u64 = 0x9E37_79B9_7F4A_7C15;

/// Mixes one more number into a hash.
pub(crate) fn mix(h: u64, number: u64) -> u64 {
    let h = (h ^ number).wrapping_mul(K);
    h ^ (h >> 29)
}

/// The hash of one number.
pub(crate) fn number(number: u64) -> u32 {
    let h = mix(mix(K, number), 0);
    (h ^ (h >> 32)) as u32
}

/// The hash of `bytes`, read eight at a time; with `LOWER` that of their ASCII lower case.
pub(crate) fn bytes<const LOWER: bool>(bytes: &[u8]) -> u32 {
    let cased = |word: u64| if LOWER { lower(word) } else { word };
    let (whole, rest) = bytes.as_chunks::<8>();
    let mut h = bytes.len() as u64 ^ K;
    for word in whole {
        h = mix(h, cased(u64::from_le_bytes(*word)));
    }
    // The last 1 to 7 bytes; some of them may be read twice, which is fine because the length is in the hash.
    h = match (rest.first_chunk::<4>(), rest.last_chunk::<4>(), rest) {
        (Some(first), Some(last), _) => {
            mix(h, cased(u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32))
        }
        (_, _, [first, .., last]) => {
            let middle = rest.get(1).copied().unwrap_or(0);
            mix(h, cased(u64::from(*first) | u64::from(middle) << 8 | u64::from(*last) << 16))
        }
        (_, _, [only]) => mix(h, cased(u64::from(*only))),
        _ => h,
    };
    (h ^ (h >> 32)) as u32
}

/// Eight bytes, with the ASCII capitals among them in lower case.
fn lower(word: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let low = word & (0x7f * EACH);
    // The high bit of each byte that is at least `A`, above `Z`; none carries into the next.
    let from_a = low + (0x80 - 0x41) * EACH;
    let after_z = low + (0x80 - 0x5b) * EACH;
    let capitals = from_a & !after_z & !word & (0x80 * EACH);
    word | capitals >> 2
}
