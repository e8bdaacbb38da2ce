//! Where a line break is only the width of a mail or a column, and how the lines are joined.
//!
//! Each line end of a group (lines without a blank one between) is looked at: does the next line run on in lower case,
//! is a word cut by a hyphen, would the next line's first word have found room? A group is wrapped when most of its
//! ends say so; a document's other groups follow the width found.

use super::line::{Join, Line, Mark, is_hyphen};
use crate::byline;
use crate::interner::Interner;
use crate::tables::{self, LANGUAGES};
use crate::text;
use crate::unicode::{
    is_alphanumeric, is_digit, is_letter, is_lower, is_terminal, is_unspaced, is_upper, lowercase,
};

/// The widest line that is still thought of as wrapped, in characters.
const WIDEST: u32 = 130;

/// For each line, how it goes on from the one before.
#[inline(never)]
pub(super) fn joins(source: &str, lines: &[Line]) -> Vec<Join> {
    let mut joins = vec![Join::Break; lines.len()];
    let groups = groups(lines);
    let mut width = 0;
    let mut wrapped_lines = 0;
    let mut open = Vec::new();
    // Paragraphs of one line each leave little reason to think that other lines are wrapped.
    let (all, wide) = lines.iter().fold((0u64, 0u64), |(all, wide), l| {
        (all + u64::from(l.chars), wide + if l.chars > WIDEST { u64::from(l.chars) } else { 0 })
    });
    let doubtful = wide * 2 > all;
    for group in groups {
        let Some(slice) = lines.get(group.clone()) else { continue };
        let widest = slice.iter().map(|l| l.chars).max().unwrap_or(0);
        if is_wrapped(source, slice, widest, doubtful) {
            width = width.max(widest);
            wrapped_lines += slice.len();
            join_group(source, lines, group, widest, &mut joins);
        } else if is_verse(slice, widest) {
            join_all(lines, group, &mut joins);
        } else if slice.len() > 1 {
            open.push((group, widest));
        }
    }
    // What looks like nothing by itself follows the document, when that is wrapped in the main.
    for (group, widest) in open {
        if wrapped_lines * 2 > lines.len() && widest <= width + 2 {
            join_group(source, lines, group, width, &mut joins);
        } else {
            join_items(lines, group.clone(), &mut joins);
            join_run_ons(lines, group, widest.min(WIDEST), &mut joins);
        }
    }
    for (join, line) in joins.iter_mut().zip(lines) {
        *join = line.join.unwrap_or(*join);
    }
    joins
}

/// Whether a blank line after every line hides that they are wrapped: most lines stand apart, are as wide as the others,
/// and many sentences go on in the next one.
pub(super) fn close_gaps(lines: &mut [Line]) {
    let plain = |l: &Line| l.mark == Mark::None && l.chars <= WIDEST;
    let width = lines.iter().filter(|l| plain(l)).map(|l| l.chars).max().unwrap_or(0);
    let (mut all, mut apart, mut full, mut runs_on) = (0, 0, 0, 0);
    for (a, b) in lines.iter().zip(lines.iter().skip(1)) {
        all += 1;
        apart += usize::from(b.apart);
        full += usize::from(plain(a) && a.chars * 100 >= width * 80);
        runs_on += usize::from(plain(a) && plain(b) && !is_terminal(a.last) && is_lower(b.first));
    }
    if all < 5 || width < 30 || apart * 10 < all * 8 || full * 10 < all * 6 || runs_on * 5 < all * 2 {
        return;
    }
    let mut room = true;
    for line in lines.iter_mut() {
        // A heading or the end of a paragraph leaves room.
        line.apart &= room || !plain(line);
        room = line.chars * 100 < width * 75 && (is_terminal(line.last) || line.apart);
    }
}

/// Runs of lines that may belong together: no blank line, nothing that stands alone by its marks.
fn groups(lines: &[Line]) -> Vec<std::ops::Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    for (i, line) in lines.iter().enumerate() {
        let alone =
            |l: &Line| !matches!(l.mark, Mark::None | Mark::Quote | Mark::Bullet(_) | Mark::Number(_));
        let previous = i.checked_sub(1).and_then(|p| lines.get(p));
        let quoted = |l: &Line| l.mark == Mark::Quote;
        if line.apart || alone(line) || previous.is_some_and(|p| alone(p) || quoted(p) != quoted(line)) {
            if start < i {
                out.push(start..i);
            }
            start = i;
        }
    }
    if start < lines.len() {
        out.push(start..lines.len());
    }
    out
}

/// What a line end says.
struct End {
    /// The word is cut by a hyphen.
    hyphen: bool,
    /// The sentence goes on: no full stop before, lower case after (or a full line in a script without case).
    runs_on: bool,
    /// The next word would have found room.
    room: bool,
}

fn end(source: &str, a: &Line, b: &Line, width: u32) -> End {
    let hyphen = ends_in_hyphen(source, a) && is_letter(b.first);
    let unspaced = is_unspaced(a.last) || matches!(a.last, '、' | '，' | '；' | '：' | '」' | '”');
    let needed = if unspaced && is_unspaced(b.first) { 3 } else { 1 + b.first_word };
    let room = a.chars + needed <= width;
    let caseless = is_letter(b.first) && !is_lower(b.first) && !is_upper(b.first);
    let abbreviated = || source.get(a.range.clone()).is_some_and(ends_in_abbreviation);
    let runs_on = if is_terminal(a.last) {
        abbreviated()
    } else {
        is_lower(b.first) && !(room && is_signed(source, b)) || caseless && !room
    };
    End { hyphen, runs_on, room }
}

fn ends_in_hyphen(source: &str, line: &Line) -> bool {
    let text = source.get(line.range.clone()).unwrap_or_default();
    let soft = text::char_at(source, line.range.end) == Some('\u{ad}');
    let hyphen = text::last_char(text).filter(|&c| is_hyphen(c));
    soft || hyphen.is_some_and(|c| text::char_before(text, text.len() - c.len_utf8()).is_some_and(is_letter))
}

/// The pairs of neighbours whose line end could be a mere wrap.
fn pairs(lines: &[Line]) -> impl Iterator<Item = (&Line, &Line)> {
    lines.iter().zip(lines.iter().skip(1)).filter(|(_, b)| matches!(b.mark, Mark::None | Mark::Quote))
}

fn is_wrapped(source: &str, lines: &[Line], width: u32, doubtful: bool) -> bool {
    if lines.len() < 2 || !(12..=WIDEST).contains(&width) {
        return false;
    }
    let (mut count, mut strong, mut full, mut hyphens, mut stops) = (0, 0, 0, 0, 0);
    for (a, b) in pairs(lines) {
        let end = end(source, a, b, width);
        count += 1;
        hyphens += u32::from(end.hyphen);
        strong += u32::from(end.hyphen || end.runs_on);
        full += u32::from(!end.room);
        stops += u32::from(is_terminal(a.last));
    }
    // A wrapped text has sentences; a menu or a list of tags has none.
    let has_sentences = hyphens > 0
        || lines
            .iter()
            .any(|l| is_terminal(l.last) || source.get(l.range.clone()).is_some_and(has_inner_end));
    if count == 0 || !has_sentences || doubtful && full * 2 <= count {
        return false;
    }
    let lower = lines.last().is_some_and(|l| is_lower(l.first));
    let single = count > 1 || hyphens > 0 || width >= 30 && full == 1 && lower;
    let even = lines.iter().rev().skip(1).all(|l| l.chars * 100 >= width * 85);
    let ends = lines.last().is_some_and(|l| is_terminal(l.last));
    single && strong * 2 >= count
        || count >= 2 && full == count && stops == 0 && even && ends && width >= 40
        || count >= 3 && strong * 10 >= count * 3 && full * 10 >= count * 7
        || count >= 3 && full == count && stops * 2 < count && width >= 40
}

/// Whether a sentence ends inside the line.
fn has_inner_end(text: &str) -> bool {
    super::heading::has_before_space(text, b".") || text::contains_char(text, '。')
}

/// Lines of a poem: short, most without a full stop, some with a comma or semicolon at the end, a full stop at last.
fn is_verse(lines: &[Line], width: u32) -> bool {
    let breath = |l: &&Line| matches!(l.last, ',' | ';' | ':' | '—' | '–' | '،' | '，');
    let stops = lines.iter().filter(|l| is_terminal(l.last)).count();
    lines.len() >= 3
        && width <= 60
        && lines.iter().all(|l| l.mark == Mark::None && l.chars >= 8 && !is_digit(l.first))
        && lines.iter().any(|l| breath(&l))
        && stops * 3 < lines.len() * 2
        && lines.last().is_some_and(|l| is_terminal(l.last))
}

fn join_all(lines: &[Line], group: std::ops::Range<usize>, joins: &mut [Join]) {
    for i in group.skip(1) {
        if let (Some(join), Some([a, b])) = (joins.get_mut(i), lines.get(i - 1..=i)) {
            *join = gap(a, b);
        }
    }
}

/// Lines of an unwrapped group stand alone, except those indented under an item of a list.
fn join_items(lines: &[Line], group: std::ops::Range<usize>, joins: &mut [Join]) {
    let mut item = None;
    for i in group {
        let Some(line) = lines.get(i) else { return };
        match line.mark {
            Mark::Bullet(_) | Mark::Number(_) => item = Some(line.indent),
            Mark::None if item.is_some_and(|indent| line.indent >= indent + 2) => {
                if let (Some(join), Some(a)) = (joins.get_mut(i), lines.get(i.wrapping_sub(1))) {
                    *join = gap(a, line);
                }
            }
            _ => item = None,
        }
    }
}

/// The shortest line that a margin has broken, among lines that it hasn't, in characters.
const SHORTEST: u32 = 60;

/// In a group of mixed lines (title, authors, abstract) joins long lines that go on in lower case, and when there are
/// several, all full ones without a full stop.
fn join_run_ons(lines: &[Line], group: std::ops::Range<usize>, width: u32, joins: &mut [Join]) {
    let pair = |i: usize| match lines.get(i.wrapping_sub(1)..=i) {
        Some([a, b]) => Some((a, b)),
        _ => None,
    };
    let open = |a: &Line, b: &Line| {
        a.mark == Mark::None
            && b.mark == Mark::None
            && !is_terminal(a.last)
            && (SHORTEST..=WIDEST).contains(&a.chars)
    };
    let lower = |i: usize| pair(i).is_some_and(|(a, b)| open(a, b) && is_lower(b.first));
    let several = group.clone().skip(1).filter(|&i| lower(i)).count() >= 2;
    for i in group.skip(1) {
        if let (Some((a, b)), Some(join)) = (pair(i), joins.get_mut(i))
            && (lower(i) || several && open(a, b) && a.chars * 100 >= width * 85)
        {
            *join = gap(a, b);
        }
    }
}

fn join_group(source: &str, lines: &[Line], group: std::ops::Range<usize>, width: u32, joins: &mut [Join]) {
    // A heading may stand where a paragraph may start.
    let mut fresh = true;
    for i in group.skip(1) {
        let (Some([a, b]), Some(join)) = (lines.get(i - 1..=i), joins.get_mut(i)) else { return };
        if !matches!(b.mark, Mark::None | Mark::Quote) {
            fresh = true;
            continue;
        }
        *join = if ends_in_hyphen(source, a) && is_letter(b.first) {
            Join::Mend
        } else if is_paragraph_end(source, a, b, width)
            || fresh && (is_heading(a, b, width) || is_signed(source, b))
        {
            Join::Break
        } else {
            gap(a, b)
        };
        fresh = *join == Join::Break;
    }
}

/// The sentence ends, and its line with much room to spare; or the next line is indented.
fn is_paragraph_end(source: &str, a: &Line, b: &Line, width: u32) -> bool {
    let text = source.get(a.range.clone()).unwrap_or_default();
    is_terminal(a.last)
        && !is_lower(b.first)
        && !ends_in_abbreviation(text)
        && (b.indent > a.indent + 1 || (a.chars + 1 + b.first_word) * 10 <= width * 8)
}

/// `by Hanna Brodal`, below `The Ferry`.
fn is_signed(source: &str, line: &Line) -> bool {
    source.get(line.range.clone()).is_some_and(byline::is_signed)
}

fn is_heading(a: &Line, b: &Line, width: u32) -> bool {
    !is_lower(b.first)
        && is_alphanumeric(b.first)
        && (is_alphanumeric(a.last) || a.last == '?')
        && (a.chars + 1 + b.first_word) * 10 <= width * 7
}

/// Whether the line ends in an initial (`J.`) or in a title of two to five letters that some language's table has (`Dr.`).
fn ends_in_abbreviation(text: &str) -> bool {
    let Some(rest) = text.strip_suffix('.') else { return false };
    let word = rest.get(text::trim_end_matches(rest, &is_letter).len()..).unwrap_or_default();
    let letters = text::char_count(word);
    let capital = text::first_char(word).is_some_and(is_upper);
    capital && letters == 1 || (2..=5).contains(&letters) && is_title(word)
}

/// Whether some language writes a title or its like so.
fn is_title(word: &str) -> bool {
    static TITLES: std::sync::OnceLock<Interner> = std::sync::OnceLock::new();
    let titles = TITLES.get_or_init(|| {
        let mut titles = Interner::default();
        for entry in LANGUAGES.iter().flat_map(|l| tables::section(l.abbreviations(), "title")) {
            titles.intern(entry);
        }
        titles
    });
    titles.get(&lowercase(word)).is_some()
}

fn gap(a: &Line, b: &Line) -> Join {
    let wide = |c: char| is_unspaced(c) || matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff65}');
    if wide(a.last) && wide(b.first) { Join::Nothing } else { Join::Space }
}
