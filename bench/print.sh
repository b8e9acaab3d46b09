#!/usr/bin/env bash
# Reading photos of sheets that have no code: how many numbers are taken, how many of these are wrong, how many go to people, and how
# many whole sheets would count. See README.md. Needs a built Cotejo (./cotejo --version builds it).
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[[ ${1-} == --help ]] && { echo "usage: bench/print.sh [SHEETS [SEED]]   (10 sheets, each photographed at five levels; seed 1)"; exit 0; }
find_java
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
prepare_photos "$tmp/classes"
photo_program PrintBench "${1:-10}" "${2:-1}"
