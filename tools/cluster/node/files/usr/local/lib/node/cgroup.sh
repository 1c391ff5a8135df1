# shellcheck shell=bash
# The place of the pods' cgroups: below this container's own, so that nodes that share a host leave each other's pods
# alone and Docker removes the whole tree with the container. Sourced.

own_cgroup() {
  local line own=
  while IFS= read -r line; do
    case $line in
      *:memory:*) own=${line##*:}; break ;;
      0::*) own=${line##*:} ;;
    esac
  done </proc/self/cgroup
  echo "${own:-/}"
}

# prepare_cgroup PATH: makes PATH fit to hold cgroups of pods, which version 1 needs nothing for.
prepare_cgroup() {
  local root=/sys/fs/cgroup$1 controller pid
  [[ -f $root/cgroup.controllers ]] || return 0
  # Version 2: only a cgroup without processes of its own may hand controllers down.
  mkdir -p "$root/node"
  while read -r pid; do echo "$pid" >"$root/node/cgroup.procs" 2>/dev/null || true; done <"$root/cgroup.procs"
  for controller in $(<"$root/cgroup.controllers"); do
    echo "+$controller" >"$root/cgroup.subtree_control" 2>/dev/null || true
  done
}
