"""Applies the emitted role over ssh, as its user does."""

import os
import re
import subprocess


class Playbook:
    """ansible-playbook with the emitted inventory; only the way in (user, key) is the rehearsal's."""

    def __init__(self, program, balancer, password, key, work):
        self.balancer = balancer
        self.command = [
            program, "-i", "inventory.yml", balancer.playbook.name, "--limit",
            ",".join(member.name for member in balancer.members),
            "--private-key", key, "--extra-vars", "ansible_user=root"]
        self.log = work / "ansible.log"
        self.environment = {
            **os.environ, balancer.secret: password, "ANSIBLE_HOME": str(work / "ansible-home"),
            "ANSIBLE_HOST_KEY_CHECKING": "False", "ANSIBLE_PIPELINING": "True", "ANSIBLE_NOCOLOR": "True",
            "ANSIBLE_SSH_ARGS": "-o ControlMaster=auto -o ControlPersist=30s -o UserKnownHostsFile=/dev/null",
            "ANSIBLE_SSH_CONTROL_PATH_DIR": str(work / "ssh")}

    def apply(self):
        """Runs it. Gives back the number of changes for each host."""
        done = subprocess.run(self.command, cwd=self.balancer.ansible, env=self.environment, text=True,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        with open(self.log, "a") as log:
            log.write(done.stdout)
        if done.returncode != 0:
            raise RuntimeError(f"ansible-playbook ended with {done.returncode}:\n{done.stdout[-4000:]}")
        return {host: int(count) for host, count in re.findall(r"^(\S+)\s*: ok=\d+\s+changed=(\d+)", done.stdout, re.M)}
