//! Texts put together from what pages are made of, so that the reading of blocks is exercised more than chance would:
//! every law holds, and neither the kind of line end nor blank lines at the end change what is understood.

use nutgraf::{Digest, Options};

use crate::law;

const PIECES: [&str; 64] = [
    "\n",
    "\n\n",
    " ",
    ". ",
    "The river ",
    "was closed to boats on Monday",
    "flooded ",
    "Halden",
    "a",
    "1962",
    "- ",
    "* ",
    "1. ",
    "2) ",
    "• ",
    "# ",
    "## ",
    "> ",
    "```",
    "    ",
    "\t",
    "|",
    "---",
    "===",
    "-\n",
    "\u{ad}",
    "\u{200b}",
    "\u{feff}",
    "\u{a0}",
    "&amp;",
    "&eacute;",
    "&#x1F600;",
    "&#0;",
    "&",
    "<p>",
    "<br>",
    "</li>",
    "<",
    ">",
    "\"",
    "«",
    "»",
    "“",
    "”",
    "(",
    ")",
    "[1]",
    "http://example.org/a.b?c=d ",
    "Share on Facebook",
    "Read more",
    "We use cookies",
    "Photo: A. Berg",
    "By Mira Sol",
    "© 2024",
    ", ",
    ": ",
    "; ",
    "!",
    "?",
    "…",
    "*",
    "_",
    "水は流れる。",
    "سؤال؟ ",
];

fn text(data: &[u8]) -> String {
    data.iter().map(|&byte| PIECES[usize::from(byte) % PIECES.len()]).collect()
}

fn shown(digest: &Digest) -> Vec<(&str, &str, Option<u32>)> {
    digest.sentences.iter().map(|s| (s.text.as_str(), s.kind, s.rank)).collect()
}

pub fn run(data: &[u8]) {
    let text = text(data.get(..2000).unwrap_or(data));
    let options = Options::default();
    let digest = nutgraf::summarize(&text, &options).expect("the default options are valid");
    if let Err(law) = law::broken(&text, &options, &digest) {
        panic!("{law}\n{text:?}");
    }
    for (what, same) in [("line ends", text.replace('\n', "\r\n")), ("blank lines", format!("{text}\n\n \n"))]
    {
        let other = nutgraf::summarize(&same, &options).expect("the default options are valid");
        assert_eq!(shown(&digest), shown(&other), "{what} change what is understood: {text:?}");
    }
}
