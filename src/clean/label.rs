//! Lines that only look like a title: bylines and labels.

use super::cue_phrases::Strength;
use super::page_features::{BlockFeatures, PageFeatures};
use crate::page::Reason;
use crate::text;

/// `By Ida Pell`, «Von Ida Pell»: a preposition and nothing but names; or a short label with a word such as «reporter».
pub(super) fn is_byline(features: &PageFeatures, fact: &BlockFeatures, text: &str) -> bool {
    const BY: &str = "by By BY par Par por Por von Von di Di da Da de De af Af av Av door Door przez autor Autor Autora \
        Text Texte Texto Tekst Автор Autore От";
    let first = text::prefix_until(text, &|c| c == ' ' || c == ':');
    let names = fact.words.saturating_sub(1);
    let cues = features.cues.get(fact.cues.clone()).unwrap_or_default();
    let named = fact.words <= 6 && fact.capitals >= names.max(1) && text::list_contains(BY, first);
    let office = fact.words <= 5 && cues.iter().any(|c| c.reason == Reason::Byline);
    !fact.ends && fact.words >= 2 && (named || office)
}

/// Whether a cue phrase says that the line is a label; «Live: …» with a headline behind it is none.
pub(super) fn is_labelled(features: &PageFeatures, fact: &BlockFeatures) -> bool {
    let headline = fact.words >= fact.covered + 4;
    let cues = features.cues.get(fact.cues.clone()).unwrap_or_default();
    cues.iter().any(|c| c.strength != Strength::Weak && (c.reason != Reason::Byline || !headline))
}

/// `?` or `!` at the end, as headlines have them.
pub(super) fn exclaims(text: &str) -> bool {
    text.ends_with(['?', '!', '？', '！', '؟'])
}
