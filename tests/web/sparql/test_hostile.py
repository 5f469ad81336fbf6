"""Whatever is sent, the endpoint answers, and never with a failure of its own."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SAFE = st.characters(exclude_categories=["Cs", "Cc"], max_codepoint=255)
WORDS = st.text(SAFE, max_size=30)
NAMES = st.sampled_from(["query", "update", "default-graph-uri", "named-graph-uri", "format", "timeout", "x"])
TYPES = st.sampled_from(
    [
        *("application/sparql-query", "application/x-www-form-urlencoded", "application/sparql-update"),
        *("application/sparql-query; charset=", "text/plain", ";;;", "multipart/form-data; boundary="),
    ]
)
HEADERS = st.dictionaries(
    st.sampled_from(["Accept", "Accept-Encoding", "Accept-Language", "If-None-Match", "Content-Encoding"]),
    WORDS,
)
FAIR = {200, 304, 400, 403, 404, 405, 406, 413, 415, 503}
MANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@MANY
@given(parameters=st.lists(st.tuples(NAMES, st.text(max_size=40))), headers=HEADERS)
def test_any_parameters_and_headers_get_a_fair_answer(
    client: FlaskClient, parameters: list[tuple[str, str]], headers: dict[str, str]
) -> None:
    sent: dict[str, list[str]] = {}
    for name, value in parameters:
        sent.setdefault(name, []).append(value.encode("utf-8", "replace").decode())
    with client.get("/sparql", query_string=sent, headers=headers) as response:
        assert response.status_code in FAIR


@MANY
@given(address=st.binary(max_size=60), body=st.binary(max_size=200), kind=TYPES, headers=HEADERS)
def test_any_bytes_get_a_fair_answer(
    client: FlaskClient, address: bytes, body: bytes, kind: str, headers: dict[str, str]
) -> None:
    raw = {"QUERY_STRING": address.decode("latin-1")}
    sent: dict[str, Any] = {"data": body, "content_type": kind, "headers": headers, "environ_overrides": raw}
    with client.post("/sparql", **sent) as response:
        assert response.status_code in FAIR


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("ASK " + "{" * 50_000 + "}" * 50_000, id="nested groups"),
        pytest.param("ASK { FILTER(" + "(" * 50_000 + "1" + ")" * 50_000 + ") }", id="nested brackets"),
        pytest.param("ASK {" + " UNION ".join(["{ ?s ?p ?o }"] * 10_000) + "}", id="unions"),
        pytest.param("ASK { VALUES ?x {" + " 1" * 100_000 + "} }", id="values"),
        pytest.param("ASK { ?s " + "/".join(["<a:p>"] * 20_000) + " ?o }", id="path"),
        pytest.param("ASK {} #" + "x" * 900_000, id="long comment"),
        pytest.param("\x00ASK {}", id="nul"),
        pytest.param("ASK {}\x00", id="nul at the end"),
    ],
)
def test_a_query_of_any_shape_gets_a_fair_answer(client: FlaskClient, query: str) -> None:
    response = client.post("/sparql", data=query.encode(), content_type="application/sparql-query")
    assert response.status_code in FAIR, response.text
    assert client.get("/sparql?query=ASK{}").status_code == 200


@pytest.mark.parametrize(
    "parameters",
    [
        {"default-graph-uri": ["not an IRI"]},
        {"named-graph-uri": ["http://x/>"]},
        {"default-graph-uri": ["file:///etc/passwd"]},
        {"default-graph-uri": [f"http://127.0.0.1:9/{n}" for n in range(500)]},
        {"format": ["../../etc/passwd"]},
        {"format": ["x" * 5_000]},
    ],
)
def test_parameters_lead_nowhere(client: FlaskClient, parameters: dict[str, Any]) -> None:
    response = client.get("/sparql", query_string={"query": "ASK { ?s ?p ?o }", **parameters})
    assert response.status_code in {200, 400}
    assert "root:" not in response.text
    if response.status_code == 200:
        assert response.get_json(force=True)["boolean"] is False
