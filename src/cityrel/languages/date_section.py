"""What a pack says about dates (`dates.toml`)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Dates:
    """How a language writes dates.

    Names of months and days come from Unicode CLDR; `months` and `weekdays` add spellings met in print, by
    number (January and Monday are 1). `capitals` says that these names always begin with a capital, `spaces`
    that words stand apart. `numeric_order` ("dmy", "mdy") tells how 3/4/2020 is read, the first way that
    gives a day. `forms` are the ways to write a date, `vague` those that tell no year ("the 1990s", "some
    years ago") and `masks` what looks like a date and is none, in the small language of `date_forms`;
    `shared` are parts of forms by name. `days`, `numbers`, `ordinals` and `periods` give words their meaning
    ("kemarin" = -1, "dua" = 2, "first" = 1, "setahun" = "year"), `units` the words of each unit; a number
    between the tens is made of two words ("dua puluh lima", "twenty-five").
    `past`, `ago`, `coming` and `this` say to which side of the publication day a date lies; `will` are words
    before a day without a year that let it lie ahead. `bare` are forms that need one of the words of `lead`
    before them. `anniversaries` are forms that tell how many years something has been. `words` are lists of
    words that forms use by name.
    """

    forms: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()
    masks: tuple[str, ...] = ()
    anniversaries: tuple[str, ...] = ()
    shared: Mapping[str, str] = field(default_factory=dict)
    numeric_order: tuple[str, ...] = ("dmy",)
    capitals: bool = True
    spaces: bool = True
    months: Mapping[str, Sequence[str]] = field(default_factory=dict)
    weekdays: Mapping[str, Sequence[str]] = field(default_factory=dict)
    days: Mapping[str, int] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    ordinals: Mapping[str, int] = field(default_factory=dict)
    periods: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, Sequence[str]] = field(default_factory=dict)
    past: tuple[str, ...] = ()
    ago: tuple[str, ...] = ()
    coming: tuple[str, ...] = ()
    this: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    will: tuple[str, ...] = ()
    words: Mapping[str, Sequence[str]] = field(default_factory=dict)
