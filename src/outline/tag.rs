//! What an element's name says.

/// Element names as far as they matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    /// Text level: doesn't interrupt a sentence.
    Phrase,
    /// An element of the page's own making: text level until it holds blocks.
    Custom,
    /// Text level, and a link when it has an address.
    Link,
    /// Nothing in it is text for reading.
    Skipped,
    Break,
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

impl Tag {
    /// From a name in lower case.
    pub fn of(name: &str) -> Tag {
        match name {
            "a" => Tag::Link,
            "br" => Tag::Break,
            "script" | "style" | "noscript" | "template" | "svg" | "math" | "iframe" | "object" | "embed"
            | "select" | "textarea" | "head" | "canvas" | "audio" | "video" | "datalist" | "option"
            | "applet" | "frameset" | "noframes" | "title" | "rp" | "rt" => Tag::Skipped,
            // Its own text stands in for the summary, or quotes the article.
            "nut-graf" => Tag::Skipped,
            "html" | "div" | "center" | "dialog" | "details" | "summary" | "dir" | "hgroup" | "hr"
            | "legend" | "search" | "slot" => Tag::Plain,
            "body" => Tag::Body,
            "article" => Tag::Article,
            "main" => Tag::Main,
            "section" => Tag::Section,
            "header" => Tag::Header,
            "nav" | "aside" | "footer" | "form" | "menu" | "button" | "label" | "fieldset" | "address" => {
                Tag::Aside
            }
            "figure" => Tag::Figure,
            "figcaption" | "caption" => Tag::Caption,
            "h1" => Tag::Heading(1),
            "h2" => Tag::Heading(2),
            "h3" => Tag::Heading(3),
            "h4" => Tag::Heading(4),
            "h5" => Tag::Heading(5),
            "h6" => Tag::Heading(6),
            "p" => Tag::Paragraph,
            "ul" | "ol" | "dl" => Tag::List,
            "li" | "dt" | "dd" => Tag::Item,
            "blockquote" => Tag::Quote,
            "pre" | "listing" | "xmp" | "plaintext" => Tag::Code,
            "table" => Tag::Table,
            "thead" | "tbody" | "tfoot" => Tag::Rows,
            "tr" => Tag::Row,
            "td" | "th" => Tag::Cell,
            _ if name.contains('-') => Tag::Custom,
            _ => Tag::Phrase,
        }
    }

    pub fn is_block(self) -> bool {
        !matches!(self, Tag::Phrase | Tag::Custom | Tag::Link)
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
