"""Scripts of other sites may read what is public."""

import pytest
from flask.testing import FlaskClient

ELSEWHERE = {"Origin": "https://elsewhere.example"}


@pytest.mark.parametrize("path", ["/sparql?query=ASK{}", "/sparql?query=x", "/place/1645528.ttl", "/nothing"])
def test_every_origin_may_read_answers_and_errors(client: FlaskClient, path: str) -> None:
    response = client.get(path, headers=ELSEWHERE)
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response.headers
    assert {"ETag", "Retry-After", "Link"} <= set(
        response.headers["Access-Control-Expose-Headers"].split(", ")
    )


def test_a_browser_that_asks_first_is_told_what_it_may_send(client: FlaskClient) -> None:
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    response = client.options("/sparql", headers=ELSEWHERE | asked)
    assert response.status_code == 200
    assert response.data == b""
    methods = {"GET", "HEAD", "OPTIONS", "POST"}
    assert set(response.headers["Allow"].split(", ")) == methods
    assert set(response.headers["Access-Control-Allow-Methods"].split(", ")) == methods
    assert "Content-Type" in response.headers["Access-Control-Allow-Headers"]
    assert int(response.headers["Access-Control-Max-Age"]) > 0


def test_options_without_a_script_say_what_is_allowed_and_no_more(client: FlaskClient) -> None:
    response = client.options("/sparql")
    assert "POST" in response.headers["Allow"]
    assert "Access-Control-Allow-Methods" not in response.headers


def test_what_the_operators_look_at_is_closed_to_other_sites(client: FlaskClient) -> None:
    assert "Access-Control-Allow-Origin" not in client.get("/health", headers=ELSEWHERE).headers
