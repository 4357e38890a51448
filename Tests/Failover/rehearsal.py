"""The rehearsal itself, in namespaces of its own: hosts up, role applied twice, then one blow after another."""

import secrets
import subprocess
import time
import xml.etree.ElementTree

import artifacts
import lan
import observer
import playbook
import proxmox
import report
import trials
import vhost


def run(arguments):
    """Gives back 0 when everything held, 1 otherwise."""
    results = report.Report()
    stage = None
    try:
        stage = set_up(arguments, results)
        for trial in programme(arguments):
            trial(stage)
    except (RuntimeError, OSError, subprocess.SubprocessError) as problem:
        results.check(False, str(problem))
        if stage:
            print(stage.describe())
    if arguments.figures:
        results.write(arguments.figures)
    return results.close()


def programme(arguments):
    """The trials, in order."""
    if arguments.plant:
        return [trials.role_is_applied_twice, trials.corosync_is_killed]
    blows = [blow for blow in trials.BLOWS if not arguments.blow or blow.__name__ in arguments.blow]
    return trials.OPENING + arguments.rounds * blows + trials.CLOSING


def set_up(arguments, results):
    """Brings the lab up: network, backends, Proxmox API, hosts, watchers."""
    work = arguments.inside
    (work / "disks").mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", work / "disks"], check=True)
    balancer = artifacts.copy_of(arguments.build, work / "ansible")
    if arguments.plant == "no-fencing":
        balancer.plant_no_fencing()
    apis = sorted({device.api for device in balancer.devices})
    lan.make(everybody_else(balancer, apis), balancer.prefix)
    lan.start_backends(balancer.backends)

    key = make_ssh_key(work)
    hosts = {member.name: vhost.VHost(member.name, member.address, balancer.prefix, work, f"{key}.pub")
             for member in balancer.members}
    password = secrets.token_urlsafe(18)
    pve = proxmox.Proxmox(balancer.devices[0].user, password,
                          {member.vmid: hosts[member.name] for member in balancer.members})
    pve.start(apis, work)
    for host in hosts.values():
        host.power_on()
    book = playbook.Playbook(arguments.ansible_playbook, balancer, password, key, work)
    return Stage(results, balancer, hosts, pve, book)


def everybody_else(balancer, apis):
    """The addresses of the client (first, so that it is the one that asks), the Proxmox hosts and the backends."""
    client = balancer.vip.rsplit(".", 1)[0] + ".5"
    return [client, *sorted({*apis, *(address for address, _ in balancer.backends)})]


def make_ssh_key(work):
    key = work / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    return key


class Stage:
    """All that a trial works with."""

    def __init__(self, results, balancer, hosts, pve, book):
        self.results = results
        self.balancer = balancer
        self.hosts = hosts
        self.pve = pve
        self.playbook = book
        self.client = observer.Client(balancer.vip, balancer.api_port())
        self.owners = observer.Owners(balancer.vip, list(hosts.values()))
        self.vmids = {member.name: member.vmid for member in balancer.members}

    def active(self):
        """The host that holds the shared address."""
        name, = self.owners.now()
        return self.hosts[name]

    def other(self, host):
        return next(other for other in self.hosts.values() if other is not host)

    def wait(self, condition, seconds, what):
        """Waits until something holds; an error says what did not happen."""
        deadline = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > deadline:
                raise RuntimeError(f"within {seconds} s did not happen: {what}")
            time.sleep(0.05)

    def wait_until_whole(self):
        """Waits until both hosts are members, nothing is on its way and every resource runs."""
        self.wait(self.is_whole, 90, "both balancers online with all their resources")
        next(iter(self.hosts.values())).run("crm_resource", "--wait", "--timeout", "60", timeout=70)

    def is_whole(self):
        if not all(host.is_on() for host in self.hosts.values()):
            return False
        online, with_nginx = self.members_seen_by(next(iter(self.hosts.values())))
        return len(online) == len(with_nginx) == len(self.hosts) and len(self.owners.now()) == 1

    def members_seen_by(self, host):
        """What Pacemaker on a host says: who is online, and where nginx runs."""
        text = host.run("crm_mon", "--one-shot", "--output-as=xml", check=False)
        if not text:
            return [], []
        status = xml.etree.ElementTree.fromstring(text)
        online = [node.get("name") for node in status.findall("nodes/node") if node.get("online") == "true"]
        copies = [copy for copy in status.findall("resources/clone/resource") if copy.get("active") == "true"]
        return online, [copy.find("node").get("name") for copy in copies]

    def describe(self):
        """What the cluster itself says, for whoever has to find out why something did not happen."""
        running = [host for host in self.hosts.values() if host.is_on()]
        return "\n".join(f"--- {host.name}\n{host.run('crm_mon', '-1rf', check=False)}" for host in running)
