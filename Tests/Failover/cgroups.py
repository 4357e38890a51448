"""One control group per host, so that the systemd of each sees only its own processes."""

import os
import pathlib
import time


def mount_point():
    """Where this machine has its cgroup2 hierarchy."""
    for line in pathlib.Path("/proc/mounts").read_text().splitlines():
        _, folder, kind, *_ = line.split()
        if kind == "cgroup2":
            return pathlib.Path(folder)
    raise RuntimeError("no cgroup2 file system is mounted")


def make(rehearsal, host):
    """Makes the control group of a host; it stays over reboots of the host."""
    group = mount_point() / rehearsal / host
    group.mkdir(parents=True, exist_ok=True)
    return group


def remove(rehearsal):
    """Removes all groups of a rehearsal, whose processes have been killed: the kernel may need a moment for that."""
    top = mount_point() / rehearsal
    deadline = time.monotonic() + 10
    while top.exists():
        for folder, _, _ in os.walk(top, topdown=False):
            try:
                os.rmdir(folder)
            except OSError:
                if time.monotonic() > deadline:
                    raise
        time.sleep(0.05)
