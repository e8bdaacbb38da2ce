//! The blocks of pasted texts as the cleaning model sees them, for `scripts/fit-cleaning.py`: `{"id", "text"}` a line in,
//! `{"id", "names", "blocks": [[text, kept by cues and form, [feature, …]], …]}` a line out.

use std::io::{self, BufRead, BufWriter, Write};

use nutgraf::BlockRow;
use serde_json::{Value, json};

fn main() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let Ok(job) = serde_json::from_str::<Value>(&line?) else { continue };
        let rows = nutgraf::block_rows(job["text"].as_str().unwrap_or_default());
        let blocks: Vec<Value> = rows.iter().map(|row| json!([row.text, row.kept, row.features])).collect();
        let names: Vec<&str> = BlockRow::names().collect();
        serde_json::to_writer(&mut out, &json!({"id": job["id"], "names": names, "blocks": blocks}))?;
        out.write_all(b"\n")?;
    }
    out.flush()
}
