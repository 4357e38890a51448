"""What is looked at on one page; every check returns the faults it found, in words."""

from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextmanager
def opened(browser, url, **options):
    """A page in a context of its own that remembers what the browser complained of."""
    context = browser.new_context(viewport=options.pop("viewport", DESK), **options)
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: page.complaints.append(f"script error: {error}"))
    page.on("request", lambda request: page.complaints.extend(
        [] if request.url.startswith(("file:", "data:")) else [f"asks for {request.url}"]))
    page.on("requestfailed", lambda request: page.complaints.append(f"cannot load {request.url}"))
    try:
        page.goto(url)
        yield page
    finally:
        context.close()


def quiet(browser, url):
    """No console message, no refused inline code, no request to anywhere, no missing file."""
    with opened(browser, url) as page:
        page.keyboard.press("/")
        page.keyboard.type("a")
        page.wait_for_function("document.querySelector('.hit, .nothing') || !document.querySelector('.search')")
        return list(page.complaints)


def accessible(browser, url, scheme):
    """axe finds nothing, in the given colours."""
    with opened(browser, url, color_scheme=scheme) as page:
        report = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}})
        return [
            f"{rule['id']}: {rule['nodes'][0]['html'][:120]}" for rule in report.response["violations"]
        ]


def fits_phone(browser, url):
    """Nothing sticks out to the right on a phone."""
    with opened(browser, url, viewport=PHONE) as page:
        width = page.evaluate("document.documentElement.scrollWidth")
        return [] if width <= PHONE["width"] else [f"{width} pixels wide on a screen of {PHONE['width']}"]


def readable_without_scripts(browser, url):
    """Heading, text, navigation and diagrams are there with JavaScript disabled."""
    faults = []
    with opened(browser, url, java_script_enabled=False) as page:
        if not page.locator("h1").is_visible():
            faults.append("no heading")
        if len(page.locator("main").inner_text()) < 40:
            faults.append("no text")
        if page.locator("nav.navigation a:visible").count() < 5:
            faults.append("no navigation")
        for picture in page.locator(".canvas > svg").all():
            if not picture.is_visible():
                faults.append("a diagram is not shown")
    return faults
