# shellcheck shell=bash
# Nodes: each one a container, a whole cluster of its own. Sourced.

readonly node_label=dev.plimsoll.cluster
readonly ready_seconds=180

container() {
  [[ ${1:-} =~ ^[a-z0-9]([-a-z0-9]{0,38}[a-z0-9])?$ ]] ||
    fail "\"${1:-}\" is no name for a cluster; give up to 40 lower-case letters, digits and dashes"
  echo "plimsoll-$1"
}

running() { [[ $(docker inspect --format '{{.State.Running}}' "$1" 2>/dev/null) == true ]]; }

# running_node NAME-OR-CONTAINER: the container of a cluster that is up; also of one that a test has started by itself.
running_node() {
  local node
  for node in "plimsoll-${1:-}" "${1:-}"; do
    if running "$node"; then
      echo "$node"
      return
    fi
  done
  fail "the cluster \"${1:-}\" is not up; bring it up with: cluster up ${1:-NAME}"
}

# up NAME [K3S-ARGUMENT...]: a cluster with a Ready node; prints the path of its kubeconfig.
up() {
  local name=${1:-} node
  node=$(container "$name")
  daemon
  locked "node-$name" up_once "$node" "$@"
  kubeconfig "$name"
}

up_once() {
  local node=$1 name=$2 image
  shift 2
  ! running "$node" || return 0
  image=$(image)
  # A node that was stopped has lost what it kept in memory: begin anew.
  docker rm --force --volumes "$node" >/dev/null 2>&1 || true
  stage "up-$name" "starting the cluster $name" start_node "$node" "$name" "$image" "$@"
}

start_node() {
  local node=$1 name=$2 image=$3 waited
  shift 3
  local -a privileges
  mapfile -t privileges < <(node_privileges "$image")
  docker run --detach --name "$node" --label "$node_label=$name" "${privileges[@]}" \
    --cgroupns host --volume /sys/fs/cgroup:/sys/fs/cgroup --tmpfs /run --tmpfs /var/run \
    --publish 127.0.0.1::6443 "$image" server --disable=traefik --tls-san=127.0.0.1 "$@"
  for ((waited = 0; waited < ready_seconds * 5; waited++)); do
    running "$node" || break
    ! docker logs "$node" 2>&1 | grep 'Node controller sync successful' >/dev/null || return 0
    sleep 0.2
  done
  docker logs --tail 40 "$node"
  return 1
}

# may_be_privileged IMAGE: whether the daemon can start it with every capability there is.
may_be_privileged() { docker run --rm --privileged "$1" --version >/dev/null 2>&1; }

# node_privileges IMAGE: the options that let a container be a node, one on each line.
node_privileges() {
  if may_be_privileged "$1"; then
    echo --privileged
  else
    printf '%s\n' --cap-add=ALL --cap-drop=SYS_RESOURCE --security-opt=seccomp=unconfined \
      --security-opt=apparmor=unconfined --device=/dev/kmsg '--device-cgroup-rule=a *:* rwm'
  fi
}

# kubeconfig NAME: prints the path of a file for the cluster's administrator.
kubeconfig() {
  local node port part file=$cache/kubeconfigs/${1:-}
  node=$(running_node "${1:-}")
  port=$(docker port "$node" 6443/tcp | head -n 1)
  mkdir -p "$cache/kubeconfigs"
  part=$(mktemp "$file.XXXXXX")
  docker exec "$node" cat /etc/rancher/k3s/k3s.yaml |
    sed "s|https://127.0.0.1:6443|https://127.0.0.1:${port##*:}|" >"$part"
  mv "$part" "$file"
  echo "$file"
}

# load NAME-OR-CONTAINER IMAGE...: copies images from the Docker daemon into the node.
load() {
  local node
  node=$(running_node "${1:-}")
  (($# > 1)) || fail 'load: name at least one image after the cluster'
  stage "load-$1" "loading ${*:2}" load_images "$node" "${@:2}"
}

load_images() {
  local node=$1
  shift
  docker save "$@" | docker exec --interactive "$node" ctr -n k8s.io images import -
}

down() {
  local node
  node=$(container "${1:-}")
  docker rm --force --volumes "$node" >/dev/null 2>&1 || true
  rm -f "$cache/kubeconfigs/$1"
  say "the cluster $1 is down"
}

status() {
  if ! daemon_answers; then
    say 'no Docker daemon answers'
    return
  fi
  docker ps --all --filter "label=$node_label" --format "table {{.Label \"$node_label\"}}\t{{.Image}}\t{{.Status}}\t{{.Ports}}"
}
