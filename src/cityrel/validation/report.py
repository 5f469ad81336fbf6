"""What a validation says: which fact breaks which rule, and which sentence of the article it came from."""

from collections.abc import Iterator
from dataclasses import dataclass

from rdflib import RDF, SH, Graph
from rdflib.term import Literal, Node, URIRef

from cityrel.validation.quotes import sentence_of
from cityrel.vocabulary import PREFIXES

SHAPE = "https://w3id.org/cityrel/shape/"
VIOLATION = "Violation"
LANGUAGE = "en"
LONGEST_VALUE = 200
"""Characters of a value that a finding repeats."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One rule broken by one fact.

    `focus` is the IRI of the thing looked at, `shape` the last part of the shape's IRI ("StageEvent-date"),
    `constraint` the SHACL constraint component without that word ("MinCount"), `path` and `value` the
    property and the value concerned, with prefixes, or None. `severity` is "Violation", "Warning" or
    "Info". `quote` is the sentence that the fact came from, or None where the graph does not lead to one.
    """

    focus: str
    shape: str
    constraint: str
    path: str | None
    value: str | None
    message: str
    severity: str
    quote: str | None

    def text(self) -> str:
        """Give the finding as a few lines for a person."""
        fact = " ".join(part for part in (f"<{self.focus}>", self.path, self.value) if part)
        lines = [
            f"{self.severity}: {self.message}",
            f"  rule      {self.shape} ({self.constraint})",
            f"  fact      {_line(fact)}",
        ]
        return "\n".join([*lines, f"  sentence  {_line(self.quote)}"] if self.quote else lines)


@dataclass(frozen=True, slots=True)
class Report:
    """The findings about one graph.

    `shacl` is the W3C validation report in Turtle, empty where pyshacl was not needed.
    """

    findings: tuple[Finding, ...] = ()
    shacl: str = ""

    @property
    def conforms(self) -> bool:
        """Say whether the graph may be stored: warnings do not stand in the way."""
        return all(finding.severity != VIOLATION for finding in self.findings)

    def text(self) -> str:
        """Give the report for a person: one paragraph for each finding."""
        if not self.findings:
            return "Every rule is kept.\n"
        blocking = sum(finding.severity == VIOLATION for finding in self.findings)
        head = f"{blocking} violation(s), {len(self.findings) - blocking} warning(s)"
        return "\n\n".join([head, *(finding.text() for finding in self.findings)]) + "\n"


def read_results(results: Graph, data: Graph) -> Report:
    """Make a report from a SHACL validation report and the graph that it is about."""
    found = results.subjects(RDF.type, SH.ValidationResult)
    findings = sorted({_finding(results, result, data) for result in found}, key=_order)
    return Report(tuple(findings), results.serialize(format="turtle"))


def shorten(term: Node) -> str:
    """Give a term as people read it: IRIs of known namespaces with a prefix, long texts cut."""
    if isinstance(term, Literal):
        return _literal(term)
    return _compact(term) if isinstance(term, URIRef) else term.n3()


def _literal(term: Literal) -> str:
    text = term if len(term) <= LONGEST_VALUE else f"{term[:LONGEST_VALUE]}…"
    quoted = Literal(str(text), lang=term.language).n3()
    return f"{quoted}^^{_compact(term.datatype)}" if term.datatype else quoted


def _compact(iri: URIRef) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and len(iri) > len(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return f"<{iri}>"


def _line(text: str) -> str:
    """Give a text on one line and without control characters, so that no article can play with a terminal."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in " ".join(text.split()))


def _finding(results: Graph, result: Node, data: Graph) -> Finding:
    def one(predicate: URIRef) -> Node | None:
        return results.value(result, predicate)

    focus = one(SH.focusNode)
    path, value = one(SH.resultPath), one(SH.value)
    return Finding(
        focus=str(focus),
        shape=str(one(SH.sourceShape)).removeprefix(SHAPE),
        constraint=str(one(SH.sourceConstraintComponent))
        .removeprefix(str(SH))
        .removesuffix("ConstraintComponent"),
        path=_path_text(results, path),
        value=None if value is None or value == focus else shorten(value),
        message=_message(results, result),
        severity=str(one(SH.resultSeverity)).removeprefix(str(SH)),
        quote=sentence_of(data, focus) if focus is not None else None,
    )


def _message(results: Graph, result: Node) -> str:
    messages = sorted(results.objects(result, SH.resultMessage), key=str)
    ours = [m for m in messages if isinstance(m, Literal) and m.language == LANGUAGE]
    return str(next(iter(ours or messages), ""))


def _path_text(results: Graph, path: Node | None) -> str | None:
    """Give a property; of a longer path, its properties joined by a slash, as SPARQL has it."""
    if path is None or isinstance(path, URIRef):
        return None if path is None else shorten(path)
    return "/".join(shorten(step) for step in _steps(results, path))


def _steps(results: Graph, path: Node) -> Iterator[Node]:
    alternatives = results.value(path, SH.alternativePath)
    for step in results.items(alternatives or path):
        yield from [step] if isinstance(step, URIRef) else _steps(results, step)


def _order(finding: Finding) -> tuple[bool, str, str, str, str]:
    """Order violations before warnings, then by fact and rule."""
    return (
        finding.severity != VIOLATION,
        finding.focus,
        finding.shape,
        finding.constraint,
        finding.value or "",
    )
