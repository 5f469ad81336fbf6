"""What a pack says about the names of persons (`names.toml`)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Names:
    """The words around and inside names.

    `honorifics` stand before a name and `degrees` behind it; neither is a part of it. `leading` are
    honorifics before which no part of a name stands. `suffixes` end a name ("Jr"), `particles` are small
    words inside it ("bin", "van"), and `abbreviated` are parts of it written with a full stop ("Moh.").
    `never` are words, in small letters, that no name contains though they may be written with a capital;
    `*` stands for any letters. `also` are words of that kind, or titles, that are names too ("Yang", "King"),
    and `first` are names that stand first in a full one.
    """

    honorifics: tuple[str, ...] = ()
    leading: tuple[str, ...] = ()
    degrees: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    abbreviated: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
