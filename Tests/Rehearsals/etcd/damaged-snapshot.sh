#!/bin/bash
# A damaged snapshot is refused before anything is stopped or changed.
# shellcheck source-path=SCRIPTDIR
. "$(dirname "${BASH_SOURCE[0]}")/stage.sh"
raise_curtain

etcdctl_first put /registry/pods/precious value >/dev/null
play etcd-backup || fail "etcd-backup"
snapshot=$(ls "$HOME"/.rackbook/kubespray/*/backups/*.db)

for damage in cut flipped; do
  cp "$snapshot" "$REHEARSAL/snapshot.db"
  case $damage in
    cut) truncate --size=-4096 "$REHEARSAL/snapshot.db" ;;
    flipped) printf 'X' | dd of="$REHEARSAL/snapshot.db" bs=1 seek=9000 conv=notrunc status=none ;;
  esac
  ! play etcd-restore --input snapshot="$REHEARSAL/snapshot.db" --input approval=alone || fail "a $damage snapshot was restored"
  [ "$(etcdctl_first get /registry/pods/precious --print-value-only)" = value ] || fail "the living data was touched"
  for member in $MEMBERS; do
    on_member "${member#*=}" systemctl is-active etcd >/dev/null || fail "etcd was stopped on $member"
    on_member "${member#*=}" test -e /etc/kubernetes/manifests/kube-apiserver.yaml || fail "the API was stopped on $member"
    ! on_member "${member#*=}" ls /var/lib/etcd | grep restored || fail "something was unpacked on $member"
  done
done
say "done"
