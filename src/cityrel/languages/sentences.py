"""What a pack says about sentences (`sentences.toml`)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sentences:
    """`abbreviations` are words, in small letters and without their full stop, that end no sentence."""

    abbreviations: tuple[str, ...] = ()
