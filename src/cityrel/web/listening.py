"""The port that the web front listens on, and what to do where it cannot be had."""

import errno
import socket

from cityrel.errors import UsageError

HIGHEST_PORT = 65535


def check_address(host: str, port: int) -> None:
    """Say before any work that nothing can be served at an address; raises UsageError as `listening` does."""
    listening(host, port).close()


def listening(host: str, port: int) -> socket.socket:
    """Listen, before anything else is started that would have to be ended again; raises UsageError."""
    if not 0 <= port <= HIGHEST_PORT:
        raise UsageError(f"cannot serve at {host}, port {port}: ports go from 0 to {HIGHEST_PORT}")
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise UsageError(_why_not(error, host, port)) from error
    except UnicodeError as error:
        raise UsageError(f"cannot serve at {host}, port {port}: {error}") from error


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        other = port + 1 if port < HIGHEST_PORT else port - 1
        return (
            f"port {port} is taken by another program: stop that one, or choose another port "
            f"(PORT={other} make demo, or --port {other})"
        )
    if error.errno == errno.EACCES:
        return f"port {port} may not be used by this user: choose one above 1023 (--port 8000)"
    return f"cannot serve at {host}, port {port}: {error.strerror or error}"
