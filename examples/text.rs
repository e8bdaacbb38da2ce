//! Made-up text for trying things out: `cargo run --release --example text -- fr 1000000 [seed]`.
//!
//! The language is en, fr, zh or ar.

use std::io::{self, Write};
use std::process::ExitCode;

#[path = "../benches/text/mod.rs"]
mod text;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let known = args.first().filter(|l| text::LANGUAGES.contains(&l.as_str()));
    let bytes = args.get(1).and_then(|n| n.parse().ok());
    let seed = args.get(2).map_or(Ok(1), |n| n.parse());
    let (Some(language), Some(bytes), Ok(seed)) = (known, bytes, seed) else {
        eprintln!("usage: text {} BYTES [SEED]", text::LANGUAGES.join("|"));
        return ExitCode::FAILURE;
    };
    let article = text::article(language, bytes, seed);
    if io::stdout().write_all(article.as_bytes()).is_err() {
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
