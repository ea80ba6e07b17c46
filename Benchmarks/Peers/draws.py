"""Compares ways to draw sites with unequal probabilities: balance, precision, consistency.

Usage: draws.py [RUNS]: a line for each design, over RUNS draws (60) of 34 of 400 sites in 20 townships:
  B            mean squared deviation of the probabilities in the Voronoi cell of each pick from 1
  towns        townships with a pick
  sd(rate)     deviation of the estimated rate of hits (Hajek)
  error(pi)    mean difference between how often a site came up and its probability
  close-...    picks that change when a picked site, or another one, closes
  risk-change  picks that change when one site's risk doubles
Decision 15 (docs/decisions) rests on it.
"""

import hashlib
import hmac
import sys

import numpy as np


def ticket(seed, name):
    d = hmac.new(str(seed).encode(), name.encode(), hashlib.sha256).digest()
    return (int.from_bytes(d[:8], 'big') >> 11) * 2.0**-53 + 2.0**-54

def pips(x, k):
    pi = np.zeros(len(x)); free = np.ones(len(x), bool)
    while True:
        rest = k - (~free).sum()
        pi[free] = rest * x[free] / x[free].sum(); pi[~free] = 1
        over = free & (pi >= 1)
        if not over.any(): return pi
        free &= ~over

def pareto(ids, xy, pi, k, seed):
    u = np.array([ticket(seed, i) for i in ids])
    with np.errstate(divide='ignore'):
        q = np.where(pi >= 1, 0, (u / (1 - u)) / (pi / np.maximum(1 - pi, 1e-300)))
    return set(np.argsort(q, kind='stable')[:k])

def srs(ids, xy, pi, k, seed):
    u = np.array([ticket(seed, i) for i in ids]); return set(np.argsort(u)[:k])

def hilbert(xy):
    lo, hi = xy.min(0), xy.max(0); g = ((xy - lo) / (hi - lo).max() * 1023).astype(int)
    out = []
    for x, y in g:
        d = 0; s = 512
        while s:
            rx = int((x & s) > 0); ry = int((y & s) > 0); d += s * s * ((3 * rx) ^ ry)
            if ry == 0:
                if rx: x, y = 1023 - x, 1023 - y
                x, y = y, x
            s >>= 1
        out.append(d)
    return np.argsort(out, kind='stable')

def systematic(ids, xy, pi, k, seed):
    order = hilbert(xy); c = np.cumsum(pi[order]); start = ticket(seed, 'start')
    return set(order[np.searchsorted(c, start + np.arange(k), side='right').clip(0, len(ids) - 1)])

def distances(xy):
    return ((xy[:, None] - xy[None]) ** 2).sum(2)

def scps(ids, xy, pi, k, seed, D=None):
    """Spatially correlated Poisson sampling: maximal weights, permanent random numbers."""
    n = len(ids); p = pi.copy(); D = distances(xy) if D is None else D
    u = np.array([ticket(seed, i) for i in ids]); chosen = set()
    order = sorted(range(n), key=lambda i: hashlib.sha256(ids[i].encode()).digest())
    left = np.ones(n, bool)
    for i in order:
        left[i] = False
        take = u[i] < p[i]
        if take: chosen.add(i)
        delta = (1.0 if take else 0.0) - p[i]
        if abs(delta) < 1e-12: continue
        rest = np.flatnonzero(left)
        if not len(rest): break
        q = p[i]
        near = rest[np.argsort(D[i, rest], kind='stable')]
        total = 0.0
        for j in near:
            if q <= 0 or q >= 1: break
            w = min(p[j] / (1 - q), (1 - p[j]) / q, 1 - total)
            if w <= 0: continue
            p[j] -= delta * w
            total += w
            if total >= 1 - 1e-12: break
    return chosen

def lpm2(ids, xy, pi, k, seed, D=None):
    n = len(ids); p = pi.copy(); D = distances(xy) if D is None else D
    rng = np.random.default_rng(seed); live = [i for i in range(n) if 0 < p[i] < 1]
    while len(live) > 1:
        i = live[rng.integers(len(live))]
        rest = np.array([j for j in live if j != i]); j = rest[np.argmin(D[i, rest])]
        a, b = p[i], p[j]; s = a + b
        if s < 1: p[i], p[j] = (0, s) if rng.random() < b / s else (s, 0)
        else: p[i], p[j] = (1, s - 1) if rng.random() < (1 - b) / (2 - s) else (s - 1, 1)
        live = [t for t in live if 1e-9 < p[t] < 1 - 1e-9]
    for t in live: p[t] = float(rng.random() < p[t])
    return set(np.flatnonzero(p > 0.5))

def cell_pareto(ids, xy, pi, k, seed, towns=None):
    """Township by township: fixed-size part by tickets; the fraction of each township's sum by systematic rounding on a ticket."""
    order = sorted(set(towns)); sums = np.array([pi[towns == t].sum() for t in order])
    ends = np.cumsum(sums) ; start = ticket(seed, 'start')
    counts = np.diff(np.concatenate([[0], np.floor(ends + start + 1e-9)])).astype(int)
    chosen = set()
    for t, m in zip(order, counts):
        idx = np.flatnonzero(towns == t)
        if m == 0: continue
        # conditional on m in this township, probabilities in proportion
        chosen |= {idx[j] for j in pareto([ids[i] for i in idx], xy[idx], pips(pi[idx], m), m, seed)}
    return chosen

def voronoi_balance(chosen, pi, D):
    c = sorted(chosen); owner = np.argmin(D[:, c], axis=1)
    v = np.bincount(owner, weights=pi, minlength=len(c)); return ((v - 1) ** 2).mean()

def main(n=400, towns_n=20, k=34, runs=60):
    rng = np.random.default_rng(1)
    centres = rng.random((towns_n, 2)) * 60
    towns = rng.integers(towns_n, size=n)
    xy = centres[towns] + rng.normal(size=(n, 2)) * 2.5
    ids = [f'S{i:05d}' for i in range(n)]
    logit = -2.8 + rng.normal(size=n) * 1.1 + np.sin(xy[:, 0] / 9) * 0.7
    x = 1 / (1 + np.exp(-logit))
    truth_p = 1 / (1 + np.exp(-(0.8 * logit - 0.3 + np.cos(xy[:, 1] / 11) * 0.8)))
    y = (rng.random(n) < truth_p).astype(float)
    x = np.maximum(x, 0.1 * x.mean())
    pi = pips(x, k); D = distances(xy)
    designs = dict(srs=srs, pareto=pareto, systematic=systematic,
                   scps=lambda *a: scps(*a, D=None), lpm2=lambda *a: lpm2(*a, D=None),
                   strata=None)
    print('design      B     towns   sd(rate) error(pi)  close-chosen  close-other  risk-change')
    for name in designs:
        f = designs[name] if name != 'strata' else None
        B = T = 0; est = []; cc = co = rc = 0; nc = no = 0; counts = np.zeros(n)
        for r in range(runs):
            f2 = f or (lambda i, X, p, kk, s: cell_pareto(i, X, p, kk, s, towns))
            s = f2(ids, xy, pi if name != 'srs' else np.full(n, k / n), k, r)
            pp = pi if name != 'srs' else np.full(n, k / n)
            for i in s: counts[i] += 1
            B += voronoi_balance(s, pp, D); T += len(set(towns[list(s)]))
            est.append(sum(y[i] / pp[i] for i in s) / sum(1 / pp[i] for i in s))
            if r < 12:
                for gone in (sorted(s)[r % len(s)], [i for i in range(n) if i not in s][r * 7 % (n - k)]):
                    keep = np.array([i for i in range(n) if i != gone])
                    pk = pips(x[keep], k) if name != 'srs' else np.full(n - 1, k / (n - 1))
                    if f is None: t = cell_pareto([ids[i] for i in keep], xy[keep], pk, k, r, towns[keep])
                    else: t = f([ids[i] for i in keep], xy[keep], pk, k, r)
                    t = {keep[j] for j in t}; lost = len(s - {gone} - t)
                    if gone in s: cc += lost; nc += 1
                    else: co += lost; no += 1
                # one site's risk doubles
                x2 = x.copy(); x2[(r * 31) % n] *= 2; p2 = pips(x2, k) if name != 'srs' else np.full(n, k / n)
                t = f2(ids, xy, p2, k, r); rc += len(s - t - {(r * 31) % n})
        err = np.abs(counts / runs - (pi if name != 'srs' else k / n)).mean()
        print(f'{name:10s} {B/runs:.3f}  {T/runs:5.1f}   {np.std(est):.4f}   {err:.4f}    {cc/nc:6.2f}       {co/no:6.2f}     {rc/12:6.2f}', flush=True)

if __name__ == '__main__':
    main(runs=int(sys.argv[1]) if len(sys.argv) > 1 else 60)
