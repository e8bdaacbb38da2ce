//! What an element's name says.

use crate::text;

/// Element names as far as they matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    /// Text level: doesn't interrupt a sentence.
    Phrase,
    /// An element of the page's own making: text level until it holds blocks.
    Custom,
    /// Text level, and a link when it has an address.
    Link,
    /// Raised or lowered: exponents, footnote marks, indices.
    Raised,
    Lowered,
    /// Nothing in it is text for reading.
    Skipped,
    Break,
    /// Shows what the page puts in its place.
    Slot,
    /// Block level without a meaning of its own.
    Plain,
    Body,
    Article,
    Main,
    Section,
    Header,
    /// nav, aside, footer, form, …
    Aside,
    Figure,
    Caption,
    Heading(u8),
    Paragraph,
    List,
    Item,
    Quote,
    Code,
    Table,
    /// thead, tbody, tfoot.
    Rows,
    Row,
    Cell,
}

const NAMES: &[(Tag, &str)] = &[
    (Tag::Link, "a"),
    (Tag::Break, "br"),
    (
        Tag::Skipped,
        "script style noscript template svg math iframe object embed select textarea head canvas audio video datalist \
         option applet frameset noframes title rp rt",
    ),
    // What was deleted is no longer said.
    (Tag::Skipped, "del s strike"),
    (Tag::Raised, "sup"),
    (Tag::Lowered, "sub"),
    // Its own text stands in for the summary, or quotes the article.
    (Tag::Skipped, "nut-graf"),
    (Tag::Plain, "html div center dialog details summary dir hgroup hr legend search"),
    (Tag::Slot, "slot"),
    (Tag::Body, "body"),
    (Tag::Article, "article"),
    (Tag::Main, "main"),
    (Tag::Section, "section"),
    (Tag::Header, "header"),
    (Tag::Aside, "nav aside footer form menu button label fieldset address"),
    (Tag::Figure, "figure"),
    (Tag::Caption, "figcaption caption"),
    (Tag::Paragraph, "p"),
    (Tag::List, "ul ol dl"),
    (Tag::Item, "li dt dd"),
    (Tag::Quote, "blockquote"),
    (Tag::Code, "pre listing xmp plaintext"),
    (Tag::Table, "table"),
    (Tag::Rows, "thead tbody tfoot"),
    (Tag::Row, "tr"),
    (Tag::Cell, "td th"),
];

impl Tag {
    /// From a name in lower case.
    pub fn of(name: &str) -> Tag {
        if let [b'h', digit @ b'1'..=b'6'] = name.as_bytes() {
            return Tag::Heading(digit - b'0');
        }
        let known = NAMES.iter().find(|(_, names)| text::list_contains(names, name));
        let unknown = if text::contains_char(name, '-') { Tag::Custom } else { Tag::Phrase };
        known.map_or(unknown, |&(tag, _)| tag)
    }

    pub fn is_block(self) -> bool {
        !matches!(self, Tag::Phrase | Tag::Custom | Tag::Link | Tag::Slot | Tag::Raised | Tag::Lowered)
    }

    /// Part of the page rather than of the article, by its name alone.
    pub fn is_aside(self) -> bool {
        matches!(self, Tag::Aside | Tag::Figure | Tag::Caption)
    }

    /// Holds other blocks without saying anything of them: a step up in the page's scaffolding.
    pub fn is_container(self) -> bool {
        matches!(
            self,
            Tag::Phrase
                | Tag::Custom
                | Tag::Link
                | Tag::Slot
                | Tag::Plain
                | Tag::Body
                | Tag::Article
                | Tag::Main
                | Tag::Section
                | Tag::Header
                | Tag::Aside
                | Tag::Figure
                | Tag::Caption
        )
    }
}
