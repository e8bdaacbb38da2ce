//! Sentences through the whole pipeline. The cases themselves are tested beside the stage, in `src/sentence/cases.rs`.

use nutgraf::{Options, summarize};

fn sentences(text: &str, options: &Options) -> Vec<String> {
    summarize(text, options).unwrap().sentences.into_iter().map(|s| s.text).collect()
}

#[test]
fn the_callers_abbreviations_end_no_sentence() {
    let text = "The boat was built by Qarl. Vane in the yard at Halden. It was sold to the Fisk. Bd. Nobody has seen it since.";
    let mut options = Options { language: Some("en".into()), ..Options::default() };
    assert_eq!(sentences(text, &options).len(), 5);
    options.abbreviations = vec!["qarl".into(), "Fisk. Bd.".into()];
    assert_eq!(
        sentences(text, &options),
        [
            "The boat was built by Qarl. Vane in the yard at Halden.",
            "It was sold to the Fisk. Bd. Nobody has seen it since."
        ]
    );
}

#[test]
fn the_language_is_told_before_the_sentences() {
    let german = "Das Fest beginnt am 3. Oktober in der Stadt. Der Rat tagt am 14. oder am 15. März, wie er es immer tut.";
    assert_eq!(sentences(german, &Options::default()).len(), 2);
    let russian = "Он живёт на ул. Речной, д. 7, и работает в порту. В 1998 г. он переехал в г. Орск, и там его все знают.";
    assert_eq!(sentences(russian, &Options::default()).len(), 2);
}

/// A tag that no table has is no error, and the text is split all the same.
#[test]
fn an_unknown_language_is_split() {
    let options = Options { language: Some("la".into()), ..Options::default() };
    assert_eq!(sentences("Vita brevis est. Ars longa est, ut omnes sciunt!", &options).len(), 2);
}
