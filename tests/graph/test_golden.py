"""Facts and the graph that they must give, one folder a case in `tests/golden/graph/`."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from tests import sample_facts

from cityrel import graph

CASES = Path(__file__).parents[1] / "golden" / "graph"


def triples(text: str, syntax: ox.RdfFormat) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(text, syntax)}


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_facts_give_the_expected_graph(case: str) -> None:
    built = graph.to_ntriples(graph.build(sample_facts.ALL[case]()))
    expected = (CASES / case / "expected.ttl").read_text(encoding="utf-8")
    assert triples(built, ox.RdfFormat.N_TRIPLES) == triples(expected, ox.RdfFormat.TURTLE)


def test_every_sample_is_a_case() -> None:
    assert {path.name for path in CASES.iterdir()} == set(sample_facts.ALL)


@pytest.mark.parametrize("name", sample_facts.ALL)
def test_every_quote_of_a_sample_stands_in_its_text(name: str) -> None:
    facts = sample_facts.ALL[name]()
    pieces = [piece for claim in facts.claims() for piece in claim.evidence]
    pieces += [piece for stage in facts.stages for focus in stage.focus for piece in focus.evidence]
    text = facts.article.text
    assert [piece.quote for piece in pieces] == [text[piece.start : piece.end] for piece in pieces]
    assert all(piece.prefix + piece.quote + piece.suffix in text for piece in pieces)
