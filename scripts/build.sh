# Sourced by ./cotejo when it cannot start at once: builds what is missing, makes the start-up cache,
# and writes launch.env, which the next start reads instead of all this. Expects $root, $home, $launch.

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "$*"
  exit 4
}

program_is_there() { [[ -s $home/classpath && -s $home/classpath.short ]] && compgen -G "$home/lib/cotejo-app-*.jar" >/dev/null; }

build_program() {
  command -v mvn >/dev/null 2>&1 || fail "$(no_maven_sentence)"
  say 'Building Cotejo (once; the first time Maven also fetches what it needs, which can take some minutes) ...'
  rm -rf "$home"
  # Maven must not read what was meant for this program from standard input.
  (cd "$root" && run_maven -Dmaven.test.skip=true package) >&2 </dev/null ||
    fail "The build failed: see the lines above, or run 'mvn package' in $root."
  program_is_there || fail "The build left no program in $home."
}

# The class path in Maven's own order, this program first. Two parts stand at its end, since whoever looks for a class that there is not opens every
# jar: "proof" is what reading certificates and sharing keys need, thousands of classes; "more" what pictures, paper and servers need.
read_class_path() {
  local jars short jar
  class_path='' proof_class_path='' more_class_path=''
  for jar in "$home"/lib/cotejo-app-*.jar; do class_path=$jar; done
  short=:$(<"$home/classpath.short"):
  IFS=: read -r -a jars <"$home/classpath" || true
  for jar in "${jars[@]}"; do
    case $jar in
      lib/bcp* | lib/bcutil*) proof_class_path+=:$home/$jar ;;
      *) if [[ $short == *":$jar:"* ]]; then class_path+=:$home/$jar; else more_class_path+=:$home/$jar; fi ;;
    esac
  done
}

# Puts jars of a format that the cache does not take in another's place; without that Cotejo only starts slower.
modernise_class_path() {
  local jars modern
  IFS=: read -r -a jars <<<"$class_path"
  if modern=$("$jdk_home/bin/java" "$root/scripts/ModernClasses.java" "$home/modern" "${jars[@]}" 2>"$home/modern.log" </dev/null) &&
    [[ -n $modern ]]; then
    class_path=$modern
  fi
}

# JEP 483, 514, 515: a rehearsal writes a cache of loaded and linked classes. Without it Cotejo only starts slower.
make_start_caches() {
  local part
  aot=''
  [[ ${COTEJO_AOT-} == off || ! -w $home ]] && return
  say 'Preparing a fast start (once) ...'
  modernise_class_path
  for part in words tables pages; do make_start_cache "$part" & done
  wait
  # All or none, so that the launcher need not look which there are.
  [[ -s $home/words.aot && -s $home/tables.aot && -s $home/pages.aot ]] && aot=$home
}

make_start_cache() {
  local fresh=$home/$1.aot.$$ path=$class_path
  [[ $1 == pages ]] && path+=$proof_class_path
  rm -f "$home/$1.aot"
  if "$BASH" "$root/scripts/aot-train.sh" "$1" "$jdk_home/bin/java" -XX:AOTCacheOutput="$fresh" \
    "${always[@]}" "${bulk[@]}" -cp "$path" >"$home/$1.aot.log" 2>&1 </dev/null && [[ -s $fresh ]]; then
    mv -f "$fresh" "$home/$1.aot"
  fi
  rm -f "$fresh" "$fresh.config"
}

write_launch_env() {
  local fresh=$launch.$$
  {
    printf 'launch_home=%q\n' "$home"
    printf 'launch_java=%q\n' "$jdk_home/bin/java"
    printf 'launch_asked=%q\n' "${COTEJO_JAVA-}"
    printf 'launch_class_path=%q\n' "$class_path"
    printf 'launch_proof=%q\n' "$proof_class_path"
    printf 'launch_more=%q\n' "$more_class_path"
    printf 'launch_aot=%q\n' "$aot"
  } >"$fresh" 2>/dev/null && mv -f "$fresh" "$launch"
}

prepare_launch() {
  local class_path proof_class_path more_class_path aot
  . "$root/scripts/find-jdk.sh"
  find_jdk || fail "$(no_jdk_sentence)"
  # Two first starts at once: the second waits for the first, where the system has flock.
  mkdir -p "$root/app/target" 2>/dev/null
  if command -v flock >/dev/null 2>&1 && { exec 9>"$root/app/target/launch.lock"; } 2>/dev/null; then
    flock 9
  fi
  if [[ ${COTEJO_REBUILD-} == 1 ]] || ! program_is_there; then build_program; fi
  read_class_path
  make_start_caches
  write_launch_env || true
  exec 9>&-
  launch_java=$jdk_home/bin/java
  launch_class_path=$class_path
  launch_proof=$proof_class_path
  launch_more=$more_class_path
  launch_aot=$aot
}
