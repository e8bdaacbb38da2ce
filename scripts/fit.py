#!/usr/bin/env python3
"""Fits the weights of src/score.rs to summaries that people wrote.

    pip install numpy numba cma
    cargo build --release --example jsonl
    scripts/fit.py DATA --start weights.json --out weights.json
    scripts/fit.py DATA --folds 4              # the figure on sets that the weights never saw

DATA is a folder of *.jsonl, one document a line: {"id", "set", "text", "title" or null, "k": sentences of its summary,
"refs": [summary, ...]}. Every set counts once (those under twenty documents less), for two lengths at once: k sentences,
and the words of the set's median summary. The figure is ROUGE-1 and -2 F1 x 100, weighted 1.9 to 1.1, as ROUGE-Lsum goes
with ROUGE-1. Sentences are chosen as src/select does, without the coherence guard.
"""
import argparse, collections, json, pathlib, re, subprocess, sys, unicodedata
import cma
import numba
import numpy as np

UNSPACED = re.compile('[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]')
WORD = re.compile(r'[\w\u0300-\u036f\u0900-\u0dff]+')
FIXED = {'focus'}


def tokens(text):
    text = unicodedata.normalize('NFC', text).lower()
    return WORD.findall(UNSPACED.sub(lambda m: f' {m.group()} ', text))


def grams(words, n):
    return list(zip(*(words[i:] for i in range(n))))


class Corpus:
    """Everything as flat arrays: documents, their sentences, terms and the n-grams they share with the references."""

    def __init__(self, rows, digests):
        lengths = collections.defaultdict(list)
        for r in rows:
            lengths[r['set']].append(len(tokens(r['refs'][0])))
        budget = {s: max(20, int(np.median(v))) for s, v in lengths.items()}
        rows = [r for r in rows if len(eligible(digests[r['id']])) > 1]
        names = {f for r in rows for s in eligible(digests[r['id']]) for f in s['features']}
        self.names, self.sets = sorted(names - FIXED), sorted(budget)
        x, size, start, tptr, tids, tw, toff = [], [], [0], [0], [], [], [0]
        refs, cnt, cptr, tot, sg, sgptr, base = [0], [], [0], [], [], [0], [0]
        for r in rows:
            digest = digests[r['id']]
            sentences = eligible(digest)
            words = [tokens(s['text']) for s in sentences]
            for s, w in zip(sentences, words):
                x.append([s['features'][f] for f in self.names])
                size.append(len(w))
                tids.extend(s['terms'])
                tptr.append(len(tids))
            tw.extend(digest['termWeights'])
            toff.append(len(tw))
            start.append(len(x))
            for ref in r['refs'][:3]:
                for n in (1, 2):
                    counts = collections.Counter(grams(tokens(ref), n))
                    at = {g: j for j, g in enumerate(counts)}
                    cnt.extend(counts.values())
                    cptr.append(len(cnt))
                    tot.append(sum(counts.values()))
                    for w in words:
                        sg.extend(at[g] for g in grams(w, n) if g in at)
                        sgptr.append(len(sg))
            refs.append(refs[-1] + len(r['refs'][:3]))
            base.append(len(sgptr) - 1)
        whole = lambda v: np.array(v, np.int64)
        self.x, self.set_of = np.array(x), whole([self.sets.index(r['set']) for r in rows])
        self.arrays = (whole([r['k'] for r in rows]), whole([budget[r['set']] for r in rows]), whole(start), whole(size),
                       whole(tptr), whole(tids), np.array(tw, float), whole(toff), whole(refs), whole(cnt), whole(cptr),
                       whole(sg), whole(sgptr), whole(base), whole(tot))
        spread = np.mean([self.x[a:b].var(0) for a, b in zip(start, start[1:])], axis=0)
        self.scale = np.append(np.maximum(np.sqrt(spread), 0.02), 1.0)

    def figures(self, p, docs):
        """Per document: the figure for k sentences and for the words of the budget."""
        return evaluate(self.x @ p[:-1], max(p[-1], 0.0), docs, *self.arrays)

    def lead(self, docs):
        """Per document: the figure of its first k sentences."""
        start = self.arrays[2]
        places = np.concatenate([-np.arange(b - a, dtype=float) for a, b in zip(start, start[1:])])
        return evaluate(places, 0.0, docs, *self.arrays)[:, 0]

    def weights(self, docs):
        n = np.bincount(self.set_of[docs], minlength=len(self.sets))
        w = (np.minimum(1.0, n / 20) / np.maximum(n, 1))[self.set_of[docs]]
        return w / w.sum()

    def macro(self, figures, docs):
        sets = [figures[self.set_of[docs] == s].mean(0) for s in np.unique(self.set_of[docs])]
        return np.round(np.mean(sets, axis=0), 2)


def eligible(digest):
    return [s for s in digest.get('sentences', []) if s.get('features')]


@numba.njit(cache=True)
def choose(d, value, order, gamma, k, words, start, size, tptr, tids, tw, toff, chosen):
    a, n = start[d], start[d + 1] - start[d]
    covered = np.zeros(toff[d + 1] - toff[d], np.bool_)
    taken = np.zeros(n, np.bool_)
    fits = (size[a:a + n] <= words).any()
    used, m = 0, 0
    while m < k and m < n:
        best, most = -1, -1e18
        for i in order:
            if value[i] <= most:
                break
            if taken[i] or ((m > 0 or fits) and size[a + i] + used > words):
                continue
            v = value[i]
            if m > 0:
                for x in range(tptr[a + i], tptr[a + i + 1]):
                    if covered[tids[x]]:
                        v -= gamma * tw[toff[d] + tids[x]]
            if v > most:
                most, best = v, i
        if best < 0:
            break
        chosen[m] = best
        m += 1
        used += size[a + best]
        taken[best] = True
        for x in range(tptr[a + best], tptr[a + best + 1]):
            covered[tids[x]] = True
        if not fits:
            break
    return m


@numba.njit(cache=True)
def rouge(d, chosen, m, start, size, refs, cnt, cptr, sg, sgptr, base, tot):
    n, best = start[d + 1] - start[d], 0.0
    for r in range(refs[d], refs[d + 1]):
        figure = 0.0
        for g in range(2):
            q = 2 * r + g
            left = cnt[cptr[q]:cptr[q + 1]].copy()
            at = base[d] + ((r - refs[d]) * 2 + g) * n
            hits, total = 0, tot[q]
            for i in chosen[:m]:
                total += max(size[start[d] + i] - g, 0)
                for x in range(sgptr[at + i], sgptr[at + i + 1]):
                    if left[sg[x]] > 0:
                        left[sg[x]] -= 1
                        hits += 1
            figure += 200.0 * hits / max(total, 1) * (1.9 if g == 0 else 1.1) / 3.0
        best = max(best, figure)
    return best


@numba.njit(cache=True, parallel=True)
def evaluate(scores, gamma, docs, k, budget, start, size, tptr, tids, tw, toff, refs, cnt, cptr, sg, sgptr, base, tot):
    out = np.zeros((len(docs), 2))
    for z in numba.prange(len(docs)):
        d = docs[z]
        n = start[d + 1] - start[d]
        value = scores[start[d]:start[d + 1]].copy()
        for i in range(n):
            for x in range(tptr[start[d] + i], tptr[start[d] + i + 1]):
                value[i] += gamma * tw[toff[d] + tids[x]]
        order, chosen = np.argsort(-value), np.zeros(n, np.int64)
        m = choose(d, value, order, gamma, k[d], 10**9, start, size, tptr, tids, tw, toff, chosen)
        out[z, 0] = rouge(d, chosen, m, start, size, refs, cnt, cptr, sg, sgptr, base, tot)
        m = choose(d, value, order, gamma, n, budget[d], start, size, tptr, tids, tw, toff, chosen)
        out[z, 1] = rouge(d, chosen, m, start, size, refs, cnt, cptr, sg, sgptr, base, tot)
    return out


def fit(corpus, p, docs, generations, sigma):
    """Covariance matrix adaptation over the weights, each in units of its feature's spread within documents."""
    share, lead = corpus.weights(docs), corpus.lead(docs)
    large = [m for m in (corpus.set_of[docs] == s for s in range(len(corpus.sets))) if m.sum() > 20]

    def cost(z):
        """Less is better: the figure, dearer weights, and large sets half a point and more under the lead."""
        figures = corpus.figures(z / corpus.scale, docs)
        under = sum(max(0.0, lead[m].mean() - 0.5 - figures[m, 0].mean()) for m in large)
        return 0.05 * np.abs(z).sum() + 0.1 * under - share @ figures.mean(1)

    search = cma.CMAEvolutionStrategy(p * corpus.scale, sigma, dict(popsize=14, maxiter=generations, verbose=-9, seed=3))
    while not search.stop():
        points = search.ask()
        search.tell(points, [cost(z) for z in points])
    return search.result.xfavorite / corpus.scale


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('data', type=pathlib.Path)
    ap.add_argument('--cmd', default='target/release/examples/jsonl')
    ap.add_argument('--start', help='weights to start from: {feature: weight, "coverage": weight}')
    ap.add_argument('--out')
    ap.add_argument('--generations', type=int, default=110)
    ap.add_argument('--sigma', type=float, default=0.15)
    ap.add_argument('--folds', type=int, default=0)
    a = ap.parse_args()
    rows = [json.loads(line) for f in sorted(a.data.glob('*.jsonl')) for line in open(f, encoding='utf-8')]
    feed = ''.join(json.dumps({'id': r['id'], 'text': r['text'], 'options': {'title': r['title']} if r['title'] else {}}) + '\n'
                   for r in rows)
    answer = subprocess.run([a.cmd, '--features'], input=feed.encode(), stdout=subprocess.PIPE, check=True).stdout
    corpus = Corpus(rows, {d['id']: d for d in map(json.loads, answer.decode().splitlines())})
    weights = json.load(open(a.start)) if a.start else {'late': -3, 'central': 5, 'coverage': 0.2}
    p = np.array([weights.get(n, 0.0) for n in corpus.names + ['coverage']], float)
    docs = np.arange(len(corpus.set_of))
    print('start', corpus.macro(corpus.figures(p, docs), docs), file=sys.stderr)
    if a.folds:
        seen, turn = np.zeros((len(docs), 2)), np.random.RandomState(1).permutation(len(corpus.sets))
        for f in range(a.folds):
            out = np.isin(corpus.set_of, turn[f::a.folds])
            seen[out] = corpus.figures(fit(corpus, p, docs[~out], a.generations, a.sigma), docs[out])
        print('left out', corpus.macro(seen, docs), file=sys.stderr)
    p = fit(corpus, p, docs, a.generations, a.sigma)
    figures = corpus.figures(p, docs)
    print('fitted', corpus.macro(figures, docs), file=sys.stderr)
    share = corpus.weights(docs)
    for i, name in enumerate(corpus.names):
        without = corpus.figures(np.where(np.arange(len(p)) == i, 0.0, p), docs)
        print(f'{name:14}{p[i]:8.3f}  without it {share @ (without - figures).mean(1):+.3f}', file=sys.stderr)
    text = json.dumps({n: round(float(v), 3) for n, v in zip(corpus.names + ['coverage'], p)}, indent=1)
    pathlib.Path(a.out).write_text(text + '\n') if a.out else print(text)


if __name__ == '__main__':
    main()
