//! Which language a text is in: script first, then the votes of function words.

use crate::Options;
use crate::page::Page;
use crate::tables::{self, Language};

/// The language asked for, else the one that the text is in; `None` rather than a guess.
pub(crate) fn detect(page: &Page, options: &Options) -> Option<&'static Language> {
    if let Some(tag) = &options.language {
        return tables::language(tag);
    }
    let mut votes = vec![0u32; tables::LANGUAGES.len()];
    let mut folded = String::new();
    crate::word::each_word(&page.text, |_, _, _, slice| {
        crate::word::fold_into(slice, &mut folded);
        for (language, votes) in tables::LANGUAGES.iter().zip(&mut votes) {
            *votes += u32::from(language.stopwords.lines().any(|l| l == folded));
        }
    });
    let best = votes.iter().copied().max().filter(|&v| v > 0)?;
    let at = votes.iter().position(|&v| v == best)?;
    tables::LANGUAGES.get(at)
}
