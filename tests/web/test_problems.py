"""Errors in the form that the asker takes."""

import pytest
from flask.testing import FlaskClient

BROKEN = "/sparql?query=SELECT%20*%20%7B%0A%20%20?s%20?p%0A%7D"
PROBLEM = "application/problem+json"


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("*/*", "text/plain"),
        ("text/csv", "text/plain"),
        ("text/html", "text/html"),
        ("text/html;q=0.5, application/json", PROBLEM),
        ("application/json", PROBLEM),
        (PROBLEM, PROBLEM),
        ("application/sparql-results+json", PROBLEM),
        ("application/ld+json", PROBLEM),
        ("application/json;q=0.1, text/plain", "text/plain"),
    ],
)
def test_who_reads_json_gets_a_problem_in_json(client: FlaskClient, accept: str, kind: str) -> None:
    response = client.get("/nothing", headers={"Accept": accept})
    assert response.status_code == 404
    assert response.mimetype == kind


def test_a_problem_says_what_is_wrong_and_where(client: FlaskClient) -> None:
    response = client.get(BROKEN, headers={"Accept": "application/json"})
    assert response.content_type == PROBLEM
    problem = response.get_json(force=True)
    assert problem.pop("detail").startswith("line 2, column 3: not SPARQL")
    assert problem == {
        "type": "about:blank",
        "title": "Bad Request",
        "status": 400,
        "line": 2,
        "column": 3,
    }


def test_where_nothing_is_said_of_a_place_none_is_named(client: FlaskClient) -> None:
    problem = client.get("/nothing", headers={"Accept": PROBLEM}).get_json(force=True)
    assert set(problem) == {"type", "title", "status", "detail"}


@pytest.mark.parametrize(
    "path", [f"{BROKEN}&format=json", BROKEN.replace("?", ".json?"), f"{BROKEN}&format=jsonld"]
)
def test_a_format_that_is_json_holds_for_errors_too(client: FlaskClient, path: str) -> None:
    assert client.get(path, headers={"Accept": "text/html"}).content_type == PROBLEM
