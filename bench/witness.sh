#!/usr/bin/env bash
# Cosigning: how many heads a second a log witness takes over HTTP, each on the disk before it answers. See README.md.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
  cat <<END
usage: bench/witness.sh [--logs N] [--seconds N] [--clients N] [--runs N] [--work DIR]
  --logs      logs that grow by one entry and ask, again and again (50)
  --seconds   of each measured run, after 3 s of warm-up (10)
  --clients   of them at a time (8); no two ask about the same log
  --runs      measured runs (3)
  --work      where the witness keeps its heads: the disk that is measured (the folder bench-data beside the checkout)
example: bench/witness.sh --runs 1
END
}

logs=50 seconds=10 clients=8 runs=3 work=$(dirname "$ROOT")/bench-data
while (($#)); do
  [[ $1 == --help ]] && { usage; exit 0; }
  (($# > 1)) || { usage >&2; die "$1: unknown, or its value is missing"; }
  case $1 in
    --logs) logs=$2 ;;
    --seconds) seconds=$2 ;;
    --clients) clients=$2 ;;
    --runs) runs=$2 ;;
    --work) work=$2 ;;
    *) usage >&2; die "unknown option $1" ;;
  esac
  shift 2
done

mkdir -p "$work"
tmp=$(cd "$work" && pwd)/witness.$$
cotejo=$ROOT/cotejo
find_java
mkdir -p "$tmp"
trap 'rm -rf "$tmp"' EXIT
"$cotejo" --version >/dev/null || die "$cotejo does not start"
. "$ROOT/app/target/cotejo/launch.env"
launch_class_path+=$launch_more # the libraries of servers
mkdir -p "$tmp/bench"
"$JAVA_DIR/bin/javac" -nowarn -d "$tmp/bench" -cp "$launch_class_path:$(maven_jar org/jspecify/jspecify)" \
  "$BENCH"/src/main/java/org/cotejo/bench/cosigning/*.java || die "the benchmark's classes do not compile"
for ((run = 1; run <= runs; run++)); do
  rm -rf "$tmp/store"
  mkdir -p "$tmp/store"
  sync
  "$launch_java" -XX:+UseParallelGC -Xmx512m --enable-native-access=ALL-UNNAMED -cp "$tmp/bench:$launch_class_path" \
    org.cotejo.bench.cosigning.WitnessLoad "$tmp/store" "$logs" "$seconds" "$clients"
done
