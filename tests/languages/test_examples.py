"""The examples of the language packs: what each states is what is understood."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from cityrel import pipeline, rehearsal
from cityrel.errors import PackError
from cityrel.languages import available, load
from cityrel.languages.examples import Example, load_examples

MANY = 60
"""So many examples a language has at least."""


def cases() -> list[Any]:
    """Give a case an example; one that is marked must fail, so that the mark goes when it does not."""
    return list(_cases())


def _cases() -> Iterator[Any]:
    for code in available():
        for about, example in load(code).examples.all():
            marks = [pytest.mark.xfail(reason="not understood yet", strict=True)] if example.fails else []
            yield pytest.param(code, example, id=f"{code}: {about}: {example.shows}", marks=marks)


@pytest.mark.parametrize(("code", "example"), cases())
def test_an_example_is_understood_as_it_states(code: str, example: Example) -> None:
    facts = pipeline.extract_text(example.text, code, example.published)
    assert rehearsal.differences(example, facts, load(code)) == ()


@pytest.mark.parametrize("code", available())
def test_a_language_has_many_examples_of_every_sort(code: str) -> None:
    examples = tuple(load(code).examples.all())
    assert len(examples) >= MANY
    assert {about for about, _ in examples} == {"reasoning", "dates", "offices", "speech", "events"}


def broken(folder: Path, text: str) -> str:
    """Give what is said of a file of examples that has not the documented form."""
    (folder / "examples.toml").write_text(text, encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load_examples(folder)
    message = str(caught.value)
    assert message.startswith(str(folder / "examples.toml"))
    return message


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[[jokes]]\nshows = "a"\ntext = "b"', "unknown keys ['jokes']"),
        ('[[dates]]\nshows = "a"', "missing keys ['text']"),
        ('[[dates]]\ntext = "b"', "an example without “shows”"),
        ('[[dates]]\nshows = "a"\ntext = "b"\nmeans = "c"', "a: unknown keys ['means']"),
        ('[dates]\nshows = "a"', "written below [[...]]"),
        ("dates = [1]", "written below [[...]]"),
        ('[[dates]]\nshows = "a"\ntext = "b"\ndates = [{ word = "c" }]', "a: dates: unknown keys ['word']"),
        ('[[dates]]\nshows = "a"\ntext = "b"\n[[speech]]\nshows = "a"\ntext = "c"', "two examples show “a”"),
    ],
)
def test_an_example_of_another_form_is_named(tmp_path: Path, text: str, complaint: str) -> None:
    assert complaint in broken(tmp_path, text)


@pytest.mark.parametrize(
    ("facts", "complaint"),
    [
        ('ties = [{ a = "A, ID", b = "B, JP", stage = "sined" }]', "stage 'sined' is none of exploring"),
        ('ties = [{ a = "A, ID", b = "B, JP", stage = "signed", kind = "x" }]', "kind 'x' is none of"),
        ('holdings = [{ person = "A", role = "mayor", qualifier = "x" }]', "qualifier 'x' is none of"),
        ('quotations = [{ words = "A", modality = "x" }]', "modality 'x' is none of"),
        ("ties = 3", "ties: give a list"),
        ("topics = 'x'", "topics: give a list"),
        ('holdings = ["A"]', "holdings: give a list of tables"),
    ],
)
def test_a_fact_of_another_form_is_named(tmp_path: Path, facts: str, complaint: str) -> None:
    message = broken(tmp_path, f'[[offices]]\nshows = "a mayor"\ntext = "b"\n{facts}')
    assert "a mayor" in message
    assert complaint in message


def test_a_language_may_have_no_examples(tmp_path: Path) -> None:
    assert tuple(load_examples(tmp_path).all()) == ()


def test_the_command_says_nothing_where_all_is_as_marked(
    cityrel: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "cityrel.rehearsal.differences", lambda example, *_: ("tie missed: a",) if example.fails else ()
    )
    result = cityrel("language", "examples", "en")
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    assert "0 not as marked" in result.stderr


def test_the_command_names_an_example_that_is_not_as_marked(
    cityrel: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cityrel.rehearsal.differences", lambda *_: ("tie missed: a",))
    result = cityrel("language", "examples", "en")
    assert result.exit_code == 1
    assert "dates: yesterday: tie missed: a" in result.stdout.splitlines()


def test_the_command_names_a_language_that_there_is_not(cityrel: Callable[..., Result]) -> None:
    result = cityrel("language", "examples", "klingon")
    assert result.exit_code == 1
    assert "no language pack for 'klingon'" in result.stderr
