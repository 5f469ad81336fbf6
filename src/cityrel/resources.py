"""Where the data files lie that the package shares with its readers: ontology, shapes, queries.

In a checkout they are the folders at the top; in an installed package they lie inside it.
"""

from pathlib import Path

_INSTALLED = Path(__file__).parent / "resources"
_CHECKOUT = Path(__file__).parents[2]


def folder(name: str) -> Path:
    """Give the folder `ontology`, `shapes` or `queries`."""
    return (_INSTALLED if _INSTALLED.is_dir() else _CHECKOUT) / name
