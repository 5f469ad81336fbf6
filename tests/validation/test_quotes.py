"""From any thing in a graph to the sentence it came from."""

from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef

from cityrel.validation.files import read_graphs
from cityrel.validation.quotes import sentence_of
from cityrel.vocabulary import BASE as THINGS
from cityrel.vocabulary import CR, OA, RDFS

ARTICLE = f"{THINGS}article/0123456789abcdef"
SENTENCE = "Keduanya menjajaki kerja sama."


@pytest.fixture
def graph() -> Graph:
    (graph,) = read_graphs(Path(__file__).parents[1] / "shapes" / "base.ttl")
    return graph


@pytest.mark.parametrize(
    "thing",
    [
        f"{ARTICLE}#stage-1",
        f"{ARTICLE}#stage-1-focus-1",
        f"{ARTICLE}#stage-1-evidence-1",
        f"{ARTICLE}#position",
        f"{ARTICLE}#quote",
        f"{THINGS}person/contoh-nama/2073124",
        f"{THINGS}office/2073124/mayor",
        f"{THINGS}partnership/1645528-2073124",
        f"{THINGS}place/2073124",
    ],
)
def test_a_thing_leads_to_the_sentence_of_its_claim(graph: Graph, thing: str) -> None:
    assert sentence_of(graph, URIRef(thing)) == SENTENCE


@pytest.mark.parametrize("thing", [ARTICLE, f"{THINGS}place/unheard-of"])
def test_the_article_and_the_unknown_lead_to_no_sentence(graph: Graph, thing: str) -> None:
    assert sentence_of(graph, URIRef(thing)) is None


def test_the_claim_s_own_evidence_comes_before_that_of_others(graph: Graph) -> None:
    quote, evidence = URIRef(f"{ARTICLE}#quote-2"), URIRef(f"{ARTICLE}#topic-2-evidence-1")
    graph.add((quote, OA.exact, Literal("budaya")))
    graph.add((evidence, OA.hasSelector, quote))
    graph.add((URIRef(f"{ARTICLE}#topic-2"), CR.evidence, evidence))
    assert sentence_of(graph, URIRef(f"{ARTICLE}#topic-2")) == "budaya"


def test_a_circle_of_things_without_evidence_ends() -> None:
    graph = Graph()
    a, b = URIRef("urn:a"), URIRef("urn:b")
    graph.add((a, RDFS.seeAlso, b))
    graph.add((b, RDFS.seeAlso, a))
    assert sentence_of(graph, a) is None
