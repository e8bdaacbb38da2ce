//! What the page itself marks as no part of the article: by tags and roles, and by the names of classes.

use super::counts::Counts;
use super::hint::Hint;
use super::tag::Tag;
use super::tree::Outline;
use crate::column::Column;

/// How many of the page's marks are trusted; each step trusts fewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Trust {
    /// Tags, roles, and all names.
    All,
    /// Not the names that articles bear, too.
    SureNames,
    /// Tags and roles, and names for comments.
    Roles,
    /// None.
    Nothing,
}

impl Trust {
    /// From most to least.
    pub const STEPS: [Trust; 4] = [Trust::All, Trust::SureNames, Trust::Roles, Trust::Nothing];

    fn believes(self, hint: Hint) -> bool {
        match hint {
            Hint::None => false,
            Hint::Unsure => self == Trust::All,
            Hint::Sure => self <= Trust::SureNames,
            Hint::Comments => self <= Trust::Roles,
        }
    }
}

/// A tag or a role around half of the page says nothing about it.
const MOST: f64 = 0.5;
/// Nor does a name around so much of it.
const NAMED: f64 = 0.8;

/// For each element whether it lies in a part that the page tells from the article. What holds the title is part of it.
pub(super) fn set_aside(outline: &Outline, counts: &Counts, title: Option<usize>, trust: Trust) -> Vec<bool> {
    let all = f64::from(counts.inside(0).words);
    let titled = around(outline, title);
    let mut out: Vec<bool> = Vec::with_capacity(outline.elements.len());
    // A quotation, program text or a table in a figure is no caption.
    let mut only_figure: Vec<bool> = Vec::with_capacity(outline.elements.len());
    for (i, element) in outline.elements.iter().enumerate() {
        let words = f64::from(counts.inside(i).words);
        let by_role = element.aside && trust != Trust::Nothing && words < MOST * all;
        let by_name = trust.believes(element.hint) && words < NAMED * all;
        let aside = (by_role || by_name) && titled.get(i) != Some(&true);
        let parent = element.parent as usize;
        let outer = i > 0 && out.at(parent);
        let outer_figure = i > 0 && only_figure.at(parent);
        let freed = outer_figure && matches!(element.tag, Tag::Quote | Tag::Code | Tag::Table | Tag::List);
        only_figure.push(!freed && (outer_figure && !aside || !outer && aside && element.tag == Tag::Figure));
        out.push(aside || outer && !freed);
    }
    out
}

/// For each element whether it holds a segment.
pub(super) fn around(outline: &Outline, segment: Option<usize>) -> Vec<bool> {
    let mut out = vec![false; outline.elements.len()];
    let mut at = segment.and_then(|s| outline.segments.get(s)).map(|s| s.element as usize);
    while let Some(i) = at {
        if let Some(flag) = out.get_mut(i) {
            *flag = true;
        }
        at = outline.elements.get(i).map(|e| e.parent as usize).filter(|&parent| parent != i);
    }
    out
}
