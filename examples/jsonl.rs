//! A batch filter: `{"id", "text", "options"}` a line in, the digest with that `id` a line out.
//!
//! ```sh
//! cargo run --release --example jsonl < articles.jsonl > digests.jsonl
//! ```
//!
//! A bad line gives `{"id", "error": {"code", "message"}}` and never stops the rest. With `--features` each sentence
//! that can be chosen also has `features` and `terms`, and the digest `termWeights`.

use std::io::{self, BufRead, BufWriter, Write};

use nutgraf::{Analysis, Options};
use serde_json::{Map, Value, json};

fn main() -> io::Result<()> {
    let features = std::env::args().any(|a| a == "--features");
    let mut out = BufWriter::new(io::stdout().lock());
    let mut input = io::stdin().lock();
    let mut line = Vec::new();
    while {
        line.clear();
        input.read_until(b'\n', &mut line)? > 0
    } {
        let text = String::from_utf8_lossy(&line);
        if !text.trim().is_empty() {
            serde_json::to_writer(&mut out, &answer(&text, features))?;
            out.write_all(b"\n")?;
        }
    }
    out.flush()
}

fn answer(line: &str, features: bool) -> Value {
    let mut job: Map<String, Value> = match serde_json::from_str(&repair_surrogates(line)) {
        Ok(job) => job,
        Err(e) => return failure(Value::Null, "invalid-line", &e.to_string()),
    };
    let id = job.remove("id").unwrap_or_default();
    let Some(Value::String(text)) = job.remove("text") else {
        return failure(id, "invalid-line", "\"text\" must be a string");
    };
    let options: Options = match job.remove("options").map(serde_json::from_value).transpose() {
        Ok(options) => options.unwrap_or_default(),
        Err(e) => return failure(id, "invalid-option", &e.to_string()),
    };
    match nutgraf::analyze(&text, &options) {
        Ok(analysis) => to_value(id, &analysis, features),
        Err(e) => failure(id, e.code(), &e.to_string()),
    }
}

fn failure(id: Value, code: &str, message: &str) -> Value {
    json!({"id": id, "error": {"code": code, "message": message}})
}

fn to_value(id: Value, analysis: &Analysis, features: bool) -> Value {
    let mut digest = serde_json::to_value(&analysis.digest).unwrap_or_default();
    digest["id"] = id;
    if features {
        for (i, sentence) in digest["sentences"].as_array_mut().into_iter().flatten().enumerate() {
            if let Some(features) = analysis.features(i) {
                sentence["features"] =
                    features.map(|(name, value)| (name.to_string(), json!(value))).collect();
                sentence["terms"] = json!(analysis.terms(i));
            }
        }
        digest["termWeights"] = analysis.term_weights().collect();
        digest["titleWeights"] = analysis.title_weights().collect();
    }
    digest
}

/// JSON may hold half a surrogate pair, which no Rust string can: it becomes U+FFFD, as in browsers.
fn repair_surrogates(line: &str) -> String {
    let unit = |at: usize| {
        let hex = line.get(at..at + 6)?.strip_prefix("\\u")?;
        u16::from_str_radix(hex, 16).ok()
    };
    let mut out = String::with_capacity(line.len());
    let mut at = 0;
    while let Some(found) = line[at..].find('\\') {
        let slash = at + found;
        out.push_str(&line[at..slash]);
        let (text, step) = match (unit(slash), unit(slash + 6)) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => (&line[slash..slash + 12], 12),
            (Some(0xD800..=0xDFFF), _) => ("\\ufffd", 6),
            (Some(_), _) => (&line[slash..slash + 6], 6),
            (None, _) => {
                let next = line[slash + 1..].chars().next().map_or(0, char::len_utf8);
                (&line[slash..slash + 1 + next], 1 + next)
            }
        };
        out.push_str(text);
        at = slash + step;
    }
    out.push_str(&line[at..]);
    out
}
