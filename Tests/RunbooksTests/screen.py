"""Runs a program on a pseudo-terminal and tells what a person would see: screen.py COLUMNS LINES KEYS PROGRAM...

KEYS are typed when the program waits with a question ("stops here"). The screen is looked at then, when a step has run for a
second ("1s, usually"), and at the end. A size such as "80x24>40x10" changes when the keys are typed.
"""
import fcntl, json, os, pty, select, signal, struct, sys, termios, time
import pyte

size, keys, program = sys.argv[1], sys.argv[2], sys.argv[3:]
sizes = [tuple(map(int, one.split("x"))) for one in size.split(">")]
columns, lines = sizes[0]
screen = pyte.HistoryScreen(columns, lines, history=1000)
stream = pyte.ByteStream(screen)
child, terminal = pty.fork()
if child == 0:
    os.environ["TERM"] = "xterm"
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    os.execv(program[0], program)


def resize(columns, lines):
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))


def seen():
    above = ["".join(line[x].data for x in range(len(line))).rstrip() for line in screen.history.top]
    return {"above": above, "screen": [line.rstrip() for line in screen.display], "row": screen.cursor.y}


def is_running():
    """Whether the list says of a step that it has run for a second, and all of the list is there."""
    at = next((y for y, line in enumerate(screen.display) if "1s, usually" in line), None)
    return at is not None and at + 1 < screen.lines and "3  Title" in screen.display[at + 1]


looks, raw, asked = [], b"", False
end = time.time() + 120
while time.time() < end:
    if select.select([terminal], [], [], 0.05)[0]:
        try:
            data = os.read(terminal, 65536)
        except OSError:
            break
        if not data:
            break
        raw += data
        for line in data.splitlines(keepends=True):
            stream.feed(line)
            if asked and len(looks) == 1 and is_running():
                looks.append(seen())
    if not asked and b"stops here" in raw:
        looks.append(seen())
        if len(sizes) > 1:
            screen.resize(sizes[1][1], sizes[1][0])
            resize(*sizes[1])
        os.write(terminal, keys.encode())
        asked = True
if time.time() >= end:
    os.kill(child, signal.SIGKILL)
os.waitpid(child, 0)
looks.append(seen())
print(json.dumps({"looks": looks, "raw": raw.decode("utf-8", "replace")}))
