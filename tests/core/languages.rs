//! The same checks for every language: `tests/cases/languages.txt`.

use nutgraf::{Options, summarize};

fn lines() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    include_str!("../cases/languages.txt").lines().filter(|l| !l.starts_with('#')).map(|line| {
        let (tag, sentences) = line.split_once(" | ").expect("tag | sentence | sentence");
        (tag, sentences.split(" | ").collect())
    })
}

/// As a text of the language has them: no space in Chinese, Japanese and Thai.
fn text(tag: &str, sentences: &[&str]) -> String {
    sentences.join(if matches!(tag, "zh" | "ja" | "th") { "" } else { " " })
}

#[test]
fn every_language_has_a_text() {
    let tags: Vec<&str> = lines().map(|(tag, _)| tag).collect();
    for folder in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/data")).expect("src/data") {
        let name = folder.expect("an entry").file_name().into_string().expect("a name");
        if !name.contains('.') {
            assert!(tags.contains(&name.as_str()), "add a line for {name} to tests/cases/languages.txt");
        }
    }
}

#[test]
fn the_language_is_told() {
    for (tag, sentences) in lines() {
        let digest = summarize(&text(tag, &sentences), &Options::default()).expect("a digest");
        assert_eq!(
            digest.language.as_deref(),
            Some(tag),
            "stopwords.txt and the letters in tables.rs tell {tag}"
        );
    }
}

#[test]
fn the_sentences_are_found() {
    for (tag, sentences) in lines() {
        let digest = summarize(&text(tag, &sentences), &Options::default()).expect("a digest");
        let found: Vec<&str> = digest.sentences.iter().map(|s| s.text.as_str()).collect();
        assert_eq!(found, sentences, "{tag}");
    }
}

#[test]
fn a_label_of_the_language_is_set_aside() {
    for (tag, sentences) in lines() {
        let path = format!("{}/src/data/{tag}/boilerplate.txt", env!("CARGO_MANIFEST_DIR"));
        let table = std::fs::read_to_string(&path).expect("boilerplate.txt");
        let label = table.lines().find_map(|l| l.strip_prefix('=')).expect("a whole-line label");
        let paste = format!("{}\n\n{label}", text(tag, &sentences));
        let digest = summarize(&paste, &Options::default()).expect("a digest");
        assert!(digest.dropped.iter().any(|d| d.text == label), "{tag}: {label:?} stays; see {path}");
    }
}
