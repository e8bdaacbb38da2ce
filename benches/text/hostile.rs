//! Text that is hard on a stage that looks around too far, or on a table of words.

use super::Dice;

/// One thing over and over.
const REPEATED: [(&str, &str); 18] = [
    ("dots", "."),
    ("dots apart", ". "),
    ("digits", "7"),
    ("numbered", "1. "),
    ("opening quotes", "«"),
    ("straight quotes", "\""),
    ("quoted letters", "\"a\" "),
    ("curly quotes", "“a.” "),
    ("opening brackets", "("),
    ("line feeds", "\n"),
    ("lines of one letter", "a\n"),
    ("one letter", "a"),
    ("letters apart", "a "),
    ("capitals with dots", "A."),
    ("ampersands", "&"),
    ("references", "&amp;"),
    ("joiners", "\u{200d}👩"),
    ("ideographs", "水"),
];

/// Hostile texts by name, each about `bytes` long, never longer.
pub fn all(bytes: usize) -> Vec<(&'static str, String)> {
    let repeated = REPEATED.map(|(name, unit)| (name, unit.repeat(bytes / unit.len())));
    let words = cut(&distinct_words(bytes).join(" "), bytes);
    let half = cut(&words, bytes / 2);
    let numbers: Vec<String> =
        (1..=bytes / 8).map(|i| (1_000_000 + i * 7919 % 8_999_993).to_string()).collect();
    let colliding = colliding_words(bytes);
    let made = [
        ("one sentence of distinct words", words.clone()),
        ("distinct words, one a line", words.replace(' ', "\n")),
        ("distinct numbers", numbers.join(" ")),
        // Half of it one long sentence; the rest nearly the same, or parts of it.
        ("one sentence twice", cut(&format!("{half}. So {}", half.replace('q', "k")), bytes)),
        ("one sentence and its parts", cut(&format!("{half}. {}", sentences(&half)), bytes)),
        ("colliding words", cut(&colliding, bytes)),
        ("colliding words in sentences", cut(&sentences(&colliding), bytes)),
    ];
    repeated.into_iter().chain(made).collect()
}

/// The first `bytes` of an ASCII text.
fn cut(text: &str, bytes: usize) -> String {
    text[..bytes.min(text.len())].to_string()
}

/// Words of two to six syllables, all different, in no order: together at least `bytes` long.
fn distinct_words(bytes: usize) -> Vec<String> {
    let mut dice = Dice(7);
    let mut words: Vec<String> = (0..bytes / 5).map(|i| word(i as u64)).collect();
    for i in (1..words.len()).rev() {
        words.swap(i, dice.below(i as u64 + 1) as usize);
    }
    words
}

/// The number in syllables: another word for each.
fn word(number: u64) -> String {
    let mut out = String::new();
    write_word(number, &mut out);
    out
}

fn write_word(mut number: u64, out: &mut String) {
    out.clear();
    while out.len() < 4 || number > 0 {
        out.push(char::from(b"bdfghklmnprstvwz"[(number % 16) as usize]));
        out.push(char::from(b"aeiou"[(number / 16 % 5) as usize]));
        number /= 80;
    }
}

/// Words whose hashes agree in the bits by which a table finds their place: together at least `bytes` long.
fn colliding_words(bytes: usize) -> String {
    let mut out = String::new();
    let mut word = String::new();
    let mut number = 100_000;
    while out.len() < bytes {
        number += 1;
        write_word(number, &mut word);
        if hash::bytes::<true>(word.as_bytes()) & 0xffff < 512 {
            out.push_str(&word);
            out.push(' ');
        }
    }
    out
}

/// The words in sentences of a dozen.
fn sentences(words: &str) -> String {
    let words: Vec<&str> = words.split(' ').collect();
    let sentences = words.chunks(12).map(|chunk| format!("The {}.", chunk.join(" ")));
    sentences.collect::<Vec<_>>().join(" ")
}

#[allow(dead_code, unreachable_pub, reason = "the crate's own hash, of which one function is used")]
#[path = "../../src/hash.rs"]
mod hash;
