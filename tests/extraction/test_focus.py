"""Lists of focus points keep their order."""

from cityrel.extraction.document import Document
from cityrel.extraction.focus import focus_points
from cityrel.languages import load
from cityrel.model import Article


def document(text: str, language: str = "id") -> Document:
    """Make a document from a text alone."""
    return Document(Article("test", text, language), load(language))


def test_focus_points_keep_their_order_and_the_announced_number() -> None:
    made = document(
        "Ada tiga poin utama. Yakni promosi wisata dan kuliner, "
        "pelatihan tenaga kerja, pertukaran pelajar dan guru."
    )
    points = focus_points(made, range(len(made.sentences)))
    assert [point.text for point in points] == [
        "promosi wisata dan kuliner",
        "pelatihan tenaga kerja",
        "pertukaran pelajar dan guru",
    ]
    assert points[1].topics == ("human_resources",)


def test_the_last_item_of_a_list_is_parted_at_its_and() -> None:
    made = document("The areas of cooperation including tourism, education and health.", "en")
    points = focus_points(made, range(len(made.sentences)))
    assert [point.text for point in points] == ["tourism", "education", "health"]


def test_a_single_item_is_no_list() -> None:
    made = document("Kerja sama meliputi pendidikan.")
    assert focus_points(made, range(len(made.sentences))) == ()
