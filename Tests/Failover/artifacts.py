"""What the rehearsal has to know about a load balancer, read from the emitted files and from nowhere else."""

import dataclasses
import pathlib
import re
import shutil
import xml.etree.ElementTree


@dataclasses.dataclass(frozen=True)
class Member:
    """One of the balancers."""
    name: str
    address: str
    vmid: str


@dataclasses.dataclass(frozen=True)
class FenceDevice:
    """How the cluster reaches the Proxmox API."""
    api: str
    user: str


class LoadBalancer:
    """The emitted artifacts of one pair: its role, and the facts in it."""

    def __init__(self, ansible):
        configurations = sorted(ansible.glob("roles/*/files/etc/corosync/corosync.conf"))
        if len(configurations) != 1:
            raise RuntimeError(f"{ansible} holds {len(configurations)} roles with a corosync.conf, not one")
        self.ansible = ansible
        self.files = configurations[0].parents[2]
        self.role = self.files.parent
        self.cib = self.find_cib()
        self.vip, self.prefix = self.read_vip()
        self.devices, self.vmids = self.read_fencing()
        self.members = self.read_members(configurations[0].read_text())
        self.listeners, self.backends = self.read_nginx()
        self.playbook = self.find_playbook()
        self.secret = self.find_secret()
        self.packages = re.findall(r"^  - (\S+)$", (self.role / "vars/main.yml").read_text(), re.MULTILINE)

    def find_cib(self):
        for path in sorted(self.files.rglob("*.xml")):
            if xml.etree.ElementTree.parse(path).getroot().tag == "cib":
                return path
        raise RuntimeError(f"{self.files} holds no Pacemaker configuration")

    def primitives(self, kind):
        """Id and parameters of each resource of an agent."""
        for primitive in xml.etree.ElementTree.parse(self.cib).iter("primitive"):
            if primitive.get("type") == kind:
                pairs = primitive.findall("instance_attributes/nvpair")
                yield primitive.get("id"), {pair.get("name"): pair.get("value") for pair in pairs}

    def read_vip(self):
        (_, parameters), = self.primitives("IPaddr2")
        return parameters["ip"], int(parameters["cidr_netmask"])

    def read_fencing(self):
        devices, vmids = [], {}
        for _, parameters in self.primitives("fence_pve"):
            devices.append(FenceDevice(parameters["ip"], parameters["username"]))
            vmids.update(pair.split(":") for pair in parameters["pcmk_host_map"].split(";"))
        return devices, vmids

    def read_members(self, text):
        nodes = re.findall(r"\bnode\s*\{([^}]*)\}", text)
        facts = [dict(re.findall(r"^\s*(\w+):\s*(\S+)", node, re.MULTILINE)) for node in nodes]
        return [Member(fact["name"], fact["ring0_addr"], self.vmids[fact["name"]]) for fact in facts]

    def read_nginx(self):
        """The ports nginx listens on, by section (stream, http), and the addresses it passes connections to."""
        text = (self.files / "etc/nginx/nginx.conf").read_text()
        sections = zip(("stream", "http"), re.split(r"^http \{", text, maxsplit=1, flags=re.MULTILINE))
        listeners = {name: [int(port) for port in re.findall(r"^\s*listen (\d+)\b", section, re.MULTILINE)]
                     for name, section in sections}
        servers = re.findall(r"^\s*server (\d+\.\d+\.\d+\.\d+):(\d+)", text, re.MULTILINE)
        return listeners, sorted({(address, int(port)) for address, port in servers})

    def api_port(self):
        """The first TCP port that is passed on: the Kubernetes API."""
        return self.listeners["stream"][0]

    def find_playbook(self):
        """The playbook that applies this role."""
        for path in sorted(self.ansible.glob("*.yml")):
            if re.search(rf"^\s*- (role: )?{self.role.name}$", path.read_text(), re.MULTILINE):
                return path
        raise RuntimeError(f"no playbook in {self.ansible} applies the role {self.role.name}")

    def find_secret(self):
        """The environment variable that the role reads the password of the Proxmox user from."""
        for path in sorted(self.role.rglob("*.yml")):
            if match := re.search(r"RACKBOOK_SECRET_\w+", path.read_text()):
                return match.group()
        raise RuntimeError(f"the role {self.role.name} reads no password for fencing")

    def plant_no_fencing(self):
        """Turns fencing off, as so many clusters have it."""
        text = self.cib.read_text()
        broken = re.sub(r'(name="stonith-enabled" value=)"true"', r'\1"false"', text)
        if broken == text:
            raise RuntimeError(f"{self.cib} does not turn fencing on")
        self.cib.write_text(broken)


def copy_of(build, folder):
    """A copy of the emitted Ansible files that may be broken on purpose."""
    return LoadBalancer(pathlib.Path(shutil.copytree(build / "ansible", folder)))
