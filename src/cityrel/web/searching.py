"""Search by name, the same for the page and for the API: any language, any spelling, the best match first."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from cityrel.web.facts import local_name
from cityrel.web.folding import folded
from cityrel.web.similar import SHORTEST_FOR_ONE, Words
from cityrel.web.site import views
from cityrel.web.views import Views

LONGEST = 200
"""Characters of a search; nobody has a longer name."""

LEVELS = ("city", "regency", "province", "district")
"""What a search calls places below countries, by their rank."""

TYPES = {
    **{level.capitalize(): level for level in LEVELS},
    "Country": "country",
    "Person": "person",
    "Organization": "organisation",
}
"""From the local name of a class to what a search calls it."""

MATCHES = ("exact", "start", "words", "part", "similar")
"""How a name matches, the best way first: it is the one looked for; begins so; has words that do; has it
inside; differs by a slip or two."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing under one of its names; `kind` is the local name of its class."""

    thing: str
    kind: str
    name: str
    words: tuple[str, ...]
    joined: str
    ties: int


@dataclass(frozen=True, slots=True)
class Found:
    """A thing that was found: by which of its names (`matched`), and how (`match`, one of `MATCHES`)."""

    thing: str
    kind: str
    matched: str
    match: str

    @property
    def type(self) -> str:
        """What a search calls its class."""
        return TYPES[self.kind]


Rank = tuple[int, int, int, int, str, str]


@dataclass(frozen=True)
class Index:
    """All names of all things that can be searched."""

    entries: tuple[Entry, ...]

    def search(self, wanted: tuple[str, ...], types: Collection[str]) -> list[Found]:
        """Give the things with a name like these words, each once; slips only where nothing else fits."""
        joined = "".join(wanted)
        ranked = [
            (match, 0, entry)
            for entry in self.entries
            if (match := _match(wanted, joined, entry)) is not None and _is_of(types, entry)
        ]
        return _ordered(ranked or self._similar(joined, types))

    def _similar(self, joined: str, types: Collection[str]) -> list[tuple[int, int, Entry]]:
        return [
            (MATCHES.index("similar"), 2 * slips + (entry.joined != word), entry)
            for slips, word in self._words.near(joined)
            for entry in self._by_word[word]
            if _is_of(types, entry)
        ]

    @cached_property
    def _by_word(self) -> dict[str, list[Entry]]:
        """Give the entries of each whole name and of each word that may be misspelt."""
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            for word in {entry.joined, *(word for word in entry.words if len(word) >= SHORTEST_FOR_ONE)}:
                found[word].append(entry)
        return dict(found)

    @cached_property
    def _words(self) -> Words:
        return Words(tuple(self._by_word))


def search(words: str, types: Collection[str] = ()) -> list[Found]:
    """Give the things that have a name like these words, of these types or of all, the best match first."""
    wanted = folded(words)
    if not wanted:
        return []
    [index] = views().kept("searchable", lambda: [_index(views())])
    return index.search(wanted, types)


def _index(views: Views) -> Index:
    ties = Counter(row["partner"] for row in views.rows("partners"))
    return Index(tuple(_entries(views, ties)))


def _entries(views: Views, ties: Counter[str]) -> Iterable[Entry]:
    for row in views.rows("searchable"):
        words = folded(row["name"])
        if words:
            kind = local_name(row["class"])
            yield Entry(row["thing"], kind, row["name"], words, "".join(words), ties[row["thing"]])


def _is_of(types: Collection[str], entry: Entry) -> bool:
    return not types or TYPES[entry.kind] in types


def _match(wanted: tuple[str, ...], joined: str, entry: Entry) -> int | None:
    """Give how a name matches, as a place in `MATCHES`."""
    if joined in entry.joined:
        if entry.joined.startswith(joined):
            return 0 if len(joined) == len(entry.joined) else 1
        return 2 if _in_words(wanted, entry) else 3
    return 2 if len(wanted) > 1 and _in_words(wanted, entry) else None


def _in_words(wanted: tuple[str, ...], entry: Entry) -> bool:
    return all(any(word.startswith(part) for word in entry.words) for part in wanted)


def _ordered(ranked: Iterable[tuple[int, int, Entry]]) -> list[Found]:
    """Give each thing once, by its best match; of equal ones those with more partners come first."""
    best: dict[str, tuple[Rank, Entry]] = {}
    for match, slips, entry in ranked:
        rank = (match, slips, -entry.ties, len(entry.joined), entry.name, entry.thing)
        if entry.thing not in best or rank < best[entry.thing][0]:
            best[entry.thing] = (rank, entry)
    in_order = sorted(best.values(), key=lambda pair: pair[0])
    return [Found(entry.thing, entry.kind, entry.name, MATCHES[rank[0]]) for rank, entry in in_order]
