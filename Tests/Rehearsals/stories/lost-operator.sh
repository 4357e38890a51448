#!/bin/bash
# The machine that runs the runbook dies. What it has started on a web server goes on there, and is ended before it is begun again.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/story.sh"

on web02 touch /srv/hold
setsid "$LAB" run lab/rolling-update --input release=1.4 --from-build build --journal runs --yes < /dev/null > shown.log 2>&1 &
wait_until "web02 is being updated" on web02 grep 'begin 1.4' /srv/log
# All of this namespace that is no host: as when the power goes.
kill -KILL "$!"
pkill -KILL -x ssh || true
wait "$!" || true
echo "Journal: $(ls runs/*.jsonl)" >> shown.log
cat shown.log
updating() { on web02 pgrep --full '/srv/update 1.4'; }
updating > before || fail "the update did not outlive its run"

say "nobody is there: nothing is begun beside what still runs"
name_run
play 3 --resume "$run"
grep --quiet "still runs there" shown.log || fail "what still runs was not seen"
[ "$(updating)" = "$(cat before)" ] || fail "the update was ended unasked"

say "somebody is: it is ended, and begun again"
attend 0 "e ends it, q stops here=e" -- --resume "$run" --yes > second.log &
second=$!
is_gone() { ! on web02 kill -0 "$(head -n 1 before)"; }
wait_until "the update was ended" is_gone
on web02 rm /srv/hold
wait "$second" || { cat second.log; fail "the run did not go through"; }
cat second.log
cp "$run.log" shown.log
name_run
holds 'e["result"] == "completed"' 'attempts["update[web02]"] == 2' 'steps["compare"]["captures"][0]["value"] == "1.4\n1.4\n1.4"'
[ "$(on web02 cat /srv/log)" = $'begin 1.4\nbegin 1.4\nend 1.4' ] || fail "web02 was not updated as it should"
say "done"
