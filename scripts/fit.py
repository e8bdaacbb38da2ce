#!/usr/bin/env python3
"""Fits the weights of src/score.rs to summaries that people wrote.

    pip install numpy numba
    cargo build --release --example jsonl
    scripts/fit.py FOLDER ... --start weights.json --out weights.json
    scripts/fit.py FOLDER ... --folds 4        # how much is kept on sets that the weights never saw

A folder holds *.jsonl or *.jsonl.gz, one document a line: {"id", "text", "summary"}, and if known "title", "set" (else the
file's name is its set), "k" (sentences of its summary, else counted in it) and "refs" (several summaries instead of one).
Each set of each folder counts once, sets under twenty documents less, those named with --light a third.

The figure is ROUGE-1 and -2 F1 x 100, weighted 1.9 to 1.1 as ROUGE-Lsum goes with ROUGE-1, for two lengths at once: k
sentences, and the words of the set's median summary. Sentences are chosen as src/select does, without its rules for
antecedents. The search goes through the weights one by one, a step up or down, and halves the steps that lead nowhere.
"""
import argparse, collections, gzip, json, pathlib, random, re, subprocess, sys, unicodedata
import numba
import numpy as np

UNSPACED = re.compile('[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]')
WORD = re.compile(r'[\w\u0300-\u036f\u0900-\u0dff]+')
# Not fitted: readers mind them more than the figure does.
FIXED = {'focus', 'fragment', 'caption', 'mid_story'}
# As in src/select: the share of terms from which a sentence loses by repeating another, that from which it comes last, the
# fewest terms that tell it, and what it loses.
REPEATED, REPETITIVE, TERMS = 0.45, 0.7, 5
REPETITION, UNREPEATED, LAST = 4.0, 0.3, 1000.0


def tokens(text):
    text = unicodedata.normalize('NFC', text).lower()
    return WORD.findall(UNSPACED.sub(lambda m: f' {m.group()} ', text))


def grams(words, n):
    return list(zip(*(words[i:] for i in range(n))))


def read(folders, most):
    """The documents of all folders, at most `most` of each set, with what a line may leave out."""
    sets = collections.defaultdict(list)
    for folder in folders:
        for file in sorted(pathlib.Path(folder).glob('*.jsonl*')):
            with (gzip.open if file.suffix == '.gz' else open)(file, 'rt', encoding='utf-8') as lines:
                for row in map(json.loads, lines):
                    row['refs'] = row.get('refs') or [row['summary']]
                    row['k'] = row.get('k') or max(1, len(re.findall(r'[.!?。！？।]+(?:\s|$)', row['refs'][0])))
                    row['name'] = row.get('set') or file.name.split('.')[0]
                    row['set'] = f"{folder}/{row['name']}"
                    sets[row['set']].append(row)
    for rows in sets.values():
        random.Random(7).shuffle(rows)
    return [row for rows in sets.values() for row in rows[:most]]


def analyze(command, rows):
    feed = ''.join(json.dumps({'id': i, 'text': row['text'], 'options': {'title': row['title']} if row.get('title') else {}}) + '\n'
                   for i, row in enumerate(rows))
    answer = subprocess.run([command, '--features'], input=feed.encode(), stdout=subprocess.PIPE, check=True).stdout
    return [json.loads(line) for line in answer.decode().splitlines()]


def eligible(digest):
    return [s for s in digest.get('sentences', []) if s.get('features')]


class Corpus:
    """Everything as flat arrays: documents, their sentences, terms and the n-grams they share with the references."""

    def __init__(self, rows, digests, light):
        lengths = collections.defaultdict(list)
        for row in rows:
            lengths[row['set']].append(len(tokens(row['refs'][0])))
        budget = {s: max(20, int(np.median(v))) for s, v in lengths.items()}
        pairs = [(row, digest) for row, digest in zip(rows, digests) if len(eligible(digest)) > 1]
        names = {name for _, digest in pairs for s in eligible(digest) for name in s['features']}
        self.names, self.sets = sorted(names - {'focus'}), sorted(budget)
        x, size, start, tptr, tids, tw, title, toff = [], [], [0], [0], [], [], [], [0]
        refs, cnt, cptr, tot, sg, sgptr, base = [0], [], [0], [], [], [0], [0]
        for row, digest in pairs:
            words = [tokens(s['text']) for s in eligible(digest)]
            for s, w in zip(eligible(digest), words):
                x.append([s['features'][name] for name in self.names])
                size.append(len(w))
                tids.extend(s['terms'])
                tptr.append(len(tids))
            tw.extend(digest['termWeights'])
            title.extend(digest['titleWeights'])
            toff.append(len(tw))
            start.append(len(x))
            for ref in row['refs'][:3]:
                for n in (1, 2):
                    counts = collections.Counter(grams(tokens(ref), n))
                    at = {g: j for j, g in enumerate(counts)}
                    cnt.extend(counts.values())
                    cptr.append(len(cnt))
                    tot.append(sum(counts.values()))
                    for w in words:
                        sg.extend(at[g] for g in grams(w, n) if g in at)
                        sgptr.append(len(sg))
            refs.append(refs[-1] + len(row['refs'][:3]))
            base.append(len(sgptr) - 1)
        whole = lambda v: np.array(v, np.int64)
        self.x, self.set_of = np.array(x), whole([self.sets.index(row['set']) for row, _ in pairs])
        self.name_of = np.array([row['name'] for row, _ in pairs])
        self.light = np.array([0.35 if s.rsplit('/', 1)[-1] in light else 1.0 for s in self.sets])
        self.tw, self.title, self.start = np.array(tw, float), np.array(title, float), whole(start)
        self.head = (whole([row['k'] for row, _ in pairs]), whole([budget[row['set']] for row, _ in pairs]), self.start,
                     whole(size), whole(tptr), whole(tids))
        self.tail = (whole(toff), whole(refs), whole(cnt), whole(cptr), whole(sg), whole(sgptr), whole(base), whole(tot))
        spread = np.mean([self.x[a:b].var(0) for a, b in zip(start, start[1:])], axis=0)
        self.scale = np.append(np.maximum(np.sqrt(spread), 0.05), [1.0, 1.0])

    def figures(self, p, docs):
        """Per document: the figure for k sentences and for the words of the budget. The last two of `p` are the weights of
        coverage and of the title's coverage."""
        return evaluate(self.x @ p[:-2], docs, REPEATED, *self.head, p[-2] * self.tw + p[-1] * self.title, *self.tail)

    def lead(self, docs):
        """Per document: the same of its first sentences."""
        places = np.concatenate([-np.arange(b - a, dtype=float) for a, b in zip(self.start, self.start[1:])])
        return evaluate(places, docs, 2.0, *self.head, 0 * self.tw, *self.tail)

    def weights(self, docs):
        sets = self.set_of[docs]
        n = np.bincount(sets, minlength=len(self.sets))
        w = (self.light * np.minimum(1.0, n / 20) / np.maximum(n, 1))[sets]
        return w / w.sum()

    def gain(self, figures, docs):
        """Over the lead, for both lengths."""
        return np.round(self.weights(docs) @ (figures - self.lead(docs)), 2)


@numba.njit(cache=True)
def choose(d, value, gw, repeated, k, words, start, size, tptr, tids, toff, chosen):
    a, n = start[d], start[d + 1] - start[d]
    covered, mark = np.zeros(toff[d + 1] - toff[d], np.bool_), np.full(toff[d + 1] - toff[d], -1, np.int64)
    loss, taken, fits = np.zeros(n), np.zeros(n, np.bool_), (size[a:a + n] <= words).any()
    used, m = 0, 0
    while m < k and m < n:
        best, most = -1, -1e18
        for i in range(n):
            if not taken[i] and (m == 0 and not fits or size[a + i] + used <= words) and value[i] - loss[i] > most:
                most, best = value[i] - loss[i], i
        if best < 0:
            break
        chosen[m] = best
        m += 1
        used += size[a + best]
        taken[best] = True
        if not fits:
            break
        own = tids[tptr[a + best]:tptr[a + best + 1]]
        for t in own:
            mark[t] = best
        for i in range(n):
            shared, others = 0, tids[tptr[a + i]:tptr[a + i + 1]]
            for t in others:
                if mark[t] == best:
                    shared += 1
                    if not covered[t]:
                        value[i] -= gw[toff[d] + t]
            least = min(len(own), len(others))
            if least >= TERMS and shared >= repeated * least:
                share = shared / least
                loss[i] = max(loss[i], LAST if share >= REPETITIVE else REPETITION * (share - UNREPEATED))
        for t in own:
            covered[t] = True
    return m


@numba.njit(cache=True)
def rouge(d, chosen, start, size, refs, cnt, cptr, sg, sgptr, base, tot):
    n, best = start[d + 1] - start[d], 0.0
    for r in range(refs[d], refs[d + 1]):
        figure = 0.0
        for g in range(2):
            q = 2 * r + g
            left = cnt[cptr[q]:cptr[q + 1]].copy()
            at = base[d] + ((r - refs[d]) * 2 + g) * n
            hits, total = 0, tot[q]
            for i in chosen:
                total += max(size[start[d] + i] - g, 0)
                for x in range(sgptr[at + i], sgptr[at + i + 1]):
                    if left[sg[x]] > 0:
                        left[sg[x]] -= 1
                        hits += 1
            figure += 200.0 * hits / max(total, 1) * (1.9 if g == 0 else 1.1) / 3.0
        best = max(best, figure)
    return best


@numba.njit(cache=True, parallel=True)
def evaluate(scores, docs, repeated, k, budget, start, size, tptr, tids, gw, toff, refs, cnt, cptr, sg, sgptr, base, tot):
    out = np.zeros((len(docs), 2))
    for z in numba.prange(len(docs)):
        d = docs[z]
        n = start[d + 1] - start[d]
        value = scores[start[d]:start[d + 1]].copy()
        for i in range(n):
            for x in range(tptr[start[d] + i], tptr[start[d] + i + 1]):
                value[i] += gw[toff[d] + tids[x]]
        chosen = np.zeros(n, np.int64)
        m = choose(d, value.copy(), gw, repeated, k[d], 10**9, start, size, tptr, tids, toff, chosen)
        out[z, 0] = rouge(d, chosen[:m], start, size, refs, cnt, cptr, sg, sgptr, base, tot)
        m = choose(d, value, gw, repeated, n, budget[d], start, size, tptr, tids, toff, chosen)
        out[z, 1] = rouge(d, chosen[:m], start, size, refs, cnt, cptr, sg, sgptr, base, tot)
    return out


def fit(corpus, p, docs, sweeps):
    """Goes through the weights `sweeps` times, each tried a step up and down."""
    share, p = corpus.weights(docs), p.copy()
    step = np.maximum(0.3 * np.abs(p), 0.15 / corpus.scale.clip(0.05, 3.0))
    step[-2] = max(0.04, 0.3 * p[-2])
    best = share @ corpus.figures(p, docs).mean(1)
    for _ in range(sweeps):
        for i, name in enumerate(corpus.names + ['coverage', 'title_coverage']):
            if name in FIXED:
                continue
            for way in (1, -1):
                q = p.copy()
                q[i] += way * step[i]
                q[-2:] = np.maximum(q[-2:], 0.0)
                figure = share @ corpus.figures(q, docs).mean(1)
                if figure > best + 0.0007:
                    best, p, step[i] = figure, q, step[i] * 1.3
                    break
            else:
                step[i] *= 0.55
    return p


def left_out(corpus, p, docs, folds, sweeps):
    """Per document the figures of weights fitted without its set, in whatever folder that is."""
    names, seen = np.unique(corpus.name_of), np.zeros((len(docs), 2))
    turn = names[np.random.RandomState(3).permutation(len(names))]
    for f in range(folds):
        out = np.isin(corpus.name_of, turn[f::folds])
        seen[out] = corpus.figures(fit(corpus, p, docs[~out], sweeps), docs[out])
    return seen


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('folders', nargs='+')
    ap.add_argument('--cmd', default='target/release/examples/jsonl')
    ap.add_argument('--start', help='weights to start from: {feature: weight, "coverage": weight, "title_coverage": weight}')
    ap.add_argument('--out')
    ap.add_argument('--light', default='', help='sets that count a third, such as teasers: names with commas between')
    ap.add_argument('--most', type=int, default=60, help='documents of a set, at most')
    ap.add_argument('--sweeps', type=int, default=7)
    ap.add_argument('--folds', type=int, default=0)
    a = ap.parse_args()
    rows = read(a.folders, a.most)
    corpus = Corpus(rows, analyze(a.cmd, rows), set(a.light.split(',')))
    weights = json.load(open(a.start)) if a.start else {'late': -3, 'central': 5, 'coverage': 0.1, 'title_coverage': 0.5}
    names, docs = corpus.names + ['coverage', 'title_coverage'], np.arange(len(corpus.set_of))
    start = np.array([weights.get(name, 0.0) for name in names], float)
    print('gain over the lead at the start', corpus.gain(corpus.figures(start, docs), docs), file=sys.stderr)
    p = fit(corpus, start, docs, a.sweeps)
    figures = corpus.figures(p, docs)
    print('fitted', corpus.gain(figures, docs), file=sys.stderr)
    if a.folds:
        print('on sets left out', corpus.gain(left_out(corpus, start, docs, a.folds, a.sweeps), docs), file=sys.stderr)
    share = corpus.weights(docs)
    for i, name in enumerate(names):
        without = corpus.figures(np.where(np.arange(len(p)) == i, 0.0, p), docs)
        print(f'{name:24}{p[i]:8.3f}  without it {share @ (without - figures).mean(1):+.3f}', file=sys.stderr)
    text = json.dumps({name: round(float(v), 3) for name, v in zip(names, p)}, indent=1)
    pathlib.Path(a.out).write_text(text + '\n') if a.out else print(text)


if __name__ == '__main__':
    main()
