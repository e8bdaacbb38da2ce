//! The title of a document, without the name of its site.

use super::tag::Tag;
use super::tree::Outline;
use crate::fold::fold_into;
use crate::interner::Interner;
use crate::text;
use crate::unicode::{is_whitespace, is_word_char};

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
        text::trim(&self.title).is_empty() && text::trim(&self.social).is_empty()
    }
}

/// The heading of the first level that shares most words with the head's title; else that title, cut at a separator where
/// the longer part is. Without a title in the head the first heading of the first level.
pub(crate) fn find(outline: &Outline, head: &Head) -> Option<String> {
    let title = tidy(if text::trim(&head.title).is_empty() { &head.social } else { &head.title });
    let mut known = Interner::default();
    words(&title, &mut |word| {
        known.intern(word);
    });
    let mut best: Option<(usize, String)> = None;
    for segment in &outline.segments {
        if outline.elements.get(segment.element as usize).is_none_or(|e| e.tag != Tag::Heading(1)) {
            continue;
        }
        let heading = tidy(outline.source.get(segment.range.clone()).unwrap_or_default());
        if title.is_empty() {
            return Some(heading);
        }
        let (shared, all) = shared(&heading, &known);
        if shared * 2 > all && best.as_ref().is_none_or(|(most, _)| shared > *most) {
            best = Some((shared, heading));
        }
    }
    let cut = || {
        if text::trim(&head.social).is_empty() {
            without_site(&title).to_string()
        } else {
            tidy(&head.social)
        }
    };
    best.map(|(_, heading)| heading).or_else(|| Some(cut())).filter(|t| !t.is_empty())
}

/// How many of the words of `heading` stand in the title, and how many it has.
fn shared(heading: &str, title: &Interner) -> (usize, usize) {
    let mut count = (0, 0);
    words(heading, &mut |word| {
        count.0 += usize::from(title.get(word).is_some());
        count.1 += 1;
    });
    count
}

fn words(text: &str, found: &mut dyn FnMut(&str)) {
    let mut folded = String::new();
    let mut rest = text;
    loop {
        rest = text::trim_start_matches(rest, &|c| !is_word_char(c));
        let word = text::prefix_until(rest, &|c| !is_word_char(c));
        if word.is_empty() {
            return;
        }
        fold_into(word, &mut folded);
        found(&folded);
        rest = rest.get(word.len()..).unwrap_or_default();
    }
}

/// The longer part before or after a separator with spaces around, if that has three words or more.
fn without_site(title: &str) -> &str {
    let mut best = title;
    let separators = title.char_indices().filter(|&(_, c)| text::contains_char("|-–—·•«»/｜", c));
    // Each costs a look at the whole title.
    for (at, c) in separators.take(32) {
        let end = at + c.len_utf8();
        let (Some(before), Some(after)) = (title.get(..at), title.get(end..)) else { continue };
        let spaced =
            text::last_char(before) == Some(' ') && text::first_char(after) == Some(' ') || c == '｜';
        let longer = if before.len() >= after.len() { before } else { after };
        let enough = c == '｜' || longer.split(' ').filter(|w| !w.is_empty()).count() > 2;
        if spaced && enough && (best.len() == title.len() || longer.len() > best.len()) {
            best = longer;
        }
    }
    text::trim(best)
}

/// White space tidied; what goes on for more than so many words is no title, only its beginning is looked at.
fn tidy(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text::trim(text);
    for _ in 0..64 {
        let word = text::prefix_until(rest, &is_whitespace);
        if word.is_empty() {
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
        rest = text::trim_start_matches(rest.get(word.len()..).unwrap_or_default(), &is_whitespace);
    }
    out
}
