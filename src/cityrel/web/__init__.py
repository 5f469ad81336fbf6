"""The web front: pages for people, data for programs, and a SPARQL endpoint; it only reads."""

from cityrel.web.app import close, create_app
from cityrel.web.listening import check_address
from cityrel.web.running import run
from cityrel.web.server import serve

__all__ = ["check_address", "close", "create_app", "run", "serve"]
