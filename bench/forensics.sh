#!/usr/bin/env bash
# Forensics: how often honest elections set the indicators off, and the random rounds of the integer-percentage test beside
# numpy doing the same. See README.md. Needs a built Cotejo (./cotejo --version builds it); the second part needs numpy.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
  cat <<END
usage: bench/forensics.sh rates [ELECTIONS [AREAS [SEED]]]   (1000 20 7)
       bench/forensics.sh integer [STATIONS [ROUNDS [NUMPY_ROUNDS]]]   (95000 10000 200)
NUMPY_ROUNDS: numpy draws so many rounds of binomials; its time is scaled up to ROUNDS, and said so.
END
}

(($#)) || { usage; exit 2; }
find_java
lib=$ROOT/app/target/cotejo/lib
[[ -d $lib ]] || die "$lib is not there: run ./cotejo --version first"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
"$JAVA_DIR/bin/javac" -nowarn -d "$tmp" -cp "$lib/*:$(maven_jar org/jspecify/jspecify)" "$BENCH"/src/main/java/org/cotejo/bench/rates/*.java
run() { "$JAVA_DIR/bin/java" -cp "$tmp:$lib/*" "$@"; }

case $1 in
  rates) run org.cotejo.bench.rates.HonestRuns "${2:-1000}" "${3:-20}" "${4:-7}" ;;
  integer)
    stations=${2:-95000} rounds=${3:-10000} peer=${4:-200}
    run org.cotejo.bench.rates.IntegerRounds "$stations" "$rounds" 3 | tee "$tmp/ours"
    python3 - "$stations" "$rounds" "$peer" "$tmp/ours" <<'END'
import sys, time
import numpy as np

stations, rounds, peer = map(int, sys.argv[1:4])
ours = [line.split() for line in open(sys.argv[4])]
rng = np.random.default_rng(1)
registered = rng.integers(300, 2300, stations)
cast = (registered * rng.uniform(0.4, 0.9, stations)).astype(int)
leader = (cast * rng.uniform(0.2, 0.8, stations)).astype(int)
share, turnout = leader / cast, cast / registered


def hits(count, of):
    percent = 100.0 * count / of
    return np.abs(percent - np.rint(percent)) <= 0.05


def clock(work):
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - cpu


def binomials():
    for _ in range(peer):
        a = hits(rng.binomial(cast, share), cast)
        b = hits(rng.binomial(registered, turnout), registered)
        (a | b).sum(), a.sum(), b.sum()


def bernoullis():
    p, q = rng.uniform(0.05, 0.2, stations), rng.uniform(0.05, 0.2, stations)
    for _ in range(peer):
        a, b = rng.random(stations) < p, rng.random(stations) < q
        (a | b).sum(), a.sum(), b.sum()


wall = min(float(line[1]) for line in ours)
cpu = min(float(line[2]) for line in ours)
for name, work in (("numpy, binomials drawn", binomials), ("numpy, hits drawn by the same shortcut", bernoullis)):
    w, c = (seconds * rounds / peer for seconds in clock(work))
    print(f"{name}: {w:.1f} s wall, {c:.1f} s CPU ({peer} rounds, scaled to {rounds})")
    print(f"  cotejo {wall:.2f} s wall, {cpu:.2f} s CPU: ratio {wall / w:.4f} wall, {cpu / c:.4f} CPU")
END
    ;;
  *) usage; exit 2 ;;
esac
