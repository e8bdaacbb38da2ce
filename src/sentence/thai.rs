//! Thai and Lao: no full stops; a space stands between clauses, round figures and before some particles.

use super::property::is_thai;
use crate::text;

/// Bytes that a unit has at the least: some forty letters.
const SHORTEST: usize = 120;

/// Words that go on with the clause before them.
const CONNECTIVES: &str = "ที่ ซึ่ง อัน และ หรือ ว่า โดย เพื่อ แต่ เพราะ จึง ของ ใน จาก กับ เมื่อ ถึง แก่ ให้ จน ด้วย ตาม รวม \
    เช่น คือ เป็น ได้แก่ ทั้ง ก็ ส่วน เพิ่ม ลด ล้าน บาท คน ปี ๆ ฯ ต่อ ไป";

/// Words that can't end a clause.
const LEADS: &str = "ว่า และ หรือ คือ เช่น ได้แก่ ที่ ซึ่ง โดย ของ ใน จาก กับ เพื่อ แต่ นาย";

/// Whether a unit that began at `start` ends at the space before the Thai letter at `at`.
pub(super) fn is_boundary(text: &str, start: usize, at: usize) -> bool {
    if at < start + SHORTEST || text.as_bytes().get(at - 1) != Some(&b' ') {
        return false;
    }
    let (Some(left), Some(right)) = (text.get(start..at - 1), text.get(at..)) else { return false };
    let Some(last) = text::last_char(left) else { return false };
    let ends = is_thai(last) && !LEADS.split(' ').any(|w| left.ends_with(w)) || is_year(left);
    ends && !CONNECTIVES.split(' ').any(|w| right.starts_with(w))
}

/// A year after the word for year ends a clause; any other figure wants its unit.
fn is_year(left: &str) -> bool {
    let head = text::trim_end_matches(left, &|c| c.is_ascii_digit());
    left.len() - head.len() == 4 && "ปี พ.ศ. ค.ศ.".split(' ').any(|w| head.trim_end().ends_with(w))
}
