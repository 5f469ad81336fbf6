"""Topics count where words of co-operation stand beside them; lists of focus points keep their order."""

from cityrel.extraction.document import Document
from cityrel.extraction.topics import focus_points, topics
from cityrel.languages import load
from cityrel.model import Article


def document(text: str, language: str = "id") -> Document:
    """Make a document from a text alone."""
    return Document(Article("test", text, language), load(language))


def test_topics_beside_words_of_cooperation_are_found() -> None:
    made = document("Kerja sama di bidang pendidikan dan kesehatan dibahas.")
    assert [claim.topic for claim in topics(made)] == ["education", "health"]


def test_a_topic_word_in_passing_is_no_topic() -> None:
    assert topics(document("Mereka lewat di depan sekolah.")) == ()


def test_a_phrase_that_only_looks_like_a_topic_is_none() -> None:
    assert topics(document("Kerja sama dibahas pimpinan di lingkungan Pemkot.")) == ()


def test_the_evidence_of_a_topic_is_its_first_word() -> None:
    made = document("Agreement to cooperate in tourism and sport.", "en")
    assert [claim.evidence[0].quote for claim in topics(made)] == ["tourism", "sport"]


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
