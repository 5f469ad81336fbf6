"""Topics count where enough signs speak for them."""

from cityrel.extraction.document import Document
from cityrel.extraction.topics import topics
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


def test_a_word_may_speak_of_several_topics() -> None:
    made = document("The sister cities exchange students and school choirs every year.", "en")
    assert {"education", "culture", "youth"} <= {claim.topic for claim in topics(made)}


def test_a_longer_phrase_hides_the_topics_of_its_words() -> None:
    made = document("Bandung dan Suwon bekerja sama di bidang ekonomi kreatif.")
    assert [claim.topic for claim in topics(made)] == ["creative_economy"]


def test_a_word_in_the_name_of_a_body_is_no_topic() -> None:
    made = document("The sister cities met. The offices stand in Leeds Airport Road.", "en")
    assert topics(made) == ()


def test_the_items_of_a_list_are_topics() -> None:
    made = document("Kerja sama kota kembar meliputi pengelolaan sampah, transportasi, dan pelatihan kerja.")
    assert [claim.topic for claim in topics(made)] == ["environment", "transport", "human_resources"]


def test_a_word_of_much_else_is_no_topic_by_itself() -> None:
    assert topics(document("The sister cities signed. The mayors saw the garden and the river.", "en")) == ()
