#!/usr/bin/env bash
# Appending to a log, durable before acknowledged, beside a plain writer that forces the same bytes as often. See README.md.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
  cat <<END
usage: bench/append.sh [--entries N] [--bytes N] [--callers N] [--runs N] [--work DIR]
  --entries   entries to append in each run (100000); the caller that waits for each one appends one in 2,000 of them
  --bytes     bytes of an entry (300, a signed sheet)
  --callers   concurrent callers, each of which appends one entry and waits for the answer (16000)
  --runs      measured rounds after one warm-up (5)
  --work      where the logs go: the disk that is measured (the folder bench-data beside the checkout)
example: bench/append.sh --runs 3
END
}

entries=100000 bytes=300 callers=16000 runs=5 work=$(dirname "$ROOT")/bench-data
while (($#)); do
  [[ $1 == --help ]] && { usage; exit 0; }
  (($# > 1)) || { usage >&2; die "$1: unknown, or its value is missing"; }
  case $1 in
    --entries) entries=$2 ;;
    --bytes) bytes=$2 ;;
    --callers) callers=$2 ;;
    --runs) runs=$2 ;;
    --work) work=$2 ;;
    *) usage >&2; die "unknown option $1" ;;
  esac
  shift 2
done

mkdir -p "$work"
work=$(cd "$work" && pwd)
tmp=$work/append.$$
log=$tmp/runs.txt
cotejo=$ROOT/cotejo
find_java
mkdir -p "$tmp"
trap 'rm -rf "$tmp"' EXIT

# Before each run: nothing left of the last one, and nothing of it still on its way to the disk.
clean() {
  rm -rf "$tmp/log" "$tmp/plain"
  sync
}

program() {
  "$launch_java" -XX:+UseSerialGC -XX:-UsePerfData -Xms768m -Xmn384m --enable-native-access=ALL-UNNAMED \
    -cp "$tmp/bench:$class_path" "org.cotejo.bench.bare.$@" || die "failed: $*"
}

# A log through the real writer, then the same writes alone.
run() {
  local mode=$1 count=$2 done seconds plain written files folders commits
  clean
  read -r done seconds < <(program AppendRun "$tmp/log" "$mode" "$count" "$bytes" "$callers" "$tmp/trace")
  [[ $done == "$count" ]] || die "$mode: $done of $count entries"
  clean
  read -r plain written files folders commits < <(program PlainWriter "$tmp/plain" "$tmp/trace")
  echo "$mode $count $seconds $plain $written $files $folders $commits" >>"$log"
}

report() {
  local mode
  printf '\n%-8s %9s %10s %9s %9s %7s %10s %8s %8s %8s %8s\n' callers entries 'entries/s' 'log s' 'plain s' share \
    'bytes' files folders commits 'entries/fsync'
  for mode in many bulk single; do
    awk -v mode="$mode" -v entries="$(column $mode 2 "$log" | head -1)" -v log_s="$(column $mode 3 "$log" | median)" \
      -v plain="$(column $mode 4 "$log" | median)" -v written="$(column $mode 5 "$log" | median)" -v files="$(column $mode 6 "$log" | median)" \
      -v folders="$(column $mode 7 "$log" | median)" -v commits="$(column $mode 8 "$log" | median)" 'BEGIN {
        printf "%-8s %9d %10.0f %9.3f %9.3f %6.0f%% %10d %8d %8d %8d %8.1f\n", mode, entries, entries / log_s, log_s, plain,
          100 * plain / log_s, written, files, folders, commits, entries / (files + folders + commits) }'
  done
}

prepare_log_programs "$tmp/bench"
for ((round = 0; round <= runs; round++)); do
  run many "$entries"
  run bulk "$entries"
  run single "$((entries / 2000 > 10 ? entries / 2000 : 10))"
  if ((round == 0)); then rm -f "$log"; else echo "round $round of $runs" >&2; fi
done
report
