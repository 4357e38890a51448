"""The blows, in the order in which they fall. Each trial starts with a whole pair."""

import http.client
import time

import observer


def role_is_applied_twice(stage):
    for host in stage.hosts.values():
        stage.wait(host.accepts_ssh, 30, f"{host.name} accepts ssh")
    apply_role(stage, "first run of the role")
    stage.wait_until_whole()
    changes = apply_role(stage, "second run of the role")
    stage.results.check(changes == dict.fromkeys(stage.hosts, 0), f"a second run of the role changes nothing {changes}")


def apply_role(stage, what):
    start = time.monotonic()
    changes = stage.playbook.apply()
    stage.results.duration(what, time.monotonic() - start)
    return changes


def password_stays_hidden(stage):
    cluster = stage.active().run("cibadmin", "--query")
    log = stage.playbook.log.read_text()
    stage.results.check(stage.pve.password not in cluster + log,
                        "the password for fencing is neither in the cluster's configuration nor in Ansible's output")


def every_port_answers(stage):
    for section, ports in stage.balancer.listeners.items():
        for port in ports:
            stage.results.check(answers(stage, port), f"port {port} answers at {stage.balancer.vip} ({section})")


def answers(stage, port):
    """Whether what is behind the port answers: no refusal, no bad gateway."""
    try:
        return observer.ask(stage.balancer.vip, port) < 500
    except (OSError, http.client.HTTPException):
        return False


def drift_is_corrected(stage):
    host = stage.active()
    host.run("crm_attribute", "--name", "stonith-enabled", "--update", "false")
    host.run("cibadmin", "--create", "--scope", "resources", "--xml-text",
             '<primitive id="stray" class="ocf" provider="heartbeat" type="Dummy"/>')
    changes = apply_role(stage, "run of the role after drift")
    fencing = host.run("crm_attribute", "--name", "stonith-enabled", "--query", "--quiet").strip()
    resources = host.run("crm_resource", "--list")
    stage.results.check(sum(changes.values()) == 1 and fencing == "true" and "stray" not in resources,
                        f"a run of the role takes drift of the cluster's configuration back {changes}")


def standby_moves_the_address(stage):
    """Ends where it began."""
    for event in ("planned standby", "planned way back"):
        host = stage.active()
        start = time.monotonic()
        host.run("crm_standby", "--node", host.name, "--update", "on")
        moves_away(stage, host, start, event, seconds=10)
        host.run("crm_standby", "--node", host.name, "--delete")
        stage.wait_until_whole()
        stage.results.check(stage.active() is not host, f"{event}: the address stays where it went")


def nginx_is_killed(stage):
    host = stage.active()
    start = time.monotonic()
    host.run("pkill", "-KILL", "nginx")
    time.sleep(1)
    stage.wait(stage.client.answers_now, 30, "an answer after nginx was killed")
    stage.wait_until_whole()
    outage = stage.client.outage_since(start)
    stage.results.outage("nginx killed", outage)
    stage.results.check(0 < outage < 10, "nginx killed: the address answers again in less than 10 s")


def power_is_lost(stage):
    host = stage.active()
    start = time.monotonic()
    host.power_off()
    moves_away(stage, host, start, "power loss", seconds=15)
    stage.wait_until_whole()
    stage.results.check(stage.pve.acted_at(stage.vmids[host.name], "start", start) is not None,
                        f"power loss: fence_pve saw {host.name} off, started it again, and it joined")


def corosync_is_killed(stage):
    host = stage.active()
    start = time.monotonic()
    host.run("pkill", "-KILL", "corosync")
    moves_away(stage, host, start, "Corosync killed alone", seconds=15)
    only_one_owner(stage, host, start, "Corosync killed alone")


def link_is_cut(stage):
    host = stage.active()
    start = time.monotonic()
    host.unplug()
    moves_away(stage, host, start, "link cut", seconds=15)
    only_one_owner(stage, host, start, "link cut")


def proxmox_host_is_lost(stage):
    """Nobody can say that the balancer is off: the address waits for a person who has looked."""
    host = stage.active()
    other = stage.other(host)
    start = time.monotonic()
    stage.pve.lost.add(stage.vmids[host.name])
    host.power_off()
    time.sleep(8)
    stage.results.check(stage.owners.first_held(other.name, start) is None,
                        f"Proxmox host lost: {other.name} does not take the address on a guess")
    start = time.monotonic()
    other.run("stonith_admin", "--confirm", host.name)
    moves_away(stage, host, start, "confirmation that the Proxmox host is off", seconds=30)
    stage.pve.lost.clear()
    host.power_on()
    stage.wait_until_whole()


def one_is_left_after_a_power_cut(stage):
    """A balancer that starts alone waits for the other; a person who knows better can tell it not to."""
    left = stage.active()
    gone = stage.other(left)
    stage.pve.lost.add(stage.vmids[gone.name])
    for host in (gone, left):
        host.power_off()
    left.power_on()
    stage.wait(left.accepts_ssh, 30, f"{left.name} accepts ssh")
    stage.wait(lambda: stage.members_seen_by(left)[0] == [left.name], 90, f"{left.name} is online, alone")
    stage.results.check(stage.owners.now() == [], f"power cut of both: {left.name} alone waits for {gone.name}")
    start = time.monotonic()
    left.run("corosync-cmapctl", "-s", "quorum.cancel_wait_for_all", "u8", "1")
    left.run("stonith_admin", "--confirm", gone.name)
    stage.wait(lambda: stage.owners.first_held(left.name, start), 60, f"{left.name} takes the address")
    stage.wait(stage.client.answers_now, 30, "an answer from the one that is left")
    stage.results.outage("telling the one that is left", time.monotonic() - start)
    stage.pve.lost.clear()
    gone.power_on()
    stage.wait_until_whole()
    stage.results.check(True, f"power cut of both: {left.name} answers once it is told, and {gone.name} may come back")


def moves_away(stage, host, start, event, seconds):
    """Checks that the other host takes the address and that the client gets answers again in time."""
    other = stage.other(host)
    stage.wait(lambda: stage.owners.first_held(other.name, start), 60, f"{event}: {other.name} takes the address")
    stage.wait(stage.client.answers_now, 30, f"an answer after {event}")
    time.sleep(1)
    outage = stage.client.outage_since(start)
    stage.results.outage(event, outage)
    stage.results.check(outage < seconds, f"{event}: {other.name} answers in less than {seconds} s")


def only_one_owner(stage, host, start, event):
    """Checks that the host was stopped before the other took over, and comes back."""
    doubles = stage.owners.doubles_since(start)
    stage.results.check(doubles == 0, f"{event}: never two owners of the address ({doubles} samples of 50 ms with two)")
    stopped = stage.pve.acted_at(stage.vmids[host.name], "stop", start)
    held = stage.owners.first_held(stage.other(host).name, start)
    fenced = stopped is not None and stopped < held
    stage.results.check(fenced, f"{event}: fence_pve stopped {host.name} before the address moved")
    if fenced:
        stage.wait_until_whole()
        stage.results.check(True, f"{event}: {host.name} came back and joined")


def fencing_off_is_noticed(stage):
    """The planted fault: shows that two owners are seen when there are two. Nothing can come after it."""
    host = stage.active()
    host.run("crm_attribute", "--name", "stonith-enabled", "--update", "false")
    start = time.monotonic()
    host.run("pkill", "-KILL", "corosync")
    stage.wait(lambda: stage.owners.doubles_since(start) > 0, 30, "two owners, after Corosync died without fencing")
    stage.results.check(True, "planted: with fencing off, Corosync killed alone leaves the address on two hosts")


# Once, before the blows.
OPENING = [role_is_applied_twice, password_stays_hidden, every_port_answers, drift_is_corrected]
# In every round.
BLOWS = [standby_moves_the_address, nginx_is_killed, power_is_lost, corosync_is_killed, link_is_cut,
         proxmox_host_is_lost, one_is_left_after_a_power_cut]
# Once, at the end.
CLOSING = [fencing_off_is_noticed]
