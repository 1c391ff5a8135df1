# Sourced by mvnw and by the plimsoll launcher: leaves JAVA_HOME at a JDK 25 or newer, or says where to get one.
# Looks at JAVA_HOME, the PATH, /usr/lib/jvm, SDKMAN and macOS's java_home, in that order.

plimsoll_jdk_major() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

plimsoll_is_jdk_25() {
  plimsoll_major=$(plimsoll_jdk_major "$1") && [ "${plimsoll_major:-0}" -ge 25 ]
}

plimsoll_find_jdk() {
  plimsoll_on_path=$(command -v javac 2>/dev/null || :)
  if [ -n "$plimsoll_on_path" ]; then
    plimsoll_on_path=$(dirname "$(dirname "$(readlink -f "$plimsoll_on_path" 2>/dev/null || echo "$plimsoll_on_path")")")
  fi
  plimsoll_mac=$( [ -x /usr/libexec/java_home ] && /usr/libexec/java_home -v 25+ 2>/dev/null || :)
  for plimsoll_home in "${JAVA_HOME:-}" "$plimsoll_on_path" /usr/lib/jvm/* "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* "$plimsoll_mac"; do
    if [ -n "$plimsoll_home" ] && plimsoll_is_jdk_25 "$plimsoll_home"; then
      JAVA_HOME=$plimsoll_home
      export JAVA_HOME
      return 0
    fi
  done
  echo "Plimsoll is built with a JDK 25 or newer, and none was found in JAVA_HOME, the PATH, /usr/lib/jvm or SDKMAN." >&2
  echo "Get one from https://adoptium.net (apt: temurin-25-jdk, SDKMAN: sdk install java 25-tem), or set JAVA_HOME to it." >&2
  return 1
}

plimsoll_find_jdk
