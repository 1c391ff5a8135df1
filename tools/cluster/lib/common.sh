# shellcheck shell=bash
# What every part of the script uses: messages, stages, locks, packages. Sourced. All messages go to stderr.

cache=${PLIMSOLL_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/plimsoll}
mkdir -p "$cache/logs" "$cache/locks"

say() { echo "cluster: $*" >&2; }

fail() {
  say "$*"
  exit 1
}

# stage NAME TITLE COMMAND...: runs COMMAND, a function that the script may have to wait for, with its output in
# logs/NAME.log; tells its beginning, its end and its seconds.
stage() {
  local name=$1 title=$2 log=$cache/logs/$1.log began=$SECONDS code
  shift 2
  say "$title ..."
  set +e
  (set -e; "$@") >"$log" 2>&1
  code=$?
  set -e
  if ((code != 0)); then
    tail -n 20 "$log" >&2
    fail "$title: failed after $((SECONDS - began)) s; the whole log is in $log"
  fi
  say "$title: $((SECONDS - began)) s"
}

# locked NAME COMMAND...: one at a time on this machine.
locked() {
  local name=$1
  shift
  (
    flock 9
    "$@"
  ) 9>"$cache/locks/$name"
}

# fingerprint PATH...: of the contents of files and directories, and of their names below tools/cluster.
fingerprint() {
  (cd "$home" && find "$@" -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -c1-12)
}

have() { command -v "$1" >/dev/null 2>&1; }

# need_package PROGRAM PACKAGE...: installs the Debian packages that bring PROGRAM, unless it is there.
need_package() {
  local program=$1
  shift
  ! have "$program" || return 0
  have apt-get || fail "$program is missing and there is no apt-get to install it; install $1"
  ((EUID == 0)) || fail "$program is missing; as root: apt-get install $*"
  locked packages stage "apt-$1" "installing $*" install_packages "$@"
}

install_packages() {
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends "$@"
}

has_image() { docker image inspect "$1" >/dev/null 2>&1; }

# made IMAGE INPUTS COMMAND...: makes sure that IMAGE is the one made from these inputs, by COMMAND IMAGE-INPUTS if there
# is none yet. Work trees that differ keep their images beside each other this way.
made() {
  local image=$1 of_inputs=$1-$2
  shift 2
  has_image "$of_inputs" || "$@" "$of_inputs"
  docker tag "$of_inputs" "$image"
}
