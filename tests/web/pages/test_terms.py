"""The terms that the editor completes."""

import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from cityrel.vocabulary import CR


def vocabulary(client: FlaskClient, language: str = "en") -> Any:
    response = client.get("/sparql/terms.json", query_string={"lang": language})
    assert response.content_type == "application/json"
    return response.get_json()


def terms(client: FlaskClient, language: str = "en") -> dict[str, dict[str, str]]:
    return {term["name"]: term for term in vocabulary(client, language)["terms"]}


def test_classes_properties_and_concepts_come_with_label_and_comment(client: FlaskClient) -> None:
    found = terms(client)
    assert found["cr:City"]["kind"] == "class"
    assert found["cr:partnersWith"]["kind"] == "property"
    assert found["stage:signed"]["kind"] == "concept"
    assert found["stage:exploring"]["comment"].startswith("The two places talk about a partnership")


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_term_says_what_it_is_in_the_language_of_the_page(client: FlaskClient, language: str) -> None:
    found = terms(client, language)
    assert [name for name, term in found.items() if not term["label"] or not term["comment"]] == []
    assert (found["stage:exploring"]["label"] == "penjajakan") is (language == "id")


def test_every_name_is_written_with_a_prefix_that_is_there(client: FlaskClient) -> None:
    told = vocabulary(client)
    assert {term["name"].partition(":")[0] for term in told["terms"]} <= set(told["prefixes"])
    assert told["prefixes"]["cr"] == str(CR)
    assert told["prefixes"]["stage"] == "https://w3id.org/cityrel/stage/"
    assert all(re.fullmatch(r"[\w-]+:[\w-]+", term["name"]) for term in told["terms"])


def test_no_term_stands_there_twice(client: FlaskClient) -> None:
    names = [term["name"] for term in vocabulary(client)["terms"]]
    assert len(names) == len(set(names))


def test_the_script_is_told_which_things_have_a_page(client: FlaskClient) -> None:
    told = vocabulary(client)
    assert told["base"] == "https://w3id.org/cityrel/"
    assert "place" in told["pages"]
    assert "stage" in told["pages"]
    assert "event-type" in told["pages"]
    assert "claim" not in told["pages"]
