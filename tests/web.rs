//! The JavaScript boundary, in a real browser: `wasm-pack test --headless --chrome`.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use js_sys::{Array, Function, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const ARTICLE: &str = "Trams return to Halden\n\nHalden will run trams again from June, the council said. \
    The last tram ran in 1962. 😀 Tickets will cost two crowns.\n\nShare on Facebook";

fn options(json: &str) -> JsValue {
    JSON::parse(json).unwrap()
}

fn get(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |v, key| Reflect::get(&v, &key.into()).unwrap())
}

fn code(text: &str, json: &str) -> String {
    let error = nutgraf::summarize_js(text, options(json)).unwrap_err();
    assert!(error.is_instance_of::<js_sys::Error>(), "a real Error");
    get(&error, "code").as_string().unwrap()
}

#[wasm_bindgen_test]
fn a_digest_is_one_plain_object() {
    let digest = nutgraf::summarize_js(ARTICLE, JsValue::UNDEFINED).unwrap();
    assert_eq!(Object::get_prototype_of(&digest), Object::get_prototype_of(&Object::new()));
    assert_eq!(get(&digest, "language").as_string().unwrap(), "en");
    assert_eq!(get(&digest, "title").as_string().unwrap(), "Trams return to Halden");
    assert_eq!(get(&digest, "version").as_string().unwrap(), env!("CARGO_PKG_VERSION"));
    for key in ["sentences", "summary", "keywords", "entities", "dropped"] {
        assert!(Array::is_array(&get(&digest, key)), "{key}");
    }
    assert!(get(&digest, "stats.readingSeconds").as_f64().unwrap() > 0.0);
    assert!(JSON::stringify(&digest).unwrap().as_string().unwrap().contains("\"reasons\":{"));
}

#[wasm_bindgen_test]
fn offsets_are_utf16_units_of_the_callers_text() {
    let digest = nutgraf::summarize_js(ARTICLE, JsValue::UNDEFINED).unwrap();
    let slice = Function::new_with_args("text, s", "return text.slice(s.start, s.end)");
    let sentences: Array = get(&digest, "sentences").unchecked_into();
    assert!(sentences.length() >= 4);
    for sentence in sentences.iter() {
        let cut = slice.call2(&JsValue::NULL, &ARTICLE.into(), &sentence).unwrap();
        assert_eq!(cut, get(&sentence, "text"));
    }
}

#[wasm_bindgen_test]
fn no_language_and_no_rank_are_null() {
    let digest = nutgraf::summarize_js("", JsValue::NULL).unwrap();
    assert!(get(&digest, "language").is_null());
    assert!(get(&digest, "title").is_null());
    let digest = nutgraf::summarize_js(ARTICLE, JsValue::UNDEFINED).unwrap();
    assert!(get(&digest, "sentences.0.rank").is_null(), "the title can't be chosen");
}

#[wasm_bindgen_test]
fn errors_are_errors_with_a_stable_code() {
    for wrong in [
        r#"{"lenght": "short"}"#,
        r#"{"length": "tiny"}"#,
        r#"{"length": {"sentences": 0}}"#,
        r#"{"length": {"sentences": "3"}}"#,
        r#"{"length": {"ratio": 1.5}}"#,
        r#"{"type": "abstract"}"#,
        r#"{"language": "!"}"#,
        r#"{"focus": "trams"}"#,
        r#""short""#,
        r#"[]"#,
    ] {
        assert_eq!(code(ARTICLE, wrong), "invalid-option", "{wrong}");
    }
}

#[wasm_bindgen_test]
fn what_a_getter_of_the_options_throws_is_the_error() {
    let thrower = js_sys::Function::new_no_args("return { get title() { throw new RangeError('mine') } }");
    let options = thrower.call0(&JsValue::NULL).unwrap();
    for _ in 0..3 {
        let error = nutgraf::summarize_js(ARTICLE, options.clone()).unwrap_err();
        assert_eq!(get(&error, "message").as_string().unwrap(), "mine");
    }
    assert!(nutgraf::summarize_js(ARTICLE, JsValue::UNDEFINED).is_ok());
}

#[wasm_bindgen_test]
fn options_arrive() {
    let digest =
        nutgraf::summarize_js(ARTICLE, options(r#"{"length": {"sentences": 1}, "title": "Other"}"#)).unwrap();
    assert_eq!(get(&digest, "summary.length").as_f64(), Some(1.0));
    assert_eq!(get(&digest, "title").as_string().unwrap(), "Other");
}

#[wasm_bindgen_test]
fn hostile_text_gets_an_answer() {
    // A paste cut inside an emoji, NUL, one endless word.
    for text in
        ["\0", "\u{fffd} The gate is shut.", "... !!! ??? — •", &"A".repeat(10 << 20), &". ".repeat(300_000)]
    {
        let digest = nutgraf::summarize_js(text, JsValue::UNDEFINED).unwrap();
        assert!(get(&digest, "summary.length").as_f64().is_some());
    }
}
