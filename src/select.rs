//! Scores to one nested order, and from it the summary.

use crate::Options;
use crate::article::Article;
use crate::options::Length;

/// The place of each sentence in the nested order, from 0; `None`: can't be chosen.
pub(crate) fn rank(article: &Article, scores: &[f64]) -> Vec<Option<u32>> {
    let mut order: Vec<usize> = (0..article.sentences.len()).filter(|&i| article.is_eligible(i)).collect();
    let score = |i: usize| scores.get(i).copied().unwrap_or(0.0);
    order.sort_by(|&a, &b| score(b).total_cmp(&score(a)).then(a.cmp(&b)));
    let mut ranks = vec![None; article.sentences.len()];
    for (rank, index) in order.into_iter().enumerate() {
        if let Some(slot) = ranks.get_mut(index) {
            *slot = Some(rank as u32);
        }
    }
    ranks
}

/// The chosen sentences for the length asked for, ascending.
pub(crate) fn choose(_article: &Article, ranks: &[Option<u32>], options: &Options) -> Vec<u32> {
    let count = match options.length {
        Length::Sentences(n) => n,
        Length::Short => 3,
        Length::Long => 7,
        _ => 5,
    };
    (0u32..).zip(ranks).filter(|(_, r)| r.is_some_and(|r| r < count)).map(|(i, _)| i).collect()
}
