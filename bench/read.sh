#!/usr/bin/env bash
# Reading photos of sheets: how many of each level of hardness Cotejo, ZXing alone, BoofCV alone, zbarimg and zxing-cpp read, how many
# falsely, and how fast. See README.md. Needs a built Cotejo (./cotejo --version builds it); installs zbar-tools and zxing-cpp-tools.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
  cat <<END
usage: bench/read.sh [PHOTOS [WITHOUT [SEED [READER...]]]]   (200 50 1, all readers)
PHOTOS with a sheet, in five levels; WITHOUT a sheet; readers: cotejo cotejo-confirmed zxing boofcv zbarimg ZXingReader
END
}

[[ ${1-} == --help ]] && { usage; exit 0; }
photos=${1:-200} without=${2:-50} seed=${3:-1}
shift $(($# > 3 ? 3 : $#))
find_java
for program in zbarimg ZXingReader; do
  if ! command -v "$program" >/dev/null; then
    apt-get install -y -qq --no-install-recommends zbar-tools zxing-cpp-tools >/dev/null ||
      die "$program is missing (Debian: zbar-tools, zxing-cpp-tools)"
  fi
done
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
prepare_photos "$tmp/classes"
photo_program PhotoMaker "$tmp/photos" "$photos" "$without" "$seed"
photo_program PhotoBench "$tmp/photos" "$@"
