# shellcheck shell=bash
# The node image: the one that is named, else the one that can be pulled, else one made here. Sourced.

readonly own_image=plimsoll/k3s:$kubernetes_version
readonly real_image=rancher/k3s:v$kubernetes_version-k3s1
readonly pull_seconds=120

# image: makes sure of the image of the node, and prints its name.
image() {
  if [[ -n ${PLIMSOLL_K3S_IMAGE:-} ]]; then
    echo "$PLIMSOLL_K3S_IMAGE"
    return
  fi
  daemon
  locked image choose_image
}

choose_image() {
  local inputs
  inputs=$(fingerprint node lib/image.sh lib/debian.sh lib/programs.sh)
  if has_image "$real_image" || { ! has_image "$own_image-$inputs" && pull; }; then
    echo "$real_image"
  else
    made "$own_image" "$inputs" make_own_image
    echo "$own_image"
  fi
}

pull() {
  local log=$cache/logs/pull.log
  timeout "$pull_seconds" docker pull --quiet "$real_image" >"$log" 2>&1 && return
  say "$real_image cannot be pulled here ($(tail -n 1 "$log")); making $own_image"
  return 1
}

make_own_image() {
  local image=$1 set debian
  for set in kubernetes etcd coredns pause; do programs "$set" >/dev/null; done
  debian=$(debian_image node-base)
  stage image "making the image $image" assemble_image "$debian" "$image"
}

# By copying into a container that never runs: this needs no builder, which a Docker client may lack.
assemble_image() {
  local debian=$1 image=$2 node
  node=$(docker create "$debian" true)
  docker cp "$home/node/files/." "$node:/"
  docker cp "$(programs kubernetes)/." "$node:/usr/local/bin"
  docker cp "$(programs etcd)/." "$node:/usr/local/bin"
  docker cp "$(programs coredns)/." "$node:/usr/local/bin"
  tar -C "$(programs pause)" -c pause | docker import --change 'ENTRYPOINT ["/pause"]' - local/pause:1
  docker save --output "$cache/pause.tar" local/pause:1
  docker cp "$cache/pause.tar" "$node:/usr/local/lib/node/pause.tar"
  docker commit \
    --change 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' \
    --change 'VOLUME ["/var/lib/kubelet","/var/lib/rancher/k3s","/var/log"]' \
    --change 'CMD []' \
    --change 'ENTRYPOINT ["/usr/local/bin/k3s"]' \
    "$node" "$image"
  docker rm "$node"
  docker rmi local/pause:1
  rm "$cache/pause.tar"
}
