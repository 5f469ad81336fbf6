"""Parameters: what is declared is read, and all else is an error that names it."""

import contextlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from werkzeug.datastructures import MultiDict

from cityrel.web.api import parameters
from cityrel.web.api.filters import FILTERS
from cityrel.web.api.listing import PAGING
from cityrel.web.api.parameters import InvalidParameters, Parameter

DECLARED = (*FILTERS, *PAGING)
NAMES = [parameter.name for parameter in DECLARED]
VALUES = st.one_of(
    st.text(max_size=12),
    st.integers(-20_000, 20_000).map(str),
    st.sampled_from(
        ["signed", "tied", "twinning", "tourism", "ID", "id", "", "+5", "٣", "1_0", "1e3", "\x00"]
    ),
)


def faults(given_: list[tuple[str, str]]) -> dict[str, str]:
    with pytest.raises(InvalidParameters) as caught:
        parameters.read(DECLARED, MultiDict(given_))
    return {fault.parameter: fault.detail for fault in caught.value.faults}


def test_what_is_not_given_is_its_default() -> None:
    asked = parameters.read(DECLARED, MultiDict())
    assert (asked["limit"], asked["after"], asked["stage"], asked["from"]) == (100, None, (), None)


def test_values_are_read_and_several_are_a_tuple() -> None:
    asked = parameters.read(DECLARED, MultiDict([("stage", "signed"), ("stage", "ended"), ("from", "1990")]))
    assert (asked["stage"], asked["from"]) == (("signed", "ended"), 1990)


def test_all_that_is_wrong_is_told_at_once_with_what_would_be_right() -> None:
    told = faults(
        [("stage", "married"), ("limit", "0"), ("from", "x"), ("colour", "red"), ("country", "IDN")]
    )
    assert told["stage"].startswith("must be one of exploring, ")
    assert told["limit"] == "must be a whole number from 1 to 1000"
    assert told["from"] == "must be a whole number from 1 to 9999"
    assert told["colour"].startswith("there is no such parameter here; there are stage, ")
    assert told["country"] == "must be two letters, as of ISO 3166-1 alpha-2"


def test_what_may_stand_once_may_not_stand_twice() -> None:
    assert faults([("limit", "5"), ("limit", "6")]) == {"limit": "must be given once, not 2 times"}


def test_what_must_be_given_is_missed() -> None:
    with pytest.raises(InvalidParameters, match="q: must be given"):
        parameters.read([parameters.text("q", 5, required=True)], MultiDict())


@pytest.mark.parametrize("number", ["", " 5", "5 ", "5.0", "٣", "1_0", "0x5", "5" * 5000, "--5", "+"])
def test_a_whole_number_is_written_with_digits_alone(number: str) -> None:
    assert set(faults([("limit", number)])) == {"limit"}


@given(st.lists(st.tuples(st.sampled_from([*NAMES, "other"]), VALUES), max_size=6))
def test_a_request_is_read_or_every_fault_is_named(given_: list[tuple[str, str]]) -> None:
    named = {name for name, _ in given_}
    with contextlib.suppress(InvalidParameters):
        assert set(parameters.read(DECLARED, MultiDict(given_))) == set(NAMES)
        assert "other" not in named
        return
    assert set(faults(given_)) <= named


@given(st.sampled_from(DECLARED), VALUES)
def test_what_is_read_is_what_the_schema_allows(parameter: Parameter, value: str) -> None:
    instance: Any = value
    if parameter.schema["type"] == "integer":
        instance = int(value) if parameters.WHOLE.fullmatch(value) else value
    allowed = Draft202012Validator(dict(parameter.schema)).is_valid(instance)
    try:
        parameter.read(value)
        read = True
    except ValueError:
        read = False
    assert read == allowed
