//! Any text with any options: no panic, and every law holds, twice the same.
//!
//! The first four bytes choose the options, the rest is the text; `aaaa` chooses what is usual.

use nutgraf::{Length, Options, SummaryType};

use crate::law;

fn choose(header: [u8; 4]) -> Options {
    let [length, kind, language, extras] = header.map(|byte| byte.wrapping_sub(b'a'));
    let n = u32::from(length / 8) + 1;
    Options {
        length: match length % 8 {
            1 => Length::Sentences(n),
            2 => Length::Words(n * 7),
            3 => Length::Characters(n * 20),
            4 => Length::Ratio(f64::from(n) / 32.0),
            5 => Length::Short,
            6 => Length::Long,
            7 => Length::Ratio(1.0),
            _ => Length::Medium,
        },
        kind: match kind % 4 {
            1 => SummaryType::Tldr,
            2 => SummaryType::Teaser,
            3 => SummaryType::Headline,
            _ => SummaryType::KeyPoints,
        },
        language: ["", "en", "fr", "de", "zh", "ja", "th", "ar", "tr", "xx"]
            .get(usize::from(language % 10))
            .filter(|tag| !tag.is_empty())
            .map(|tag| (*tag).to_string()),
        title: (extras & 1 != 0).then(|| "The river and the bridge".to_string()),
        focus: if extras & 2 != 0 { vec!["river".into(), "İ".into(), String::new()] } else { Vec::new() },
        abbreviations: if extras & 4 != 0 {
            vec!["dept.".into(), "x".into(), ".".into(), String::new()]
        } else {
            Vec::new()
        },
    }
}

pub fn run(data: &[u8]) {
    let Some((header, text)) = data.split_first_chunk::<4>() else { return };
    let options = choose(*header);
    let text = String::from_utf8_lossy(text);
    let digest = nutgraf::summarize(&text, &options).expect("these options are valid");
    if let Err(law) = law::broken(&text, &options, &digest) {
        panic!("{law}");
    }
    let again = nutgraf::summarize(&text, &options).expect("these options are valid");
    assert_eq!(serde_json::to_string(&digest).ok(), serde_json::to_string(&again).ok(), "not the same twice");
}
