//! What holds of any text: over texts out of a small deterministic generator.

use nutgraf::{Digest, Length, Options, SummaryType};

/// A generator of pseudo-random numbers (xorshift64*): the same texts on every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % sides
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.roll(from.len())]
    }
}

const WORDS: [&str; 48] = [
    "the",
    "tram",
    "of",
    "Halden",
    "mayor",
    "will",
    "reopen",
    "bridge",
    "in",
    "June",
    "council",
    "and",
    "harbour",
    "Rosa",
    "Lindt",
    "crowns",
    "1,200",
    "a",
    "to",
    "said",
    "it",
    "He",
    "But",
    "school",
    "le",
    "pont",
    "d'Ambreville",
    "Elle",
    "rouvrira",
    "juin",
    "der",
    "Hafen",
    "von",
    "Sie",
    "öffnet",
    "北港市",
    "宣布",
    "新桥",
    "мост",
    "Он",
    "e\u{301}té",
    "👩‍🚒",
    "3.5",
    "naïve",
    "U.S.",
    "ปิด",
    "जल",
    "الميناء",
];
const ENDS: [&str; 10] = [". ", ". ", ". ", ".\n", "! ", "? ", "。", ".\n\n", "\n\n", " … "];
const MARKS: [&str; 10] = [", ", " – ", " (", ") ", " “", "” ", "\"", ": ", "; ", "«"];

fn text(dice: &mut Dice) -> String {
    let mut out = String::new();
    for _ in 0..dice.roll(60) {
        if dice.roll(8) == 0 && !out.is_empty() {
            // Say something again.
            let from =
                (0..out.len()).rev().find(|&i| out.is_char_boundary(i) && dice.roll(40) == 0).unwrap_or(0);
            let again = out[from..].to_string();
            out.push_str(&again);
        }
        for _ in 0..dice.roll(18) {
            out.push_str(dice.pick(&WORDS));
            out.push_str(if dice.roll(9) == 0 { dice.pick(&MARKS) } else { " " });
        }
        out.push_str(dice.pick(&ENDS));
    }
    out
}

fn options(length: Length) -> Options {
    Options { length, ..Options::default() }
}

fn digest(text: &str, length: Length) -> Digest {
    nutgraf::summarize(text, &options(length)).unwrap()
}

/// Runs a check over many texts.
fn over_texts(check: impl Fn(&str, &mut Dice)) {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    for _ in 0..100 {
        check(&text(&mut dice), &mut Dice(dice.0));
        dice.roll(2);
    }
}

#[test]
fn reasons_add_up_to_the_score() {
    over_texts(|text, _| {
        for sentence in digest(text, Length::Medium).sentences {
            let sum: f64 = sentence.reasons.iter().map(|(_, value)| value).sum();
            assert!(sentence.score.is_finite() && (sum - sentence.score).abs() < 1e-9, "{sentence:?}");
        }
    });
}

#[test]
fn code_is_quoted_as_it_stands() {
    over_texts(|text, dice| {
        let code: String =
            (0..40).map(|_| dice.pick(&["a", "&lt;", " ", "&amp;gt;", "&copy;", "(", "\n"])).collect();
        let text = format!("{text}\n\nThe tram will reopen.\n\n```\n{code}\n```\n\nThe bridge will not.");
        let broken = crate::law::broken(&text, &options(Length::Medium), &digest(&text, Length::Medium));
        assert_eq!(broken, Ok(()), "{text}");
    });
}

#[test]
fn a_sentence_in_the_order_weighs_something() {
    // The law above holds of a digest without reasons too.
    let digest = digest("The tram of Halden will reopen in June. The mayor said so.", Length::Medium);
    assert!(digest.sentences.iter().all(|s| s.score != 0.0 && s.reasons.iter().count() > 2), "{digest:?}");
}

#[test]
fn ranks_count_from_zero_without_gaps() {
    over_texts(|text, _| {
        let mut ranks: Vec<u32> =
            digest(text, Length::Medium).sentences.iter().filter_map(|s| s.rank).collect();
        ranks.sort_unstable();
        assert_eq!(ranks, (0..ranks.len() as u32).collect::<Vec<_>>());
    });
}

#[test]
fn the_summary_of_k_sentences_is_the_first_k_ranks() {
    over_texts(|text, dice| {
        let k = dice.roll(12) as u32 + 1;
        let digest = digest(text, Length::Sentences(k));
        let expected: Vec<u32> = (0u32..)
            .zip(&digest.sentences)
            .filter(|(_, s)| s.rank.is_some_and(|r| r < k))
            .map(|(i, _)| i)
            .collect();
        assert_eq!(digest.summary, expected);
    });
}

#[test]
fn the_order_is_the_same_for_every_length() {
    over_texts(|text, dice| {
        let ranks = |length| digest(text, length).sentences.iter().map(|s| s.rank).collect::<Vec<_>>();
        let n = dice.roll(40) as u32 + 1;
        assert_eq!(ranks(Length::Sentences(n)), ranks(Length::Words(n)));
        assert_eq!(ranks(Length::Sentences(n)), ranks(Length::Ratio(1.0)));
    });
}

#[test]
fn the_summary_is_in_document_order_and_can_be_chosen() {
    over_texts(|text, dice| {
        let n = dice.roll(80) as u32 + 1;
        for length in [Length::Words(n), Length::Characters(n), Length::Ratio(0.3), Length::Long] {
            let digest = digest(text, length);
            assert!(digest.summary.is_sorted_by(|a, b| a < b), "{:?}", digest.summary);
            assert!(digest.summary.iter().all(|&i| digest.sentences[i as usize].rank.is_some()));
            assert_eq!(digest.summary.is_empty(), digest.sentences.iter().all(|s| s.rank.is_none()));
        }
    });
}

#[test]
fn words_and_characters_are_never_exceeded_but_by_one_sentence() {
    over_texts(|text, dice| {
        let n = dice.roll(80) as u32 + 1;
        let by_words = digest(text, Length::Words(n));
        assert!(by_words.summary.len() < 2 || by_words.stats.summary_words <= n, "{by_words:?}");
        let digest = digest(text, Length::Characters(n));
        let chosen: Vec<&str> =
            digest.summary.iter().map(|&i| digest.sentences[i as usize].text.as_str()).collect();
        let marks = |c: char| ('\u{300}'..='\u{36f}').contains(&c) || ('\u{900}'..'\u{e50}').contains(&c);
        let count = chosen.join(" ").chars().filter(|c| !marks(*c)).count();
        assert!(chosen.len() < 2 || count <= n as usize, "{chosen:?}");
    });
}

#[test]
fn all_of_it_is_everything_that_can_be_chosen() {
    over_texts(|text, _| {
        let digest = digest(text, Length::Ratio(1.0));
        assert_eq!(digest.summary.len(), digest.sentences.iter().filter(|s| s.rank.is_some()).count());
        assert_eq!(digest.summary, self::digest(text, Length::Sentences(u32::MAX)).summary);
    });
}

#[test]
fn the_same_text_gives_the_same_digest() {
    over_texts(|text, _| {
        let json = || serde_json::to_string(&digest(text, Length::Medium)).unwrap();
        assert_eq!(json(), json());
    });
}

#[test]
fn white_space_at_the_end_changes_nothing() {
    over_texts(|text, _| {
        let trimmed = text.trim_end();
        let json = |text: &str| serde_json::to_string(&digest(text, Length::Medium)).unwrap();
        assert_eq!(json(trimmed), json(&format!("{trimmed} \n \n")));
    });
}

#[test]
fn headlines_are_words_of_the_text_in_their_order() {
    over_texts(|text, _| {
        for (length, limit) in [(Length::Short, 12), (Length::Medium, 17), (Length::Long, 22)] {
            let asked = Options { length, kind: SummaryType::Headline, ..Options::default() };
            let digest = nutgraf::summarize(text, &asked).unwrap();
            let Some(headline) = digest.headline else {
                assert!(digest.summary.is_empty());
                continue;
            };
            let spaced = |t: &str| t.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(digest.sentences.iter().any(|s| spaced(&s.text).contains(&headline)), "{headline:?}");
            assert!(headline.split_whitespace().count() <= 2 * limit, "{headline:?}");
        }
    });
}

#[test]
fn near_copies_are_never_both_in_the_order() {
    over_texts(|text, _| {
        let digest = digest(text, Length::Medium);
        let mut seen: Vec<String> = Vec::new();
        for sentence in digest.sentences.iter().filter(|s| s.rank.is_some()) {
            let words: String =
                sentence.text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
            assert!(!seen.contains(&words), "{:?}", sentence.text);
            seen.push(words);
        }
    });
}
