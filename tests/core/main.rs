//! The core's tests: one binary, data-driven.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

mod articles;
mod cases;
mod entities;
mod fuzz;
mod languages;
mod keywords;
mod law;
mod laws;
mod mutations;
mod options;
mod pastes;
mod select;
mod sentences;
#[path = "../../benches/text/mod.rs"]
mod text;
