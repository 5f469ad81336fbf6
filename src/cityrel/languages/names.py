"""What a pack says about the names of persons (`names.toml`)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Names:
    """The words around and inside names.

    `honorifics` stand before a name and `degrees` behind it; neither is a part of it. `leading` are
    honorifics before which no part of a name stands. `suffixes` end a name ("Jr"), `particles` are small
    words inside it ("bin", "van"), and `abbreviated` are parts of it written with a full stop ("Moh.").
    `never` are words, in small letters, that no name contains though they may be written with a capital;
    `*` stands for any letters.
    """

    honorifics: tuple[str, ...] = ()
    leading: tuple[str, ...] = ()
    degrees: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    abbreviated: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
