//! Keyphrases: `tests/cases/keywords.txt`.

use nutgraf::{Options, summarize};

use crate::cases;

#[test]
fn the_heaviest_are_what_the_text_is_about() {
    let mut faults = Vec::new();
    for case in cases::read(include_str!("../cases/keywords.txt")) {
        let options = Options { language: Some(case.language.clone()), ..Options::default() };
        let digest = summarize(&case.text, &options).unwrap();
        let ten: Vec<&str> = digest.keywords.iter().take(10).map(|k| k.text.as_str()).collect();
        for demand in &case.demands {
            let (sign, text) = demand.split_at(2);
            if ten.contains(&text) != (sign == "+ ") {
                faults.push(format!("{} ({}): `{demand}` in {ten:?}", case.name, case.language));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn weighs_in_order_and_in_bounds() {
    let text = "The tidal plant feeds Orvik. Orvik waited for the tidal plant. Seals like the bay of Orvik.";
    let digest = summarize(text, &Options::default()).unwrap();
    assert_eq!(digest.keywords.first().map(|k| k.weight), Some(1.0));
    assert!(digest.keywords.windows(2).all(|pair| pair[0].weight >= pair[1].weight));
    assert!(digest.keywords.iter().all(|k| k.weight > 0.0 && k.count > 0));
    let orvik = digest.keywords.iter().find(|k| k.text == "Orvik");
    assert_eq!(orvik.map(|k| k.count), Some(3));
}

#[test]
fn wordless_texts_have_none() {
    for text in ["", " \n", "...", "1 2 3", "the of and"] {
        let digest = summarize(text, &Options::default()).unwrap();
        assert!(digest.keywords.is_empty() && digest.entities.is_empty(), "{text:?}: {:?}", digest.keywords);
    }
}
