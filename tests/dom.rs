//! Documents of the browser, in a real one: `wasm-pack test --headless --chrome --test dom`.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const FIRST: &str = "The harbour of Halden will get its trams back in June, the town council said on Monday.";
const SECOND: &str =
    "The last of them ran in 1962, when buses were thought to be the future of the whole coast.";
const THIRD: &str =
    "A ticket will cost two crowns, and children under twelve years of age will travel for nothing.";

const FOURTH: &str =
    "Work on the old rails begins in spring, and the bridge near the brewery must be made stronger first.";
const FIFTH: &str =
    "Shopkeepers along the quay had asked for parking instead, but found no majority in the chamber.";

/// Runs a piece of JavaScript with one argument, `a`.
fn js(body: &str, argument: &JsValue) -> JsValue {
    Function::new_with_args("a", body).call1(&JsValue::NULL, argument).unwrap()
}

/// A document that is parsed and not shown.
fn parse(html: &str) -> JsValue {
    js("return new DOMParser().parseFromString(a, 'text/html')", &html.into())
}

/// A `<div>` of the page that runs the tests.
fn show(html: &str) -> JsValue {
    js(
        "const d = document.createElement('div'); d.innerHTML = a; return document.body.appendChild(d)",
        &html.into(),
    )
}

fn summarize(root: &JsValue) -> JsValue {
    nutgraf::summarize_dom_js(root.clone().unchecked_into(), JsValue::UNDEFINED).unwrap()
}

fn get(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |v, key| Reflect::get(&v, &key.into()).unwrap())
}

/// `kind: text` of each sentence.
fn lines_of(root: &JsValue) -> Vec<String> {
    let list = js("return a.digest.sentences.map((s) => `${s.kind}: ${s.text}`)", &summarize(root));
    list.unchecked_into::<Array>().iter().map(|s| s.as_string().unwrap()).collect()
}

/// The same of a body that holds `html`, and prose after it.
fn lines(html: &str) -> Vec<String> {
    let mut lines =
        lines_of(&parse(&format!("<div>{html}<p>{FIRST} {SECOND}</p><p>{FOURTH} {FIFTH}</p></div>")));
    let prose = lines.split_off(lines.len().saturating_sub(4));
    assert_eq!(prose, [FIRST, SECOND, FOURTH, FIFTH].map(paragraph), "{html}");
    lines
}

fn paragraph(text: &str) -> String {
    format!("paragraph: {text}")
}

fn title(html: &str) -> Option<String> {
    get(&summarize(&parse(html)), "digest.title").as_string()
}

#[wasm_bindgen_test]
fn inline_elements_dont_break_a_sentence_and_blocks_do() {
    let html = "<p>The <b>ha</b>rbour <a href='/x'>of <i>Halden</i></a>\n<span>is</span> old.</p><div>It was dug<div>by hand</div></div>";
    assert_eq!(
        lines(html),
        [paragraph("The harbour of Halden is old."), paragraph("It was dug"), paragraph("by hand")]
    );
}

#[wasm_bindgen_test]
fn what_a_page_shows_is_quoted_as_it_shows_it() {
    let text = "Write &amp;lt; for a bracket, &amp;copy; for a credit and &amp;eacute; for a letter.";
    let shown = "Write &lt; for a bracket, &copy; for a credit and &eacute; for a letter.";
    assert_eq!(
        lines(&format!("<p>{text}</p><pre>a &amp;amp;&amp;amp; b</pre><ul><li>R&amp;amp;D</li></ul>")),
        [paragraph(shown), "code: a &amp;&amp; b".to_string(), "list-item: R&amp;D".to_string()]
    );
}

#[wasm_bindgen_test]
fn one_br_is_a_space_and_two_are_a_boundary() {
    assert_eq!(
        lines("Old<br>and grey.<br><br>New<br> <br>ones<br>"),
        ["Old and grey.", "New", "ones"].map(paragraph)
    );
}

#[wasm_bindgen_test]
fn headings_lists_quotes_code_and_tables_are_told_apart() {
    let html =
        "<h2>Fares</h2><ul><li>Adults <ol><li><p>by day</p></li><li>by night</li></ol></li><li>Dogs</li></ul>
        <dl><dt>Crown</dt><dd>A coin</dd></dl>
        <blockquote><p>We waited for sixty years.</p></blockquote>
        <pre><code>let fare = 2;\nprint(fare)</code></pre>
        <figure><pre>fare()</pre><figcaption>How it is asked for</figcaption></figure>
        <table><tr><th>Line</th><th>Fare</th></tr><tr><td>One</td><td><p>2</p></td></tr></table>";
    assert_eq!(
        lines(html),
        [
            "heading: Fares",
            "list-item: Adults",
            "list-item: by day",
            "list-item: by night",
            "list-item: Dogs",
            "list-item: Crown",
            "list-item: A coin",
            "quote: We waited for sixty years.",
            "code: let fare = 2; print(fare)",
            "code: fare()",
            "table: Line Fare",
            "table: One 2",
        ]
    );
}

#[wasm_bindgen_test]
fn a_table_that_only_lays_out_is_no_table() {
    let dogs = "Dogs travel for half of what a child pays.";
    let html = format!("<table><tr><td></td><td><p>{THIRD}</p><h2>Dogs</h2><p>{dogs}</p></td></tr></table>");
    assert_eq!(lines(&html), [paragraph(THIRD), "heading: Dogs".to_string(), paragraph(dogs)]);
}

#[wasm_bindgen_test]
fn what_nobody_reads_is_skipped() {
    let html = "<script>let a</script><style>a{}</style><noscript>Switch it on.</noscript><template>No.</template>
        <svg><title>Logo</title><text>Logo</text></svg><select><option>One</option></select><textarea>Two</textarea>
        <iframe>Three</iframe><object>Four</object><!-- Five -->";
    assert_eq!(lines(html), [""; 0]);
}

#[wasm_bindgen_test]
fn hidden_parts_are_set_aside() {
    for attribute in
        ["hidden", "aria-hidden=true", "style='display: NONE'", "style='color:red;visibility: hidden'"]
    {
        assert_eq!(lines(&format!("<div {attribute}><p>{THIRD}</p></div>")), [""; 0], "{attribute}");
        let inline = format!("<p>The harbour is <span {attribute}>not</span> old.</p>");
        assert_eq!(lines(&inline), [paragraph("The harbour is old.")], "{attribute}");
    }
    for attribute in ["hidden=until-found", "aria-hidden=false", "style='display:block'"] {
        assert_eq!(
            lines(&format!("<div {attribute}><p>{THIRD}</p></div>")),
            [paragraph(THIRD)],
            "{attribute}"
        );
    }
}

#[wasm_bindgen_test]
fn a_page_that_scripts_have_yet_to_show_is_not_lost() {
    let html = format!("<body style='visibility:hidden'><div hidden><p>{FIRST}</p><p>{SECOND}</p></div>");
    assert_eq!(lines_of(&parse(&html)), [paragraph(FIRST), paragraph(SECOND)]);
}

#[wasm_bindgen_test]
fn what_a_reader_can_open_is_read() {
    let html = format!(
        "<details><summary>More about fares</summary><p>{THIRD}</p></details><p>{FIRST} {SECOND}</p><p>{FOURTH} {FIFTH}</p>"
    );
    let root = show(&html);
    assert!(lines_of(&root).contains(&paragraph(THIRD)), "{:?}", lines_of(&root));
    let hidden =
        show(&format!("<details><p style=display:none>{THIRD}</p></details><p>{FIRST} {SECOND}</p>"));
    assert!(!lines_of(&hidden).contains(&paragraph(THIRD)));
}

#[wasm_bindgen_test]
fn shadow_trees_and_slots_are_read_as_they_are_shown() {
    let host =
        show(&format!("<news-story><p slot=end>{SECOND}</p>gone<p>{FIRST}</p></news-story><p>{FOURTH}</p>"));
    js(
        "const h = a.querySelector('news-story'); h.attachShadow({mode: 'open'}).innerHTML =
         '<div><slot name=none><p>The ferry to Orvik stays for another year, as far as the town council knows today.</p></slot></div>'
         + '<div><slot></slot></div><div><slot name=end></slot></div>'; return h",
        &host,
    );
    let ferry = "The ferry to Orvik stays for another year, as far as the town council knows today.";
    let lines = lines_of(&host);
    let kept: Vec<&String> = lines.iter().filter(|l| l.as_str() != "paragraph: gone").collect();
    assert_eq!(kept, [ferry, FIRST, SECOND, FOURTH].map(paragraph).iter().collect::<Vec<_>>());
}

#[wasm_bindgen_test]
fn what_was_deleted_is_not_quoted_and_what_was_inserted_is() {
    let html = "<p>The bridge costs <del>two</del> <ins>three</ins> million <s>crowns</s> euros.</p>";
    assert_eq!(lines(html), [paragraph("The bridge costs three million euros.")]);
}

#[wasm_bindgen_test]
fn raised_figures_stay_apart_and_marks_of_notes_leave_the_text() {
    let html = "<p>It holds 10<sup>6</sup> litres of H<sub>2</sub>O.<sup><a href=#n1>[1]</a></sup> The <sup class=reference>[<a href=#n2>2</a>]</sup>1<sup>st</sup> was dug in 1740<a href=#n3><sup>3</sup></a>.</p>";
    assert_eq!(lines(html), ["It holds 10^6 litres of H2O.", "The 1st was dug in 1740."].map(paragraph));
}

#[wasm_bindgen_test]
fn parts_with_a_role_of_their_own_are_set_aside() {
    for tag in ["nav", "aside", "footer", "form", "menu", "button", "header"] {
        assert_eq!(lines(&format!("<{tag}><p>{THIRD}</p></{tag}>")), [""; 0], "{tag}");
    }
    for role in [
        "navigation",
        "complementary",
        "banner",
        "contentinfo",
        "search",
        "dialog",
        "alertdialog",
        "Dialog x",
    ] {
        assert_eq!(lines(&format!("<div role='{role}'><p>{THIRD}</p></div>")), [""; 0], "{role}");
    }
    for name in
        ["cookie-consent", "RelatedStories", "js_newsletter", "x comments", "ad-slot", "articleByline"]
    {
        assert_eq!(lines(&format!("<div class='{name}'><p>{THIRD}</p></div>")), [""; 0], "class {name}");
        assert_eq!(lines(&format!("<div id='{name}'><p>{THIRD}</p></div>")), [""; 0], "id {name}");
    }
    for name in ["article-body", "has-sidebar", "shadow", "uncommented"] {
        assert_eq!(lines(&format!("<div class='{name}'><p>{THIRD}</p></div>")), [paragraph(THIRD)], "{name}");
    }
}

#[wasm_bindgen_test]
fn a_suspicious_name_around_the_article_says_nothing() {
    for around in
        ["<form id=aspnetForm>", "<div class='page with-comments'>", "<div class=modal>", "<dialog open>"]
    {
        let html = format!("{around}<p>{FIRST}</p><p>{SECOND}</p>");
        assert_eq!(lines_of(&parse(&html)), [paragraph(FIRST), paragraph(SECOND)], "{around}");
    }
}

#[wasm_bindgen_test]
fn lists_of_links_are_set_aside_and_links_in_prose_are_not() {
    let html = "<ul><li><a href=/1>A harbour in the north is for sale</a></li><li>New: <a href=/2>ships of stone</a></li></ul>
        <p>Halden has <a href=/3>a harbour</a> since 1740.</p><p><a>The place without an address</a></p>";
    assert_eq!(
        lines(html),
        ["Halden has a harbour since 1740.", "The place without an address"].map(paragraph)
    );
}

#[wasm_bindgen_test]
fn captions_are_not_the_article() {
    let html =
        "<figure><img src=x.png alt=x><figcaption>The quay in 1962. Photo: Ida Moe</figcaption></figure>
        <figure><blockquote>We waited.</blockquote></figure>";
    assert_eq!(lines(html), ["quote: We waited."]);
}

#[wasm_bindgen_test]
fn the_article_is_found_among_cards() {
    let card = format!("<li><div><div><h3>Other news</h3><div><p>{THIRD}</p></div></div></div></li>");
    let html = format!(
        "<title>Trams return – The Halden Post</title><div class=page><div>Monday</div><ul>{card}{card}</ul>
        <div class=story><h1>Trams return</h1><p>{FIRST}</p><p>{SECOND}</p><h2>Fares</h2><p>{FOURTH}</p><p>{FIFTH}</p></div>
        <div><div>{card}</div><div>{card}{card}</div></div></div>"
    );
    let expected = [
        "heading: Trams return".into(),
        paragraph(FIRST),
        paragraph(SECOND),
        "heading: Fares".into(),
        paragraph(FOURTH),
        paragraph(FIFTH),
    ];
    assert_eq!(lines_of(&parse(&html)), expected);
}

#[wasm_bindgen_test]
fn an_article_in_several_parts_is_whole() {
    let parts = [FIRST, SECOND, THIRD]
        .map(|p| format!("<section class=part><div><p>{p}</p></div></section><div class=ad-x>Buy</div>"));
    let html = format!("<title>Trams</title><div>{}</div>", parts.concat());
    assert_eq!(lines_of(&parse(&html)), [FIRST, SECOND, THIRD].map(paragraph));
    let html = format!(
        "<title>Trams</title><div><div><p>{FIRST}</p><p>{THIRD}</p><p>{FOURTH}</p></div><p>{SECOND}</p></div>"
    );
    assert_eq!(lines_of(&parse(&html)).last(), Some(&paragraph(SECOND)));
}

#[wasm_bindgen_test]
fn a_piece_of_a_page_keeps_its_title_and_standfirst() {
    let html = format!(
        "<div><h1>Trams return</h1><p>{THIRD}</p><p>3 min</p></div><div><div><p>{FIRST}</p><p>{SECOND}</p></div></div>"
    );
    let expected = ["heading: Trams return".into(), paragraph(THIRD), paragraph(FIRST), paragraph(SECOND)];
    assert_eq!(lines_of(&get(&parse(&html), "body")), expected);
}

#[wasm_bindgen_test]
fn the_title_is_without_the_site() {
    let page = |head: &str, body: &str| title(&format!("{head}<body>{body}<p>{FIRST}</p>"));
    let plain = "<title>Trams return to Halden - The Halden Post</title>";
    assert_eq!(page(plain, "").unwrap(), "Trams return to Halden");
    assert_eq!(
        page("<title>Halden Post | Trams return to Halden</title>", "").unwrap(),
        "Trams return to Halden"
    );
    assert_eq!(
        page(plain, "<h1>The Halden Post</h1><h1>Trams return <br>to Halden</h1>").unwrap(),
        "Trams return to Halden"
    );
    assert_eq!(page(plain, "<h1>Most read this week</h1>").unwrap(), "Trams return to Halden");
    let social = "<meta property='og:title' content='Trams  return'>";
    assert_eq!(page(&format!("{plain}{social}"), "").unwrap(), "Trams return");
    assert_eq!(page("", "<h1>Trams return</h1>").unwrap(), "Trams return");
    assert_eq!(
        page("<title>Self-driving trams - a review</title>", "").unwrap(),
        "Self-driving trams - a review"
    );
}

#[wasm_bindgen_test]
fn a_sentence_is_found_again_as_a_range() {
    let html = format!(
        "<h2>😀 Fares</h2>\n <p>The <b>ha</b>r<!-- x -->bour\n <a href=/x>of\u{a0} Halden</a> is 𝒪ld. It was<br>dug &eacute;re 1740.</p>
        <ul><li> One </li><li>Two<ul><li>Three</ul></ul><table><tr><td>a<td>b</table><p>{FIRST} {SECOND}</p>"
    );
    let root = parse(&html);
    let result = summarize(&root);
    let ranges = js(
        "const at = (i, end) => { let k = a.starts.length - 1; while (a.starts[k] > i || (end && a.starts[k] === i)) k--;
            return [a.nodes[k], i - a.starts[k]]; };
        return a.digest.sentences.map((s) => {
            const r = a.nodes[0].ownerDocument.createRange();
            r.setStart(...at(s.start)); r.setEnd(...at(s.end, true));
            return r.toString().replace(/\\s+/g, '') === s.text.replace(/\\s+/g, '') ? '' : `${r}|${s.text}`; })",
        &result,
    );
    let ranges: Array = ranges.unchecked_into();
    assert!(ranges.length() >= 9);
    assert!(ranges.iter().all(|r| r == ""), "{ranges:?}");
    let exact = "return a.nodes.every((n, i) => a.text.startsWith(n.data, a.starts[i])
        && /^\\n*$/.test(a.text.slice(i && a.starts[i - 1] + a.nodes[i - 1].data.length, a.starts[i])))";
    assert_eq!(js(exact, &result), JsValue::TRUE, "between the nodes there are line feeds only");
}

#[wasm_bindgen_test]
fn fields_that_clobber_their_form_are_harmless() {
    let names = [
        "nodeName",
        "localName",
        "nodeType",
        "childNodes",
        "firstChild",
        "nextSibling",
        "parentNode",
        "attributes",
        "getAttribute",
        "hasAttributes",
        "matches",
        "closest",
        "data",
        "textContent",
        "ownerDocument",
        "checkVisibility",
    ];
    let fields: String = names.iter().map(|n| format!("<input name={n}><img name={n}>")).collect();
    let document: String =
        ["body", "head", "title", "documentElement", "querySelector", "nodeType", "firstChild"]
            .iter()
            .map(|n| format!("<img name={n}><form name={n}></form>"))
            .collect();
    let html = format!(
        "<title>Trams return</title><form>{fields}<p>{FIRST}</p></form>{document}<p>{SECOND}</p><p>{THIRD}</p><p>{FOURTH}</p>"
    );
    assert_eq!(lines_of(&parse(&html)), [SECOND, THIRD, FOURTH].map(paragraph));
    assert_eq!(title(&html).as_deref(), Some("Trams return"));
    let form = show(&format!("<form>{fields}<p>{FIRST}</p></form>"));
    assert_eq!(lines_of(&get(&form, "firstElementChild")), [paragraph(FIRST)]);
    js("a.remove()", &form);
}

#[wasm_bindgen_test]
fn a_parsed_document_runs_nothing() {
    js("globalThis.ran = false", &JsValue::NULL);
    let html = format!(
        "<img src=nowhere: onerror='parent.ran = ran = true'><script>ran = true</script><p>{FIRST}</p>"
    );
    assert_eq!(lines_of(&parse(&html)), [paragraph(FIRST)]);
    assert_eq!(js("return globalThis.ran", &JsValue::NULL), JsValue::FALSE);
}

#[wasm_bindgen_test]
fn what_a_style_sheet_hides_on_the_page_is_set_aside() {
    let html = format!(
        "<style>.x {{ display: none }} .y {{ display: contents }}</style><div class=x><p>{THIRD}</p></div>
        <div class=y><p>{FIRST}</p><p>{SECOND}</p></div>"
    );
    let root = show(&html);
    assert_eq!(lines_of(&root), [FIRST, SECOND].map(paragraph));
    js("a.remove()", &root);
    assert_eq!(lines_of(&root), [THIRD, FIRST, SECOND].map(paragraph), "off the page no style applies");
}

#[wasm_bindgen_test]
fn depth_is_no_danger() {
    // Outside in, for moving a tree costs as much as the tree is deep.
    let deep = js(
        "const d = document.createElement('div'); let at = d;
        for (let i = 0; i < 20000; i++) at = at.appendChild(document.createElement(i % 3 ? 'div' : 'span'));
        at.textContent = a;
        return d",
        &FIRST.into(),
    );
    assert_eq!(lines_of(&deep), [paragraph(FIRST)]);
}

#[wasm_bindgen_test]
fn the_languages_of_page_and_text() {
    let tag = |html: &str| get(&summarize(&parse(html)), "digest.language").as_string();
    assert_eq!(
        tag(&format!("<html lang=fr><p>{FIRST} {SECOND}")).as_deref(),
        Some("en"),
        "the text knows better"
    );
    assert_eq!(
        tag("<html lang=de-AT><p>Xyz 12.").as_deref(),
        Some("de"),
        "the page knows better than nobody"
    );
    assert_eq!(tag("<html lang=xx-klingon><p>Xyz 12."), None);
}

#[wasm_bindgen_test]
fn whatever_it_is_there_is_an_answer() {
    for html in [
        "",
        "<p>",
        "<br><br>",
        "<h1>Only a title</h1>",
        "<table><tr><td>1</table>",
        "<a href=/>Home</a>",
        "<p>\u{200b}</p>",
    ] {
        let result = summarize(&parse(html));
        assert!(get(&result, "digest.summary.length").as_f64().is_some(), "{html}");
    }
    let fragment = js(
        "const t = document.createElement('template'); t.innerHTML = a; return t.content",
        &format!("<p>{FIRST}").into(),
    );
    assert_eq!(lines_of(&fragment), [paragraph(FIRST)]);
    for root in [
        JsValue::NULL,
        JsValue::UNDEFINED,
        JsValue::from(1),
        JsValue::from("text"),
        js("return {}", &JsValue::NULL),
        js("return document.createTextNode('x')", &JsValue::NULL),
    ] {
        let error = nutgraf::summarize_dom_js(root.unchecked_into(), JsValue::UNDEFINED).unwrap_err();
        assert_eq!(get(&error, "code").as_string().as_deref(), Some("invalid-input"));
    }
}
