#!/bin/sh
# kubectl readygate. The jar it runs stands behind this script in the same file: a zip archive is read from its end.
#
# READYGATE_JAVA  the java to use; otherwise JAVA_HOME's, or the first Java 25 that is found
# READYGATE_AOT   off: neither use nor make the cache that makes it start fast
set -eu

self=$(readlink -f "$0" 2>/dev/null || echo "$0")
options='-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UseCompactObjectHeaders -Xms24m -Xmx200m
  -Xlog:disable -Xlog:all=error:stderr -Dslf4j.internal.verbosity=ERROR
  --sun-misc-unsafe-memory-access=allow'

is_java_25() { [ -x "${1:-}/bin/java" ] && grep -qs '^JAVA_VERSION="25' "$1/release"; }

find_java() {
  java=${READYGATE_JAVA:-}
  [ -z "$java" ] || return 0
  on_path=$(command -v java || true)
  [ -z "$on_path" ] || on_path=$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")
  for home in "${JAVA_HOME:-}" "${on_path%/bin/java}" /usr/lib/jvm/*25* \
    /Library/Java/JavaVirtualMachines/*25*/Contents/Home "${HOME:-}"/.sdkman/candidates/java/25* /opt/*jdk*25*; do
    if is_java_25 "$home"; then
      java=$home/bin/java
      return
    fi
  done
  echo "readygate: Java 25 is needed, and none was found: install one, or set READYGATE_JAVA to its java" >&2
  exit 2
}

# Of this very file and this very Java; without a name there is none.
find_cache() {
  cache=
  [ "${READYGATE_AOT:-}" != off ] || return 0
  folder=${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/readygate
  cache=$folder/cli-$({ ls -lnL "$self" "$java"; } 2>/dev/null | cksum | cut -d ' ' -f 1).aot
}

# From what Java loads to answer this command and the others. Where nothing can be written it is done without.
make_cache() {
  mkdir -p "$folder" 2>/dev/null && mkdir "$cache.making" 2>/dev/null || return 0
  "$java" $options -XX:AOTCacheOutput="$cache.making/new" -cp "$self" dev.readygate.cli.WarmUp "$@" || true
  mv "$cache.making/new" "$cache" 2>/dev/null || true
  rm -rf "$cache.making"
}

find_java
find_cache
case ${1:-} in
  warm-up)
    shift
    [ -z "$cache" ] || rm -rf "$cache" "$cache.making"
    [ -z "$cache" ] || make_cache status "$@" >/dev/null 2>&1
    [ -f "$cache" ] || echo "readygate: no cache could be written; everything works without, and starts slower" >&2
    exit 0
    ;;
  status | explain)
    # In the background: it takes some seconds, and who typed the command does not wait for it.
    case " $* " in *" --watch "* | *" -w "*) ;; *)
      [ -z "$cache" ] || [ -f "$cache" ] || make_cache "$@" >/dev/null 2>&1 </dev/null &
      ;;
    esac
    ;;
esac
[ ! -t 1 ] || [ -n "${NO_COLOR:-}" ] || options="$options -Dreadygate.colours=true"
set -- -cp "$self" dev.readygate.cli.Main "$@"
[ ! -f "$cache" ] || set -- -XX:AOTCache="$cache" "$@"
exec "$java" $options "$@"
