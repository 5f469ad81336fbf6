"""Whether an alternative name is but another spelling or a part of a place's name.

GeoNames gives names in all languages and of all times; most of them say little. "Larissa" for Lárisa,
"Aarhus" for Århus or "Greifswald" for the Universitäts- und Hansestadt Greifswald are as good as the usual
name.
"""

from difflib import SequenceMatcher
from functools import lru_cache

from cityrel.places.folding import fold

ALIKE = 0.8
"""How alike two spellings are, as Ratcliff and Obershelp measure it: twice the common letters by all."""

SHORTEST = 5
"""Letters of a name that may be known by a part or a variant."""


@lru_cache(maxsize=20_000)
def is_variant(folded: str, name: str) -> bool:
    """Say whether a folded name is a spelling of a place's name, or its last words behind a title."""
    full = fold(name)
    if len(folded) < SHORTEST:
        return False
    if full.endswith(f" {folded}"):
        return True
    return folded[0] == full[:1] and SequenceMatcher(None, folded, full, autojunk=False).ratio() >= ALIKE
