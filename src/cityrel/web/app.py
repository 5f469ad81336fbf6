"""The application: its parts put together."""

import contextlib
from typing import Any

from flask import Flask

from cityrel.settings import Settings
from cityrel.settings.service import KILOBYTE, MEGABYTE
from cityrel.store.limits import Limits
from cityrel.web import addresses, api, assets, compression, formatting, headers, parameters, problems
from cityrel.web import pages as routes
from cityrel.web.monitoring import observation
from cityrel.web.monitoring.monitor import Monitor
from cityrel.web.monitoring.pools import PAGES, VISITORS, ObservedPool
from cityrel.web.site import EXTENSION, Site
from cityrel.web.views import Views

MAX_REQUEST_BYTES = 1 << 20
"""The longest query that is taken unless set otherwise, with what else a request's body holds."""

DEFAULT_WORKERS = 2


def create_app(  # noqa: PLR0913 - each may be given by name alone
    store_location: str,
    *,
    settings: Settings | None = None,
    query_timeout: float | None = None,
    memory_limit: int | None = None,
    output_limit: int | None = None,
    workers: int | None = None,
) -> Flask:
    """Make the web front of a store: the folder of an embedded one, or the address of a SPARQL endpoint.

    A query may take `query_timeout` seconds, `memory_limit` bytes of address space, and answer
    `output_limit` bytes; `workers` of them run at once. What is not given is as in the settings. `close`
    ends the worker processes. Raises UsageError where a limit cannot be kept, StoreError where there is no
    store to read.
    """
    chosen = settings or Settings(workers=DEFAULT_WORKERS)
    limits = Limits(
        chosen.query_timeout if query_timeout is None else query_timeout,
        chosen.query_memory * MEGABYTE if memory_limit is None else memory_limit,
        chosen.query_output * MEGABYTE if output_limit is None else output_limit,
    )
    return _made(store_location, chosen, limits, chosen.workers if workers is None else workers)


def close(app: Flask) -> None:
    """End the worker processes of an application, and its access log; it answers no more questions."""
    app.extensions[EXTENSION].close()


def _made(location: str, settings: Settings, limits: Limits, workers: int) -> Flask:
    app = Flask("cityrel.web")
    app.config.update(_config(settings))
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    monitor = Monitor(location, settings.access_log)
    app.extensions[EXTENSION] = _site(location, settings, limits, workers, monitor)
    observation.register(app, monitor.note)
    for module in (addresses, formatting, parameters, compression, headers, assets, problems, routes, api):
        module.register(app)
    return app


def _config(settings: Settings) -> dict[str, Any]:
    longest = settings.max_body * KILOBYTE
    return {
        "MAX_CONTENT_LENGTH": longest,
        "MAX_FORM_MEMORY_SIZE": longest,
        "MAX_URL": settings.max_url * KILOBYTE,
        "PUBLIC_URL": settings.public_url,
        "HSTS": settings.hsts,
        "METRICS": settings.metrics,
    }


def _site(location: str, settings: Settings, limits: Limits, workers: int, monitor: Monitor) -> Site:
    def pool(name: str, size: int) -> ObservedPool:
        return ObservedPool(name, monitor.metrics, location, size=size, limits=limits, waiting=settings.queue)

    with contextlib.ExitStack() as undo:
        undo.callback(monitor.close)
        queries = pool(VISITORS, workers)
        undo.callback(queries.close)
        pages = pool(PAGES, settings.page_workers)
        undo.pop_all()
    monitor.watch((queries, pages))
    return Site(Views(pages), queries, monitor)
