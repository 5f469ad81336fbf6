"""What one running web front holds: the questions of its pages, the workers of its endpoint, its figures."""

from dataclasses import dataclass
from typing import cast

from flask import current_app

from cityrel.store.workers import QueryPool
from cityrel.web.monitoring.monitor import Monitor
from cityrel.web.views import Views

EXTENSION = "cityrel"


@dataclass(frozen=True)
class Site:
    """Pages have workers of their own, so that they answer while visitors' queries keep the others busy.

    Without a monitor nobody looks at its figures.
    """

    views: Views
    queries: QueryPool
    monitor: Monitor | None = None

    def close(self) -> None:
        """End all workers, and the access log."""
        self.queries.close()
        self.views.pool.close()
        if self.monitor:
            self.monitor.close()


def site() -> Site:
    """Give the site of the application that answers the current request."""
    return cast("Site", current_app.extensions[EXTENSION])


def views() -> Views:
    """Give the views of the application that answers the current request."""
    return site().views
