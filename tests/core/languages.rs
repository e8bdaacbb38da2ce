//! The same checks for every language: `tests/cases/languages.txt`.

use nutgraf::{Digest, Options, summarize};
use unicode_normalization::UnicodeNormalization;

fn lines() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    include_str!("../cases/languages.txt").lines().filter(|l| !l.starts_with('#')).map(|line| {
        let (tag, sentences) = line.split_once(" | ").expect("tag | sentence | sentence");
        (tag, sentences.split(" | ").collect())
    })
}

/// As a text of the language has them: no space in Chinese, Japanese and Thai.
fn text(tag: &str, sentences: &[&str]) -> String {
    sentences.join(if matches!(tag, "zh" | "ja" | "th") { "" } else { " " })
}

#[test]
fn every_language_has_a_text() {
    let tags: Vec<&str> = lines().map(|(tag, _)| tag).collect();
    for folder in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/src/data")).expect("src/data") {
        let name = folder.expect("an entry").file_name().into_string().expect("a name");
        if !name.contains('.') {
            assert!(tags.contains(&name.as_str()), "add a line for {name} to tests/cases/languages.txt");
        }
    }
}

#[test]
fn the_language_is_told() {
    for (tag, sentences) in lines() {
        let digest = summarize(&text(tag, &sentences), &Options::default()).expect("a digest");
        assert_eq!(
            digest.language.as_deref(),
            Some(tag),
            "stopwords.txt and the letters in tables.rs tell {tag}"
        );
    }
}

#[test]
fn the_sentences_are_found() {
    for (tag, sentences) in lines() {
        let digest = summarize(&text(tag, &sentences), &Options::default()).expect("a digest");
        let found: Vec<&str> = digest.sentences.iter().map(|s| s.text.as_str()).collect();
        assert_eq!(found, sentences, "{tag}");
    }
}

#[test]
fn a_label_of_the_language_is_set_aside() {
    for (tag, sentences) in lines() {
        let path = format!("{}/src/data/{tag}/boilerplate.txt", env!("CARGO_MANIFEST_DIR"));
        let table = std::fs::read_to_string(&path).expect("boilerplate.txt");
        let label = table.lines().find_map(|l| l.strip_prefix('=')).expect("a whole-line label");
        let paste = format!("{}\n\n{label}", text(tag, &sentences));
        let digest = summarize(&paste, &Options::default()).expect("a digest");
        assert!(digest.dropped.iter().any(|d| d.text == label), "{tag}: {label:?} stays; see {path}");
    }
}

/// All that a reader sees of a digest, in normal form C.
fn seen(digest: &Digest) -> String {
    let nfc = |text: &str| text.nfc().collect::<String>();
    let sentences: Vec<_> = digest
        .sentences
        .iter()
        .map(|s| (nfc(&s.text), s.kind, s.block, s.rank, s.score, &s.reasons))
        .collect();
    let dropped: Vec<_> = digest.dropped.iter().map(|d| (nfc(&d.text), d.reason)).collect();
    let title = digest.title.as_deref().map(nfc);
    let lists = (&digest.keywords, &digest.entities, &digest.summary, digest.stats.words);
    format!("{:?} {:?}\n{sentences:#?}\n{dropped:#?}\n{lists:#?}", digest.language, title)
}

#[test]
fn both_normal_forms_of_a_text_give_the_same_digest() {
    let samples = concat!(env!("CARGO_MANIFEST_DIR"), "/www/samples");
    let mut texts: Vec<String> = std::fs::read_dir(samples)
        .expect("the samples")
        .map(|file| std::fs::read_to_string(file.expect("an entry").path()).expect("a text"))
        .collect();
    texts.extend(lines().map(|(tag, sentences)| text(tag, &sentences)));
    texts.push(DOUBLE_MARKS.join("\n\n"));
    for text in texts {
        let (composed, decomposed): (String, String) = (text.nfc().collect(), text.nfd().collect());
        let title =
            |form: &str| Options { title: form.lines().next().map(str::to_string), ..Options::default() };
        let digests = [&composed, &decomposed].map(|form| summarize(form, &title(form)).expect("a digest"));
        let [c, d] = digests.each_ref().map(seen);
        if let Some((c, d)) = c.lines().zip(d.lines()).find(|(c, d)| c != d) {
            panic!("{:?}\ncomposed:   {c}\ndecomposed: {d}", composed.lines().next());
        }
    }
}

/// Letters with two marks, capitals with them, and letters that have another spelling when they lose one.
const DOUBLE_MARKS: [&str; 5] = [
    "Ởễ Đặng Thị Ngọc Ẩn đã đến Huế. Ông Nguyễn Thế Lữ ở Hà Nội nói rằng thành phố sẽ mở cầu mới vào thứ Hai. Cầu mới nối Huế với Hà Nội.",
    "Ο Μαΐος Αΰπνος ζει στη Μαΐστρα. Ο ΐαμβος και η προϋπόθεση γράφονται με διαλυτικά, είπε ο Μαΐος Αΰπνος. Άλλος Έλληνας Ήρθε Όταν Ύστερα Ώρα.",
    "İstanbul'da İnci Şahin konuştu. Işık Çağlar İzmir'e gitti. İnci Şahin ve Işık Çağlar İstanbul'a döndü.",
    "Ёлка Йодова приехала в Ейск. Ёлка Йодова сказала, что Їжакевич её ждёт. Ќосто и Ѓорги Ўладзь тоже.",
    "Ångström à Żywiec: Ðórir Ǎn và Ṭāhā Ḥusayn. Łódź a Ľubľana čakajú na Šťastného. Őrség és Űrhajó.",
];
