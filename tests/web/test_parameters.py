"""Parameters are read as they were sent, or refused."""

from urllib.parse import urlencode

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from cityrel.errors import QueryError
from cityrel.web.parameters import MOST_PARAMETERS, only, parse

TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.lists(st.tuples(TEXT.filter(bool), TEXT)))
def test_what_was_encoded_is_read_back(pairs: list[tuple[str, str]]) -> None:
    assert sorted(parse(urlencode(pairs).encode()).items(multi=True)) == sorted(pairs)


@given(st.binary())
def test_any_bytes_are_parameters_or_refused(sent: bytes) -> None:
    try:
        parse(sent)
    except QueryError:
        return


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        (b"query=%zz", "'%zz' is no encoded byte"),
        (b"query=100%", "'%' is no encoded byte"),
        (b"query=%E9", "not UTF-8 where they are percent-encoded"),
        (b"query=\xe9", "the parameters are not UTF-8"),
        (b"&".join([b"a=1"] * (MOST_PARAMETERS + 1)), "more than 1000 parameters"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(sent: bytes, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        parse(sent)


def test_a_parameter_that_may_be_there_once_is_refused_twice() -> None:
    given_twice = parse(b"timeout=1&timeout=1&query=x")
    assert only(given_twice, "query") == "x"
    assert only(given_twice, "format") is None
    with pytest.raises(QueryError, match="'timeout' is there 2 times"):
        only(given_twice, "timeout")


@pytest.mark.parametrize("path", ["/", "/partnerships", "/sparql", "/search", "/place/1645528", "/nothing"])
def test_an_address_that_is_no_text_is_refused_everywhere(client: FlaskClient, path: str) -> None:
    with client.get(path, environ_overrides={"QUERY_STRING": "q=\xff"}) as response:
        assert response.status_code == 400
        assert "the address is not UTF-8" in response.get_data(as_text=True)
