#!/usr/bin/env bash
# Three CSV files to states and totals: Cotejo's commands beside DuckDB, alternating, JVM starts included. See README.md.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
  cat <<END
usage: bench/three-files.sh [--stations N] [--runs N] [--seed S] [--order code|shuffled] [--work DIR]
                            [--peer tuned|plain] [--peer-only]
  --stations   stations to compare (1,050,000 is India); the data is made once and kept in DIR
  --runs       measured rounds after one warm-up (5)
  --work       where data and folders go; one disk for both programs (the folder bench-data beside the checkout)
  --peer       tuned: native library unpacked, AOT cache, C1, serial collector; plain: the jar as Maven gives it (tuned)
  --peer-only  only measure DuckDB
example: bench/three-files.sh --stations 30026 --runs 3
END
}

stations=1050000 runs=5 seed=1 order=code peer=tuned peer_only=false work=$(dirname "$ROOT")/bench-data
while (($#)); do
  case $1 in
    --peer-only) peer_only=true; shift; continue ;;
    --help) usage; exit 0 ;;
  esac
  (($# > 1)) || { usage >&2; die "$1: unknown, or its value is missing"; }
  case $1 in
    --stations) stations=$2 ;;
    --runs) runs=$2 ;;
    --seed) seed=$2 ;;
    --order) order=$2 ;;
    --peer) peer=$2 ;;
    --work) work=$2 ;;
    *) usage >&2; die "unknown option $1" ;;
  esac
  shift 2
done
[[ $peer == tuned || $peer == plain ]] || die "--peer: expected tuned or plain, not $peer"

mkdir -p "$work"
work=$(cd "$work" && pwd)
data=$work/$stations-$order-$seed
tmp=$work/run.$$
log=$tmp/runs.txt
cotejo=$ROOT/cotejo
find_java
mkdir -p "$tmp"
trap 'rm -rf "$tmp"' EXIT

# Runs a command under the clock and adds "name wall cpu rss_kb" to the log; standard output goes to $tmp/<name>.out.
timed() {
  local name=$1
  shift
  if ! /usr/bin/time -q -o "$tmp/time" -f '%e %U %S %M' "$@" >"$tmp/$name.out" 2>"$tmp/$name.err"; then
    tail -20 "$tmp/$name.err" >&2
    die "failed: $*"
  fi
  awk -v name="$name" '{ print name, $1, $2 + $3, $4 }' "$tmp/time" >>"$log"
}

peer_command() {
  local flags=(--enable-native-access=ALL-UNNAMED "-Dcotejo.bench.begun=${EPOCHREALTIME/./}")
  if [[ $peer == plain ]]; then
    command=("$JAVA_DIR/bin/java" "${flags[@]}" -cp "$tmp/peer/peer.jar:$DUCKDB_JAR" org.cotejo.bench.DuckPeer "$@")
  else
    # Large pages for the peer too; most of its memory is not Java's.
    command=(env GLIBC_TUNABLES=glibc.malloc.hugetlb=1 "$JAVA_DIR/bin/java" -XX:+UseTransparentHugePages "${tuned[@]}" -XX:AOTCache="$tmp/peer/peer.aot" "${flags[@]}" \
      -cp "$tmp/peer/peer.jar:$tmp/peer/driver.jar" org.cotejo.bench.DuckPeer "$@")
  fi
}

prepare() {
  local sample=$tmp/sample
  prepare_peer "$tmp/peer"
  tuned=(-XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Djava.library.path=$tmp/peer")
  country --stations 100 --seed 1 --out "$sample"
  "$JAVA_DIR/bin/java" "${tuned[@]}" --enable-native-access=ALL-UNNAMED -XX:AOTCacheOutput="$tmp/peer/peer.aot" \
    -cp "$tmp/peer/peer.jar:$tmp/peer/driver.jar" org.cotejo.bench.DuckPeer --data "$sample" --into "$sample/into" \
    >"$tmp/aot.log" 2>&1 || { cat "$tmp/aot.log" >&2; die "cannot make the peer's AOT cache"; }
  rm -rf "$sample"
  [[ -e $data/made ]] && return
  echo "making $stations stations in $data" >&2
  country --stations "$stations" --copies 3 --candidates 10 --seed "$seed" --order "$order" --out "$data"
  : >"$data/made"
}

country() {
  "$JAVA_DIR/bin/java" -cp "$tmp/peer/peer.jar" org.cotejo.bench.CsvCountry "$@"
}

# Before each run: nothing left of the last one, and nothing of it still on its way to the disk.
clean() {
  rm -rf "$tmp/folder" "$tmp/database"
  sync
}

run_cotejo() {
  local from file
  clean
  from=$EPOCHREALTIME
  for file in side-a side-b authority; do
    timed "import" "$cotejo" import csv "$data/$file.csv" --map "$data/$file.map.json" --into "$tmp/folder"
  done
  timed reconcile "$cotejo" reconcile "$tmp/folder" --json
  whole cotejo 4 "$(seconds "$from" "$EPOCHREALTIME")"
  same_answer "$data/truth.json" "$tmp/reconcile.out" || die "Cotejo's answer is not the expected one"
}

run_peer() {
  local from
  clean
  from=$EPOCHREALTIME
  peer_command --data "$data" --into "$tmp/database"
  timed duckdb_file "${command[@]}"
  whole duckdb 1 "$(seconds "$from" "$EPOCHREALTIME")"
  same_answer "$data/truth.json" "$tmp/duckdb_file.out" || die "DuckDB's answer is not the expected one"
  tail -1 "$tmp/duckdb_file.err" >>"$tmp/phases.txt"
}

run_memory() {
  local from
  clean
  from=$EPOCHREALTIME
  peer_command --data "$data" --memory
  timed duckdb_memory "${command[@]}"
  whole duckdb_nothing_written 1 "$(seconds "$from" "$EPOCHREALTIME")"
  same_answer "$data/truth.json" "$tmp/duckdb_memory.out" || die "DuckDB's answer is not the expected one"
}

# Adds the sum of the last so many commands under one name: wall as the caller saw it, cpu summed, the highest rss.
whole() {
  tail -n "$2" "$log" | awk -v name="$1" -v wall="$3" '
    { cpu += $3; if ($4 > rss) rss = $4 } END { print name, wall, cpu, rss }' >>"$log"
}

# Runs programs in the order given; what the last round leaves is kept to be compared again.
in_order() {
  local program
  for program; do
    case $program in
      cotejo)
        $peer_only && continue
        run_cotejo
        if ((round == runs)); then mv "$tmp/folder" "$tmp/kept-folder"; fi
        ;;
      peer)
        run_peer
        if ((round == runs)); then mv "$tmp/database" "$tmp/kept-database"; fi
        ;;
      memory) run_memory ;;
    esac
  done
}

# The comparison alone, on what an import or load left, in a fresh process each time.
run_again() {
  local i
  for ((i = 0; i < runs; i++)); do
    if ! $peer_only; then
      timed cotejo_reconcile_again "$cotejo" reconcile "$tmp/kept-folder" --json
    fi
    peer_command --into "$tmp/kept-database" --reuse
    timed duckdb_again "${command[@]}"
  done
}

report() {
  local name
  printf '\n%-24s %8s %8s %8s %8s %9s\n' "$stations stations" median fastest slowest 'cpu s' 'peak MB'
  for name in cotejo import reconcile duckdb duckdb_nothing_written cotejo_reconcile_again duckdb_again; do
    [[ $(column "$name" 2 "$log") ]] || continue
    printf '%-24s %8.2f %8.2f %8.2f %8.2f %9d\n' "$name" "$(column "$name" 2 "$log" | median)" \
      "$(column "$name" 2 "$log" | sort -n | head -1)" "$(column "$name" 2 "$log" | sort -n | tail -1)" \
      "$(column "$name" 3 "$log" | median)" "$(column "$name" 4 "$log" | sort -n | tail -1 | awk '{ print int($1 / 1024) }')"
  done
  ratio cotejo duckdb
  ratio cotejo duckdb_nothing_written
  ratio cotejo_reconcile_again duckdb_again
  echo
  awk -F'[:,{}]' '{ for (i = 1; i < NF; i++) if ($i ~ /^"/ && $i != "\"phases\"") { print substr($i, 2, length($i) - 2), $(i + 1) } }' \
    "$tmp/phases.txt" >"$tmp/phases.columns"
  printf 'duckdb phases, medians:'
  for name in jvm_start library_and_open load compute checkpoint close; do
    printf ' %s %.3f' "$name" "$(column "$name" 2 "$tmp/phases.columns" | median)"
  done
  echo
  echo "CSV bytes $(bytes "$data"/*.csv), DuckDB file bytes $(bytes "$tmp/kept-database")$(
    $peer_only || echo ", Cotejo folder bytes $(bytes "$tmp/kept-folder")")"
}

ratio() {
  local above below
  above=$(column "$1" 2 "$log" | median) below=$(column "$2" 2 "$log" | median)
  [[ $above && $below ]] || return 0
  awk -v a="$above" -v b="$below" -v names="$1 / $2" 'BEGIN { printf "ratio of medians %-44s %.2f\n", names, a / b }'
}

bytes() {
  du -cb "$@" | awk 'END { print $1 }'
}

prepare
if ! $peer_only && [[ ! -x $cotejo ]]; then
  echo "$cotejo is not there yet: measuring DuckDB alone" >&2
  peer_only=true
fi
# Who comes after whom finds other memory and another disk, so the order turns from round to round.
for ((round = 0; round <= runs; round++)); do
  if ((round % 2)); then in_order memory peer cotejo; else in_order cotejo peer memory; fi
  if ((round == 0)); then # the warm-up: files in the page cache, launchers built
    rm -f "$log" "$tmp/phases.txt"
    continue
  fi
  echo "round $round of $runs: $(awk -v ORS=' ' '$1 ~ /^(cotejo|duckdb|duckdb_nothing_written)$/ { last[$1] = $2 }
    END { for (name in last) print name, last[name] }' "$log")" >&2
done
run_again
report
