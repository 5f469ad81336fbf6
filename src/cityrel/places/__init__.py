"""Places: finding their names in a text, and telling which place is meant.

>>> matches = match(text, pack)
>>> mentions = resolve(text, pack, matches, masked=spans_of_persons)
"""

from cityrel.places.capitals import is_capital
from cityrel.places.compiling import compile_gazetteer
from cityrel.places.gazetteer import by_id, division_of, find, lies_in
from cityrel.places.matching import match
from cityrel.places.mention import NameMatch, PlaceMention
from cityrel.places.resolving import resolve
from cityrel.places.unknown import unresolved

ATTRIBUTION = "Place data: GeoNames (https://www.geonames.org/), CC BY 4.0; country names: Unicode CLDR"
"""What every page and dump with our places has to say."""

__all__ = [
    "ATTRIBUTION",
    "NameMatch",
    "PlaceMention",
    "by_id",
    "compile_gazetteer",
    "division_of",
    "find",
    "is_capital",
    "lies_in",
    "match",
    "resolve",
    "unresolved",
]
