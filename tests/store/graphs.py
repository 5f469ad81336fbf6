"""Small article graphs for tests of the store: made-up ids, the form that articles have."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cityrel.similarity import bands

BASE = "https://w3id.org/cityrel/"
PREFIXES = f"""
PREFIX cr: <{BASE}ontology#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX schema: <https://schema.org/>
PREFIX place: <{BASE}place/>
PREFIX partnership: <{BASE}partnership/>
PREFIX stage: <{BASE}stage/>
PREFIX kind: <{BASE}kind/>
PREFIX graph: <{BASE}graph/>
"""
Line = tuple[str, str, str]
TYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}


def article(name: str) -> str:
    """Name an article."""
    return f"{BASE}article/{name}"


@dataclass(frozen=True)
class Says:
    """An article that speaks of one stage of one partnership; digest and signature are of `text`."""

    name: str
    stage: str
    date: str | None = None
    published: str | None = None
    places: tuple[int, int] = (1, 2)
    modality: str = "stated"
    kind: str = "sister_city"
    text: str | None = None

    @property
    def graph(self) -> dict[str, str]:
        """The article's graph by its name, in the form that a store takes."""
        return {article(self.name): triples([*self._article(), *self._tie(), *self._event()])}

    def _article(self) -> Iterator[Line]:
        iri = article(self.name)
        yield iri, "a", f"<{BASE}ontology#Article>"
        yield iri, "sha256", f'"{hashlib.sha256((self.text or self.name).encode()).hexdigest()}"'
        if self.published:
            yield iri, "https://schema.org/datePublished", moment(self.published)
        yield from ((iri, "minHashBand", f'"{band}"') for band in bands(self.text or ""))

    def _tie(self) -> Iterator[Line]:
        yield self._partnership, "a", f"<{BASE}ontology#Partnership>"
        for place in self.places:
            yield self._partnership, "partner", f"<{BASE}place/{place}>"

    def _event(self) -> Iterator[Line]:
        event = f"{article(self.name)}#stage-1"
        yield event, "a", f"<{BASE}ontology#StageEvent>"
        yield event, "ofPartnership", f"<{self._partnership}>"
        for scheme in ("stage", "kind", "modality"):
            yield event, scheme, f"<{BASE}{scheme}/{getattr(self, scheme)}>"
        if self.date:
            yield event, "date", moment(self.date)

    @property
    def _partnership(self) -> str:
        return f"{BASE}partnership/{self.places[0]}-{self.places[1]}"


def passage(start: int, end: int) -> str:
    """Give a text of words that it shares with passages that overlap with it."""
    return " ".join(f"kata{number}" for number in range(start, end))


def holding_graph(
    name: str, person: str, office: str, qualifier: str | None = None, attested: str | None = None
) -> dict[str, str]:
    """Give the graph of an article that shows one person in one office, whose last part is the role."""
    iri = article(name)
    holding = f"{iri}#holding-1"
    lines = [
        (iri, "a", f"<{BASE}ontology#Article>"),
        (holding, "a", f"<{BASE}ontology#Holding>"),
        (holding, "http://www.w3.org/ns/org#member", f"<{BASE}person/{person}>"),
        (holding, "http://www.w3.org/ns/org#role", f"<{BASE}role/{office.rpartition('/')[2]}>"),
        (holding, "office", f"<{BASE}office/{office}>"),
    ]
    if attested:
        lines.append((holding, "attestedOn", moment(attested)))
    if qualifier:
        lines.append((holding, "qualifier", f"<{BASE}qualifier/{qualifier}>"))
    return {iri: triples(lines)}


def moment(text: str) -> str:
    """Give a date as a literal of the type that fits its precision."""
    return f'"{text}"^^<http://www.w3.org/2001/XMLSchema#{TYPES[len(text)]}>'


def triples(lines: Iterable[Line]) -> str:
    """Write lines of subject, predicate (`a`, a term of ours or an IRI) and object as N-Triples."""
    return "".join(
        f"<{subject}> <{_predicate(predicate)}> {value} .\n" for subject, predicate, value in lines
    )


def _predicate(name: str) -> str:
    if name == "a":
        return "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
    return name if ":" in name else f"{BASE}ontology#{name}"
