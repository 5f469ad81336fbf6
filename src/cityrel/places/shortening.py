"""What towns with long names are called for short: "Cosne" for "Cosne-Cours-sur-Loire"."""

import re
from collections.abc import Iterator

LARGE_ENOUGH = 10_000
"""People of a town that is likely to be known by its short name."""

SHORTEST = 4
"""Letters of a short name."""

GERMAN = re.compile(r" (?:am|an der|an den|im|in der|in|ob der|bei|auf|vor der|unter|vor dem) ")
CZECH = re.compile(r" (?:nad|pod|u|na|v|ve) ")
FRENCH = re.compile(r"-(?:sur|sous|en|lès|les|lez|près|aux|au|de|du|des|la|le)-|-d['’]|-l['’]")
BRACKETS = re.compile(r" \([^)]+\)$| ?/ ?.+$")
NO_NAME = re.compile(
    r"(?:Saint|Sainte|St|Ste|Le|La|Les|L|Mont|Pont|Port|Bad|Bois|Château|Vieux|Notre|Grand|Grande|Petit|Haut|Bas)\b"
)
"""What begins many names, so that it stands for none alone."""

TAILS = {
    "DE": GERMAN,
    "AT": GERMAN,
    "CH": GERMAN,
    "CZ": CZECH,
    "SK": CZECH,
    "PL": CZECH,
    "FR": FRENCH,
    "BE": FRENCH,
}


def short_names(name: str, country: str, population: int) -> Iterator[str]:
    """Give the short names of a town, where it has any: without its river, its brackets, its second part."""
    whole = BRACKETS.sub("", name)
    if whole != name:
        yield whole
    tail = TAILS.get(country)
    if tail is None or population < LARGE_ENOUGH:
        return
    first = tail.split(whole)[0]
    for short in (first, *([first.partition("-")[0]] if country == "FR" and first != whole else [])):
        if short != whole and len(short) >= SHORTEST and not NO_NAME.match(short):
            yield short
