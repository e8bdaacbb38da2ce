//! Unicode's own test file for sentence boundaries (UAX #29), run against the bare scan.
//!
//! Compared are the sentences without white space and invisible characters, for those belong to no sentence here.

use super::property::is_transparent;
use super::{Rules, cut};
use crate::unicode::is_upper;

/// Where the rules here differ on purpose: why, and how many lines of the file it concerns. Other differences fail.
const DIFFERENCES: [(&str, usize); 4] = [
    // `.A`: a full stop before any letter ends nothing; such are list marks, `.org`, dots left over.
    ("a sentence has a letter", 6),
    // `!a`, `!A`: without a space a mark is one of an address or of a name, unless a word stands before it.
    ("no space and no word", 10),
    // `etc. the`: in a text without any capital, a full stop after no known abbreviation ends a sentence.
    ("text without capitals", 4),
    // `etc.它`: no space after a Latin word, so the full stop is part of it.
    ("no space after a foreign word", 2),
];

fn reason(text: &str) -> Option<usize> {
    match text {
        _ if text.starts_with('.') => Some(0),
        _ if text.starts_with('!') => Some(1),
        _ if text.contains('它') => Some(3),
        _ if !text.contains(is_upper) => Some(2),
        _ => None,
    }
}

#[test]
fn agrees_with_unicode_wherever_no_rule_differs() {
    let rules = Rules::default();
    let mut counts = [0; DIFFERENCES.len()];
    let mut lines = 0;
    for line in
        include_str!("../../tests/unicode/SentenceBreakTest.txt").lines().filter(|l| !l.starts_with('#'))
    {
        lines += 1;
        let (text, expected) = parse(line);
        let mut spans = Vec::new();
        cut(&text, &rules, &mut spans);
        let got = visible(spans.iter().map(|s| s.of(&text)));
        let expected = visible(expected.iter().map(String::as_str));
        if got != expected {
            match reason(&text) {
                Some(reason) => counts[reason] += 1,
                None => panic!("{text:?}\n  expected {expected:?}\n       got {got:?}"),
            }
        }
    }
    assert_eq!(lines, 512);
    assert_eq!(counts, DIFFERENCES.map(|(_, count)| count), "{DIFFERENCES:?}");
}

/// A line of the file: `÷ 0061 × 002E ÷`.
fn parse(line: &str) -> (String, Vec<String>) {
    let mut text = String::new();
    let mut pieces = Vec::new();
    for mark in line.split(' ') {
        match mark {
            "÷" => pieces.push(String::new()),
            "×" => {}
            code => {
                let c = char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap();
                text.push(c);
                pieces.last_mut().unwrap().push(c);
            }
        }
    }
    (text, pieces)
}

fn visible<'a>(pieces: impl Iterator<Item = &'a str>) -> Vec<String> {
    let bare = |s: &str| s.chars().filter(|&c| !c.is_whitespace() && !is_transparent(c)).collect::<String>();
    pieces.map(bare).filter(|s| !s.is_empty()).collect()
}
