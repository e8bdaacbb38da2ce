//! Scores to one nested order, and from it the summary.

mod context;
mod copies;
mod length;
mod order;

pub(crate) use context::needs;
pub(crate) use length::choose;
pub(crate) use order::{Basis, Place, order};
