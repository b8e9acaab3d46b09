# Sourced by ./cotejo and ./check. find_jdk sets jdk_home to the first JDK of version 25 or newer, or returns 1.
# It reads JAVA_VERSION= in $home/release and starts no JVM.

jdk_min=25

# Is $1 the home of a JDK that is new enough?
is_new_jdk() {
  local line version=''
  [[ -x $1/bin/java && -x $1/bin/javac && -r $1/release ]] || return 1
  while IFS= read -r line || [[ -n $line ]]; do
    case $line in
      JAVA_VERSION=*)
        version=${line#JAVA_VERSION=}
        version=${version//\"/}
        break
        ;;
    esac
  done <"$1/release"
  version=${version%%[!0-9]*}
  [[ -n $version ]] && ((10#$version >= jdk_min))
}

# The home that belongs to a java program, links followed.
home_of_java() {
  local program=$1 target
  while [[ -L $program ]]; do
    target=$(readlink "$program") || return 1
    case $target in
      /*) program=$target ;;
      *) program=${program%/*}/$target ;;
    esac
  done
  case $program in
    */bin/java) printf '%s\n' "${program%/bin/java}" ;;
    *) return 1 ;;
  esac
}

find_jdk() {
  local candidate entries entry
  jdk_home=''
  for candidate in "${COTEJO_JAVA-}" "${COTEJO_JAVA-}/Contents/Home" "${JAVA_HOME-}"; do
    case $candidate in
      '' | /Contents/Home) continue ;;
      */bin/java) candidate=$(home_of_java "$candidate") || continue ;;
    esac
    candidate=${candidate%/}
    is_new_jdk "$candidate" && jdk_home=$candidate && return 0
  done
  for candidate in /usr/lib/jvm/* /opt/* "${HOME-}"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    is_new_jdk "$candidate" && jdk_home=$candidate && return 0
  done
  IFS=: read -r -a entries <<<"${PATH-}"
  for entry in "${entries[@]+"${entries[@]}"}"; do
    [[ -x $entry/java ]] || continue
    candidate=$(home_of_java "$entry/java") || continue
    is_new_jdk "$candidate" && jdk_home=$candidate && return 0
  done
  return 1
}

no_jdk_sentence() {
  if [[ -n ${COTEJO_JAVA-} ]]; then
    printf 'COTEJO_JAVA=%s is not a JDK %s or newer, and no other was found.\n' "$COTEJO_JAVA" "$jdk_min"
  else
    printf 'Cotejo needs a JDK %s or newer: install a package such as temurin-25-jdk or openjdk-25-jdk, or set COTEJO_JAVA to its folder.\n' "$jdk_min"
  fi
}

no_maven_sentence() {
  printf 'Cotejo is built with Maven, which is not here: install it (Debian, Ubuntu: apt-get install maven; macOS: brew install maven).\n'
}

# Maven under the JDK found; warnings are shown, chatter is not.
run_maven() {
  JAVA_HOME=$jdk_home MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow -Djansi.noreset=true ${MAVEN_OPTS-}" \
    mvn -B -Dstyle.color=never -Dorg.slf4j.simpleLogger.defaultLogLevel=warn "$@"
}
