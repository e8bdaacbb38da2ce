//! The JavaScript boundary: options in, digest out. No logic lives here.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::{Error, Options};

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
#[wasm_bindgen]
pub fn summarize(text: &str, options: JsValue) -> Result<JsValue, JsValue> {
    let options = read_options(options)?;
    let digest = crate::summarize(text, &options).map_err(|e| to_error(&e))?;
    digest.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsValue::from)
}

fn read_options(options: JsValue) -> Result<Options, JsValue> {
    if options.is_undefined() || options.is_null() {
        return Ok(Options::default());
    }
    serde_wasm_bindgen::from_value(options).map_err(|e| to_error(&Error::invalid_option(e.to_string())))
}

fn to_error(error: &Error) -> JsValue {
    let out = js_sys::Error::new(&error.to_string());
    // Setting a property of a fresh Error can't fail.
    let _ = js_sys::Reflect::set(&out, &"code".into(), &error.code().into());
    out.into()
}
