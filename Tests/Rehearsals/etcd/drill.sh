#!/bin/bash
# A drill brings the snapshot to life beside the living etcd, counts what is in it, and leaves nothing behind.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/stage.sh"
raise_curtain

for number in $(seq 20); do etcdctl_first put "/registry/pods/number-$number" "value $number" >/dev/null; done
play etcd-backup || fail "etcd-backup"
snapshot=$(ls "$HOME"/.rackbook/kubespray/*/backups/*.db)
etcdctl_first put /registry/pods/after value >/dev/null
living=$(etcdctl_first get --prefix /registry/ | sha256sum)
identity=$(etcdctl_first endpoint status --write-out=json | grep -o '"cluster_id":[0-9]*' | sort -u)

play etcd-restore --drill --input snapshot="$snapshot" --input approval=signed || fail "the drill"
expect_result completed
"$LAB" evidence "$(last_run)" --journal "$REHEARSAL/runs" > "$REHEARSAL/evidence.md"
grep -E 'objects.*20' "$REHEARSAL/evidence.md" || fail "the drill did not count 20 objects"
grep -i drill "$REHEARSAL/evidence.md" >/dev/null || fail "the evidence does not say that it was a drill"

[ "$(etcdctl_first get --prefix /registry/ | sha256sum)" = "$living" ] || fail "the living data was touched"
[ "$(etcdctl_first endpoint status --write-out=json | grep -o '"cluster_id":[0-9]*' | sort -u)" = "$identity" ] ||
  fail "the living cluster was replaced"
for member in $MEMBERS; do
  ! on_member "${member#*=}" ls /var/lib/etcd /var/tmp | grep -E 'restore|drill' || fail "$member keeps leftovers of the drill"
done
! on_member "$first" etcdctl --endpoints=http://127.0.0.1:12379 --command-timeout=2s get x || fail "the drill's etcd still runs"
say "done"
