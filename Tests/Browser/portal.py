"""A built portal as a folder: its pages by kind, and whether every link in it leads somewhere."""

from collections import defaultdict
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag


class _Links(HTMLParser):
    """Collects where a page leads and which places on it can be led to."""

    def __init__(self):
        super().__init__()
        self.targets = []
        self.anchors = {""}

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ("href", "src", "action", "xlink:href") and value is not None:
                self.targets.append(value)
            if name == "id":
                self.anchors.add(value)


class Portal:
    def __init__(self, folder):
        self.folder = Path(folder).resolve()
        self.pages = sorted(self.folder.rglob("*.html"))

    def url(self, page):
        return page.as_uri()

    def name(self, page):
        return str(page.relative_to(self.folder))

    def page(self, name):
        return self.folder / name

    def one_of_each_kind(self):
        """The overviews, and of each kind the list and the largest page."""
        kinds = defaultdict(list)
        for page in self.pages:
            parts = page.relative_to(self.folder).parts
            kinds[parts[0] if len(parts) > 1 else page.name].append(page)
        chosen = set()
        for pages in kinds.values():
            chosen.update(page for page in pages if page.name == "index.html")
            chosen.add(max(pages, key=lambda page: (page.name != "index.html", page.stat().st_size)))
        return sorted(chosen)

    def dead_links(self):
        """Links to files or anchors that are not there."""
        read = {page: self._links(page) for page in self.pages}
        faults = []
        for page, links in read.items():
            for target in links.targets:
                address, anchor = urldefrag(target)
                if ":" in address.split("/")[0]:
                    continue
                file = (page.parent / unquote(address.split("?")[0])).resolve() if address else page
                if not file.is_file():
                    faults.append(f"{self.name(page)} leads to {target}, which is not there")
                elif file in read and unquote(anchor) not in read[file].anchors:
                    faults.append(f"{self.name(page)} leads to {target}, which has no such place")
        return faults

    @staticmethod
    def _links(page):
        links = _Links()
        links.feed(page.read_text(encoding="utf-8"))
        return links
