# shellcheck shell=bash
# What the stories of a rehearsal have in common. A story is run on a stage, with
#
# LAB      the program of the rehearsals' lab
# SOURCES  that lab's folder

stories=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR
. "$stories/../stage/lan.sh"

cd "$HOME"
"$LAB" build --lab "$SOURCES" --output build > build.log || { cat build.log; fail "the lab is not accepted"; }

# Runs a runbook and expects an exit code: play CODE RUNBOOK ARGUMENT...; then $run is the run, and $run.log what was shown.
play() {
  local code=0 expected=$1
  shift
  say "run $*"
  "$LAB" run "$@" --from-build build --journal runs --yes < /dev/null > shown.log 2>&1 || code=$?
  cat shown.log
  name_run
  [ "$code" = "$expected" ] || fail "the exit code is $code, not $expected"
}

# As a person at a terminal, who gives answers to questions: attend CODE QUESTION=ANSWER... -- RUN-ARGUMENT...
attend() {
  local code=0 expected=$1 answers=()
  shift
  while [ "$1" != -- ]; do answers+=("$1") && shift; done
  shift
  say "a person runs $*"
  python3 "$stories/person.py" "${answers[@]}" -- "$LAB" run "$@" --from-build build --journal runs --plain \
    > shown.log 2>&1 || code=$?
  cat shown.log
  name_run
  [ "$code" = "$expected" ] || fail "the exit code is $code, not $expected"
}

# The run of shown.log: its journal is whole, and its evidence is at hand.
name_run() {
  run=$(grep --only-matching 'Journal: runs/[^ ]*' shown.log | tail -n 1 | sed 's|.*/||; s|\.jsonl.*||')
  [ -n "$run" ] || fail "there was no run"
  cat shown.log >> "$run.log"
  "$LAB" runs verify "$run" --journal runs > verdict.log || [ $? = 3 ] || { cat verdict.log; fail "the journal of $run"; }
  "$LAB" evidence "$run" --journal runs --format json > evidence.json
}

# Expects something of the evidence of $run, see holds.py.
holds() { python3 "$stories/holds.py" evidence.json "$@" || fail "the evidence of $run is another"; }
