//! Weak evidence: what class names and ids say of a part of the page.

/// How the names of furniture begin; a hyphen in an entry stands for any separator or none.
const FURNITURE: &str = "ad- ads- advert also-like also-read anzeige author-bio author-box author-card author-info breadcrumb byline \
    caption carousel comentario comment consent cookie copyright credit disqus footer gallery gdpr kommentar menu \
    modal more-from more-news more-on more-stories nav- navbar navigation newsletter outbrain pagination popular \
    popup print-only promo publicidad read-more recirc recommend related share- sharebar sharing sidebar signup \
    sign-up slider slideshow social sponsor subscri taboola tags- thumb toolbar trending werbung widget";

/// Before such a word the name speaks of something else: `has-sidebar` is the text beside the sidebar.
const RELATION: &str = "has with no without before after above";

/// Whether a class or id says: no part of the article.
pub(super) fn is_furniture(label: &str) -> bool {
    let bytes = label.as_bytes();
    let mut before = 0u8;
    let mut word = 0;
    let mut last_word: &[u8] = &[];
    for (at, &byte) in bytes.iter().enumerate() {
        let starts = byte.is_ascii_alphabetic()
            && (!before.is_ascii_alphabetic() || before.is_ascii_lowercase() && byte.is_ascii_uppercase());
        if starts {
            let rest = bytes.get(at..).unwrap_or_default();
            let related = RELATION.split(' ').any(|r| last_word.eq_ignore_ascii_case(r.as_bytes()));
            if !related && FURNITURE.split(' ').any(|name| begins(rest, name.as_bytes())) {
                return true;
            }
            word = at;
        }
        let next = bytes.get(at + 1).copied().unwrap_or(b' ');
        let ends = !next.is_ascii_alphabetic() || byte.is_ascii_lowercase() && next.is_ascii_uppercase();
        if byte.is_ascii_alphabetic() && ends {
            last_word = bytes.get(word..=at).unwrap_or_default();
        } else if byte.is_ascii_whitespace() {
            last_word = &[];
        }
        before = byte;
    }
    false
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

    #[test]
    fn furniture_is_told_by_the_words_of_a_name() {
        for label in [
            "comments",
            "article__comments-list",
            "articleComments",
            "AdSlot",
            "box ads",
            "ad_top",
            "read_more",
            "ReadMore",
            "readmore",
            "js-share-bar",
            "x related",
        ] {
            assert!(is_furniture(label), "{label}");
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
            assert!(!is_furniture(label), "{label}");
        }
    }
}
