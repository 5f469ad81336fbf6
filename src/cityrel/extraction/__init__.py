"""From an article to the facts it states."""

from cityrel.extraction.explaining import explain
from cityrel.extraction.extract import extract

__all__ = ["explain", "extract"]
