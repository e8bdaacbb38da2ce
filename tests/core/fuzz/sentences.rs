//! Simple English paragraphs, whose sentences a slow and obvious splitter knows too: both must agree.

use nutgraf::{Length, Options};

const OPENERS: [&str; 8] = ["The", "Rivers", "Every", "Halden", "Trams", "She", "Nobody", "Winter"];
const WORDS: [&str; 24] = [
    "river",
    "closed",
    "bridge",
    "opens",
    "slowly",
    "boats",
    "would",
    "never",
    "return",
    "because",
    "water",
    "rises",
    "again",
    "3.5",
    "U.K. law",
    "Dr. Berg",
    "e.g. ferries",
    "1,200",
    "Mr. Sol",
    "12.50",
    "towns",
    "harbour",
    "people",
    "sold",
];

/// A paragraph: each byte a word, each eighth or so an end.
fn paragraph(data: &[u8]) -> String {
    let mut text = String::new();
    let mut words = 0;
    for &byte in data {
        if words == 0 {
            text.push_str(OPENERS[usize::from(byte) % OPENERS.len()]);
        } else {
            text.push_str(if byte % 29 == 28 { ", " } else { " " });
            text.push_str(WORDS[usize::from(byte) % WORDS.len()]);
        }
        words += 1;
        // Not after an abbreviation: there the obvious splitter can't know.
        if words > 5 && byte >= 200 && !text.ends_with('.') {
            text.push_str([". ", "? ", "! "][usize::from(byte) % 3]);
            words = 0;
        }
    }
    while words > 0 && words < 6 {
        text.push_str(" towns");
        words += 1;
    }
    if words > 0 {
        text.push_str(" again.");
    }
    text.trim_end().to_string()
}

/// The obvious splitter: a sentence ends with a stop that is followed by a space and an opener, and that doesn't
/// belong to an abbreviation.
fn obvious(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for end in 1..text.len() {
        let before = &text[..end];
        let Some(after) = text[end..].strip_prefix(' ') else { continue };
        let stops = before.ends_with(['.', '?', '!']);
        let abbreviates = ["U.K.", "Dr.", "Mr.", "e.g."].iter().any(|a| before.ends_with(a));
        let opens = OPENERS.iter().any(|opener| after.starts_with(opener));
        if stops && !abbreviates && opens {
            sentences.push(&text[start..end]);
            start = end + 1;
        }
    }
    sentences.push(&text[start..]);
    sentences
}

pub fn run(data: &[u8]) {
    let text = paragraph(data.get(..600).unwrap_or(data));
    let options = Options { language: Some("en".into()), length: Length::Ratio(1.0), ..Options::default() };
    let digest = nutgraf::summarize(&text, &options).expect("these options are valid");
    if text.is_empty() || !digest.dropped.is_empty() || digest.sentences.iter().any(|s| s.kind != "paragraph")
    {
        return;
    }
    let found: Vec<&str> = digest.sentences.iter().map(|s| s.text.as_str()).collect();
    assert_eq!(found, obvious(&text), "in {text:?}");
}
