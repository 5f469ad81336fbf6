"""Whatever stands in an address, of any route: no error of ours, no leak, no way out."""

from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.routing import Rule

from cityrel.web import caching

KEYS = {
    "a NUL": "%00",
    "a slash that is encoded": "a%2Fb",
    "the way up": "..",
    "the way up that is encoded": "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "the way up with backslashes": "..%5c..%5cetc%5cpasswd",
    "the way up, encoded twice": "%252e%252e%252fetc%252fpasswd",
    "the root": "%2fetc%2fpasswd",
    "right to left": "%E2%80%AE1645528",
    "no UTF-8": "%ff%fe",
    "half a surrogate": "%ED%A0%80",
    "a script": "%3Cscript%3Ealert(1)%3C/script%3E",
    "the end of an IRI": "1645528%3E%20%7D%20%3B%20DROP%20ALL%20%23",
    "the end of a line": "1%0d%0aSet-Cookie:%20a=b",
    "quotes": "%22%27%60",
    "a template": "%7B%7B7*19191919%7D%7D",
    "a format": "%7B0.__class__%7D%25s",
    "ten thousand letters": "a" * 10_000,
    "ten thousand ids": "1-" * 5_000,
    "only dots and endings": "..ttl.html.nt",
    "an ending alone": ".ttl",
    "a fragment": "1645528%23x",
    "a question": "1645528%3Fformat=ttl",
    "letters that fold": "%C4%B0%C7%85%EF%AC%81",
    "no word": "%F0%9F%92%A5",
    "spaces": "%20%09",
}
LEAKS = ("root:", "Traceback", "site-packages", str(caching.PACKAGE), "134343433", "<script>alert(1)")


def routes(app: Flask) -> list[Rule]:
    """Give the routes that take something from the address."""
    return [rule for rule in app.url_map.iter_rules() if rule.arguments]


def filled(rule: Rule, key: str) -> list[str]:
    """Give the addresses of a route with a key in the place of each parameter, and of all."""
    names = sorted(rule.arguments)
    chosen = [{name} for name in names] + [set(names)]
    return [_path(rule, {name: key if name in hostile else "stage" for name in names}) for hostile in chosen]


def _path(rule: Rule, values: dict[str, str]) -> str:
    return "".join(text if plain else values[text] for plain, text in _pieces(rule.rule))


def _pieces(rule: str) -> list[tuple[bool, str]]:
    """Take a rule apart into plain texts and the names of parameters."""
    pieces = []
    while rule:
        plain, opened, rest = rule.partition("<")
        name, _, rule = rest.partition(">")
        pieces.append((True, plain))
        pieces += [(False, name.rpartition(":")[2])] if opened else []
    return pieces


@pytest.mark.parametrize("accept", ["text/html", "text/turtle"])
@pytest.mark.parametrize("name", KEYS)
def test_no_key_makes_any_route_fail_or_leak(app: Flask, client: FlaskClient, name: str, accept: str) -> None:
    assert routes(app)
    for rule in routes(app):
        for path in filled(rule, KEYS[name]):
            with client.get(path, headers={"Accept": accept}, follow_redirects=True) as response:
                assert response.status_code in (200, 304, 400, 404, 405, 406, 410, 414), path[:200]
                assert not [leak for leak in LEAKS if leak in response.get_data(as_text=True)], path[:200]
                assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH"])
def test_no_method_makes_any_route_fail(app: Flask, client: FlaskClient, method: str) -> None:
    for rule in app.url_map.iter_rules():
        for path in filled(rule, KEYS["a script"]) if rule.arguments else [rule.rule]:
            with client.open(path, method=method) as response:
                assert response.status_code < 500, (method, path)


@pytest.mark.parametrize("name", KEYS)
def test_no_parameter_makes_any_page_fail_or_leak(app: Flask, client: FlaskClient, name: str) -> None:
    parameters = "&".join(
        f"{each}={KEYS[name]}" for each in ("q", "page", "sort", "stage", "lang", "format", "order")
    )
    for rule in app.url_map.iter_rules():
        if not rule.arguments:
            with client.get(f"{rule.rule}?{parameters}", headers={"Accept": "text/html"}) as response:
                assert response.status_code < 500, rule.rule
                assert not [leak for leak in LEAKS if leak in response.get_data(as_text=True)], rule.rule


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    key=st.text(min_size=1, max_size=60),
    kind=st.sampled_from(["place", "person", "stage", "article", "graph"]),
)
def test_no_text_makes_a_thing_fail(client: FlaskClient, key: str, kind: str) -> None:
    path = f"/{kind}/{quote(key, safe='', errors='replace')}"
    assert client.get(path, headers={"Accept": "text/html"}).status_code in (200, 308, 404)
