"""The web front: pages for people, data for programs, and a SPARQL endpoint; it only reads."""

from cityrel.web.app import close, create_app
from cityrel.web.server import serve

__all__ = ["close", "create_app", "serve"]
