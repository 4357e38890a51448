"""What the rehearsal needs from the machine, and how to get it."""

import os
import platform
import shutil
import subprocess

# What the hosts and the stage are made of. What the balancers run is in the emitted role; hosts have no internet, so
# that must be installed here too.
PACKAGES = ["dbus", "iproute2", "openssh-client", "openssh-server", "openssl", "procps", "python3-apt", "systemd",
            "util-linux"]


def missing(ansible_playbook, role_packages):
    """The reasons why the rehearsal cannot run here; none when it can."""
    if platform.system() != "Linux":
        return ["it needs Linux: its hosts are made of namespaces"]
    if not shutil.which("dpkg-query"):
        return ["it needs Debian or Ubuntu: its hosts share the packages of this machine"]
    reasons = []
    if os.geteuid() != 0:
        reasons.append("it needs root, to make namespaces, mounts and network links")
    packages = [name for name in sorted({*PACKAGES, *role_packages}) if not is_installed(name)]
    if packages:
        reasons.append("packages are missing: apt-get install --no-install-recommends " + " ".join(packages))
    if not shutil.which(ansible_playbook):
        reasons.append(f"{ansible_playbook} is not there: pip install ansible, or give --ansible-playbook PATH")
    return reasons


def is_installed(package):
    query = ["dpkg-query", "--show", "--showformat", "${db:Status-Status}", package]
    return subprocess.run(query, capture_output=True, text=True).stdout == "installed"
