//! Pairs of neighbouring content words that the document repeats.

use crate::article::Article;

/// For each sentence the share of its pairs of neighbouring content words that occur twice or more in the document.
pub(crate) fn measure(article: &Article, sentences: &[u32]) -> Vec<f64> {
    let mut table = Table::new(article.words.words.len());
    for &sentence in sentences {
        each_pair(article, sentence, |pair| table.see(pair));
    }
    let share = |&sentence: &u32| {
        let (mut all, mut repeated) = (0u32, 0u32);
        each_pair(article, sentence, |pair| {
            all += 1;
            repeated += u32::from(table.is_repeated(pair));
        });
        f64::from(repeated) / f64::from(all.max(1))
    };
    sentences.iter().map(share).collect()
}

fn each_pair(article: &Article, sentence: u32, mut found: impl FnMut(u64)) {
    let mut last = None;
    for &word in article.words.of(sentence as usize).iter().filter(|w| !article.is_stop(**w)) {
        let term = article.words.term(word);
        if let Some(last) = last.replace(term) {
            found(u64::from(last) << 32 | u64::from(term));
        }
    }
}

/// Which pairs occur once, and which more often: open addressing over 31-bit tags. Two pairs in some billions share a tag.
struct Table {
    /// The tag above, whether it occurs twice in the lowest bit; 0 is free.
    slots: Vec<u32>,
}

impl Table {
    fn new(pairs: usize) -> Table {
        Table { slots: vec![0; (pairs * 2).next_power_of_two().max(16)] }
    }

    fn see(&mut self, pair: u64) {
        let (slot, tag) = self.find(pair);
        if let Some(slot) = self.slots.get_mut(slot) {
            *slot = if *slot == 0 { tag } else { *slot | 1 };
        }
    }

    fn is_repeated(&self, pair: u64) -> bool {
        self.slots.get(self.find(pair).0).is_some_and(|s| s & 1 == 1)
    }

    fn find(&self, pair: u64) -> (usize, u32) {
        let hash = (pair ^ pair >> 29).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let hash = (hash ^ hash >> 32).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let tag = (hash as u32 | 2) & !1;
        let mask = self.slots.len() - 1;
        let mut slot = (hash >> 32) as usize & mask;
        while self.slots.get(slot).is_some_and(|&s| s != 0 && s & !1 != tag) {
            slot = (slot + 1) & mask;
        }
        (slot, tag)
    }
}
