#!/bin/sh
# The plimsoll command inside an image. `run` becomes the agent's small process; as process 1 of a container it stays a
# shell beside that one, which hands signals on and reaps what others leave behind.
set -eu

home=/opt/plimsoll
options='-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xlog:disable -Xlog:all=error:stderr -Dslf4j.internal.verbosity=WARN -Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider'

plimsoll() { # OPTION_OF_JAVA ARGUMENT...
  cache=$1
  shift
  # shellcheck disable=SC2086
  "$home/java/bin/java" $options "$cache" -cp "$home/app/plimsoll.jar" dev.plimsoll.cli.Plimsoll "$@"
}

# Prints the shell's line by which `run` goes on; what else is said goes where it belongs.
planned() { # OPTION_OF_JAVA ARGUMENT...
  PLIMSOLL_HANDOVER=/dev/fd/3 PLIMSOLL_AGENT_CACHE=$home/agent.aot plimsoll "$@" 3>&1 1>&4 4>&-
}

train() {
  printf '%s\n' 'apiVersion: plimsoll.dev/v1alpha1' 'kind: MemoryBudget' 'metadata: {name: train}' 'spec:' \
    '  targetRef: {apiVersion: apps/v1, kind: Deployment, name: train}' '  memory: {limit: 512Mi}' \
    '  runtime: {type: gunicorn}' '  knobs: [{name: workers, memory: 95Mi, max: 4}]' >/tmp/train.yaml
  { line=$(planned "-XX:AOTCacheOutput=$home/classes.aot" run --budget /tmp/train.yaml -- sleep 1); } 4>&1
  # The line names the cache, which is yet to be made.
  line=$(printf '%s\n' "$line" | sed "s|-XX:AOTCache=|-XX:AOTCacheOutput=|")
  (eval "$line")
  rm /tmp/train.yaml
  test -s "$home/classes.aot" && test -s "$home/agent.aot"
}

# Waits for the agent's process as process 1 has to: shells reap whatever ends.
supervise() { # LINE
  eval "$1" &
  agent=$!
  # A shell's background processes ignore INT, so that one is handed on as TERM.
  trap 'caught=1; kill -TERM "$agent" 2>/dev/null' TERM INT
  for signal in HUP USR2 TTIN TTOU WINCH; do
    # shellcheck disable=SC2064
    trap "caught=1; kill -$signal \"\$agent\" 2>/dev/null" "$signal"
  done
  caught=1
  while [ -n "$caught" ]; do
    caught=
    status=0
    wait "$agent" || status=$?
  done
  exit "$status"
}

case ${1:-} in
  --train)
    train
    ;;
  run)
    trap 'exit 143' TERM INT
    status=0
    { line=$(planned "-XX:AOTCache=$home/classes.aot" "$@") || status=$?; } 4>&1
    if [ "$status" -ne 0 ] || [ -z "$line" ]; then
      exit "$status"
    fi
    trap - TERM INT
    if [ $$ -eq 1 ]; then
      supervise "$line"
    fi
    eval "$line"
    ;;
  *)
    plimsoll "-XX:AOTCache=$home/classes.aot" "$@"
    ;;
esac
