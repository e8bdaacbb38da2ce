//! Page breaks of a printed text: running heads and page numbers are taken out of the flow, so that a sentence that a
//! page cuts in two is one again.
//!
//! A page number alone proves little (votes and prices look alike). A break counts as one where it falls into a sentence,
//! at a form feed, or where the numbers of several breaks run on; then all lines of its kind go.

use super::line::{Flow, Line};
use crate::hash::mix;
use crate::hash_table::first_occurrence;
use crate::page::Reason;
use crate::text;
use crate::unicode::is_terminal;
use crate::unicode::{is_digit, is_letter, is_lower, lower};

/// The longest running head, in characters.
const LONGEST: u32 = 90;
/// The longest page number with what stands around it, in bytes.
const LONGEST_NUMBER: usize = 48;
/// The shortest line that can be one of a column of text, in characters.
const SHORTEST_COLUMN: u32 = 25;
/// The widest column, in characters.
const WIDEST_COLUMN: u32 = 130;

/// What a line may be of a page break.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Text,
    Number,
    /// A line that occurs on several pages, figures aside.
    Head,
}

/// Takes page numbers and running heads out of the flow of the lines.
pub(super) fn mark(source: &str, lines: &mut [Line]) {
    let mut parts = parts(source, lines);
    if parts.iter().all(|&p| p == Part::Text) {
        return;
    }
    let mut breaks: Vec<std::ops::Range<usize>> = Vec::new();
    let mut proved = 0;
    let mut at = 0;
    while at < lines.len() {
        if parts.get(at).is_none_or(|&p| p == Part::Text) {
            at += 1;
            continue;
        }
        let length = parts.iter().skip(at).take_while(|&&p| p != Part::Text).count();
        let range = grow(source, lines, at..at + length);
        let numbered = range.clone().any(|i| parts.get(i) == Some(&Part::Number))
            || range.clone().any(|i| line_number(source, lines, i).is_some())
            || lines.get(range.clone()).is_some_and(|l| l.iter().any(|l| l.new_page));
        if numbered {
            let inside = is_inside_sentence(lines, &range);
            proved += u32::from(inside || lines.get(at).is_some_and(|l| l.new_page));
            breaks.push(range.clone());
        }
        at = range.end;
    }
    let runs_on = breaks.len() >= 2 && numbers_run_on(source, lines, &breaks);
    if proved == 0 && !runs_on {
        return;
    }
    // A title that every page repeats stays where it stands first.
    if let (Some(first @ Part::Head), true) = (parts.first_mut(), is_title(source, lines)) {
        *first = Part::Text;
    }
    for range in breaks {
        let joins = is_inside_sentence(lines, &range);
        for i in range.clone() {
            let bare = parts.get(i) == Some(&Part::Number);
            if let Some(line) = lines.get_mut(i)
                && !(i == 0 && parts.first() == Some(&Part::Text))
            {
                line.flow = if bare { Flow::Mark } else { Flow::Aside(Reason::Repeated) };
            }
        }
        if joins {
            close(lines, range);
        }
    }
}

/// What each line may be of a page break.
fn parts(source: &str, lines: &[Line]) -> Vec<Part> {
    let keys: Vec<u64> = lines.iter().enumerate().map(|(i, line)| key(source, line, i)).collect();
    let mut parts = vec![Part::Text; lines.len()];
    for (i, first) in first_occurrence(&keys).into_iter().enumerate() {
        if (first as usize) < i {
            for at in [first as usize, i] {
                parts.get_mut(at).into_iter().for_each(|part| *part = Part::Head);
            }
        }
    }
    for (part, line) in parts.iter_mut().zip(lines) {
        if is_page_number(line.text(source)) {
            *part = Part::Number;
        }
    }
    parts
}

/// A hash of the line's letters: running heads differ in their figures only. No two lines that can't be heads are equal.
fn key(source: &str, line: &Line, index: usize) -> u64 {
    let mut hash = 0;
    let mut letters = 0;
    if line.chars <= LONGEST && !is_terminal(line.last) {
        for c in line.text(source).chars().filter(|&c| is_letter(c)) {
            hash = mix(hash, u64::from(u32::from(lower(c))));
            letters += 1;
        }
    }
    if letters < 4 { mix(1, index as u64) } else { hash }
}

/// `12`, `- 12 -`, `[12]`, `xii`, `Page 3 of 9`, `12/30`.
fn is_page_number(text: &str) -> bool {
    if text.len() > LONGEST_NUMBER {
        return false;
    }
    const WORDS: &str = "page pages seite página pagina pág pag sida side sivu strona str stránka strana страница стр \
        сторінка oldal sayfa σελίδα halaman trang p s";
    let bare = text::trim_start_matches(text::trim_end_matches(text, &is_frame), &is_frame);
    let roman = (2..=6).contains(&bare.len()) && bare.bytes().all(|b| b"ivxl".contains(&b));
    if !bare.bytes().any(|b| b.is_ascii_digit()) {
        return roman;
    }
    let (mut figures, mut words) = (0, 0);
    for word in bare.split([' ', '\u{a0}', '/', '.', '\t']).filter(|w| !w.is_empty()) {
        if word.len() <= 4 && word.bytes().all(|b| b.is_ascii_digit()) {
            figures += 1;
        } else if text::list_contains(WORDS, &crate::unicode::lowercase(word)) {
            words += 1;
        } else {
            // «of» in «Page 3 of 9»; any other word makes it a line of text.
            let between =
                figures == 1 && words == 1 && text::char_count(word) <= 3 && text::all(word, &is_letter);
            if !between {
                return roman;
            }
        }
    }
    roman || words <= 1 && (figures == 1 || figures == 2 && text.len() > bare.len().min(8) - 1)
}

fn is_frame(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '[' | ']' | '(' | ')' | '·' | '•' | '|' | ' ')
}

/// The figure at the start or the end of a line.
fn line_number(source: &str, lines: &[Line], index: usize) -> Option<u32> {
    let text = lines.get(index)?.text(source);
    let digits = |c: char| c.is_ascii_digit();
    let head = text::prefix_until(text, &|c| !digits(c));
    let tail = text.get(text::trim_end_matches(text, &digits).len()..).unwrap_or_default();
    let figure = [tail, head].into_iter().find(|f| (1..=4).contains(&f.len()))?;
    text::parse_number(figure, 10)
}

/// A break with a line beside it that no page repeats: the head of the pages on the other side, told by its figure.
fn grow(source: &str, lines: &[Line], range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let end = range.end;
    let width = lines.iter().map(|l| l.chars).max().unwrap_or(0).min(WIDEST_COLUMN);
    let is_head = lines.get(end).is_some_and(|l| {
        !l.apart
            && l.chars * 10 <= width * 7
            && !is_terminal(l.last)
            && line_number(source, lines, end).is_some()
    });
    let longer = range.start..end + 1;
    if is_head && is_inside_sentence(lines, &longer) { longer } else { range }
}

/// Whether a sentence goes on behind the lines: no full stop before them, a small letter after them.
fn is_inside_sentence(lines: &[Line], range: &std::ops::Range<usize>) -> bool {
    let (Some(before), Some(after)) =
        (range.start.checked_sub(1).and_then(|i| lines.get(i)), lines.get(range.end))
    else {
        return false;
    };
    let lines_before = range.start.saturating_sub(5)..range.start;
    let width = lines.get(lines_before).unwrap_or_default().iter().map(|l| l.chars).max().unwrap_or(0);
    let full = before.chars * 10 >= width * 8 && is_lower(before.last) && width >= SHORTEST_COLUMN * 2;
    before.goes_on()
        && (is_lower(after.first) || full && range.start > 2 || super::line::is_hyphen(before.last))
}

/// Closes the gap that lines out of the flow leave in a sentence.
pub(super) fn close(lines: &mut [Line], range: std::ops::Range<usize>) {
    for line in lines.iter_mut().take(range.end + 1).skip(range.start) {
        line.apart = false;
    }
}

impl Line {
    /// Whether it looks like a line of a column whose sentence isn't over.
    pub(super) fn goes_on(&self) -> bool {
        !is_terminal(self.last) && self.is_column()
    }

    /// Whether it is as wide as a line of a column.
    pub(super) fn is_column(&self) -> bool {
        (SHORTEST_COLUMN..=WIDEST_COLUMN).contains(&self.chars)
    }
}

/// Whether the breaks' numbers follow one another.
fn numbers_run_on(source: &str, lines: &[Line], breaks: &[std::ops::Range<usize>]) -> bool {
    let number = |range: &std::ops::Range<usize>| range.clone().find_map(|i| line_number(source, lines, i));
    let numbers: Vec<Option<u32>> = breaks.iter().map(number).collect();
    numbers.windows(2).all(|pair| matches!(pair, [Some(a), Some(b)] if *b == a + 1))
}

/// Whether the first line is a title rather than a running head: no figures, no page number under it.
fn is_title(source: &str, lines: &[Line]) -> bool {
    let bare = |line: &Line| !text::any(line.text(source), &is_digit);
    lines.first().is_some_and(bare)
        && lines.get(1).is_some_and(|l| !is_page_number(l.text(source)) && !l.new_page)
}
