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
    let kept = parts(&outline, false, None).into_iter().filter(|p| !p.is_boilerplate);
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
    let parts = parts(&outline, false, None);
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
    let labels = "<div>Monday</div><div>Sport</div><div>Weather</div>";
    let markup = format!(
        "<body>{labels}{}<div>Buy trams</div>{labels}<div>{}</div></body>",
        part(FIRST),
        part(SECOND)
    );
    assert_eq!(texts(&markup), [FIRST, SECOND]);
}

/// The title of markup, with what the head says.
fn title(markup: &str, title: &str, social: &str, site: &str) -> Option<String> {
    let head = Head { title: title.into(), social: social.into(), site: site.into() };
    title::find(&outline(markup), &head).map(|t| t.text)
}

#[test]
fn the_title_is_the_heading_that_agrees_with_the_head() {
    let cases = [
        // The site's own heading comes first.
        (
            "<h1>The Post</h1><h1>Trams return  to Halden</h1>",
            "Trams return to Halden: the plan | The Post",
            "",
            "",
            "Trams return to Halden",
        ),
        (
            "<h1>Orvik notes</h1><h2>A new ferry</h2>",
            "A new ferry | Orvik notes",
            "A new ferry",
            "Orvik notes",
            "A new ferry",
        ),
        (
            "<h1>POST</h1><h2>Sections</h2>",
            "Halden wants its trams back by June - POST",
            "Halden wants its trams back by June",
            "POST",
            "Halden wants its trams back by June",
        ),
        // A kicker before the title in the same heading.
        (
            "<h1>Traffic <b>Halden wants its trams back</b></h1>",
            "Halden wants its trams back | Post",
            "Halden wants its trams back",
            "Post",
            "Halden wants its trams back",
        ),
        (
            "<h1>\"No buses\": Halden wants its trams back</h1>",
            "Halden wants its trams back | Post",
            "Halden wants its trams back",
            "Post",
            "\"No buses\": Halden wants its trams back",
        ),
        // The heading is another wording than the head's; it is what the reader sees.
        (
            "<h1>Trams to return to Halden's old quay</h1>",
            "Halden: trams are coming back",
            "",
            "",
            "Trams to return to Halden's old quay",
        ),
        // No heading agrees.
        ("<h1>Menu</h1>", "Trams return to Halden - The Orvik Post", "", "", "Trams return to Halden"),
        (
            "<h1>Evolve: shared history¶</h1>",
            "Evolve: shared history — a manual",
            "",
            "",
            "Evolve: shared history",
        ),
    ];
    for (markup, head, social, site, expected) in cases {
        assert_eq!(title(markup, head, social, site).as_deref(), Some(expected), "{markup}");
    }
    assert_eq!(title("<p>a</p>", "", "", ""), None);
    assert!(Head::default().is_empty());
}

#[test]
fn what_only_wraps_a_part_is_no_step_away_from_the_rest() {
    let markup = format!(
        "<body><div>Monday</div><div><div><div><div><p>{FIRST}</p><p>{SECOND}</p></div></div></div><div><p>{FIRST} {SECOND}</p></div></div>\
         <div>Buy trams</div></body>"
    );
    assert_eq!(texts(&markup), [FIRST, SECOND, &format!("{FIRST} {SECOND}")]);
}

#[test]
fn a_name_on_the_article_itself_says_nothing() {
    for class in ["sidebar-main", "js-gallery", "widget", "share"] {
        let markup = format!(
            "<body><div>Monday <a>Sport</a></div><div class={class}><p>{FIRST}</p><p>{SECOND}</p></div>\
             <div>Buy</div><div>trams</div><div>and more trams and rails and wheels</div></body>"
        );
        assert_eq!(texts(&markup), [FIRST, SECOND], "{class}");
    }
}

#[test]
fn large_parts_with_a_sure_name_are_no_article() {
    let markup =
        format!("<body><div><p>{FIRST}</p></div><div class=comments><p>{SECOND} {FIRST}</p></div></body>");
    assert_eq!(texts(&markup), [FIRST]);
}

#[test]
fn prose_between_the_title_and_the_article_belongs_to_it() {
    let markup = format!(
        "<body><div><h1>Trams</h1><div>Monday</div><div class=head><p>{SECOND}</p></div></div>\
         <div><span>Share</span><span>it</span></div><div><div><p>{FIRST}</p><p>{FIRST} {FIRST}</p></div></div></body>"
    );
    assert_eq!(texts(&markup), [SECOND, FIRST, &format!("{FIRST} {FIRST}")]);
}

#[test]
fn a_section_named_for_what_it_says_stays() {
    // The id of a heading reads like the name of a bar to share the page.
    let section = [FIRST, SECOND, FIRST, SECOND].map(|text| format!("<p>{text}</p>")).concat();
    let markup = format!(
        "<body><div><p>{FIRST}</p><p>{SECOND}</p><div class=sharing-trams>{section}</div><div class=share>Share</div></div></body>"
    );
    assert_eq!(texts(&markup), [FIRST, SECOND, FIRST, SECOND, FIRST, SECOND]);
}

#[test]
fn what_stands_between_two_parts_of_the_article_stays() {
    let part = |text: &str| format!("<div><div class=text><p>{text}</p></div></div>");
    let labels = "<div>Monday</div><div>Sport</div><div>Weather</div>";
    let (first, second) = (part(FIRST), part(SECOND));
    let markup =
        format!("<body>{labels}{first}{labels}<div><p>Two trams are left</p></div>{labels}{second}</body>");
    assert_eq!(texts(&markup), [FIRST, "Two trams are left", SECOND]);
    // It is in doubt, so that it leads no summary.
    let kept = parts(&outline(&markup), false, None).into_iter().filter(|p| !p.is_boilerplate);
    assert_eq!(kept.map(|p| p.is_doubtful).collect::<Vec<_>>(), [false, true, false]);
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
        assert!(!parts(&outline(&markup), true, None).is_empty());
    }
}
