"""A person at a pseudo-terminal, who answers what a run asks by what the ledger says."""
import os
import pty
import re
import select
import subprocess
import time

# What a run asks; the lines of a step that runs beside may stand before and after it.
QUESTION = re.compile(r"yes goes on, no stops here: |w waits for (.*), e ends it, q stops here: |"
                      r"Look whether (.*) was done\. d it was, a it was not and may run again, q stops here: |"
                      r"r runs it again, .*, q stops here: ")


def answer(question, trial):
    """What is typed."""
    text, left, unknown = question.group(0), question.group(1), question.group(2)
    if left:
        if trial.ends_what_is_left:
            return "e"
        open(trial.path("go"), "w").close()
        return "w"
    if unknown:
        step = unknown.split("'")[1]
        return "d" if f"done {'undo ' if 'undo' in unknown else ''}{step}" in trial.ledger() else "a"
    # The step that fails is left; what was done is then taken back, because the run was started so.
    return "yes" if text.startswith("yes") else "q"


def run(arguments, variables, trial, limit=240):
    """Runs a program at a terminal to its end; gives its exit code, negative for a signal, and all that was shown."""
    terminal, inner = pty.openpty()
    # The shell writes down the process; what is preloaded is for the program alone.
    begin = ["sh", "-c", 'echo $$ > runner; exec env "$@"', "sh"]
    process = subprocess.Popen(begin + [f"{name}={value}" for name, value in variables.items()] + arguments,
                               cwd=trial.folder, stdin=inner, stdout=inner, stderr=inner, start_new_session=True)
    os.close(inner)
    shown, seen, end = "", 0, time.time() + limit
    while True:
        if time.time() > end:
            process.kill()
            raise AssertionError(f"{trial.name}, {trial.strikes}: not ended after {limit} s:\n{shown[-2000:]}")
        if not select.select([terminal], [], [], 1)[0]:
            continue
        try:
            data = os.read(terminal, 65536)
        except OSError:
            break
        shown += data.decode("utf-8", "replace")
        question = QUESTION.search(shown, seen)
        if question:
            os.write(terminal, (answer(question, trial) + "\n").encode())
            seen = question.end()
    os.close(terminal)
    return process.wait(), shown
