"""What docs/sparql.md tells of the endpoint is so, and nothing is left out."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from cityrel.errors import Overloaded
from cityrel.store.workers import QueryPool
from cityrel.web.app import MAX_REQUEST_BYTES
from cityrel.web.headers import ALWAYS
from cityrel.web.negotiation import GRAPH_TYPES, HTML, RESULT_TYPES
from cityrel.web.sparql.asked import PARAMETERS
from cityrel.web.sparql.delivery import WHOLE
from cityrel.web.sparql.wish import FORMATS

CODE = re.compile(r"`([^`]+)`")


@pytest.fixture(scope="module")
def document(repository: Path) -> str:
    return (repository / "docs" / "sparql.md").read_text(encoding="utf-8")


def table(document: str, heading: str, column: int = 0) -> list[str]:
    """Give what stands in a column of all tables under a heading."""
    section = document.split(f"## {heading}\n")[1].split("\n## ", maxsplit=1)[0]
    rows = [line.strip("| ").split(" | ") for line in section.splitlines() if line.startswith("| ")]
    return [row[column] for row in rows if not row[0].startswith("---")]


def names(document: str, heading: str, column: int = 0) -> set[str]:
    return {name for cell in table(document, heading, column) for name in CODE.findall(cell)}


def test_every_parameter_is_told(document: str) -> None:
    assert names(document, "Parameters") == {*PARAMETERS, "format", "lang"} - {"update"}


def test_every_format_is_told(document: str) -> None:
    assert names(document, "Formats") - {"format"} == set(FORMATS)
    assert names(document, "Formats", 1) == {*RESULT_TYPES, *GRAPH_TYPES, HTML}


def answers(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> list[TestResponse]:
    """Give an answer of every status that there is, and to every method."""
    ask = {"query": "SELECT * { ?s ?p ?o } LIMIT 50"}
    known = client.get("/sparql", query_string=ask).headers["ETag"]
    found = [
        client.get("/sparql", query_string=ask, headers={"Accept-Encoding": "gzip"}),
        client.get("/sparql", query_string=ask, headers={"If-None-Match": known}),
        client.head("/sparql"),
        client.options("/sparql", headers={"Access-Control-Request-Method": "POST"}),
        client.get("/sparql?query=SELECT"),
        client.get("/sparql?query=DROP+ALL"),
        client.get("/sparql.png"),
        client.put("/sparql"),
        client.get("/sparql", query_string=ask, headers={"Accept": "image/png"}),
        client.post("/sparql", data=b"x" * (MAX_REQUEST_BYTES + 1), content_type="application/sparql-query"),
        client.post("/sparql", data=b"ASK {}"),
    ]
    with monkeypatch.context() as patched:
        patched.setattr(QueryPool, "open", _raise_overloaded)
        found.append(client.get("/sparql", query_string=ask))
    return found


def _raise_overloaded(*_arguments: object, **_options: object) -> None:
    raise Overloaded("too many")


def test_every_status_is_told(document: str, client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    statuses = {response.status_code for response in answers(client, monkeypatch)}
    assert set(table(document, "Statuses")) - {"status"} == {str(status) for status in statuses}


def test_every_header_is_told(document: str, client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    sent = {name for response in answers(client, monkeypatch) for name, _ in response.headers}
    told = names(document, "Headers of a response")
    assert told <= sent
    assert sent - told <= set(ALWAYS)


def test_the_size_of_what_is_sent_whole_is_told(document: str) -> None:
    assert f"Up to {WHOLE >> 10} KiB" in document
    assert f"at most {MAX_REQUEST_BYTES >> 20} MiB" in document


def test_too_many_at_once_are_told_when_to_come_back(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QueryPool, "open", _raise_overloaded)
    for accept in ("*/*", "text/html", "application/json"):
        response = client.get("/sparql?query=ASK{}", headers={"Accept": accept})
        assert response.status_code == 503
        assert response.headers["Retry-After"] == "10"
        assert "too many" in response.text
