//! The text as the stages see it: tidied, in blocks, and every byte traceable to the caller's own text.

use crate::compose;
use crate::span::Span;

/// What a caller pasted, tidied.
///
/// `text` holds the blocks one after the other, separated by one line feed. Inside a block there is no line feed
/// and no run of white space: wrapped lines are joined, line-end hyphens mended, HTML entities decoded, invisible
/// characters removed.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub text: String,
    pub blocks: Vec<Block>,
    /// Lines set aside before blocks were told apart, such as running heads: they lie after the last block.
    pub aside: Vec<(Span, Reason)>,
    pub layout: Layout,
    pub genre: Genre,
    origin: Vec<Piece>,
    /// Some letters were composed, see [`Page::compose`].
    composed: bool,
}

/// What the shape of a paste's lines says of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Layout {
    #[default]
    Text,
    /// Speakers in turn.
    Transcript,
    /// Messages with their times.
    Chat,
    /// Cues with their times.
    Subtitles,
}

/// What kind of text it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Genre {
    #[default]
    Article,
    Transcript,
    Mail,
    Chat,
    Subtitles,
    Forum,
    Reference,
    Paper,
    Legal,
    List,
    Newsletter,
}

impl Genre {
    #[cfg(test)]
    pub const ALL: [Genre; 11] = [
        Genre::Article,
        Genre::Transcript,
        Genre::Mail,
        Genre::Chat,
        Genre::Subtitles,
        Genre::Forum,
        Genre::Reference,
        Genre::Paper,
        Genre::Legal,
        Genre::List,
        Genre::Newsletter,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Genre::Article => "article",
            Genre::Transcript => "transcript",
            Genre::Mail => "mail",
            Genre::Chat => "chat",
            Genre::Subtitles => "subtitles",
            Genre::Forum => "forum",
            Genre::Reference => "reference",
            Genre::Paper => "paper",
            Genre::Legal => "legal",
            Genre::List => "list",
            Genre::Newsletter => "newsletter",
        }
    }

    /// Whether people greet one another in it.
    pub fn is_correspondence(self) -> bool {
        matches!(self, Genre::Mail | Genre::Newsletter)
    }

    /// Whether people talk in it.
    pub fn is_talk(self) -> bool {
        matches!(self, Genre::Transcript | Genre::Chat | Genre::Subtitles)
    }
}

/// A paragraph, heading, list item, …
#[derive(Clone, Debug)]
pub(crate) struct Block {
    /// Where it lies in [`Page::text`].
    pub span: Span,
    pub kind: BlockKind,
    /// Heading level 1–6, nesting depth of a list item, else 0.
    pub level: u8,
    /// Share of its letters that lie in links, per cent; `None` where the source can't tell (plain text).
    pub links: Option<u8>,
    /// A blank line (or a block boundary of the document) stood before it.
    pub apart: bool,
    /// The page's own structure says that it is furniture: nav, aside, footer, form, hidden …
    pub is_boilerplate: bool,
    /// It may be of the article or not: it stays, and ranks low.
    pub is_doubtful: bool,
    /// Why it is no part of the article; `None` while it is.
    pub dropped: Option<Reason>,
    /// The name of who says it, in the source.
    pub speaker: Option<Span>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BlockKind {
    /// A heading or title; never chosen.
    Heading,
    /// Running text.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// A quotation set apart.
    Quote,
    /// The caption of a picture or figure.
    Caption,
    /// Program text; never chosen.
    Code,
    /// A row of a table; never chosen.
    Table,
}

impl BlockKind {
    #[cfg(any(target_arch = "wasm32", test))]
    pub const ALL: [BlockKind; 7] = [
        BlockKind::Heading,
        BlockKind::Paragraph,
        BlockKind::ListItem,
        BlockKind::Quote,
        BlockKind::Caption,
        BlockKind::Code,
        BlockKind::Table,
    ];

    pub fn name(self) -> &'static str {
        match self {
            BlockKind::Heading => "heading",
            BlockKind::Paragraph => "paragraph",
            BlockKind::ListItem => "list-item",
            BlockKind::Quote => "quote",
            BlockKind::Caption => "caption",
            BlockKind::Code => "code",
            BlockKind::Table => "table",
        }
    }
}

/// Why a block or a sentence is no part of the article. The names are those of the sections in
/// `data/*/boilerplate.txt`, and more that follow from structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reason {
    Consent,
    Share,
    Subscribe,
    Paywall,
    Related,
    Caption,
    Byline,
    Rights,
    Comments,
    Advert,
    Interface,
    References,
    /// Greetings, thanks, closings and what follows them in a letter.
    Greeting,
    /// Who wrote a message to whom and when, and what sends it.
    Message,
    /// Said already: the title again, a teaser, a pull quote.
    Repeated,
    /// Outside the main run of text, or marked as furniture by the page.
    Outside,
}

impl Reason {
    pub const ALL: [Reason; 16] = [
        Reason::Consent,
        Reason::Share,
        Reason::Subscribe,
        Reason::Paywall,
        Reason::Related,
        Reason::Caption,
        Reason::Byline,
        Reason::Rights,
        Reason::Comments,
        Reason::Advert,
        Reason::Interface,
        Reason::References,
        Reason::Greeting,
        Reason::Message,
        Reason::Repeated,
        Reason::Outside,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Reason::Consent => "consent",
            Reason::Share => "share",
            Reason::Subscribe => "subscribe",
            Reason::Paywall => "paywall",
            Reason::Related => "related",
            Reason::Caption => "caption",
            Reason::Byline => "byline",
            Reason::Rights => "rights",
            Reason::Comments => "comments",
            Reason::Advert => "advert",
            Reason::Interface => "interface",
            Reason::References => "references",
            Reason::Greeting => "greeting",
            Reason::Message => "message",
            Reason::Repeated => "repeated",
            Reason::Outside => "outside",
        }
    }
}

/// A stretch of the tidied text and where it came from. Equal lengths: copied byte by byte. Else the whole
/// stretch stands for the whole source range (`é` for `&eacute;`).
#[derive(Clone, Copy, Debug)]
struct Piece {
    at: u32,
    source: Span,
}

impl Page {
    /// An empty page with room for `bytes` of text.
    pub fn of_size(bytes: usize) -> Page {
        Page { text: String::with_capacity(bytes), ..Page::default() }
    }

    /// Appends source bytes `range` as they are.
    pub fn copy(&mut self, source: &str, range: std::ops::Range<usize>) {
        let Some(slice) = source.get(range.clone()) else { return };
        if slice.is_empty() {
            return;
        }
        let at = self.text.len() as u32;
        self.text.push_str(slice);
        // Neighbours in both texts are one piece.
        if let Some(last) = self.origin.last_mut()
            && last.source.end as usize == range.start
            && last.source.len() as u32 == at - last.at
        {
            last.source.end = range.end as u32;
            return;
        }
        self.origin.push(Piece { at, source: Span::new(range.start, range.end) });
    }

    /// Appends `text` in place of source bytes `range`.
    pub fn replace(&mut self, text: &str, range: std::ops::Range<usize>) {
        let at = self.text.len() as u32;
        self.text.push_str(text);
        self.origin.push(Piece { at, source: Span::new(range.start, range.end) });
    }

    /// Appends the letter that a base and its combining marks, source bytes `range`, are in normal form C.
    pub fn compose(&mut self, c: char, range: std::ops::Range<usize>) {
        self.composed = true;
        self.replace(c.encode_utf8(&mut [0; 4]), range);
    }

    /// Appends the line feed between two blocks.
    pub fn separate(&mut self) {
        if !self.text.is_empty() {
            let end = self.origin.last().map_or(0, |p| p.source.end as usize);
            self.replace("\n", end..end);
        }
    }

    pub fn block_text(&self, block: &Block) -> &str {
        block.span.of(&self.text)
    }

    /// A cursor that maps spans of the tidied text to source spans; ask in ascending order for linear time.
    pub fn origins(&self) -> Origins<'_> {
        Origins { page: self, at: 0 }
    }
}

/// See [`Page::origins`].
pub(crate) struct Origins<'a> {
    page: &'a Page,
    at: usize,
}

impl Origins<'_> {
    /// The source bytes that `span` came from.
    pub fn source(&mut self, span: Span) -> Span {
        let start = self.seek(span.start);
        let end = if span.is_empty() { start } else { self.seek_end(span.end) };
        Span { start, end: end.max(start) }
    }

    /// The text of `span` with its letters composed only where `source` has them so: word for word.
    pub fn quote(&mut self, source: &str, span: Span) -> String {
        let text = span.of(&self.page.text);
        if !self.page.composed {
            return text.to_string();
        }
        let mut out = String::with_capacity(2 * text.len());
        let mut at = span.start;
        while at < span.end
            && let Some((piece, next)) = self.piece(at)
            && next > at
        {
            let shown = Span { start: at, end: next.min(span.end) }.of(&self.page.text);
            let original = piece.source.of(source);
            out.push_str(if compose::normal_form_c(original) == shown { original } else { shown });
            at = next;
        }
        out
    }

    fn piece(&mut self, position: u32) -> Option<(Piece, u32)> {
        let pieces = &self.page.origin;
        while self.at > 0 && pieces.get(self.at).is_none_or(|p| p.at > position) {
            self.at -= 1;
        }
        while pieces.get(self.at + 1).is_some_and(|p| p.at <= position) {
            self.at += 1;
        }
        let next = pieces.get(self.at + 1).map_or(self.page.text.len() as u32, |p| p.at);
        pieces.get(self.at).map(|p| (*p, next))
    }

    fn seek(&mut self, position: u32) -> u32 {
        let Some((piece, next)) = self.piece(position) else { return 0 };
        if next - piece.at == piece.source.len() as u32 {
            piece.source.start + (position - piece.at)
        } else {
            piece.source.start
        }
    }

    fn seek_end(&mut self, end: u32) -> u32 {
        let Some((piece, next)) = self.piece(end - 1) else { return 0 };
        if end == next || next - piece.at != piece.source.len() as u32 {
            piece.source.end
        } else {
            piece.source.start + (end - piece.at)
        }
    }
}
