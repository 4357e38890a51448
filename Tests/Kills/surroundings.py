"""What the steps of a killed run reach: an sshd and a web server on loopback, and the library that kills at a system call."""
import http.server
import os
import shutil
import subprocess
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))


class Ledger(http.server.BaseHTTPRequestHandler):
    """Writes into the ledger of the folder that the address names: a request that is made twice is seen twice."""

    def do_POST(self):
        folder, step = os.path.split(self.path)
        with open(os.path.join(folder, "ledger"), "a") as ledger:
            ledger.write(f"begin {step}\ndone {step}\n")
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


class Surroundings:
    """Everything that all trials share, in one folder."""

    def __init__(self, folder, program):
        self.folder, self.program = folder, os.path.abspath(program)
        self.library = os.path.join(folder, "faults.so")
        subprocess.run(["cc", "-shared", "-fPIC", "-o", self.library,
                        os.path.join(HERE, "..", "BuildFaults", "faults.c"), "-ldl"], check=True)
        subprocess.run([self.program, "build", "--lab", os.path.join(HERE, "lab"), "--output", self.path("build")],
                       check=True, capture_output=True)
        self.web = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Ledger)
        threading.Thread(target=self.web.serve_forever, daemon=True).start()
        self.start_sshd()

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text, mode=0o644):
        with open(self.path(name), "w") as file:
            file.write(text)
        os.chmod(self.path(name), mode)

    def start_sshd(self):
        # As root, sshd wants this folder for its unprivileged half.
        if os.getuid() == 0:
            os.makedirs("/run/sshd", exist_ok=True)
        for key in ["host_key", "user_key"]:
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", self.path(key)], check=True)
        shutil.copy(self.path("user_key.pub"), self.path("authorized_keys"))
        # A port that was free a moment ago: the web server's socket was given it by the system in the same way.
        probe = http.server.HTTPServer(("127.0.0.1", 0), Ledger)
        port = probe.server_port
        probe.server_close()
        with open(self.path("host_key.pub")) as file:
            self.write("known_hosts", f"[127.0.0.1]:{port} {file.read()}")
        self.write("sshd_config", f"ListenAddress 127.0.0.1\nPort {port}\nHostKey {self.path('host_key')}\n"
                   f"AuthorizedKeysFile {self.path('authorized_keys')}\nPidFile none\nStrictModes no\n"
                   "PasswordAuthentication no\nMaxStartups 100\nMaxSessions 100\n")
        self.write("ssh_config", f"Host rehearsal\n  HostName 127.0.0.1\n  Port {port}\n"
                   f"  IdentityFile {self.path('user_key')}\n  IdentitiesOnly yes\n"
                   f"  UserKnownHostsFile {self.path('known_hosts')}\n")
        os.makedirs(self.path("bin"))
        # Stands for the person's own configuration, which ssh looks for in their home.
        self.write("bin/ssh", f"#!/bin/sh\nexec {shutil.which('ssh')} -F {self.path('ssh_config')} \"$@\"\n", 0o755)
        self.sshd = subprocess.Popen(["/usr/sbin/sshd", "-D", "-e", "-f", self.path("sshd_config")],
                                     stderr=open(self.path("sshd.log"), "w"))
        for _ in range(600):
            if "Server listening" in open(self.path("sshd.log")).read():
                return
            time.sleep(0.05)
        raise SystemExit("sshd does not listen: " + open(self.path("sshd.log")).read())

    def close(self):
        self.sshd.terminate()
        self.sshd.wait()
        self.web.shutdown()
