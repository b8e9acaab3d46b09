#!/bin/bash
# The rehearsal for the start-up cache: "$@" is a java command up to and including its class path.
# Each line is one command line of cotejo, and all of them run in one JVM. Whatever they load starts fast later,
# and what they do often is compiled sooner; so name here what people do, on data small enough for seconds.
set -u
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

# A table like those that parties publish, large enough for the loops to become hot.
awk 'BEGIN {
  print "STATE,PARISH,STATION,REGISTERED,VALID,NULL,BLANK,A,B,C"
  for (i = 1; i <= 60000; i++) {
    a = (i * 7919) % 400; b = (i * 104729) % 300; c = i % 17
    printf "State %d,Parish %d,%09d.%02d,%d,%d,%d,%d,%d,%d,%d\n", i / 6000, i / 300, 10000000 + i / 4, i % 4 + 1, a + b + c + 90, a + b + c, i % 5, i % 3, a, b, c
  }
}' >"$work/table.csv"
map() {
  printf '{"custodian":"%s","side":"%s","announced":%s,"station":["STATION"],"places":["STATE","PARISH"],"registered":"REGISTERED","valid":"VALID","null":"NULL","blank":"BLANK","votes":{"A":"A","B":"B","C":"C"}}' "$1" "$2" "$3"
}
map party a false >"$work/a.json"
map other b false >"$work/b.json"
map authority authority true >"$work/c.json"

export COTEJO_KEYS=$work/keys COTEJO_HEADS=$work/heads
exec 3<<LINES
--version
--help
import --list
import csv $work/table.csv --map $work/a.json --into $work/folder
import csv $work/table.csv --map $work/b.json --into $work/folder
import csv $work/table.csv --map $work/c.json --into $work/folder
reconcile $work/folder --json
sim country --stations 300 --copies 4 --into $work/country
reconcile $work/country
open $work/country --no-serve
definition show $work/country
new $work/new
sim country --signed --stations 2000 --copies 3 --into $work/signed
publish $work/signed $work/site
verify $work/site --policy $work/site.policy --no-pages --json
verify $work/site --policy $work/site.policy
LINES
"$@" org.cotejo.app.Rehearsal <&3
