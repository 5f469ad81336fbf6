"""Why nothing is at an address: it was retracted, or never was there, and then what is near.

Looking for what is near costs two small questions and one walk through the names that are kept in memory.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from http import HTTPStatus
from itertools import islice

from pyoxigraph import NamedNode

from cityrel.errors import CityrelError, NotFound
from cityrel.vocabulary import BASE, DEFAULT_BASE, SCHEMES
from cityrel.web import language, ontology, searching
from cityrel.web.names import names_of
from cityrel.web.site import views

MOST = 8
"""Things that are named as near."""
LONGEST = 200
"""Characters of an address that are looked at."""
WORDS = 6
SHORTEST = 3
"""Letters of a word that is looked for."""
LIKE = 0.75
"""How like each other two keys are that may be taken for each other, from 0 to 1 (difflib)."""
ID = re.compile(r"[0-9]{1,12}|[A-Z]{2}\w{0,40}")


@dataclass(frozen=True, slots=True)
class Nearby:
    """Something that there is, with its name."""

    iri: str
    name: str


class Gone(CityrelError):
    """What was at this address has been retracted, at `time` (xsd:dateTime)."""

    http_status = HTTPStatus.GONE

    def __init__(self, iri: str, time: str) -> None:
        super().__init__(f"{iri} was retracted at {time}")
        self.time = time


class Missing(NotFound):
    """There is nothing at this address; `nearby` may be what was meant."""

    def __init__(self, iri: str, nearby: Iterable[Nearby] = ()) -> None:
        super().__init__(f"nothing is known of {iri}")
        self.nearby = tuple(nearby)


def explained(iri: NamedNode) -> Gone | Missing:
    """Give the error that says why there is nothing of a name."""
    for row in views().rows("retracted", thing=iri):
        if "retracted" in row:
            return Gone(iri.value, row["retracted"])
    return Missing(iri.value, near(iri.value))


def near(iri: str) -> list[Nearby]:
    """Give things whose keys or names are like those of an address, those with like keys first."""
    key = iri.removeprefix(BASE).removeprefix(DEFAULT_BASE)[:LONGEST]
    found = {thing.iri: thing for thing in (*_by_id(key), *_concepts(key), *_by_name(key))}
    return list(found.values())[:MOST]


def _by_id(key: str) -> Iterator[Nearby]:
    """Give what has one of the ids in a key: a place, a country, a partnership in the right order."""
    ids = list(dict.fromkeys(ID.findall(key)))[:WORDS]
    paths = [f"{kind}/{each}" for each in ids for kind in ("place", "country")]
    paths += [f"partnership/{a}-{b}" for a in ids for b in ids if a != b]
    names = names_of(views(), (f"{BASE}{path}" for path in paths))
    yield from (Nearby(iri, name) for iri, name in names.items())


def _concepts(key: str) -> Iterator[Nearby]:
    """Give concepts and schemes whose keys are spelled like this one."""
    if key.partition("/")[0] not in SCHEMES:
        return
    labels = ontology.labels(language.current())
    known = {iri.removeprefix(DEFAULT_BASE): iri for iri in labels}
    for path in get_close_matches(key, known, n=MOST // 2, cutoff=LIKE):
        yield Nearby(known[path], labels[known[path]])


def _by_name(key: str) -> Iterator[Nearby]:
    """Give what bears all the words of a key, else one of them; only where the names are in memory."""
    if views().pool.published() is None:
        return
    words = [word for word in re.split(r"[\W_]+", key.partition("/")[2]) if len(word) >= SHORTEST]
    wanted = dict.fromkeys([" ".join(words), *sorted(words, key=len, reverse=True)])
    for each in islice(wanted, WORDS):
        yield from (Nearby(found.thing, found.matched) for found in searching.search(each)[:MOST])
