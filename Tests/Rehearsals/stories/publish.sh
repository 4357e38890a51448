#!/bin/bash
# A configuration of nginx is published; one that does not answer, and one that nginx refuses, are taken back.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/story.sh"

# A site that says which version it is: site VERSION
site() {
  cat <<CONFIGURATION
server {
  listen 192.168.77.11:80;
  location = /version { return 200 "$1\n"; }
  location / { return 200 "welcome\n"; }
}
CONFIGURATION
}
version() { curl --silent --fail http://192.168.77.11/version; }
workers() { on web01 pgrep --parent "$(on web01 cat /run/nginx.pid)"; }
publish() { play "$1" web01/publish --undo-on-failure --input "configuration=$HOME/new.conf" --input "version=$2" "${@:3}"; }
nothing_is_left() { on web01 bash -c '! ls /etc/nginx/site.conf.*' || fail "files were left behind"; }

say "a good configuration, for real and as a drill"
for mode in '' --drill; do
  site "v2$mode" > new.conf
  # shellcheck disable=SC2086 # no word, or one
  publish 0 "v2$mode" $mode
  [ "$(version)" = "v2$mode" ] || fail "the new configuration is not there"
  holds 'e["result"] == "completed"' 'e["mode"] == ("drill" if "'"$mode"'" else "real")' \
    '[look["held"] for look in e["steadyState"]] == [True, True]' 'outcome["clear"] == "done"' 'e["recovery"]["time"] > 0'
  nothing_is_left
done

say "a configuration that nginx takes, and that does not answer as it should"
on web01 cp /etc/nginx/site.conf /srv/expected
{ site v3 | sed 's/location = .version/location = \/versoin/'; } > new.conf
publish 1 v3
[ "$(version)" = v2--drill ] || fail "the old configuration did not come back"
on web01 cmp /etc/nginx/site.conf /srv/expected || fail "the old configuration is another"
holds 'e["result"] == "undone"' 'e["undos"][0]["undone"] == ["reload", "install", "send"]' 'e["undos"][0]["left"] == []' \
  'e["steadyState"][-1]["moment"] == "afterUndo" and e["steadyState"][-1]["held"]'
nothing_is_left

say "a configuration that nginx refuses is never loaded"
before=$(workers)
{ site v4; echo 'a mistake'; } > new.conf
publish 1 v4
[ "$(version)" = v2--drill ] || fail "the old configuration did not come back"
[ "$(workers)" = "$before" ] || fail "nginx was reloaded"
on web01 cmp /etc/nginx/site.conf /srv/expected || fail "the old configuration is another"
holds 'e["result"] == "undone"' 'not any(p["part"] == "action" for p in steps["reload"]["processes"])' \
  'e["undos"][0]["undone"] == ["install", "send"]' 'e["undos"][0]["left"] == []' 'e["steadyState"][-1]["held"]'
nothing_is_left
say "done"
