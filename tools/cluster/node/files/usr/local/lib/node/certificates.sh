# shellcheck shell=bash
# The node's certificates and kubeconfigs, in the directory $pki. Sourced.
# shellcheck disable=SC2154

# "EC PRIVATE KEY", as k3s writes them: by that header the Java client knows the algorithm.
new_key() { openssl ecparam -name prime256v1 -genkey -noout -out "$1" 2>/dev/null; }

# authority NAME: a certificate authority.
authority() {
  new_key "$pki/$1.key"
  openssl req -x509 -new -key "$pki/$1.key" -days 3650 -subj "/CN=$1" -out "$pki/$1.crt"
}

# certificate NAME AUTHORITY SUBJECT [SERVER-NAMES]
certificate() {
  local name=$1 authority=$2 subject=$3 servers=${4:-}
  local extensions='extendedKeyUsage=clientAuth'
  [[ -z $servers ]] || extensions="extendedKeyUsage=serverAuth,clientAuth"$'\n'"subjectAltName=$servers"
  new_key "$pki/$name.key"
  openssl req -new -key "$pki/$name.key" -subj "$subject" |
    openssl x509 -req -CA "$pki/$authority.crt" -CAkey "$pki/$authority.key" -CAcreateserial -days 3650 \
      -extfile <(printf '%s\n' "$extensions") -out "$pki/$name.crt" 2>/dev/null
}

# kubeconfig NAME: the contents of a kubeconfig for the holder of the certificate NAME.
kubeconfig() {
  cat <<K
apiVersion: v1
kind: Config
clusters:
- name: default
  cluster:
    server: https://127.0.0.1:6443
    certificate-authority-data: $(base64 -w0 "$pki/ca.crt")
users:
- name: default
  user:
    client-certificate-data: $(base64 -w0 "$pki/$1.crt")
    client-key-data: $(base64 -w0 "$pki/$1.key")
contexts:
- name: default
  context: {cluster: default, user: default}
current-context: default
K
}

# component NAME SUBJECT: a certificate and a kubeconfig for one of the node's programs.
component() {
  certificate "$1" ca "$2"
  kubeconfig "$1" >"$pki/$1.kubeconfig"
}

# server_names ADDRESS NODE-NAME EXTRA...: as a subjectAltName; an address is told from a name.
server_names() {
  local names='DNS:kubernetes,DNS:kubernetes.default,DNS:kubernetes.default.svc,DNS:kubernetes.default.svc.cluster.local'
  names+=,DNS:localhost,IP:127.0.0.1,IP:10.43.0.1
  local name
  for name; do
    if [[ $name =~ ^[0-9.]+$|: ]]; then names+=,IP:$name; else names+=,DNS:$name; fi
  done
  echo "$names"
}

# make_certificates ADDRESS NODE-NAME EXTRA-SERVER-NAME...
make_certificates() {
  local address=$1 node=$2 names
  names=$(server_names "$@")
  authority ca
  authority front-proxy-ca
  certificate apiserver ca /CN=kube-apiserver "$names"
  certificate apiserver-kubelet-client ca /O=system:masters/CN=kube-apiserver-kubelet-client
  certificate front-proxy-client front-proxy-ca /CN=front-proxy-client
  certificate kubelet ca "/O=system:nodes/CN=system:node:$node" "IP:$address,DNS:$node"
  kubeconfig kubelet >"$pki/kubelet.kubeconfig"
  component admin /O=system:masters/CN=admin
  component kube-controller-manager /CN=system:kube-controller-manager
  component kube-scheduler /CN=system:kube-scheduler
  component kube-proxy /CN=system:kube-proxy
  component coredns /CN=coredns
  new_key "$pki/service-account.key"
  openssl pkey -in "$pki/service-account.key" -pubout -out "$pki/service-account.pub"
}
