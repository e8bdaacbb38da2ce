//! The cases of `tests/cases/sentences.txt`, against this stage alone.

use super::{Rules, cut};
use crate::tables;

struct Case {
    name: &'static str,
    language: &'static str,
    text: String,
    expected: Vec<&'static str>,
}

/// `== name | language | source`, then the sentences: joined by a space, or directly when the line starts with `+`.
fn cases() -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for line in include_str!("../../tests/cases/sentences.txt").lines() {
        if let Some(head) = line.strip_prefix("== ") {
            let parts: Vec<&str> = head.split(" | ").collect();
            assert_eq!(parts.len(), 3, "{line}");
            cases.push(Case {
                name: parts[0],
                language: parts[1],
                text: String::new(),
                expected: Vec::new(),
            });
        } else if let Some(case) = cases.last_mut().filter(|_| !line.is_empty() && !line.starts_with("# ")) {
            let sentence = line.strip_prefix('+').unwrap_or(line);
            if !case.text.is_empty() && sentence.len() == line.len() {
                case.text.push(' ');
            }
            case.text.push_str(sentence);
            case.expected.push(sentence);
        }
    }
    cases
}

/// The faults of all cases, with their language given or as of an unknown language.
fn faults(known: bool) -> (usize, Vec<String>) {
    let cases = cases();
    let mut faults = Vec::new();
    for case in &cases {
        let language = tables::language(case.language).filter(|_| known);
        let mut spans = Vec::new();
        cut(&case.text, &Rules::new(language, &[], &case.text), &mut spans);
        let got: Vec<&str> = spans.iter().map(|s| s.of(&case.text)).collect();
        if got != case.expected {
            faults.push(format!(
                "{} [{}]\n  expected {:#?}\n  got {got:#?}",
                case.name, case.language, case.expected
            ));
        }
    }
    (cases.len(), faults)
}

#[test]
fn splits_as_the_cases_say() {
    let (count, faults) = faults(true);
    assert!(count >= 150, "{count}");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Without the language some abbreviations and all ordinals are guesses.
#[test]
fn splits_most_cases_without_knowing_the_language() {
    let (count, faults) = faults(false);
    assert!(faults.len() * 100 <= count * 7, "{} of {count}: {}", faults.len(), faults.join("\n"));
}
