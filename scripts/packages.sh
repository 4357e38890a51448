# shellcheck shell=sh
# Shared by the install scripts: install the named packages that are missing, and only those.

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    echo "Installing packages needs root, and there is no sudo. As root, run: $*" >&2
    exit 1
  fi
}

install_with_apt() {
  command -v apt-get >/dev/null || unknown_system
  missing=""
  for package in "$@"; do
    status=$(dpkg-query --show --showformat '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  echo "Installing:$missing"
  as_root apt-get update -qq
  # Tests start the servers they need themselves; a package must not start nginx or a cluster on this machine.
  policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    trap 'as_root rm -f "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
    as_root chmod +x "$policy"
  fi
  # $missing is a list: one argument per package.
  # shellcheck disable=SC2086
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

install_with_brew() {
  command -v brew >/dev/null || unknown_system
  for package in "$@"; do
    brew list --versions "$package" >/dev/null 2>&1 || brew install --quiet "$package"
  done
}

unknown_system() {
  echo "This script knows Debian and Ubuntu (apt-get) and macOS (brew); install by hand what it names." >&2
  exit 1
}
