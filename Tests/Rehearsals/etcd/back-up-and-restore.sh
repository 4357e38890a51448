#!/bin/bash
# A backup is taken, the cluster goes on, everything is deleted, the backup is restored; then that is undone.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/stage.sh"
raise_curtain

say "a cluster with something in it"
for number in $(seq 20); do etcdctl_first put "/registry/pods/before-$number" "value $number" >/dev/null; done
before=$(etcdctl_first get --prefix /registry/ --print-value-only=false | sha256sum)
identity=$(etcdctl_first endpoint status --write-out=json | grep -o '"cluster_id":[0-9]*' | sort -u)

play etcd-backup || fail "etcd-backup"
snapshot=$(ls "$HOME"/.rackbook/kubespray/*/backups/*.db)
[ "$(stat --format %a "$snapshot")" = 600 ] || fail "the snapshot can be read by others"
tar --list --gzip --file "${snapshot%.db}.keys.tar.gz" | grep secrets_encryption.yaml >/dev/null ||
  fail "the key that Secrets are encrypted with is not in the backup"

say "life goes on, then everything is deleted"
etcdctl_first put /registry/pods/after changed >/dev/null
etcdctl_first del --prefix /registry/pods/before- >/dev/null
lost=$(etcdctl_first endpoint status --write-out=json | grep -o '"revision":[0-9]*' | cut -d : -f 2 | sort -n | tail -n 1)

changed=$(etcdctl_first get --prefix /registry/ | sha256sum)
play etcd-restore --input snapshot="$snapshot" --input approval=alone || fail "etcd-restore"
restoring=$(last_run)
expect_result completed

say "what was there is there again, and nothing else"
after=$(etcdctl_first get --prefix /registry/ --print-value-only=false | sha256sum)
[ "$before" = "$after" ] || fail "the restored keys differ"
[ -z "$(etcdctl_first get /registry/pods/after)" ] || fail "a key from after the snapshot came back"
[ "$(etcdctl_first member list | grep -c started)" = 3 ] || fail "not three members"
revision=$(etcdctl_first endpoint status --write-out=json | grep -o '"revision":[0-9]*' | cut -d : -f 2 | sort -n | head -n 1)
[ "$revision" -gt "$lost" ] || fail "the revision $revision went back behind $lost: watchers would be fooled"
[ "$(etcdctl_first endpoint status --write-out=json | grep -o '"cluster_id":[0-9]*' | sort -u)" != "$identity" ] ||
  fail "the restored cluster still is the old one: a forgotten member could join it"
for member in $MEMBERS; do
  address=${member#*=}
  on_member "$address" test -d /var/lib/etcd/member.before-restore || fail "the old data of $member is gone"
  on_member "$address" test -e /etc/kubernetes/manifests/kube-apiserver.yaml || fail "no API server on $member"
  ! on_member "$address" test -e /var/tmp/rackbook-restore.db || fail "the snapshot still lies on $member"
done
etcdctl_first put /registry/pods/new works >/dev/null || fail "the restored cluster takes no writes"

say "the old state comes back when the restore is undone"
at_terminal undo "$restoring" --from-build "$BUILD" || fail "undo"
expect_result undone "$restoring"
[ "$(etcdctl_first get --prefix /registry/ | sha256sum)" = "$changed" ] || fail "undone, and the keys are not those of before"
for member in $MEMBERS; do
  ! on_member "${member#*=}" ls /var/lib/etcd | grep restore || fail "$member keeps leftovers of the restore"
  on_member "${member#*=}" test -e /etc/kubernetes/manifests/kube-apiserver.yaml || fail "no API server on $member"
done
say "done"
