"""A place of the gazetteer before it is compiled."""

from dataclasses import dataclass

from cityrel.model import Level

Labels = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Entry:
    """A place with all its names: `usual` are those that mean it first, `name` is the English one of them.

    `division` is GeoNames' code of the first-level division it lies in or is. `population` is 0 where
    unknown. `chartered` says that it is a city of the same rank as the regencies around it.
    """

    id: str
    name: str
    level: Level
    country: str
    division: str = ""
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    usual: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    labels: Labels = ()
    chartered: bool = False
