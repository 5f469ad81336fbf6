"""A connection: what can be asked, the same for servers and folders."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import quote, urlencode

from cityrel.client.binding import bound
from cityrel.client.result import Result
from cityrel.client.source import Source
from cityrel.store.prefixes import with_prefixes
from cityrel.vocabulary import BASE

if TYPE_CHECKING:
    import networkx

Item = dict[str, Any]
"""A JSON object of the API; docs/api.md tells its members."""


@dataclass(frozen=True)
class Connection:
    """Asks one server or store; a context manager that closes it.

    Every method raises QueryError where a question is refused, StoreError where nobody answers.
    """

    source: Source

    def query(self, text: str, **values: object) -> Result:
        """Answer a SPARQL query; our prefixes need no declaration.

        `values` take the place of parameters: `$city` in the text is the value `city`, an `IRI`, a text, a
        number, a truth, a date or a term of pyoxigraph.
        """
        return self.source.query(bound(with_prefixes(text), values))

    def search(self, name: str, **parameters: object) -> list[Item]:
        """Give the things that have a name like this, the best match first, as `/api/search` does."""
        items: list[Item] = self._get("search", {"q": name, **parameters})["items"]
        return items

    def place(self, key: str, **parameters: object) -> Item:
        """Give a place with its partners, by its key or its IRI. Raises NotFound where there is none."""
        return self._get(f"places/{quote(key.removeprefix(f'{BASE}place/'), safe='')}", parameters)

    def partnership(self, key: str, **parameters: object) -> Item:
        """Give a partnership with its history, by its key or its IRI. Raises NotFound where there is none."""
        return self._get(
            f"partnerships/{quote(key.removeprefix(f'{BASE}partnership/'), safe='')}", parameters
        )

    def partnerships(self, **filters: object) -> Iterator[Item]:
        """Give all partnerships that meet the filters of `/api/partnerships`, page after page."""
        for page in self._pages("partnerships", filters):
            yield from page["items"]

    def network(self, **filters: object) -> "networkx.Graph":
        """Give the partnerships that meet the filters of `/api/network` as a graph of networkx.

        Nodes are keys of places. What the API tells of a node or a link are its attributes. `from_` stands
        for the filter `from`, which is a word of Python.
        """
        import networkx as nx

        graph = nx.Graph()
        for page in self._pages("network", filters):
            graph.add_nodes_from((node["key"], node) for node in page["nodes"])
            graph.add_edges_from((link["source"], link["target"], link) for link in page["links"])
        return graph

    def close(self) -> None:
        """Let go of files and processes; a connection closed twice is closed."""
        self.source.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _get(self, path: str, parameters: dict[str, object]) -> Item:
        given = {
            name.removesuffix("_"): _text(value) for name, value in parameters.items() if value is not None
        }
        return self.source.api(f"{path}?{urlencode(given, doseq=True)}" if given else path)

    def _pages(self, path: str, parameters: dict[str, object]) -> Iterator[Item]:
        page = self._get(path, parameters)
        yield page
        while page["next"]:
            page = self.source.api(page["next"])
            yield page


def _text(value: object) -> str | list[str]:
    """Give a parameter as it stands in an address; a list stands there several times."""
    if isinstance(value, list | tuple | set | frozenset):
        return [str(one) for one in value]
    return str(value)
