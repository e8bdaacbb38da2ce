//! Which names are the same: inflected forms, last names, first names, titles before.

use super::Run;
use crate::article::Article;
use crate::phrase::{Phrases, ROOT};
use crate::word::Word;

const NONE: u32 = u32::MAX;

/// Sentences by which a last name may precede the whole name, as in a headline.
const HEAD: u32 = 5;

/// Languages that decline names.
const DECLINING: &str = "ru uk bg be cs sk pl hr sr sl lt lv et fi hu el is ro";
/// Languages with a genitive in s without an apostrophe.
const GENITIVE: &str = "de sv da nb nl is fi";

/// The form that stands for each form: without a possessive, and of inflected names the shortest.
pub(super) fn bases(article: &Article, runs: &[Run]) -> Vec<u32> {
    let forms = &article.words.forms;
    let tag = article.language.map_or("", |l| l.tag);
    let mut base: Vec<u32> = (0..forms.len() as u32).collect();
    let mut named: Vec<u64> = Vec::new();
    let mut is_named = vec![false; forms.len()];
    for word in runs.iter().flat_map(|run| run.of(article)) {
        if let Some(slot) = is_named.get_mut(word.form() as usize) {
            *slot = true;
        }
    }
    for form in (0..forms.len() as u32).filter(|&form| super::case::of(&is_named, form)) {
        let root = root(article, form);
        let possessive = forms.text(form).contains(['\'', '’']);
        if (possessive || super::case::of(&is_named, root))
            && let Some(slot) = base.get_mut(form as usize)
        {
            *slot = root;
        }
        named.push(u64::from(super::case::of(&base, form)));
    }
    if !super::name::has(DECLINING, tag) {
        return base;
    }
    crate::order::merge_sort(&mut named, &|a, b| forms.text(a as u32) <= forms.text(b as u32));
    named.dedup();
    let mut head = NONE;
    let mut heads = vec![NONE; forms.len()];
    for form in named.into_iter().map(|form| form as u32) {
        let (text, first) = (forms.text(form), if head == NONE { "" } else { forms.text(head) });
        if !declined(first, text) {
            head = form;
        }
        if let Some(slot) = heads.get_mut(form as usize) {
            *slot = head;
        }
    }
    for slot in &mut base {
        *slot = heads.get(*slot as usize).copied().filter(|h| *h != NONE).unwrap_or(*slot);
    }
    base
}

/// A name without a possessive ('s; any suffix after an apostrophe in Turkish).
pub(super) fn bare<'a>(text: &'a str, tag: &str) -> &'a str {
    match text.rfind(['\'', '’']) {
        Some(at) if at > 2 => {
            let tail = text.get(at..).unwrap_or_default().trim_start_matches(['\'', '’']);
            if tail == "s" || tag == "tr" { text.get(..at).unwrap_or(text) } else { text }
        }
        _ => text,
    }
}

/// A form without a possessive or genitive, where the text has that, too.
pub(super) fn root(article: &Article, form: u32) -> u32 {
    let (forms, tag) = (&article.words.forms, article.language.map_or("", |l| l.tag));
    let text = forms.text(form);
    let mut root = bare(text, tag);
    if root.len() == text.len() && super::name::has(GENITIVE, tag) {
        root = text.strip_suffix('s').unwrap_or(text);
    }
    forms.get(root).unwrap_or(form)
}

/// Whether two names differ by a case ending only: four letters or more in common, then up to two each, or up to three
/// after the whole of one.
fn declined(one: &str, other: &str) -> bool {
    let common = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let (left, right) = (one.chars().count() - common, other.chars().count() - common);
    common >= 4 && (left <= 2 && right <= 2 || left == 0 && right <= 3)
}

/// The names by number, and which is which.
pub(super) struct Names {
    /// For each run its entity, counted from 0 in the order of first mention.
    pub of_run: Vec<u32>,
    /// For each entity the run that shows it.
    pub shown: Vec<u32>,
}

/// Groups the runs that mean the same.
pub(super) fn group(article: &Article, runs: &[Run], base: &[u32]) -> Names {
    let mut phrases = Phrases::new(base.len());
    let mut kinds: Vec<Kind> = vec![Kind::default(); phrases.len()];
    let of_run: Vec<u32> = (0u32..)
        .zip(runs)
        .map(|(number, run)| {
            let mut node = ROOT;
            for word in run.of(article) {
                node = phrases.intern(node, super::case::of(base, word.form()));
                if node as usize == kinds.len() {
                    kinds.push(Kind::default());
                }
            }
            if let Some(kind) = kinds.get_mut(node as usize) {
                kind.see(article, run, number, base);
            }
            node
        })
        .collect();
    let same = resolve(article, runs, base, &phrases, &kinds);
    let mut number = vec![NONE; kinds.len()];
    let mut shown = Vec::new();
    let of_run = of_run
        .into_iter()
        .map(|node| {
            let mut target = node;
            for _ in 0..4 {
                target = same.get(target as usize).copied().unwrap_or(target);
            }
            let Some(slot) = number.get_mut(target as usize) else { return 0 };
            if *slot == NONE {
                *slot = shown.len() as u32;
                shown.push(kinds.get(target as usize).map_or(0, |k| k.shown));
            }
            *slot
        })
        .collect();
    Names { of_run, shown }
}

/// What is known of one way to name something.
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
    fn see(&mut self, article: &Article, run: &Run, number: u32, base: &[u32]) {
        let plain = run.of(article).iter().all(|w| super::case::of(base, w.form()) == w.form());
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

/// For each phrase the one that it stands for.
fn resolve(article: &Article, runs: &[Run], base: &[u32], phrases: &Phrases, kinds: &[Kind]) -> Vec<u32> {
    let mut same: Vec<u32> = (0..kinds.len() as u32).collect();
    let declining = super::name::has(DECLINING, article.language.map_or("", |l| l.tag));
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
        let form = |word: Option<&Word>| word.map_or(0, |w| super::case::of(base, w.form())) as usize;
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
        let ends = last.get(form as usize).map_or(NONE, |l| l.0);
        let begins = first.get(form as usize).copied().unwrap_or(NONE);
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
fn tail(words: &[Word], base: &[u32], phrases: &Phrases, kinds: &[Kind]) -> Option<(u32, u32)> {
    (1..words.len().saturating_sub(1)).find_map(|start| {
        let (before, rest) = words.split_at(start);
        let tail = rest.iter().try_fold(ROOT, |t, w| phrases.get(t, super::case::of(base, w.form())))?;
        let count = kinds.get(tail as usize).map_or(0, |k| k.count);
        let surname = before.last().is_some_and(|w| !w.is_capital());
        (count > 0).then_some((tail, if surname { 0 } else { count }))
    })
}

/// Whether a name may be one of a person: several capitalised words, not joined by a hyphen or by «of».
fn has_last_name(article: &Article, words: &[Word]) -> bool {
    let hyphenated = |pair: &[Word]| {
        let &[word, next] = pair else { return false };
        super::case::gap(article, word, next) != " " && next.is_capital()
    };
    words.len() > 1
        && words.first().is_some_and(|w| w.is_capital())
        && !(words.len() == 2 && hyphenated(words))
        && !words.iter().any(|w| joins_places(article, w.form()))
}

/// «Bank of England»: here the last word alone is something else. Not so in «Ursula von der Leyen».
fn joins_places(article: &Article, form: u32) -> bool {
    matches!(
        article.words.forms.text(form),
        "of" | "de" | "du" | "des" | "d" | "da" | "do" | "dos" | "das" | "di"
    )
}
