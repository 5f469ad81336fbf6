"""Regular expressions for one of many words, as trees that share the words' beginnings.

Written so, a place where none of the words begins is told from its first letters; a plain list of words
would be tried one after the other.
"""

import re
from collections.abc import Iterable
from typing import Any

NOTHING = "(?!)"
"""The expression that matches nowhere."""
BLANK = r"[^\S\n]"
APOSTROPHE = "['’‘`]"


def any_of(words: Iterable[str], *, capitals: bool = False) -> str:
    """Match one of some words, the longest that fits.

    Case makes no difference; with `capitals` a word stands as given or all in capitals. A blank stands for
    any blank, an apostrophe for any of its shapes.
    """
    tree: dict[str, Any] = {}
    for word in words:
        for form in (word, word.upper()) if capitals else (word.casefold(),):
            _insert(tree, form)
    return _expression(tree, fold=not capitals) if tree else NOTHING


def first_of(words: Iterable[str]) -> str:
    """Give the characters with which some words begin, whatever their case, for a set in brackets.

    A search for such a set is the fastest that there is: it tells where an expression is worth trying.
    """
    firsts = {word[0].casefold()[0] for word in words if word}
    if firsts & set(APOSTROPHE):
        firsts |= set(APOSTROPHE) - set("[]")
    return re.escape("".join(sorted(firsts | {first.upper() for first in firsts if len(first.upper()) == 1})))


def _insert(tree: dict[str, Any], word: str) -> None:
    for character in word:
        tree = tree.setdefault(character, {})
    tree[""] = {}


def _expression(tree: dict[str, Any], *, fold: bool) -> str:
    branches = [
        _character(character, fold=fold) + _expression(rest, fold=fold)
        for character, rest in sorted(tree.items())
        if character
    ]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)}){'?' if '' in tree else ''}"


def _character(character: str, *, fold: bool) -> str:
    if character == " ":
        return BLANK
    if character in "'’‘`":
        return APOSTROPHE
    if fold and character.upper() != character and len(character.upper()) == 1:
        return f"[{character}{character.upper()}]"
    return re.escape(character)
