# shellcheck shell=bash
# Small Debian images made without a registry. Sourced.

# packages_of NAME: what the image plimsoll/NAME holds beside Debian's essential packages.
packages_of() {
  case $1 in
    base) ;;
    # libstdc++6: compiled packages from PyPI, DuckDB for one, expect it of the system.
    python-base) echo python3 python3-venv python3-pip python-is-python3 procps libstdc++6 ;;
    node-base) echo containerd runc containernetworking-plugins iptables conntrack iproute2 procps openssl mount ;;
  esac
}

# base NAME: makes sure of the base image NAME, and prints its name.
base() {
  local name=${1:-} given
  case $name in
    base) given=${PLIMSOLL_BASE_IMAGE:-} ;;
    python-base) given=${PLIMSOLL_PYTHON_BASE_IMAGE:-} ;;
    *) fail "base: \"$name\" is not a base image; give base or python-base" ;;
  esac
  if [[ -n $given ]]; then
    echo "$given"
  else
    debian_image "$name"
  fi
}

# debian_image NAME: makes plimsoll/NAME:bookworm unless it is there, and prints its name.
debian_image() {
  daemon
  locked "debian-$1" made "plimsoll/$1:bookworm" "$(fingerprint lib/debian.sh)" make_debian_image "$1"
  echo "plimsoll/$1:bookworm"
}

make_debian_image() {
  need_package mmdebstrap mmdebstrap debian-archive-keyring
  stage "debian-$1" "making the image $2" import_debian "$1" "$2"
}

import_debian() {
  local name=$1 image=$2 packages tar=$cache/$1.tar
  packages=$(packages_of "$name")
  root_file_system "$tar" "ca-certificates ${packages:-}"
  docker import --change 'CMD ["/bin/bash"]' \
    --change 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8' \
    "$tar" "$image"
  rm "$tar"
}

# root_file_system TAR PACKAGES: Debian's essential packages and these, without what only a reader would miss, with an
# unprivileged user, and with a pip that installs as it does in Python's own images.
root_file_system() {
  local tar=$1 packages=$2
  local preferences=/etc/apt/preferences.d/no-usrmerge
  # usrmerge brings a whole Perl for a change that a new system does not need; usr-is-merged stands in for it.
  # shellcheck disable=SC2016 # $1 is mmdebstrap's: the root directory.
  mmdebstrap --format=tar --variant=essential --include="usr-is-merged $packages" \
    --hook-dir=/usr/share/mmdebstrap/hooks/merged-usr \
    --setup-hook='printf "Package: usrmerge\nPin: release *\nPin-Priority: -1\n" >"$1'"$preferences"'"' \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/info/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    --dpkgopt='path-include=/usr/share/locale/locale.alias' \
    --customize-hook='echo nonroot:x:65532:65532::/home/nonroot:/usr/sbin/nologin >>"$1/etc/passwd"' \
    --customize-hook='echo nonroot:x:65532: >>"$1/etc/group"' \
    --customize-hook='install -d -o 65532 -g 65532 "$1/home/nonroot"' \
    --customize-hook='rm -f "$1"'"$preferences"' "$1"/usr/lib/python3*/EXTERNALLY-MANAGED' \
    --customize-hook='rm -rf "$1"/var/cache/* "$1"/var/lib/apt/lists/* "$1"/var/log/*' \
    bookworm "$tar"
}
