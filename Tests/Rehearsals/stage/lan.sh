# shellcheck shell=bash
# A network of hosts that are namespaces, for a stage to source: `raise_lan "$0" "$@"`, then `make_host NAME ADDRESS`.
#
# Real: OpenSSH on both sides, with throw-away keys; the network between the hosts; their processes, which a host that
# loses its power takes with it; their files below /etc, /var, /srv, /run and /tmp, which no other host sees.
# What a host has installed is what this machine has.
#
# A stage runs in namespaces of its own, so nothing it starts outlives it.

say() { printf '== %s\n' "$*"; }
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

# Steps into namespaces of the stage's own, once, and spreads out there.
raise_lan() {
  if [ -z "${REHEARSAL:-}" ]; then
    for program in ip ssh ssh-keygen unshare nsenter setpriv; do
      command -v "$program" >/dev/null || { echo "'$program' is not installed." >&2; exit 69; }
    done
    [ -x /usr/sbin/sshd ] || { echo "sshd is not installed: it comes with openssh-server." >&2; exit 69; }
    [ "$(id -u)" = 0 ] || { echo "A stage makes namespaces, so it must be run by root." >&2; exit 69; }
    exec unshare --mount --net --pid --fork --kill-child --mount-proc env REHEARSAL=/mnt "$@"
  fi
  mount -t tmpfs -o mode=755 tmpfs "$REHEARSAL"
  export HOME="$REHEARSAL/home" RACKBOOK_STAGE="$REHEARSAL/stage" HOSTS="$REHEARSAL/hosts"
  export PATH="$RACKBOOK_STAGE/bin:$PATH:/usr/sbin:/sbin"
  mkdir -p "$HOME" "$HOSTS" "$RACKBOOK_STAGE/bin"
  ip link set lo up
  ip link add switch type bridge
  ip address add 192.168.77.1/24 dev switch
  ip link set switch up
  ssh-keygen -q -t ed25519 -N '' -f "$RACKBOOK_STAGE/key"
  cat > "$RACKBOOK_STAGE/ssh_config" <<CONFIGURATION
Host *
  User root
  IdentityFile $RACKBOOK_STAGE/key
  IdentitiesOnly yes
  UserKnownHostsFile $RACKBOOK_STAGE/known_hosts
CONFIGURATION
  # What the person's own configuration does elsewhere.
  printf '#!/bin/sh\nexec /usr/bin/ssh -F %s "$@"\n' "$RACKBOOK_STAGE/ssh_config" > "$RACKBOOK_STAGE/bin/ssh"
  chmod +x "$RACKBOOK_STAGE/bin/ssh"
}

# Runs a command on a host, past ssh: on HOST COMMAND...
on() {
  local host=$1
  shift
  nsenter --target "$(cat "$HOSTS/$host/init")" --mount --net --uts --pid -- "$@"
}

# Writes a file of a host from standard input: put HOST PATH
put() { on "$1" bash -c 'cat > "$1"' put "$2"; }

make_host() {
  local host=$1 address=$2
  mkdir -p "$HOSTS/$host"/{etc,var,srv}/{upper,work}
  echo "$address" > "$HOSTS/$host/address"
  ssh-keygen -q -t ed25519 -N '' -C "$host" -f "$HOSTS/$host/key"
  echo "$address $(cat "$HOSTS/$host/key.pub")" >> "$RACKBOOK_STAGE/known_hosts"
  printf 'Host %s %s\n  HostName %s\n' "$host" "$address" "$address" >> "$RACKBOOK_STAGE/ssh_config"
  power_on "$host"
}

power_on() {
  local host=$1 home="$HOSTS/$1" parent address
  address=$(cat "$home/address")
  unshare --mount --net --uts --pid --fork --kill-child --mount-proc bash -c '
    hostname "$1"
    for folder in etc var srv; do
      mount -t overlay overlay -o "lowerdir=/$folder,upperdir=$2/$folder/upper,workdir=$2/$folder/work" "/$folder"
    done
    mount -t tmpfs tmpfs /run
    mount -t tmpfs tmpfs /tmp
    mkdir /run/sshd
    ip link set lo up
    touch "$2/ready"
    while :; do sleep 1000 & wait $!; done' init "$host" "$home" </dev/null &
  parent=$!
  wait_until "$host is there" test -e "$home/ready"
  tr -d ' ' < "/proc/$parent/task/$parent/children" > "$home/init"

  ip link add "to-$host" type veth peer name eth0 netns "$(cat "$home/init")"
  ip link set "to-$host" master switch up
  on "$host" ip address add "$address/24" dev eth0
  on "$host" ip link set eth0 up
  on "$host" sed -i 's/^root:[^:]*/root:*/' /etc/shadow
  on "$host" install -D -m 600 "$home/key" /etc/ssh/rehearsal/host_key
  on "$host" install -m 600 "$RACKBOOK_STAGE/key.pub" /etc/ssh/rehearsal/authorized_keys
  put "$host" /etc/ssh/rehearsal/sshd_config <<CONFIGURATION
ListenAddress $address
HostKey /etc/ssh/rehearsal/host_key
AuthorizedKeysFile /etc/ssh/rehearsal/authorized_keys
PermitRootLogin prohibit-password
PasswordAuthentication no
PidFile none
CONFIGURATION
  on "$host" /usr/sbin/sshd -f /etc/ssh/rehearsal/sshd_config
  wait_until "$host answers to ssh" ssh -o BatchMode=yes -o ConnectTimeout=5 "$host" true
}

# What ran there is gone at once; what was on its disk stays.
power_off() {
  kill -KILL "$(cat "$HOSTS/$1/init")"
  wait_until "$1 is off" test ! -e "/proc/$(cat "$HOSTS/$1/init")"
  rm "$HOSTS/$1/ready" "$HOSTS/$1/init"
}

# Waits until a command succeeds, for two minutes at most: wait_until WHAT COMMAND...
wait_until() {
  local what=$1 end=$((SECONDS + 120))
  shift
  until "$@" >/dev/null 2>&1; do
    [ "$SECONDS" -lt "$end" ] || fail "not within two minutes: $what"
    sleep 0.1
  done
}
