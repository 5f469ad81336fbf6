"""Figures for Prometheus.

Several web processes keep theirs in files of one folder, named by the variable that `prometheus_client` reads
when it is imported, and any of them answers for all. So a figure is set when something happens, or about once
a second; only what is the same in all processes is looked up when it is asked for.
"""

import os
from collections.abc import Callable, Iterator
from importlib.metadata import version

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from cityrel.store.load import Load
from cityrel.web.monitoring.observation import Observation
from cityrel.web.monitoring.snapshot import Snapshot

FOLDER = "PROMETHEUS_MULTIPROC_DIR"
"""The variable that names the folder which several web processes share."""

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
"""Seconds: a cheap query takes milliseconds, the usual limit is 30."""
NO_ROUTE = "none"
"""Stands for the pattern of a path that leads nowhere, so that visitors cannot make up labels."""


class Metrics:
    """The figures of one application; `snapshot` tells what is served."""

    def __init__(self, snapshot: Callable[[], Snapshot | None]) -> None:
        self._own = CollectorRegistry()
        self._common = _Common(snapshot)
        self._requests = self._counter("cityrel_requests", "Requests answered.", "route", "method", "status")
        self._queries = self._counter("cityrel_queries", "SPARQL queries, by what became of them.", "outcome")
        self._seconds = Histogram(
            "cityrel_query_seconds",
            "From the arrival of a SPARQL query to the last byte of its answer.",
            buckets=BUCKETS,
            registry=self._own,
        )
        self._workers = self._gauge("cityrel_workers", "Query workers, by what they do.", "pool", "state")
        self._waiting = self._gauge("cityrel_queries_waiting", "Queries that wait for a worker.", "pool")
        self._replaced = self._counter("cityrel_workers_replaced", "Workers ended and replaced.", "pool")
        self._dropped = self._counter("cityrel_access_log_dropped", "Lines that the access log gave up.")

    def count(self, seen: Observation) -> None:
        """Count a request that was answered, and its query."""
        self._requests.labels(seen.route or NO_ROUTE, seen.method, str(seen.status)).inc()
        if seen.outcome:
            self._queries.labels(seen.outcome).inc()
            self._seconds.observe(seen.seconds)

    def load(self, pool: str, load: Load, replaced: int) -> None:
        """Tell what the workers of a pool do now, and how many were replaced since this was told last."""
        self._workers.labels(pool, "busy").set(load.busy)
        self._workers.labels(pool, "idle").set(load.idle)
        self._waiting.labels(pool).set(load.waiting)
        self._replaced.labels(pool).inc(replaced)

    def dropped(self) -> None:
        """Count a line that the access log gave up."""
        self._dropped.inc()

    def exposition(self) -> bytes:
        """Give all figures in the text format of Prometheus."""
        registry = CollectorRegistry() if FOLDER in os.environ else self._own
        if registry is not self._own:
            MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        return generate_latest(registry) + generate_latest(self._common)

    def _counter(self, name: str, meaning: str, *labels: str) -> Counter:
        return Counter(name, meaning, labels, registry=self._own)

    def _gauge(self, name: str, meaning: str, *labels: str) -> Gauge:
        return Gauge(name, meaning, labels, registry=self._own, multiprocess_mode="livesum")


class _Common(Collector):
    """What is the same in all web processes."""

    def __init__(self, snapshot: Callable[[], Snapshot | None]) -> None:
        self._snapshot = snapshot

    def collect(self) -> Iterator[Metric]:
        """Give the release and, where there is one, the snapshot."""
        built = GaugeMetricFamily("cityrel_build_info", "The release that answers.", labels=("version",))
        built.add_metric((version("cityrel"),), 1)
        yield built
        snapshot = self._snapshot()
        if snapshot:
            yield GaugeMetricFamily("cityrel_snapshot", "Number of the snapshot.", snapshot.number)
            yield GaugeMetricFamily("cityrel_snapshot_age_seconds", "Since it was made.", snapshot.age)
