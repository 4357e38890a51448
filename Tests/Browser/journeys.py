"""What a person does in the portal: search, look at diagrams, tick steps, change colours. Each journey returns faults."""

import json
from pathlib import Path

from checks import opened

TOKENS = Path(__file__).resolve().parent.parent / "PortalTests" / "tokens.json"


def type_query(page, text):
    """Types into the search box, reached by its key, and waits for the list."""
    page.evaluate("document.activeElement?.blur()")
    page.keyboard.press("/")
    page.keyboard.type(text)
    # Not wait_for_function: its polling is an eval, which the page's own policy forbids.
    page.wait_for_selector(".hit, .nothing")


def search_by_keyboard(browser, portal, query, expected):
    """`/`, the query, arrows to the hit, Enter: the hit's page opens."""
    with opened(browser, portal.url(portal.page("index.html"))) as page:
        type_query(page, query)
        links = page.locator(".hit").evaluate_all("hits => hits.map((hit) => hit.dataset.href)")
        wanted = next((number for number, link in enumerate(links) if link.split("#")[0] == expected), None)
        if wanted is None or wanted > 4:
            return [f"'{query}' finds {links[:5]}, not {expected}"]
        for _ in range(wanted):
            page.keyboard.press("ArrowDown")
        active = page.locator("input[role=combobox]").get_attribute("aria-activedescendant")
        if page.locator(f"#{active}").get_attribute("aria-selected") != "true":
            return ["the active hit is not the selected one"]
        with page.expect_navigation():
            page.keyboard.press("Enter")
        opened_page = page.url.split("#")[0]
        return [] if opened_page == portal.url(portal.page(expected)) else [f"Enter opened {opened_page}"]


def search_closes(browser, portal):
    """Escape closes the list and then leaves the box; nonsense says so; a filter keeps one kind."""
    faults = []
    with opened(browser, portal.url(portal.page("index.html"))) as page:
        type_query(page, "qzxwv")
        if not page.locator(".nothing").is_visible():
            faults.append("nonsense finds something")
        page.keyboard.press("Escape")
        if page.locator(".results").is_visible():
            faults.append("Escape does not close the list")
        page.keyboard.press("Escape")
        if page.evaluate("document.activeElement.tagName") == "INPUT":
            faults.append("a second Escape does not leave the box")
        page.locator(".search input").fill("")
        type_query(page, "a")
        page.locator(".filters button").nth(1).click()
        if page.locator(".hits .group").count() != 1:
            faults.append("a filter leaves more than one kind")
    return faults


def search_without_scripts(browser, portal):
    """The form leads to the list of everything."""
    with opened(browser, portal.url(portal.page("index.html")), java_script_enabled=False) as page:
        page.locator(".search input").fill("vault")
        with page.expect_navigation():
            page.locator(".search input").press("Enter")
        return [] if "/a-z.html" in page.url else [f"the form leads to {page.url}"]


def same_terms(browser, portal):
    """The tokenizer of the browser gives the terms of the vectors, as the Swift one does in its own test."""
    faults = []
    with opened(browser, portal.url(portal.page("index.html"))) as page:
        for vector in json.loads(TOKENS.read_text(encoding="utf-8")):
            terms = page.evaluate("(text) => rackbook.terms(text)", vector["text"])
            if terms != vector["terms"]:
                faults.append(f"{vector['text']!r} becomes {terms}")
    return faults


def diagram(browser, portal, name):
    """Links lead to pages, buttons and keys zoom, the neighbours of a focused node stand out."""
    faults = []
    with opened(browser, portal.url(portal.page(name))) as page:
        picture = page.locator(".canvas > svg").first
        links = picture.locator(".node a")
        if links.count() == 0:
            return [f"the diagram of {name} has no link"]
        before = picture.get_attribute("viewBox")
        page.locator(".diagram .bar button").nth(1).click()
        if picture.get_attribute("viewBox") == before:
            faults.append("the button does not zoom")
        page.locator(".canvas").first.press("0")
        if picture.get_attribute("viewBox") != before:
            faults.append("the key 0 does not show all")
        links.first.focus()
        if picture.locator(".near").count() == 0:
            faults.append("a focused node does not stand out")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        if page.url.split("#")[0] not in {portal.url(target) for target in portal.pages}:
            faults.append(f"a node leads to {page.url}")
    return faults


def ticks_survive_reload(browser, portal, name):
    """A step that was ticked is ticked after a reload."""
    with opened(browser, portal.url(portal.page(name))) as page:
        page.locator(".tick input").first.check()
        page.reload()
        return [] if page.locator(".tick input").first.is_checked() else ["the tick is gone"]


def colours_can_be_chosen(browser, portal):
    """The switch goes from system to light to dark, and the next page remembers."""
    with opened(browser, portal.url(portal.page("index.html"))) as page:
        light = page.evaluate("getComputedStyle(document.body).backgroundColor")
        page.locator("#theme").click()
        page.locator("#theme").click()
        page.goto(portal.url(portal.page("addresses.html")))
        dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
        return [] if light != dark else ["the colours stay the same"]


def menu_on_phone(browser, portal):
    """The navigation opens from the header, and Escape closes it."""
    faults = []
    with opened(browser, portal.url(portal.page("index.html")), viewport={"width": 360, "height": 740}) as page:
        if page.locator("nav.navigation").is_visible():
            faults.append("the navigation covers the page")
        page.locator(".menu").click()
        if not page.locator("nav.navigation").is_visible():
            faults.append("the menu does not open")
        page.keyboard.press("Escape")
        if page.locator("nav.navigation").is_visible():
            faults.append("Escape does not close the menu")
    return faults


def prints(browser, portal, name):
    """On paper there is no header and no navigation, and the text is."""
    with opened(browser, portal.url(portal.page(name))) as page:
        page.emulate_media(media="print")
        shown = [part for part in (".header", "nav.navigation", ".skip") if page.locator(part).is_visible()]
        return [f"{part} is printed" for part in shown] + ([] if page.locator("h1").is_visible() else ["no heading"])
