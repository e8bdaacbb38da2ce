//! A full stop after a single letter: an initial, a label or the pronoun.

use super::ahead::{Ahead, Kind};
use super::context::Context;
use super::neighbour::{PrecedingWord, previous};
use super::property;
use super::word_classes::PARTICLE;
use crate::tables::Trait;
use crate::text;
use crate::unicode::{is_cased, is_letter, is_lower, is_mark, is_upper, lowercase};

/// A single letter: the initial of a name, unless it is a label or the pronoun.
pub(super) fn initial_ends(cx: &Context<'_>, token: &PrecedingWord<'_>, ahead: &Ahead<'_>) -> bool {
    if token.starts {
        return false;
    }
    if is_lower(token.first) {
        return ahead.kind != Kind::Digit || !ahead.opened;
    }
    let (previous, dotted) = previous(cx.text, token.at);
    if !dotted && takes_label(previous) {
        return true;
    }
    if is_cased(token.first) != text::first_char(ahead.word).is_some_and(is_cased)
        && ahead.kind == Kind::Other
    {
        return true;
    }
    if cx.rules.may_have(Trait::SingleLetterWords) && !dotted {
        if token.word == "I" {
            // `better than I.`, `Part I.`: the pronoun, or a figure.
            let known = "and than as or nor but am did do can will \
                War Part Chapter Phase Volume Act Book Title Charles Elizabeth Napoleon";
            return text::list_contains(known, previous) || ahead.opens_sentence(cx.rules);
        }
        if matches!(previous, "a" | "an") {
            return true;
        }
    }
    ahead.opens_sentence(cx.rules) && !is_particle(cx, ahead)
}

fn takes_label(noun: &str) -> bool {
    let noun = lowercase(noun);
    LABELLED.split(' ').any(|stem| noun.strip_prefix(stem).is_some_and(|rest| text::char_count(rest) <= 2))
}

/// Nouns that a letter follows as a label, by their beginnings in several languages: `vitamin D`, `platform B`.
const LABELLED: &str = "vitamin platform plattform plan grad group grupp grup class klass clas typ tip tipo secti sect point punkt punt \
    hepatit gate terminal exhibit annex anex appendix level option team pier wing quai zon line lini lign linj líne \
    categor blo unit schedul influenza figur tabl part phase serie sector variant product malade nivel витамин план \
    групп тип класс пункт блок гепатит лини вітамін груп клас лінія βιταμίν omáda steig gleis spor spår peron vágány \
    raide vitamín vitamiin witamin vitamiini";

/// Parts of names that are function words.
const PARTICLES: &str = "de di da del della dos das do du des van von der den ten ter al bin ben san el zu";

/// `J. De Wit`: a function word in a name. A language whose function words look like those of names lists its own.
fn is_particle(cx: &Context<'_>, ahead: &Ahead<'_>) -> bool {
    let lower = lowercase(ahead.word);
    let known = match cx.rules.has_particles {
        true => cx.rules.is(&lower, PARTICLE),
        false => text::list_contains(PARTICLES, &lower),
    };
    known
        && text::char_at(cx.text, ahead.end) == Some(' ')
        && text::char_at(cx.text, ahead.end + 1).is_some_and(is_upper)
}

/// A single letter of a script with initials.
pub(super) fn is_single_letter(word: &str) -> bool {
    let Some(c) = text::first_char(word) else { return false };
    let letter = property::is_indic(c)
        || is_letter(c) && !property::is_east_asian(c) && !property::is_hangul(c) && !property::is_thai(c);
    letter && word.get(c.len_utf8()..).is_some_and(|marks| text::all(marks, &is_mark))
}
