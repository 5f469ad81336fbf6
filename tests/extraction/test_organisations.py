"""Organisations are named as written, with the place in their name."""

from cityrel import places
from cityrel.extraction.document import Document
from cityrel.extraction.organisations import OrganisationMention, find_organisations
from cityrel.extraction.people import find_people
from cityrel.languages import load
from cityrel.model import Article


def organisations(text: str, language: str = "id") -> list[OrganisationMention]:
    """Find the organisations of a text."""
    pack = load(language)
    matches = places.match(text, pack)
    people = find_people(Document(Article("test", text, language), pack), matches)
    return list(find_organisations(people, places.resolve(text, pack, matches, people.masked)))


def test_a_unit_is_named_with_the_bodies_and_the_place_it_belongs_to() -> None:
    (found,) = organisations("Acara difasilitasi oleh Bagian Kerjasama Setda Kota Bandung kemarin.")
    assert found.organisation.name == "Bagian Kerjasama Setda Kota Bandung"
    assert found.organisation.place is not None
    assert found.organisation.place.name == "Bandung"


def test_a_name_is_known_by_its_last_word() -> None:
    (found,) = organisations("It was arranged by the Perth Trade Association last week.", "en")
    assert found.organisation.name == "Perth Trade Association"


def test_a_short_form_in_brackets_stands_for_the_name() -> None:
    found = organisations("The Perth Trade Association (PTA) was there. PTA members sang.", "en")
    assert [mention.organisation.name for mention in found] == ["Perth Trade Association"] * 2


def test_a_title_before_a_name_is_no_part_of_it() -> None:
    found = organisations("Chairman of Perth City Council Paul Tan spoke.", "en")
    assert [mention.organisation.name for mention in found] == ["Perth City Council"]
