#!/usr/bin/env bash
# Verifying a publication, beside a program that hashes the same bytes and computes the same signatures alone. See README.md.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
  cat <<END
usage: bench/verify.sh [--stations N] [--runs N] [--seed S] [--work DIR] [--pages]
  --stations   stations of the simulated country, three signed copies each (30,026; 1,050,000 is India); made and published once
  --runs       measured rounds after one warm-up (5)
  --work       where country, site and keys go (the folder bench-data beside the checkout); 11 GB for 1,050,000 stations
  --pages      also verify once with all pages made again, which is reported apart
example: bench/verify.sh --stations 1050000 --runs 3
END
}

stations=30026 runs=5 seed=1 pages=false work=$(dirname "$ROOT")/bench-data
while (($#)); do
  case $1 in
    --pages) pages=true; shift; continue ;;
    --help) usage; exit 0 ;;
  esac
  (($# > 1)) || { usage >&2; die "$1: unknown, or its value is missing"; }
  case $1 in
    --stations) stations=$2 ;;
    --runs) runs=$2 ;;
    --seed) seed=$2 ;;
    --work) work=$2 ;;
    *) usage >&2; die "unknown option $1" ;;
  esac
  shift 2
done

mkdir -p "$work"
work=$(cd "$work" && pwd)
data=$work/signed-$stations-$seed
site=$data/site
tmp=$work/run.$$
log=$tmp/runs.txt
cotejo=$ROOT/cotejo
export COTEJO_KEYS=$work/signed-keys COTEJO_HEADS=$tmp/heads
find_java
mkdir -p "$tmp"
trap 'rm -rf "$tmp"' EXIT

publish() {
  [[ -e $data/made ]] && return
  rm -rf "$data"
  mkdir -p "$data"
  echo "simulating $stations stations in $data" >&2
  timed sim "$cotejo" sim country --signed --stations "$stations" --copies 3 --seed "$seed" --into "$data/folder"
  echo "publishing them" >&2
  timed publish "$cotejo" publish "$data/folder" "$site"
  "$JAVA_DIR/bin/java" -cp "$tmp/bench:$class_path" org.cotejo.bench.bare.SignaturePlan "$site" "$data/plan" >"$data/counts"
  rm -rf "$data/folder"
  awk '{ printf "%-10s %8.2f s %8.2f CPU s %6d MB peak\n", $1, $2, $3, $4 / 1024 }' "$log" >"$data/made"
}

# The levels that were asked for must be proven: a fast wrong answer is none.
check_levels() {
  local level wanted=(bytes signatures verdicts)
  [[ $1 == verify_with_pages ]] && wanted+=(pages)
  flatten_json "$tmp/$1.out" >"$tmp/levels"
  for level in "${wanted[@]}"; do
    grep -qx "levels.$level=proven" "$tmp/levels" ||
      die "$level is not proven in $site; if the program has changed since it was published, remove $data"
  done
}

verify() {
  # Without pages the verdict is "could not check", exit code 3.
  timed "$1" "$cotejo" verify "$site" --policy "$site.policy" --forget --json "${@:2}"
  check_levels "$1"
}

round() {
  timed jvm_start "$launch_java" "${flags[@]}" -cp "$tmp/bench" Hello
  timed bare "$launch_java" "${flags[@]}" -cp "$tmp/bench:$class_path" org.cotejo.bench.bare.BareVerifier "$site" "$data/plan" 2
  verify verify --no-pages
}

report() {
  local name
  read -r entries copies signatures <"$data/counts"
  printf '\n%s stations, %s entries, %s signed copies, %s different signatures, %s\n' \
    "$stations" "$entries" "$copies" "$signatures" "$(head -c 200 "$tmp/bare.out")"
  printf '%-20s %8s %8s %8s %8s %9s\n' '' median fastest slowest 'cpu s' 'peak MiB'
  for name in jvm_start bare verify verify_with_pages; do
    [[ $(column "$name" 2 "$log") ]] || continue
    printf '%-20s %8.2f %8.2f %8.2f %8.2f %9d\n' "$name" "$(column "$name" 2 "$log" | median)" \
      "$(column "$name" 2 "$log" | sort -n | head -1)" "$(column "$name" 2 "$log" | sort -n | tail -1)" \
      "$(column "$name" 3 "$log" | median)" "$(column "$name" 4 "$log" | sort -n | tail -1 | awk '{ print int($1 / 1024) }')"
  done
  ratio 2 wall
  ratio 3 'CPU seconds'
  echo 'when the site was made:'
  cat "$data/made"
}

# Of medians, with a bare JVM start taken from both.
ratio() {
  awk -v what="$2" -v verify="$(column verify "$1" "$log" | median)" -v bare="$(column bare "$1" "$log" | median)" \
    -v start="$(column jvm_start "$1" "$log" | median)" \
    'BEGIN { printf "verify / bare, %s: %.2f\n", what, (verify - start) / (bare - start) }'
}

prepare_log_programs "$tmp/bench"
# The flags of the launcher for large work.
flags=(-XX:+UseSerialGC -XX:-UsePerfData -Xms768m -Xmn384m --enable-native-access=ALL-UNNAMED)
publish
: >"$log"
for ((round = 0; round <= runs; round++)); do
  round
  if ((round == 0)); then # the warm-up: files in the page cache
    rm -f "$log"
    continue
  fi
  echo "round $round of $runs: $(awk -v ORS=' ' '{ last[$1] = $2 } END { for (name in last) print name, last[name] }' "$log")" >&2
done
if $pages; then verify verify_with_pages; fi
report
