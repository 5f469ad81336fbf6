"""How values of settings are read."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cityrel.settings.kinds import Kind, Origin, Seconds, Switch, Text, Value, Whole

KINDS = (Whole(0, 65535), Whole(1), Seconds(), Switch(), Text("T"), Origin())


@pytest.mark.parametrize(
    ("kind", "given", "value"),
    [
        (Whole(0, 65535), "8000", 8000),
        (Whole(0, 65535), 65535, 65535),
        (Whole(1), " 7 ", 7),
        (Seconds(), "0.5", 0.5),
        (Seconds(), 30, 30.0),
        (Switch(), "on", True),
        (Switch(), "False", False),
        (Switch(), True, True),
        (Text("T"), " a b ", "a b"),
        (Origin(), "https://example.org/", "https://example.org"),
        (Origin(), "http://[::1]:8000", "http://[::1]:8000"),
        (Origin(), "", ""),
    ],
)
def test_a_value_is_read_from_a_text_or_from_toml(kind: Kind, given: Value, value: Value) -> None:
    assert kind.read(given) == value
    assert type(kind.read(given)) is type(value)


@pytest.mark.parametrize(
    ("kind", "given", "complaint"),
    [
        (Whole(0, 65535), "65536", "a whole number from 0 to 65535"),
        (Whole(1), "0", "a whole number of at least 1"),
        (Whole(1), "1.5", "a whole number"),
        (Whole(1), True, "a whole number"),
        (Whole(1), "١", "a whole number"),
        (Whole(1), "9" * 5000, "a whole number"),
        (Seconds(), "0", "seconds above 0"),
        (Seconds(), "nan", "seconds above 0"),
        (Seconds(), "inf", "seconds above 0"),
        (Seconds(), "soon", "seconds above 0"),
        (Switch(), "yes", "on or off"),
        (Text("T"), " ", "a text of one line"),
        (Text("T"), "a\nb", "a text of one line"),
        (Text("T"), 7, "a text of one line"),
        (Origin(), "example.org", "of the form http"),
        (Origin(), "ftp://example.org", "of the form http"),
        (Origin(), "https://example.org/path", "of the form http"),
        (Origin(), "https://user:secret@example.org", "of the form http"),
        (Origin(), "https://example.org:99999", "of the form http"),
        (Origin(), "https://example.org?x", "of the form http"),
        (Origin(), "http://[::1", "of the form http"),
    ],
)
def test_a_wrong_value_is_refused_with_what_it_must_be(kind: Kind, given: Value, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        kind.read(given)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: type(kind).__name__)
@given(given=st.text() | st.integers() | st.floats() | st.booleans())
def test_whatever_is_given_is_read_or_refused_and_what_was_read_is_read_again(
    kind: Kind, given: Value
) -> None:
    try:
        value = kind.read(given)
    except ValueError:
        return
    assert kind.read(value) == value
    assert not (isinstance(value, float) and math.isnan(value))
