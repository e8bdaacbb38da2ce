//! Outlines from markup, without a browser; `tests/dom.rs` asks the same of real documents.

use super::title::Head;
use super::*;
use crate::page::BlockKind;

const FIRST: &str = "The harbour of Halden will get its trams back in June, the town council said on Monday.";
const SECOND: &str =
    "The last of them ran in 1962, when buses were thought to be the future of the whole coast.";

/// Well-formed markup with one `class` at the most.
fn outline(markup: &str) -> Outline {
    let mut builder = Builder::default();
    let mut refused = 0;
    for piece in markup.split('<') {
        let (tag, text) = piece.split_once('>').unwrap_or(("", piece));
        let (name, class) = tag.split_once(" class=").unwrap_or((tag, ""));
        if tag.starts_with('/') {
            if refused > 0 {
                refused -= 1;
            } else {
                builder.close();
            }
        } else if !tag.is_empty() {
            let attributes = Attributes { label: class, link: name == "a", ..Attributes::default() };
            let void = name == "br";
            if refused > 0 || !builder.open(Tag::of(name), attributes) && !void {
                refused += 1;
            }
        }
        if refused == 0 && !text.is_empty() {
            builder.text(text);
        }
    }
    builder.finish()
}

/// The blocks that are the article.
fn article(markup: &str) -> Vec<(BlockKind, u8, String)> {
    let outline = outline(markup);
    let kept = parts(&outline, false).into_iter().filter(|p| !p.is_boilerplate);
    kept.map(|p| (p.kind, p.level, outline.source[p.range].split_whitespace().collect::<Vec<_>>().join(" ")))
        .collect()
}

fn texts(markup: &str) -> Vec<String> {
    article(markup).into_iter().map(|(_, _, text)| text).collect()
}

#[test]
fn kinds_and_levels() {
    use BlockKind::{Code, Heading, ListItem, Paragraph, Quote, Table};
    let markup = format!(
        "<body><h3>a</h3><ul><li>b<ol><li><p>c</p></li></ol></li></ul><blockquote>d<br>e<br><br>f</blockquote>\
         <pre>g</pre><table><tbody><tr><td>h</td><td><p>i</p></td></tr></tbody></table><p>{FIRST}</p></body>"
    );
    let expected = [
        (Heading, 3, "a"),
        (ListItem, 1, "b"),
        (ListItem, 2, "c"),
        (Quote, 0, "d e"),
        (Quote, 0, "f"),
        (Code, 0, "g"),
        (Table, 0, "h i"),
        (Paragraph, 0, FIRST),
    ];
    assert_eq!(article(&markup), expected.map(|(kind, level, text)| (kind, level, text.to_string())));
}

#[test]
fn links_are_measured() {
    let outline = outline("<p>ab <a>cd</a> <b>ef</b></p><p><a>gh</a></p>");
    let parts = parts(&outline, false);
    assert_eq!(
        parts.iter().map(|p| (p.links, p.is_boilerplate)).collect::<Vec<_>>(),
        [(Some(33), false), (Some(100), true)]
    );
}

#[test]
fn a_page_without_prose_is_kept() {
    assert_eq!(texts("<body><div>a</div><div>b<script>c</script></div></body>"), ["a", "b"]);
}

#[test]
fn the_rest_of_an_article_is_where_its_class_is() {
    let part = |text: &str| format!("<div><div class=text><p>{text}</p></div></div>");
    let markup = format!(
        "<body><div>Monday</div>{}<div>Buy trams</div><div>{}</div></body>",
        part(FIRST),
        part(SECOND)
    );
    assert_eq!(texts(&markup), [FIRST, SECOND]);
}

#[test]
fn the_heading_that_shares_words_with_the_title_is_the_title() {
    let head =
        Head { title: "Trams return to Halden: the council's plan | The Post".into(), social: String::new() };
    let page = outline("<h1>The Post</h1><h1>Trams return  to Halden</h1>");
    assert_eq!(title::find(&page, &head).as_deref(), Some("Trams return to Halden"));
    assert_eq!(title::find(&outline("<p>a</p>"), &Head::default()), None);
    assert!(Head::default().is_empty());
}

/// The time for a document twice as large is about twice as long, whatever its shape.
#[test]
fn size_and_depth_are_no_danger() {
    let n = 100_000;
    for markup in [
        format!("{}{FIRST}{}", "<div class=a>".repeat(n), "</div>".repeat(n)),
        format!("<body>{}</body>", "<h1>a</h1>".repeat(n)),
        format!("<table>{}</table>", "<tr><td>a</td></tr>".repeat(n)),
        format!("{}a{}", "<table><tr><td>".repeat(n), "</td></tr></table>".repeat(n)),
        "<ul><li>a".repeat(n),
    ] {
        assert!(!parts(&outline(&markup), true).is_empty());
    }
}
