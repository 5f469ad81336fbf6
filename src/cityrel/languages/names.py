"""What a pack says about the names of persons (`names.toml`)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Names:
    """The words around and inside names.

    `honorifics` stand before a name and `degrees` behind it; neither is a part of it. `suffixes` are
    ("Jr"). `particles` are small words inside a name ("bin", "van"); `abbreviated` are parts of names that
    are written with a full stop ("Moh."). `never` are words, in small letters, that no name contains though
    they may be written with a capital; `*` stands for any letters.
    """

    honorifics: tuple[str, ...] = ()
    degrees: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    abbreviated: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
