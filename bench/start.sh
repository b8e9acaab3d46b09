#!/usr/bin/env bash
# How long until something happens: ./cotejo --version, and the first line of a real command, as multiples of a bare
# java Hello; alternating, medians. See README.md.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
  cat <<END
usage: bench/start.sh [--runs N] [WORD...]
  --runs   measured runs of each after one warm-up (20)
  WORD...  the real command after "cotejo" (default: reconcile of a folder of 100 stations, made from three CSV files)
example: bench/start.sh --runs 20 import --list
END
}

runs=20
while (($#)); do
  case $1 in
    --help) usage; exit 0 ;;
    --runs) (($# > 1)) || die "--runs needs a number"; runs=$2; shift 2 ;;
    *) break ;;
  esac
done
real=("$@")
cotejo=$ROOT/cotejo
[[ -x $cotejo ]] || die "$cotejo is not there yet"
find_java
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
log=$tmp/runs.txt

prepare() {
  local file
  cat >"$tmp/Hello.java" <<'END'
public final class Hello {
    public static void main(String[] args) {
        System.out.println("Hello");
    }
}
END
  "$JAVA_DIR/bin/javac" -d "$tmp" "$tmp/Hello.java"
  ((${#real[@]})) && return
  mkdir "$tmp/classes"
  "$JAVA_DIR/bin/javac" -nowarn -d "$tmp/classes" \
    -cp "$(maven_jar org/jspecify/jspecify):$(maven_jar org/duckdb/duckdb_jdbc)" \
    "$BENCH"/src/main/java/org/cotejo/bench/*.java
  "$JAVA_DIR/bin/java" -cp "$tmp/classes" org.cotejo.bench.CsvCountry --stations 100 --seed 1 --out "$tmp/country"
  for file in side-a side-b authority; do
    "$cotejo" import csv "$tmp/country/$file.csv" --map "$tmp/country/$file.map.json" --into "$tmp/folder" >/dev/null
  done
  real=(reconcile "$tmp/folder")
}

# Adds "name seconds-to-the-first-line seconds-to-the-end" to the log. The first line a user sees counts, be it a result or what is
# being done, so both outputs go into one pipe.
measure() {
  local name=$1 from first end line fd
  shift
  from=$EPOCHREALTIME
  exec {fd}< <(exec "$@" 2>&1)
  IFS= read -r line <&"$fd" || { cat "$tmp/err" >&2; die "no line on standard output: $*"; }
  first=$EPOCHREALTIME
  while IFS= read -r line <&"$fd"; do :; done
  wait $! || { cat "$tmp/err" >&2; die "failed: $*"; }
  end=$EPOCHREALTIME
  exec {fd}<&-
  echo "$name $(seconds "$from" "$first") $(seconds "$from" "$end")" >>"$log"
}

report() {
  local name hello
  hello=$(column hello 3 "$log" | median)
  printf '%-44s %10s %10s %12s %12s\n' "medians of $runs, seconds" 'first line' end 'x Hello' 'x Hello'
  for name in hello version real; do
    column "$name" 2 "$log" | median >"$tmp/first"
    column "$name" 3 "$log" | median >"$tmp/end"
    awk -v name="$name" -v hello="$hello" -v words="${real[*]:0:2}" '
      BEGIN { label["hello"] = "java Hello"; label["version"] = "cotejo --version"; label["real"] = "cotejo " words }
      NR == FNR { first = $1; next }
      { printf "%-44s %10.3f %10.3f %12.2f %12.2f\n", substr(label[name], 1, 44), first, $1, first / hello, $1 / hello }' \
      "$tmp/first" "$tmp/end"
  done
}

prepare
for ((run = 0; run <= runs; run++)); do
  measure hello "$JAVA_DIR/bin/java" -cp "$tmp" Hello
  measure version "$cotejo" --version
  measure real "$cotejo" "${real[@]}"
  ((run)) || rm -f "$log" # the warm-up
done
report
