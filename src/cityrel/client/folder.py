"""The folder of a store, read in this process at its newest snapshot; no server and no worker is needed."""

from dataclasses import dataclass, field
from functools import cached_property
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pyoxigraph
from flask.testing import FlaskClient
from pyoxigraph import Triple

from cityrel.client.result import Result, result_of
from cityrel.errors import NotFound, QueryError, StoreError
from cityrel.store import current_snapshot, guard
from cityrel.web.api.alone import app_of
from cityrel.web.views import Row, Value, Views, bound

if TYPE_CHECKING:
    from cityrel.store.workers import QueryPool

ROOT = "/api/"


@dataclass(frozen=True)
class Folder:
    """A snapshot of a store."""

    snapshot: Path
    engine: pyoxigraph.Store = field(repr=False)

    @classmethod
    def at(cls, folder: Path) -> "Folder":
        """Open the newest snapshot. Raises StoreError where there is none."""
        snapshot = current_snapshot(folder)
        try:
            return cls(snapshot, pyoxigraph.Store.read_only(str(snapshot)))
        except (OSError, RuntimeError) as error:
            raise StoreError(f"{folder}: the snapshot cannot be opened: {error}") from error

    def query(self, text: str) -> Result:
        """Answer a query; see `Source.query`."""
        guard.refuse_service(text)
        try:
            return result_of(self.engine.query(text))
        except SyntaxError as error:
            raise guard.syntax_error(text, str(error)) from error
        except (OSError, RuntimeError, ValueError) as error:
            raise QueryError(f"the query cannot be evaluated: {error}") from error

    def api(self, address: str) -> dict[str, Any]:
        """Give what the API has; see `Source.api`."""
        path = address if address.startswith(ROOT) else ROOT + address
        with self._client.get(path, headers={"Accept": "application/json"}) as response:
            body = cast("dict[str, Any]", response.get_json(force=True))
        if response.status_code == HTTPStatus.OK:
            return body
        kind = NotFound if response.status_code == HTTPStatus.NOT_FOUND else QueryError
        raise kind(body["detail"])

    def close(self) -> None:
        """Do nothing: the snapshot is let go with the last who holds it."""

    @cached_property
    def _client(self) -> FlaskClient:
        return app_of(_Views(self)).test_client()


class _Pool:
    """What views want of a pool of workers, without workers."""

    def __init__(self, snapshot: Path) -> None:
        self._snapshot = snapshot

    def revision(self) -> str:
        return self._snapshot.name

    def published(self) -> int | None:
        return None


class _Views(Views):
    """The questions of pages, answered in this process."""

    def __init__(self, folder: Folder) -> None:
        super().__init__(cast("QueryPool", _Pool(folder.snapshot)))
        self._folder = folder

    def rows(self, name: str, **values: Value) -> list[Row]:
        found = self._folder.query(bound(name, **values)).terms
        return [{column: getattr(term, "value", str(term)) for column, term in row.items()} for row in found]

    def triples(self, name: str, **values: Value) -> list[Triple]:
        return sorted(set(self._folder.query(bound(name, **values)).triples or ()), key=str)
