"""An endpoint of others: an Oxigraph server answers queries, and has no API."""

import pytest
from tests.store import conftest as of_stores

from cityrel.client import IRI, connect
from cityrel.errors import CityrelError, QueryError

server = of_stores.server


def test_any_sparql_endpoint_answers_queries_and_has_no_api(server: str) -> None:
    thing = IRI("https://example.org/thing")
    of_stores.update(
        server.removeprefix("http://").rstrip("/"), f'INSERT DATA {{ <{thing}> <{thing}> "x", 5 }}'
    )
    with connect(f"{server}query") as connection:
        rows = connection.query("SELECT ?value { $thing ?p ?value } ORDER BY ?value", thing=thing).rows
        assert sorted(map(repr, (row["value"] for row in rows))) == ["'x'", "5"]
        assert len(connection.query("CONSTRUCT WHERE { $thing ?p ?value }", thing=thing).graph()) == 2
        assert connection.query("ASK { $thing ?p 5 }", thing=thing).boolean is True
        with pytest.raises(QueryError):
            connection.query("SELECT {")
        with pytest.raises(CityrelError):
            connection.place("1")
