//! From an element or a document of the browser, live or parsed, to an outline and the text nodes it came from.
//!
//! Nodes are read through the getters and methods of the browser's own prototypes ([`api`]), never as properties of the
//! nodes: a form whose fields are named `childNodes` or `nodeName` hides the properties of those names (DOM clobbering).

mod api;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};

use crate::interner::Interner;
use crate::outline::title::Head;
use crate::outline::{Attributes, Builder, Outline, Tag};
use crate::utf16;
use api::{Api, Call};

const ELEMENT: u32 = 1;
const TEXT: u32 = 3;
const CDATA: u32 = 4;
const DOCUMENT: u32 = 9;
const FRAGMENT: u32 = 11;

/// Not shown. Text that the browser's own search may bring to light is there for reading.
const HIDDEN: &str = "[hidden]:not([hidden=until-found i]),[aria-hidden=true i],\
    [style*='display:none' i],[style*='display: none' i],[style*='visibility:hidden' i],[style*='visibility: hidden' i]";

/// Parts of a page that say by their role that they are no part of the article.
const ASIDE: &str = "[role~=navigation i],[role~=complementary i],[role~=banner i],[role~=contentinfo i],[role~=search i],\
    [role~=dialog i],[role~=alertdialog i],[role~=alert i],[role~=status i],[role~=tooltip i],[role~=menu i],\
    [role~=menubar i],[role~=tablist i],[role~=toolbar i],[role~=button i],[role~=form i]";

/// A document read.
pub(crate) struct DocumentText {
    pub outline: Outline,
    pub head: Head,
    /// The `lang` attribute nearest to the root.
    pub language: Option<String>,
    /// The text nodes of the source, and where each begins in it, in UTF-16 code units.
    pub nodes: Array,
    pub starts: Vec<u32>,
}

/// Reads an Element, a Document or a DocumentFragment; `None` for anything else.
#[inline(never)]
pub(crate) fn read(root: &JsValue) -> Option<DocumentText> {
    let api = Api::new()?;
    let kind = kind(&api, root);
    if !matches!(kind, ELEMENT | DOCUMENT | FRAGMENT) {
        return None;
    }
    let select = |document: &JsValue, what: &str| api.object(Call::QuerySelector, document, &what.into());
    let attribute = |element: &JsValue, name: &str| api.text(Call::GetAttribute, element, &name.into());
    // An element inside a page has no title but the one in it.
    let whole = kind == ELEMENT && api.call(Call::Matches, root, &"html,body".into()).is_truthy();
    let document = match kind {
        DOCUMENT => Some(root.clone()),
        _ if whole => api.object(Call::OwnerDocument, root, &JsValue::UNDEFINED),
        _ => None,
    };
    let mut head = Head::default();
    if let Some(document) = &document {
        let title = select(document, "title");
        head.title =
            title.and_then(|t| api.text(Call::TextContent, &t, &JsValue::UNDEFINED)).unwrap_or_default();
        let social = select(document, "meta[property='og:title']");
        head.social = social.and_then(|m| attribute(&m, "content")).unwrap_or_default();
        let site = select(document, "meta[property='og:site_name']");
        head.site = site.and_then(|m| attribute(&m, "content")).unwrap_or_default();
    }
    let speaker = match kind {
        DOCUMENT => select(root, "html[lang],body[lang]"),
        _ => api.object(Call::Closest, root, &"[lang]".into()),
    };
    let language = speaker.and_then(|e| attribute(&e, "lang"));
    let (outline, nodes, starts) = Walk::new(&api, root).run(root);
    Some(DocumentText { outline, head, language, nodes, starts })
}

fn kind(api: &Api, node: &JsValue) -> u32 {
    api.call(Call::NodeType, node, &JsValue::UNDEFINED).as_f64().unwrap_or(0.0) as u32
}

/// Whether a live element is on display, or would be if the reader opened the `<details>` around it.
fn is_visible(api: &Api, element: &JsValue) -> bool {
    // What has no box of its own can have children that have one.
    api.call(Call::CheckVisibility, element, &JsValue::UNDEFINED).is_truthy()
        || api::computed_display(element).as_deref() == Some("contents")
        || api.object(Call::Closest, element, &"details:not([open])".into()).is_some_and(|details| {
            !api.call(Call::Matches, element, &"details".into()).is_truthy()
                && api.call(Call::CheckVisibility, &details, &JsValue::UNDEFINED).is_truthy()
                && api::computed_display(element).as_deref() != Some("none")
        })
}

/// An element that the walk is inside of.
struct Entered {
    element: JsValue,
    /// The builder knows of it.
    opened: bool,
    /// If it is a slot, the nodes assigned to it, and how many of them were visited.
    slotted: Option<(Array, u32)>,
}

/// The walk through a tree, without recursion: pages nest as deep as they like.
struct Walk<'a> {
    api: &'a Api,
    /// The root is on display, so what isn't is hidden.
    live: bool,
    builder: Builder,
    names: Interner,
    /// For each name what it means.
    tags: Vec<Tag>,
    /// That of the node visited last; `Phrase` when it is no element.
    last_tag: Tag,
    nodes: Array,
    starts: Vec<u32>,
    /// The source's bytes and UTF-16 units up to the last node's end.
    bytes: usize,
    units: u32,
    // Arguments of most calls, as the browser wants them: to make a string anew costs more than the call.
    class: JsValue,
    id: JsValue,
    hidden: JsValue,
    aside: JsValue,
    address: JsValue,
}

impl<'a> Walk<'a> {
    fn new(api: &'a Api, root: &JsValue) -> Walk<'a> {
        Walk {
            api,
            live: api.has(Call::CheckVisibility) && is_visible(api, root),
            builder: Builder::default(),
            names: Interner::default(),
            tags: Vec::new(),
            last_tag: Tag::Phrase,
            nodes: Array::new(),
            starts: Vec::new(),
            bytes: 0,
            units: 0,
            class: "class".into(),
            id: "id".into(),
            hidden: HIDDEN.into(),
            aside: ASIDE.into(),
            address: "href".into(),
        }
    }

    fn run(mut self, root: &JsValue) -> (Outline, Array, Vec<u32>) {
        // Those entered and not left yet.
        let mut path: Vec<Entered> = Vec::new();
        let mut node = root.clone();
        loop {
            if let Some(opened) = self.visit(&node, path.is_empty()) {
                let slotted = self.slotted(&node).map(|nodes| (nodes, 1));
                if let Some(child) = self.first_child(&node, slotted.as_ref()) {
                    path.push(Entered { element: node, opened, slotted });
                    node = child;
                    continue;
                }
                self.leave(opened);
            }
            // On to the next sibling of this node, or of the nearest one above that has any.
            loop {
                let Some(parent) = path.last_mut() else {
                    return (self.builder.finish(), self.nodes, self.starts);
                };
                let next = match &mut parent.slotted {
                    Some((nodes, visited)) => {
                        *visited += 1;
                        Some(nodes.get(*visited - 1)).filter(JsValue::is_object)
                    }
                    None => self.api.object(Call::NextSibling, &node, &JsValue::UNDEFINED),
                };
                if let Some(next) = next {
                    node = next;
                    break;
                }
                let Some(parent) = path.pop() else { continue };
                self.leave(parent.opened);
                node = parent.element;
            }
        }
    }

    /// The nodes assigned to a slot, if there are any.
    fn slotted(&mut self, node: &JsValue) -> Option<Array> {
        if self.last_tag != Tag::Slot {
            return None;
        }
        let nodes: Array =
            self.api.object(Call::AssignedNodes, node, &JsValue::UNDEFINED)?.dyn_into().ok()?;
        (nodes.length() > 0).then_some(nodes)
    }

    /// The first of what an element shows: its slotted nodes, its shadow tree, or its own children.
    fn first_child(&self, node: &JsValue, slotted: Option<&(Array, u32)>) -> Option<JsValue> {
        if let Some((nodes, _)) = slotted {
            return Some(nodes.get(0)).filter(JsValue::is_object);
        }
        // Other elements have one so seldom that asking each costs more than it finds.
        let shadow = (self.last_tag == Tag::Custom)
            .then(|| self.api.object(Call::ShadowRoot, node, &JsValue::UNDEFINED))
            .flatten();
        self.api.object(Call::FirstChild, shadow.as_ref().unwrap_or(node), &JsValue::UNDEFINED)
    }

    /// Whether to go inside, and then whether the builder has opened it.
    fn visit(&mut self, node: &JsValue, is_root: bool) -> Option<bool> {
        self.last_tag = Tag::Phrase;
        match kind(self.api, node) {
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
        let data = self.api.text(Call::Data, node, &JsValue::UNDEFINED).unwrap_or_default();
        if let Some(start) = self.builder.text(&data) {
            // Between two nodes there is nothing but line feeds.
            self.units += (start - self.bytes) as u32;
            self.nodes.push(node);
            self.starts.push(self.units);
            self.units += utf16::units(data.as_bytes());
            self.bytes = start + data.len();
        }
    }

    fn element(&mut self, node: &JsValue, is_root: bool) -> bool {
        let tag = match self.tag(node) {
            // What was asked for is read, such as an element of ours that holds its article itself.
            Tag::Skipped if is_root => Tag::Plain,
            tag => tag,
        };
        self.last_tag = tag;
        if matches!(tag, Tag::Skipped | Tag::Break) {
            return self.builder.open(tag, Attributes::default());
        }
        let api = self.api;
        let mut label;
        let mut attributes = Attributes {
            hidden: self.live && tag.is_block() && !is_visible(api, node),
            ..Attributes::default()
        };
        if api.call(Call::HasAttributes, node, &JsValue::UNDEFINED).is_truthy() {
            attributes.hidden |= api.call(Call::Matches, node, &self.hidden).is_truthy();
            if tag == Tag::Link {
                attributes.link = !api.call(Call::GetAttribute, node, &self.address).is_null();
            } else if tag != Tag::Phrase {
                attributes.aside = api.call(Call::Matches, node, &self.aside).is_truthy();
                label = api.text(Call::GetAttribute, node, &self.class).unwrap_or_default();
                label.push(' ');
                label.push_str(&api.text(Call::GetAttribute, node, &self.id).unwrap_or_default());
                attributes.label = &label;
            }
        }
        self.builder.open(tag, attributes)
    }

    fn tag(&mut self, node: &JsValue) -> Tag {
        let mut name = self.api.text(Call::LocalName, node, &JsValue::UNDEFINED).unwrap_or_default();
        name.make_ascii_lowercase();
        let number = self.names.intern(&name) as usize;
        if number == self.tags.len() {
            self.tags.push(Tag::of(&name));
        }
        self.tags.get(number).copied().unwrap_or(Tag::Phrase)
    }
}
