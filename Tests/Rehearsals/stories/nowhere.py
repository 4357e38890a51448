"""Looks for a secret in files, in every spelling of spellings.py: SECRET=... nowhere.py FILE-OR-FOLDER..."""
import base64, os, pathlib, subprocess, sys

spellings = pathlib.Path(__file__).parents[2] / "RunbooksTests" / "spellings.py"
lines = subprocess.run(
    [sys.executable, spellings], env={**os.environ, "CANARY": os.environ["SECRET"]}, capture_output=True, check=True, text=True
).stdout.splitlines()
needles = {name: bytes.fromhex(spelled) for name, spelled in (line.split("\t") for line in lines)}
raw = os.environ["SECRET"].encode()
for before in range(3):
    # The characters that its bytes alone decide.
    whole = base64.b64encode(b"x" * before + raw)
    needles[f"base64 after {before} bytes"] = whole[(before * 8 + 5) // 6 : (before + len(raw)) * 8 // 6]
files = [file for top in map(pathlib.Path, sys.argv[1:]) for file in ([top] if top.is_file() else top.rglob("*")) if file.is_file()]
assert files, "there is nothing to look at"
found = [f"{file}: {name}" for file in files for name, needle in needles.items() if needle in file.read_bytes()]
print("\n".join(found) or f"the secret is in none of {len(files)} files, in none of {len(needles)} spellings")
sys.exit(1 if found else 0)
