//! What holds for every digest, whatever the text. The fuzz targets hold digests to the same laws.

use nutgraf::{Digest, Length, Options, SummaryType};

/// The first law that `digest` breaks, in words.
pub fn broken(text: &str, options: &Options, digest: &Digest) -> Result<(), String> {
    spans(text, digest)?;
    scores(digest)?;
    summary(options, digest)?;
    weights(digest)?;
    stats(digest)
}

/// Offsets lie in the text, on character boundaries, in order; what is shown stands in the text.
fn spans(text: &str, digest: &Digest) -> Result<(), String> {
    let bytes = byte_offsets(text);
    let slice = |start: u32, end: u32| {
        let at = |unit: u32| bytes.get(unit as usize).copied().flatten();
        text.get(at(start)?..at(end)?)
    };
    let mut last = 0;
    let mut block = 0;
    for (i, s) in digest.sentences.iter().enumerate() {
        let Some(source) = slice(s.start, s.end) else {
            return Err(format!("sentence {i} has bad offsets {}..{}", s.start, s.end));
        };
        holds(s.start >= last, || format!("sentence {i} starts at {} before {last}", s.start))?;
        last = s.end;
        holds(stands_in(&s.text, source, s.kind), || {
            format!("sentence {i}, {:?}, doesn't stand in {source:?}", s.text)
        })?;
        holds(!s.text.trim().is_empty() && s.text.trim() == s.text, || {
            format!("sentence {i} isn't tidy: {:?}", s.text)
        })?;
        holds(s.block == block || s.block == block + 1 || i == 0 && s.block == 0, || {
            format!("sentence {i} is of block {} after {block}", s.block)
        })?;
        block = s.block;
    }
    let mut last = 0;
    for (i, d) in digest.dropped.iter().enumerate() {
        let Some(source) = slice(d.start, d.end) else {
            return Err(format!("dropped {i} has bad offsets {}..{}", d.start, d.end));
        };
        holds(d.start >= last, || format!("dropped {i} starts at {} before {last}", d.start))?;
        last = d.start;
        holds(stands_in(&d.text, source, ""), || {
            format!("dropped {i}, {:?}, doesn't stand in {source:?}", d.text)
        })?;
    }
    Ok(())
}

/// For each offset in UTF-16 units the byte that it means; `None` inside a surrogate pair.
fn byte_offsets(text: &str) -> Vec<Option<usize>> {
    let mut offsets = Vec::with_capacity(text.len() + 1);
    for (byte, c) in text.char_indices() {
        offsets.push(Some(byte));
        if c.len_utf16() == 2 {
            offsets.push(None);
        }
    }
    offsets.push(Some(text.len()));
    offsets
}

/// What is shown is copied, never made up: its characters stand in the source in the same order, as they are or, but in
/// code, as a character reference.
fn stands_in(text: &str, source: &str, kind: &str) -> bool {
    let source = source.replace('\u{fb00}', "ff").replace('\u{fb01}', "fi").replace('\u{fb02}', "fl");
    let source =
        source.replace('\u{fb03}', "ffi").replace('\u{fb04}', "ffl").replace(['\u{fb05}', '\u{fb06}'], "st");
    let mut rest = source.as_str();
    text.chars().filter(|c| !c.is_whitespace()).all(|wanted| {
        while let Some(found) = rest.chars().next() {
            let length = match found {
                _ if found == wanted => Some(found.len_utf8()),
                '&' if kind != "code" => reference(rest, wanted),
                _ => None,
            };
            rest = &rest[length.unwrap_or(found.len_utf8())..];
            if length.is_some() {
                return true;
            }
        }
        false
    })
}

/// The length of the character reference at the start of `text`, if it may stand for `wanted`. Written without the
/// engine's own list: of a letter with a mark only the first letter of the name is looked at.
fn reference(text: &str, wanted: char) -> Option<usize> {
    // `&amp;eacute;` was escaped twice.
    let (bare, before) = match text.strip_prefix("&amp;") {
        Some(bare) if bare.split_once(';').is_some_and(|(name, _)| is_name(name)) && wanted != '&' => {
            (bare, 5)
        }
        _ => (text.strip_prefix('&')?, 1),
    };
    let (name, _) = bare.split_once(';').filter(|(name, _)| is_name(name))?;
    let stands = match name.strip_prefix('#') {
        // Numbers of Windows-1252 stand for what browsers make of them.
        Some(_) => match numeric(name) {
            Some('\u{80}'..='\u{9f}') => !wanted.is_ascii(),
            meant => meant == Some(wanted),
        },
        None => match name {
            "lt" => wanted == '<',
            "gt" => wanted == '>',
            "quot" => wanted == '"',
            "apos" => wanted == '\'',
            _ => !wanted.is_ascii(),
        },
    };
    stands.then_some(before + name.len() + 1)
}

fn is_name(name: &str) -> bool {
    (2..=10).contains(&name.len()) && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
}

fn numeric(name: &str) -> Option<char> {
    let digits = name.strip_prefix('#')?;
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => digits.parse(),
    };
    char::from_u32(code.ok()?)
}

/// Reasons add up, and ranks count from 0 without gaps.
fn scores(digest: &Digest) -> Result<(), String> {
    for (i, s) in digest.sentences.iter().enumerate() {
        let sum: f64 = s.reasons.iter().map(|(_, v)| v).sum();
        holds(s.score.is_finite() && (sum - s.score).abs() < 1e-9, || {
            format!("sentence {i}: reasons add up to {sum}, not to {}", s.score)
        })?;
        holds(
            matches!(s.kind, "paragraph" | "heading" | "list-item" | "quote" | "caption" | "code" | "table"),
            || format!("sentence {i} is a {:?}", s.kind),
        )?;
    }
    let mut ranks: Vec<u32> = digest.sentences.iter().filter_map(|s| s.rank).collect();
    ranks.sort_unstable();
    holds(ranks.iter().zip(0..).all(|(&rank, place)| rank == place), || {
        format!("ranks have gaps or twins: {ranks:?}")
    })
}

/// The summary is in document order, within what was asked for, and of the first ranks.
fn summary(options: &Options, digest: &Digest) -> Result<(), String> {
    let chosen = &digest.summary;
    holds(chosen.is_sorted_by(|a, b| a < b), || format!("the summary isn't ascending: {chosen:?}"))?;
    let ranks: Vec<_> =
        chosen.iter().map(|&i| digest.sentences.get(i as usize).and_then(|s| s.rank)).collect();
    holds(ranks.iter().all(Option::is_some), || format!("the summary holds what has no rank: {chosen:?}"))?;
    holds(digest.headline.is_none() || options.kind == SummaryType::Headline, || {
        "a headline that nobody asked for".into()
    })?;
    let words = digest.stats.summary_words;
    match options.length {
        Length::Sentences(n) => {
            holds(chosen.len() <= n as usize, || format!("{} sentences instead of {n}", chosen.len()))?;
            holds(ranks.iter().flatten().all(|&rank| (rank as usize) < chosen.len()), || {
                format!("not the first ranks: {ranks:?}")
            })
        }
        Length::Words(n) => {
            holds(words <= n || chosen.len() <= 1, || format!("{words} words instead of {n}"))
        }
        Length::Ratio(1.0) => {
            let able = digest.sentences.iter().filter(|s| s.rank.is_some()).count();
            holds(chosen.len() == able, || format!("{} of {able} sentences are not everything", chosen.len()))
        }
        _ => Ok(()),
    }
}

fn weights(digest: &Digest) -> Result<(), String> {
    let keywords = digest.keywords.iter().map(|k| (&k.text, k.weight, k.count));
    let entities = digest.entities.iter().map(|e| (&e.text, e.weight, e.count));
    for (text, weight, count) in keywords.clone().chain(entities.clone()) {
        holds(weight > 0.0 && weight <= 1.0 && count > 0 && !text.is_empty(), || {
            format!("{text:?} weighs {weight} and occurs {count} times")
        })?;
    }
    for list in [keywords.map(|k| k.1).collect::<Vec<_>>(), entities.map(|e| e.1).collect()] {
        holds(list.is_sorted_by(|a, b| a >= b), || format!("not the heaviest first: {list:?}"))?;
    }
    Ok(())
}

fn stats(digest: &Digest) -> Result<(), String> {
    let stats = digest.stats;
    holds(stats.sentences as usize == digest.sentences.len(), || {
        format!("{} sentences are {}", stats.sentences, digest.sentences.len())
    })?;
    holds(stats.summary_words <= stats.words && (0.0..=1.0).contains(&stats.reduction), || {
        format!("impossible numbers: {stats:?}")
    })
}

fn holds(law: bool, otherwise: impl FnOnce() -> String) -> Result<(), String> {
    if law { Ok(()) } else { Err(otherwise()) }
}

#[test]
fn made_up_characters_break_the_law() {
    for (text, source, kind) in [
        ("café < 3", "caf&eacute; &lt; 3", "paragraph"),
        ("a & b", "a &amp; b", "paragraph"),
        ("“q” © 3 €", "&#8220;q&#x201d; &copy; 3&nbsp;&euro;", "paragraph"),
        ("a &lt; b", "a &lt; b", "code"),
    ] {
        assert!(stands_in(text, source, kind), "{text} in {source}");
    }
    for (text, source, kind) in [
        ("a < b", "a &lt; b", "code"),
        ("a < b & c", "a b &amp; c", "paragraph"),
        ("sea & salt", "salt & sea", "paragraph"),
        ("ham & eggs", "h&m & eggs", "paragraph"),
    ] {
        assert!(!stands_in(text, source, kind), "{text} in {source}");
    }
}
