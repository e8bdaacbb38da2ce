#!/usr/bin/env python3
"""Fits the weights of src/clean/model.rs, which tell the article from the rest of a pasted page.

    pip install numpy
    cargo build --release --example blocks
    scripts/fit-cleaning.py PAGES.jsonl             # weights fitted on all sites
    scripts/fit-cleaning.py PAGES.jsonl --halves    # and how well the weights of half of the sites do on the other half

A page a line: {"id", "site", "text", "kept", "with": [...], "without": [...]}. "text" is the page as pasted (innerText). What is
right of it is told by segments that people marked ("with" and "without", may be empty), and by "kept": the article by any
other way, such as the reading of the page's document (`examples/pages.rs`). A block that holds a marked segment weighs six
times as much as one that "kept" labels. Each page is learned twice, whole and as a cutting around the article.

Method: logistic regression by Newton's method on standardized features, with a small ridge; pages of less likeness to a page
than the model is asked about are left out.
"""
import argparse, hashlib, json, random, shlex, subprocess
import numpy as np

MARKED, SURE_WORDS, LEAST_LIKENESS, RIDGE = 6.0, 30, 0.15, 1.0


def plain(text):
    return ' '.join(text.split())


def cutting(page, rng):
    """The lines around the article."""
    lines, kept = page['text'].split('\n'), plain(page['kept'])
    inside = [i for i, line in enumerate(lines) if len(line.split()) > 6 and plain(line) in kept]
    if not inside:
        return None
    first, last = max(0, inside[0] - rng.randint(0, 25)), inside[-1] + rng.randint(1, 40)
    return dict(page, text='\n'.join(lines[first:last]), share=0.5)


def label(page, text):
    """(1 for the article, 0 for the rest or None, weight)."""
    text = plain(text)
    if any(plain(s)[:80] in text for s in page['with'] if s.strip()):
        return 1, MARKED
    if any(plain(s)[:80] in text for s in page['without'] if s.strip()):
        return 0, MARKED
    kept = plain(page['kept'])
    inside = text in kept or len(text) > 60 and text[:60] in kept
    return (None if inside and len(text) <= 12 else int(inside)), 1.0


def load(path, command):
    pages = [json.loads(line) for line in open(path, encoding='utf-8')]
    rng = random.Random(1)
    pages += [c for c in (cutting(p, rng) for p in pages) if c]
    feed = ''.join(json.dumps({'id': p['id'], 'text': p['text']}) + '\n' for p in pages)
    out = subprocess.run(shlex.split(command), input=feed.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()
    for page, line in zip(pages, out.splitlines()):
        row = json.loads(line)
        page['names'], page['blocks'] = row['names'], row['blocks']
        page['half'] = hashlib.md5(page['site'].encode()).digest()[0] % 2
    return [p for p in pages if p['blocks']]


def rows(pages):
    X, y, w = [], [], []
    for page in pages:
        features = np.array([b[2] for b in page['blocks']])
        if features[0, 0] < LEAST_LIKENESS:
            continue
        words = np.expm1(features[:, 2])
        for row, block, n in zip(features, page['blocks'], words):
            truth, weight = label(page, block[0])
            if truth is not None:
                X.append(row), y.append(truth)
                w.append(weight * min(1 + n / 10, 4) * page.get('share', 1.0) / len(features) ** 0.5)
    X, y, w = np.array(X), np.array(y, float), np.array(w)
    return X, y, w * len(w) / w.sum()


def fit(pages):
    X, y, w = rows(pages)
    mean, scale = X.mean(0), X.std(0) + 1e-9
    Z = np.hstack([(X - mean) / scale, np.ones((len(X), 1))])
    ridge = np.full(Z.shape[1], RIDGE)
    ridge[-1] = 0
    beta = np.zeros(Z.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-Z @ beta))
        gradient = Z.T @ (w * (p - y)) + ridge * beta
        hessian = (Z * (w * p * (1 - p))[:, None]).T @ Z + np.diag(ridge)
        step = np.linalg.solve(hessian, gradient)
        beta -= step
        if abs(step).max() < 1e-8:
            break
    weights = beta[:-1] / scale
    return weights, beta[-1] - weights @ mean


def score(pages, weights, bias, shift):
    """Precision, recall and F1 of the marked segments, block by block."""
    tp = fp = fn = 0
    for page in pages:
        if 'share' in page:
            continue
        right = [b[1] and np.dot(weights, b[2]) + bias + shift > 0 for b in page['blocks']]
        text = ' '.join(plain(b[0]) for b, r in zip(page['blocks'], right) if r)
        hits = sum(plain(s) in text for s in page['with'])
        tp, fn, fp = tp + hits, fn + len(page['with']) - hits, fp + sum(plain(s) in text for s in page['without'])
    p, r = tp / max(tp + fp, 1), tp / max(tp + fn, 1)
    return p, r, 2 * p * r / max(p + r, 1e-9)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('pages')
    ap.add_argument('--cmd', default='target/release/examples/blocks')
    ap.add_argument('--halves', action='store_true')
    ap.add_argument('--shift', type=float, default=0.75, help='added to the bias, for recall')
    a = ap.parse_args()
    pages = load(a.pages, a.cmd)
    if a.halves:
        for half in (0, 1):
            fitted = fit([p for p in pages if p['half'] == half])
            for name, which in (('own', half), ('other', 1 - half)):
                p, r, f = score([q for q in pages if q['half'] == which], *fitted, a.shift)
                print(f'fitted on half {half}, {name} sites: precision {p:.3f} recall {r:.3f} F1 {f:.3f}')
    weights, bias = fit(pages)
    for name, weight in zip(pages[0]['names'], weights):
        print(f'("{name}", {weight:.2f}),')
    print(f'bias {bias:.2f}')


if __name__ == '__main__':
    main()
