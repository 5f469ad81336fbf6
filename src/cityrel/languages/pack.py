"""The pack of a language: its data files as frozen sections, each read when first asked for."""

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from cityrel.errors import PackError
from cityrel.languages.section import load as load_section
from cityrel.languages.sentences import Sentences

ROOT = Path(__file__).parent


@dataclass(frozen=True)
class Pack:
    """One language: `code` is its ISO 639-1 code, `folder` holds its files."""

    code: str
    folder: Path

    @cached_property
    def sentences(self) -> Sentences:
        """Abbreviations and marks that matter when sentences are told apart."""
        return load_section(Sentences, self.folder, "sentences")


@cache
def available() -> tuple[str, ...]:
    """Give the codes of the languages that have a pack."""
    return tuple(sorted(path.parent.name for path in ROOT.glob("*/language.toml")))


@cache
def load(code: str) -> Pack:
    """Give the pack of a language.

    Raises PackError where there is none.
    """
    if code not in available():
        raise PackError(f"no language pack for {code!r}; there are {', '.join(available())}")
    return Pack(code, ROOT / code)
