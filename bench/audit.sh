#!/usr/bin/env bash
# The arithmetic of audits beside numpy doing the same, in one run: CPU seconds inside each program, medians, ratios; and with
# --wrong how often audits of wrong elections confirm them. See README.md.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
  cat <<END
usage: bench/audit.sh [--runs N] [--rounds N] [--wrong [ELECTIONS]] [CASE...]
  --runs    measured runs within each process, each of ten times the work, after as many to warm up (5)
  --rounds  processes of each program, alternating (3)
  --wrong   instead: so many wrong elections (10000) for each method, and the share that was confirmed
  CASE...   some of the cases only; all of them are printed by --list
example: bench/audit.sh --rounds 5 history-alpha plan-30026
END
}

runs=5 rounds=3 wrong= cases=()
while (($#)); do
  case $1 in
    --help) usage; exit 0 ;;
    --list) cases=(--list); shift ;;
    --runs) (($# > 1)) || die "--runs needs a number"; runs=$2; shift 2 ;;
    --rounds) (($# > 1)) || die "--rounds needs a number"; rounds=$2; shift 2 ;;
    --wrong) wrong=10000; shift; if [[ ${1:-} =~ ^[0-9]+$ ]]; then wrong=$1; shift; fi ;;
    -*) usage >&2; die "unknown option $1" ;;
    *) cases+=("$1"); shift ;;
  esac
done
find_java
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

# Compiles the rooms that are measured, and nothing else, so that no build of the whole is needed.
prepare() {
  local jar jars=
  for jar in org/jspecify/jspecify org/apache/commons/commons-statistics-distribution org/apache/commons/commons-numbers-core \
    org/apache/commons/commons-numbers-gamma org/apache/commons/commons-numbers-fraction \
    org/apache/commons/commons-numbers-rootfinder org/apache/commons/commons-rng-client-api; do
    jars+=:$(maven_jar "$jar")
  done
  CLASSES=$tmp/classes$jars
  mkdir "$tmp/classes"
  "$JAVA_DIR/bin/javac" -nowarn -proc:none -d "$tmp/classes" -cp "$CLASSES" \
    -sourcepath "$ROOT/core/src/main/java:$ROOT/audit/src/main/java" "$BENCH"/src/main/java/org/cotejo/bench/statistics/*.java \
    >"$tmp/javac.log" 2>&1 || { cat "$tmp/javac.log" >&2; die "the audit rooms do not compile"; }
}

java_of() {
  "$JAVA_DIR/bin/java" -XX:ActiveProcessorCount=2 -Xms512m -cp "$CLASSES" "org.cotejo.bench.statistics.$@"
}

find_python() {
  local candidate
  for candidate in "${PYTHON:-}" python3 /usr/bin/python3; do
    [[ $candidate ]] || continue
    if "$candidate" -c 'import numpy' 2>/dev/null; then
      PYTHON=$candidate
      return
    fi
  done
  die "no python3 with numpy; on Debian: apt-get install python3-numpy python3-scipy (or set PYTHON)"
}

# Numbers may differ in rounding: one part in a million. Texts must be equal.
same_answers() {
  awk -v name="$1" '
    $1 != "answer" { next }
    NR == FNR { got[$2] = $3; next }
    { seen++
      same = $3 == got[$2] || ($3 ~ /^[-+0-9.eE]+$/ && got[$2] ~ /^[-+0-9.eE]+$/ && ($3 - got[$2]) ^ 2 <= (1e-6 * $3) ^ 2)
      if (!same) { print name ": " $2 ": cotejo " got[$2] ", numpy " $3 > "/dev/stderr"; bad = 1 } }
    END { exit bad || !seen }' "$2" "$3"
}

measure() {
  local name=$1 round
  for ((round = 0; round < rounds; round++)); do
    java_of AuditCosts "$name" "$runs" "$runs" >"$tmp/cotejo.out"
    OMP_NUM_THREADS=2 OPENBLAS_NUM_THREADS=2 "$PYTHON" "$BENCH/audit-peer.py" "$name" "$runs" "$runs" >"$tmp/numpy.out"
    same_answers "$name" "$tmp/cotejo.out" "$tmp/numpy.out" || die "the answers of $name differ"
    awk -v who=cotejo '$1 == "run" { print who, $2, $3 }' "$tmp/cotejo.out" >>"$tmp/$name.log"
    awk -v who=numpy '$1 == "run" { print who, $2, $3 }' "$tmp/numpy.out" >>"$tmp/$name.log"
  done
  awk -v name="$name" -v a="$(column cotejo 2 "$tmp/$name.log" | median)" -v b="$(column numpy 2 "$tmp/$name.log" | median)" \
    -v c="$(column cotejo 3 "$tmp/$name.log" | median)" -v d="$(column numpy 3 "$tmp/$name.log" | median)" \
    'BEGIN { printf "%-24s %10.4f %10.4f %8.2f %10.4f %10.4f %8.2f\n", name, a, b, a / b, c, d, c / d }'
}

prepare
if [[ ${cases[*]} == --list ]]; then
  java_of AuditCosts --list
  exit 0
fi
if [[ $wrong ]]; then
  java_of WrongElections "$wrong"
  exit 0
fi
find_python
((${#cases[@]})) || mapfile -t cases < <(java_of AuditCosts --list)
printf '%-24s %10s %10s %8s %10s %10s %8s\n' "medians, seconds" 'cotejo cpu' 'numpy cpu' ratio 'cotejo' 'numpy' ratio
for case in "${cases[@]}"; do
  measure "$case"
done
