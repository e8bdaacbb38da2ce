//! From an element or a document of the browser, live or parsed, to an outline and the text nodes it came from.
//!
//! Nodes are read through the getters and methods of the browser's own prototypes, never as properties of the nodes: a form
//! whose fields are named `childNodes` or `nodeName` hides the properties of those names (DOM clobbering).

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::outline::title::Head;
use crate::outline::{Attributes, Builder, Outline, Tag};
use crate::utf16;

const ELEMENT: u32 = 1;
const TEXT: u32 = 3;
const CDATA: u32 = 4;
const DOCUMENT: u32 = 9;
const FRAGMENT: u32 = 11;

/// Elements whose attributes may say more than a class and an id; asked once, so that the others cost one call.
const TELLING: &str = "[hidden],[aria-hidden],[role],[style*=display],[style*=visibility]";

/// A document read.
pub(crate) struct Reading {
    pub outline: Outline,
    pub head: Head,
    /// What `lang` says around the root.
    pub language: Option<String>,
    /// The text nodes of the source, and where each begins in it, in UTF-16 code units.
    pub nodes: Vec<JsValue>,
    pub starts: Vec<u32>,
}

/// Reads an Element, a Document or a DocumentFragment; `None` for anything else.
pub(crate) fn read(root: &JsValue) -> Option<Reading> {
    let api = Api::new()?;
    let kind = api.kind(root)?;
    if !matches!(kind, ELEMENT | DOCUMENT | FRAGMENT) {
        return None;
    }
    let (outline, nodes, starts) = Walk::new(&api, root).run(root);
    // An element inside a page has no title but the one in it.
    let document = if kind == DOCUMENT { Some(root.clone()) } else { api.document_of_body(root) };
    let head = document.map_or_else(Head::default, |d| Head {
        title: api.select(&d, "title").and_then(|t| api.text_content(&t)).unwrap_or_default(),
        social: api
            .select(&d, "meta[property=\"og:title\"]")
            .and_then(|m| api.attribute(&m, "content"))
            .unwrap_or_default(),
    });
    let language = match kind {
        DOCUMENT => api.select(root, "html[lang],body[lang]").and_then(|e| api.attribute(&e, "lang")),
        ELEMENT => api.closest(root, "[lang]").and_then(|e| api.attribute(&e, "lang")),
        _ => None,
    };
    Some(Reading { outline, head, language, nodes, starts })
}

/// The walk through a tree, without recursion: pages nest as deep as they like.
struct Walk<'a> {
    api: &'a Api,
    /// The root is on display, so what isn't is hidden.
    live: bool,
    builder: Builder,
    nodes: Vec<JsValue>,
    starts: Vec<u32>,
    /// The source's bytes and UTF-16 units before the last node's end.
    bytes: usize,
    units: u32,
}

impl<'a> Walk<'a> {
    fn new(api: &'a Api, root: &JsValue) -> Walk<'a> {
        Walk {
            api,
            live: api.is_visible(root) == Some(true),
            builder: Builder::default(),
            nodes: Vec::new(),
            starts: Vec::new(),
            bytes: 0,
            units: 0,
        }
    }

    fn run(mut self, root: &JsValue) -> (Outline, Vec<JsValue>, Vec<u32>) {
        // Those entered and not left yet; true: the builder knows of them.
        let mut path: Vec<(JsValue, bool)> = Vec::new();
        let mut node = root.clone();
        loop {
            if let Some(opened) = self.visit(&node, path.is_empty()) {
                if let Some(child) = self.api.get(&self.api.first_child, &node) {
                    path.push((node, opened));
                    node = child;
                    continue;
                }
                self.leave(opened);
            }
            // On to the next sibling of this node, or of the nearest one above that has any.
            loop {
                if path.is_empty() {
                    return (self.builder.finish(), self.nodes, self.starts);
                }
                if let Some(next) = self.api.get(&self.api.next_sibling, &node) {
                    node = next;
                    break;
                }
                let Some((parent, opened)) = path.pop() else { continue };
                self.leave(opened);
                node = parent;
            }
        }
    }

    /// Whether to go inside, and then whether the builder has opened it.
    fn visit(&mut self, node: &JsValue, is_root: bool) -> Option<bool> {
        match self.api.kind(node)? {
            TEXT | CDATA => {
                self.text(node);
                None
            }
            ELEMENT => self.element(node, is_root).then_some(true),
            DOCUMENT | FRAGMENT => Some(false),
            _ => None,
        }
    }

    fn leave(&mut self, opened: bool) {
        if opened {
            self.builder.close();
        }
    }

    fn text(&mut self, node: &JsValue) {
        let Some(data) = self.api.get(&self.api.data, node).and_then(|d| d.as_string()) else { return };
        if let Some(start) = self.builder.text(&data) {
            // Between two nodes there is nothing but line feeds.
            self.units += (start - self.bytes) as u32;
            self.nodes.push(node.clone());
            self.starts.push(self.units);
            self.units += utf16::units(data.as_bytes());
            self.bytes = start + data.len();
        }
    }

    fn element(&mut self, node: &JsValue, is_root: bool) -> bool {
        let api = self.api;
        let name = api.get(&api.local_name, node).and_then(|n| n.as_string()).unwrap_or_default();
        // An element that holds its article itself.
        let tag = match Tag::of(&name.to_ascii_lowercase()) {
            Tag::Skipped if is_root && name == "nut-graf" => Tag::Plain,
            tag => tag,
        };
        if matches!(tag, Tag::Skipped | Tag::Break) {
            return self.builder.open(tag, Attributes::default());
        }
        let invisible = self.live && tag.is_block() && api.is_visible(node) == Some(false);
        if !api.has_attributes(node) {
            return self.builder.open(tag, Attributes { hidden: invisible, ..Attributes::default() });
        }
        let mut label = String::new();
        if !matches!(tag, Tag::Phrase | Tag::Link) {
            label = api.text(&api.get_attribute, node, &api.class).unwrap_or_default();
            if let Some(id) = api.text(&api.get_attribute, node, &api.id) {
                label.push(' ');
                label.push_str(&id);
            }
        }
        let mut role = String::new();
        let mut attributes = Attributes { label: &label, hidden: invisible, ..Attributes::default() };
        attributes.link = tag == Tag::Link && api.says(&api.matches, node, &api.with_address);
        if api.says(&api.matches, node, &api.telling) {
            role = api.attribute(node, "role").unwrap_or_default();
            attributes.hidden |= api.is_marked_hidden(node);
        }
        attributes.role = &role;
        self.builder.open(tag, attributes)
    }
}

/// The browser's own getters and methods.
struct Api {
    node_type: Function,
    first_child: Function,
    next_sibling: Function,
    owner_document: Function,
    text_content: Function,
    local_name: Function,
    data: Function,
    has_attributes: Function,
    get_attribute: Function,
    matches: Function,
    closest: Function,
    query_selector: Function,
    /// Only in browsers of 2023 and later.
    check_visibility: Option<Function>,
    computed_style: Option<Function>,
    // Arguments of most calls, as the browser wants them: a string made anew costs more than the call.
    class: JsValue,
    id: JsValue,
    telling: JsValue,
    with_address: JsValue,
}

impl Api {
    /// `None` where there is no DOM, as in a worker.
    fn new() -> Option<Api> {
        let [node, element, document] = ["Node", "Element", "Document"].map(prototype);
        let (node, element, document) = (node?, element?, document?);
        Some(Api {
            node_type: getter(&node, "nodeType")?,
            first_child: getter(&node, "firstChild")?,
            next_sibling: getter(&node, "nextSibling")?,
            owner_document: getter(&node, "ownerDocument")?,
            text_content: getter(&node, "textContent")?,
            local_name: getter(&element, "localName")?,
            data: getter(&prototype("CharacterData")?, "data")?,
            has_attributes: method(&element, "hasAttributes")?,
            get_attribute: method(&element, "getAttribute")?,
            matches: method(&element, "matches")?,
            closest: method(&element, "closest")?,
            query_selector: method(&document, "querySelector")?,
            check_visibility: method(&element, "checkVisibility"),
            computed_style: method(&js_sys::global(), "getComputedStyle"),
            class: "class".into(),
            id: "id".into(),
            telling: TELLING.into(),
            with_address: "[href]".into(),
        })
    }

    /// The value of a getter, unless it is null.
    fn get(&self, getter: &Function, node: &JsValue) -> Option<JsValue> {
        getter.call0(node).ok().filter(|v| !v.is_null())
    }

    fn kind(&self, node: &JsValue) -> Option<u32> {
        self.get(&self.node_type, node)?.as_f64().map(|n| n as u32)
    }

    fn text_content(&self, node: &JsValue) -> Option<String> {
        self.get(&self.text_content, node)?.as_string()
    }

    fn attribute(&self, element: &JsValue, name: &str) -> Option<String> {
        self.text(&self.get_attribute, element, &name.into())
    }

    fn text(&self, method: &Function, node: &JsValue, argument: &JsValue) -> Option<String> {
        method.call1(node, argument).ok()?.as_string()
    }

    fn says(&self, method: &Function, node: &JsValue, argument: &JsValue) -> bool {
        method.call1(node, argument).is_ok_and(|v| v.is_truthy())
    }

    fn has_attributes(&self, element: &JsValue) -> bool {
        self.has_attributes.call0(element).is_ok_and(|v| v.is_truthy())
    }

    fn closest(&self, element: &JsValue, selector: &str) -> Option<JsValue> {
        self.closest.call1(element, &selector.into()).ok().filter(|v| !v.is_null())
    }

    fn select(&self, document: &JsValue, selector: &str) -> Option<JsValue> {
        self.query_selector.call1(document, &selector.into()).ok().filter(|v| !v.is_null())
    }

    /// The document whose root or body this is.
    fn document_of_body(&self, root: &JsValue) -> Option<JsValue> {
        if self.says(&self.matches, root, &"html,body".into()) {
            self.get(&self.owner_document, root)
        } else {
            None
        }
    }

    /// Whether a live element is on display; `None` where the browser can't tell.
    fn is_visible(&self, element: &JsValue) -> Option<bool> {
        let visible = self.check_visibility.as_ref()?.call0(element).ok()?.is_truthy();
        // What has no box of its own can have children that have one.
        Some(visible || self.computed_display(element).as_deref() == Some("contents"))
    }

    fn computed_display(&self, element: &JsValue) -> Option<String> {
        let style = self.computed_style.as_ref()?.call1(&JsValue::UNDEFINED, element).ok()?;
        Reflect::get(&style, &"display".into()).ok()?.as_string()
    }

    fn is_marked_hidden(&self, element: &JsValue) -> bool {
        let says = |name: &str, value: &str| {
            self.attribute(element, name).is_some_and(|v| v.eq_ignore_ascii_case(value))
        };
        if says("aria-hidden", "true") {
            return true;
        }
        // Text that the browser's search may bring to light is there for reading.
        if self.attribute(element, "hidden").is_some_and(|v| !v.eq_ignore_ascii_case("until-found")) {
            return true;
        }
        let mut style = self.attribute(element, "style").unwrap_or_default();
        style.retain(|c| !c.is_ascii_whitespace());
        style.make_ascii_lowercase();
        style.contains("display:none") || style.contains("visibility:hidden")
    }
}

fn prototype(class: &str) -> Option<Object> {
    let class = Reflect::get(&js_sys::global(), &class.into()).ok()?;
    Reflect::get(&class, &"prototype".into()).ok()?.dyn_into().ok()
}

fn getter(prototype: &Object, name: &str) -> Option<Function> {
    let descriptor = Reflect::get_own_property_descriptor(prototype, &name.into()).ok()?;
    Reflect::get(&descriptor, &"get".into()).ok()?.dyn_into().ok()
}

fn method(prototype: &Object, name: &str) -> Option<Function> {
    Reflect::get(prototype, &name.into()).ok()?.dyn_into().ok()
}
