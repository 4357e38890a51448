"""Runs a program at a terminal of its own, where somebody answers: person.py QUESTION=ANSWER... -- PROGRAM...

Answers are given in their order, each once its question is on the screen. Ends as the program does.
"""
import os, pty, sys

dash = sys.argv.index("--")
answers = [pair.rsplit("=", 1) for pair in sys.argv[1:dash]]
child, terminal = pty.fork()
if child == 0:
    os.execvp(sys.argv[dash + 1], sys.argv[dash + 1 :])
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
    if answers and answers[0][0].encode() in seen:
        os.write(terminal, answers.pop(0)[1].encode() + b"\n")
        seen = b""
code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
for question, _ in answers:
    print(f"nobody asked '{question}'", file=sys.stderr)
    code = code or 70
sys.exit(code)
