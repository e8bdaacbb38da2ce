//! A document as the reader met it: elements, and the stretches of text between their edges.
//!
//! The DOM's way in ([`crate::dom`]) walks the nodes and reports each to a [`Builder`]; everything that follows is plain data:
//! which parts hold the article ([`main_content`]), what each stretch is ([`part`]), and the title ([`title`]).

mod counts;
mod hint;
mod main_content;
mod marks;
mod part;
mod script;
mod tag;
mod tree;
#[cfg(test)]
mod tests;
pub(crate) mod title;

use crate::interner::Interner;
use crate::text;
use crate::unicode::is_whitespace;
use hint::{Hint, Name};
pub(crate) use part::parts;
use script::Script;
pub(crate) use tag::Tag;
pub(crate) use tree::{Element, Outline, Segment};

/// The attributes of an element, as far as they are read.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Attributes<'a> {
    /// `class` and `id`, separated by white space.
    pub label: &'a str,
    /// Its role says that it is a part of its own: navigation, dialog, …
    pub aside: bool,
    /// Has an `href`.
    pub link: bool,
    /// `hidden`, `aria-hidden="true"`, `display: none`, or found invisible.
    pub hidden: bool,
}

/// Builds an [`Outline`] from nodes reported in document order.
#[derive(Debug, Default)]
pub(crate) struct Builder {
    outline: Outline,
    open: Vec<OpenElement>,
    labels: Interner,
    /// For each label what it says.
    hints: Vec<Hint>,
    /// The names in labels, and what each says.
    names: Interner,
    said: Vec<Name>,
    /// The last segment still takes text.
    writing: bool,
    /// `<br>`s since the last visible text.
    breaks: u32,
}

#[derive(Clone, Copy, Debug)]
struct OpenElement {
    element: u32,
    /// The nearest block-level element, itself included.
    block: u32,
    tag: Tag,
    linked: bool,
    /// Inside `<sup>` or `<sub>`.
    script: Option<Script>,
    /// Inside article, main or section, where a header is no banner.
    sectioned: bool,
}

impl Builder {
    /// An element starts. False: nothing inside it is wanted, and it must not be closed.
    pub fn open(&mut self, tag: Tag, attributes: Attributes) -> bool {
        match tag {
            Tag::Skipped => return false,
            Tag::Break => {
                self.line_break();
                return false;
            }
            // A few words hidden in the middle of a sentence are no block of their own.
            Tag::Phrase | Tag::Link | Tag::Raised | Tag::Lowered if attributes.hidden => return false,
            Tag::Raised if script::is_reference(attributes.label) => return false,
            _ => {}
        }
        let element = self.outline.elements.len() as u32;
        let outer = self.open.last().copied();
        let sectioned = outer.is_some_and(|o| o.sectioned);
        let (label, hint) = self.label(attributes.label);
        self.outline.elements.push(Element {
            parent: outer.map_or(0, |o| o.element),
            tag,
            aside: attributes.hidden
                || tag.is_aside()
                || tag == Tag::Header && !sectioned
                || attributes.aside,
            hint: if matches!(tag, Tag::Body | Tag::Article | Tag::Main) { Hint::None } else { hint },
            label,
        });
        if tag.is_block() {
            self.end_segment();
        }
        self.open.push(OpenElement {
            element,
            block: if tag.is_block() { element } else { outer.map_or(element, |o| o.block) },
            tag,
            linked: attributes.link || outer.is_some_and(|o| o.linked),
            script: match tag {
                Tag::Raised => Some(Script::Raised),
                Tag::Lowered => Some(Script::Lowered),
                _ if tag.is_block() => None,
                _ => outer.and_then(|o| o.script),
            },
            sectioned: sectioned || matches!(tag, Tag::Article | Tag::Main | Tag::Section),
        });
        true
    }

    /// The element opened last ends.
    pub fn close(&mut self) {
        if self.open.pop().is_some_and(|o| o.tag.is_block()) {
            self.end_segment();
        }
    }

    /// A text node. Gives the byte of the source where its data stands, if it was wanted.
    pub fn text(&mut self, data: &str) -> Option<usize> {
        let letters = data.chars().filter(|&c| !is_whitespace(c)).count() as u32;
        let open = self.open.last()?;
        if letters == 0 && !self.writing {
            return None;
        }
        let written = if self.writing { self.outline.source.as_str() } else { "" };
        let mark = match open.script {
            Some(script) => script::mark(script, written, data, open.linked)?,
            None => "",
        };
        let source = &mut self.outline.source;
        if !self.writing {
            if !source.is_empty() {
                source.push('\n');
            }
            let range = source.len()..source.len();
            self.outline.segments.push(Segment { range, element: open.block, letters: 0, linked: 0 });
            self.writing = true;
        }
        if letters > 0 {
            self.breaks = 0;
        }
        source.push_str(mark);
        let start = source.len();
        source.push_str(data);
        let segment = self.outline.segments.last_mut()?;
        segment.letters += letters;
        segment.linked += if open.linked { letters } else { 0 };
        segment.range.end = source.len();
        Some(start)
    }

    /// Everything that was reported.
    pub fn finish(self) -> Outline {
        self.outline
    }

    fn line_break(&mut self) {
        self.breaks += 1;
        if self.breaks > 1 {
            self.end_segment();
        } else if self.writing {
            self.outline.source.push('\n');
        }
    }

    fn end_segment(&mut self) {
        self.writing = false;
        self.breaks = 0;
    }

    /// The number of a class and id, and what their names say together.
    fn label(&mut self, text: &str) -> (Option<u32>, Hint) {
        let text = text::trim(text);
        if text.is_empty() {
            return (None, Hint::None);
        }
        let label = self.labels.intern(text);
        if label as usize == self.hints.len() {
            let mut hint = Hint::None;
            let mut article = false;
            for name in text.split_ascii_whitespace() {
                match self.name(name) {
                    Name::Article => article = true,
                    Name::Hint(own) => hint = hint.max(own),
                }
            }
            self.hints.push(if article { Hint::None } else { hint });
        }
        (Some(label), self.hints.get(label as usize).copied().unwrap_or_default())
    }

    /// The evidence of one name; each name is read once.
    fn name(&mut self, name: &str) -> Name {
        let number = self.names.intern(name) as usize;
        if number == self.said.len() {
            self.said.push(hint::of(name));
        }
        self.said.get(number).copied().unwrap_or(Name::Hint(Hint::None))
    }
}
