"""One form for all ways to write a name: no case, no accents, one kind of space, hyphen and apostrophe."""

import re
import unicodedata
from functools import lru_cache

COMBINING = re.compile(r"[\u0300-\u036f]")
SPACES = "-\u00a0\u2010\u2011\u2013\u2007\u202f"
APOSTROPHES = "’‘ʼʻ`´ʹ′"
SPECIAL = (
    dict.fromkeys(SPACES, " ")
    | dict.fromkeys(APOSTROPHES, "'")
    | dict(zip("øđłıßæœðþħə", "odlisaodtha", strict=True))
)


class _Folder(dict[int, str]):
    """The form of each character, worked out when first met; always one character long."""

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        self[code] = folded
        return folded


def _fold_character(character: str) -> str:
    if unicodedata.category(character) == "Cs":
        return "\ufffd"  # half of a surrogate pair is no character that a name could have
    small = character.casefold()
    plain = unicodedata.normalize("NFKD", SPECIAL.get(small, small))
    base = "".join(c for c in plain if not unicodedata.combining(c))
    base = SPECIAL.get(base, base)
    return base if len(base) == 1 else small[:1] or character


_FOLDER = _Folder()
LONGEST_WORD = 24
CACHED_WORDS = 100_000
"""How many words a process remembers the forms of."""


def fold(text: str) -> str:
    """Give the form of a text in which names are compared.

    A hyphen counts as a space. Where the text has no separate accents, its length stays the same, so that
    offsets hold. The forms of words are remembered.
    """
    return _fold_word(text) if len(text) <= LONGEST_WORD else _fold(text)


def _fold(text: str) -> str:
    if text.isascii():
        return text.lower().replace("-", " ").replace("`", "'")
    folded = text.translate(_FOLDER)
    return COMBINING.sub("", folded) if COMBINING.search(folded) else folded


_fold_word = lru_cache(CACHED_WORDS)(_fold)
