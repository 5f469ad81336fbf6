"""Names that several places of one country bear, where nothing tells which one is meant.

Such a place is kept by its name and its country alone, with a key of its own and no coordinates: that
"Whitchurch" is a town of the United Kingdom is known, on which map square it lies is not. Articles that leave
it open share that key, so only names that few towns bear are kept: a "Springfield" would join too many.
"""

from collections.abc import Sequence

from cityrel.model import Place
from cityrel.places.gazetteer import Candidate, Known
from cityrel.places.units import own_key

MOST = 5
"""Towns of a country that may bear such a name."""


def one_of(candidates: Sequence[Candidate], bearers: Sequence[Candidate]) -> Candidate | None:
    """Give a town that stands for any of several candidates, the likeliest first; None where they differ.

    All must be towns of one country that bear the name as their usual one; `bearers` are all who bear it.
    """
    first = candidates[0].known
    alike = all(
        one.main and one.known.place.level == "city" and one.known.place.country == first.place.country
        for one in candidates
    )
    countrymen = sum(one.main and one.known.place.country == first.place.country for one in bearers)
    if not alike or countrymen > MOST or len({one.known.place.name for one in candidates}) > 1:
        return None
    name, country = first.place.name, first.place.country
    return Candidate(
        Known(Place(own_key(name, country), name, "city", country), "", first.prominence, False), True
    )
