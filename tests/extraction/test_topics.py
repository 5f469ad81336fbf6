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
