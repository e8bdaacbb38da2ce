//! Splits simple paragraphs: see tests/core/fuzz/sentences.rs, which `cargo test` runs on the seeds.

#![no_main]

#[path = "../../tests/core/fuzz/sentences.rs"]
mod target;

libfuzzer_sys::fuzz_target!(|data: &[u8]| target::run(data));
