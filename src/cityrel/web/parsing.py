"""How a request is read from the wire: waitress's parser, and what it lets pass that we do not.

What another server in front could read differently is refused (RFC 9112, 2.2, 3.2, 6.1 and 6.3), so that no
second request can hide in the first.
"""

import re

from waitress.parser import HTTPRequestParser, ParsingError
from waitress.utilities import Error

HOST = re.compile(r"(?:[A-Za-z0-9._~%!$&'()*+;=-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{0,5})?")
"""What a Host header holds: a name or an address, and perhaps a port (RFC 9110, 7.2)."""
FIELD = re.compile(rb"^([^:\r\n]+):", re.MULTILINE)


class VersionNotSupported(Error):  # type: ignore[misc]
    """Another version of HTTP than those that are spoken here."""

    code = 505
    reason = "HTTP Version Not Supported"


class StrictParser(HTTPRequestParser):  # type: ignore[misc]
    """Reads one request; what is wrong with it is in `error`."""

    error: Error | None

    def parse_header(self, header_plus: bytes) -> None:
        """Read the request line and the headers. Raises ParsingError where they could be misread."""
        names = [name.strip().lower() for name in FIELD.findall(header_plus.partition(b"\r\n")[2])]
        if b"transfer-encoding" in names and b"content-length" in names:
            raise ParsingError("Transfer-Encoding and Content-Length exclude each other")
        super().parse_header(header_plus)
        if b"transfer-encoding" in names and self.version != "1.1":
            raise ParsingError("Transfer-Encoding needs HTTP/1.1")
        self._check_host(names.count(b"host"))

    def received(self, data: bytes) -> int:
        """Take some bytes; gives how many of them belong to this request."""
        consumed = super().received(data)
        if self.headers_finished and not self.error and self.version not in ("", "1.0", "1.1"):
            self.error = VersionNotSupported("this server speaks HTTP/1.1 and HTTP/1.0")
            self.completed = True
        return int(consumed)

    def _check_host(self, hosts: int) -> None:
        if hosts > 1 or (hosts == 0 and self.version == "1.1"):
            raise ParsingError("A request needs one Host header")
        if hosts and not HOST.fullmatch(self.headers.get("HOST", "")):
            raise ParsingError("The Host header is not a host")
