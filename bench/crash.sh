#!/usr/bin/env bash
# The log writer under faults, for longer than the tests have time: a simulated disk cut at every step, and real kills. See README.md.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage() {
  cat <<END
usage: bench/crash.sh [--seeds N] [--kills N]
  --seeds   lives of a log on a simulated disk that loses what was not forced and reorders renames (10000)
  --kills   SIGKILLs of a real writer on this disk (200)
example: bench/crash.sh --seeds 1000 --kills 20
END
}

seeds=10000 kills=200
while (($#)); do
  case $1 in
    --help) usage; exit 0 ;;
    --seeds | --kills) (($# > 1)) || { usage >&2; die "$1: its value is missing"; } ;;
    *) usage >&2; die "unknown option $1" ;;
  esac
  [[ $2 =~ ^[1-9][0-9]*$ ]] || die "$1: expected a number of at least 1, not $2"
  printf -v "${1#--}" '%s' "$2"
  shift 2
done

# Cotejo's own launcher library knows where the JDK is and how Maven is called.
. "$ROOT/scripts/find-jdk.sh"
find_jdk || die "$(no_jdk_sentence)"
cd "$ROOT"
rm -f node/target/surefire-reports/*{KillTest,SimulationTest}*
run_maven -pl node -am -Dtest='KillTest,SimulationTest' -Dsurefire.failIfNoSpecifiedTests=false \
  -Dcotejo.simulation.seeds="$seeds" -Dcotejo.kills="$kills" test </dev/null
for report in node/target/surefire-reports/*{KillTest,SimulationTest}.txt; do grep '^Tests run' "$report"; done
echo "$seeds seeds on a simulated disk and $kills kills: nothing acknowledged was lost, nothing forked"
