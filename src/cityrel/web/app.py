"""The application: its parts put together."""

from flask import Flask

from cityrel.store.limits import DEFAULT_MEMORY_LIMIT, DEFAULT_OUTPUT_LIMIT, DEFAULT_TIMEOUT, Limits
from cityrel.store.workers import QueryPool
from cityrel.web import assets, formatting, headers, pages, problems
from cityrel.web.site import EXTENSION, Site
from cityrel.web.views import Views

MAX_REQUEST_BYTES = 1 << 20
"""The longest query that is taken, with what else a request's body holds."""

PAGE_WORKERS = 1
"""Workers that answer only the questions of pages."""

DEFAULT_WORKERS = 2


def create_app(
    store_location: str,
    *,
    query_timeout: float = DEFAULT_TIMEOUT,
    memory_limit: int = DEFAULT_MEMORY_LIMIT,
    output_limit: int = DEFAULT_OUTPUT_LIMIT,
    workers: int = DEFAULT_WORKERS,
) -> Flask:
    """Make the web front of a store: the folder of an embedded one, or the address of a SPARQL endpoint.

    A query may take `query_timeout` seconds, `memory_limit` bytes of address space, and answer
    `output_limit` bytes; `workers` of them run at once. `close` ends the worker processes.
    Raises UsageError where a limit cannot be kept, StoreError where there is no store to read.
    """
    app = Flask("cityrel.web")
    app.config.update(MAX_CONTENT_LENGTH=MAX_REQUEST_BYTES, MAX_FORM_MEMORY_SIZE=MAX_REQUEST_BYTES)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    limits = Limits(query_timeout, memory_limit, output_limit)
    app.extensions[EXTENSION] = _site(store_location, limits, workers)
    for module in (formatting, headers, assets, problems, pages):
        module.register(app)
    return app


def close(app: Flask) -> None:
    """End the worker processes of an application; it answers no more questions."""
    app.extensions[EXTENSION].close()


def _site(location: str, limits: Limits, workers: int) -> Site:
    queries = QueryPool(location, size=workers, limits=limits)
    return Site(Views(QueryPool(location, size=PAGE_WORKERS, limits=limits)), queries)
