#!/usr/bin/env bash
# Hands on sheets: how often honest photos give a hint of alteration, and how often a number under fluid or written over does; and how often a place
# to sign is told wrong. See README.md.
# Needs a built Cotejo (./cotejo --version builds it).
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[[ ${1-} == --help ]] && { echo "usage: bench/alterations.sh [SHEETS [SEED]]   (4 sheets, each photographed at five levels; seed 1)"; exit 0; }
find_java
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
prepare_photos "$tmp/classes"
photo_program AlterationBench "${1:-4}" "${2:-1}"
photo_program SlotBench "${1:-4}" "${2:-1}"
