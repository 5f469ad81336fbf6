"""Milliseconds that /sparql adds to the engine's own time.

    python benchmarks/endpoint.py [REQUESTS]

The same queries are answered from the same snapshot of the samples in three ways, turn by turn: by the engine
in this process, by the application without a network, and over HTTP on a connection that stays open.
"""

import http.client
import json
import statistics
import sys
import tempfile
import threading
import urllib.parse
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import cast

import pyoxigraph
import waitress
from flask.testing import FlaskClient

from cityrel import pipeline, web
from cityrel.cli import SAMPLES
from cityrel.store import current_snapshot, open_store

QUERIES = {
    "one row": "ASK { ?a a <https://w3id.org/cityrel/ontology#Article> }",
    "all stages": "SELECT ?e ?s { ?e <https://w3id.org/cityrel/ontology#stage> ?s }",
    "all labels": "SELECT ?thing ?label { ?thing <http://www.w3.org/2000/01/rdf-schema#label> ?label }",
}

Solutions = pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean
Way = Callable[[str], bytes]


def main() -> None:
    """Measure and print."""
    requests = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "store")
        with open_store(str(folder), write=True) as store:
            pipeline.ingest([SAMPLES], store, quarantine=folder / "quarantine", workers=1)
        app = web.create_app(str(folder))
        server = waitress.create_server(app, port=0, threads=4)
        threading.Thread(target=server.run, daemon=True).start()
        ways = {
            "engine": by_engine(folder),
            "application": by_application(app.test_client()),
            "HTTP": by_http(server.effective_port),
        }
        for title, query in QUERIES.items():
            report(title, {way: median(query, answer, requests) for way, answer in ways.items()})
        web.close(app)


def by_engine(folder: Path) -> Way:
    """Give what asks the engine for SPARQL JSON in this process."""
    store = pyoxigraph.Store.read_only(str(current_snapshot(folder)))

    def answer(query: str) -> bytes:
        result = cast("Solutions", store.query(query, use_default_graph_as_union=True))
        return result.serialize(format=pyoxigraph.QueryResultsFormat.JSON) or b""

    return answer


def by_application(client: FlaskClient) -> Way:
    """Give what asks the application without a network."""
    return lambda query: bytes(client.get("/sparql", query_string={"query": query}).data)


def by_http(port: int) -> Way:
    """Give what asks over HTTP."""
    connection = http.client.HTTPConnection("127.0.0.1", port)

    def answer(query: str) -> bytes:
        connection.request("GET", f"/sparql?{urllib.parse.urlencode({'query': query})}")
        return connection.getresponse().read()

    return answer


def median(query: str, answer: Way, requests: int) -> tuple[float, int]:
    """Give milliseconds and the length of the answer."""
    body = answer(query)
    json.loads(body)
    times = []
    for _ in range(requests):
        start = perf_counter()
        answer(query)
        times.append(perf_counter() - start)
    return 1000 * statistics.median(times), len(body)


def report(title: str, measured: dict[str, tuple[float, int]]) -> None:
    """Print each way beside the engine."""
    engine, size = measured["engine"]
    print(f"{title} ({size:,} bytes): engine {engine:.2f} ms", end="")
    for way in ("application", "HTTP"):
        print(f", {way} +{measured[way][0] - engine:.2f} ms", end="")
    print()


if __name__ == "__main__":
    main()
