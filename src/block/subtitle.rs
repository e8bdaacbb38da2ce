//! Subtitles and captions: cues are joined to running text; numbers, times, tags and sounds go.

use super::line::Join;
use super::line::{Flow, Line, Mark};
use super::stamp;
use crate::interner::Interner;
use crate::page::Reason;
use crate::span::Span;
use crate::tables::{self, LANGUAGES};
use crate::text;
use crate::unicode::is_terminal;
use crate::unicode::{is_digit, lowercase};

/// The fewest words between two cuts of captions without punctuation.
const FEWEST: usize = 6;
/// Characters after which a paragraph ends with its sentence.
const PARAGRAPH: u32 = 600;

/// Joins the cues of SubRip, WebVTT and video pages' captions; whether the lines are such.
pub(super) fn join(source: &str, lines: &mut Vec<Line>) -> bool {
    let arrow = |l: &Line| text::contains(l.text(source), "-->") && stamp::leading(l.text(source)).is_some();
    let arrows = lines.iter().filter(|l| arrow(l)).count();
    let alone = |l: &Line| stamp::leading(l.text(source)).is_some_and(|s| s.length == l.range.len());
    let stamps = lines.iter().filter(|l| alone(l)).count();
    if arrows == 0 && (stamps < 3 || stamps * 5 < lines.len() * 2) {
        return false;
    }
    let head = lines.first().is_some_and(|l| l.text(source).starts_with("WEBVTT"));
    let mut skipped = head;
    let mut timed = false;
    for i in 0..lines.len() {
        let next = lines.get(i + 1).is_some_and(|l| arrow(l) && !l.apart);
        let Some(line) = lines.get_mut(i) else { break };
        let text = line.text(source);
        let is_time = arrow(line) || arrows == 0 && alone(line);
        skipped = i == 0 && head || !is_time && (skipped && !(line.apart) || text.starts_with("NOTE"));
        if is_time || next || skipped || text::all(text, &is_digit) {
            line.flow = Flow::Mark;
        } else if is_sound(text) || !timed && arrows == 0 {
            // The page's own head of the captions («Transcript»).
            line.flow = Flow::Aside(Reason::Interface);
        }
        timed |= is_time;
        line.mark = Mark::None;
    }
    *lines = untagged(source, std::mem::take(lines));
    connect(source, lines);
    true
}

/// `♪ ♪`, `[music]`, `(applause)`, tags aside.
fn is_sound(text: &str) -> bool {
    let bare = text::trim_start_matches(text, &|c| c == '-' || c == ' ');
    let bare = bare.strip_prefix("<i>").map_or(bare, |t| t.strip_suffix("</i>").unwrap_or(t));
    bare.starts_with(['[', '(']) && bare.ends_with([']', ')']) && bare.len() < 80
        || text::any(bare, &|c| c == '♪') && !text::any(bare, &crate::unicode::is_letter)
}

/// The lines in pieces, without what lies in `<…>` or `{\…}`.
fn untagged(source: &str, lines: Vec<Line>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    let mut voice = None;
    for line in lines {
        if line.flow != Flow::Text || !text::any(line.text(source), &|c| c == '<' || c == '{') {
            out.push(line);
            continue;
        }
        let text = line.text(source);
        let (mut at, mut first) = (0, true);
        while at < text.len() {
            let rest = text.get(at..).unwrap_or_default();
            let plain = text::prefix_until(rest, &|c| c == '<' || c == '{').len();
            if plain > 0 {
                let start = line.range.start + at;
                let mut piece = line.part(source, start..start + plain);
                piece.join = (!first).then_some(Join::Nothing);
                piece.speaker = voice;
                first = false;
                out.push(piece);
                at += plain;
                continue;
            }
            let close = if rest.starts_with('<') { '>' } else { '}' };
            let tag = text::prefix_until(rest, &|c| c == close);
            if tag.len() == rest.len() || tag.len() > 60 {
                at += 1;
                continue;
            }
            if let Some(name) = tag.strip_prefix("<v ") {
                let start = line.range.start + at + 3;
                voice = Some(Span::new(start, start + name.len()));
            }
            at += tag.len() + 1;
        }
    }
    out
}

/// Says for each line of the flow how it goes on from the one before.
fn connect(source: &str, lines: &mut [Line]) {
    let texts = || lines.iter().filter(|l| l.flow == Flow::Text);
    let ends = texts().filter(|l| is_terminal(l.last)).count();
    let punctuated = ends * 8 >= texts().count();
    let (mut words, mut chars, mut last, mut speaker) = (0, 0, '.', None);
    for line in lines.iter_mut().filter(|l| l.flow == Flow::Text) {
        let text = line.text(source);
        let dash = text.starts_with(['-', '–', '—']);
        let name = line.speaker.map(|name| name.of(source));
        let turn = dash || name.is_some() && name != speaker;
        let long = chars > PARAGRAPH && is_terminal(last);
        let opens = !punctuated && words >= FEWEST && opens_sentence(text);
        if line.join.is_none() {
            line.join = Some(if turn || long || opens { Join::Break } else { Join::Space });
        }
        if line.join == Some(Join::Break) {
            (words, chars) = (0, 0);
        }
        words += text.split(' ').count();
        chars += line.chars;
        last = line.last;
        speaker = name.or(speaker);
        if dash {
            line.cut(source, 1);
        }
    }
}

/// Whether a caption's first word opens a sentence in some language: a connective, a pronoun, `today`.
fn opens_sentence(text: &str) -> bool {
    static OPENERS: std::sync::OnceLock<Interner> = std::sync::OnceLock::new();
    let openers = OPENERS.get_or_init(|| {
        let mut openers = Interner::default();
        for language in LANGUAGES {
            let connectives = tables::section(language.cues(), "opener");
            for entry in connectives.chain(tables::section(language.abbreviations(), "start")) {
                openers.intern(entry);
            }
        }
        openers
    });
    openers.get(&lowercase(text::prefix_until(text, &|c| c == ' ' || c == '\''))).is_some()
}
