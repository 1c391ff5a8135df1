# shellcheck shell=bash
# The image of the program that serves metrics.k8s.io, for the tests that need one. Sourced.

readonly metrics_server_image=plimsoll/metrics-server:0.9.0

# metrics_server: makes sure of the image, and prints its name.
metrics_server() {
  local inputs output
  inputs=$(fingerprint metrics-server/go.mod metrics-server/go.sum)
  output=$cache/programs/metrics-server-$inputs
  [[ -d $output ]] || locked programs-metrics-server build_once metrics-server metrics-server "$output"
  daemon
  locked metrics-server made "$metrics_server_image" "$inputs" import_metrics_server "$output"
  echo "$metrics_server_image"
}

# One static program, which writes to /tmp alone.
import_metrics_server() {
  tar -C "$1" -c metrics-server | docker import --change 'ENTRYPOINT ["/metrics-server"]' - "$2" >&2
}
