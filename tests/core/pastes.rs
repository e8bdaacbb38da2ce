//! Documents of every kind that people paste: `tests/cases/pastes/*.txt`.
//!
//! A case is `=== case NAME`, the paste, `=== expect`, and a demand per line:
//!
//! * `genre`, `language`, `title`: that value, or `none`
//! * `keep TEXT`, `whole TEXT`: a sentence holds the text
//! * `choose TEXT`: a summary of three sentences holds it
//! * `drop TEXT`: no sentence that can be chosen holds it
//! * `split A | B`: no sentence holds both
//! * `speaker TEXT = NAME`: the sentence that holds the text is said by NAME
//! * `entity TEXT`, `not-entity TEXT`
//!
//! In the paste `\t`, `\f` and `\u{…}` stand for a tab, a form feed and a character.

use nutgraf::{Digest, Length, Options, summarize};

fn faults(file: &str, cases: &str) -> String {
    let mut faults = String::new();
    let options = Options { length: Length::Sentences(3), ..Options::default() };
    for case in cases.split("=== case ").skip(1) {
        let (name, rest) = case.split_once('\n').expect("a name");
        let (paste, demands) = rest.split_once("\n=== expect\n").expect("demands");
        let text = unescape(paste);
        let digest = summarize(&text, &options).expect("a digest");
        crate::law::broken(&text, &options, &digest).unwrap_or_else(|law| panic!("{file}: {name}: {law}"));
        for demand in demands.lines().filter(|l| !l.is_empty()) {
            if let Some(fault) = fault(&digest, demand) {
                faults += &format!("{file}: {name}\n    {demand}, {fault}\n");
            }
        }
    }
    faults
}

/// Why the digest breaks the demand.
fn fault(digest: &Digest, demand: &str) -> Option<String> {
    let (kind, wanted) = demand.split_once(' ').expect("a kind and a value");
    let sentences = || digest.sentences.iter();
    let holds = |text: &str| tidy(text).contains(&tidy(wanted));
    let entities: Vec<String> = digest.entities.iter().map(|e| tidy(&e.text)).collect();
    let is = |found: Option<&str>| {
        let found = tidy(found.unwrap_or("none"));
        (found != tidy(wanted)).then(|| format!("not {found:?}"))
    };
    match kind {
        "genre" => is(Some(digest.genre)),
        "language" => is(digest.language.as_deref()),
        "title" => is(digest.title.as_deref()),
        "keep" | "whole" => (!sentences().any(|s| holds(&s.text))).then(|| "lost".into()),
        "choose" => {
            let mut chosen = digest.summary.iter().filter_map(|&i| digest.sentences.get(i as usize));
            (!chosen.any(|s| holds(&s.text))).then(|| "not chosen".into())
        }
        "drop" => {
            sentences().find(|s| s.rank.is_some() && holds(&s.text)).map(|s| format!("in {:?}", s.text))
        }
        "split" => {
            let (a, b) = wanted.split_once(" | ").expect("two texts");
            sentences().find(|s| s.text.contains(a) && s.text.contains(b)).map(|s| format!("in {:?}", s.text))
        }
        "speaker" => {
            let (said, name) = wanted.rsplit_once(" = ").expect("a text and a name");
            let speaker = sentences().find(|s| s.text.contains(said)).and_then(|s| s.speaker.clone());
            (speaker.as_deref() != Some(name)).then(|| format!("not {speaker:?}"))
        }
        "entity" => (!entities.contains(&tidy(wanted))).then(|| format!("but {entities:?}")),
        "not-entity" => entities.contains(&tidy(wanted)).then(|| "found".into()),
        _ => panic!("{demand}"),
    }
}

/// One space for any white space.
fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn unescape(text: &str) -> String {
    let text = text.replace("\\t", "\t").replace("\\f", "\u{c}");
    let mut parts = text.split("\\u{");
    let mut out = parts.next().unwrap_or_default().to_string();
    for part in parts {
        let (code, rest) = part.split_once('}').expect("a brace");
        out.extend(u32::from_str_radix(code, 16).ok().and_then(char::from_u32));
        out += rest;
    }
    out
}

/// One test a file.
macro_rules! files {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                let file = stringify!($name);
                let faults = faults(file, include_str!(concat!("../cases/pastes/", stringify!($name), ".txt")));
                assert!(faults.is_empty(), "{faults}");
            }
        )*
    };
}

files! { chat language mail page pdf quantity reference transcript }
