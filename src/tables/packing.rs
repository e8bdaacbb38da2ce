//! What packing the tables (`build.rs`) and unpacking them agree on: the languages, the sections, the letters' bytes.
//!
//! The tables of a language are its sections, each with [`END`] after it. The entries of a section are sorted. An entry is
//! one byte below [`SHARED`] ` * 4` — how many of its first letters are those of the entry before it, and which of
//! [`MARKS`] it has — and its other letters: ASCII as it is, the letters of the language's alphabet as one byte of
//! [`LETTERS`] each, what is left as UTF-8 of three bytes. The alphabets come after the tables of all languages.

/// Hands the list of languages to a macro: tag, script, telling letters. English is the first; else neighbours stand side
/// by side, which makes the tables smaller after gzip.
macro_rules! languages {
    ($hand_to:ident) => {
        $hand_to! {
            "en" Latin ""
            "fr" Latin "œêèùîçàâô"
            "it" Latin "òìàèù"
            "ca" Latin "çàèòïü"
            "es" Latin "ñáíóú"
            "pt" Latin "ãõçáâêíóú"
            "ro" Latin "șțăâîşţ"
            "nl" Latin "ë"
            "de" Latin "ßäöü"
            "nb" Latin "æøå"
            "da" Latin "æøå"
            "sv" Latin "åäö"
            "is" Latin "ðþæöáíúý"
            "fi" Latin "äö"
            "hu" Latin "őűáéíóöü"
            "tr" Latin "ğışöüçİ"
            "id" Latin ""
            "sw" Latin ""
            "hr" Latin "čćđšž"
            "sk" Latin "ľĺŕôčšžýáí"
            "cs" Latin "ěřůčšžýáí"
            "pl" Latin "łąęśćńżźó"
            "vi" Latin "ơưđăâêôạảấầẩẫậắằẳẵặẹẻẽếềểễệịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹáàãéèíìóòõúùý"
            "ru" Cyrillic "ыэёъ"
            "uk" Cyrillic "іїєґ"
            "bg" Cyrillic "ъ"
            "el" Greek ""
            "ar" Arabic "ةىأإآ"
            "fa" Arabic "پچژگکی"
            "ur" Arabic "ٹڈڑںےہھپچگکی"
            "he" Hebrew ""
            "hi" Devanagari ""
            "bn" Bengali ""
            "ta" Tamil ""
            "th" Thai ""
            "ko" Hangul ""
            "ja" Kana ""
            "zh" Han ""
        }
    };
}

/// Hands the traits that a language may have to a macro: a name for the code, the name in `[trait]`, a comment. At most 16.
macro_rules! traits {
    ($hand_to:ident) => {
        $hand_to! {
            /// Months and days of the week have a capital.
            CalendarCapitals "calendar-capitals"
            /// Its tables serve texts whose language isn't known.
            Common "common"
            /// The day of a date may have a full stop though other figures have none («2024. 3. 12.», «3. maj»).
            DottedDays "dotted-days"
            /// Names take case endings.
            Declines "declines"
            /// Names have a genitive in s without an apostrophe.
            GenitiveS "genitive-s"
            /// Every noun has a capital.
            NounCapitals "noun-capitals"
            /// Adjectives follow their noun, in lower case in names too («la Maison blanche»).
            NounFirst "noun-first"
            /// A figure with a full stop is an ordinal.
            OrdinalDots "ordinal-dots"
            /// A semicolon is the question mark.
            SemicolonQuestions "semicolon-questions"
            /// A pronoun and an article are one letter long («I», «a»).
            SingleLetterWords "single-letter-words"
            /// The abbreviation for a street ends compounds («Hauptstr.»).
            StreetCompounds "street-compounds"
            /// Suffixes of names follow an apostrophe.
            SuffixApostrophe "suffix-apostrophe"
            /// Names of people have three words as a rule.
            ThreeWordNames "three-word-names"
            /// Short words without vowels are no abbreviations.
            VowellessWords "vowelless-words"
        }
    };
}

/// The sections of a table, in the order in which they are packed; "" is the part before the first heading.
pub const TABLES: [(&str, &[&str]); 5] = [
    ("stopwords", &[""]),
    ("abbreviations", &["title", "inside", "number", "either", "start"]),
    ("cues", &["point", "opener", "speech", "anaphor", "deixis", "ending", "word"]),
    ("grammar", &["month", "day", "zone", "during", "office", "particle", "participle", "proclitic"]),
    (
        "boilerplate",
        &[
            "consent",
            "share",
            "subscribe",
            "paywall",
            "related",
            "caption",
            "byline",
            "rights",
            "comments",
            "advert",
            "interface",
            "references",
            "greeting",
            "message",
        ],
    ),
];

/// The place in [`TABLES`] of the table whose entries have marks.
pub const MARKED: usize = 4;

/// What the entries of a marked table begin with.
pub const MARKS: &str = "=^~?";

/// One more than the most letters that an entry shares with the one before it.
pub const SHARED: u8 = 8;

/// Ends the alphabet and a section; no letter.
pub const END: u8 = 0x7f;

/// The bytes that stand for letters of the language's alphabet.
pub const LETTERS: std::ops::Range<u8> = 0x80..0xe0;
