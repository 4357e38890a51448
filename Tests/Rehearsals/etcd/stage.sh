#!/bin/bash
# The stage of an etcd rehearsal, to be sourced by a story.
#
# Three members, each in network, mount and UTS namespaces of its own: with its own /etc, /var and /usr/local, its own
# loopback and its own address, and etcd where kubespray puts it. Real: the lab's program, etcd, etcdctl, etcdutl, TLS, the
# files, the network between the members. Stood in for: ssh (steps into a member's namespaces), sudo, systemctl and
# systemd-run, and, because there is no Kubernetes here, crictl, kubectl and the API that curl asks.
#
# A story runs in namespaces of its own (see EtcdRehearsalTests.swift), so nothing outlives it.
#
# REHEARSAL  empty folder, on a file system that overlays can lie on
# LAB        a lab's program
# BUILD      folder with the plans of the runbooks, made by the test
# MEMBERS    "km01=192.168.10.234 km02=..."
set -euo pipefail

stage=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

say() { printf '== %s\n' "$*"; }
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

# Runs a command on a member: on_member ADDRESS COMMAND...
on_member() {
  local address=$1
  shift
  nsenter --target "$(cat "$REHEARSAL/$address/pid")" --mount --net --uts -- "$@"
}

make_certificates() {
  mkdir "$REHEARSAL/pki"
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=etcd-ca \
    -keyout "$REHEARSAL/pki/ca-key.pem" -out "$REHEARSAL/pki/ca.pem" 2>/dev/null
  for member in $MEMBERS; do
    local name=${member%%=*} address=${member#*=}
    for kind in member admin; do
      openssl req -newkey rsa:2048 -nodes -subj "/CN=etcd-$kind-$name" \
        -keyout "$REHEARSAL/pki/$kind-$name-key.pem" -out "$REHEARSAL/pki/$kind-$name.csr" 2>/dev/null
      openssl x509 -req -in "$REHEARSAL/pki/$kind-$name.csr" -days 2 -CA "$REHEARSAL/pki/ca.pem" \
        -CAkey "$REHEARSAL/pki/ca-key.pem" -CAcreateserial -out "$REHEARSAL/pki/$kind-$name.pem" \
        -extfile <(printf 'subjectAltName=IP:%s,IP:127.0.0.1,DNS:localhost' "$address") 2>/dev/null
    done
  done
}

initial_cluster() {
  local list='' number=0
  for member in $MEMBERS; do
    number=$((number + 1))
    list="$list${list:+,}etcd$number=https://${member#*=}:2380"
  done
  printf '%s' "$list"
}

# The lines of kubespray's etcd.env that matter here.
etcd_environment() {
  local name=$1 address=$2 number=$3
  cat <<ENVIRONMENT
ETCD_DATA_DIR=/var/lib/etcd
ETCD_ADVERTISE_CLIENT_URLS=https://$address:2379
ETCD_INITIAL_ADVERTISE_PEER_URLS=https://$address:2380
ETCD_INITIAL_CLUSTER_STATE=new
ETCD_LISTEN_METRICS_URLS=http://$address:2381,http://127.0.0.1:2381
ETCD_LISTEN_CLIENT_URLS=https://$address:2379,https://127.0.0.1:2379
ETCD_ELECTION_TIMEOUT=5000
ETCD_HEARTBEAT_INTERVAL=250
ETCD_INITIAL_CLUSTER_TOKEN=k8s_etcd
ETCD_LISTEN_PEER_URLS=https://$address:2380
ETCD_NAME=etcd$number
ETCD_INITIAL_CLUSTER=$(initial_cluster)
ETCD_QUOTA_BACKEND_BYTES=2147483648
ETCD_TRUSTED_CA_FILE=/etc/ssl/etcd/ssl/ca.pem
ETCD_CERT_FILE=/etc/ssl/etcd/ssl/member-$name.pem
ETCD_KEY_FILE=/etc/ssl/etcd/ssl/member-$name-key.pem
ETCD_CLIENT_CERT_AUTH=true
ETCD_PEER_TRUSTED_CA_FILE=/etc/ssl/etcd/ssl/ca.pem
ETCD_PEER_CERT_FILE=/etc/ssl/etcd/ssl/member-$name.pem
ETCD_PEER_KEY_FILE=/etc/ssl/etcd/ssl/member-$name-key.pem
ETCD_PEER_CLIENT_CERT_AUTH=true
ENVIRONMENT
}

make_member() {
  local name=$1 address=$2 number=$3 home=$REHEARSAL/$2
  mkdir -p "$home"/{etc,var,local}/{upper,work}
  unshare --mount --net --uts bash -c '
    hostname "$1"
    mount -t overlay overlay -o "lowerdir=/etc,upperdir=$2/etc/upper,workdir=$2/etc/work" /etc
    mount -t overlay overlay -o "lowerdir=/var,upperdir=$2/var/upper,workdir=$2/var/work" /var
    mount -t overlay overlay -o "lowerdir=/usr/local,upperdir=$2/local/upper,workdir=$2/local/work" /usr/local
    ip link set lo up
    touch "$2/ready"
    exec sleep infinity' member "$name" "$home" &
  echo $! > "$home/pid"
  for attempt in $(seq 100); do [ -e "$home/ready" ] && break; sleep 0.1; done
  [ -e "$home/ready" ] || fail "the namespaces of $name were not made"

  ip link add "port$number" type veth peer name "eth$number"
  ip link set "port$number" master switch up
  ip link set "eth$number" netns "$(cat "$home/pid")"
  on_member "$address" ip address add "$address/24" dev "eth$number"
  on_member "$address" ip link set "eth$number" up

  on_member "$address" mkdir -p /etc/ssl/etcd/ssl /etc/kubernetes/ssl /etc/kubernetes/manifests
  on_member "$address" cp "$REHEARSAL/pki/ca.pem" "$REHEARSAL"/pki/*-"$name".pem "$REHEARSAL"/pki/*-"$name"-key.pem \
    /etc/ssl/etcd/ssl/
  on_member "$address" cp "$stage"/member/* "$(command -v etcd)" "$(command -v etcdctl)" "$(command -v etcdutl)" \
    /usr/local/bin/
  etcd_environment "$name" "$address" "$number" | put "$address" /etc/etcd.env
  for part in kube-apiserver kube-controller-manager kube-scheduler; do
    echo "stands in for $part" | put "$address" "/etc/kubernetes/manifests/$part.yaml"
  done
  for key in ca.key secrets_encryption.yaml; do
    echo "stands in for $key of $name" | put "$address" "/etc/kubernetes/ssl/$key"
  done
}

put() { on_member "$1" bash -c 'cat > "$1"' put "$2"; }

# Three members with a running, healthy etcd.
raise_curtain() {
  export PATH="$stage/here:$PATH" HOME="$REHEARSAL/home" REHEARSAL
  mkdir -p "$HOME"
  ip link set lo up
  ip link add switch type bridge
  ip address add 192.168.10.2/24 dev switch
  ip link set switch up
  make_certificates
  local number=0
  for member in $MEMBERS; do
    number=$((number + 1))
    make_member "${member%%=*}" "${member#*=}" "$number"
  done
  first=${MEMBERS%% *}
  first=${first#*=}
  for member in $MEMBERS; do on_member "${member#*=}" systemctl start --no-block etcd; done
  wait_for_etcd
}

endpoints() {
  local list=''
  for member in $MEMBERS; do list="$list${list:+,}https://${member#*=}:2379"; done
  printf '%s' "$list"
}

etcdctl_first() { on_member "$first" etcdctl.sh --endpoints="$(endpoints)" "$@"; }

wait_for_etcd() {
  for attempt in $(seq 240); do
    if etcdctl_first --command-timeout=2s endpoint health >/dev/null 2>&1; then return; fi
    sleep 0.5
  done
  fail "etcd is not healthy"
}

# Runs a runbook, at a terminal at which somebody answers: play RUNBOOK [OPTION...]
play() {
  local runbook=$1
  shift
  say "$runbook $*"
  at_terminal run "homelab/$runbook" --from-build "$BUILD" --yes --plain "$@"
}

at_terminal() { python3 "$stage/person.py" "$LAB" "$@" --journal "$REHEARSAL/runs"; }

last_run() { find "$REHEARSAL/runs" -name '*.plan.json' -printf '%T@ %f\n' | sort -n | tail -n 1 | sed 's/^[^ ]* //; s/.plan.json$//'; }

# What a run came to, the last one unless another is named: expect_result RESULT [RUN]
expect_result() {
  local result
  result=$(tail -n 1 "$REHEARSAL/runs/${2:-$(last_run)}.jsonl" | grep -o '"result":"[^"]*"' | cut -d '"' -f 4)
  [ "$result" = "$1" ] || fail "the run is $result, not $1"
}
