"""The language of a page and its texts.

Texts are data: `texts/<code>.toml`, one file a language, all with the same keys. The language is that of
`?lang=`, which every link then carries on, or else the one that the browser likes best.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from flask import g, has_request_context, request

FOLDER = Path(__file__).parent / "texts"
DEFAULT = "en"


@cache
def languages() -> tuple[str, ...]:
    """Give the codes of the languages that pages can be in."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


@cache
def texts(language: str) -> Mapping[str, str]:
    """Give all texts of a language by key, such as `nav.persons`."""
    sections = tomllib.loads((FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    return {f"{name}.{key}": text for name, section in sections.items() for key, text in section.items()}


def current() -> str:
    """Give the language of the current page."""
    if not has_request_context():
        return DEFAULT
    if "language" not in g:
        g.language = asked_for() or request.accept_languages.best_match(languages()) or DEFAULT
    return str(g.language)


def asked_for() -> str | None:
    """Give the language that the address asks for, None where it does not."""
    language = request.args.get("lang")
    return language if language in languages() else None


def text(key: str, **values: object) -> str:
    """Give a text of the page in its language; `values` fill its `{places}`."""
    return texts(current())[key].format(**values)


def section(name: str) -> dict[str, str]:
    """Give all texts of a section by key, in the language of the page, for a script to fill and show."""
    start = f"{name}."
    return {
        key.removeprefix(start): words for key, words in texts(current()).items() if key.startswith(start)
    }
