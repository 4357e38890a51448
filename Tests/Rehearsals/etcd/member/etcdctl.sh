#!/bin/bash
# What kubespray's wrapper of the same name does.
export ETCDCTL_API=3
exec /usr/local/bin/etcdctl --cacert /etc/ssl/etcd/ssl/ca.pem --cert "/etc/ssl/etcd/ssl/admin-$(hostname).pem" \
  --key "/etc/ssl/etcd/ssl/admin-$(hostname)-key.pem" "$@"
