"""Spells a secret as other programs do: bash, and Python's own encoders. One line a spelling: its name and its bytes in hex."""
import base64, html, json, os, re, shlex, subprocess, textwrap, urllib.parse

value = os.environ["CANARY"]
raw = value.encode()


def wrapped(data, width):
    text = base64.b64encode(data).decode()
    return "\n".join(textwrap.wrap(text, width))


def bash(expression):
    return subprocess.run(["bash", "-c", expression], capture_output=True, check=True).stdout


spellings = {
    "raw": raw,
    "json": json.dumps(value),
    "json, not ASCII": json.dumps(value, ensure_ascii=False),
    "json twice": json.dumps(json.dumps(value)),
    "json, slashes escaped": json.dumps(value, ensure_ascii=False).replace("/", "\\/"),
    "shell word, Python": shlex.quote(value),
    "shell word, bash": bash('printf %q "$CANARY"'),
    "shell word, bash @Q": bash('printf %s "${CANARY@Q}"'),
    "trace of bash": subprocess.run(["bash", "-xc", 'true "$CANARY"'], capture_output=True, check=True).stderr,
    "double quotes": '"' + "".join("\\" + c if c in '"\\$`' else c for c in value) + '"',
    "url, path": urllib.parse.quote(value),
    "url, all": urllib.parse.quote(value, safe=""),
    "url, lower case": re.sub("%..", lambda code: code[0].lower(), urllib.parse.quote(value, safe="")),
    "form": urllib.parse.quote_plus(value),
    "every byte": "".join(f"%{b:02x}" for b in raw),
    "html": html.escape(value).replace("&#x27;", "&#39;"),
    "base64": base64.b64encode(raw),
    "base64 of user:password": base64.b64encode(b"anna:" + raw),
    "base64, one byte before": base64.b64encode(b"x" + raw + b"\n"),
    "base64, two bytes before": base64.b64encode(b"xy" + raw + b"tail"),
    "base64 of URLs": base64.urlsafe_b64encode(b"\xff\xfe" + raw),
    "base64 in lines of 76": base64.encodebytes(b"p" * 50 + raw + b"q" * 50),
    "base64 in lines of 64": wrapped(b"p" * 41 + raw + b"q" * 50, 64),
    "base64 in lines, indented": "\n    ".join(wrapped(b"p" * 52 + raw, 76).split("\n")),
    "hex": raw.hex(),
    "HEX": raw.hex().upper(),
    "hex in lines of 60": "\n".join(textwrap.wrap((b"p" * 27 + raw + b"q" * 20).hex(), 60)),
}
for name, spelling in spellings.items():
    data = spelling if isinstance(spelling, bytes) else spelling.encode()
    print(f"{name}\t{data.hex()}")
