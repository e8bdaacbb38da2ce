//! The title of a document, without the name of its site.

use super::{Outline, Tag};
use crate::unicode::lowercase;
use crate::word::is_word_char;

/// What the document's head says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Head {
    /// `<title>`
    pub title: String,
    /// `<meta property="og:title">`
    pub social: String,
}

impl Head {
    pub fn is_empty(&self) -> bool {
        self.title.trim().is_empty() && self.social.trim().is_empty()
    }
}

/// Between a title and the name of the site.
const SEPARATORS: &[&str] = &[" | ", " - ", " – ", " — ", " · ", " • ", " « ", " » ", " :: ", " / ", "｜"];

/// The heading of the first level that shares most words with the head's title; else that title, cut at a separator where
/// the longer part is. Without a title in the head the first heading of the first level.
pub(crate) fn find(outline: &Outline, head: &Head) -> Option<String> {
    let title = tidy(if head.title.trim().is_empty() { &head.social } else { &head.title });
    let mut best: Option<(usize, String)> = None;
    for segment in &outline.segments {
        if outline.elements.get(segment.element as usize).is_none_or(|e| e.tag != Tag::Heading(1)) {
            continue;
        }
        let heading = tidy(outline.source.get(segment.range.clone()).unwrap_or_default());
        if title.is_empty() {
            return Some(heading);
        }
        let (shared, all) = shared(&heading, &title);
        if shared * 2 > all && best.as_ref().is_none_or(|(most, _)| shared > *most) {
            best = Some((shared, heading));
        }
    }
    let cut = || if head.social.trim().is_empty() { without_site(&title) } else { tidy(&head.social) };
    best.map(|(_, heading)| heading).or_else(|| Some(cut())).filter(|t| !t.is_empty())
}

/// How many of the words of `heading` stand in `title`, and how many it has.
fn shared(heading: &str, title: &str) -> (usize, usize) {
    let (heading, title) = (lowercase(heading), lowercase(title));
    let mut count = (0, 0);
    for word in heading.split(|c| !is_word_char(c)).filter(|w| !w.is_empty()) {
        count.1 += 1;
        count.0 += usize::from(title.split(|c| !is_word_char(c)).any(|t| t == word));
    }
    count
}

fn without_site(title: &str) -> String {
    let longest = SEPARATORS
        .iter()
        .filter_map(|s| title.rsplit_once(s).or_else(|| title.split_once(s)))
        .map(|(a, b)| if a.len() >= b.len() { a } else { b })
        .min_by_key(|t| t.len());
    longest.filter(|t| t.split_whitespace().count() > 2).unwrap_or(title).trim().to_string()
}

/// White space tidied; what goes on for more than so many words is no title, only its beginning is looked at.
fn tidy(text: &str) -> String {
    let mut out = String::new();
    for word in text.split_whitespace().take(64) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}
