"""The drawing of the ontology says what the ontology says."""

import pytest

from cityrel.vocabulary import CR
from cityrel.web import diagram, ontology


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_class_and_property_is_in_the_drawing_by_its_label(language: str) -> None:
    drawing = diagram.of_ontology(language)
    titles = {box.title for box in drawing.boxes}
    texts = {row.removeprefix("– ").removeprefix("↻ ") for box in drawing.boxes for row in box.rows}
    texts |= {name for arrow in drawing.arrows for name in arrow.label.split(", ")}
    for term in ontology.classes():
        label = term.text("rdfs:label", language)
        assert label.capitalize() in titles or label in texts
    assert {term.text("rdfs:label", language) for term in ontology.properties()} <= texts


def test_a_class_that_is_only_a_kind_of_another_is_named_in_its_box() -> None:
    boxes = {box.iri: box for box in diagram.of_ontology("en").boxes}
    assert f"{CR}City" not in boxes
    assert "– city" in boxes[f"{CR}Place"].rows
    assert f"{CR}Country" in boxes


def test_classes_of_other_vocabularies_are_told_apart() -> None:
    others = {box.title for box in diagram.of_ontology("en").boxes if not box.own}
    assert others == {"foaf:Person", "org:Organization", "org:Post"}


def test_what_a_class_is_a_kind_of_is_an_arrow_of_its_own() -> None:
    arrows = diagram.of_ontology("en").arrows
    assert [arrow.label for arrow in arrows if arrow.inherits] == [""] * 6
    assert all(arrow.label for arrow in arrows if not arrow.inherits)
