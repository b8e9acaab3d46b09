# Sourced by the benchmarks: which Java, the peer made ready, clocks, medians, JSON as lines. Bash, awk, coreutils, GNU time.
# shellcheck shell=bash

BENCH=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ROOT=$(dirname "$BENCH")
export LC_ALL=C.UTF-8 # a point in every number, and paths as they are

die() {
  echo "$0: $*" >&2
  exit 2
}

# The first JDK of 25 or newer, looked for where the launcher looks. Sets JAVA_DIR.
find_java() {
  local dir version
  : "${COTEJO_JAVA:=}"
  for dir in "${COTEJO_JAVA%/bin/java}" "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    [[ -x $dir/bin/javac && -r $dir/release ]] || continue
    version=$(awk -F'"' '/^JAVA_VERSION=/ { split($2, part, "."); print part[1] }' "$dir/release")
    if ((version >= 25)); then
      JAVA_DIR=$dir
      return
    fi
  done
  die "no JDK 25 or newer in COTEJO_JAVA, JAVA_HOME or /usr/lib/jvm"
}

# The newest jar of an artifact in the local Maven repository.
maven_jar() {
  local jar newest=
  for jar in "${MAVEN_REPOSITORY:-$HOME/.m2/repository}/$1"/*/"${1##*/}"-[0-9]*.jar; do
    [[ -e $jar && $jar != *-sources.jar && $jar != *-javadoc.jar ]] && newest=$jar
  done
  [[ $newest ]] || die "no $1 in the local Maven repository; run: mvn -q -pl bench -am compile"
  echo "$newest"
}

# Compiles the generator and the peer into $1/peer.jar, and lays DuckDB's native library beside it, unpacked.
prepare_peer() {
  local dir=$1
  DUCKDB_JAR=$(maven_jar org/duckdb/duckdb_jdbc)
  rm -rf "$dir"
  mkdir -p "$dir/classes" "$dir/driver"
  "$JAVA_DIR/bin/javac" -nowarn -d "$dir/classes" -cp "$(maven_jar org/jspecify/jspecify)" \
    "$BENCH"/src/main/java/org/cotejo/bench/*.java || die "the benchmark's classes do not compile"
  "$JAVA_DIR/bin/jar" --create --file "$dir/peer.jar" -C "$dir/classes" .
  (cd "$dir/driver" && "$JAVA_DIR/bin/jar" --extract --file "$DUCKDB_JAR") || die "cannot unpack $DUCKDB_JAR"
  mv "$dir/driver/libduckdb_java.so_linux_$(machine)" "$dir/libduckdb_java.so"
  "$JAVA_DIR/bin/jar" --create --file "$dir/driver.jar" -C "$dir/driver" org -C "$dir/driver" META-INF
  rm -rf "$dir/driver"
}

# Compiles the programs of org.cotejo.bench.photos into $1, against the program that ./cotejo --version builds; photo_program NAME ... runs one.
prepare_photos() {
  local lib=$ROOT/app/target/cotejo/lib
  [[ -d $lib ]] || die "$lib is not there: run ./cotejo --version first"
  photo_path=$1:$lib/*:$(maven_jar io/nayuki/qrcodegen):$(maven_jar org/jspecify/jspecify)
  mkdir -p "$1"
  "$JAVA_DIR/bin/javac" -nowarn -proc:none -d "$1" -cp "$photo_path" "$BENCH"/src/main/java/org/cotejo/bench/photos/*.java
}

photo_program() {
  local program=$1
  shift
  "$JAVA_DIR/bin/java" -Djava.awt.headless=true --enable-native-access=ALL-UNNAMED -cp "$photo_path" "org.cotejo.bench.photos.$program" "$@"
}

# Compiles the programs of org.cotejo.bench.bare into $1 beside the program that ./cotejo starts, which is built if need be. Sets
# class_path and launch_java.
prepare_log_programs() {
  "$cotejo" --version >/dev/null || die "$cotejo does not start"
  . "$ROOT/app/target/cotejo/launch.env"
  class_path=$launch_class_path
  rm -rf "$1"
  mkdir -p "$1"
  echo 'void main() {}' >"$1/Hello.java"
  "$JAVA_DIR/bin/javac" -nowarn -d "$1" -cp "$class_path:$(maven_jar org/jspecify/jspecify)" \
    "$1/Hello.java" "$BENCH"/src/main/java/org/cotejo/bench/bare/*.java || die "the benchmark's classes do not compile"
}

# Runs a command under the clock and adds "name wall cpu rss_kb" to $log; standard output goes to $tmp/<name>.out. Exit code 3, could
# not check, is an answer.
timed() {
  local name=$1 code=0
  shift
  /usr/bin/time -q -o "$tmp/time" -f '%e %U %S %M' "$@" >"$tmp/$name.out" 2>"$tmp/$name.err" || code=$?
  if ((code != 0 && code != 3)); then
    tail -20 "$tmp/$name.err" >&2
    die "failed: $*"
  fi
  awk -v name="$name" '{ print name, $1, $2 + $3, $4 }' "$tmp/time" >>"$log"
}

machine() {
  case $(uname -m) in
    x86_64) echo amd64 ;;
    aarch64) echo arm64 ;;
    *) die "DuckDB has no library for $(uname -m)" ;;
  esac
}

# Seconds with microseconds, from one EPOCHREALTIME to another.
seconds() {
  awk -v from="$1" -v to="$2" 'BEGIN { printf "%.3f", to - from }'
}

# The median of the numbers on standard input, one a line.
median() {
  sort -n | awk '{ v[NR] = $1 } END { if (NR) print (v[int((NR + 1) / 2)] + v[int(NR / 2) + 1]) / 2 }'
}

# Column $2 (counted from 1) of the lines of file $3 whose first column is $1.
column() {
  awk -v name="$1" -v at="$2" '$1 == name { print $at }' "$3"
}

# A JSON value as lines "path=value", so that awk can compare; array places are numbers from 0.
flatten_json() {
  awk '
    { text = text $0 "\n" }
    function blank() { while (substr(text, at, 1) ~ /^[ \t\r\n]$/) at++ }
    function string(   from) {
      from = ++at
      while (substr(text, at, 1) != "\"") {
        if (substr(text, at, 1) == "\\") at++
        if (++at > length(text)) { print "not JSON: a string without end"; exit 2 }
      }
      return substr(text, from, at++ - from)
    }
    function value(path,   c, key, n) {
      blank()
      c = substr(text, at, 1)
      if (c == "\"") { print path "=" string(); return }
      if (c == "{" || c == "[") {
        at++; n = 0; blank()
        while (substr(text, at, 1) !~ /^[]}]$/) {
          if (at > length(text)) { print "not JSON: ended early"; exit 2 }
          if (c == "{") { blank(); key = string(); blank(); at++ } else key = n
          value(path (path == "" ? "" : ".") key)
          n++; blank()
          if (substr(text, at, 1) == ",") { at++; blank() }
        }
        at++
        return
      }
      key = substr(text, at)
      if (!match(key, /^[-+.0-9A-Za-z]+/)) { print "not JSON near: " substr(key, 1, 20); exit 2 }
      at += RLENGTH
      print path "=" substr(key, 1, RLENGTH)
    }
    END { at = 1; value("") }' "$1"
}

# Fails, naming what differs, unless each path of the expected JSON $1 is in $2 with the same value.
same_answer() {
  local expected=$1 actual=$2 differences
  differences=$(awk -F= 'NR == FNR { got[$1] = $2; next }
      !($1 in got) { print "  " $1 ": expected " $2 ", not there"; next }
      got[$1] != $2 { print "  " $1 ": expected " $2 ", got " got[$1] }' \
    <(flatten_json "$actual") <(flatten_json "$expected"))
  [[ -z $differences ]] && return
  echo "$actual does not say what $expected says:" >&2
  echo "$differences" >&2
  return 1
}
