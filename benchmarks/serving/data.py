"""The benchmark's data: one article graph for each pair of a list of partner cities, and derived edges."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import cast

import pyoxigraph
from pyoxigraph import NamedNode, RdfFormat, Triple

from cityrel.store import merged
from cityrel.store.layout import Layout
from cityrel.vocabulary import BASE, CR, DERIVED

TEMPLATE = (Path(__file__).parent / "article.ttl").read_text(encoding="utf-8")
SLOT = re.compile(r"\{(\w+)\}")
STAGES = ("signed", "intended", "active", "renewed", "ended")
FIRST_DAY = date(1990, 1, 1)
BATCH = 1000
"""Graphs that are loaded at once."""


def fill(pairs: Path, folder: Path) -> None:
    """Make a store in an empty folder from a CSV list of pairs, and publish it."""
    layout = Layout(folder)
    layout.create()
    store = pyoxigraph.Store(str(layout.database))
    graphs = list(article_graphs(pairs))
    graphs.append((str(DERIVED), [edge for _, graph in graphs for edge in _edges(graph)]))
    for start in range(0, len(graphs), BATCH):
        batch = graphs[start : start + BATCH]
        store.bulk_extend(quad for iri, graph in batch for quad in merged.quads_of(iri, frozenset(graph)))
    store.optimize()
    layout.publish(store.backup)


def dump(snapshot: Path, file: Path) -> int:
    """Write the named quads of a snapshot as N-Quads, for servers that load files; give their number."""
    store = pyoxigraph.Store.read_only(str(snapshot))
    pyoxigraph.serialize(merged.named_quads(store), str(file), RdfFormat.N_QUADS)
    return sum(1 for _ in merged.named_quads(store))


def article_graphs(pairs: Path) -> Iterator[tuple[str, list[Triple]]]:
    """Give each article's graph under its name."""
    for values in _values(pairs):
        text = _filled(values)
        yield (
            f"{BASE}article/{values['number']}",
            [q.triple for q in pyoxigraph.parse(text, RdfFormat.TURTLE)],
        )


def _filled(values: Mapping[str, str]) -> str:
    return SLOT.sub(lambda slot: values[slot[1]], TEMPLATE)


@dataclass
class _Numbers:
    """Numbers names in the order in which they come."""

    known: dict[str, int] = field(default_factory=dict)

    def __call__(self, name: str) -> str:
        return str(self.known.setdefault(name, len(self.known) + 1))


def _values(pairs: Path) -> Iterator[Mapping[str, str]]:
    """Give what the template needs for each pair; its date and stage follow from its number alone."""
    place, country = _Numbers(), _Numbers()
    with pairs.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 1):
            sides = {"first": "1", "second": "2"}
            values = {"number": str(number), "stage": STAGES[number % len(STAGES)]}
            values["date"] = str(FIRST_DAY + timedelta(days=number % 12_000))
            for side, digit in sides.items():
                values |= {
                    side: row[f"city{digit}"].replace('"', ""),
                    f"{side}_id": place(f"{row[f'city{digit}']}, {row[f'country{digit}']}"),
                    f"{side}_lat": row[f"lat{digit}"],
                    f"{side}_long": row[f"lng{digit}"],
                    f"{side}_country": row[f"country{digit}"],
                    f"{side}_country_id": country(row[f"country{digit}"]),
                }
            yield values


def _edges(graph: list[Triple]) -> Iterator[Triple]:
    """Give the edges that are derived from a partnership, in both directions."""
    partner, edge = NamedNode(str(CR.partner)), NamedNode(str(CR.partnersWith))
    first, second = (cast("NamedNode", triple.object) for triple in graph if triple.predicate == partner)
    yield from (Triple(first, edge, second), Triple(second, edge, first))
