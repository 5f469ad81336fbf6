"""For programs that watch: health, readiness and figures."""

import re

import pytest
from flask import request
from flask.testing import FlaskClient

from cityrel.settings import Settings
from cityrel.web import close, create_app

NAMED = "SELECT * { <a:secret-name> ?p ?o }"


def test_health_tells_that_the_service_runs_whatever_the_store_does(location: str) -> None:
    app = create_app(location)
    close(app)
    response = app.test_client().get("/health")
    assert response.status_code == 200
    assert response.get_json()["status"] == "ok"
    assert response.headers["Cache-Control"] == "no-store"


def test_readiness_tells_the_snapshot_and_its_size(client: FlaskClient) -> None:
    response = client.get("/ready")
    assert response.status_code == 200
    state = response.get_json()
    assert (state["status"], state["snapshot"]) == ("ready", "1")
    assert state["statements"] > 300


def test_readiness_says_why_nothing_can_be_answered_and_not_where(location: str) -> None:
    app = create_app(location)
    close(app)
    response = app.test_client().get("/ready")
    assert response.status_code == 503
    assert "cannot be read at the moment" in response.get_json()["reason"]
    assert location not in response.text


def test_figures_count_requests_by_pattern_and_queries_by_outcome(location: str) -> None:
    app = create_app(location, workers=1)
    client = app.test_client()
    for query in ("ASK {}", NAMED, "nonsense", "ASK { SERVICE <http://127.0.0.1:9/> {} }"):
        client.get("/sparql", query_string={"query": query}, headers={"Accept": "*/*"}, buffered=True)
    client.get("/place/1645528", buffered=True)
    client.get("/no/such/path", buffered=True)
    client.open("/place/1645528", method="MADE-UP", buffered=True)
    figures = client.get("/metrics").text
    close(app)
    assert 'cityrel_queries_total{outcome="ok"} 2.0' in figures
    assert "cityrel_query_seconds_count 4.0" in figures
    assert re.search(r'requests_total{method="GET",route="/place/<[^"]*>",status="200"} 1.0', figures)
    assert 'cityrel_requests_total{method="GET",route="none",status="404"} 1.0' in figures
    assert re.search(r'requests_total{method="other",route="[^"]*",status="405"} 1.0', figures)
    assert 'cityrel_workers{pool="queries",state="idle"} 1.0' in figures
    assert "cityrel_snapshot 1.0" in figures
    assert re.search(r"^cityrel_snapshot_age_seconds [0-9]", figures, re.MULTILINE)
    assert "1645528" not in figures
    assert "secret" not in figures


def test_figures_can_be_turned_off(location: str) -> None:
    app = create_app(location, settings=Settings(metrics=False, workers=1))
    assert app.test_client().get("/metrics").status_code == 404
    close(app)


def test_an_address_that_is_too_long_is_refused(location: str) -> None:
    app = create_app(location, settings=Settings(max_url=1, workers=1))
    response = app.test_client().get("/search", query_string={"q": "x" * 2000})
    assert response.status_code == 414
    assert "longer than 1,024 bytes" in response.text
    close(app)


@pytest.mark.parametrize("host", ["evil.example", "localhost"])
def test_the_public_address_is_the_one_of_the_settings(location: str, host: str) -> None:
    chosen = Settings(public_url="https://cities.example.org", hsts=60, workers=1)
    app = create_app(location, settings=chosen)
    seen: list[str] = []
    app.before_request(lambda: seen.append(request.root_url))
    response = app.test_client().get("/health", headers={"Host": host})
    close(app)
    assert seen == ["https://cities.example.org/"]
    assert response.headers["Strict-Transport-Security"] == "max-age=60"
