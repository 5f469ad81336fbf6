"""Expressions for one of many words."""

import re

import pytest

from cityrel.languages.word_trees import APOSTROPHE, any_of, first_of

WORDS = ["januari", "İzmir", "(", "’t Hart", "]x", "^y", "-z", "ß"]


@pytest.mark.parametrize("word", WORDS)
def test_a_word_begins_with_a_character_of_the_set_whatever_its_case(word: str) -> None:
    tree, first = re.compile(any_of(WORDS)), re.compile(f"[{first_of(WORDS)}]")
    forms = [form for form in (word, word.upper(), word.casefold()) if tree.match(form)]
    assert forms
    assert all(first.match(form) for form in forms)


def test_every_shape_of_an_apostrophe_stands_for_the_others() -> None:
    first = re.compile(f"[{first_of([chr(39) + 's'])}]")
    assert all(first.match(shape) for shape in APOSTROPHE.strip("[]"))


def test_no_words_give_no_characters() -> None:
    assert first_of([]) == ""
