"""Another spelling or the last words of a place's name are as good as the name; other old names are not."""

import pytest

from cityrel.places.variants import is_variant


@pytest.mark.parametrize(
    ("folded", "name"),
    [
        ("larissa", "Lárisa"),
        ("aarhus", "Århus"),
        ("piatigorsk", "Pyatigorsk"),
        ("greifswald", "Universitäts- und Hansestadt Greifswald"),
        ("san sebastian", "Donostia / San Sebastián"),
    ],
)
def test_a_spelling_or_the_end_of_a_name_is_a_variant(folded: str, name: str) -> None:
    assert is_variant(folded, name)


@pytest.mark.parametrize(
    ("folded", "name"),
    [("canebrake", "Atlanta"), ("lutetia", "Paris"), ("rig", "Riga"), ("barlin", "Marlin"), ("", "")],
)
def test_another_name_or_a_short_one_is_no_variant(folded: str, name: str) -> None:
    assert not is_variant(folded, name)
