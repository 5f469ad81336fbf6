"""A server on the net, asked one question at a time."""

import base64
import contextlib
import http.client
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from importlib.metadata import version
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urlencode, urljoin, urlsplit
from urllib.request import Request, urlopen

import pyoxigraph
from pyoxigraph import QueryResultsFormat, RdfFormat

from cityrel.client.result import Result, result_of
from cityrel.errors import CityrelError, NotFound, QueryError, QueryTimeout, StoreError

RESULTS, TURTLE, N_TRIPLES = "application/sparql-results+json", "text/turtle", "application/n-triples"
JSON = "application/json"
GRAPHS = {TURTLE: RdfFormat.TURTLE, N_TRIPLES: RdfFormat.N_TRIPLES}
FORM = "application/x-www-form-urlencoded"
LONGEST_REASON = 500
"""Bytes of what a server says is wrong that are passed on."""

TOO_MUCH = (HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.GATEWAY_TIMEOUT, HTTPStatus.TOO_MANY_REQUESTS)


@dataclass(frozen=True)
class Server:
    """Two addresses of a server, and what is sent with each request; credentials are never shown."""

    endpoint: str
    root: str
    timeout: float
    headers: Mapping[str, str] = field(repr=False)

    @classmethod
    def at(cls, location: str, timeout: float) -> "Server":
        """Find the endpoint and the API at an address, `http(s)://[user:password@]host[:port][/path]`.

        Raises StoreError where it is no address.
        """
        parts = _split(location)
        address = parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()
        if parts.path in ("", "/") or parts.path.endswith("/"):
            top = address.rstrip("/")
            return cls(f"{top}/sparql", f"{top}/api/", timeout, _headers(parts))
        return cls(address, urljoin(address, "api/"), timeout, _headers(parts))

    def query(self, text: str) -> Result:
        """Answer a query; see `Source.query`."""
        accept = f"{RESULTS}, {TURTLE};q=0.9, {N_TRIPLES};q=0.8"
        body = urlencode({"query": text}).encode()
        kind, answer = self._send(self.endpoint, {"Accept": accept, "Content-Type": FORM}, body)
        with self._reporting(self.endpoint):
            if kind in GRAPHS:
                return result_of(quad.triple for quad in pyoxigraph.parse(answer, GRAPHS[kind]))
            if kind not in (RESULTS, JSON):
                raise StoreError(f"{self.endpoint}: no SPARQL endpoint: it answered in {kind}")
            return result_of(pyoxigraph.parse_query_results(answer, QueryResultsFormat.JSON))

    def api(self, address: str) -> dict[str, Any]:
        """Give what the API has; see `Source.api`."""
        whole = urljoin(self.root, address)
        if urlsplit(whole).netloc != urlsplit(self.root).netloc:
            raise StoreError(f"{self.root}: it leads to another server, {whole}")
        kind, answer = self._send(whole, {"Accept": JSON})
        with self._reporting(whole):
            found = json.loads(answer) if kind == JSON else None
        if not isinstance(found, dict):
            raise StoreError(f"{self.root}: this is not the API of a cityrel server")
        return found

    def close(self) -> None:
        """Do nothing: no connection stays open."""

    def _send(self, address: str, headers: Mapping[str, str], body: bytes | None = None) -> tuple[str, bytes]:
        """Give the media type and the body of what is answered."""
        request = Request(address, body, {**self.headers, **headers})  # noqa: S310 - http(s), by `at`
        with self._reporting(address), urlopen(request, timeout=self.timeout) as response:  # noqa: S310
            return response.headers.get_content_type(), response.read()

    @contextlib.contextmanager
    def _reporting(self, address: str) -> Iterator[None]:
        """Turn whatever a server, the net or a cut answer brings about into one of our errors."""
        try:
            yield
        except HTTPError as error:
            with error:
                raise _refused(address, error) from error
        except TimeoutError as error:
            raise StoreError(f"{address}: no answer within {self.timeout:g} seconds") from error
        except URLError as error:
            raise StoreError(f"{address}: cannot be reached: {error.reason}") from error
        except (http.client.HTTPException, SyntaxError, ValueError) as error:
            raise StoreError(f"{address}: the answer is cut or cannot be read: {error}") from error
        except OSError as error:
            raise StoreError(f"{address}: the connection broke: {error}") from error


def _split(location: str) -> Any:
    try:
        parts = urlsplit(location)
        usable = bool(parts.hostname) and parts.port != 0 and location.isascii() and location.isprintable()
    except ValueError as error:
        raise StoreError(f"not the address of a server: {error}") from error
    if not usable or " " in location:
        raise StoreError("not an address of the form http(s)://host[:port][/path]")
    return parts


def _headers(parts: Any) -> Mapping[str, str]:
    agent = {"User-Agent": f"cityrel/{version('cityrel')} (Python client)"}
    if not parts.username:
        return agent
    who = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return {**agent, "Authorization": f"Basic {base64.b64encode(who.encode()).decode()}"}


def _refused(address: str, error: HTTPError) -> CityrelError:
    """Say what the server said, as the error that it means."""
    reason = _reason(error) or error.reason
    if error.code in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        return NotFound(f"{address}: {reason}")
    if error.code in TOO_MUCH:
        later = error.headers.get("Retry-After")
        wait = f" (it asks to wait {later} s)" if later else ""
        return QueryTimeout(f"{address}: {reason}{wait}")
    if (
        error.code in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)
        or error.code >= HTTPStatus.INTERNAL_SERVER_ERROR
    ):
        return StoreError(f"{address}: the server answered {error.code}: {reason}")
    return QueryError(f"{address}: {reason}")


def _reason(error: HTTPError) -> str:
    """Give on one line what a server says is wrong: the detail of a problem (RFC 9457), or its text."""
    try:
        text = error.read(1 << 16).decode("utf-8", "replace")
    except (OSError, http.client.HTTPException):
        return ""
    if error.headers.get_content_type() == "application/problem+json":
        with contextlib.suppress(ValueError, AttributeError):
            text = str(json.loads(text).get("detail"))
    elif error.headers.get_content_type() == "text/html":
        return ""
    return " ".join(text.split())[:LONGEST_REASON]
