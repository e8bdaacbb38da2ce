//! The title of a document, without the name of its site.
//!
//! A page names its article up to three times: in `<title>`, mostly with the name of the site before or after it, in
//! `og:title`, and in a heading. None of them alone is right: the first heading is the site's on many blogs. The heading that
//! agrees best with the head is the title as the reader sees it; the head's own wording is the answer when none agrees.

use super::tag::Tag;
use super::tree::{Outline, Segment};
use crate::fold::fold_into;
use crate::interner::Interner;
use crate::text;
use crate::unicode::{is_unspaced, is_whitespace, is_word_char};

/// A heading agrees with the head from this Dice coefficient of their words on.
const AGREES: f64 = 0.65;
/// How much more a heading of level 1, 2 and 3 counts.
const LEVELS: [f64; 3] = [0.2, 0.1, 0.0];
/// A heading that agrees with the beginning of `<title>` counts more: the name of the site comes last mostly.
const BEGINS: f64 = 0.15;
/// Parts of a title that are looked at, and words of one.
const PARTS: usize = 6;
const WORDS: usize = 64;
/// Headings that are compared.
const HEADINGS: usize = 200;

/// The titles in the head of a document.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// `<title>`
    pub title: String,
    /// `<meta property="og:title">`
    pub social: String,
    /// `<meta property="og:site_name">`
    pub site: String,
}

impl Head {
    /// Whether there is no title in it.
    pub fn is_empty(&self) -> bool {
        text::trim(&self.title).is_empty() && text::trim(&self.social).is_empty()
    }
}

/// A title, and the segment of the heading that shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Title {
    pub text: String,
    pub segment: Option<usize>,
}

/// A heading of the document.
struct Heading {
    segment: usize,
    level: u8,
    text: String,
    words: Vec<u32>,
}

/// The title of a document, if it has any.
pub(crate) fn find(outline: &Outline, head: &Head) -> Option<Title> {
    let mut interner = Interner::default();
    let headings = headings(outline, &mut interner);
    let site = words(&head.site, &mut interner);
    let title = tidy(&head.title);
    let social = tidy(&head.social);
    let whole = if title.is_empty() { &social } else { &title };
    if whole.is_empty() {
        let first = headings.into_iter().find(|h| h.level == 1)?;
        return Some(Title { text: first.text, segment: Some(first.segment) });
    }
    let parts = split(whole);
    let stated = if social.is_empty() { whole.as_str() } else { social.as_str() };
    // A name stated beside the title is the site's, if it is in the title at all.
    let differs = !social.is_empty() && social != *whole;
    let own = without_site(stated, &site, differs, &mut interner);
    let guessed = own.len() < stated.len() && site.is_empty();
    let target = words(own, &mut interner);
    let runs = runs(&parts, &mut interner);
    let score = |heading: &Heading| {
        let level = LEVELS.get(usize::from(heading.level) - 1).copied().unwrap_or(0.0);
        let with_run = |(first, words): &(bool, Vec<u32>)| {
            // A part of the title that is short beside the rest is the name of the site.
            let long = words.len() * 2 >= target.len();
            if long || *first { dice(&heading.words, words) + if *first { BEGINS } else { 0.0 } } else { 0.0 }
        };
        let agreement = runs.iter().map(with_run).fold(dice(&heading.words, &target) + BEGINS, f64::max);
        if agreement < AGREES + BEGINS || heading.words == site { 0.0 } else { agreement + level }
    };
    let mut best: Option<(f64, &Heading)> = None;
    for heading in &headings {
        let score = score(heading);
        if score > best.map_or(0.0, |(most, _)| most) {
            best = Some((score, heading));
        }
    }
    let heading = best.map(|(_, heading)| heading).or_else(|| only(outline, &headings, &site, &target));
    let Some(heading) = heading else {
        return Some(Title { text: own.to_string(), segment: None }).filter(|t| !t.text.is_empty());
    };
    let whole_part = parts.iter().any(|part| words(part, &mut interner) == heading.words);
    let text = if guessed || whole_part {
        heading.text.as_str()
    } else {
        without_kicker(&heading.text, &heading.words, &target)
    };
    Some(Title { text: text.to_string(), segment: Some(heading.segment) })
}

/// The headings of the first three levels that have words.
fn headings(outline: &Outline, interner: &mut Interner) -> Vec<Heading> {
    let mut out = Vec::new();
    for (i, segment) in outline.segments.iter().enumerate() {
        let Some(Tag::Heading(level @ 1..=3)) = tag(outline, segment) else { continue };
        let text = tidy(outline.source.get(segment.range.clone()).unwrap_or_default());
        let words = words(&text, interner);
        if !words.is_empty() && out.len() < HEADINGS {
            out.push(Heading { segment: i, level, text, words });
        }
    }
    out
}

fn tag(outline: &Outline, segment: &Segment) -> Option<Tag> {
    outline.elements.get(segment.element as usize).map(|e| e.tag)
}

/// The one heading of the first level, when it isn't the site's and has a word in common with the head.
fn only<'a>(outline: &Outline, headings: &'a [Heading], site: &[u32], target: &[u32]) -> Option<&'a Heading> {
    let mut first = headings.iter().filter(|h| h.level == 1 && h.words != site);
    let heading = first.next().filter(|_| first.next().is_none())?;
    let linked = outline.segments.get(heading.segment).is_none_or(|s| s.linked * 2 > s.letters);
    let shared = heading.words.iter().filter(|w| target.contains(w)).count();
    (!linked && heading.words.len() > 2 && shared > 1).then_some(heading)
}

/// A heading that ends in the title that the head states, without what stands before it.
fn without_kicker<'a>(heading: &'a str, words: &[u32], target: &[u32]) -> &'a str {
    if target.len() < 3 || words.len() <= target.len() || !words.ends_with(target) {
        return heading;
    }
    let mut rest = heading;
    for _ in target.len()..words.len() {
        rest = text::trim_start_matches(rest, &|c| !is_word_char(c));
        rest = rest.get(next_word(rest).len()..).unwrap_or_default();
    }
    // What a colon leads on from is no kicker: `"Buses, no": Halden wants trams`.
    if text::prefix_until(rest, &is_word_char).contains(':') {
        return heading;
    }
    text::trim_start_matches(rest, &|c| !is_word_char(c) && !text::contains_char("«„“\"'‘¿¡([", c))
}

/// The parts of a title, between separators with spaces around.
fn split(title: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, c) in title.char_indices() {
        let end = at + c.len_utf8();
        let (before, after) = (title.get(..at).unwrap_or_default(), title.get(end..).unwrap_or_default());
        let spaced = text::last_char(before) == Some(' ') && text::first_char(after) == Some(' ');
        // In Chinese and Japanese titles no space stands around them.
        let unspaced = text::last_char(before).is_some_and(is_unspaced)
            && text::first_char(after).is_some_and(is_unspaced);
        if text::contains_char("|-–—·•«»/｜_:", c)
            && (c == '｜' || spaced && c != ':' || unspaced && text::contains_char("|-_", c))
        {
            parts.push(text::trim(title.get(start..at).unwrap_or_default()));
            start = end;
            if parts.len() == PARTS {
                break;
            }
        }
    }
    parts.push(text::trim(title.get(start..).unwrap_or_default()));
    parts.retain(|p| !p.is_empty());
    parts
}

/// All runs of neighbouring parts as words, and whether each begins the title.
fn runs(parts: &[&str], interner: &mut Interner) -> Vec<(bool, Vec<u32>)> {
    let parts: Vec<Vec<u32>> = parts.iter().map(|p| words(p, interner)).collect();
    let mut out = Vec::new();
    for start in 0..parts.len() {
        let mut run = Vec::new();
        for part in parts.get(start..).unwrap_or_default() {
            run.extend_from_slice(part);
            out.push((start == 0, run.clone()));
        }
    }
    out
}

/// The title without the part at one of its ends that is the site's name; when that isn't known, the longest part, if it has
/// three words or more.
fn without_site<'a>(title: &'a str, site: &[u32], is_clean: bool, interner: &mut Interner) -> &'a str {
    let parts = split(title);
    let (Some(&first), Some(&last)) = (parts.first(), parts.last()) else { return title };
    if parts.len() < 2 {
        return title;
    }
    let is_site = |part: &str, interner: &mut Interner| {
        !site.is_empty() && dice(&words(part, interner), site) >= AGREES
    };
    if is_site(last, interner) {
        return text::trim(title.get(..title.len() - last.len()).map_or(first, without_separator));
    }
    if is_site(first, interner) {
        return text::trim_start_matches(title.get(first.len()..).unwrap_or(last), &|c| !is_word_char(c));
    }
    if is_clean {
        return title;
    }
    let longest = parts.iter().copied().fold("", |a, b| if b.len() > a.len() { b } else { a });
    let long = longest.split(' ').filter(|w| !w.is_empty()).count() > 2;
    let solid = text::first_char(longest).is_some_and(is_unspaced);
    // The name of the site is a part at the end, or the rest of a longer title.
    if long || solid {
        return if longest.len() * 2 > title.len() || solid { longest } else { first_parts(title, last) };
    }
    title
}

fn first_parts<'a>(title: &'a str, last: &str) -> &'a str {
    text::trim(title.get(..title.len() - last.len()).map_or(title, without_separator))
}

fn without_separator(text: &str) -> &str {
    text::trim_end_matches(text, &|c| text::contains_char("|-–—·•«»/｜_ ", c))
}

/// Dice coefficient of two lists of words.
fn dice(a: &[u32], b: &[u32]) -> f64 {
    let mut rest = b.to_vec();
    let mut shared = 0;
    for word in a {
        if let Some(at) = rest.iter().position(|w| w == word) {
            rest.swap_remove(at);
            shared += 1;
        }
    }
    let all = a.len() + b.len();
    if all == 0 { 0.0 } else { f64::from(2 * shared) / all as f64 }
}

/// The words of a text, folded, as numbers; each character of a script without spaces is one.
fn words(text: &str, interner: &mut Interner) -> Vec<u32> {
    let mut out = Vec::new();
    let mut folded = String::new();
    let mut rest = text;
    while out.len() < WORDS {
        rest = text::trim_start_matches(rest, &|c| !is_word_char(c));
        let word = next_word(rest);
        if word.is_empty() {
            break;
        }
        fold_into(word, &mut folded);
        out.push(interner.intern(&folded));
        rest = rest.get(word.len()..).unwrap_or_default();
    }
    out
}

/// The word that the text begins with.
fn next_word(text: &str) -> &str {
    match text::first_char(text) {
        Some(c) if is_unspaced(c) => text.get(..c.len_utf8()).unwrap_or_default(),
        _ => text::prefix_until(text, &|c| !is_word_char(c) || is_unspaced(c)),
    }
}

/// White space tidied; what goes on for more than so many words is no title, only its beginning is looked at.
fn tidy(text: &str) -> String {
    let mut out = String::new();
    // Headings have a sign to link to them by at their end.
    let mut rest =
        text::trim_end_matches(text::trim(text), &|c| is_whitespace(c) || text::contains_char("¶#🔗§", c));
    for _ in 0..WORDS {
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
