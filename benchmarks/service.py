"""How fast and how steady the endpoint is, beside the Oxigraph server and rdflib-endpoint.

    python benchmarks/service.py PAIRS.csv FOLDER [--rdflib-endpoint PROGRAM]

A store of about a million quads is made in FOLDER, unless it is there, from a CSV list of pairs of cities
with the columns city1, country1, lat1, lng1, and the same with 2. Every server answers the same ten shapes of
query for 1 and for 16 clients, then the cheap ones once more while ten clients ask hostile ones.
"""

import argparse
import time
import tomllib
from collections.abc import Sequence
from pathlib import Path

from cityrel.store import current_snapshot
from serving import data, servers
from serving.load import Query, Siege, Times, measure

QUERIES = tomllib.loads((Path(__file__).parent / "serving" / "queries.toml").read_text(encoding="utf-8"))
TIME_LIMIT = 3.0
"""Seconds that a server that has such a limit gives a query while there are hostile ones."""
HOSTILE_CLIENTS = 10
CLIENTS = (1, 16)
ROUNDS = {"cheap": 320, "heavy": 16}
WARMING_UP = 3


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pairs", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rdflib-endpoint", metavar="PROGRAM")
    given = parser.parse_args()
    if not (given.folder / "current").exists():
        data.fill(given.pairs, given.folder)
    snapshot = current_snapshot(given.folder)
    peers = [servers.cityrel(given.folder, 30), servers.oxigraph(snapshot, 30)]
    strict = [servers.cityrel(given.folder, TIME_LIMIT), servers.oxigraph(snapshot, TIME_LIMIT)]
    if given.rdflib_endpoint:
        dump = given.folder / "quads.nq"
        print(f"{data.dump(snapshot, dump):,} quads" if not dump.exists() else "the dump is there")
        slow = servers.rdflib_endpoint(given.rdflib_endpoint, dump)
        peers.append(slow)
        strict.append(slow)
    compare({server.name: speeds(server) for server in peers})
    for server in strict:
        besiege(server)


def queries(kind: str) -> list[Query]:
    """Give the queries of a kind: cheap, heavy or hostile."""
    return [Query(one["name"], one["accept"], f"{QUERIES['prologue']}{one['text']}") for one in QUERIES[kind]]


def speeds(server: servers.Server) -> dict[tuple[str, int], Times]:
    """Measure each shape for each number of clients."""
    found = {}
    with servers.running(server) as port:
        for kind, rounds in ROUNDS.items():
            for query in queries(kind):
                measure(port, server.path, [query], 1, WARMING_UP)
                for clients in CLIENTS:
                    found[query.name, clients] = measure(port, server.path, [query], clients, rounds)
    return found


def compare(found: dict[str, dict[tuple[str, int], Times]]) -> None:
    """Print each server's figures, and their ratio to ours."""
    ours = found["cityrel"]
    print(
        f"{'shape':32}{'clients':>8}  " + "".join(f"{name + ': median, p95 ms, 1/s':>44}" for name in found)
    )
    for (shape, clients), own in ours.items():
        columns = (_column(times[shape, clients], own) for times in found.values())
        print(f"{shape:32}{clients:>8}  " + "".join(columns))


def _column(times: Times, own: Times) -> str:
    refused = f" {times.refused} refused" if times.refused else ""
    ratio = f"({times.median / own.median:.2f})"
    return f"{times.median:>12.2f}{times.high:>10.2f}{times.rate:>10.1f} {ratio:>11}{refused}"


def besiege(server: servers.Server) -> None:
    """Print how cheap queries fare with hostile ones beside them, and how late those are stopped."""
    cheap, rounds = queries("cheap"), ROUNDS["cheap"]
    with servers.running(server) as port:
        measure(port, server.path, cheap, 1, rounds)
        calm = measure(port, server.path, cheap, 1, rounds)
        siege = Siege(port, server.path, queries("hostile"), HOSTILE_CLIENTS)
        siege.begin()
        time.sleep(TIME_LIMIT)
        disturbed = measure(port, server.path, cheap, 1, rounds)
        siege.end()
        print(f"{server.name}: {_siege(calm, disturbed)}; {_stops(siege.took)}")


def _siege(calm: Times, disturbed: Times) -> str:
    return (
        f"cheap p95 {calm.high:.2f} ms, with {HOSTILE_CLIENTS} hostile clients {disturbed.high:.2f} ms "
        f"({disturbed.high / calm.high:.2f} times), median {calm.median:.2f} and {disturbed.median:.2f} ms, "
        f"{disturbed.refused} refused"
    )


def _stops(took: Sequence[float]) -> str:
    if not took:
        return "no hostile query ended"
    return f"{len(took)} hostile queries ended, at the latest {max(took) - TIME_LIMIT:+.2f} s from the limit"


if __name__ == "__main__":
    main()
