#!/usr/bin/env python3
"""How much of saved pages is told right: precision, recall and F1 of the text that was kept, and pages of which nothing is right.

    node scripts/pages.mjs FOLDER > pages.jsonl
    cargo run -q --release --example pages < pages.jsonl > kept.jsonl
    scripts/score-pages.py kept.jsonl MARKS.jsonl

MARKS: a page a line, with the id of its file. Either {"id", "with": [...], "without": [...]}, segments that belong to the article
and others that don't, as trafilatura's evaluation corpus has them (a segment is kept when it stands in the kept text, white space
aside; the figures are over all segments); or {"id", "body"}, the whole article (shingles of four words, per page, averaged, as the
article extraction benchmark of Scrapinghub counts). For pasted text, kept.jsonl is {"id", "text"} with the sentences of a digest.
"""
import collections, json, re, sys


def plain(text):
    return ' '.join((text or '').split())


def shingles(text):
    words = re.findall(r'\w+', text)
    return collections.Counter(tuple(words[i:i + 4]) for i in range(max(1, len(words) - 3)))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    kept = {row['id']: row['text'] for row in map(json.loads, open(sys.argv[1], encoding='utf-8'))}
    pages = [json.loads(line) for line in open(sys.argv[2], encoding='utf-8')]
    lost = 0
    if 'body' in pages[0]:
        sums = [0.0, 0.0]
        for page in pages:
            own, found = shingles(page['body']), shingles(kept.get(page['id'], ''))
            hits = sum((own & found).values())
            lost += hits == 0
            sums[0] += hits / max(sum(found.values()), 1)
            sums[1] += hits / max(sum(own.values()), 1)
        precision, recall = (s / len(pages) for s in sums)
    else:
        right = wrong = missed = 0
        for page in pages:
            text = plain(kept.get(page['id']))
            hits = sum(plain(s) in text for s in page['with'])
            right, missed = right + hits, missed + len(page['with']) - hits
            wrong += sum(plain(s) in text for s in page['without'])
            lost += hits == 0
        precision, recall = right / max(right + wrong, 1), right / max(right + missed, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    print(f'{len(pages)} pages: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}, {lost} lost')


if __name__ == '__main__':
    main()
