"""Language packs: a language is a folder of data (TOML); adding one needs no code."""

from cityrel.languages.pack import Pack, available, load

__all__ = ["Pack", "available", "load"]
