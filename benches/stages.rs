//! How fast the core is, natively: `cargo bench`, or `cargo bench -- fr` for one language.
//!
//! Throughput is in bytes of UTF-8. `npm run bench` measures the same texts in a browser, beside other tools.

#[cfg(not(target_arch = "wasm32"))]
mod text;

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::hint::black_box;
    use std::time::Duration;

    use criterion::{BenchmarkId, Criterion, Throughput, criterion_group};
    use nutgraf::{Options, SummaryType};

    use crate::text;

    const SIZES: [(&str, usize); 3] = [("5 KB", 5_000), ("100 KB", 100_000), ("1 MB", 1_000_000)];

    fn digest(criterion: &mut Criterion) {
        for language in text::LANGUAGES {
            let mut group = criterion.benchmark_group(format!("digest/{language}"));
            for (name, bytes) in SIZES {
                let article = text::article(language, bytes, 1);
                group.throughput(Throughput::Bytes(article.len() as u64));
                group.bench_function(BenchmarkId::from_parameter(name), |bencher| {
                    bencher.iter(|| nutgraf::summarize(black_box(&article), &Options::default()));
                });
            }
            group.finish();
        }
    }

    /// What the options cost: a language that need not be told, a type, words to rank around.
    fn options(criterion: &mut Criterion) {
        let article = text::article("fr", 100_000, 1);
        let mut group = criterion.benchmark_group("options");
        group.throughput(Throughput::Bytes(article.len() as u64));
        for (name, options) in [
            ("language", Options { language: Some("fr".into()), ..Options::default() }),
            ("headline", Options { kind: SummaryType::Headline, ..Options::default() }),
            ("focus", Options { focus: vec!["rivière".into(), "budget".into()], ..Options::default() }),
        ] {
            group.bench_function(name, |bencher| {
                bencher.iter(|| nutgraf::summarize(black_box(&article), &options));
            });
        }
        group.finish();
    }

    /// Text that is hard on a stage that looks around too far, or on a table of words.
    fn hostile(criterion: &mut Criterion) {
        let mut group = criterion.benchmark_group("hostile");
        for (name, paste) in text::hostile::all(1_000_000) {
            group.throughput(Throughput::Bytes(paste.len() as u64));
            group.bench_function(name, |bencher| {
                bencher.iter(|| nutgraf::summarize(black_box(&paste), &Options::default()));
            });
        }
        group.finish();
    }

    criterion_group! {
        name = all;
        config = Criterion::default()
            .sample_size(10)
            .warm_up_time(Duration::from_millis(500))
            .measurement_time(Duration::from_secs(2));
        targets = digest, options, hostile
    }
}

#[cfg(not(target_arch = "wasm32"))]
criterion::criterion_main!(native::all);

#[cfg(target_arch = "wasm32")]
fn main() {}
