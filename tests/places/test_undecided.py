"""A name that several towns of one country bear is kept by name and country; one of two countries is not."""

from cityrel.languages import load
from cityrel.model import Place, Span
from cityrel.places import match, resolve


def places(text: str, *, expected: bool = True) -> list[Place]:
    """Give the places of a text, in which places are to be expected or not."""
    pack = load("en")
    spans = [Span(0, len(text))] if expected else []
    return [mention.place for mention in resolve(text, pack, match(text, pack), (), spans)]


def test_one_of_several_towns_of_a_country_has_a_key_of_its_own_and_no_coordinates() -> None:
    text = "Those who came to Whitchurch heard that the town was twinned, and that the twinning would end."
    (town,) = places(text, expected=False)
    assert (town.name, town.country, town.latitude) == ("Whitchurch", "GB", None)
    assert town.id == "GBwhitchurch"


def test_the_council_of_a_town_is_not_that_of_a_smaller_one_called_city() -> None:
    (town,) = places("Ohio: Delaware City Council heard the report.")[-1:]
    assert town.name == "Delaware"


def test_a_name_settled_once_means_the_same_place_elsewhere() -> None:
    text = "Shimizu, Japan, is a sister city of Squamish. Nobody knows Shimizu better."
    assert [place.name for place in places(text)].count("Shimizu") == 2
