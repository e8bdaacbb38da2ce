//! Words to named entities, dates and amounts.

use crate::article::Article;
use crate::digest::Entity;

/// The entities of the article and where each is named.
#[derive(Debug, Default)]
#[allow(dead_code, reason = "the features read the mentions")]
pub(crate) struct Entities {
    /// Heaviest first; weights are shares of the heaviest's.
    pub list: Vec<Entity>,
    /// Every mention, in document order.
    pub mentions: Vec<Mention>,
}

/// A place where an entity is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(dead_code, reason = "the features read the mentions")]
pub(crate) struct Mention {
    /// Index of the sentence in [`Article::sentences`].
    pub sentence: u32,
    /// Index of its first word in [`crate::word::Words::words`].
    pub word: u32,
    /// How many words it takes.
    pub words: u32,
    /// Index of the entity in [`Entities::list`].
    pub entity: u32,
}

impl Entities {
    /// The heaviest, for the reader.
    pub fn shown(&self) -> Vec<Entity> {
        self.list.iter().take(SHOWN).cloned().collect()
    }
}

/// Entities in a digest, at most.
const SHOWN: usize = 30;

/// Finds the entities of the article.
pub(crate) fn find(_article: &Article) -> Entities {
    Entities::default()
}
