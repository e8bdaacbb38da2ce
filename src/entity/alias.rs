//! Coreference of names: inflected forms, last names and first names alone, and titles before a name are mentions of one
//! entity.

use super::run::Run;
use crate::article::Article;
use crate::column::Column;
use crate::phrase_trie::{PhraseTrie, ROOT};
use crate::tables::Trait;
use crate::text;
use crate::word::Word;

const NONE: u32 = u32::MAX;

/// Sentences by which a last name may precede the whole name, as in a headline.
const HEAD: u32 = 5;

/// The base form of each form: without its possessive, and for names in several cases the shortest form.
#[inline(never)]
pub(super) fn bases(article: &Article, runs: &[Run]) -> Vec<u32> {
    let forms = &article.words.forms;
    let mut base = identity(forms.len());
    let mut named: Vec<(&str, u32)> = Vec::new();
    let mut is_named = vec![false; forms.len()];
    for run in runs {
        for word in run.of(article) {
            if let Some(slot) = is_named.get_mut(word.form() as usize) {
                *slot = true;
            }
        }
    }
    for form in 0..forms.len() as u32 {
        if !is_named.at(form) {
            continue;
        }
        let root = root(article, form);
        let possessive = text::any(forms.text(form), &is_apostrophe);
        if (possessive || is_named.at(root))
            && let Some(slot) = base.get_mut(form as usize)
        {
            *slot = root;
        }
        let base_form = base.at(form);
        named.push((forms.text(base_form), base_form));
    }
    if !article.has(Trait::Declines) {
        return base;
    }
    let mut named = std::collections::BinaryHeap::from(named).into_sorted_vec();
    named.dedup();
    let mut head = NONE;
    let mut heads = identity(forms.len());
    for (text, form) in named {
        let first = if head == NONE { "" } else { forms.text(head) };
        if !differ_by_case_ending(first, text) {
            head = form;
        }
        if let Some(slot) = heads.get_mut(form as usize) {
            *slot = head;
        }
    }
    for slot in &mut base {
        *slot = heads.at(*slot);
    }
    base
}

/// The numbers from 0 to `size`.
#[inline(never)]
fn identity(size: usize) -> Vec<u32> {
    let mut out = vec![0; size];
    for (number, slot) in (0u32..).zip(&mut out) {
        *slot = number;
    }
    out
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// A name without a possessive ('s; any suffix after an apostrophe in Turkish).
pub(super) fn strip_possessive<'a>(article: &Article, text: &'a str) -> &'a str {
    let before = text::trim_end_matches(text, &|c| !is_apostrophe(c));
    let tail = text.get(before.len()..).unwrap_or_default();
    // Without the last apostrophe, of several that one alone.
    let at = before.len() - text::last_char(before).map_or(0, char::len_utf8);
    if at > 2 && (tail == "s" || article.has(Trait::SuffixApostrophe)) {
        text.get(..at).unwrap_or(text)
    } else {
        text
    }
}

/// A form without a possessive or genitive, where the text has that, too.
pub(super) fn root(article: &Article, form: u32) -> u32 {
    let forms = &article.words.forms;
    let text = forms.text(form);
    let mut root = strip_possessive(article, text);
    if root.len() == text.len() && article.has(Trait::GenitiveS) {
        root = text.strip_suffix('s').unwrap_or(text);
    }
    forms.get(root).unwrap_or(form)
}

/// Whether two names differ by a case ending only: four letters or more in common, then up to two each, or up to three
/// after the whole of one.
fn differ_by_case_ending(one: &str, other: &str) -> bool {
    let mut common = 0;
    let (mut letters, mut others) = (one.chars(), other.chars());
    while let (Some(a), Some(b)) = (letters.next(), others.next())
        && a == b
    {
        common += 1;
    }
    let (left, right) = (text::char_count(one) - common, text::char_count(other) - common);
    common >= 4 && (left <= 2 && right <= 2 || left == 0 && right <= 3)
}

/// Which runs name the same entity.
pub(super) struct Names {
    /// For each run its entity, counted from 0 in the order of first mention.
    pub of_run: Vec<u32>,
    /// For each entity the run that shows it.
    pub shown: Vec<u32>,
}

/// Groups the runs that name the same entity.
#[inline(never)]
pub(super) fn group(article: &Article, runs: &[Run], base: &[u32]) -> Names {
    let mut phrases = PhraseTrie::new(base.len());
    let mut kinds: Vec<Kind> = vec![Kind::default(); phrases.len()];
    let mut of_run = vec![ROOT; runs.len()];
    for (number, (run, node)) in (0u32..).zip(runs.iter().zip(&mut of_run)) {
        for word in run.of(article) {
            *node = phrases.intern(*node, base.at(word.form()));
            if *node as usize == kinds.len() {
                kinds.push(Kind::default());
            }
        }
        if let Some(kind) = kinds.get_mut(*node as usize) {
            kind.count_mention(article, run, number, base);
        }
    }
    let same = resolve(article, runs, base, &phrases, &kinds);
    let mut number = vec![NONE; kinds.len()];
    let mut shown = Vec::new();
    for node in &mut of_run {
        for _ in 0..4 {
            *node = same.at(*node);
        }
        if let (Some(slot), Some(kind)) = (number.get_mut(*node as usize), kinds.get(*node as usize)) {
            if *slot == NONE {
                *slot = shown.len() as u32;
                shown.push(kind.shown);
            }
            *node = *slot;
        }
    }
    Names { of_run, shown }
}

/// One spelling of a name, and its mentions.
#[derive(Clone, Copy, Debug)]
struct Kind {
    count: u32,
    /// Its first mention.
    first: u32,
    /// The mention that shows it: uninflected, if there is one.
    shown: u32,
    plain: bool,
    /// The sentence of its first mention.
    sentence: u32,
}

impl Default for Kind {
    fn default() -> Kind {
        Kind { count: 0, first: NONE, shown: NONE, plain: false, sentence: NONE }
    }
}

impl Kind {
    fn count_mention(&mut self, article: &Article, run: &Run, number: u32, base: &[u32]) {
        let plain = run.of(article).iter().all(|w| base.at(w.form()) == w.form());
        if self.count == 0 {
            self.first = number;
            self.sentence = run.sentence;
        }
        if self.count == 0 || plain && !self.plain {
            self.shown = number;
            self.plain = plain;
        }
        self.count += 1;
    }
}

/// Maps each phrase to the longest name that it is short for.
fn resolve(article: &Article, runs: &[Run], base: &[u32], phrases: &PhraseTrie, kinds: &[Kind]) -> Vec<u32> {
    let mut same = identity(kinds.len());
    let declining = article.has(Trait::Declines);
    // By form: the most frequent longer name that ends with it, and the only one that begins with it.
    let mut last: Vec<(u32, u32)> = vec![(NONE, 0); base.len()];
    let mut first = vec![NONE; base.len()];
    let mut link = |from: u32, to: u32| {
        if let Some(slot) = same.get_mut(from as usize) {
            *slot = to;
        }
    };
    for (node, kind) in (0u32..).zip(kinds).filter(|(_, k)| k.count > 0) {
        let words = runs.get(kind.first as usize).map_or(&[][..], |run| run.of(article));
        // «Die Hauptstadt Talheims»: with its genitive the last word is no last name.
        if !has_last_name(article, words) || !kind.plain && !declining {
            continue;
        }
        let form = |word: Option<&Word>| word.map_or(0, |w| base.at(w.form())) as usize;
        let tail = tail(words, base, phrases, kinds);
        match tail {
            Some((tail, count)) if count > kind.count => {
                link(node, tail);
                continue;
            }
            Some((tail, _)) => link(tail, node),
            None => {}
        }
        if let Some(slot) = last.get_mut(form(words.last()))
            && (slot.0 == NONE || slot.1 < kind.count)
        {
            *slot = (node, kind.count);
        }
        if let Some(slot) = first.get_mut(form(words.first())) {
            *slot = if *slot == NONE { node } else { ROOT };
        }
    }
    for (node, kind) in (0u32..).zip(kinds).filter(|(_, k)| k.count > 0) {
        let (ROOT, form) = phrases.split(node) else { continue };
        let (ends, begins) = (last.at(form).0, first.at(form));
        // A first name stands for the whole only after it.
        let after = kinds.get(begins as usize).is_some_and(|k| k.count > 0 && k.first < kind.first);
        // A last name alone comes after the whole, or in the headline shortly before.
        let near = kinds.get(ends as usize).is_some_and(|k| k.sentence <= kind.sentence.saturating_add(HEAD));
        if near {
            link(node, ends);
        } else if after && begins != ROOT {
            link(node, begins);
        }
    }
    same
}

/// The shorter name that a longer one ends with, and how often it occurs: «Judge Ada Halm» is «Ada Halm». Where it
/// follows a particle («Luz del Olmo Rivas») the longer one is always the whole, so that counts as never.
fn tail(words: &[Word], base: &[u32], phrases: &PhraseTrie, kinds: &[Kind]) -> Option<(u32, u32)> {
    let mut rest = words;
    while let [before, tail @ ..] = rest
        && tail.len() > 1
    {
        rest = tail;
        let mut node = Some(ROOT);
        for word in tail {
            node = node.and_then(|node| phrases.get(node, base.at(word.form())));
        }
        let Some(node) = node else { continue };
        let count = kinds.get(node as usize).map_or(0, |k| k.count);
        if count > 0 {
            return Some((node, if before.is_capital() { count } else { 0 }));
        }
    }
    None
}

/// Whether a name can be a person's: several capitalised words, not joined by a hyphen or by «of».
fn has_last_name(article: &Article, words: &[Word]) -> bool {
    let hyphenated = |pair: &[Word]| {
        let &[word, next] = pair else { return false };
        super::capitalization::gap(article, word, next) != " " && next.is_capital()
    };
    words.len() > 1
        && words.first().is_some_and(|w| w.is_capital())
        && !(words.len() == 2 && hyphenated(words))
        && !words.iter().any(|w| joins_places(article, w.form()))
}

/// «Bank of England»: here the last word alone is something else. Not so in «Ursula von der Leyen».
fn joins_places(article: &Article, form: u32) -> bool {
    text::list_contains("of de du des d da do dos das di", article.words.forms.text(form))
}
