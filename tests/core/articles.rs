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
