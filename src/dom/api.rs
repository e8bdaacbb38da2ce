//! The browser's own getters and methods.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    // Not js_sys's, which also looks for it where there is no `globalThis`, as browsers without WebAssembly's references do.
    #[wasm_bindgen(thread_local_v2, js_name = globalThis)]
    static GLOBAL: JsValue;
}

/// What is called, in the order of [`PLACES`].
#[derive(Clone, Copy)]
pub(super) enum Call {
    NodeType,
    FirstChild,
    NextSibling,
    OwnerDocument,
    TextContent,
    LocalName,
    Data,
    HasAttributes,
    GetAttribute,
    Matches,
    Closest,
    QuerySelector,
    CheckVisibility,
    ShadowRoot,
    AssignedNodes,
}

/// The class whose prototype holds it, and its name there. `checkVisibility` is not in browsers before 2023.
const PLACES: &str = "Node nodeType Node firstChild Node nextSibling Node ownerDocument Node textContent Element localName \
    CharacterData data Element hasAttributes Element getAttribute Element matches Element closest \
    Document querySelector Element checkVisibility Element shadowRoot HTMLSlotElement assignedNodes";

/// Functions taken from their prototypes once.
pub(super) struct Api(Vec<Option<Function>>);

impl Api {
    /// `None` where there is no DOM, as in a worker.
    pub fn new() -> Option<Api> {
        let mut places = PLACES.split(' ');
        let mut api = Api(Vec::new());
        while let (Some(class), Some(name)) = (places.next(), places.next()) {
            api.0.push(function(class, name));
        }
        api.has(Call::QuerySelector).then_some(api)
    }

    pub fn has(&self, call: Call) -> bool {
        self.0.get(call as usize).is_some_and(Option::is_some)
    }

    /// Calls a method, or a getter, which takes no notice of the argument. What fails gives undefined.
    pub fn call(&self, call: Call, node: &JsValue, argument: &JsValue) -> JsValue {
        let function = self.0.get(call as usize).and_then(Option::as_ref);
        function.and_then(|f| f.call1(node, argument).ok()).unwrap_or(JsValue::UNDEFINED)
    }

    /// A node or another object, unless there is none.
    pub fn object(&self, call: Call, node: &JsValue, argument: &JsValue) -> Option<JsValue> {
        Some(self.call(call, node, argument)).filter(JsValue::is_object)
    }

    pub fn text(&self, call: Call, node: &JsValue, argument: &JsValue) -> Option<String> {
        self.call(call, node, argument).as_string()
    }
}

/// A getter or a method of a class.
fn function(class: &str, name: &str) -> Option<Function> {
    let prototype = GLOBAL.with(|global| property(&property(global, class), "prototype"));
    let descriptor =
        Reflect::get_own_property_descriptor(prototype.unchecked_ref::<Object>(), &name.into()).ok()?;
    ["get", "value"].into_iter().find_map(|name| property(&descriptor, name).dyn_into().ok())
}

/// A property, undefined where there is none to be had.
fn property(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// `display` as style sheets make it.
pub(super) fn computed_display(element: &JsValue) -> Option<String> {
    let global = GLOBAL.with(JsValue::clone);
    let get: Function = property(&global, "getComputedStyle").dyn_into().ok()?;
    property(&get.call1(&global, element).ok()?, "display").as_string()
}
