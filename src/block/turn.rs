//! Who speaks when: the turns of a transcript, an interview or a chat.
//!
//! A label before a colon (`MAYA LIND: …`) stays in the text, as people quote it; stamps go. Where name and time have a
//! line of their own, that line is set aside.

use std::ops::Range;

use super::line::Join;
use super::line::{Flow, Line, Mark};
use super::stamp;
use crate::interner::Interner;
use crate::page::{Layout, Reason};
use crate::span::Span;
use crate::text;
use crate::unicode::{is_alphanumeric, is_digit, is_letter, is_lower};
use crate::unicode::{is_terminal, is_whitespace};

/// The longest name of a speaker, in bytes, and in words.
const LONGEST: usize = 48;
const WORDS: usize = 5;

/// Marks who says what, and cuts off the stamps.
pub(super) fn mark(source: &str, lines: &mut [Line]) -> Layout {
    let stamps = stamped(source, lines);
    let heads = heads(source, lines);
    if heads > 0 {
        return if heads == TIMES { Layout::Transcript } else { Layout::Chat };
    }
    if labels(source, lines) {
        return if stamps == Layout::Text { Layout::Transcript } else { stamps };
    }
    stamps
}

/// Cuts the stamps before what is said, when most lines have one; lines without a speaker are the program's own.
fn stamped(source: &str, lines: &mut [Line]) -> Layout {
    let (mut all, mut named, mut sure, mut dated) = (0, 0, 0, 0);
    for line in lines.iter() {
        let text = line.text(source);
        if let Some(stamp) = stamp::leading(text).filter(|s| s.length < text.len()) {
            all += 1;
            sure += usize::from(stamp.sure);
            dated += usize::from(stamp.length > 12 || !text.starts_with("[0"));
            named += usize::from(name(text.get(stamp.length..).unwrap_or_default()).is_some());
        }
    }
    if all < 3 || named * 2 < all || sure * 2 < all || all * 4 < lines.len() {
        return Layout::Text;
    }
    for line in lines.iter_mut() {
        let text = line.text(source);
        let Some(stamp) = stamp::leading(text).filter(|s| s.length < text.len()) else { continue };
        line.cut(source, stamp.length);
        line.mark = Mark::None;
        line.join = Some(Join::Break);
        let said = line.text(source);
        match name(said) {
            Some(length) => {
                // `<mira> hello`: brackets are the program's, a colon is kept.
                let nick = said.starts_with('<');
                let own = if nick { 1..length - 1 } else { 0..length };
                line.speaker = Some(within(line, own));
                let rest = text::trim_start_matches(said.get(length..).unwrap_or_default(), &|c| {
                    text::contains_char(":： ", c)
                });
                if nick {
                    line.cut(source, length);
                }
                if rest.starts_with('<') && rest.ends_with('>') {
                    line.flow = Flow::Aside(Reason::Interface);
                }
            }
            None => line.flow = Flow::Aside(Reason::Interface),
        }
    }
    if dated * 2 >= all { Layout::Chat } else { Layout::Transcript }
}

/// A first time after this hour, or minute, is one of the day.
const LATE: u32 = 5;

/// The kinds of heads: a time from the start of the recording, and a time of day.
const TIMES: usize = 1;
const HOURS: usize = 2;

/// Sets aside lines of a name and a time over what is said; tells their kind, 0 when there are fewer than three.
fn heads(source: &str, lines: &mut [Line]) -> usize {
    let (mut found, mut hours) = (Vec::new(), 0);
    for (i, line) in lines.iter().enumerate() {
        let text = line.text(source);
        let time = stamp::leading(text).filter(|s| s.length == text.len());
        let before = i.checked_sub(1).and_then(|at| lines.get(at)).map_or("", |l| l.text(source));
        let shown = if let Some((name, shown)) = name_and_stamp(text) {
            found.push((i, i, name.len()));
            shown
        } else if time.is_some() && is_name(before) && !line.apart {
            found.push((i - 1, i, before.len()));
            text
        } else {
            continue;
        };
        // A recording begins near 0:00.
        let first = text::parse_number(text::prefix_until(shown, &|c| c == ':'), 10);
        let late = found.len() == 1 && first.is_some_and(|first| first > LATE);
        hours += usize::from(late || text::any(shown, &|c| text::contains_char("MmPpAa/.", c)));
    }
    if found.len() < 3 || found.len() * 8 < lines.len() {
        return 0;
    }
    let mut speaker = None;
    let mut heads = found.iter().peekable();
    for (i, line) in lines.iter_mut().enumerate() {
        if let Some((_, _, length)) = heads.next_if(|h| h.0 == i) {
            speaker = Some(within(line, 0..*length));
            line.flow = Flow::Aside(Reason::Byline);
        } else if found.binary_search_by_key(&i, |h| h.1).is_ok() {
            line.flow = Flow::Mark;
        } else {
            line.speaker = speaker;
        }
    }
    if hours > 0 { HOURS } else { TIMES }
}

/// A speaker's name and the stamp behind it: `Maya Lind   0:03`, `Maya Lind, [04.03.2025 09:12]`.
fn name_and_stamp(text: &str) -> Option<(&str, &str)> {
    let (name, stamp) = text.split_at_checked(stamp::trailing(text)?)?;
    let name = text::trim_end_matches(name, &|c| is_whitespace(c) || c == ',');
    is_name(name).then_some((name, stamp))
}

/// Marks the turns whose speakers stand before a colon, when they are told apart by it: two or more take turns.
fn labels(source: &str, lines: &mut [Line]) -> bool {
    let mut names = Interner::default();
    let mut counts: Vec<usize> = Vec::new();
    let mut found = Vec::new();
    for (i, line) in lines.iter().enumerate().filter(|(_, l)| l.flow == Flow::Text && l.mark == Mark::None) {
        let text = line.text(source);
        if let Some(length) =
            name(text).filter(|&length| text.get(length..).is_some_and(|rest| text::char_count(rest) > 2))
        {
            let form = names.intern(text.get(..length).unwrap_or_default()) as usize;
            counts.resize(counts.len().max(form + 1), 0);
            counts.get_mut(form).into_iter().for_each(|n| *n += 1);
            found.push((i, form, length));
        }
    }
    let again = |form: usize| counts.get(form).is_some_and(|&n| n > 1);
    let repeated = found.iter().filter(|(_, form, _)| again(*form)).count();
    let speakers = counts.iter().filter(|&&n| n > 1).count();
    let ended = found.iter().filter(|(i, ..)| lines.get(*i).is_some_and(|l| is_terminal(l.last))).count();
    if speakers < 2 || repeated * 2 < found.len() || ended * 2 < found.len() || found.len() * 5 < lines.len()
    {
        return false;
    }
    for (i, _, length) in found {
        if let Some(line) = lines.get_mut(i) {
            line.speaker = Some(within(line, 0..length));
            line.join = Some(Join::Break);
        }
    }
    true
}

fn within(line: &Line, own: Range<usize>) -> Span {
    Span::new(line.range.start + own.start, line.range.start + own.end)
}

/// How long the speaker's name is that a line begins with: `Maya Lind: …`, `<mira> …`, `守田：…`.
fn name(text: &str) -> Option<usize> {
    if let Some(inner) = text.strip_prefix('<') {
        let nick = text::prefix_until(inner, &|c| c == '>' || is_whitespace(c));
        let closed = inner.get(nick.len()..)?.starts_with("> ");
        return (closed && (1..=LONGEST).contains(&nick.len())).then_some(nick.len() + 2);
    }
    let label = text::prefix_until(text, &|c| c == ':' || c == '：');
    let rest = text.get(label.len()..)?;
    let colon = text::first_char(rest)?;
    let after = text::char_at(rest, colon.len_utf8());
    let own = text::trim_end_matches(label, &is_whitespace);
    (colon == '：' || after.is_none_or(is_whitespace)).then_some(own.len()).filter(|_| is_name(own))
}

/// Few words, the first with a capital (or of a script without), none that ends a sentence.
fn is_name(text: &str) -> bool {
    let words = text.split(is_whitespace).filter(|w| !w.is_empty()).count();
    let Some(first) = text::first_char(text) else { return false };
    (1..=WORDS).contains(&words)
        && text.len() <= LONGEST
        && is_letter(first)
        && (!is_lower(first) || words == 1)
        && text::last_char(text).is_some_and(|c| is_alphanumeric(c) || c == ')' || c == '.')
        && text::all(text, &|c| {
            is_alphanumeric(c) || text::contains_char(" .,'’-()&\u{a0}", c) || crate::unicode::is_mark(c)
        })
        && !(words > 2 && text::last_char(text).is_some_and(is_terminal))
        && !text::all(text, &is_digit)
}
