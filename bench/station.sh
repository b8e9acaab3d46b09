#!/usr/bin/env bash
# A day of votes through the voter's page in a real browser: none lost, none wrong, and how long a receipt takes. See README.md.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
  cat <<END
usage: bench/station.sh [--votes N]
  --votes   votes through the real page, one in twenty of them after a receipt that was said to be wrong (2000)
example: bench/station.sh --votes 200
END
}

votes=2000
while (($#)); do
  case $1 in
    --help) usage; exit 0 ;;
    --votes) (($# > 1)) || { usage >&2; die "$1: its value is missing"; } ;;
    *) usage >&2; die "unknown option $1" ;;
  esac
  [[ $2 =~ ^[1-9][0-9]*$ ]] || die "$1: expected a number of at least 1, not $2"
  votes=$2
  shift 2
done

. "$ROOT/scripts/find-jdk.sh"
find_jdk || die "$(no_jdk_sentence)"
cd "$ROOT"
rm -f station/target/surefire-reports/*ManyVotesTest*
run_maven -q -pl station -am -Dtest=ManyVotesTest -Dsurefire.failIfNoSpecifiedTests=false -Dcotejo.kiosk.votes="$votes" test </dev/null
report=station/target/surefire-reports/TEST-org.cotejo.station.kiosk.ManyVotesTest.xml
grep -q 'skipped="0"' "$report" || die "there is no Chromium on this machine: nothing was measured"
grep -o '[0-9]* votes: .*ms' "$report"
