//! Weak evidence: what class names and ids say of a part of the page.

/// How the names of furniture begin; a hyphen in an entry stands for any separator or none.
const SURE: &str = "ad- ads- advert also-like also-read anzeige author-bio author-box author-card author-info breadcrumb byline \
    consent cookie copyright footer gdpr more-from more-news more-on more-stories \
    newsletter outbrain pagination publicidad read-more recirc recommend related share- sharebar sharing \
    signup sign-up social sponsor subscri taboola trending werbung";
/// Of what readers write, which is prose as an article is.
const COMMENTS: &str = "comentario comment disqus kommentar";
/// Those that stand on articles, too.
const UNSURE: &str = "caption carousel credit gallery menu modal nav- navbar navigation popular popup print-only promo sidebar slider \
    slideshow tags- thumb toolbar widget";

/// What the name of a part says of it.
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

#[cfg(test)]
fn is_furniture(label: &str) -> bool {
    of(label) != Hint::None
}

/// How the classes of layouts and taxonomies begin: they say what is beside or inside the part, or what it is about.
const ABOUT: &str = "has- has with- no- without- tag- category- status- format- page-template elementor-widget elementor-element";
/// How the names of an article's own part end.
const ARTICLE: &str = "article-body article-content article-text article-main articlebody articlecontent articletext post-body post-content post-text \
    postbody postcontent entry-content entry-body entrycontent entrybody story-body story-content story-text storybody news-body news-content news-text \
    main-content maincontent page-content hentry blog-post body-text bodytext body-copy article-wrapper";

/// What a class or id says.
pub(super) fn of(label: &str) -> Hint {
    let names = || label.split(|c: char| c.is_ascii_whitespace()).filter(|n| !n.is_empty());
    if names().any(is_article) {
        return Hint::None;
    }
    names().map(of_name).max().unwrap_or_default()
}

/// Whether a name is that of an article's own part.
fn is_article(name: &str) -> bool {
    ARTICLE.split_ascii_whitespace().any(|end| {
        let at = name.len().wrapping_sub(end.len());
        let rest = name.as_bytes().get(at..).unwrap_or_default();
        let before = name.as_bytes().get(at.wrapping_sub(1)).copied().unwrap_or(b'-');
        let same = |(a, b): (&u8, &u8)| a.eq_ignore_ascii_case(b) || *b == b'-' && *a == b'_';
        rest.len() == end.len() && rest.iter().zip(end.as_bytes()).all(same) && !before.is_ascii_lowercase()
    })
}

fn of_name(label: &str) -> Hint {
    if ABOUT.split(' ').any(|about| begins(label.as_bytes(), about.as_bytes())) {
        return Hint::None;
    }
    let mut hint = Hint::None;
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
            let names = |names: &str| names.split(' ').any(|name| begins(rest, name.as_bytes()));
            let kinds = [(Hint::Comments, COMMENTS), (Hint::Sure, SURE), (Hint::Unsure, UNSURE)];
            for (kind, list) in kinds {
                if !related && hint < kind && names(list) {
                    hint = kind;
                }
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
    hint
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
