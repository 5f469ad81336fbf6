"""Clients that ask one server, and how long each answer takes."""

import http.client
import statistics
import threading
import urllib.parse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from time import perf_counter

FORM = "application/x-www-form-urlencoded"
LONGEST = 20.0
"""Seconds after which one measurement asks no more."""


@dataclass(frozen=True)
class Query:
    """One shape: its name, the media type it is asked for, its text."""

    name: str
    accept: str
    text: str


@dataclass(frozen=True)
class Times:
    """Seconds that each answer took, and that all took together; `refused` were not answered with 200."""

    each: Sequence[float]
    together: float
    refused: int

    @property
    def median(self) -> float:
        """Give the median in milliseconds."""
        return 1000 * statistics.median(self.each) if self.each else float("nan")

    @property
    def high(self) -> float:
        """Give the 95th percentile in milliseconds."""
        if len(self.each) < 2:
            return self.median
        return 1000 * statistics.quantiles(self.each, n=20, method="inclusive")[-1]

    @property
    def rate(self) -> float:
        """Give answers per second."""
        return len(self.each) / self.together


class Client:
    """One connection that stays open, as long as the server keeps it."""

    def __init__(self, port: int, path: str) -> None:
        self._connection, self._path = http.client.HTTPConnection("127.0.0.1", port, timeout=60), path

    def ask(self, query: Query) -> tuple[int, int]:
        """Ask, and give the status and the number of bytes; 0 where the server broke off."""
        headers = {"Accept": query.accept, "Content-Type": FORM}
        body = urllib.parse.urlencode({"query": query.text})
        try:
            self._connection.request("POST", self._path, body, headers)
            response = self._connection.getresponse()
            return response.status, len(response.read())
        except (OSError, http.client.HTTPException):
            self._connection.close()
            return 0, 0

    def close(self) -> None:
        """Hang up."""
        self._connection.close()


def measure(port: int, path: str, queries: Sequence[Query], clients: int, times: int) -> Times:
    """Have each of some clients ask the queries in turn, so many times all together."""
    each: list[float] = []
    refused: list[int] = []
    begin = perf_counter()

    def work(own: Iterable[int]) -> None:
        client = Client(port, path)
        for number in own:
            if perf_counter() - begin > LONGEST:
                break
            start = perf_counter()
            status, _ = client.ask(queries[number % len(queries)])
            each.append(perf_counter() - start)
            if status != 200:
                refused.append(status)
        client.close()

    threads = [threading.Thread(target=work, args=(range(own, times, clients),)) for own in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Times(each, perf_counter() - begin, len(refused))


class Siege:
    """Clients that ask hostile queries again and again, until it is over."""

    def __init__(self, port: int, path: str, queries: Sequence[Query], clients: int) -> None:
        self.took: list[float] = []
        self._over = threading.Event()
        self._threads = [
            threading.Thread(
                target=self._work, args=(port, path, queries[number % len(queries)]), daemon=True
            )
            for number in range(clients)
        ]

    def begin(self) -> None:
        """Let all of them ask."""
        for thread in self._threads:
            thread.start()

    def end(self) -> None:
        """Let none ask once more."""
        self._over.set()

    def _work(self, port: int, path: str, query: Query) -> None:
        client = Client(port, path)
        while not self._over.is_set():
            start = perf_counter()
            client.ask(query)
            self.took.append(perf_counter() - start)
            self._over.wait(0.05)
        client.close()
