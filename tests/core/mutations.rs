//! Damaged copies of articles: cut anywhere, swapped, spoilt by stray characters. Every one gets a lawful digest.

use std::fs;
use std::path::Path;

use nutgraf::{Length, Options};

use crate::law;
use crate::text::{self, Dice};

/// The page's samples, or made-up articles where there are none (a published crate).
fn articles() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/samples");
    let mut articles: Vec<_> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            Some((path.file_stem()?.to_string_lossy().into_owned(), fs::read_to_string(path).ok()?))
        })
        .collect();
    articles.extend(text::LANGUAGES.map(|l| (format!("made-up {l}"), text::article(l, 1500, 7))));
    articles.sort();
    articles
}

fn check(what: &str, text: &str) {
    // As good as by chance.
    let length = match text.len() % 3 {
        0 => Length::Sentences(3),
        1 => Length::Words(7),
        _ => Length::Ratio(1.0),
    };
    let options = Options { length, ..Options::default() };
    let digest = nutgraf::summarize(text, &options).expect(what);
    if let Err(law) = law::broken(text, &options, &digest) {
        panic!("{what}: {law}\n--- the text\n{text}");
    }
}

/// Damages every article `rounds` times, each time another way but always the same ones.
fn damage(rounds: u64, spoil: impl Fn(&mut Vec<char>, &mut Dice)) {
    for (name, article) in articles() {
        for round in 0..rounds {
            let mut chars: Vec<char> = article.chars().collect();
            spoil(&mut chars, &mut Dice(round));
            check(&format!("{name}, round {round}"), &chars.into_iter().collect::<String>());
        }
    }
}

fn place(chars: &[char], dice: &mut Dice) -> usize {
    dice.below(chars.len() as u64) as usize
}

/// Pastes end anywhere: at each end of a line, and at a hundred other places. The fuzz targets try the rest.
#[test]
fn cut_short() {
    for (name, article) in articles() {
        let step = 1 + article.chars().count() / 100;
        for (i, (end, c)) in article.char_indices().enumerate() {
            if i % step == 0 || c == '\n' {
                check(&format!("{name} up to {end}"), &article[..end]);
            }
        }
    }
}

#[test]
fn without_a_beginning() {
    for (name, article) in articles() {
        let step = 1 + article.chars().count() / 20;
        for (start, _) in article.char_indices().step_by(step) {
            check(&format!("{name} from {start}"), &article[start..]);
        }
    }
}

#[test]
fn characters_swapped() {
    damage(6, |chars, dice| {
        for _ in 0..1 + chars.len() / 40 {
            let (a, b) = (place(chars, dice), place(chars, dice));
            chars.swap(a, b);
        }
    });
}

#[test]
fn half_a_surrogate_pair_became_a_replacement_character() {
    damage(5, |chars, dice| {
        for _ in 0..1 + dice.below(30) {
            let at = place(chars, dice);
            chars[at] = '\u{FFFD}';
        }
    });
}

#[test]
fn stray_characters() {
    const STRAY: [&str; 24] = [
        "\0",
        "\u{feff}",
        "\u{ad}",
        "\u{200b}",
        "\u{200d}",
        "\u{202e}",
        "\r",
        "\n",
        "\n\n",
        "\t",
        "\u{2028}",
        "\u{85}",
        "&",
        "&amp;",
        "&#x1F600;",
        "&#0;",
        "<",
        "😀",
        "👩‍👩‍👧",
        "e\u{301}\u{301}\u{301}",
        "«",
        "»",
        "...",
        "-\n",
    ];
    damage(8, |chars, dice| {
        for _ in 0..1 + dice.below(60) {
            let at = place(chars, dice);
            let stray = STRAY[dice.below(STRAY.len() as u64) as usize];
            chars.splice(at..at, stray.chars());
        }
    });
}

#[test]
fn any_characters_at_all() {
    damage(6, |chars, dice| {
        for _ in 0..1 + dice.below(200) {
            let at = place(chars, dice);
            let any = char::from_u32(dice.below(0x11_0000) as u32).unwrap_or('\u{FFFD}');
            chars.insert(at, any);
        }
    });
}

#[test]
fn lines_and_words_out_of_order() {
    for (name, article) in articles() {
        for round in 0..4 {
            let mut dice = Dice(round);
            let gap = if round % 2 == 0 { "\n" } else { " " };
            let mut parts: Vec<&str> = article.split(gap).collect();
            for i in (1..parts.len()).rev() {
                parts.swap(i, dice.below(i as u64 + 1) as usize);
            }
            check(&format!("{name} shuffled, round {round}"), &parts.join(gap));
        }
    }
}

/// Were any stage slower than linear, the longest of these would take very long.
#[test]
fn hostile_texts() {
    for bytes in [1, 10, 1000, 20_000, 100_000] {
        for (name, text) in text::hostile::all(bytes) {
            check(&format!("{bytes} bytes of {name}"), &text);
        }
    }
}

/// A sentence of many distinct words that is chosen: what its words are worth takes time that grows with their number.
#[test]
fn one_sentence_of_a_hundred_thousand_words() {
    let (_, text) =
        text::hostile::all(800_000).into_iter().find(|(name, _)| name.starts_with("one sentence")).unwrap();
    assert!(text.split(' ').count() > 100_000);
    let digest = nutgraf::summarize(&text, &Options::default()).unwrap();
    assert_eq!(digest.summary, [0]);
    if let Err(law) = law::broken(&text, &Options::default(), &digest) {
        panic!("{law}");
    }
}
