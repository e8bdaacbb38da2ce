//! What kind of text a paste is, told by plain evidence: the shape of its lines, the cue phrases of its blocks, its marks.
//!
//! Each piece of evidence counts one or two points; a kind needs two, and the kinds are tried in a fixed order. An
//! article is what is left: nothing is read unlike an article on a single sign.

use crate::clean::{CueMatch, PageFeatures, Strength, leads_to_message};
use crate::page::{BlockKind, Genre, Layout, Page, Reason};
use crate::text;
use crate::unicode::{is_digit, is_upper, lowercase};

/// The points that a kind needs.
const ENOUGH: u32 = 2;

/// What was counted on the page.
#[derive(Default)]
struct Evidence {
    /// Fields of a message's head («From: …», «Subject: …»).
    heads: u32,
    /// Lines that lead to a message quoted or passed on («On Monday Ida wrote:»).
    leads: u32,
    /// Blocks of running text so far.
    prose: u32,
    /// Blocks that greet or take leave, before the text and after its start.
    greetings: u32,
    closings: u32,
    /// Notices of a letter that is sent to many.
    notices: u32,
    comments: u32,
    /// How long ago something was posted, votes.
    posts: u32,
    /// Heads of sections of references.
    references: u32,
    /// `[1]`, `[edit]`: marks of an encyclopaedia.
    marks: u32,
    /// `doi:`, `arXiv:`, an abstract's head, keywords.
    science: u32,
    /// Sections, articles, numbered clauses, names of courts.
    law: u32,
    items: u32,
    blocks: u32,
}

/// Tells the kind.
#[inline(never)]
pub(crate) fn tell(page: &Page, features: &PageFeatures) -> Genre {
    match page.layout {
        Layout::Transcript => return Genre::Transcript,
        Layout::Chat => return Genre::Chat,
        Layout::Subtitles => return Genre::Subtitles,
        Layout::Text => {}
    }
    let mut found = Evidence::default();
    for (i, (block, fact)) in page.blocks.iter().zip(&features.blocks).enumerate() {
        let text = page.block_text(block);
        let cues = features.cues.get(fact.cues.clone()).unwrap_or_default();
        found.read_cues(cues, fact.words);
        found.read_text(text, fact.words);
        // The clauses of a ruling or a resolution.
        found.law += u32::from(block.kind == BlockKind::Paragraph && fact.words >= 6 && text.ends_with(';'));
        found.leads += u32::from(leads_to_message(page, i));
        found.items += u32::from(block.kind == BlockKind::ListItem);
        found.blocks += u32::from(fact.words > 0);
    }
    found.kind()
}

impl Evidence {
    fn read_cues(&mut self, cues: &[CueMatch], words: u32) {
        let has = |reason: Reason| cues.iter().any(|c| c.reason == reason && c.strength != Strength::Weak);
        let short = words <= 12;
        let head = |c: &CueMatch| c.reason == Reason::Message;
        self.heads += u32::from(short && cues.iter().any(|c| head(c) && c.strength == Strength::Whole));
        self.notices += u32::from(cues.iter().any(|c| head(c) && c.strength != Strength::Whole));
        if short && has(Reason::Greeting) {
            *(if self.prose == 0 { &mut self.greetings } else { &mut self.closings }) += 1;
        }
        self.prose += u32::from(words >= 8);
        self.comments += u32::from(short && has(Reason::Comments));
        self.references += u32::from(words <= 4 && has(Reason::References));
    }

    fn read_text(&mut self, text: &str, words: u32) {
        let head = text
            .get(..text::prefix_until(text, &|c| c == ':' || c == '：').len().min(60))
            .unwrap_or_default();
        let label = head.len() > 4 && head.len() <= 40 && (words <= 3 || head.len() < text.len());
        // `ABSTRACT We followed …`, run together by a copy
        let run_in = text.starts_with("ABSTRACT ") || text.starts_with("Abstract—");
        let label = run_in || label && is_science(&lowercase(head));
        self.science += u32::from(
            label
                || text.starts_with("arXiv:")
                || text::find(text, "doi")
                    .and_then(|at| text.get(at + 3..))
                    .is_some_and(|rest| rest.starts_with(':') || rest.starts_with(".org/")),
        );
        self.marks += u32::from(has_mark(text));
        let opening = text::prefix_until(text, &|c| c == ' ' || c == '\u{a0}');
        let clause = opening.len() >= 3
            && text::contains_char(opening, '.')
            && text::all(opening, &|c| is_digit(c) || c == '.')
            && !opening.ends_with("..")
            && opening.trim_end_matches('.').contains('.');
        self.law += u32::from(clause && words > 4 || opening == "§" || text::contains(text, "§ "));
        self.law += u32::from(words <= 12 && is_court(text));
        self.posts += u32::from(words <= 14 && is_post(text));
    }

    fn kind(&self) -> Genre {
        let flag = |is: bool| u32::from(is);
        let mail =
            self.heads.min(2) + 2 * self.leads.min(1) + flag(self.greetings > 0) + flag(self.closings > 0);
        let kinds = [
            (Genre::Newsletter, 2 * flag(self.notices > 0 && self.leads == 0 && self.heads == 0)),
            (Genre::Mail, if self.heads + self.leads + self.greetings > 0 { mail } else { 0 }),
            (Genre::Forum, flag(self.comments >= 2) + flag(self.posts >= 1) + flag(self.posts >= 2)),
            (Genre::Paper, self.science + flag(self.references > 0 && self.science > 0)),
            (Genre::Reference, flag(self.marks >= 2) + flag(self.references > 0) + flag(self.marks >= 6)),
            (Genre::Legal, self.law),
            (Genre::List, 2 * flag(self.items >= 3 && self.items * 5 >= self.blocks * 2)),
        ];
        let enough = kinds.into_iter().find(|(_, points)| *points >= ENOUGH);
        enough.map_or(Genre::Article, |(genre, _)| genre)
    }
}

/// An abstract's head or the label of its keywords.
fn is_science(label: &str) -> bool {
    const SCIENCE: &str = "abstract|résumé|zusammenfassung|resumen|resumo|riassunto|streszczenie|аннотация|abstrakt|sammendrag|\
        samenvatting|özet|摘要|要旨|초록|keywords|key words|mots-clés|schlüsselwörter|palabras clave|palavras-chave|parole chiave|\
        ключевые слова|słowa kluczowe|关键词|キーワード";
    SCIENCE.split('|').any(|entry| entry == label)
}

/// `[1]`, `[edit]`: an encyclopaedia's marks, glued to what they mark.
fn has_mark(text: &str) -> bool {
    let Some(at) = text::find(text, "[") else { return false };
    let inner = text::prefix_until(text.get(at + 1..).unwrap_or_default(), &|c| c == ']');
    let glued = text::char_before(text, at).is_some_and(|c| c != ' ');
    glued && inner.len() <= 40 && at + 1 + inner.len() < text.len()
}

/// A court's name in capitals, or a case number.
fn is_court(text: &str) -> bool {
    const NAMES: &str = "court|justice|tribunal|gericht|corte |суд|rechtbank|sąd|domstol|法院|裁判所|법원|cour d|arrêt du|urteil vom|\
        sentencia|sentenza";
    let shouted = || {
        let capitals = text.chars().filter(|&c| is_upper(c)).count();
        text.len() < 60 && capitals * 5 >= text::char_count(text) * 2
    };
    if !text::any(text, &is_digit) && !shouted() {
        return false;
    }
    let text = lowercase(text);
    NAMES.split('|').any(|name| text::contains(&text, name))
}

/// A vote's count, or when something was posted.
fn is_post(text: &str) -> bool {
    const SIGNS: &str = " ago|points|votes|upvote|beitrag von|posted|asked |answered|commented|messages :|il y a |hace |vor | » ";
    if !text::any(text, &|c| is_digit(c) || c == ' ') {
        return false;
    }
    let text = lowercase(text);
    SIGNS.split('|').any(|sign| text::contains(&text, sign))
}
