//! Which sentences are chosen: `tests/cases/select.jsonl`, one case a line.
//!
//! `summary`: how its sentences begin, all of them, in order. `needs`: pairs; for every number of sentences, where the
//! first is chosen so is the second. `apart`: pairs never both in the order. `holds`: what the summary holds, `lacks`: what it doesn't.
//! `count`: how many it has. `headline`: exactly. `best`: how the first of the order begins.

use nutgraf::{Digest, Length, Options, Sentence, summarize};
use serde_json::Value;

#[test]
fn chooses_the_right_sentences() {
    let mut faults = String::new();
    for line in include_str!("../cases/select.jsonl").lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let options: Options = serde_json::from_value(case["options"].clone()).unwrap();
        let text = case["text"].as_str().unwrap();
        let digest = summarize(text, &options).unwrap();
        for (key, wanted) in case.as_object().unwrap() {
            if let Some(fault) = judge(key, wanted, &digest, text, &options) {
                faults += &format!("{}: {key}: {fault}\n", case["name"]);
            }
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

fn judge(key: &str, wanted: &Value, digest: &Digest, text: &str, options: &Options) -> Option<String> {
    let summary = chosen(digest);
    let strings = |v: &Value| -> Vec<String> {
        v.as_array().unwrap().iter().map(|s| s.as_str().unwrap().to_string()).collect()
    };
    let holds = match key {
        "name" | "link" | "text" | "options" => true,
        "summary" => {
            let wanted = strings(wanted);
            wanted.len() == summary.len() && wanted.iter().zip(&summary).all(|(w, s)| s.starts_with(w))
        }
        "count" => wanted.as_u64() == Some(summary.len() as u64),
        "needs" => return dangling(wanted, text, options),
        "apart" => {
            let [one, other] = [0, 1].map(|i| wanted[i].as_str().unwrap());
            let ranked: Vec<&Sentence> = digest.sentences.iter().filter(|s| s.rank.is_some()).collect();
            let has = |part: &str| ranked.iter().filter(|s| s.text.contains(part)).count();
            has(one) + has(other) == 1
        }
        "holds" => strings(wanted).iter().all(|part| summary.iter().any(|s| s.contains(part))),
        "lacks" => !strings(wanted).iter().any(|part| summary.iter().any(|s| s.contains(part))),
        "headline" => digest.headline.as_deref() == wanted.as_str(),
        "best" => {
            let best = digest.sentences.iter().find(|s| s.rank == Some(0)).unwrap();
            best.text.starts_with(wanted.as_str().unwrap())
        }
        _ => panic!("no such demand: {key}"),
    };
    (!holds).then(|| format!("{summary:#?} {:?}", digest.headline))
}

/// A sentence chosen without the one that it needs, at any length.
fn dangling(pairs: &Value, text: &str, options: &Options) -> Option<String> {
    for n in 1..12 {
        let digest = summarize(text, &Options { length: Length::Sentences(n), ..options.clone() }).unwrap();
        let summary = chosen(&digest);
        let has = |begin: &Value| summary.iter().any(|s| s.starts_with(begin.as_str().unwrap()));
        for pair in pairs.as_array().unwrap() {
            if has(&pair[0]) && !has(&pair[1]) {
                return Some(format!("{n} sentences: {summary:#?}"));
            }
        }
    }
    None
}

fn chosen(digest: &Digest) -> Vec<&str> {
    digest.summary.iter().map(|&i| digest.sentences[i as usize].text.as_str()).collect()
}
