//! Which sentences can't be read without the one before them.

use crate::article::Article;
use crate::feature::Cues;
use crate::tables::{self, Trait};
use crate::text;
use crate::unicode::is_alphanumeric;
use crate::word::Word;

/// What a sentence needs to be understood.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Antecedent {
    /// It stands alone.
    #[default]
    None,
    /// The sentence before it, by index.
    Sentence(u32),
    /// Something that can't be chosen, such as a heading.
    Missing,
}

/// For each sentence that can be chosen, what it needs: it opens with a pronoun or connective, or it is a quotation
/// whose speaker the sentence before names.
#[inline(never)]
pub(crate) fn antecedents(article: &Article, anaphors: &Anaphors) -> Vec<Antecedent> {
    let cues = article.language.map_or("", |l| l.cues());
    let openers = Cues::of(article, tables::section(cues, "opener"));
    let speech = Cues::of(article, tables::section(cues, "speech"));
    let mut out = Vec::with_capacity(article.sentences.len());
    let mut quotes = Quotes::default();
    let mut block = None;
    for i in 0..article.sentences.len() {
        let own = article.sentences.get(i).map(|s| s.block);
        if block.replace(own) != Some(own) {
            quotes = Quotes::default();
        }
        let text = article.text(i);
        let inside = quotes.is_open();
        let has_frame = quotes.read(text);
        out.push(if i == 0 || !article.is_eligible(i) {
            Antecedent::None
        } else if openers.open(article, i) && !anaphors.is_deictic(article, i)
            || inside
            || !has_frame && names_speaker(article, &speech, i - 1)
        {
            if article.is_eligible(i - 1) { Antecedent::Sentence(i as u32 - 1) } else { Antecedent::Missing }
        } else {
            Antecedent::None
        });
    }
    out
}

/// Demonstratives and their like, with a noun: `this bridge`, `the same bridge`.
pub(crate) struct Anaphors {
    words: Cues,
    /// By form: whether with it a demonstrative points to the text itself or to the time of writing (`this paper`).
    deictic: Vec<bool>,
    /// Whether a capital tells a name, which needs no antecedent (`this Monday`).
    capital_is_name: bool,
}

impl Anaphors {
    pub fn of(article: &Article) -> Anaphors {
        let (cues, grammar) = article.language.map_or(("", ""), |l| (l.cues(), l.grammar()));
        let mut deictic = vec![false; article.words.forms.len()];
        let days = tables::section(grammar, "day").chain(tables::section(grammar, "month"));
        for word in tables::section(cues, "deixis").chain(days) {
            let form = article.words.forms.get(word);
            if let Some(slot) = form.and_then(|form| deictic.get_mut(form as usize)) {
                *slot = true;
            }
        }
        let words = Cues::of(article, tables::section(cues, "anaphor"));
        let capital_is_name = !article.language.is_some_and(|l| l.has(Trait::NounCapitals));
        Anaphors { words, deictic, capital_is_name }
    }

    /// Whether the sentence opens with a demonstrative that refers to no other sentence: `This paper`, `This year`.
    fn is_deictic(&self, article: &Article, sentence: usize) -> bool {
        self.refers_from(article, article.words.of(sentence), 0) == Some(false)
    }

    /// Whether a demonstrative inside the sentence refers to a noun that stands in none of the words before it.
    pub fn refers_back(&self, article: &Article, sentence: usize) -> bool {
        let words = article.words.of(sentence);
        (0..words.len().min(FAR)).any(|at| self.refers_from(article, words, at) == Some(true))
    }

    /// `None` when no demonstrative with a noun begins at word `at`, else whether it refers to another sentence.
    fn refers_from(&self, article: &Article, words: &[Word], at: usize) -> Option<bool> {
        let length = self.words.length_at_start(words.get(at..)?)?;
        let noun = *words.get(at + length)?;
        if article.is_stop(noun) || noun.is_number() {
            return None;
        }
        let is_deictic = |word: &Word| self.deictic.get(word.form() as usize) == Some(&true);
        // An adjective may stand between: `this past week`.
        let is_deictic = words.iter().skip(at + length).take(2).any(is_deictic);
        let is_name = self.capital_is_name && noun.is_capital();
        let term = article.words.term(noun);
        let is_resolved = words.iter().take(at).any(|&word| article.words.term(word) == term);
        Some(!is_deictic && !is_name && !is_resolved)
    }
}

/// Words of a sentence in which demonstratives are looked for.
const FAR: usize = 60;

/// Whether a sentence announces or continues speech.
fn names_speaker(article: &Article, speech: &Cues, sentence: usize) -> bool {
    matches!(text::last_char(article.text(sentence)), Some(':' | '：')) || speech.occur(article, sentence)
}

/// Whether a quotation is open, and for how long.
#[derive(Default)]
struct Quotes {
    /// The marks that end it.
    ends: Option<&'static str>,
    sentences: u32,
}

/// Sentences after which an open quotation counts as a stray mark.
const LONGEST: u32 = 3;

impl Quotes {
    fn is_open(&self) -> bool {
        self.ends.is_some()
    }

    /// Reads a sentence; tells whether it has a letter or digit outside quotations.
    fn read(&mut self, text: &str) -> bool {
        let mut outside = false;
        self.sentences += 1;
        if self.sentences > LONGEST {
            self.ends = None;
        }
        let mut at = 0;
        while let Some(&byte) = text.as_bytes().get(at) {
            if byte.is_ascii() && byte != b'"' {
                outside |= self.ends.is_none() && byte.is_ascii_alphanumeric();
                at += 1;
                continue;
            }
            let Some(c) = text::char_at(text, at) else { break };
            at += c.len_utf8();
            match self.ends {
                Some(ends) if text::contains_char(ends, c) => self.ends = None,
                Some(_) => {}
                None => {
                    self.ends = ends_of(c);
                    self.sentences = 0;
                    outside |= is_alphanumeric(c);
                }
            }
        }
        outside
    }
}

/// What ends a quotation that begins with `mark`.
fn ends_of(mark: char) -> Option<&'static str> {
    Some(match mark {
        '"' => "\"",
        '“' | '”' => "”",
        '„' => "“”",
        '«' => "»",
        '»' => "«»",
        '「' => "」",
        '『' => "』",
        _ => return None,
    })
}
