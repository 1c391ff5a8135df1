# shellcheck shell=bash
# Programs built from Go modules, each set in a directory of the cache named after what it was built from. Sourced.

readonly kubernetes_version=1.34.4
readonly helm_version=4.3.1

# programs SET: builds the set unless it is there, and prints its directory.
programs() {
  local set=$1 module output
  case $set in helm) module=helm ;; *) module=node/$set ;; esac
  output=$cache/programs/$set-$(fingerprint "$module")
  [[ -d $output ]] || locked "programs-$set" build_once "$set" "$module" "$output"
  echo "$output"
}

build_once() {
  local set=$1 module=$2 output=$3
  [[ ! -d $output ]] || return 0
  have go || fail 'Go is missing: see "cluster check"'
  stage "build-$set" "building $set from its Go module" build "$set" "$home/$module" "$output"
}

build() {
  local set=$1 module=$2 output=$3 version=
  local -a packages=(tool)
  case $set in
    kubernetes) version="-X k8s.io/component-base/version.gitVersion=v$kubernetes_version" ;;
    helm) version="-X helm.sh/helm/v4/internal/version.version=v$helm_version" ;;
    coredns | pause) packages=(.) ;;
  esac
  rm -rf "$output.part"
  mkdir -p "$output.part"
  (cd "$module" && GOWORK=off CGO_ENABLED=0 go build -trimpath -buildvcs=false -ldflags="-s -w $version" \
    -o "$output.part/" "${packages[@]}")
  # The last element of etcd's path says what it is, not what it is called.
  [[ $set != etcd ]] || mv "$output.part/server" "$output.part/etcd"
  mv "$output.part" "$output"
}

helm() { echo "$(programs helm)/helm"; }

kubectl() { echo "$(programs kubernetes)/kubectl"; }
