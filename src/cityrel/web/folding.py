"""Names without what people leave out or write in another way: case, accents, marks, signs, Unicode forms."""

import unicodedata

from cityrel.vocabulary import slug

LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "þ": "th", "æ": "ae", "œ": "oe"}
    | {"ŋ": "ng", "ё": "е", "ґ": "г", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه"}
    | dict.fromkeys("'’‘ʼʻ`´ʹـ")
)
"""Small letters without a plain form in Unicode, or written one for the other, with the plain ones;
apostrophes and the Arabic stroke that only lengthens a word fall away."""

OPTIONAL_MARKS = dict.fromkeys((*range(0x0591, 0x05C8), *range(0x064B, 0x0660), 0x0670))
"""Points of Hebrew and Arabic writing, which most texts leave out."""


def folded(name: str) -> tuple[str, ...]:
    """Give the words of a name, each in its plain form; none where it has no letter or digit."""
    plain = unicodedata.normalize("NFKC", name).casefold().translate(LETTERS).translate(OPTIONAL_MARKS)
    return tuple(slug(plain).split("-")) if any(map(str.isalnum, plain)) else ()
