//! Made-up articles of any length, for benches, tests and the browser: always the same for the same seed.
//!
//! A small grammar per language: sentences of real function words and common words, with content words and names put
//! together from syllables, so that the vocabulary grows with the text as in a real one (a word of rank r about 1/r
//! as often as the first).

/// The languages there are.
pub const LANGUAGES: [&str; 4] = ["en", "fr", "zh", "ar"];

#[allow(dead_code, reason = "not every user needs it")]
pub mod hostile;

/// An article of about `bytes` bytes of UTF-8, never more.
pub fn article(language: &str, bytes: usize, seed: u64) -> String {
    let grammar = match language {
        "fr" => &FRENCH,
        "zh" => &CHINESE,
        "ar" => &ARABIC,
        _ => &ENGLISH,
    };
    let mut writer = Writer { grammar, dice: Dice(seed ^ 0x6e75_7467_7261_6600), out: String::new() };
    writer.title();
    while writer.out.len() < bytes {
        writer.section();
    }
    let mut out = writer.out;
    let mut end = bytes.min(out.len());
    while !out.is_char_boundary(end) {
        end -= 1;
    }
    out.truncate(end);
    out
}

/// One language. In the patterns, `n` stands for a noun, `v` a verb, `a` an adjective, `N` a name, `P` a place, `d`
/// a date, `#` a number, each between braces.
struct Grammar {
    /// Main clauses, without the final stop.
    clauses: &'static [&'static str],
    /// What may join two clauses.
    joints: &'static [&'static str],
    /// What may open a sentence.
    openers: &'static [&'static str],
    /// Sentences that need no more: quotations, abbreviations, questions.
    whole: &'static [&'static str],
    headings: &'static [&'static str],
    nouns: &'static [&'static str],
    verbs: &'static [&'static str],
    adjectives: &'static [&'static str],
    months: &'static [&'static str],
    /// Syllables of invented words.
    onsets: &'static [&'static str],
    rimes: &'static [&'static str],
    stop: &'static str,
    /// Between sentences.
    gap: &'static str,
    /// The longest invented word, in syllables.
    syllables: u64,
}

struct Writer {
    grammar: &'static Grammar,
    dice: Dice,
    out: String,
}

impl Writer {
    fn title(&mut self) {
        self.fill(self.grammar.clauses);
        self.out.push_str("\n\n");
    }

    /// A heading now and then, and a few paragraphs.
    fn section(&mut self) {
        if self.dice.below(3) == 0 {
            self.fill(self.grammar.headings);
            self.out.push_str("\n\n");
        }
        for _ in 0..2 + self.dice.below(4) {
            for i in 0..2 + self.dice.below(5) {
                if i > 0 {
                    self.out.push_str(self.grammar.gap);
                }
                self.sentence();
            }
            self.out.push_str("\n\n");
        }
    }

    fn sentence(&mut self) {
        if self.dice.below(5) == 0 {
            return self.fill(self.grammar.whole);
        }
        let start = self.out.len();
        if self.dice.below(3) == 0 {
            self.fill(self.grammar.openers);
        }
        self.fill(self.grammar.clauses);
        if self.dice.below(2) == 0 {
            self.fill(self.grammar.joints);
            self.fill(self.grammar.clauses);
        }
        capitalise(&mut self.out, start);
        self.out.push_str(self.grammar.stop);
    }

    /// Writes one of the patterns with its blanks filled in.
    fn fill(&mut self, patterns: &'static [&'static str]) {
        let mut rest = self.dice.pick(patterns);
        while let Some((before, (blank, after))) =
            rest.split_once('{').and_then(|(b, a)| Some((b, a.split_once('}')?)))
        {
            self.out.push_str(before);
            self.blank(blank);
            rest = after;
        }
        self.out.push_str(rest);
    }

    fn blank(&mut self, blank: &str) {
        let grammar = self.grammar;
        match blank {
            "n" => self.word(grammar.nouns, 20_000),
            "v" => self.word(grammar.verbs, 200),
            "a" => self.word(grammar.adjectives, 4_000),
            "N" => self.name(3_000, 2),
            "P" => self.name(1_000, 1),
            "d" => {
                let month = self.dice.pick(grammar.months);
                let day = 1 + self.dice.below(28);
                self.out.push_str(&month.replace('#', &day.to_string()));
            }
            _ => {
                let number = match self.dice.below(3) {
                    0 => self.dice.below(100).to_string(),
                    1 => (1900 + self.dice.below(130)).to_string(),
                    _ => format!("{}.{}", self.dice.below(50), self.dice.below(10)),
                };
                self.out.push_str(&number);
            }
        }
    }

    /// A common word or, as often, one of `many` invented ones.
    fn word(&mut self, common: &'static [&'static str], many: u64) {
        if self.dice.below(2) == 0 {
            let word = self.dice.pick(common);
            self.out.push_str(word);
        } else {
            let rank = self.dice.rank(many);
            self.invent(rank);
        }
    }

    fn name(&mut self, many: u64, parts: u64) {
        for part in 0..parts {
            if part > 0 {
                self.out.push_str(if self.grammar.gap.is_empty() { "·" } else { " " });
            }
            let start = self.out.len();
            let rank = self.dice.rank(many) + 100_000 * (part + 1);
            self.invent(rank);
            capitalise(&mut self.out, start);
        }
    }

    /// The invented word number `rank`.
    fn invent(&mut self, rank: u64) {
        let mut dice = Dice(rank);
        for _ in 0..2 + dice.below(self.grammar.syllables - 1) {
            let onset = dice.pick(self.grammar.onsets);
            let rime = dice.pick(self.grammar.rimes);
            self.out.push_str(onset);
            self.out.push_str(rime);
        }
    }
}

fn capitalise(out: &mut String, start: usize) {
    if let Some(first) = out[start..].chars().next() {
        let upper: String = first.to_uppercase().collect();
        out.replace_range(start..start + first.len_utf8(), &upper);
    }
}

/// Splitmix64: the next number from a state that only counts.
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    fn pick(&mut self, from: &'static [&'static str]) -> &'static str {
        from[self.below(from.len() as u64) as usize]
    }

    /// A rank below `n`, each with a chance of about one over itself: uniform among the numbers of its bit length.
    fn rank(&mut self, n: u64) -> u64 {
        let bits = 1 + self.below(u64::from(n.ilog2()) + 1);
        self.below(1 << bits).min(n - 1)
    }
}

const ENGLISH: Grammar = Grammar {
    clauses: &[
        "the {n} of {P} {v} the {a} {n} that the {n} had promised in {d}",
        "{N} {v} that a {a} {n} would be built near the {n} before the end of the year",
        "most of the {n} and {n} in {P} {v} only a {n} at a time",
        "about {#} per cent of the {n} was {a}, and the {n} {v} it without a word",
        "the {a} {n} {v} more than {#} people who had been waiting for the {n}",
        "a {n} from the {n} {v} what the {n} of {P} had said about it",
        "it was the first {n} that {N} {v} since the {n} of {#}",
    ],
    joints: &[", and ", ", but ", " because ", "; ", ", while ", " although "],
    openers: &["however, ", "on {d}, ", "in {P}, ", "as a result, ", "for {#} years, ", "at the same time, "],
    whole: &[
        "\"We have never seen a {n} like this,\" said {N}, who runs the {n} in {P}.",
        "Dr. {N} of the {n} agreed.",
        "Why did the {n} {v} so late?",
        "The {n} (about {#} of them) will be {a}, i.e. ready for {d}.",
        "He said: \"The {n} is {a}. Nobody {v} it.\"",
    ],
    headings: &["A {a} {n}", "What the {n} of {P} wants", "Next steps"],
    nouns: &[
        "council", "bridge", "harbour", "river", "school", "market", "plan", "budget", "road", "ferry",
        "report", "winter", "museum", "tram", "water", "storm", "garden", "project", "village", "engineer",
    ],
    verbs: &["approved", "closed", "opened", "found", "wanted", "repaired", "measured", "sold", "explained"],
    adjectives: &["new", "old", "expensive", "public", "small", "northern", "cheap", "late", "narrow"],
    months: &["March #", "June #", "September #", "December #"],
    onsets: &["b", "br", "d", "f", "gl", "h", "k", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "w"],
    rimes: &["a", "e", "i", "o", "an", "er", "in", "ol", "end", "ick", "ow", "ar", "est", "ing"],
    stop: ".",
    gap: " ",
    syllables: 4,
};

const FRENCH: Grammar = Grammar {
    clauses: &[
        "le {n} de {P} {v} la {n} {a} que les habitants attendaient depuis le {d}",
        "{N} {v} qu'une {n} {a} serait construite près du {n} avant la fin de l'année",
        "la plupart des {n} et des {n} de {P} {v} l'été dernier une {n} à la fois",
        "près de {#} % des {n} étaient {a}, et l'{n} {v} sans un mot",
        "la {n} {a} {v} plus de {#} personnes qui attendaient déjà la {n}",
        "une {n} de l'association {v} ce que le {n} de {P} avait dit à ce sujet",
        "c'était la première {n} que {N} {v} depuis celle de {#}",
    ],
    joints: &[", et ", ", mais ", " parce que ", " ; ", ", alors que ", ", même si "],
    openers: &[
        "cependant, ",
        "le {d}, ",
        "à {P}, ",
        "par conséquent, ",
        "depuis {#} ans, ",
        "dans le même temps, ",
    ],
    whole: &[
        "« Nous n'avons jamais vu une {n} pareille », a déclaré {N}, qui dirige le {n} de {P}.",
        "M. {N}, président de la {n}, s'en est félicité.",
        "Pourquoi le {n} {v} si tard ?",
        "Les {n} (environ {#}) seront {a}, c.-à-d. prêts pour le {d}.",
        "Il a répondu : « La {n} est {a}. Personne ne {v}. »",
    ],
    headings: &["Une {n} {a}", "Ce que veut le {n} de {P}", "Les prochaines étapes"],
    nouns: &[
        "mairie",
        "rivière",
        "école",
        "marché",
        "projet",
        "budget",
        "forêt",
        "bibliothèque",
        "rapport",
        "hiver",
        "musée",
        "tramway",
        "tempête",
        "jardin",
        "village",
        "ingénieure",
        "gare",
        "préfète",
        "enquête",
        "plage",
    ],
    verbs: &[
        "a approuvé",
        "a fermé",
        "a ouvert",
        "a trouvé",
        "voulait",
        "réparait",
        "a mesuré",
        "a expliqué",
    ],
    adjectives: &["nouvelle", "ancienne", "chère", "publique", "étroite", "récente", "célèbre", "éloignée"],
    months: &["# mars", "# juin", "# août", "# décembre"],
    onsets: &["b", "br", "d", "f", "gl", "j", "l", "m", "n", "p", "r", "s", "t", "tr", "v", "ch", "qu", "é"],
    rimes: &["a", "é", "i", "o", "an", "eur", "in", "ol", "ande", "ique", "ou", "ar", "este", "ière", "oû"],
    stop: ".",
    gap: " ",
    syllables: 4,
};

const CHINESE: Grammar = Grammar {
    clauses: &[
        "{P}的{n}在{d}{v}了{a}的{n}",
        "{N}{v}说，新的{n}将在年底以前建在{n}旁边",
        "大部分{n}和{n}都{v}了{P}的{n}",
        "约百分之{#}的{n}是{a}的，{n}没有{v}",
        "这个{a}的{n}{v}了{#}多人，他们一直在等{n}",
        "这是{N}自{#}年以来第一次{v}{n}",
    ],
    joints: &["，而", "，但是", "，因为", "；", "，同时"],
    openers: &["不过，", "{d}，", "在{P}，", "因此，", "{#}年来，"],
    whole: &[
        "“我们从来没有见过这样的{n}，”{N}说。",
        "为什么{n}这么晚才{v}？",
        "{n}（约{#}个）将是{a}的。",
        "他说：“{n}是{a}的。没有人{v}它。”",
    ],
    headings: &["{a}的{n}", "{P}的{n}想要什么", "下一步"],
    nouns: &[
        "市政府",
        "大桥",
        "港口",
        "河流",
        "学校",
        "市场",
        "计划",
        "预算",
        "道路",
        "报告",
        "博物馆",
        "工程师",
    ],
    verbs: &["批准", "关闭", "打开", "发现", "需要", "修理", "测量", "出售", "解释"],
    adjectives: &["新", "旧", "昂贵", "公共", "狭窄", "著名", "遥远"],
    months: &["三月#日", "六月#日", "九月#日", "十二月#日"],
    onsets: &[
        "山", "水", "木", "石", "林", "海", "云", "风", "金", "玉", "春", "秋", "东", "西", "南", "北", "高",
        "长",
    ],
    rimes: &[
        "城", "江", "湖", "花", "门", "路", "村", "田", "光", "星", "桥", "园", "谷", "岛", "峰", "泉", "沙",
        "月",
    ],
    stop: "。",
    gap: "",
    syllables: 2,
};

const ARABIC: Grammar = Grammar {
    clauses: &[
        "{v} {n} في {P} {n} {a} التي كان السكان ينتظرونها منذ {d}",
        "{v} {N} أن {n} {a} سوف تبنى بالقرب من {n} قبل نهاية العام",
        "معظم {n} و{n} في {P} {v} هذا {n} مرة واحدة",
        "نحو {#} في المئة من {n} كانت {a}، و{v} {n} ذلك من دون كلمة",
        "{v} {n} {a} أكثر من {#} شخص كانوا ينتظرون {n}",
        "كان هذا أول {n} {v} {N} منذ عام {#}",
    ],
    joints: &["، و", "، لكن ", " لأن ", "؛ ", "، بينما "],
    openers: &["ومع ذلك، ", "في {d}، ", "في {P}، ", "ونتيجة لذلك، ", "منذ {#} سنوات، "],
    whole: &[
        "«لم نر {n} مثل هذا من قبل»، هكذا قال {N}.",
        "لماذا {v} {n} في وقت متأخر؟",
        "{n} (نحو {#}) سوف تكون {a}.",
        "وقال د. {N} إن {n} {a}.",
    ],
    headings: &["{n} {a}", "ماذا يريد {n} في {P}", "الخطوات التالية"],
    nouns: &[
        "المجلس",
        "الجسر",
        "الميناء",
        "النهر",
        "المدرسة",
        "السوق",
        "الخطة",
        "الميزانية",
        "الطريق",
        "التقرير",
    ],
    verbs: &["وافق", "أغلق", "فتح", "وجد", "أراد", "أصلح", "قاس", "باع", "شرح"],
    adjectives: &["الجديد", "القديم", "الغالي", "العام", "الضيق", "الشهير", "البعيد"],
    months: &["# مارس", "# يونيو", "# سبتمبر", "# ديسمبر"],
    onsets: &["ب", "ت", "ج", "ح", "د", "ر", "س", "ش", "ص", "ع", "ف", "ق", "ك", "ل", "م", "ن", "ه"],
    rimes: &["ا", "و", "ي", "ان", "ار", "يد", "ور", "ال", "ام", "يم"],
    stop: ".",
    gap: " ",
    syllables: 3,
};
