"""The network of the lab: one bridge in the rehearsal's network namespace, with everybody but the balancers on it."""

import http.server
import subprocess
import threading

BRIDGE = "lan"


def ip(*arguments):
    subprocess.run(["ip", *arguments], check=True, capture_output=True, text=True)


def make(addresses, prefix):
    """Brings the bridge up with these addresses: the client, the API servers, the cluster nodes, the Proxmox hosts."""
    ip("link", "set", "lo", "up")
    # Without an address of its own the bridge takes one from its ports, another one whenever a host comes or goes.
    ip("link", "add", BRIDGE, "address", "02:00:00:00:00:01", "type", "bridge", "forward_delay", "0")
    ip("link", "set", BRIDGE, "up")
    for address in addresses:
        ip("address", "add", f"{address}/{prefix}", "dev", BRIDGE)


def plug_in(port, pid):
    """Connects the network namespace of a process: its end is called eth0."""
    ip("link", "add", port, "type", "veth", "peer", "name", "eth0", "netns", str(pid))
    ip("link", "set", port, "master", BRIDGE, "up")


def pull(port):
    """Pulls the plug: no frame passes either way."""
    ip("link", "set", port, "down")


def remove(port):
    """Removes a port; it may be gone already, with its host."""
    subprocess.run(["ip", "link", "delete", port], capture_output=True)


class Backend(http.server.BaseHTTPRequestHandler):
    """Answers every GET with its own address: enough for what stands behind a proxy."""

    def do_GET(self):
        answer = "%s:%d\n" % self.server.server_address
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer.encode())

    def log_message(self, *_):
        pass


def serve(server):
    threading.Thread(target=server.serve_forever, daemon=True).start()


class QuietServer(http.server.ThreadingHTTPServer):
    """A server that takes broken connections for what they are here: part of the rehearsal."""

    def handle_error(self, *_):
        pass


def start_backends(backends):
    for backend in backends:
        serve(QuietServer(backend, Backend))
