#!/bin/bash
# All web servers get a release, two at a time; with one of them down, the run goes on where it may, and stops where not.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/story.sh"

begun() { grep --count "begin $1" "$HOSTS"/*/srv/upper/log 2>/dev/null | grep --count ':1$'; }
two_have_begun() { [ "$(begun "$1")" = 2 ]; }
log_of() { on "$1" cat /srv/log; }

say "two at a time, never three"
for host in web01 web02 web03; do on "$host" touch /srv/hold; done
play 0 lab/rolling-update --input release=1.1 --drill > first.log &
first=$!
wait_until "two hosts are being updated" two_have_begun 1.1
sleep 1
two_have_begun 1.1 || fail "a third host was begun"
for host in web01 web02 web03; do on "$host" rm /srv/hold; done
wait "$first" || { cat first.log; fail "the drill"; }
cat first.log
for host in web01 web02 web03; do [ "$(log_of "$host")" = $'begin 1.1\nend 1.1' ] || fail "$host was not updated once"; done

say "a host is down: the look goes on without it, the update does not"
power_off web03
play 1 lab/rolling-update --input release=1.2
holds 'e["result"] == "failed"' 'outcome["survey"] == "done"' 'steps["survey"]["captures"][0]["value"] == "1.1\n1.1"' \
  'outcome["update[web01]"] == outcome["update[web02]"] == "done"' 'outcome["update"] != "done"' \
  '"compare" not in steps or outcome["compare"] != "done"'

say "it is back: what was done is not done again"
power_on web03
play 0 --resume "$run"
holds 'e["result"] == "completed"' 'attempts["update[web01]"] == attempts["update[web02]"] == 1' \
  'attempts["update[web03]"] == 2' 'steps["compare"]["captures"][0]["value"] == "1.2\n1.2\n1.2"'
for host in web01 web02 web03; do
  [ "$(log_of "$host")" = $'begin 1.1\nend 1.1\nbegin 1.2\nend 1.2' ] || fail "$host was not updated once"
done
say "done"
