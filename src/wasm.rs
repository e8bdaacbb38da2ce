//! The JavaScript boundary: options in, digest out. No logic lives here.

use js_sys::{Array, Object, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::page::BlockKind;
use crate::value::Value;
use crate::{Digest, Error, Options, Reasons, document, dom, utf16};

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Runs once, when the module is instantiated: a panic, should one ever happen, names its place on the console.
#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// The version of the engine.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_string()
}

/// Summarizes a text. `options` is a plain object or undefined; the result is a plain object.
///
/// # Errors
///
/// A JavaScript `Error` with a stable `code`.
#[wasm_bindgen(js_name = summarize)]
pub fn summarize_js(text: &str, options: JsValue) -> Result<JsValue, JsValue> {
    let options = read_options(&options)?;
    let digest = crate::summarize(text, &options).map_err(|e| to_error(&e))?;
    to_object(digest)
}

/// Summarizes an Element, Document or DocumentFragment. (Only the type of a node is taken from web-sys: its accessors read
/// properties, which the page can shadow; see `dom`.) The result is `{digest, text, nodes, starts}`: the text that the digest's
/// offsets count in, the Text nodes it came from, and where in it each begins.
///
/// # Errors
///
/// A JavaScript `Error` with a stable `code`; `invalid-input` when `root` is no such node or there is no DOM.
#[wasm_bindgen(js_name = summarizeDom)]
pub fn summarize_dom_js(root: web_sys::Node, options: JsValue) -> Result<JsValue, JsValue> {
    let options = read_options(&options)?;
    options.validate().map_err(|e| to_error(&e))?;
    let Some(dom::DocumentText { outline, head, language, nodes, starts }) = dom::read(root.as_ref()) else {
        return Err(coded("there is no Element or Document to summarize", "invalid-input"));
    };
    if outline.source.len() > crate::MAX_BYTES {
        return Err(to_error(&Error::input_too_large(outline.source.len())));
    }
    let digest = to_object(document::digest(&outline, &head, language.as_deref(), options))?;
    let out = Object::new();
    let text = outline.source.into();
    let starts = js_sys::Uint32Array::from(starts.as_slice());
    for (key, value) in [("digest", &digest), ("text", &text), ("nodes", &nodes), ("starts", &starts)] {
        Reflect::set(&out, &key.into(), value)?;
    }
    Ok(out.into())
}

#[wasm_bindgen(module = "/src/sentences.js")]
extern "C" {
    fn sentences(text: &str, places: &[u32], values: &[f64], kinds: &str, reasons: &str) -> Array;
}

/// The digest as a plain object; see `sentences.js` for its sentences.
fn to_object(mut digest: Digest) -> Result<JsValue, JsValue> {
    let list = std::mem::take(&mut digest.sentences);
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    let out = digest.serialize(&serializer)?;
    let mut text = String::with_capacity(list.iter().map(|sentence| sentence.text.len()).sum());
    let mut places = Vec::with_capacity(6 * list.len());
    let mut values = Vec::with_capacity((1 + Reasons::NAMES.len()) * list.len());
    let mut counterfactuals = Vec::new();
    let mut end = 0;
    for (i, sentence) in (0u32..).zip(list) {
        text.push_str(&sentence.text);
        end += utf16::units(sentence.text.as_bytes());
        let kind = BlockKind::ALL.iter().position(|kind| kind.name() == sentence.kind).unwrap_or(0);
        let rank = sentence.rank.map_or(0, |rank| rank + 1);
        places.extend([end, sentence.start, sentence.end, sentence.block, kind as u32, rank]);
        values.push(sentence.score);
        values.extend(sentence.reasons.values());
        counterfactuals.extend(sentence.counterfactual.map(|counterfactual| (i, counterfactual)));
    }
    let kinds = BlockKind::ALL.map(BlockKind::name).join(" ");
    let objects = sentences(&text, &places, &values, &kinds, &Reasons::NAMES.join(" "));
    for (i, counterfactual) in counterfactuals {
        Reflect::set(&objects.get(i), &"counterfactual".into(), &counterfactual.serialize(&serializer)?)?;
    }
    Reflect::set(&out, &"sentences".into(), &objects)?;
    Ok(out)
}

fn read_options(options: &JsValue) -> Result<Options, JsValue> {
    if options.is_undefined() || options.is_null() {
        return Ok(Options::default());
    }
    Options::read(to_value(options, 0)?).map_err(|e| to_error(&e))
}

#[wasm_bindgen]
extern "C" {
    /// `Object.entries`, which throws where a getter does. An exception that isn't caught here would leave the module's
    /// stack as it was at the call.
    #[wasm_bindgen(catch, js_namespace = Object)]
    fn entries(object: &JsValue) -> Result<Array, JsValue>;
}

/// A plain JavaScript value, as the core knows them; an error is whatever a getter threw. By hand: serde-wasm-bindgen's
/// deserializer brings the printing of floats along, a tenth of the module.
fn to_value(js: &JsValue, depth: u8) -> Result<Value, JsValue> {
    if let Some(text) = js.as_string() {
        return Ok(Value::Text(text));
    }
    if let Some(number) = js.as_f64() {
        return Ok(Value::Number(number));
    }
    if depth > 2 || !js.is_object() {
        return Ok(if js.is_undefined() || js.is_null() { Value::Null } else { Value::Other });
    }
    let entries = entries(js)?;
    let mut named = Vec::new();
    for at in 0..entries.length() {
        let entry: Array = entries.get(at).unchecked_into();
        named.push((entry.get(0).as_string().unwrap_or_default(), to_value(&entry.get(1), depth + 1)?));
    }
    if Array::is_array(js) {
        return Ok(Value::List(named.into_iter().map(|(_, value)| value).collect()));
    }
    Ok(Value::Map(named))
}

fn to_error(error: &Error) -> JsValue {
    coded(error.message(), error.code())
}

fn coded(message: &str, code: &str) -> JsValue {
    let out = js_sys::Error::new(message);
    // Setting a property of a fresh Error can't fail.
    let _ = Reflect::set(&out, &"code".into(), &code.into());
    out.into()
}
