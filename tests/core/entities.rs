//! Names, dates and amounts: `tests/cases/entities.txt`.

use nutgraf::{Digest, Options, summarize};

use crate::cases;

#[test]
fn finds_what_is_named() {
    let mut faults = Vec::new();
    for case in cases::read(include_str!("../cases/entities.txt")) {
        let options = Options { language: Some(case.language.clone()), ..Options::default() };
        let digest = summarize(&case.text, &options).unwrap();
        for line in &case.demands {
            if let Some(fault) = check(&digest, line) {
                faults.push(format!("{} ({}): {fault}", case.name, case.language));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn check(digest: &Digest, demand: &str) -> Option<String> {
    let all: Vec<String> =
        digest.entities.iter().map(|e| format!("{} | {} | {}", e.kind, e.text, e.count)).collect();
    let holds = match demand.split_at(2) {
        ("+ ", wanted) => all.iter().any(|e| e == wanted),
        (_, unwanted) => {
            let is_in = |text: &str| {
                let mut words = text.split(|c: char| !c.is_alphanumeric());
                if unwanted.contains(' ') { text.contains(unwanted) } else { words.any(|w| w == unwanted) }
            };
            !digest.entities.iter().any(|e| is_in(&e.text))
        }
    };
    (!holds).then(|| format!("`{demand}` in {all:?}"))
}

#[test]
fn weighs_in_order_and_in_bounds() {
    let text = "Orvik waits. Orvik got a bridge from Ada Halm on May 4, 2024. It cost Orvik 3 million euros.";
    let digest = summarize(text, &Options::default()).unwrap();
    assert_eq!(digest.entities.first().map(|e| (e.text.as_str(), e.weight)), Some(("Orvik", 1.0)));
    assert!(digest.entities.windows(2).all(|pair| pair[0].weight >= pair[1].weight));
    assert!(digest.entities.iter().all(|e| e.weight > 0.0 && e.count > 0 && !e.text.is_empty()));
}
