"""Places in lists: what stands between two of them is likely one too ("Kyiv, Munich, Nice and Kraków")."""

from collections.abc import Sequence

from cityrel.places.beside import Name
from cityrel.places.choosing import Choice
from cityrel.places.folding import fold
from cityrel.places.lexicon import Lexicon

MARKS = " ,;/&"
LONGEST_GAP = 16
"""Characters that may part two members of a list."""

NONE: frozenset[str] = frozenset()


def listed(
    text: str, names: Sequence[Name], choices: Sequence[Choice | None], words: Lexicon
) -> list[frozenset[str]]:
    """Give, for each name, the countries of the places that were chosen right beside it in a list."""
    found = [NONE] * len(names)
    for index in range(len(names) - 1):
        if _are_listed(text, names[index], names[index + 1], words):
            found[index] |= _country(choices[index + 1])
            found[index + 1] |= _country(choices[index])
    return found


def _are_listed(text: str, first: Name, second: Name, words: Lexicon) -> bool:
    """Say whether only a comma, an "and" or the like stands between two names."""
    gap = text[first.upto : second.whole.start]
    if not gap or len(gap) > LONGEST_GAP or "\n" in gap:
        return False
    between = fold(gap.strip(MARKS))
    return between in words.links if between else bool(gap.strip())


def _country(choice: Choice | None) -> frozenset[str]:
    return frozenset((choice.known.place.country,)) if choice else NONE
