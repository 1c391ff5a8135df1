# shellcheck shell=bash
# The Docker daemon: taken as found, else Debian's, started and stopped here. Sourced.

daemon_pid_file=$cache/dockerd.pid

daemon() { locked daemon ensure_daemon; }

daemon_answers() { timeout 10 docker version >/dev/null 2>&1; }

ensure_daemon() {
  have docker || fail 'the Docker client is missing: see "cluster check"'
  ! daemon_answers || return 0
  [[ -z ${DOCKER_HOST:-} ]] || fail "no Docker daemon answers at DOCKER_HOST=$DOCKER_HOST; start it or unset DOCKER_HOST"
  need_package dockerd docker.io
  # Where there is a service manager, the package has started it.
  ! daemon_answers || return 0
  ((EUID == 0)) || fail 'no Docker daemon answers; start it, or run this as root so that it can be started here'
  stage daemon 'starting the Docker daemon' start_daemon
}

start_daemon() {
  local log=$cache/logs/dockerd.log waited
  setsid dockerd >"$log" 2>&1 9>&- </dev/null &
  local pid=$!
  echo "$pid" >"$daemon_pid_file"
  for ((waited = 0; waited < 300; waited++)); do
    ! daemon_answers || return 0
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.2
  done
  kill "$pid" 2>/dev/null || true
  tail -n 20 "$log"
  return 1
}

# Stops the daemon that "daemon" started, and no other; images and volumes stay.
daemon_stop() {
  local pid waited
  pid=$(cat "$daemon_pid_file" 2>/dev/null) || { say 'no Docker daemon was started here'; return 0; }
  if [[ $(cat "/proc/$pid/comm" 2>/dev/null) == dockerd ]]; then
    kill "$pid"
    for ((waited = 0; waited < 300; waited++)); do
      [[ -e /proc/$pid ]] || break
      sleep 0.2
    done
    [[ ! -e /proc/$pid ]] || fail "the Docker daemon, process $pid, does not end; see $cache/logs/dockerd.log"
    say "stopped the Docker daemon, process $pid"
  fi
  rm -f "$daemon_pid_file"
}
