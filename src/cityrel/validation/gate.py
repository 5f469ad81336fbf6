"""A graph, or a file of graphs, against the shapes in `shapes/`."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from rdflib import Graph
from rdflib.term import Node, URIRef

from cityrel.errors import PackError
from cityrel.resources import folder
from cityrel.validation.check import PreparedShapes
from cityrel.validation.files import quiet_about_values, read_graphs
from cityrel.validation.index import Triple
from cityrel.validation.report import VIOLATION, Finding, Report, read_results
from cityrel.vocabulary import DERIVED

FORBIDDEN_IN_IRI = re.compile(r'[\x00-\x20<>"{}|\\^`]')
"""What RFC 3987 keeps out of an IRI; with one of these a graph cannot even be written down."""


def validate(graph: Graph) -> Report:
    """Hold an article's graph to every shape.

    Nearly all graphs keep every rule, and that is found out quickly; pyshacl, the reference validator,
    writes the report about the others. Only findings of severity `sh:Violation` make it not conform.
    """
    triples = list(graph.triples((None, None, None)))  # a list of the graph itself counts it first
    if FORBIDDEN_IN_IRI.search(
        "".join(term for triple in triples for term in triple if isinstance(term, URIRef))
    ):
        return Report(tuple(sorted(set(_broken_iris(triples)))))
    if prepared().accept(triples):
        return Report()
    return validate_by_reference(graph)


def validate_by_reference(graph: Graph) -> Report:
    """Let pyshacl validate a graph: the same answer as `validate`, slowly."""
    import pyshacl

    data = Graph(identifier=graph.identifier)  # pyshacl cannot read the stores that graphs are built in
    data += graph
    with quiet_about_values():
        _, results, _ = pyshacl.validate(data, shacl_graph=shapes(), inplace=True)
        return read_results(results, data)


def validate_file(path: Path) -> Report:
    """Validate every article's graph in a file: Turtle, N-Triples, N-Quads, TriG or JSON-LD by its suffix.

    What stands in the derived graph is left out: it is made from the articles' graphs by queries.
    Raises ReadError where the file cannot be read or parsed.
    """
    reports = [validate(graph) for graph in read_graphs(path) if graph.identifier != DERIVED]
    return Report(
        tuple(finding for report in reports for finding in report.findings),
        "\n".join(report.shacl for report in reports if report.shacl),
    )


@cache
def shapes() -> Graph:
    """Give all shapes in one graph, read once for each process.

    Raises PackError, naming the file, where one cannot be read.
    """
    graph = Graph()
    for path in sorted(folder("shapes").glob("*.ttl")):
        try:
            graph.parse(path, format="turtle")
        except (OSError, SyntaxError, ValueError) as error:
            raise PackError(f"{path}: {error}") from error
    if not graph:
        raise PackError(f"{folder('shapes')}: there are no shapes")
    return graph


@cache
def prepared() -> PreparedShapes:
    """Give the shapes made ready for the quick question, once for each process."""
    return PreparedShapes(shapes())


def _broken_iris(triples: Iterable[Triple]) -> Iterator[Finding]:
    """Find IRIs that cannot be written down: no shape could, for no validator would get that far."""
    for triple in triples:
        for term in triple:
            if isinstance(term, URIRef) and FORBIDDEN_IN_IRI.search(term):
                yield _broken_iri(triple[0], term)


def _broken_iri(subject: Node, term: URIRef) -> Finding:
    return Finding(
        focus=str(subject),
        shape="Thing",
        constraint="NodeKind",
        path=None,
        value=f"<{term}>",
        message="An IRI holds no spaces, quotation marks, brackets or control characters.",
        severity=VIOLATION,
        quote=None,
    )
