#!/bin/sh
# The first process of a host: makes its root file system from the machine's own, copy on write, and becomes systemd.
# usage: vhost-init.sh NAME ADDRESS/PREFIX DISK CGROUP   (DISK keeps what the host writes, also over a power loss)
set -eu
name=$1 address=$2 disk=$3
root=$disk/root

hostname "$name"
mkdir -p "$disk/upper" "$disk/work" "$root"
mount -t overlay overlay -o "lowerdir=/,upperdir=$disk/upper,workdir=$disk/work" "$root"

# Once: as a fresh Debian leaves it after installing the packages, and nothing of what else this machine runs.
if [ ! -e "$root/etc/vhost" ]; then
    units=$root/etc/systemd/system
    rm -rf "$units"
    mkdir -p "$units/multi-user.target.wants"
    for unit in ssh corosync pacemaker nginx; do
        ln -s "/lib/systemd/system/$unit.service" "$units/multi-user.target.wants/"
    done
    # The kernel, the clock and the devices belong to the machine, not to the host.
    for unit in systemd-sysctl.service systemd-modules-load.service systemd-random-seed.service \
        systemd-udevd.service systemd-udev-trigger.service systemd-remount-fs.service systemd-binfmt.service \
        systemd-pstore.service systemd-networkd.service systemd-resolved.service systemd-timesyncd.service \
        console-getty.service dev-hugepages.mount dev-mqueue.mount sys-kernel-debug.mount \
        sys-kernel-tracing.mount sys-kernel-config.mount sys-fs-fuse-connections.mount \
        proc-sys-fs-binfmt_misc.automount tmp.mount; do
        ln -s /dev/null "$units/$unit"
    done
    : >"$root/etc/fstab"
    echo "$name" >"$root/etc/hostname"
    cp "$disk/corosync.conf" "$root/etc/corosync/corosync.conf"
    rm -rf "$root"/etc/corosync/authkey "$root"/var/lib/corosync/* "$root"/var/lib/pacemaker/*/*
    rm -rf "$root"/var/log/corosync/* "$root"/var/log/pacemaker/* "$root"/var/log/nginx/* "$root"/var/log/journal
    mkdir -p "$root/root/.ssh"
    chmod 700 "$root/root/.ssh"
    cp "$disk/authorized_keys" "$root/root/.ssh/authorized_keys"
    printf 'HostKey /etc/ssh/vhost_key\nUsePAM yes\nSubsystem sftp internal-sftp\n' >"$root/etc/ssh/sshd_config"
    ssh-keygen -q -t ed25519 -N '' -f "$root/etc/ssh/vhost_key"
    echo "$name" >"$root/etc/vhost"
fi

mount -t proc proc "$root/proc"
# Pacemaker may decide to reset its host by writing here; the machine must not hear of it.
if [ -e "$root/proc/sysrq-trigger" ]; then
    mount --bind /dev/null "$root/proc/sysrq-trigger"
fi
mount -t sysfs -o ro sysfs "$root/sys"
mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
mount -t tmpfs tmpfs "$root/run"
mount -t tmpfs tmpfs "$root/tmp"
mount -t tmpfs -o mode=755 tmpfs "$root/dev"
for device in null:3 zero:5 full:7 random:8 urandom:9 console:3; do
    mknod -m 666 "$root/dev/${device%:*}" c 1 "${device#*:}"
done
mknod -m 666 "$root/dev/tty" c 5 0
mkdir "$root/dev/pts" "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=666 devpts "$root/dev/pts"
ln -s pts/ptmx "$root/dev/ptmx"
ln -s /proc/self/fd "$root/dev/fd"
mount -t tmpfs tmpfs "$root/dev/shm"

ip link set lo up
until ip link show eth0 >/dev/null 2>&1; do sleep 0.02; done
ip address add "$address" dev eth0
ip link set eth0 up

cd "$root"
mkdir -p .machine
pivot_root . .machine
umount -l /.machine
exec env -i container=rackbook PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    /lib/systemd/systemd --show-status=no --log-target=journal
