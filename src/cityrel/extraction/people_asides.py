"""What may stand between a title and its holder without belonging to either: short forms, numbers, terms."""

import re

from cityrel.extraction.people_marks import Marks

SHORT = re.compile(r"[ \t\xa0]*\(([A-Z][\w./& -]{1,24})\)")
ORDINAL = re.compile(r"[ \t\xa0]*[^\W\d_]{0,3}-?\d{1,4}[^\W\d_]{0,2}(?=[ \t\xa0]*[,(])")
PERIOD = re.compile(r"[ \t\xa0](?:[^\W\d_]{3,12}[ \t\xa0])?\(?\d{4}[ ]?[-–/][ ]?\d{4}\)?(?=[ \t\xa0,])")
NUMBER = re.compile(r"[ \t\xa0]\d{3,4}(?:/[A-Z][\w.]*)?(?=[ \t\xa0][A-Z])")


def aside_end(marks: Marks, offset: int, begun: bool, named: bool) -> int | None:
    """Give the end of what can be passed over at an offset, or None.

    `begun` says that more than the title stands before, `named` that the name of a body does.
    """
    short = SHORT.match(marks.text, offset)
    if short and (named or _is_short(marks, short)):
        return short.end()
    number = PERIOD.match(marks.text, offset) or (ORDINAL if begun else NUMBER).match(marks.text, offset)
    return number.end() if number else None


def _is_short(marks: Marks, short: re.Match[str]) -> bool:
    """Say whether brackets hold a short form of what stands before, and not a name."""
    if all(word.isupper() for word in short.group(1).split() if word[0].isupper()):
        return True
    place = marks.places.get(short.start(1))
    is_place = place is not None and place.end == short.end(1)
    return is_place or marks.at("title", short.start(1)) is not None
