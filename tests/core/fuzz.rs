//! The fuzz targets on their seeds: what fuzzing found once stays found.

mod blocks;
mod digest;
mod options;
mod sentences;

/// Runs a target on each of its seeds.
fn run_on_seeds(target: &str, run: fn(&[u8])) {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(target);
    // A published crate has no seeds.
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut seeds: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    seeds.sort();
    assert!(!seeds.is_empty(), "{target} has no seeds");
    for seed in seeds {
        eprintln!("{}", seed.display());
        run(&std::fs::read(seed).unwrap());
    }
}

#[test]
fn blocks_on_seeds() {
    run_on_seeds("blocks", blocks::run);
}

#[test]
fn digests_on_seeds() {
    run_on_seeds("digest", digest::run);
}

#[test]
fn options_on_seeds() {
    run_on_seeds("options", options::run);
}

#[test]
fn sentences_on_seeds() {
    run_on_seeds("sentences", sentences::run);
}
