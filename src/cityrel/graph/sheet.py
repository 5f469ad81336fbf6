"""The sheet on which the graph of one article is written."""

from dataclasses import dataclass, field

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import RDF

from cityrel.graph.literals import count, decimal, text
from cityrel.model import Article, Evidence
from cityrel.vocabulary import CR, OA, article_iri


@dataclass
class Sheet:
    """A graph in the making, with the article that it speaks of."""

    article: Article
    iri: URIRef = field(init=False)
    graph: Graph = field(init=False)

    def __post_init__(self) -> None:
        self.iri = article_iri(self.article)
        self.graph = Graph(identifier=self.iri)

    def part(self, name: str) -> URIRef:
        """Name a part of the article, for example `stage-1`."""
        return URIRef(f"{self.iri}#{name}")

    def state(self, subject: URIRef, kind: URIRef, *pairs: tuple[URIRef, URIRef | Literal | None]) -> URIRef:
        """Write what a thing is and what is said of it; a pair without a value is left out."""
        self.graph.add((subject, RDF.type, kind))
        for predicate, value in pairs:
            if value is not None:
                self.graph.add((subject, predicate, value))
        return subject

    def words(self, value: str) -> Literal:
        """Give words of the article in its language."""
        return text(value, self.article.language)

    def claim(self, name: str, kind: URIRef, evidence: tuple[Evidence, ...]) -> URIRef:
        """Begin a claim: what it is, where it is stated, and its evidence."""
        claim = self.state(self.part(name), kind, (CR.statedIn, self.iri))
        self.attach(claim, name, evidence)
        return claim

    def attach(self, claim: URIRef, name: str, evidence: tuple[Evidence, ...]) -> None:
        """Write the evidence of a claim or of a part of it."""
        for number, item in enumerate(evidence, 1):
            self.graph.add((claim, CR.evidence, self._evidence(f"{name}-evidence-{number}", item)))

    def _evidence(self, name: str, item: Evidence) -> URIRef:
        position = self.state(
            self.part(f"{name}-position"),
            OA.TextPositionSelector,
            (OA.start, count(item.start)),
            (OA.end, count(item.end)),
        )
        quote = self.state(
            self.part(f"{name}-quote"),
            OA.TextQuoteSelector,
            (OA.exact, text(item.quote)),
            (OA.prefix, text(item.prefix)),
            (OA.suffix, text(item.suffix)),
        )
        return self.state(
            self.part(name),
            CR.Evidence,
            (OA.hasSource, self.iri),
            (OA.hasSelector, position),
            (OA.hasSelector, quote),
            (CR.rule, Literal(item.rule)),
            (CR.confidence, decimal(item.confidence)),
        )
