"""Runs a program at a terminal of its own: confirms what it asks, says that manual work is done, and stops at a failure."""

import os
import pty
import sys

ANSWERS = {b"yes goes on, no stops here": b"yes", b"Enter says it is done": b"", b"r runs it again": b"q"}

child, terminal = pty.fork()
if child == 0:
    os.execv(sys.argv[1], sys.argv[1:])
seen = b""
while True:
    try:
        data = os.read(terminal, 65536)
    except OSError:
        break
    if not data:
        break
    os.write(1, data)
    seen += data
    for question, answer in ANSWERS.items():
        if question in seen:
            os.write(terminal, answer + b"\n")
            seen = b""
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
