"""News about city diplomacy as an open knowledge graph that can be checked."""

__version__ = "0.1.0"
