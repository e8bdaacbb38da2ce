//! Numbered lines, as in a preprint or a deposition: the numbers are no text.

use super::line::{Line, Mark};
use crate::text;
use crate::unicode::is_lower;
use crate::unicode::{is_terminal, is_whitespace};

/// Cuts the numbers off the lines when each line, or each fifth, has the next one.
pub(super) fn cut(source: &str, lines: &mut [Line]) {
    let numbers: Vec<Option<(u32, usize)>> = lines.iter().map(|l| number(l.text(source))).collect();
    let found: Vec<(usize, u32)> =
        numbers.iter().enumerate().filter_map(|(i, n)| n.map(|(number, _)| (i, number))).collect();
    let (mut counted, mut run_on) = (0, 0);
    for pair in found.windows(2) {
        let [(i, a), (j, b)] = pair else { continue };
        // As many lines as the number grows by; a number at a page's start may begin anew.
        let step = b.saturating_sub(*a);
        if j - i == step as usize && matches!(step, 1 | 5 | 10) {
            counted += 1;
            let before = lines.get(j - 1).is_some_and(|l| !is_terminal(l.last));
            let text = lines.get(*j).map_or("", |l| l.text(source));
            let (_, cut) = numbers.get(*j).copied().flatten().unwrap_or_default();
            let lower = text.get(cut..).and_then(text::first_char).is_some_and(is_lower);
            run_on += usize::from(before && lower || step > 1);
        }
    }
    let wrapped = lines.iter().filter(|l| l.is_column()).count() * 2 >= lines.len();
    if counted == 0
        || (counted + 1) * 10 < found.len() * 8
        || run_on * 3 < counted
        || !wrapped
        || lines.len() < 4
    {
        return;
    }
    for (line, number) in lines.iter_mut().zip(numbers) {
        if let Some((_, cut)) = number {
            line.cut(source, cut);
            line.mark = Mark::None;
        }
    }
}

/// The number that a line begins with, spaces after it, and how many bytes they take.
fn number(text: &str) -> Option<(u32, usize)> {
    let digits = text::prefix_until(text, &|c| !c.is_ascii_digit());
    let rest = text.get(digits.len()..)?;
    let own = text::trim_start_matches(rest, &is_whitespace);
    let number = if digits.len() <= 4 { text::parse_number(digits, 10)? } else { return None };
    (own.len() < rest.len()).then_some((number, text.len() - own.len()))
}
