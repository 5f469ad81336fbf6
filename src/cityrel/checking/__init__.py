"""Checking a language pack: what is missing, what is ambiguous, and what is never used."""

from cityrel.checking.check import check, find_pack
from cityrel.checking.finding import Finding, as_json, as_line

__all__ = ["Finding", "as_json", "as_line", "check", "find_pack"]
