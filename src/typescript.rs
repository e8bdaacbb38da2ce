//! Checks that the unions of `www/types.d.ts` list exactly the names that Rust can return or accept.

use crate::digest::Reasons;
use crate::page::{BlockKind, Genre, Reason};
use serde::Deserialize;
use serde::de::value::MapDeserializer;

/// The members of `export type <name> = 'a' | 'b';`.
fn union(name: &str) -> Vec<String> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/www/types.d.ts");
    let types = std::fs::read_to_string(path).unwrap();
    let declaration =
        types.split_once(&format!("export type {name} =")).unwrap_or_else(|| panic!("no type {name}")).1;
    let (members, _) = declaration.split_once(';').unwrap();
    let mut names: Vec<String> = members.split('\'').skip(1).step_by(2).map(str::to_string).collect();
    names.sort();
    names
}

#[track_caller]
fn lists(name: &str, mut expected: Vec<&str>) {
    expected.sort_unstable();
    assert_eq!(union(name), expected, "{name} in www/types.d.ts (left) and in Rust (right)");
}

#[test]
fn kinds_of_blocks() {
    lists("BlockKind", BlockKind::ALL.iter().map(|kind| kind.name()).collect());
}

#[test]
fn reasons_to_drop_a_block() {
    lists("DropReason", Reason::ALL.iter().map(|reason| reason.name()).collect());
}

#[test]
fn genres() {
    lists("Genre", Genre::ALL.iter().map(|genre| genre.name()).collect());
}

#[test]
fn reasons_of_a_score() {
    lists("ScoreReason", Reasons::NAMES.to_vec());
}

#[test]
fn kinds_of_entities() {
    lists("EntityKind", crate::entity::KINDS.to_vec());
}

#[test]
fn types_of_summaries() {
    for name in union("SummaryType") {
        assert_eq!(with_type(&name), Ok(()));
    }
    let refusal = with_type("x").unwrap_err();
    lists("SummaryType", refusal.split('"').skip(1).step_by(2).collect());
}

/// Reads `{ "type": name }` as options.
fn with_type(name: &str) -> Result<(), String> {
    let map = MapDeserializer::<_, serde::de::value::Error>::new([("type", name)].into_iter());
    crate::Options::deserialize(map).map(|_| ()).map_err(|error| error.to_string())
}

#[test]
fn codes_of_errors() {
    let too_large = crate::Error::input_too_large(1);
    let invalid = crate::Error::invalid_option("");
    let codes = union("ErrorCode");
    for code in [too_large.code(), invalid.code()] {
        assert!(codes.iter().any(|known| known == code), "{code}");
    }
}
