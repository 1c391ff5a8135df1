# shellcheck shell=bash
# What must be there before anything else: a JDK 25, Go and the Docker client. Sourced.

check() {
  local missing=0
  (source "$home/../../.mvn/find-jdk.sh") 2>/dev/null ||
    miss 'JDK 25 is missing: install Temurin 25 (https://adoptium.net) or set JAVA_HOME to one that is there'
  have go || miss 'Go is missing: install 1.26 or later (https://go.dev/dl) and put its bin directory on PATH'
  have docker ||
    miss 'the Docker client is missing: put it on PATH (https://docs.docker.com/engine/install/binaries, only "docker" is needed)'
  return "$missing"
}

miss() {
  say "$*"
  missing=1
}
