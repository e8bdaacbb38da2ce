//! The core's tests: one binary, data-driven.

mod laws;
mod sentences;
