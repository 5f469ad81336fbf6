"""What a request asks is found where the protocol puts it, and nowhere else."""

import pytest
from flask.testing import FlaskClient

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
YES = {"head": {}, "boolean": True}
GRAPH = "https%3A%2F%2Fw3id.org%2Fcityrel%2Farticle%2Fbbbbbbbbbbbbbbbb"


def post(
    client: FlaskClient, body: bytes, kind: str, path: str = "/sparql", **headers: str
) -> tuple[int, str]:
    response = client.post(path, data=body, content_type=kind, headers=headers)
    return response.status_code, response.text


@pytest.mark.parametrize(
    "kind", [QUERY, f"{QUERY}; charset=UTF-8", f'{QUERY};charset="utf-8"', "Application/SPARQL-Query"]
)
def test_a_query_as_body(client: FlaskClient, kind: str) -> None:
    assert client.post("/sparql", data=b"ASK {}", content_type=kind).get_json(force=True) == YES


def test_a_mark_that_editors_put_in_front_of_a_file_is_no_part_of_the_query(client: FlaskClient) -> None:
    assert post(client, b"\xef\xbb\xbfASK {}", QUERY)[0] == 200


def test_letters_of_every_script_come_through(client: FlaskClient) -> None:
    query = 'SELECT ("Köln – 成都" AS ?name) {}'
    for response in (
        client.get("/sparql", query_string={"query": query}),
        client.post("/sparql", data={"query": query}),
        client.post("/sparql", data=query.encode(), content_type=QUERY),
    ):
        assert response.get_json(force=True)["results"]["bindings"][0]["name"]["value"] == "Köln – 成都"


@pytest.mark.parametrize(
    ("body", "kind", "path"),
    [
        (
            b"ASK { ?article a <https://w3id.org/cityrel/ontology#Article> }",
            QUERY,
            f"/sparql?default-graph-uri={GRAPH}",
        ),
        (f"query=ASK{{?s+?p+?o}}&default-graph-uri={GRAPH}".encode(), FORM, "/sparql"),
        (b"query=ASK{?s+?p+?o}", FORM, f"/sparql?default-graph-uri={GRAPH}"),
    ],
)
def test_graphs_are_chosen_in_the_address_or_in_the_form(
    client: FlaskClient, body: bytes, kind: str, path: str
) -> None:
    assert post(client, body, kind, path)[1].endswith("true}")
    nowhere = post(client, body.replace(b"bbbb", b"0000"), kind, path.replace("bbbb", "0000"))
    assert nowhere[1].endswith("false}")


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"ASK {}", "text/plain"),
        (b"ASK {}", ""),
        (b"", ""),
        (b"query=ASK{}", "multipart/form-data; boundary=x"),
        (b"ASK {}", f"{QUERY}; charset=utf-16"),
        (b"query=ASK{}", f"{FORM}; charset=iso-8859-1"),
        (b'{"query": "ASK {}"}', "application/json"),
    ],
)
def test_a_body_of_another_kind_is_not_supported(client: FlaskClient, body: bytes, kind: str) -> None:
    status, text = post(client, body, kind)
    assert status == 415
    assert text.startswith("send queries ")


def test_a_compressed_body_is_not_supported(client: FlaskClient) -> None:
    status, text = post(client, b"ASK {}", QUERY, **{"Content-Encoding": "gzip"})
    assert status == 415
    assert "without compression" in text


@pytest.mark.parametrize(
    ("path", "body", "kind"),
    [
        ("/sparql?query=ASK{}", b"query=ASK{}", FORM),
        ("/sparql?query=ASK{}", b"ASK {}", QUERY),
        ("/sparql", b"query=ASK{}&query=ASK{}", FORM),
    ],
)
def test_queries_in_two_places_are_two_queries(
    client: FlaskClient, path: str, body: bytes, kind: str
) -> None:
    status, text = post(client, body, kind, path)
    assert status == 400
    assert "there are 2 queries: send one at a time" in text


def test_broken_encoding_is_refused_and_not_mended(client: FlaskClient) -> None:
    assert client.get("/sparql?query=ASK{}&x=%zz").status_code == 400
    assert post(client, b"query=ASK{}%e9", FORM)[0] == 400


@pytest.mark.parametrize("given", ["0", "-1", "nan", "inf", "soon", "1s", "", "1&timeout=2"])
def test_a_wrong_time_limit_is_refused(client: FlaskClient, given: str) -> None:
    response = client.get(f"/sparql?query=ASK{{}}&timeout={given}")
    assert response.status_code == 400
    assert "timeout" in response.text


@pytest.mark.parametrize("given", ["1", "0.5", "1e1", "100000"])
def test_a_time_limit_may_be_given_and_never_raises_that_of_the_server(
    client: FlaskClient, given: str
) -> None:
    assert client.get(f"/sparql?query=ASK{{}}&timeout={given}").status_code == 200


def test_a_query_is_stopped_at_the_limit_that_its_asker_gave(client: FlaskClient) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    response = client.get("/sparql", query_string={"query": endless, "timeout": "0.3"})
    assert response.status_code == 503
    assert "longer than 0.3 s" in response.text
    assert "Retry-After" not in response.headers


def test_relative_iris_are_those_of_our_things(client: FlaskClient) -> None:
    query = "ASK { <place/1645528> a <ontology#City> }"
    assert client.get("/sparql", query_string={"query": query}).get_json(force=True) == YES


@pytest.mark.parametrize("parameters", ["query=", "default-graph-uri=a:b", "timeout=1"])
def test_parameters_without_a_query_are_an_error(client: FlaskClient, parameters: str) -> None:
    response = client.get(f"/sparql?{parameters}")
    assert response.status_code == 400
    assert "there is no query" in response.text
