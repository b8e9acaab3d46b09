#!/usr/bin/env bash
# Mirroring a publication over loopback, beside cp -r and sha256sum of the same files; then catching up after one new entry. See README.md.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
  cat <<END
usage: bench/mirror.sh [--stations N] [--copies N] [--pictures N] [--runs N] [--seed S] [--work DIR] [--port P]
  --stations   stations of the simulated country (30026); made and published once
  --copies     copies of each sheet (3)
  --pictures   stations of which a covered picture is public, each proven by the mirror before it serves it (0)
  --runs       measured rounds after one warm-up (3)
  --work       where country, site and mirrors go (the folder bench-data beside the checkout)
  --port       on which the site is served on this machine (8791)
example: bench/mirror.sh --stations 1000 --runs 1
END
}

stations=30026 copies=3 pictures=0 runs=3 seed=1 port=8791 work=$(dirname "$ROOT")/bench-data
while (($#)); do
  [[ $1 == --help ]] && { usage; exit 0; }
  (($# > 1)) || { usage >&2; die "$1: unknown, or its value is missing"; }
  case $1 in
    --stations) stations=$2 ;;
    --copies) copies=$2 ;;
    --pictures) pictures=$2 ;;
    --runs) runs=$2 ;;
    --seed) seed=$2 ;;
    --work) work=$2 ;;
    --port) port=$2 ;;
    *) usage >&2; die "unknown option $1" ;;
  esac
  shift 2
done

mkdir -p "$work"
work=$(cd "$work" && pwd)
data=$work/mirrored-$stations-$copies-$pictures-$seed
site=$data/site
tmp=$work/mirror.$$
log=$tmp/runs.txt
cotejo=$ROOT/cotejo
export COTEJO_KEYS=$work/mirrored-keys
find_java
mkdir -p "$tmp"
server=
trap '[[ $server ]] && kill "$server" 2>/dev/null; rm -rf "$tmp"' EXIT

# Covered pictures of the first stations, held by whoever holds the first copy, into the folder, which is published again.
show_pictures() {
  local holder
  prepare_photos "$tmp/classes"
  photo_program CoveredPictures "$data/pictures" "$site/data/stations-1.csv" "$pictures" "$seed"
  holder=$(awk -F, 'NR == 2 { gsub(/"/, "", $2); print $2 }' "$site/data/copies-1.csv")
  "$cotejo" import pictures "$data/pictures/pictures.csv" --copy public --custodian "$holder" --into "$data/folder" >&2
  "$cotejo" publish "$data/folder" "$site" >&2
  rm -rf "$data/pictures"
}

if [[ ! -e $data/made ]]; then
  rm -rf "$data"
  mkdir -p "$data"
  "$cotejo" sim country --stations "$stations" --copies "$copies" --seed "$seed" --into "$data/folder" >&2
  "$cotejo" publish "$data/folder" "$site" >&2
  ((pictures == 0)) || show_pictures
  touch "$data/made"
fi

serve() {
  "$cotejo" serve "$site" --port "$port" >"$tmp/serve.out" 2>&1 &
  server=$!
  for ((i = 0; i < 100; i++)); do
    curl -sf "http://127.0.0.1:$port/checkpoint" >/dev/null && return
    sleep 0.2
  done
  die "the site is not served"
}

copied() {
  cp -r "$site" "$tmp/copy"
  find "$tmp/copy" -type f -print0 | xargs -0 sha256sum >"$tmp/sums"
}

mirrored() {
  "$cotejo" mirror "http://127.0.0.1:$port/" "$tmp/mirror" --once --new-only --json "$@"
}

# One incident more in the folder, at a station that had none from here yet, and the site published again.
one_more() {
  local done station
  done=$(cat "$data/incidents-made" 2>/dev/null || echo 0)
  station=$(awk -F, -v line=$((done % stations + 2)) 'NR == line { gsub(/"/, "", $1); print $1 }' "$site/data/stations-1.csv")
  printf 'station,kind,reporter,hour\n%s,late_opening,%s,\n' "$station" "$reporter" >"$tmp/incidents.csv"
  "$cotejo" import incidents "$tmp/incidents.csv" --into "$data/folder" >"$tmp/import.out" 2>&1 ||
    { tail -3 "$tmp/import.out" >&2; die "no new entry could be made"; }
  "$cotejo" publish "$data/folder" "$site" >"$tmp/publish.out" 2>&1 || { tail -3 "$tmp/publish.out" >&2; die "not published"; }
  echo $((done + 1)) >"$data/incidents-made"
}

export -f copied mirrored
export site tmp cotejo port
serve
for ((round = 0; round <= runs; round++)); do
  rm -rf "$tmp/mirror" "$tmp/copy"
  sync
  timed copied bash -c copied
  timed mirror bash -c 'mirrored "$@"' mirrored --policy "$site.policy"
  if ((round == 0)); then rm -f "$log"; fi
done

reporter=$(awk -F, 'NR == 2 { gsub(/"/, "", $2); print $2 }' "$site/data/copies-1.csv")
for ((round = 0; round < runs; round++)); do
  one_more
  timed catch_up bash -c mirrored
  sed 's/^/catching up: /' "$tmp/catch_up.out"
done

bytes=$(du -sb "$site" | cut -f1)
files=$(find "$site" -type f | wc -l)
printf '\n%s stations, %s files, %s bytes\n' "$stations" "$files" "$bytes"
for name in copied mirror catch_up; do
  printf '%-10s %8.2f s %8.2f CPU s\n' "$name" "$(column $name 2 "$log" | median)" "$(column $name 3 "$log" | median)"
done
awk -v copied="$(column copied 2 "$log" | median)" -v mirror="$(column mirror 2 "$log" | median)" -v bytes="$bytes" \
  'BEGIN { printf "cp -r and sha256sum / mirror, bytes a second: %.2f (%.1f MB/s beside %.1f MB/s)\n", copied / mirror, bytes / mirror / 1e6, bytes / copied / 1e6 }'
