"""What is looked at on one open page; every check returns the faults it found, in words."""

from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def listen(page):
    """Lets a page remember what the browser complains of and what is asked for from elsewhere."""
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: page.complaints.append(f"script error: {error}"))
    page.on("request", lambda request: page.complaints.extend(
        [] if request.url.startswith(("file:", "data:")) else [f"asks for {request.url}"]))
    page.on("requestfailed", lambda request: page.complaints.append(f"cannot load {request.url}"))


@contextmanager
def opened(browser, url, **options):
    """A page in a context of its own."""
    context = browser.new_context(viewport=options.pop("viewport", DESK), reduced_motion="reduce", **options)
    context.set_default_timeout(10_000)
    page = context.new_page()
    listen(page)
    try:
        page.goto(url)
        yield page
    finally:
        context.close()


def quiet(page):
    """No console message, no refused inline code, no request to anywhere, no missing file, also while searching."""
    page.keyboard.press("/")
    page.keyboard.type("a")
    page.wait_for_selector(".hit, .nothing")
    page.keyboard.press("Escape")
    return list(page.complaints)


def accessible(page):
    """axe finds nothing."""
    return _axe(page, {"type": "tag", "values": WCAG})


def readable_in_dark(page):
    """The contrasts of the dark colours are large enough; all else is the same in both."""
    page.emulate_media(color_scheme="dark")
    faults = _axe(page, {"type": "rule", "values": ["color-contrast"]})
    page.emulate_media(color_scheme="light")
    return faults


def _axe(page, rules):
    report = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]})
    return [f"{rule['id']}: {rule['nodes'][0]['html'][:120]}" for rule in report.response["violations"]]


def fits_phone(page):
    """Nothing sticks out to the right on a phone."""
    page.set_viewport_size(PHONE)
    width = page.evaluate("document.documentElement.scrollWidth")
    page.set_viewport_size(DESK)
    return [] if width <= PHONE["width"] else [f"{width} pixels wide on a screen of {PHONE['width']}"]


def readable_without_scripts(page):
    """Heading, text, navigation and diagrams are there; the page was opened with JavaScript disabled."""
    faults = []
    if not page.locator("h1").is_visible():
        faults.append("no heading")
    if not page.locator("main").is_visible() or len(page.locator("main").inner_text()) < 40:
        faults.append("no text")
    if page.locator("nav.navigation a:visible").count() < 5:
        faults.append("no navigation")
    if not all(picture.is_visible() for picture in page.locator(".canvas > svg").all()):
        faults.append("a diagram is not shown")
    return faults
