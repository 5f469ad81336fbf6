"""Queries passed on to another endpoint: a real Oxigraph server."""

import socket
import time
from collections.abc import Iterator

import pytest

from cityrel.errors import QueryError, QueryTimeout, StoreError
from cityrel.store import open_store
from cityrel.store.answers import NotAcceptable, Request
from cityrel.store.limits import Limits
from cityrel.store.workers import QueryPool
from cityrel.vocabulary import BASE

ONE = "https://w3id.org/cityrel/article/0000000000000001"
TWO = "https://w3id.org/cityrel/article/0000000000000002"
NAMES = "SELECT ?name { ?thing <a:name> ?name } ORDER BY ?name"


@pytest.fixture(scope="module")
def pool(server: str) -> Iterator[QueryPool]:
    with open_store(server, write=True) as store:
        store.replace({ONE: '<a:s> <a:name> "eins"@de .\n', TWO: '<a:t> <a:name> "two" .\n'})
    pool = QueryPool(server, size=1, limits=Limits(timeout=20, output=10_000))
    yield pool
    pool.close()
    with open_store(server, write=True) as store:
        store.remove([ONE, TWO])


def names(pool: QueryPool, query: str = NAMES, **graphs: tuple[str, ...]) -> list[str]:
    return pool.run(Request(query, "csv", **graphs)).body.decode().split()[1:]  # type: ignore[arg-type]


def test_results_come_in_every_format_from_the_union_of_all_graphs(pool: QueryPool) -> None:
    assert names(pool) == ["eins", "two"]
    assert b'"xml:lang":"de"' in pool.run(Request(NAMES, "json")).body
    assert pool.run(Request(NAMES, "tsv")).body.decode().splitlines() == ["?name", '"eins"@de', '"two"']
    assert pool.run(Request("ASK { ?s <a:name> 'two' }", "xml")).body.endswith(
        b"<boolean>true</boolean></sparql>"
    )


def test_relative_iris_are_those_of_our_things_there_too(pool: QueryPool) -> None:
    assert pool.run(Request("SELECT (<place/1> AS ?x) {}", "csv")).body == f"x\r\n{BASE}place/1\r\n".encode()


def test_an_empty_result_keeps_its_variables(pool: QueryPool) -> None:
    assert pool.run(Request("SELECT ?x ?y { <a:nothing> ?x ?y }", "csv")).body == b"x,y\r\n"


def test_graphs_come_in_every_format(pool: QueryPool) -> None:
    query = "CONSTRUCT { ?s <a:name> ?o } { ?s <a:name> ?o } ORDER BY ?s"
    assert (
        pool.run(Request(query, graph_format="nt")).body
        == b'<a:s> <a:name> "eins"@de .\n<a:t> <a:name> "two" .\n'
    )
    assert b'"@language":"de"' in pool.run(Request("DESCRIBE <a:s>", graph_format="jsonld")).body


def test_graphs_may_be_chosen(pool: QueryPool) -> None:
    assert names(pool, default_graphs=(ONE,)) == ["eins"]
    assert names(pool, NAMES.replace("{", f"FROM <{TWO}> {{", 1)) == ["two"]
    query = "SELECT ?name { GRAPH ?name { ?s <a:name> ?o } }"
    assert names(pool, query, named_graphs=(TWO,)) == [TWO]


def test_what_is_refused_here_is_not_passed_on(pool: QueryPool) -> None:
    with pytest.raises(QueryError, match="SERVICE is refused"):
        pool.run(Request("ASK { SERVICE <http://127.0.0.1:9/> {} }"))
    with pytest.raises(QueryError, match="only reads"):
        pool.run(Request("DROP ALL"))
    with pytest.raises(QueryError, match="line 1, column 6: not SPARQL"):
        pool.run(Request("ASK {"))
    with pytest.raises(NotAcceptable):
        pool.run(Request("DESCRIBE <a:s>", graph_format=None))


def test_a_long_answer_is_an_error(pool: QueryPool) -> None:
    with pytest.raises(QueryError, match="longer than 10,000 bytes"):
        pool.run(Request(NAMES.replace("?name {", f"?name ('{'x' * 9999}' AS ?long) {{", 1)))


def test_the_data_of_a_server_have_no_revision(pool: QueryPool) -> None:
    assert pool.revision() == ""


def test_a_server_that_is_not_there_is_an_error_of_the_store() -> None:
    pool = QueryPool("http://127.0.0.1:9/", size=1)
    with pytest.raises(StoreError, match="cannot be reached"):
        pool.run(Request("ASK {}"))
    pool.close()


def test_a_server_that_says_nothing_is_not_waited_for() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        pool = QueryPool(f"http://127.0.0.1:{silent.getsockname()[1]}/", size=1, limits=Limits(timeout=0.5))
        start = time.monotonic()
        with pytest.raises((QueryTimeout, StoreError)):
            pool.run(Request("ASK {}"))
        assert time.monotonic() - start < 2
        pool.close()
