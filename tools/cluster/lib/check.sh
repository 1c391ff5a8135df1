# shellcheck shell=bash
# What must be there before anything else: a JDK 25, Go and the Docker client. Sourced.

check() {
  local missing=0
  find_jdk >/dev/null || miss 'JDK 25 is missing: install Temurin 25 (https://adoptium.net) and set JAVA_HOME to it'
  have go || miss 'Go is missing: install 1.26 or later (https://go.dev/dl) and put its bin directory on PATH'
  have docker || miss 'the Docker client is missing: install docker-cli (https://docs.docker.com/engine/install/binaries)'
  return "$missing"
}

miss() {
  say "$*"
  missing=1
}

# find_jdk: the home of a JDK 25, as mvnw looks for it.
find_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*25* "$HOME"/.sdkman/candidates/java/25* \
    "$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")"; do
    if [[ -x $candidate/bin/javac && $("$candidate/bin/javac" -version 2>&1) == 'javac 25'* ]]; then
      echo "$candidate"
      return
    fi
  done
  return 1
}
