//! The core's tests: one binary, data-driven.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]
#[path = "../../benches/text/mod.rs"]

mod articles;
mod law;
mod laws;
mod mutations;
mod sentences;
mod text;
