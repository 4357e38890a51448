"""Runs a program on a pseudo-terminal and tells what a person would see: screen.py COLUMNS LINES KEYS PROGRAM...

KEYS are typed when the program waits with a question ("stops here"). The screen is looked at then, once while the program is at
work after it, and at the end. A size such as "80x24>40x10" changes when the keys are typed.
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
    os.execv(program[0], program)


def resize(columns, lines):
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))


def seen():
    above = ["".join(line[x].data for x in range(len(line))).rstrip() for line in screen.history.top]
    return {"above": above, "screen": [line.rstrip() for line in screen.display], "row": screen.cursor.y}


resize(columns, lines)
looks, raw, asked, at = [], b"", False, None
end = time.time() + 30
while time.time() < end:
    if select.select([terminal], [], [], 0.05)[0]:
        try:
            data = os.read(terminal, 65536)
        except OSError:
            break
        if not data:
            break
        raw += data
        stream.feed(data)
    if not asked and b"stops here" in raw:
        looks.append(seen())
        if len(sizes) > 1:
            screen.resize(sizes[1][1], sizes[1][0])
            resize(*sizes[1])
        os.write(terminal, keys.encode())
        asked, at = True, time.time()
    if at and time.time() > at + 1.2:
        looks.append(seen())
        at = None
if time.time() >= end:
    os.kill(child, signal.SIGKILL)
os.waitpid(child, 0)
looks.append(seen())
print(json.dumps({"looks": looks, "raw": raw.decode("utf-8", "replace")}))
