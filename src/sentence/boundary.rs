//! Does a sentence end at this terminator? The word before it and the word after it tell.

use super::char_at;
use super::property::{self, Stop, is_cased, is_dash, is_space, is_transparent};
use super::quotation::{Family, Open};
use super::rules::{EITHER, INSIDE, MONTH, NUMBER, OPENER, Rules, SPEECH, TITLE};

/// What holds for the whole block.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub text: &'a str,
    pub rules: &'a Rules,
    /// Written without any capital: then a small letter may start a sentence.
    pub chat: bool,
}

/// A terminator and what belongs to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Site {
    /// Where the (last) run of terminators starts.
    pub run: usize,
    /// Where it ends.
    pub end: usize,
    /// Where the closing signs, footnote marks and emoji after it end: here the sentence would end.
    pub after: usize,
    /// Where the next sentence would start.
    pub next: usize,
    pub stop: Stop,
    /// The quotation or bracket closed last.
    pub closed: Option<Open>,
}

impl<'a> Context<'a> {
    /// The terminator at byte `at`, with those that only one script has.
    pub fn stop(&self, at: usize, c: char) -> Option<Stop> {
        let script = |is: fn(char) -> bool| self.before(at).is_some_and(is);
        match c {
            ';' | '\u{37e}' if matches!(self.rules.tag, "el" | "") && script(property::is_greek) => {
                Some(Stop::Mark)
            }
            ':' if script(|c| matches!(c, '\u{561}'..='\u{587}')) && self.ends_word(at + 1) => {
                Some(Stop::Wide)
            }
            '|' if script(property::is_indic) => Some(Stop::Wide),
            _ => property::stop(c),
        }
    }

    fn before(&self, at: usize) -> Option<char> {
        self.text.get(..at).and_then(|t| t.chars().next_back())
    }

    fn ends_word(&self, at: usize) -> bool {
        char_at(self.text, at).is_none_or(is_space)
    }
}

/// What comes after a terminator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Nothing with letters or figures.
    End,
    Lower,
    Upper,
    /// A letter of a script without case.
    Other,
    Digit,
    /// A comma or its like (SB8a).
    Continuation,
    /// Another terminator (SB8a).
    Stop,
    Symbol,
}

#[derive(Clone, Copy, Debug)]
struct Ahead<'a> {
    kind: Kind,
    /// The first word.
    word: &'a str,
    /// Where it ends.
    end: usize,
    /// A full stop follows the word.
    dotted: bool,
    /// A dash stands before it.
    dash: bool,
    /// An opening sign stands before it.
    opened: bool,
}

/// How many signs before the next word are looked at.
const SIGNS: usize = 12;

fn look<'a>(cx: &Context<'a>, next: usize) -> Ahead<'a> {
    let mut ahead =
        Ahead { kind: Kind::Symbol, word: "", end: next, dotted: false, dash: false, opened: false };
    let mut at = next;
    let mut apostrophe = false;
    for i in 0..SIGNS {
        let Some(c) = char_at(cx.text, at) else {
            ahead.kind = Kind::End;
            break;
        };
        if c.is_alphanumeric() {
            let word = word_at(cx.text, at);
            ahead.word = word.trim_end_matches(['.', '\'', '’', '-', '/']);
            ahead.end = at + ahead.word.len();
            ahead.dotted = word.get(ahead.word.len()..).is_some_and(|t| t.starts_with('.'));
            ahead.kind = kind_of(cx.text, at, c, ahead.word, apostrophe);
            break;
        }
        if is_dash(c) {
            ahead.dash = true;
        } else if i == 0 && property::is_continuation(c) {
            ahead.kind = Kind::Continuation;
            break;
        } else if i == 0 && cx.stop(at, c).is_some() {
            // `.org` and `.NET` are words.
            if c != '.' || !char_at(cx.text, at + 1).is_some_and(char::is_alphabetic) {
                ahead.kind = Kind::Stop;
                break;
            }
        } else if !is_space(c) {
            ahead.opened = true;
        }
        apostrophe = matches!(c, '\'' | '’' | '‘');
        at += c.len_utf8();
    }
    ahead
}

fn kind_of(text: &str, at: usize, c: char, word: &str, apostrophe: bool) -> Kind {
    if c.is_numeric() {
        return Kind::Digit;
    }
    if c.is_uppercase() {
        return Kind::Upper;
    }
    if !c.is_lowercase() {
        return Kind::Other;
    }
    let second = char_at(text, at + c.len_utf8());
    // `iPhone`; `'s Avonds`.
    let camel = second.is_some_and(char::is_uppercase);
    let clitic = apostrophe
        && word.len() == 1
        && second.is_some_and(is_space)
        && char_at(text, at + 2).is_some_and(char::is_uppercase);
    if camel || clitic { Kind::Upper } else { Kind::Lower }
}

/// Whether a sentence that began at `unit` ends at `site`.
pub(super) fn ends(cx: &Context<'_>, unit: usize, site: &Site) -> bool {
    if is_omission(cx, site) {
        return false;
    }
    let ahead = look(cx, site.next);
    match ahead.kind {
        Kind::End | Kind::Stop | Kind::Continuation => return false,
        _ => {}
    }
    // A quotation, then a dash: the reporting clause.
    let quoted = site.closed.is_some_and(|o| o.family.quotes());
    if ahead.dash && (quoted || ahead.kind == Kind::Lower) {
        return false;
    }
    let spaced = site.next > site.after;
    match site.stop {
        Stop::Wide => wide_ends(cx, unit, site, &ahead),
        _ if !spaced => unspaced_ends(cx, unit, site, &ahead),
        _ if ahead.kind == Kind::Lower => cx.chat && !quoted && chat_ends(cx, site),
        _ if is_aside(cx, unit, site) => opens(cx, &ahead),
        Stop::Dot => dot_ends(cx, unit, site, &ahead) && !(quoted && site.end < site.run),
        Stop::Ellipsis if ahead.kind == Kind::Digit => false,
        Stop::Mark | Stop::Ellipsis => !(quoted && is_reporting_clause(cx, &ahead)),
    }
}

/// `[...]`, `(…)`, `(!)`: nothing but terminators in brackets.
fn is_omission(cx: &Context<'_>, site: &Site) -> bool {
    cx.before(site.run).is_some_and(|c| matches!(c, '[' | '(' | '（' | '［'))
        && char_at(cx.text, site.end).is_some_and(|c| matches!(c, ']' | ')' | '）' | '］'))
}

/// A bracket in the middle of a sentence was closed.
fn is_aside(cx: &Context<'_>, unit: usize, site: &Site) -> bool {
    site.closed.is_some_and(|o| !o.family.quotes() && is_inside(cx, unit, o))
}

/// Whether the sentence had begun before the sign.
fn is_inside(cx: &Context<'_>, unit: usize, open: Open) -> bool {
    cx.text.get(unit..open.at).is_some_and(|t| !t.trim().is_empty())
}

/// In text without capitals a full stop counts when the word before it can't be an abbreviation.
fn chat_ends(cx: &Context<'_>, site: &Site) -> bool {
    if site.stop != Stop::Dot {
        return site.stop == Stop::Mark;
    }
    let word = word_before(cx.text, site.run).unwrap_or("long");
    word.chars().count() > 1
        && !word.contains('.')
        && !word.ends_with(char::is_numeric)
        && cx.rules.classes(word) & !OPENER == 0
}

/// Whether the next word is one that opens sentences, so that its capital says: a new sentence.
fn opens(cx: &Context<'_>, ahead: &Ahead<'_>) -> bool {
    if cx.rules.is(ahead.word, OPENER) {
        return true;
    }
    let head = ahead.word.split(['\'', '’', '-']).next().unwrap_or_default();
    head.len() < ahead.word.len() && cx.rules.is(head, OPENER)
}

/// `"Who pays?" Mayor Anna Hollis asked.`: names, then a verb of saying.
fn is_reporting_clause(cx: &Context<'_>, ahead: &Ahead<'_>) -> bool {
    if ahead.kind != Kind::Upper || ahead.opened || opens(cx, ahead) {
        return false;
    }
    let rest = cx.text.get(ahead.end..).unwrap_or_default();
    for word in rest.split(is_space).skip(1).take(4) {
        let bare = word.trim_end_matches([',', '.', ':', '!', '?']);
        if cx.rules.is(bare, SPEECH) {
            return true;
        }
        let name = word.chars().next().is_some_and(char::is_uppercase) || bare.len() <= 3;
        if !name || word.ends_with([',', ':', '!', '?']) {
            return false;
        }
    }
    false
}

/// 。！？ ۔ । and their like end a sentence wherever they stand, but for figures and quotations inside a clause.
fn wide_ends(cx: &Context<'_>, unit: usize, site: &Site, ahead: &Ahead<'_>) -> bool {
    if let Some(open) = site.closed {
        return wide_closed_ends(cx, unit, site, ahead, open);
    }
    let next = char_at(cx.text, site.next);
    let spaced = site.next > site.after;
    let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    if !spaced && digit(next) && digit(cx.before(site.run)) {
        return false;
    }
    // モーニング娘。の…: no sentence starts with these particles.
    let rest = cx.text.get(site.next..).unwrap_or_default();
    let particle =
        !spaced && (rest.starts_with('を') || (rest.starts_with('の') && !rest.starts_with("のち")));
    !particle && !(ahead.kind == Kind::Lower && spaced && site.stop == Stop::Mark)
}

/// After the sign that closes a quotation or bracket: does the sentence round it go on?
fn wide_closed_ends(cx: &Context<'_>, unit: usize, site: &Site, ahead: &Ahead<'_>, open: Open) -> bool {
    let inside = is_inside(cx, unit, open);
    if matches!(open.family, Family::Title(_)) {
        return false;
    }
    if matches!(open.family, Family::Bracket(_)) {
        return !inside;
    }
    let rest = cx.text.get(site.next..).unwrap_or_default();
    let Some(next) = rest.chars().next() else { return false };
    if site.next > site.after {
        return !(ahead.kind == Kind::Lower);
    }
    if property::is_hangul(next) {
        return false;
    }
    if cx.rules.tag == "ja" || property::is_hiragana(next) {
        return !starts_with_particle(cx, rest);
    }
    if !property::is_east_asian(next) {
        return true;
    }
    let clause_end = rest
        .char_indices()
        .take(16)
        .find(|(_, c)| property::is_continuation(*c) || property::stop(*c).is_some());
    let clause_end = clause_end.map_or(rest.len().min(48), |(at, _)| at);
    let mut end = clause_end;
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    let before = cx.text.get(unit..open.at).unwrap_or_default().trim_end();
    if !inside {
        return !cx.rules.speaks(rest.get(..end).unwrap_or_default());
    }
    match before.chars().next_back() {
        Some(c) if c.is_alphanumeric() => {
            let mut tail = before.len().saturating_sub(9);
            while !before.is_char_boundary(tail) {
                tail += 1;
            }
            cx.rules.speaks(before.get(tail..).unwrap_or_default())
                && !"的地并並后後时時之而等与與和及".contains(next)
        }
        _ => true,
    }
}

/// Whether Japanese text goes on with a particle: 「…。」と話す.
fn starts_with_particle(cx: &Context<'_>, rest: &str) -> bool {
    const PARTICLES: [&str; 18] = [
        "と", "が", "は", "を", "に", "の", "で", "も", "や", "な", "って", "へ", "か", "から", "まで",
        "より", "だと", "です",
    ];
    const OPENERS: [&str; 14] = [
        "ところ",
        "でも",
        "だが",
        "だから",
        "もし",
        "もう",
        "もちろん",
        "なお",
        "なぜ",
        "また",
        "では",
        "やがて",
        "かつて",
        "ともあれ",
    ];
    let _ = cx;
    !OPENERS.iter().any(|w| rest.starts_with(w)) && PARTICLES.iter().any(|w| rest.starts_with(w))
}

/// No space after `.`, `!`, `?` or `…`: text whose spaces were lost, or a domain, a file name, a version.
fn unspaced_ends(cx: &Context<'_>, unit: usize, site: &Site, ahead: &Ahead<'_>) -> bool {
    let Some(next) = char_at(cx.text, site.next) else { return false };
    let marked = site.after > site.end;
    match ahead.kind {
        Kind::Digit | Kind::Lower | Kind::Symbol => false,
        Kind::Other if property::is_east_asian(next) || property::is_hangul(next) || marked => {
            caseless_ends(cx, unit, site, ahead)
        }
        Kind::Other => {
            let word = word_before(cx.text, site.run).unwrap_or_default();
            let caseless = cx
                .before(site.run)
                .is_some_and(|c| c.is_alphabetic() && !is_cased(c) && !property::is_thai(c));
            caseless && !word.contains('.') && word.chars().count() > 2 && ahead.word.chars().count() > 1
        }
        _ if marked => !is_aside(cx, unit, site),
        Kind::Upper if site.stop == Stop::Dot => is_lost_space(cx, site, ahead),
        Kind::Upper => {
            let lower = |c: Option<char>| c.is_some_and(char::is_lowercase);
            lower(cx.before(site.run)) && is_plain(word_before(cx.text, site.run)) && ahead.word.len() > 1
                || ahead.opened
        }
        _ => false,
    }
}

/// `.`, `!`, `?` between letters of a script without case.
fn caseless_ends(cx: &Context<'_>, unit: usize, site: &Site, ahead: &Ahead<'_>) -> bool {
    let before = cx.before(site.run);
    let next = char_at(cx.text, site.next);
    if site.closed.is_none() {
        if site.stop == Stop::Ellipsis {
            return false;
        }
        if site.stop == Stop::Dot {
            if next.is_some_and(property::is_hangul) {
                return before.is_some_and(|c| "다요죠까오네".contains(c));
            }
            return site.after > site.end || before.is_some_and(property::is_east_asian);
        }
    }
    wide_ends(cx, unit, site, ahead)
}

/// `on Tuesday.Nobody objected`, but not `Node.js`, `System.Text`, `Amazon.Com`.
fn is_lost_space(cx: &Context<'_>, site: &Site, ahead: &Ahead<'_>) -> bool {
    let Some(word) = word_before(cx.text, site.run) else { return false };
    if !is_plain(Some(word)) || !is_plain(Some(ahead.word)) {
        return false;
    }
    let opens = opens(cx, ahead);
    let last = word.rsplit('.').next().unwrap_or_default();
    if last.len() < word.len() && !opens {
        return false;
    }
    if last.chars().all(char::is_numeric) {
        return last.len() == 4 || (last.len() > 2 && opens);
    }
    let mut rest = ahead.word.chars();
    let second = rest.nth(1);
    let sentence_like = second.is_none_or(|c| c.is_lowercase() || matches!(c, '\'' | '’'));
    let known = cx.rules.classes(last) & (TITLE | INSIDE | NUMBER | EITHER) != 0;
    let long = ahead.word.chars().count() > 3 && !ahead.word.contains('.');
    let lower = last.chars().next_back().is_some_and(char::is_lowercase);
    sentence_like && !known && last.chars().count() > 1 && (opens || (lower && long))
}

/// Not part of an address.
fn is_plain(word: Option<&str>) -> bool {
    word.is_some_and(|w| !w.contains(['@', '/', '_', ':', '&', '=']))
}

/// A single full stop, a space, and a capital, figure or letter without case.
fn dot_ends(cx: &Context<'_>, unit: usize, site: &Site, ahead: &Ahead<'_>) -> bool {
    let Some(word) = word_before(cx.text, site.run) else { return true };
    let Some(first) = word.chars().next() else { return true };
    if word.contains(['@', '/', '_', ':', '&', '=']) {
        return true;
    }
    let token = Token {
        word,
        first,
        at: site.run - word.len(),
        starts: starts_unit(cx, unit, site.run - word.len()),
    };
    if token.starts && is_list_mark(word) {
        return false;
    }
    if word.chars().all(|c| c.is_numeric() || c == '.' || c == '-') {
        return number_ends(cx, &token, ahead);
    }
    match abbreviation_ends(cx, &token, ahead) {
        Some(ends) => ends,
        None if is_roman(word) && word.len() > 1 => !cx.rules.ordinals || opens(cx, ahead),
        None if is_letter(word) => initial_ends(cx, &token, ahead),
        None if is_acronym(word) || is_contraction(cx, &token) => opens(cx, ahead),
        None => true,
    }
}

/// The word before a full stop.
#[derive(Clone, Copy, Debug)]
struct Token<'a> {
    word: &'a str,
    first: char,
    at: usize,
    /// It is the first of its sentence.
    starts: bool,
}

/// What the tables say of an abbreviation; `None` when they say nothing.
fn abbreviation_ends(cx: &Context<'_>, token: &Token<'_>, ahead: &Ahead<'_>) -> Option<bool> {
    let (previous, previous_dotted) = previous(cx.text, token.at);
    let classes = classes(cx, token.word, previous, previous_dotted);
    let after_figure = !previous_dotted && previous.ends_with(char::is_numeric);
    // `z. B.`: with the next word it makes an abbreviation.
    if ahead.dotted && !ahead.opened && is_short(token.word) && is_short(ahead.word) {
        let joined = [token.word, ".", ahead.word].concat();
        if is_letter(token.word) && is_letter(ahead.word)
            || cx.rules.classes(&joined) & (TITLE | INSIDE | EITHER | NUMBER) != 0
        {
            return Some(false);
        }
    }
    if classes & TITLE != 0 {
        let unit = after_figure && token.first.is_lowercase();
        return Some(unit && classes & EITHER != 0);
    }
    if classes & INSIDE != 0 {
        return Some(false);
    }
    if classes & EITHER != 0 {
        return Some(either_ends(cx, token, ahead, after_figure));
    }
    if classes & NUMBER != 0 && is_figure(cx, ahead) {
        return Some(false);
    }
    (classes & NUMBER != 0 && token.first.is_lowercase()).then_some(true)
}

/// `etc.`, `p.m.` end a sentence before a capital; `Inc.`, `U.S.` only before a word that opens sentences.
fn either_ends(cx: &Context<'_>, token: &Token<'_>, ahead: &Ahead<'_>, after_figure: bool) -> bool {
    match ahead.kind {
        Kind::Digit => !ahead.opened && !after_figure && !token.first.is_uppercase(),
        Kind::Upper if token.first.is_uppercase() || (ahead.opened && !token.word.contains('.')) => {
            opens(cx, ahead)
        }
        Kind::Upper => {
            // `8 a.m. Monday`, `8 a.m. EST`.
            let zone = token.word.contains('.')
                && (2..5).contains(&ahead.word.len())
                && ahead.word.chars().all(char::is_uppercase);
            !(zone || cx.rules.is(ahead.word, MONTH))
        }
        _ => true,
    }
}

/// The classes of a word, of its end after an apostrophe (`l'art.`), and joined with the words before it (`z. B.`).
fn classes(cx: &Context<'_>, word: &str, previous: &str, previous_dotted: bool) -> u16 {
    let mut classes = cx.rules.classes(word);
    if let Some(tail) = word.rsplit(['\'', '’']).next().filter(|t| t.len() < word.len()) {
        classes |= cx.rules.classes(tail);
    }
    if previous_dotted && is_short(word) && is_short(previous) {
        classes |= cx.rules.classes(&[previous, ".", word].concat());
        let start = previous.as_ptr() as usize - cx.text.as_ptr() as usize;
        let (third, dotted) = self::previous(cx.text, start);
        if dotted && is_short(third) {
            classes |= cx.rules.classes(&[third, ".", previous, ".", word].concat());
        }
    }
    classes
}

/// Short enough for a part of an abbreviation in several words.
fn is_short(word: &str) -> bool {
    !word.is_empty() && word.chars().count() <= 4 && word.chars().all(char::is_alphabetic)
}

/// A figure, roman number or letter with a figure follows: `No. 5`, `Vol. IV`, `Art. L. 121`, `no. B12`.
fn is_figure(cx: &Context<'_>, ahead: &Ahead<'_>) -> bool {
    let word = ahead.word;
    let numbered = word.len() > 1
        && word.ends_with(|c: char| c.is_ascii_digit())
        && word.starts_with(char::is_uppercase);
    let letter =
        is_letter(word) && (ahead.dotted || !cx.rules.is(word, OPENER)) && word != "I" && word != "A";
    ahead.kind == Kind::Digit
        || numbered
        || letter
        || (is_roman(word) && word.len() > 1 && ahead.kind == Kind::Upper)
}

/// Nouns that a letter follows as a label, by their beginnings in several languages: `vitamin D`, `platform B`.
const LABELLED: &[&str] = &[
    "vitamin",
    "platform",
    "plattform",
    "plan",
    "grad",
    "group",
    "grupp",
    "grup",
    "class",
    "klass",
    "clas",
    "typ",
    "tip",
    "tipo",
    "secti",
    "sect",
    "point",
    "punkt",
    "punt",
    "hepatit",
    "gate",
    "terminal",
    "exhibit",
    "annex",
    "anex",
    "appendix",
    "level",
    "option",
    "team",
    "pier",
    "wing",
    "quai",
    "zon",
    "line",
    "lini",
    "lign",
    "linj",
    "líne",
    "categor",
    "blo",
    "unit",
    "schedul",
    "influenza",
    "figur",
    "tabl",
    "part",
    "phase",
    "serie",
    "sector",
    "variant",
    "product",
    "malade",
    "nivel",
    "витамин",
    "план",
    "групп",
    "тип",
    "класс",
    "пункт",
    "блок",
    "гепатит",
    "лини",
    "вітамін",
    "груп",
    "клас",
    "лінія",
    "βιταμίν",
    "omáda",
    "steig",
    "gleis",
    "spor",
    "spår",
    "peron",
    "vágány",
    "raide",
    "vitamín",
    "vitamiin",
    "witamin",
    "vitamiini",
];

fn takes_label(noun: &str) -> bool {
    let noun = noun.to_lowercase();
    LABELLED.iter().any(|stem| noun.strip_prefix(stem).is_some_and(|rest| rest.chars().count() <= 2))
}

/// Parts of names that are function words.
const PARTICLES: [&str; 22] = [
    "de", "di", "da", "del", "della", "dos", "das", "do", "du", "des", "van", "von", "der", "den", "ten",
    "ter", "al", "bin", "ben", "san", "el", "zu",
];

/// A single letter: the initial of a name, unless it is a label or the pronoun.
fn initial_ends(cx: &Context<'_>, token: &Token<'_>, ahead: &Ahead<'_>) -> bool {
    if token.starts {
        return false;
    }
    if token.first.is_lowercase() {
        return ahead.kind != Kind::Digit || !ahead.opened;
    }
    let (previous, dotted) = previous(cx.text, token.at);
    let previous_name = previous.chars().next().is_some_and(char::is_uppercase);
    if !dotted && takes_label(previous) {
        return true;
    }
    if is_cased(token.first) != ahead.word.chars().next().is_some_and(is_cased) && ahead.kind == Kind::Other {
        return true;
    }
    if cx.rules.tag == "en" && !dotted {
        if token.word == "I" {
            let pronoun = matches!(
                previous,
                "and" | "than" | "as" | "or" | "nor" | "but" | "am" | "did" | "do" | "can" | "will"
            );
            return pronoun || previous_name || opens(cx, ahead);
        }
        if matches!(previous, "a" | "an") {
            return true;
        }
    }
    opens(cx, ahead) && !is_particle(cx, ahead)
}

/// `J. De Wit`: a function word in a name.
fn is_particle(cx: &Context<'_>, ahead: &Ahead<'_>) -> bool {
    let lower = ahead.word.to_lowercase();
    let german =
        cx.rules.tag == "de" && matches!(lower.as_str(), "der" | "den" | "des" | "das" | "du" | "da" | "zu");
    let name = cx
        .text
        .get(ahead.end..)
        .is_some_and(|t| t.chars().nth(1).is_some_and(char::is_uppercase) && t.starts_with(' '));
    name && !german && PARTICLES.contains(&lower.as_str())
}

/// A figure before a full stop: an ordinal, part of a date, or a number that ends the sentence.
fn number_ends(cx: &Context<'_>, token: &Token<'_>, ahead: &Ahead<'_>) -> bool {
    let (previous, dotted) = previous(cx.text, token.at);
    let short = token.word.len() <= 2;
    // `2024. 3. 12.`
    let chain = dotted && short && !previous.is_empty() && previous.chars().all(|c| c.is_ascii_digit());
    let dates = cx.rules.ordinals || matches!(cx.rules.tag, "ko" | "ja" | "zh");
    if dates && ahead.kind == Kind::Digit && ahead.dotted && ahead.word.len() <= 2 && token.word.len() <= 4 {
        return false;
    }
    if dates && chain {
        return opens(cx, ahead) && ahead.kind != Kind::Other;
    }
    if cx.rules.is(ahead.word, MONTH) && (cx.rules.ordinals || cx.rules.tag == "sv") {
        return false;
    }
    if !cx.rules.ordinals || !(short && token.first.is_ascii_digit() || is_date(token.word)) {
        return true;
    }
    // `Nr. 5.`, `kl. 10.`: a cardinal.
    if cx.rules.is(previous, NUMBER) {
        return true;
    }
    match ahead.kind {
        Kind::Upper => opens(cx, ahead) || (ahead.dotted && cx.rules.is(ahead.word, INSIDE | TITLE)),
        Kind::Digit => !ahead.opened,
        _ => !ahead.opened,
    }
}

/// `7.10.`: day and month.
fn is_date(word: &str) -> bool {
    let Some((day, month)) = word.split_once('.') else { return false };
    let within = |part: &str, most: u8| part.parse::<u8>().is_ok_and(|n| (1..=most).contains(&n));
    within(day, 31) && within(month, 12)
}

/// The token stands first in its sentence, but for signs.
fn starts_unit(cx: &Context<'_>, unit: usize, at: usize) -> bool {
    at < unit + 16 && cx.text.get(unit..at).is_some_and(|t| !t.contains(char::is_alphanumeric))
}

/// `1.`, `a.`, `iv.` at the start.
fn is_list_mark(word: &str) -> bool {
    is_letter(word)
        || (word.len() <= 6 && word.chars().all(|c| c.is_numeric() || c == '.'))
        || (word.len() <= 4 && word.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'I' | 'V' | 'X')))
}

fn is_roman(word: &str) -> bool {
    word.len() <= 8 && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C' | 'M'))
}

/// A single letter of a script with initials.
fn is_letter(word: &str) -> bool {
    let mut chars = word.chars();
    let Some(c) = chars.next() else { return false };
    let syllable = property::is_indic(c);
    if syllable {
        return chars.filter(|c| !crate::word::is_mark(*c)).count() == 0;
    }
    c.is_alphabetic()
        && !property::is_east_asian(c)
        && !property::is_hangul(c)
        && !property::is_thai(c)
        && chars.all(crate::word::is_mark)
}

/// `U.S`, `J.-C`, `Ph.D`: letters or pairs of letters with full stops between.
fn is_acronym(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|part| {
            let part = part.trim_start_matches('-');
            (1..=2).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic)
        })
}

/// A short word without vowels and not in capitals is an abbreviation that no table has: `Bd.`, `mgr.`
fn is_contraction(cx: &Context<'_>, token: &Token<'_>) -> bool {
    if matches!(cx.rules.tag, "cs" | "sk" | "hr" | "sl" | "sr" | "bs" | "bg" | "mk" | "cy") {
        return false;
    }
    let word = token.word;
    let (previous, _) = previous(cx.text, token.at);
    (2..=4).contains(&word.chars().count())
        && word.chars().all(|c| c.is_ascii_alphabetic() && !"aeiouyAEIOUY".contains(c))
        && word.chars().skip(1).all(char::is_lowercase)
        && !previous.ends_with(char::is_numeric)
}

/// Bytes of the longest word looked at; a longer one is no abbreviation.
const LONGEST_WORD: usize = 40;

/// Characters of a word or address, the inner full stops included.
fn is_word_part(c: char) -> bool {
    crate::word::is_word_char(c)
        || matches!(
            c,
            '.' | '\''
                | '’'
                | '-'
                | '\u{2011}'
                | '/'
                | '@'
                | '_'
                | '&'
                | ':'
                | '='
                | '·'
                | '\u{5f3}'
                | '\u{5f4}'
        )
}

/// The word that ends at byte `end`, without signs at its start; `None` when it is longer than any abbreviation.
fn word_before(text: &str, end: usize) -> Option<&str> {
    let head = text.get(..end)?;
    let mut start = end;
    let mut east_asian = None;
    for (at, c) in head.char_indices().rev() {
        let other = property::is_east_asian(c);
        if !is_word_part(c) || *east_asian.get_or_insert(other) != other {
            break;
        }
        if end - at > LONGEST_WORD {
            return None;
        }
        start = at;
    }
    Some(head.get(start..)?.trim_start_matches(['.', '\'', '’', '-', '/', ':', '&']))
}

/// The word that starts at byte `start`, at most [`LONGEST_WORD`] bytes of it.
fn word_at(text: &str, start: usize) -> &str {
    let tail = text.get(start..).unwrap_or_default();
    let end = tail
        .char_indices()
        .find(|(at, c)| *at > LONGEST_WORD || !is_word_part(*c))
        .map_or(tail.len(), |(at, _)| at);
    tail.get(..end).unwrap_or_default()
}

/// The word before the word at `at`, and whether it has a full stop.
fn previous(text: &str, at: usize) -> (&str, bool) {
    let head = text.get(..at).unwrap_or_default();
    let trimmed = head.trim_end_matches(|c| {
        is_space(c) || is_transparent(c) || matches!(c, '(' | '[' | '«' | '“' | '„' | '"')
    });
    let bare = trimmed.trim_end_matches('.');
    (word_before(text, bare.len()).unwrap_or_default(), bare.len() < trimmed.len())
}

/// Skips spaces and invisible characters from `at`.
pub(super) fn skip_spaces(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + (rest.len()
        - rest.trim_start_matches(|c| is_space(c) || (is_transparent(c) && !matches!(c, '\u{fe0f}'))).len())
}

/// The end of a footnote mark at `at`: `[4]`, `[citation needed]`, `¹²`; after a space only figures in brackets.
pub(super) fn footnote(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let superscript = rest.trim_start_matches(['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹']);
    if superscript.len() < rest.len() {
        return Some(text.len() - superscript.len());
    }
    let inner = rest.trim_start_matches(' ');
    let spaced = inner.len() < rest.len();
    let inner = inner.strip_prefix('[')?;
    let mut figures = true;
    for (i, c) in inner.char_indices() {
        match c {
            ']' if i > 0 && (figures || !spaced) => return Some(text.len() - inner.len() + i + 1),
            '0'..='9' | ',' | '–' | '-' => {}
            'a'..='z' | 'A'..='Z' | ' ' => figures = false,
            _ if c.is_alphabetic() => figures = false,
            _ => return None,
        }
        if i > 40 {
            return None;
        }
    }
    None
}

/// The end of the emoji, or emoticon, at `at` or after a space.
pub(super) fn emoji(text: &str, at: usize) -> Option<usize> {
    let start = skip_spaces(text, at);
    let rest = text.get(start..)?;
    let first = rest.chars().next()?;
    let second = rest.chars().nth(1);
    if property::is_emoji(first) || second == Some('\u{fe0f}') && !first.is_alphanumeric() {
        return Some(start + first.len_utf8() + modifiers(rest.get(first.len_utf8()..)?));
    }
    // :-) ;) :D
    if start > at && matches!(first, ':' | ';') {
        let body = rest.get(1..)?;
        let nose = body.strip_prefix('-').unwrap_or(body);
        let mouth = nose.chars().next().filter(|c| matches!(c, ')' | '(' | 'D' | 'P' | '/' | '*'))?;
        let tail = nose.get(mouth.len_utf8()..)?;
        return tail.chars().next().is_none_or(is_space).then(|| text.len() - tail.len());
    }
    None
}

/// The length of what modifies an emoji: variation selector, skin tone, joiner and the next part.
fn modifiers(rest: &str) -> usize {
    let mut joined = false;
    let end = rest.char_indices().find(|&(_, c)| {
        let part = joined || matches!(c, '\u{fe0f}' | '\u{200d}' | '\u{20e3}' | '\u{1f3fb}'..='\u{1f3ff}');
        joined = c == '\u{200d}';
        !part
    });
    end.map_or(rest.len(), |(at, _)| at)
}
