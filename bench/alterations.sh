#!/usr/bin/env bash
# Hands on sheets: how often honest photos give a hint of alteration, and how often a number under fluid or written over does; and how often a place
# to sign is told wrong. See README.md.
# Needs a built Cotejo (./cotejo --version builds it).
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[[ ${1-} == --help ]] && { echo "usage: bench/alterations.sh [SHEETS [SEED]]   (4 sheets, each photographed at five levels; seed 1)"; exit 0; }
find_java
lib=$ROOT/app/target/cotejo/lib
[[ -d $lib ]] || die "$lib is not there: run ./cotejo --version first"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
jars=$lib/*:$(maven_jar io/nayuki/qrcodegen):$(maven_jar org/jspecify/jspecify)
mkdir "$tmp/classes"
"$JAVA_DIR/bin/javac" -nowarn -proc:none -d "$tmp/classes" -cp "$jars" "$BENCH"/src/main/java/org/cotejo/bench/photos/*.java
"$JAVA_DIR/bin/java" -Djava.awt.headless=true -cp "$tmp/classes:$jars" org.cotejo.bench.photos.AlterationBench "${1:-4}" "${2:-1}"
"$JAVA_DIR/bin/java" -Djava.awt.headless=true -cp "$tmp/classes:$jars" org.cotejo.bench.photos.SlotBench "${1:-4}" "${2:-1}"
