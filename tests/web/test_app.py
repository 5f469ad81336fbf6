"""What holds for every answer of the web front."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from tests.web_store import PAGES

from cityrel.errors import StoreError, UsageError
from cityrel.web import close, create_app

OWASP = {
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Permitted-Cross-Domain-Policies": "none",
}
HOSTILE = (
    "/",
    "/partnerships",
    "/partnership/281184-293397",
    "/place/281184",
    "/country/XX",
    "/article/cccccccccccccccc",
    "/articles",
)
NOWHERE = (
    "/nothing",
    "/place/1",
    "/partnership/1-2",
    "/person/nobody",
    "/article/ffff",
    "/country/QQ",
    "/office/x",
    "/organisation/x",
)


@pytest.mark.parametrize(
    "path",
    [
        *PAGES,
        *NOWHERE,
        "/health",
        "/ready",
        "/metrics",
        "/place/1645528.ttl",
        "/static/cityrel.css",
        "/sparql?query=x",
    ],
)
def test_every_answer_carries_the_security_headers(client: FlaskClient, path: str) -> None:
    with client.get(path, headers={"Accept": "text/html"}) as response:
        headers = response.headers
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["frame-ancestors"] == "'none'"
    assert policy.get("script-src", "'self'") == "'self'"
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert {name: headers[name] for name in OWASP} == OWASP
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Cache-Control"] in ("no-cache", "no-store", "public, no-cache")
    assert "Strict-Transport-Security" not in headers
    assert "Server" not in headers


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_one_heading_a_title_and_its_language(
    page: Callable[..., Any], path: str, language: str
) -> None:
    opened = page(path, language)
    assert opened.status == 200
    assert len(opened.texts("h1")) == 1
    assert opened.texts("title")[0].endswith("· cityrel")
    assert dict(opened.tags)["html"]["lang"] == language


@pytest.mark.parametrize("path", PAGES)
def test_every_page_can_be_used_without_script_and_by_keyboard(page: Callable[..., Any], path: str) -> None:
    opened = page(path)
    names = [tag for tag, _ in opened.tags]
    ids = [attributes["id"] for _, attributes in opened.tags if "id" in attributes]
    labelled = {attributes["for"] for tag, attributes in opened.tags if tag == "label"}
    fields = {
        a["id"]
        for tag, a in opened.tags
        if tag in ("input", "select", "textarea") and a.get("type") != "hidden"
    }
    assert opened.strange_scripts == []
    assert not [a for _, a in opened.tags if "style" in a or any(key.startswith("on") for key in a)]
    assert len(ids) == len(set(ids))
    assert fields <= labelled
    assert opened.links[0] == "#content"
    assert names.count("table") == names.count("caption")


@pytest.mark.parametrize("path", PAGES)
def test_headings_follow_each_other_without_a_gap(page: Callable[..., Any], path: str) -> None:
    levels = [int(tag[1]) for tag, _ in page(path).tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("path", PAGES)
def test_links_within_the_site_lead_somewhere(
    page: Callable[..., Any], client: FlaskClient, path: str
) -> None:
    for link in {link.partition("#")[0] for link in page(path).links if link.startswith("/")}:
        with client.get(link, headers={"Accept": "text/html,*/*;q=0.1"}, follow_redirects=True) as response:
            assert response.status_code == 200, link


@pytest.mark.parametrize("path", PAGES)
def test_places_are_attributed_to_geonames_under_its_licence(page: Callable[..., Any], path: str) -> None:
    links = page(path).links
    assert "https://www.geonames.org/" in links
    assert "https://creativecommons.org/licenses/by/4.0/" in links


@pytest.mark.parametrize("path", HOSTILE)
def test_markup_in_the_data_stays_text(page: Callable[..., Any], path: str) -> None:
    opened = page(path)
    assert opened.status == 200
    assert not {"script", "svg", "img", "i", "b"} & {tag for tag, _ in opened.tags}
    assert not [a for _, a in opened.tags if any(name.startswith("on") for name in a)]
    assert not [link for link in opened.links if not link.startswith(("/", "#", "http"))]
    assert "<script>" in opened.text or "<svg" in opened.text or "X & Y" in opened.text


def test_a_name_that_turns_the_direction_of_writing_stays_in_its_own_element(
    page: Callable[..., Any],
) -> None:
    opened = page("/place/281184")
    assert all(text.count("\u202e") == 0 or text in opened.texts("bdi") for text in opened.texts("h1"))
    assert any("\u202e" in text for text in opened.texts("bdi"))


@pytest.mark.parametrize("path", NOWHERE)
def test_what_is_not_there_is_a_page_with_a_search(page: Callable[..., Any], path: str) -> None:
    opened = page(path)
    assert opened.status == 404
    assert "There is nothing at this address" in opened.text
    assert any(attributes.get("name") == "q" for tag, attributes in opened.tags if tag == "input")


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/article/../../etc/passwd",
        "/article/..%2f..%2fcurrent",
        "/person/../../../etc/passwd",
        "/organisation/%2fetc%2fpasswd",
        "/place/%00",
        "/place/1645528%3E%20%7D",
        "/person/a%22b%3Cc",
        "/office/%5C%5C",
    ],
)
def test_no_path_leads_out_of_the_site(client: FlaskClient, path: str) -> None:
    response = client.get(path, follow_redirects=True)
    assert response.status_code == 404
    assert "root:" not in response.text


def test_a_program_gets_an_error_as_text(client: FlaskClient) -> None:
    response = client.get("/nothing", headers={"Accept": "text/csv, */*;q=0.1"})
    assert (response.status_code, response.content_type) == (404, "text/plain; charset=utf-8")


def test_limits_and_stores_that_cannot_be_used_are_refused_at_once(location: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="time limit"):
        create_app(location, query_timeout=-1)
    with pytest.raises(UsageError, match="memory limit"):
        create_app(location, memory_limit=1)
    with pytest.raises(StoreError, match="no store here yet"):
        create_app(str(tmp_path / "nothing"))


def test_trouble_with_the_store_is_told_without_its_folder(
    location: str, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(location)
    close(app)
    response = app.test_client().get("/partnerships", headers={"Accept": "text/html"})
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "10"
    assert location not in response.text
    assert "cannot be read at the moment" in response.text
    assert "have been stopped" in caplog.text


def test_an_unexpected_error_is_a_page_that_tells_nothing(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("cityrel.web.pages.home.views", lambda: 1 / 0)
    response = client.get("/", headers={"Accept": "text/html"})
    assert response.status_code == 500
    assert "Something went wrong here" in response.text
    assert "ZeroDivisionError" not in response.text
    assert "unexpected error at /" in caplog.text
