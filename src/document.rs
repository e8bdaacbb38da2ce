//! A document given as a list of nodes: the way in for programs that have no browser, such as the evaluation of page reading.

use crate::outline::{Attributes, Builder, Outline, Tag, title};
use crate::{Digest, Error, Options, block, outline};

pub use crate::outline::title::Head;

/// A node, in document order.
#[derive(Clone, Debug)]
pub enum Node<'a> {
    /// An element starts: its name in lower case, and its attributes.
    Open(&'a str, Vec<(&'a str, &'a str)>),
    /// A text node.
    Text(&'a str),
    /// The element opened last ends.
    Close,
}

/// Roles of parts of a page that are no part of the article.
const ASIDE: &str = "navigation complementary banner contentinfo search dialog alertdialog alert status tooltip menu menubar \
    tablist toolbar button form";

/// Summarizes a document. `language` is what its `lang` says.
///
/// # Errors
///
/// As [`crate::summarize`].
pub fn summarize(
    nodes: &[Node],
    head: &Head,
    language: Option<&str>,
    options: &Options,
) -> Result<Digest, Error> {
    options.validate()?;
    let outline = outline_of(nodes);
    if outline.source.len() > crate::MAX_BYTES {
        return Err(Error::input_too_large(outline.source.len()));
    }
    Ok(digest(&outline, head, language, options.clone()))
}

/// The digest of a document that has been read.
pub(crate) fn digest(outline: &Outline, head: &Head, language: Option<&str>, mut options: Options) -> Digest {
    let title = title::find(outline, head);
    let heading = title.as_ref().and_then(|title| title.segment);
    options.title = options.title.take().or(title.map(|title| title.text));
    let parts = outline::parts(outline, head.is_empty(), heading);
    let page = block::from_structure(&outline.source, &parts);
    crate::read_page(&outline.source, page, &options, language, None)
}

fn outline_of(nodes: &[Node]) -> Outline {
    let mut builder = Builder::default();
    // Depth inside an element that the builder doesn't want.
    let mut refused = 0;
    for node in nodes {
        match node {
            Node::Open(..) if refused > 0 => refused += 1,
            Node::Open(name, attributes) => refused = usize::from(!open(&mut builder, name, attributes)),
            Node::Close if refused > 0 => refused -= 1,
            Node::Close => builder.close(),
            Node::Text(data) if refused == 0 => {
                builder.text(data);
            }
            Node::Text(_) => {}
        }
    }
    builder.finish()
}

fn open(builder: &mut Builder, name: &str, attributes: &[(&str, &str)]) -> bool {
    let get = |name: &str| attributes.iter().find(|(n, _)| *n == name).map(|&(_, value)| value);
    let is = |name: &str, value: &str| get(name).is_some_and(|v| v.eq_ignore_ascii_case(value));
    let style = get("style").unwrap_or_default().to_ascii_lowercase();
    let styled = ["display:none", "display: none", "visibility:hidden", "visibility: hidden"];
    let label = [get("class").unwrap_or_default(), get("id").unwrap_or_default()].join(" ");
    let tag = Tag::of(name);
    let role = get("role").unwrap_or_default();
    builder.open(
        tag,
        Attributes {
            label: &label,
            aside: role.split_ascii_whitespace().any(|r| ASIDE.split(' ').any(|a| a.eq_ignore_ascii_case(r))),
            link: tag == Tag::Link && get("href").is_some(),
            hidden: get("hidden").is_some() && !is("hidden", "until-found")
                || is("aria-hidden", "true")
                || styled.iter().any(|s| style.contains(s)),
        },
    )
}
