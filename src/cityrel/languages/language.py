"""What a pack says about its language as a whole (`language.toml`)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """`name` in the language itself, `english_name`, and the countries (ISO 3166-1 alpha-2) it is at home in.

    `home_countries` is a hint to where an article was written; a language of many countries gives none.
    """

    name: str
    english_name: str
    home_countries: tuple[str, ...] = ()
