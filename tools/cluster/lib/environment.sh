# shellcheck shell=bash
# What Testcontainers and "docker build" must be told on such a machine. Sourced.

environment() {
  local image
  image=$(image)
  echo "export PLIMSOLL_K3S_IMAGE=$image"
  docker buildx version >/dev/null 2>&1 || echo 'export DOCKER_BUILDKIT=0'
  # An image made here says that none can be pulled, so neither can the helpers of Testcontainers.
  [[ $image == "$own_image" ]] || return 0
  echo 'export TESTCONTAINERS_RYUK_DISABLED=true'
  echo 'export TESTCONTAINERS_CHECKS_DISABLE=true'
  echo "export TESTCONTAINERS_TINYIMAGE_CONTAINER_IMAGE=$image"
  # Inside a container Testcontainers looks for published ports at the gateway; here they are on loopback.
  [[ ! -e /.dockerenv || -n ${DOCKER_HOST:-} ]] || echo 'export TESTCONTAINERS_HOST_OVERRIDE=localhost'
}
