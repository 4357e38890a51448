"""Faults planted into a copy of the first page: a check that does not find its fault is worth nothing."""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import checks
from portal import Portal

STYLES = {
    "faint.css": ".footer span { color: #222b35 !important; }\n",
    "wide.css": "h1 { min-width: 900px; }\n",
}


@dataclass
class Fault:
    name: str
    before: str
    planted: str
    check: Callable

    def found(self, browser, copy):
        """What the check says of a page with the fault."""
        page = copy.page("index.html")
        original = page.read_text(encoding="utf-8")
        page.write_text(original.replace(self.before, self.planted + self.before, 1), encoding="utf-8")
        try:
            return self.check(browser, copy, copy.url(page))
        finally:
            page.write_text(original, encoding="utf-8")


def on_page(check, *arguments, **options):
    """A check of an open page, as a check of a portal."""
    def run(browser, _, url):
        with checks.opened(browser, url, **options) as page:
            return check(page, *arguments)
    return run


def no_dead_links(_, copy, __):
    return Portal(copy.folder).dead_links()


QUIET = on_page(checks.quiet)
READABLE = on_page(checks.readable_without_scripts, java_script_enabled=False)
PIXEL = "data:image/gif;base64,R0lGODlhAQABAAAAACw="
FAULTS = [
    Fault("an inline script", "</main>", "<script>document.title = 'x'</script>", QUIET),
    Fault("an inline style", "</main>", '<p style="color: red">x</p>', QUIET),
    Fault("a picture from elsewhere", "</main>", '<img src="http://127.0.0.1:9/x.png" alt="x">', QUIET),
    Fault("a script that is not there", "</head>", '<script src="no-such.js"></script>', QUIET),
    Fault("a picture without a description", "</main>", f'<img src="{PIXEL}">', on_page(checks.accessible)),
    Fault("text that is too faint", "</head>", '<link rel="stylesheet" href="faint.css">', on_page(checks.readable_in_dark)),
    Fault("a heading that is too wide", "</head>", '<link rel="stylesheet" href="wide.css">', on_page(checks.fits_phone)),
    Fault("a page hidden until scripts run", "<body", "<template>", READABLE),
    Fault("a dead link", "</main>", '<a href="service/no-such-service.html">gone</a>', no_dead_links),
    Fault("a dead anchor", "</main>", '<a href="#no-such-place">gone</a>', no_dead_links),
]


def planted(browser, portal):
    """Name of each planted fault, and what the check said of it."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "portal"
        shutil.copytree(portal.folder, copy)
        for name, text in STYLES.items():
            (copy / name).write_text(text, encoding="utf-8")
        for fault in FAULTS:
            yield fault.name, fault.found(browser, Portal(copy))
