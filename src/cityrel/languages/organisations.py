"""What a pack says about organisations (`organisations.toml`)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Organisations:
    """The words from which the names of organisations are made.

    `heads` begin such a name ("Dinas", "Chamber of"), `tails` end one ("Council"). `fields` are words for
    what a unit deals with, and `levels` those for a level of government ("provincial"). `parties` are words
    for political parties before a title ("Green councillor"). `places` are words for a level of government
    that stand before a place ("Kota", "City of"), `endings` are parts of place names behind a hyphen
    ("Gyeonggi-do"). `unfinished` are beginnings that a proper name must follow ("Universitas"), and
    `missions` those that are named after the city they are in ("KBRI").
    """

    heads: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    unfinished: tuple[str, ...] = ()
    missions: tuple[str, ...] = ()
