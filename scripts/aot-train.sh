#!/bin/bash
# The rehearsal for one start-up cache: $1 is "words", "tables" or "pages", the rest a java command up to and including its class path.
# Each line is one command line of cotejo, and all of them run in one JVM. Whatever they load starts fast later,
# and what they do often is compiled sooner; so name here what people do, on data small enough for seconds.
# A start loads all that its cache holds, needed or not: so there is one for --version and the like, one for reading and comparing
# tables, and one for what makes and verifies pages, each with what its commands need and no more.
set -u
part=$1
shift
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

# A table like those that parties publish, large enough for the loops to become hot, and with what the tables of a country have now and then:
# what the rehearsal never met is compiled as if it never happened, and compiled again once it does.
table() {
  awk -v own="$1" 'BEGIN {
    print "STATE,PARISH,STATION,REGISTERED,VALID,NULL,BLANK,A,B,C,D,E,F"
    for (i = 1; i <= 60000; i++) {
      a = (i * 7919) % 400; b = (i * 104729) % 300; c = i % 17; d = i % 3; e = (i % 1009 ? 0 : 40)
      if (i % 401 == own) continue
      if (i % 307 == own) a += 7
      if (i % 509 == own) { t = a; a = b; b = t }
      f = i % 2
      if (i % 4001 == 0) { a = b = c = d = e = f = 0 }
      valid = a + b + c + d + e + f + (i % 1201 == own)
      illegible = i % 1511 == own
      printf "State %d,Parroquia Ñ%d,%09d.%02d,%d,%d,%d,%d,%s,%d,%d,%d,%d,%d\n", i / 6000, i / 300, 10000000 + i / 4, i % 4 + 1,
        i % 997 ? valid + 90 : valid - 5, valid, i % 5, i % 3, illegible ? "Ilegible" : a, b, c, d, e, f
    }
  }'
}
table 1 >"$work/party.csv"
table 2 >"$work/other.csv"
table 3 >"$work/authority.csv"
map() {
  printf '{"custodian":"%s","side":"%s","announced":%s,"station":["STATION"],"places":["STATE","PARISH"],"registered":"REGISTERED","valid":"VALID","null":"NULL","blank":"BLANK","votes":{"A":"A","B":"B","C":"C","D":"D","E":"E","F":"F"}}' "$1" "$2" "$3"
}
map party a false >"$work/a.json"
map other b false >"$work/b.json"
map authority authority true >"$work/c.json"

export COTEJO_KEYS=$work/keys COTEJO_HEADS=$work/heads
words() {
  printf '%s\n' --version --help
}
tables() {
  cat <<LINES
import --list
import csv $work/party.csv --map $work/a.json --into $work/folder
import csv $work/other.csv --map $work/b.json --into $work/folder
import csv $work/authority.csv --map $work/c.json --into $work/folder
reconcile $work/folder --json
reconcile $work/folder
definition show $work/folder
new $work/new
LINES
}
pages() {
  cat <<LINES
sim country --stations 300 --copies 4 --into $work/country
open $work/country --no-serve
sim country --signed --stations 2000 --copies 3 --into $work/signed
reconcile $work/signed
publish $work/signed $work/site
verify $work/site --policy $work/site.policy --no-pages --json
verify $work/site --policy $work/site.policy
LINES
}
"$part" >"$work/lines" || exit 1
"$@" org.cotejo.app.Rehearsal <"$work/lines"
