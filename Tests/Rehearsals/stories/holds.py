"""Holds evidence against expressions of Python: holds.py EVIDENCE.json EXPRESSION...

In them, `e` is the evidence, `steps` its steps by their keys, `outcome` their outcomes, and `attempts` how often each was begun.
"""
import json, sys

e = json.load(open(sys.argv[1]))
steps = {step["key"]: step for step in e["steps"]}
outcome = {key: step["outcome"] for key, step in steps.items()}
attempts = {key: step["attempts"] for key, step in steps.items()}
for expression in sys.argv[2:]:
    if not eval(expression):
        print(f"does not hold: {expression}\n{json.dumps(e, indent=1)}", file=sys.stderr)
        sys.exit(1)
