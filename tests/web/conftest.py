"""A web front on three articles, and what tests look at a page with."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest
from flask import Flask
from flask.testing import FlaskClient
from tests import web_store

from cityrel.web import close, create_app

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@dataclass
class Page(HTMLParser):
    """A page as a browser reads it: its tags with their attributes, its texts, the texts inside each tag."""

    status: int
    html: str
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    inside: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and its attributes."""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self._open.append(tag)
        self.inside[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        """Leave a tag, and those inside that need no end."""
        while tag in self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Add a text to every tag that it stands in."""
        for tag in set(self._open):
            self.inside[tag][-1] += data

    def texts(self, tag: str) -> list[str]:
        """Give what stands inside each element of a name, with single spaces."""
        return [" ".join(text.split()) for text in self.inside[tag]]

    @property
    def text(self) -> str:
        """Give all that can be read in the body."""
        return self.texts("body")[0]

    @property
    def strange_scripts(self) -> list[dict[str, str]]:
        """Give the script elements that load no file of the bundle."""
        scripts = [attributes for tag, attributes in self.tags if tag == "script"]
        return [script for script in scripts if not script.get("src", "").startswith("/static/dist/")]

    @property
    def links(self) -> list[str]:
        """Give where the links of the page lead."""
        return [attributes["href"] for tag, attributes in self.tags if tag == "a"]


@pytest.fixture(scope="session")
def location(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give the folder of a store that holds the three articles of `articles.trig`."""
    return web_store.fill(tmp_path_factory.mktemp("web") / "store")


@pytest.fixture(scope="session")
def app(location: str) -> Iterator[Flask]:
    """Give the web front of that store; no test may change it."""
    app = create_app(location, query_timeout=20, workers=1)
    yield app
    close(app)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def page(client: FlaskClient) -> Callable[[str], Page]:
    """Give a function that opens a path as a browser does."""

    def open_page(path: str, language: str = "en") -> Page:
        response = client.get(path, headers={"Accept": BROWSER, "Accept-Language": language})
        assert response.content_type == "text/html; charset=utf-8"
        return Page(response.status_code, response.text)

    return open_page
