"""A stand-in for the Proxmox API: what fence_pve asks for, with the power switches of our hosts behind it."""

import http.server
import json
import re
import secrets
import ssl
import subprocess
import threading
import time
import urllib.parse

import lan


class Proxmox:
    """One cluster of Proxmox hosts: every host answers for all virtual machines."""

    def __init__(self, user, password, machines):
        self.user = user
        self.password = password
        self.machines = machines  # VMID -> VHost
        self.ticket = secrets.token_hex(16)
        self.csrf_token = secrets.token_hex(16)
        self.lock = threading.Lock()
        self.lost = set()  # VMIDs on a Proxmox host that no longer answers
        self.journal = []  # (time, VMID, action), of actions carried out

    def start(self, addresses, work):
        certificate, key = work / "pve.crt", work / "pve.key"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
             "-subj", "/CN=pve", "-days", "1", "-keyout", key, "-out", certificate], check=True, capture_output=True)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        for address in addresses:
            server = lan.QuietServer((address, 8006), Handler)
            server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
            server.proxmox = self
            lan.serve(server)

    def log_in(self, form):
        if (form.get("username"), form.get("password")) != ([self.user], [self.password]):
            return None
        return {"ticket": self.ticket, "CSRFPreventionToken": self.csrf_token}

    def answer(self, path):
        """The data for a GET; None when there is nothing of that name."""
        if path == "nodes":
            return [{"node": "pve"}]
        if path == "nodes/pve/qemu":
            return [{"vmid": int(vmid), "name": host.name, "status": status(host)}
                    for vmid, host in self.machines.items() if vmid not in self.lost]
        if match := re.fullmatch(r"nodes/pve/qemu/(\d+)/status/current", path):
            host = self.reachable(match[1])
            return {"status": status(host)} if host else None
        return None

    def reachable(self, vmid):
        return None if vmid in self.lost else self.machines.get(vmid)

    def act(self, path):
        """Carries out a POST; None when it names no machine or no action."""
        match = re.fullmatch(r"nodes/pve/qemu/(\d+)/status/(start|stop)", path)
        host = self.reachable(match[1]) if match else None
        if not host:
            return None
        vmid, action = match.groups()
        with self.lock:
            if action == "stop" and host.is_on():
                host.power_off()
            elif action == "start" and not host.is_on():
                host.power_on()
            self.journal.append((time.monotonic(), vmid, action))
        return f"UPID:pve:{vmid}:{action}"

    def acted_at(self, vmid, action, since):
        """When an action was carried out on a machine after a moment; None when it was not."""
        return next((at for at, *what in list(self.journal) if what == [vmid, action] and at > since), None)


def status(host):
    return "running" if host.is_on() else "stopped"


class Handler(http.server.BaseHTTPRequestHandler):
    """Checks the ticket as Proxmox does; a POST also needs the token against forged requests."""

    def do_GET(self):
        self.reply(401, None) if not self.has_ticket() else self.reply_data(self.server.proxmox.answer(self.api_path()))

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        proxmox = self.server.proxmox
        if self.api_path() == "access/ticket":
            ticket = proxmox.log_in(urllib.parse.parse_qs(body))
            return self.reply(200 if ticket else 401, ticket)
        if not self.has_ticket() or self.headers.get("CSRFPreventionToken") != proxmox.csrf_token:
            return self.reply(401, None)
        return self.reply_data(proxmox.act(self.api_path()))

    def api_path(self):
        return self.path.removeprefix("/api2/json/")

    def has_ticket(self):
        return f"PVEAuthCookie={self.server.proxmox.ticket};" in self.headers.get("Cookie", "")

    def reply_data(self, data):
        self.reply(500 if data is None else 200, data)

    def reply(self, code, data):
        body = json.dumps({"data": data}).encode()
        self.send_response(code)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass
