#!/bin/bash
# A web server loses its power in the middle of its update: what was half done is found and done again, nothing else is.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/story.sh"

on web02 touch /srv/hold
play 1 lab/rolling-update --input release=1.3 > first.log &
first=$!
wait_until "web02 is being updated" on web02 grep 'begin 1.3' /srv/log
power_off web02
rm "$HOSTS/web02/srv/upper/hold"
wait "$first" || { cat first.log; fail "the run did not fail"; }
cat first.log
cp "$(ls -t [0-9]*.log | head -n 1)" shown.log
name_run
holds 'e["result"] == "failed"' 'outcome["update[web01]"] == "done"' 'outcome["update[web02]"] != "done"'

power_on web02
[ "$(on web02 cat /srv/release)" = "half of 1.3" ] || fail "web02 is not half updated"
play 0 --resume "$run"
holds 'e["result"] == "completed"' 'attempts["update[web02]"] == 2' 'attempts["update[web01]"] == 1' \
  'any("was not done" in d["sentence"] for d in steps["update[web02]"]["decisions"])' \
  'steps["compare"]["captures"][0]["value"] == "1.3\n1.3\n1.3"'
[ "$(on web02 cat /srv/log)" = $'begin 1.3\nbegin 1.3\nend 1.3' ] || fail "web02 was not updated again"
say "done"
