#!/usr/bin/env python3
"""The work of org.cotejo.bench.statistics done with numpy: the same data, the same answers, one function a case.

usage: audit-peer.py CASE WARM-UP RUNS
Prints "run CPU WALL" for each run and then "answer NAME VALUE".
"""

import hashlib
import math
import sys
import time

import numpy as np

TIMES = 10  # as the other program, whose clock is coarse
GAMMA = np.uint64(0x9E3779B97F4A7C15)


def bits(stream, count):
    """SplitMix64 of the counters 0 to count-1."""
    with np.errstate(over="ignore"):
        z = np.uint64(stream << 40) + np.arange(count, dtype=np.uint64) * GAMMA + GAMMA
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return z ^ (z >> np.uint64(31))


def below(stream, count, end):
    return (bits(stream, count) % np.uint64(end)).astype(np.int64)


def draws():
    at = (bits(1, 1_000_000) >> np.uint64(11)) * 2.0**-53
    return np.where(at < 0.36, 1.0, np.where(at < 0.71, 0.0, 0.5))


def told(p):
    return {"anytime": p.min(), "after_1000": p[999], "after_100000": p[99_999]}


def kaplan_wald():
    """The product without logarithms, as SHANGRLA has it: faster, and right as long as it neither over- nor underflows."""
    x = draws()

    def work():
        owned = np.cumprod((1 - 0.98) / 0.5 * x + 0.98)
        return told(np.minimum(1, 1 / owned))

    return work


def alpha():
    x = draws()
    size, t, u, eta, c, d = 2_000_000, 0.5, 1.0, 0.505, 0.0025, 1_000
    eps = np.finfo(float).eps

    def work():
        before = np.empty_like(x)
        before[0] = 0
        np.cumsum(x[:-1], out=before[1:])
        j = np.arange(len(x))
        m = (size * t - before) / (size - j)
        weight = d + j
        room = c / np.sqrt(weight)
        guess = np.minimum(u * (1 - eps) - room, np.maximum((d * eta + before) / weight, m * (1 + eps) + room))
        owned = np.cumprod((x * guess / m + (u - x) * (u - guess) / (u - m)) / u)
        return told(np.minimum(1, 1 / owned))

    return work


def agrapa():
    x = draws()
    t, first, c_first, c_most, growth = 0.5, 0.01, 0.5, 0.9, 1.0

    def work():
        j = np.arange(1, len(x))
        mean = np.cumsum(x[:-1]) / j
        variance = np.cumsum(x[:-1] * x[:-1]) / j - mean * mean
        c = c_first + (c_most - c_first) * (1 - 1 / (1 + growth * np.sqrt(j)))
        above = mean - t
        with np.errstate(divide="ignore", invalid="ignore"):
            stake = np.maximum(0, np.minimum(c / t, above / (variance + above * above)))
        stake = np.concatenate([[first], np.nan_to_num(stake)])
        owned = np.cumprod(1 + stake * (x - t))
        return told(np.minimum(1, 1 / owned))

    return work


def plan():
    """Bounds of 30,026 stations in 64-bit integers, where the runner-up binds everywhere; exact like the other program's."""
    stations, candidates = 30_026, 10
    k = np.arange(stations)
    ids = np.array([b"%07d.%d" % (i * 7_919 % 1_000_003, i % 7 + 1) for i in range(stations)])
    registers = 200 + below(2, stations, 600)
    valid = registers * (50 + below(3, stations, 40)) // 100
    votes = np.zeros((stations, candidates), dtype=np.int64)
    votes[:, 0] = valid * (45 + below(4, stations, 10)) // 100
    votes[:, 1] = valid * (42 + below(5, stations, 10)) // 100
    left = np.maximum(0, valid - votes[:, 0] - votes[:, 1])
    for c in range(2, candidates):
        votes[:, c] = left // (2 * c)
    del k

    def work():
        totals = votes.sum(axis=0)
        winner = int(totals.argmax())
        losers = np.array([c for c in range(candidates) if c != winner])
        margins = totals[winner] - totals[losers]
        overstated = votes[:, [winner]] - votes[:, losers] + registers[:, None]
        binding = (overstated / margins).argmax(axis=1)
        if len(set(binding.tolist())) != 1:
            raise SystemExit("more than one pair binds: 64-bit weights would not be exact")
        weights = overstated[np.arange(stations), binding]
        margin = int(margins[binding[0]])
        total = int(weights.sum())
        size = math.ceil(math.log(0.05) / math.log(1 - margin / total))
        order = np.argsort(ids, kind="stable")
        ends = np.cumsum(weights[order])
        points = [
            int.from_bytes(hashlib.sha256(b"31415926535897932384," + b"\0" * i).digest(), "big") * total >> 256
            for i in range(size)
        ]
        drawn = ids[order[np.searchsorted(ends, points, side="right")]]
        return {
            "U": total / margin,
            "size": size,
            "drawn": hashlib.sha256(b",".join(drawn.tolist())).hexdigest(),
        }

    return work


CASES = {
    "history-kaplan-wald": kaplan_wald,
    "history-alpha": alpha,
    "history-agrapa": agrapa,
    "plan-30026": plan,
}


def main():
    case, warm_up, runs = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    work = CASES[case]()
    for _ in range(warm_up):
        work()
    answer = {}
    for _ in range(runs):
        cpu, wall = time.process_time(), time.perf_counter()
        for _ in range(TIMES):
            answer = work()
        print(f"run {(time.process_time() - cpu) / TIMES:.6f} {(time.perf_counter() - wall) / TIMES:.6f}")
    for name, value in answer.items():
        print(f"answer {name} {float(value)!r}" if isinstance(value, float) else f"answer {name} {value}")


main()
