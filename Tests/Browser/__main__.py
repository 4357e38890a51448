"""Opens a portal in headless Chromium and looks at everything a person would: see README.md."""

import argparse
import os
import re
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

import checks
import journeys
from planted import planted
from portal import Portal


class Report:
    """Counts and prints; a fault is one line."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def add(self, what, faults):
        if faults:
            self.failed += 1
            print(f"FAILED {what}")
            for fault in faults[:10]:
                print(f"       {fault}")
        else:
            self.passed += 1


def check_pages(browser, portal, report):
    pages = portal.one_of_each_kind()
    for page in pages:
        name = portal.name(page)
        with checks.opened(browser, portal.url(page)) as shown:
            report.add(f"{name} is quiet", checks.quiet(shown))
            report.add(f"{name} is accessible", checks.accessible(shown))
            report.add(f"{name} can be read in dark colours", checks.readable_in_dark(shown))
            report.add(f"{name} fits a phone", checks.fits_phone(shown))
    with checks.opened(browser, portal.url(pages[0]), java_script_enabled=False) as shown:
        for page in pages:
            shown.goto(portal.url(page))
            report.add(f"{portal.name(page)} reads without scripts", checks.readable_without_scripts(shown))
    report.add("no link is dead", portal.dead_links())


def first(portal, kind):
    """The first page of a kind that is about one thing."""
    pages = [portal.name(page) for page in portal.pages if portal.name(page).startswith(f"{kind}/")]
    return next((name for name in pages if not name.endswith("/index.html")), None)


def queries(portal):
    """What is typed, and the page that must come up: a name, one with a typing error, the inside of one, an address."""
    service = max((portal.name(page) for page in portal.pages if portal.name(page).startswith("service/")), key=len)
    name = Path(service).stem
    swapped = name[:2] + name[3] + name[2] + name[4:]
    yield name, service
    yield swapped, service
    yield name[2:], service
    vm = first(portal, "vm")
    text = portal.page(vm).read_text(encoding="utf-8")
    yield re.search(r"<code>(\d+\.\d+\.\d+\.\d+)</code>", text)[1], vm


def check_journeys(browser, portal, report):
    for query, expected in queries(portal):
        report.add(f"search finds '{query}' by keyboard", journeys.search_by_keyboard(browser, portal, query, expected))
    report.add("search closes and filters", journeys.search_closes(browser, portal))
    report.add("search leads somewhere without scripts", journeys.search_without_scripts(browser, portal))
    report.add("both tokenizers agree", journeys.same_terms(browser, portal))
    report.add("colours can be chosen", journeys.colours_can_be_chosen(browser, portal))
    report.add("the menu opens on a phone", journeys.menu_on_phone(browser, portal))
    runbook = first(portal, "runbook")
    report.add(f"ticks of {runbook} survive a reload", journeys.ticks_survive_reload(browser, portal, runbook))
    report.add(f"{runbook} prints", journeys.prints(browser, portal, runbook))
    for name in ("index.html", "service/index.html", "host/index.html"):
        report.add(f"the diagram of {name} is alive", journeys.diagram(browser, portal, name))


def take_screenshots(browser, portal, folder):
    """Every kind of page in light and dark and on a phone, and the search list."""
    folder.mkdir(parents=True, exist_ok=True)
    looks = {
        "light": {"color_scheme": "light"},
        "dark": {"color_scheme": "dark"},
        "phone": {"color_scheme": "light", "viewport": checks.PHONE},
    }
    pages = portal.one_of_each_kind()
    for look, options in looks.items():
        with checks.opened(browser, portal.url(pages[0]), **options) as shown:
            for page in pages:
                shown.goto(portal.url(page))
                name = portal.name(page).removesuffix(".html").replace("/", "-")
                shown.screenshot(path=folder / f"{name}-{look}.png", full_page=True)
    with checks.opened(browser, portal.url(portal.page("index.html"))) as shown:
        journeys.type_query(shown, "api")
        shown.screenshot(path=folder / "search.png")


def installed_chromium():
    """The distribution's Chromium, or None where Playwright brings its own."""
    path = "/usr/bin/chromium"
    return path if os.path.exists(path) else None


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--portal", type=Path, required=True, help="the folder of a built portal")
    parser.add_argument("--screenshots", type=Path, help="a folder for pictures of the pages")
    parser.add_argument("--chromium", default=installed_chromium(), help="the browser; Playwright's own without one")
    options = parser.parse_args()
    portal = Portal(options.portal)
    if not portal.pages:
        sys.exit(f"{options.portal} holds no page")
    report = Report()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        for name, found in planted(browser, portal):
            report.add(f"{name} is found", [] if found else ["the check says nothing"])
        check_pages(browser, portal, report)
        check_journeys(browser, portal, report)
        if options.screenshots:
            take_screenshots(browser, portal, options.screenshots)
        browser.close()
    print(f"{report.passed} passed, {report.failed} failed")
    sys.exit(1 if report.failed else 0)


main()
