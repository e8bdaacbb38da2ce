//! Weak evidence: what class names and ids say of a part of the page.

use Hint::{Comments, Sure, Unsure};

/// How the names of boilerplate begin, in alphabetical order; a hyphen in an entry stands for any separator or none. Unsure are those
/// that stand on articles, too; comments are prose as an article is.
const NAMES: &[(&str, Hint)] = &[
    ("ad-", Sure),
    ("ads-", Sure),
    ("advert", Sure),
    ("also-like", Sure),
    ("also-read", Sure),
    ("anzeige", Sure),
    ("author-bio", Sure),
    ("author-box", Sure),
    ("author-card", Sure),
    ("author-info", Sure),
    ("breadcrumb", Sure),
    ("byline", Sure),
    ("caption", Unsure),
    ("carousel", Unsure),
    ("comentario", Comments),
    ("comment", Comments),
    ("consent", Sure),
    ("cookie", Sure),
    ("copyright", Sure),
    ("credit", Unsure),
    ("disqus", Comments),
    ("footer", Sure),
    ("gallery", Unsure),
    ("gdpr", Sure),
    ("kommentar", Comments),
    ("menu", Unsure),
    ("modal", Unsure),
    ("more-from", Sure),
    ("more-news", Sure),
    ("more-on", Sure),
    ("more-stories", Sure),
    ("nav-", Unsure),
    ("navbar", Unsure),
    ("navigation", Unsure),
    ("newsletter", Sure),
    ("outbrain", Sure),
    ("pagination", Sure),
    ("popular", Unsure),
    ("popup", Unsure),
    ("print-only", Unsure),
    ("promo", Unsure),
    ("publicidad", Sure),
    ("read-more", Sure),
    ("recirc", Sure),
    ("recommend", Sure),
    ("related", Sure),
    ("share-", Sure),
    ("sharebar", Sure),
    ("sharing", Sure),
    ("sidebar", Unsure),
    ("sign-up", Sure),
    ("signup", Sure),
    ("slider", Unsure),
    ("slideshow", Unsure),
    ("social", Sure),
    ("sponsor", Sure),
    ("subscri", Sure),
    ("taboola", Sure),
    ("tags-", Unsure),
    ("thumb", Unsure),
    ("toolbar", Unsure),
    ("trending", Sure),
    ("werbung", Sure),
    ("widget", Unsure),
];

/// The evidence of one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// An article's own part, whatever stands beside it.
    Article,
    Hint(Hint),
}

/// How much the names of a part speak against its being of the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Hint {
    #[default]
    None,
    Unsure,
    Sure,
    Comments,
}

/// Before such a word the name speaks of something else: `has-sidebar` is the text beside the sidebar.
const RELATION: &str = "has with no without before after above";

/// How the classes of layouts and taxonomies begin: they say what is beside or inside the part, or what it is about.
const ABOUT: &[&str] = &[
    "has-",
    "has",
    "with-",
    "no-",
    "without-",
    "tag-",
    "category-",
    "status-",
    "format-",
    "page-template",
    "elementor-widget",
    "elementor-element",
];

/// How the names of an article's own part end; a hyphen stands for an underscore, too.
const ARTICLE: &[&str] = &[
    "article-body",
    "article-content",
    "article-text",
    "article-main",
    "articlebody",
    "articlecontent",
    "articletext",
    "post-body",
    "post-content",
    "post-text",
    "postbody",
    "postcontent",
    "entry-content",
    "entry-body",
    "entrycontent",
    "entrybody",
    "story-body",
    "story-content",
    "story-text",
    "storybody",
    "news-body",
    "news-content",
    "news-text",
    "main-content",
    "maincontent",
    "page-content",
    "hentry",
    "blog-post",
    "body-text",
    "bodytext",
    "body-copy",
    "article-wrapper",
];

/// Reads the name of a class or an id.
pub(super) fn of(name: &str) -> Name {
    if ARTICLE.iter().any(|end| ends(name.as_bytes(), end.as_bytes())) {
        return Name::Article;
    }
    let about = ABOUT.iter().any(|about| begins(name.as_bytes(), about.as_bytes()));
    Name::Hint(if about { Hint::None } else { hint(name.as_bytes()) })
}

/// The strongest hint of the words of a name.
fn hint(name: &[u8]) -> Hint {
    let mut hint = Hint::None;
    let mut before = 0u8;
    let mut word = 0;
    let mut last_word: &[u8] = &[];
    for (at, &byte) in name.iter().enumerate() {
        let starts = byte.is_ascii_alphabetic()
            && (!before.is_ascii_alphabetic() || before.is_ascii_lowercase() && byte.is_ascii_uppercase());
        if starts {
            let own = of_word(name.get(at..).unwrap_or_default());
            let related = || RELATION.split(' ').any(|r| last_word.eq_ignore_ascii_case(r.as_bytes()));
            if own > hint && !related() {
                hint = own;
            }
            word = at;
        }
        let next = name.get(at + 1).copied().unwrap_or(b' ');
        let ends = !next.is_ascii_alphabetic() || byte.is_ascii_lowercase() && next.is_ascii_uppercase();
        if byte.is_ascii_alphabetic() && ends {
            last_word = name.get(word..=at).unwrap_or_default();
        }
        before = byte;
    }
    hint
}

/// The evidence of the word that `rest` begins with.
fn of_word(rest: &[u8]) -> Hint {
    let Some(first) = rest.first().map(u8::to_ascii_lowercase) else { return Hint::None };
    let from = NAMES.partition_point(|(name, _)| name.as_bytes().first() < Some(&first));
    let same = NAMES.get(from..).unwrap_or_default().iter();
    let same = same.take_while(|(name, _)| name.as_bytes().first() == Some(&first));
    let found = same.filter(|(name, _)| begins(rest, name.as_bytes()));
    found.map(|&(_, hint)| hint).max().unwrap_or_default()
}

/// Whether `name` ends with `end`, letter case aside, where a word begins.
fn ends(name: &[u8], end: &[u8]) -> bool {
    let Some(at) = name.len().checked_sub(end.len()) else { return false };
    let same = |(a, b): (&u8, &u8)| a.eq_ignore_ascii_case(b) || *b == b'-' && *a == b'_';
    let before = at.checked_sub(1).and_then(|at| name.get(at)).copied().unwrap_or(b'-');
    name.get(at..).unwrap_or_default().iter().zip(end).all(same) && !before.is_ascii_lowercase()
}

/// Whether `text` begins with `name`, letter case aside. A hyphen inside the name may be missing, be another
/// separator or a change of case; a hyphen at its end is the end of the word.
fn begins(text: &[u8], name: &[u8]) -> bool {
    let mut at = 0;
    for (i, &n) in name.iter().enumerate() {
        let byte = text.get(at).copied().unwrap_or(b' ');
        if n != b'-' {
            if byte.to_ascii_lowercase() != n {
                return false;
            }
            at += 1;
        } else if i + 1 == name.len() {
            return !byte.is_ascii_lowercase();
        } else if matches!(byte, b'-' | b'_') {
            at += 1;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_boilerplate(name: &str) -> bool {
        !matches!(of(name), Name::Article | Name::Hint(Hint::None))
    }

    #[test]
    fn names_are_in_order() {
        assert!(NAMES.is_sorted_by_key(|(name, _)| name.as_bytes().first()));
    }

    #[test]
    fn boilerplate_is_told_by_the_words_of_a_name() {
        for label in [
            "comments",
            "article__comments-list",
            "articleComments",
            "AdSlot",
            "ad_top",
            "read_more",
            "ReadMore",
            "readmore",
            "js-share-bar",
        ] {
            assert!(is_boilerplate(label), "{label}");
        }
        for label in [
            "",
            "article-body",
            "shadow",
            "address",
            "has-sidebar",
            "layoutWithSidebar",
            "header-uncommented",
            "download",
            "no-comments",
            "unshared",
            "admin",
            "adventure",
        ] {
            assert!(!is_boilerplate(label), "{label}");
        }
    }
}
