//! Reads blocks out of pieces of pages: see tests/core/fuzz/blocks.rs, which `cargo test` runs on the seeds.

#![no_main]

#[path = "../../tests/core/law.rs"]
mod law;
#[path = "../../tests/core/fuzz/blocks.rs"]
mod target;

libfuzzer_sys::fuzz_target!(|data: &[u8]| target::run(data));
