#!/bin/bash
# A database is dumped, lost and restored: damaged dumps are refused, nobody passes the gate alone, a restore that fails is
# taken back, and the keeper's password is nowhere.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/story.sh"

secret=(--secret-from "PGPASSWORD=file:$RACKBOOK_STAGE/keeper.password")
approvers=(--allowed-signers "$HOME/allowed_signers")
sql() { on db01 setpriv --reuid=postgres --regid=postgres --init-groups psql -XAtq -c "$1" "${2:-orders}"; }
content() { sql "SELECT count(*) || '-' || md5(string_agg(o::text, ' ' ORDER BY id)) FROM orders AS o"; }
databases() { sql "SELECT string_agg(datname, ' ' ORDER BY datname) FROM pg_database WHERE datname LIKE 'orders%'" postgres; }
is_there() { [ "$(content)" = "$1" ] && [ "$(databases)" = orders ]; }
restore() { play "$1" orders/database-restore --undo-on-failure --input "folder=$HOME/$2" "${secret[@]}" "${approvers[@]}" "${@:3}"; }
resume() { play "$1" --resume "$run" --undo-on-failure "${secret[@]}" "${approvers[@]}"; }
# Another person approves what is asked for last: approve KEY
approve() {
  local request
  request=$(ls -t runs/approvals/*.json | head -n 1)
  python3 "$stories/person.py" "yes approves it=yes" "Comment=seen" -- "$LAB" approve "$request" --key "$1" || fail "no approval"
}

mkdir -m 700 "$HOME/.ssh" "$HOME/boss" whole
ssh-keygen -q -t ed25519 -N '' -f "$HOME/.ssh/id_ed25519"
ssh-keygen -q -t ed25519 -N '' -f "$HOME/boss/key"
{ echo "somebody $(cat "$HOME/.ssh/id_ed25519.pub")"; echo "boss $(cat "$HOME/boss/key.pub")"; } > "$HOME/allowed_signers"

play 0 orders/database-backup --input "folder=$HOME/whole" "${secret[@]}"
before=$(content)

say "life goes on, then all orders are deleted"
sql "INSERT INTO orders VALUES (9001, 'late', 5)"
sql "DELETE FROM orders WHERE id < 9000"
lost=$(content)

say "a damaged dump is refused before anything is destroyed"
for damage in cut flipped cut-before-its-sum; do
  cp -R whole "$damage"
  case $damage in
    cut*) truncate --size=-2000 "$damage/orders.dump" ;;
    flipped) printf 'X' | dd of="$damage/orders.dump" bs=1 seek=9000 conv=notrunc status=none ;;
  esac
  if [ "$damage" = cut-before-its-sum ]; then
    sed -i "s/^sha256 .*/sha256 $(sha256sum < "$damage/orders.dump" | cut -d ' ' -f 1)/" "$damage/orders.facts"
  fi
  restore 1 "$damage"
  holds 'steps["inspect"]["outcome"].startswith("failed")' 'outcome.get("take-away", "not begun") == "not begun"' \
    'outcome.get("agree", "not begun") == "not begun"'
  is_there "$lost" || fail "the living database was touched"
done

say "nobody passes the gate alone"
restore 3 whole
approve "$HOME/.ssh/id_ed25519"
resume 3
is_there "$lost" || fail "the living database was touched"

say "a restore that fails is taken back: the role that the dump grants to is gone"
sql "DROP OWNED BY reporting" && sql "DROP ROLE reporting"
approve "$HOME/boss/key"
resume 1
holds 'e["result"] == "undone"' 'steps["restore"]["outcome"].startswith("failed")' 'e["undos"][0]["undone"] == ["take-away"]' \
  'e["steadyState"][-1]["moment"] == "afterUndo" and e["steadyState"][-1]["held"]' \
  '[a["by"] for a in steps["agree"]["approvals"]] == ["boss"]'
is_there "$lost" || fail "the living database did not come back"

say "restored, to the row"
sql "CREATE ROLE reporting ROLE keeper"
restore 3 whole
approve "$HOME/boss/key"
resume 0
is_there "$before" || fail "what was restored is another database"
holds 'e["result"] == "completed"' 'e["mode"] == "real"' 'e["recovery"]["keepsTime"] and e["recovery"]["keepsPoint"]' \
  'e["recovery"]["promisedTime"] == 900000' 'e["secrets"] == ["PGPASSWORD"]'
"$LAB" evidence "$run" --journal runs > restored.md
"$LAB" evidence "$run" --journal runs --format html -o restored.html
grep --after-context=6 'Recovery' restored.md || fail "the evidence says nothing of the recovery"

say "a drill leaves the living database alone, and nothing behind"
sql "INSERT INTO orders VALUES (9002, 'new', 5)"
living=$(content)
restore 0 whole --drill
holds 'e["result"] == "completed"' 'e["mode"] == "drill"' 'outcome["agree"].startswith("skipped")' 'outcome["compare"] == "done"'
is_there "$living" || fail "the drill touched the living database"

say "a careless runbook shows no password either"
play 0 orders/careless "${secret[@]}"
grep --quiet 'the password is \[PGPASSWORD\]' shown.log || fail "there was no password to be seen"
holds 'outcome["refused"].startswith("failed")' 'steps["command-lines"]["processes"][0]["output"] != ""' \
  '"[PGPASSWORD]" not in steps["command-lines"]["processes"][0]["output"]'
SECRET=$(cat "$RACKBOOK_STAGE/keeper.password") python3 "$stories/nowhere.py" runs build whole ./*.log ./*.json ./restored.* ||
  fail "the password was written down"
! on db01 grep --recursive --fixed-strings --quiet "$(cat "$RACKBOOK_STAGE/keeper.password")" /srv/backup /tmp /var/log ||
  fail "the password was written down on the host"
say "done"
