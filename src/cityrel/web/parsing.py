"""How a request is read from the wire: waitress's parser, and what it lets pass that we do not.

What another server in front could read differently is refused (RFC 9112, 2.3, 3.2, 5.2, 6.1 and 6.3), so that
no second request can hide in the first.
"""

import re

from waitress.parser import HTTPRequestParser, ParsingError
from waitress.utilities import Error

HOST = re.compile(r"(?:[A-Za-z0-9._~%!$&'()*+;=-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{0,5})?")
"""What a Host header holds: a name or an address, and perhaps a port (RFC 9110, 7.2)."""
NAME = re.compile(rb"^([^:\r\n]+):", re.MULTILINE)
FOLD = re.compile(rb"\r\n[ \t]")
"""A header that goes on in the next line, as it was once allowed."""
VERSIONS = ("", "1.0", "1.1")
"""Versions of HTTP that are spoken; one that names none is answered as HTTP/1.0."""


class VersionNotSupported(Error):  # type: ignore[misc]
    """Another version of HTTP than those that are spoken here."""

    code = 505
    reason = "HTTP Version Not Supported"


class StrictParser(HTTPRequestParser):  # type: ignore[misc]
    """Reads one request; what is wrong with it is in `error`."""

    error: Error | None

    def parse_header(self, header_plus: bytes) -> None:
        """Read the request line and the headers. Raises ParsingError where they could be misread."""
        lines = header_plus.partition(b"\r\n")[2]
        names = [name.strip().lower() for name in NAME.findall(lines)]
        if FOLD.search(header_plus):
            raise ParsingError("A header goes on in the next line")
        if b"transfer-encoding" in names and b"content-length" in names:
            raise ParsingError("Transfer-Encoding and Content-Length exclude each other")
        try:
            super().parse_header(header_plus)
        except ValueError as error:  # an address in brackets that is none
            raise ParsingError("The target is not an address") from error
        self._check_coding(names.count(b"transfer-encoding"))
        self._check_host(names.count(b"host"))

    def received(self, data: bytes) -> int:
        """Take some bytes; gives how many of them belong to this request."""
        consumed = super().received(data)
        if self.headers_finished and not self.error and self.version not in VERSIONS:
            self.error = VersionNotSupported("this server speaks HTTP/1.1 and HTTP/1.0")
            self.completed = True
        return int(consumed)

    def _check_coding(self, codings: int) -> None:
        if codings > 1 or (codings and self.version != "1.1"):
            raise ParsingError("One Transfer-Encoding is understood, and in HTTP/1.1 only")

    def _check_host(self, hosts: int) -> None:
        if hosts > 1 or (hosts == 0 and self.version == "1.1"):
            raise ParsingError("A request needs one Host header")
        if hosts and not HOST.fullmatch(self.headers.get("HOST", "")):
            raise ParsingError("The Host header is not a host")
