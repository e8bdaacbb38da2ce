//! The language tables: text files in `data/`, one folder a language, compiled in.
//!
//! Adding a language is one folder of four files and one line in [`LANGUAGES`]; `data/SOURCES.md` says what goes
//! into the files.

use crate::language::Script;

/// A language and its raw tables; the stage that uses a table parses it.
#[derive(Debug)]
pub(crate) struct Language {
    /// BCP-47 primary tag.
    pub tag: &'static str,
    /// What it is written in.
    pub script: Script,
    /// Letters that tell it from its neighbours in that script, lower case; every one of them is one vote.
    pub letters: &'static str,
    /// Function words, most frequent first.
    pub stopwords: &'static str,
    /// Sections `[title]`, `[inside]`, `[number]`, `[either]`, `[month]`.
    pub abbreviations: &'static str,
    /// Sections `[point]`, `[opener]`, `[speech]`.
    pub cues: &'static str,
    /// Sections named as [`crate::page::Reason`].
    pub boilerplate: &'static str,
}

macro_rules! languages {
    ($($tag:literal $script:ident $letters:literal)*) => {
        &[$(Language {
            tag: $tag,
            script: Script::$script,
            letters: $letters,
            stopwords: include_str!(concat!("data/", $tag, "/stopwords.txt")),
            abbreviations: include_str!(concat!("data/", $tag, "/abbreviations.txt")),
            cues: include_str!(concat!("data/", $tag, "/cues.txt")),
            boilerplate: include_str!(concat!("data/", $tag, "/boilerplate.txt")),
        },)*]
    };
}

/// Every language known: its tag, its script, its telling letters. At most 64.
pub(crate) static LANGUAGES: &[Language] = languages! {
    "en" Latin ""
    "fr" Latin "œêèùîçàâô"
    "de" Latin "ßäöü"
    "es" Latin "ñáíóú"
    "it" Latin "òìàèù"
    "pt" Latin "ãõçáâêíóú"
    "ca" Latin "çàèòïü"
    "nl" Latin "ë"
    "sv" Latin "åäö"
    "da" Latin "æøå"
    "nb" Latin "æøå"
    "fi" Latin "äö"
    "is" Latin "ðþæöáíúý"
    "pl" Latin "łąęśćńżźó"
    "cs" Latin "ěřůčšžýáí"
    "sk" Latin "ľĺŕôčšžýáí"
    "hr" Latin "čćđšž"
    "hu" Latin "őűáéíóöü"
    "ro" Latin "șțăâîşţ"
    "tr" Latin "ğışöüçİ"
    "vi" Latin "ơưđăâêôạảấầẩẫậắằẳẵặẹẻẽếềểễệịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹáàãéèíìóòõúùý"
    "id" Latin ""
    "sw" Latin ""
    "ru" Cyrillic "ыэёъ"
    "uk" Cyrillic "іїєґ"
    "bg" Cyrillic "ъ"
    "el" Greek ""
    "ar" Arabic "ةىأإآ"
    "fa" Arabic "پچژگکی"
    "ur" Arabic "ٹڈڑںےہھپچگکی"
    "he" Hebrew ""
    "hi" Devanagari ""
    "bn" Bengali ""
    "ta" Tamil ""
    "th" Thai ""
    "ko" Hangul ""
    "ja" Kana ""
    "zh" Han ""
};

/// A language by the primary part of a BCP-47 tag, letter case aside.
pub(crate) fn language(tag: &str) -> Option<&'static Language> {
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    let primary = match primary {
        _ if primary.eq_ignore_ascii_case("no") || primary.eq_ignore_ascii_case("nn") => "nb",
        _ if primary.eq_ignore_ascii_case("iw") => "he",
        _ if primary.eq_ignore_ascii_case("in") => "id",
        other => other,
    };
    LANGUAGES.iter().find(|l| l.tag.eq_ignore_ascii_case(primary))
}

/// The entries of a table without comments: `(section, entry)`, the section "" before the first heading.
pub(crate) fn entries(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut section = "";
    table.lines().filter_map(move |line| {
        if line.is_empty() || line.starts_with('#') {
            return None;
        }
        if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
            section = name;
            return None;
        }
        Some((section, line))
    })
}

/// The entries of one section of a table.
pub(crate) fn section(table: &'static str, name: &'static str) -> impl Iterator<Item = &'static str> {
    entries(table).filter_map(move |(section, entry)| (section == name).then_some(entry))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_folded_and_stand_once() {
        let mut folded = String::new();
        for language in LANGUAGES {
            let files = [language.stopwords, language.abbreviations, language.cues, language.boilerplate];
            for file in files {
                let mut seen: Vec<(&str, &str)> = Vec::new();
                for (section, entry) in entries(file) {
                    assert!(
                        !seen.contains(&(section, entry)),
                        "{} [{section}] {entry:?} twice",
                        language.tag
                    );
                    seen.push((section, entry));
                    for word in entry.split(' ') {
                        crate::word::fold_into(word, &mut folded);
                        assert_eq!(word, folded, "{} [{section}] {entry:?}", language.tag);
                    }
                }
            }
        }
    }
}
