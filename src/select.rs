//! Scores to one nested order, and from it the summary.

mod order;

use crate::Options;
use crate::article::Article;
use crate::options::Length;
pub(crate) use order::{Place, order};

/// The chosen sentences for the length asked for, ascending.
pub(crate) fn choose(_article: &Article, places: &[Place], options: &Options) -> Vec<u32> {
    let count = match options.length {
        Length::Sentences(n) => n,
        Length::Short => 3,
        Length::Long => 7,
        _ => 5,
    };
    if let Length::Words(limit) = options.length {
        let mut ranked: Vec<(u32, usize)> =
            places.iter().enumerate().filter_map(|(i, p)| Some((p.rank?, i))).collect();
        ranked.sort_unstable();
        let mut left = limit as usize;
        let mut out = Vec::new();
        for (_, i) in ranked {
            let n = _article.words.of(i).len();
            if n <= left {
                left -= n;
                out.push(i as u32);
            }
        }
        out.sort_unstable();
        return out;
    }
    (0u32..).zip(places).filter(|(_, p)| p.rank.is_some_and(|r| r < count)).map(|(i, _)| i).collect()
}
