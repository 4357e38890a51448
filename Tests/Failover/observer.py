"""Two watchers that never stop: a client that asks through the shared address, and a count of who holds it."""

import http.client
import threading
import time


class Client:
    """Asks the Kubernetes API through the shared address every 20 ms, each time over a new connection."""

    def __init__(self, address, port):
        self.address = address
        self.port = port
        self.answers = []  # Times of good answers.
        threading.Thread(target=self.ask_forever, daemon=True).start()

    def ask_forever(self):
        while True:
            try:
                if ask(self.address, self.port, timeout=0.2) == 200:
                    self.answers.append(time.monotonic())
            except (OSError, http.client.HTTPException):
                pass
            time.sleep(0.02)

    def outage_since(self, start):
        """The longest time without an answer since a moment, in seconds; the last answer just before it counts too."""
        answers = list(self.answers)
        before = [at for at in answers if start - 1 < at <= start]
        times = [before[-1] if before else start, *(at for at in answers if at > start)]
        return max((later - earlier for earlier, later in zip(times, times[1:])), default=0)

    def answers_now(self):
        return bool(self.answers) and time.monotonic() - self.answers[-1] < 0.5


def ask(address, port, timeout=2.0):
    """One GET over a new connection: the status of the answer."""
    connection = http.client.HTTPConnection(address, port, timeout=timeout)
    try:
        connection.request("GET", "/")
        response = connection.getresponse()
        response.read()
        return response.status
    finally:
        connection.close()


class Owners:
    """Looks every 50 ms which hosts hold the shared address."""

    def __init__(self, address, hosts):
        self.address = address
        self.hosts = hosts
        self.samples = []  # (time, names of holders)
        threading.Thread(target=self.look_forever, daemon=True).start()

    def look_forever(self):
        while True:
            self.samples.append((time.monotonic(), self.now()))
            time.sleep(0.05)

    def now(self):
        return [host.name for host in self.hosts if host.holds(self.address)]

    def doubles_since(self, start):
        """How many samples since a moment found more than one holder."""
        return sum(len(names) > 1 for at, names in list(self.samples) if at > start)

    def first_held(self, name, since):
        """When a host was first seen with the address after a moment; None when never."""
        return next((at for at, names in list(self.samples) if at > since and name in names), None)
