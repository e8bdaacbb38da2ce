//! Whole pastes: what stays, and what goes for which reason.
//!
//! `tests/cases/articles/*.txt`: a line on the fault and its report, the paste, `---`, then `title | …`, `kept | …` (a
//! part of a sentence) and, in order, `reason | …` (how each thing set aside begins).

use std::path::Path;

use nutgraf::{Options, summarize};

#[test]
fn tells_the_article_from_the_rest() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/articles");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 10);
    let mut faults = String::new();
    for file in files {
        let case = std::fs::read_to_string(&file).unwrap();
        let (paste, want) = case.split_once('\n').unwrap().1.split_once("\n---\n").unwrap();
        for fault in judge(paste, want) {
            faults += &format!("{}: {fault}\n", file.file_name().unwrap().display());
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

fn judge(paste: &str, want: &str) -> Vec<String> {
    let digest = summarize(paste, &Options::default()).unwrap();
    let lines: Vec<(&str, &str)> = want.lines().map(|l| l.split_once(" | ").unwrap()).collect();
    let mut faults = Vec::new();
    let title = lines.iter().find(|l| l.0 == "title").map(|l| l.1);
    if digest.title.as_deref() != title {
        faults.push(format!("title {:?}, not {title:?}", digest.title));
    }
    for (_, kept) in lines.iter().filter(|l| l.0 == "kept") {
        if !digest.sentences.iter().any(|s| s.text.contains(kept)) {
            faults.push(format!("gone: {kept}"));
        }
    }
    let want: Vec<_> = lines.iter().filter(|l| !matches!(l.0, "title" | "kept")).collect();
    for (i, dropped) in digest.dropped.iter().enumerate() {
        if !want
            .get(i)
            .is_some_and(|(reason, text)| dropped.reason == *reason && dropped.text.starts_with(text))
        {
            faults.push(format!("{} | {}, not {:?}", dropped.reason, dropped.text, want.get(i)));
        }
    }
    if digest.dropped.len() < want.len() {
        faults.push(format!("kept: {:?}", &want[digest.dropped.len()..]));
    }
    faults
}

/// Words that dangle at the start of a sentence, in the languages of the pastes.
const DANGLING: &str = "He She It They This These However But Il Elle Cela Ces Cependant Er Dies Diese Dennoch Ella Esto Estos Pero Он Она Это Однако";

#[test]
fn chosen_sentences_can_be_read_by_themselves() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/articles");
    let mut faults = String::new();
    for file in std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()) {
        let case = std::fs::read_to_string(&file).unwrap();
        let (paste, _) = case.split_once('\n').unwrap().1.split_once("\n---\n").unwrap();
        let digest = summarize(paste, &Options::default()).unwrap();
        // A page without an article has no sentences to choose from.
        if !digest.sentences.iter().any(|s| s.text.ends_with('.')) {
            continue;
        }
        let name = file.file_name().unwrap().display();
        let chosen: Vec<&nutgraf::Sentence> =
            digest.summary.iter().map(|&i| &digest.sentences[i as usize]).collect();
        for (&i, sentence) in digest.summary.iter().zip(&chosen) {
            if let Some(fault) = unreadable(sentence, i > 0 && digest.summary.contains(&(i - 1))) {
                faults += &format!("{name}: {fault}: {}\n", sentence.text);
            }
        }
        for (at, one) in chosen.iter().enumerate() {
            for other in chosen.iter().skip(at + 1).filter(|other| shared(&one.text, &other.text) >= 0.7) {
                faults += &format!("{name}: said twice: {} | {}\n", one.text, other.text);
            }
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

/// Why a sentence can't be read by itself.
fn unreadable(sentence: &nutgraf::Sentence, after_its_neighbour: bool) -> Option<&'static str> {
    let text = &sentence.text;
    let first = text.split([' ', ',']).next().unwrap_or_default();
    let is_item = sentence.kind == "list-item";
    if DANGLING.split(' ').any(|word| word == first) && !after_its_neighbour {
        return Some("dangles");
    }
    if sentence.kind == "caption" || text.contains(" | ") {
        return Some("a caption or kicker");
    }
    let is_torn =
        first.starts_with(char::is_lowercase) || !text.ends_with(['.', '!', '?', '…', '”', '»', '"', ')']);
    (is_torn && !is_item).then_some("a fragment")
}

/// Share of the longer words of the sentence with fewer that the other has, too.
fn shared(one: &str, other: &str) -> f64 {
    let words = |text: &str| -> std::collections::BTreeSet<String> {
        let long = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 3);
        long.map(|word| word.to_lowercase().chars().take(6).collect()).collect()
    };
    let (one, other) = (words(one), words(other));
    one.intersection(&other).count() as f64 / one.len().min(other.len()).max(1) as f64
}
