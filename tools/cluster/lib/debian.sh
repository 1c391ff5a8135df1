# shellcheck shell=bash
# Small Debian images made without a registry. Sourced.

# debian_rootfs TAR PACKAGE...: a Debian with these packages and without what only a reader would miss.
debian_rootfs() {
  local tar=$1
  shift
  # usr-is-merged: its alternative brings a whole Perl for a change that a new system does not need.
  # shellcheck disable=SC2016 # $1 is mmdebstrap's: the root directory.
  mmdebstrap --format=tar --variant=essential --include="usr-is-merged,ca-certificates,$(IFS=, && echo "$*")" \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/info/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    --dpkgopt='path-include=/usr/share/locale/locale.alias' \
    --customize-hook="echo 'nonroot:x:65532:65532::/home/nonroot:/usr/sbin/nologin' >>\"\$1/etc/passwd\"" \
    --customize-hook="echo 'nonroot:x:65532:' >>\"\$1/etc/group\"" \
    --customize-hook='install -d -o 65532 -g 65532 "$1/home/nonroot"' \
    --customize-hook='rm -rf "$1"/var/cache/* "$1"/var/lib/apt/lists/* "$1"/var/log/* "$1"/usr/lib/python3*/EXTERNALLY-MANAGED' \
    bookworm "$tar.part"
  mv "$tar.part" "$tar"
}

# base NAME: makes the base image NAME unless it is there, and prints its name.
base() {
  local name=${1:-} given
  case $name in
    base) given=${PLIMSOLL_BASE_IMAGE:-} ;;
    python-base) given=${PLIMSOLL_PYTHON_BASE_IMAGE:-} ;;
    *) fail "base: \"$name\" is not a base image; give base or python-base" ;;
  esac
  if [[ -n $given ]]; then
    echo "$given"
    return
  fi
  locked "base-$name" make_base_once "$name"
  echo "plimsoll/$name:bookworm"
}

make_base_once() {
  local name=$1 inputs
  inputs=$(fingerprint lib/debian.sh)
  ! has_image "plimsoll/$name:bookworm" "$inputs" || return 0
  daemon
  need_package mmdebstrap mmdebstrap debian-archive-keyring
  stage "image-$name" "making the image plimsoll/$name:bookworm" make_base "$name" "$inputs"
}

make_base() {
  local name=$1 inputs=$2 tar=$cache/$1.tar
  local -a packages=(libc6)
  [[ $name != python-base ]] || packages=(python3 python3-venv python3-pip python-is-python3 procps)
  debian_rootfs "$tar" "${packages[@]}"
  docker import --change "LABEL dev.plimsoll.inputs=$inputs" --change 'CMD ["/bin/bash"]' \
    --change 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8' \
    "$tar" "plimsoll/$name:bookworm"
  rm "$tar"
}
