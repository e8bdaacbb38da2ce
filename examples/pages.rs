//! Reads saved documents, as `node scripts/pages.mjs` writes them, `{"id", "head", "lang", "nodes"}` a line, and writes
//! `{"id", "title", "text"}` a line: the text that was kept. With `--all` also what was dropped, and why.

use std::io::{self, BufRead, BufWriter, Write};

use nutgraf::Options;
use nutgraf::document::{self, Head, Node};
use serde_json::{Value, json};

fn main() -> io::Result<()> {
    let all = std::env::args().any(|a| a == "--all");
    let mut out = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let Ok(page) = serde_json::from_str::<Value>(&line?) else { continue };
        let text = |v: &Value| v.as_str().unwrap_or_default().to_string();
        let head = Head {
            title: text(&page["head"]["title"]),
            social: text(&page["head"]["og:title"]),
            site: text(&page["head"]["og:site_name"]),
        };
        let nodes: Vec<Node> = page["nodes"].as_array().into_iter().flatten().map(node).collect();
        let start = std::time::Instant::now();
        let digest = match document::summarize(&nodes, &head, page["lang"].as_str(), &Options::default()) {
            Ok(digest) => digest,
            Err(e) => {
                eprintln!("{}: {e}", page["id"]);
                continue;
            }
        };
        let ms = start.elapsed().as_secs_f64() * 1e3;
        let kept: Vec<&str> = digest.sentences.iter().map(|s| s.text.as_str()).collect();
        let mut line = json!({"id": page["id"], "title": digest.title, "text": kept.join("\n"), "ms": ms});
        if all {
            let mut rows: Vec<(u32, &str, &str)> =
                digest.sentences.iter().map(|s| (s.start, "", s.text.as_str())).collect();
            rows.extend(digest.dropped.iter().map(|d| (d.start, d.reason, d.text.as_str())));
            rows.sort_by_key(|r| r.0);
            line["all"] = rows.iter().map(|r| json!([r.1, r.2])).collect();
        }
        serde_json::to_writer(&mut out, &line)?;
        out.write_all(b"\n")?;
    }
    out.flush()
}

fn node(value: &Value) -> Node<'_> {
    match value {
        Value::String(text) => Node::Text(text),
        Value::Array(open) => {
            let name = open.first().and_then(Value::as_str).unwrap_or_default();
            let attributes = open.get(1).and_then(Value::as_object).into_iter().flatten();
            Node::Open(name, attributes.filter_map(|(k, v)| Some((k.as_str(), v.as_str()?))).collect())
        }
        _ => Node::Close,
    }
}
