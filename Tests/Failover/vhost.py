"""A host made of namespaces: its own network, processes, mounts and name, and systemd as its first process."""

import os
import pathlib
import shutil
import signal
import socket
import subprocess
import time

import cgroups
import lan

INIT = pathlib.Path(__file__).with_name("vhost-init.sh")

# What the Debian package brings, and starts.
FRESH_COROSYNC = """\
totem {
    version: 2
    cluster_name: debian
    crypto_cipher: none
    crypto_hash: none
}
quorum {
    provider: corosync_votequorum
}
nodelist {
    node {
        name: node1
        nodeid: 1
        ring0_addr: 127.0.0.1
    }
}
"""


class VHost:
    """One balancer. Its disk survives a power loss; its processes, addresses and memory do not."""

    def __init__(self, name, address, prefix, work, public_key):
        self.name = name
        self.address = address
        self.prefix = prefix
        self.work = work
        self.port = f"port-{address.split('.')[-1]}"
        self.disk = work / "disks" / name
        self.disk.mkdir(parents=True)
        shutil.copy(public_key, self.disk / "authorized_keys")
        (self.disk / "corosync.conf").write_text(FRESH_COROSYNC)
        self.console = work / f"{name}.console"
        self.process = None

    def power_on(self):
        group = cgroups.make(self.work.name, self.name)
        # The shell joins the control group first, so that the group becomes the root of what the host sees.
        join = ["sh", "-c", 'echo $$ >"$0/cgroup.procs" && exec "$@"', group]
        unshare = ["unshare", "--mount", "--uts", "--ipc", "--net", "--cgroup", "--pid", "--fork", "--kill-child"]
        init = [INIT, self.name, f"{self.address}/{self.prefix}", self.disk]
        with open(self.console, "ab") as console:
            self.process = subprocess.Popen(
                [*join, *unshare, *init], stdin=subprocess.DEVNULL, stdout=console, stderr=console)
        self.wait_for_namespace()
        lan.plug_in(self.port, self.process.pid)

    def wait_for_namespace(self):
        own = pathlib.Path("/proc/self/ns/net").readlink()
        deadline = time.monotonic() + 10
        while pathlib.Path(f"/proc/{self.process.pid}/ns/net").readlink() == own:
            if time.monotonic() > deadline:
                raise RuntimeError(f"{self.name} does not start: {self.console.read_text()}")
            time.sleep(0.01)

    def power_off(self):
        """All processes die at once, as with the mains plug pulled."""
        if self.process:
            lan.remove(self.port)
            os.kill(self.first_process(), signal.SIGKILL)
            self.process.wait()
            self.process = None

    def first_process(self):
        """The PID of the host's systemd, as seen from outside."""
        children = pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return int(children[0])

    def is_on(self):
        return self.process is not None and self.process.poll() is None

    def accepts_ssh(self):
        if not self.is_on():
            raise RuntimeError(f"{self.name} ended while it started: {self.console.read_text()}")
        try:
            socket.create_connection((self.address, 22), timeout=1).close()
            return True
        except OSError:
            return False

    def unplug(self):
        """Cuts the network link only: the host goes on running, alone."""
        lan.pull(self.port)

    def run(self, *command, check=True, timeout=30):
        """Runs a program on the host and gives back what it printed."""
        enter = ["nsenter", "--target", str(self.first_process()), "--all", "--root", "--wd"]
        done = subprocess.run([*enter, *command], capture_output=True, text=True, timeout=timeout)
        if check and done.returncode != 0:
            raise RuntimeError(f"{self.name}: {' '.join(command)}: {done.stderr.strip() or done.stdout.strip()}")
        return done.stdout

    def holds(self, address):
        """Whether the kernel of the host takes the address for its own."""
        process = self.process
        if process is None:
            return False
        try:
            return f" {address}\n" in pathlib.Path(f"/proc/{process.pid}/net/fib_trie").read_text()
        except OSError:
            return False
