"""What things are called, in the language of the page where they have a name in it."""

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import NamedNode

from cityrel.web import language
from cityrel.web.views import Row, Views


def names_of(views: Views, iris: Iterable[str]) -> dict[str, str]:
    """Give the names of things: in the language of the page, else in English, else as there is one."""
    things = [NamedNode(iri) for iri in sorted(set(iris))]
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in views.rows("names", thing=things) if things else ():
        found[row["thing"]].setdefault(row["language"], row["name"])
    return {iri: _chosen(names) for iri, names in found.items()}


def with_names(views: Views, rows: Iterable[Row], columns: Iterable[str]) -> list[Row]:
    """Add to each row the names of what its columns hold: `ofName` for `of`."""
    rows, columns = list(rows), tuple(columns)
    names = names_of(views, (row[column] for row in rows for column in columns if column in row))
    return [
        {**row, **{f"{column}Name": names[row[column]] for column in columns if row.get(column) in names}}
        for row in rows
    ]


def _chosen(names: dict[str, str]) -> str:
    return names.get(language.current()) or names.get("en") or next(iter(names.values()))
