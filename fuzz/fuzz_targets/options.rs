//! Reads any JSON as options: see tests/core/fuzz/options.rs, which `cargo test` runs on the seeds.

#![no_main]

#[path = "../../tests/core/law.rs"]
mod law;
#[path = "../../tests/core/fuzz/options.rs"]
mod target;

libfuzzer_sys::fuzz_target!(|data: &[u8]| target::run(data));
