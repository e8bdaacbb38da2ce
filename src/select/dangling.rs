//! Which sentences can't be read without the one before them.

use crate::article::Article;
use crate::feature::Cues;
use crate::tables;
use crate::text;
use crate::unicode::is_alphanumeric;

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
pub(crate) fn antecedents(article: &Article) -> Vec<Antecedent> {
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
        } else if openers.open(article, i) || inside || !has_frame && names_speaker(article, &speech, i - 1) {
            if article.is_eligible(i - 1) { Antecedent::Sentence(i as u32 - 1) } else { Antecedent::Missing }
        } else {
            Antecedent::None
        });
    }
    out
}

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
