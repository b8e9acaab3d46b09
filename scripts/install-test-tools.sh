#!/bin/bash
# Installs what the tests need beyond a JDK and Maven. Quiet, and quick when all is there already.
# What cannot be installed is said; the tests that need it then say so too.
set -u

have_chromium() {
  local name
  for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null 2>&1 && return 0
  done
  return 1
}

# Installs Debian packages; its output is shown only when it fails.
install_packages() {
  local log as_root=()
  command -v apt-get >/dev/null 2>&1 || return 1
  if ((EUID != 0)); then
    command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null || return 1
    as_root=(sudo -n)
  fi
  log=$(mktemp)
  if { ${as_root[@]+"${as_root[@]}"} apt-get update -qq &&
    ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } >"$log" 2>&1 </dev/null; then
    rm -f "$log"
  else
    tail -n 5 "$log" >&2
    rm -f "$log"
    return 1
  fi
}

if ! have_chromium; then
  echo 'Installing chromium for the tests of the pages ...' >&2
  install_packages chromium ||
    echo 'Chromium could not be installed (Debian: apt-get install chromium): the tests of the pages cannot run.' >&2
fi
if ! command -v node >/dev/null 2>&1; then
  echo 'Installing nodejs for the tests of the second implementation ...' >&2
  install_packages nodejs ||
    echo 'Node could not be installed (Debian: apt-get install nodejs): the second implementation cannot be tested.' >&2
fi
if ! command -v openssl >/dev/null 2>&1; then
  echo 'Installing openssl for the tests of timestamps ...' >&2
  install_packages openssl ||
    echo 'Openssl could not be installed (Debian: apt-get install openssl): the tests of timestamps cannot run.' >&2
fi
if ! command -v heif-convert >/dev/null 2>&1 || ! command -v heif-enc >/dev/null 2>&1; then
  echo 'Installing libheif-examples for the tests of pictures ...' >&2
  install_packages libheif-examples ||
    echo 'Libheif could not be installed (Debian: apt-get install libheif-examples): HEIC cannot be tested.' >&2
fi
exit 0
