"""Events have a type, a day, a name where the text gives one, and those who were there."""

from cityrel.extraction import extract
from cityrel.model import Article, Event


def events(text: str, language: str = "id", published: str | None = None) -> tuple[Event, ...]:
    """Give the events of a text written for the test."""
    return extract(Article("test", text, language, published=published)).events


def told(text: str, language: str = "id", published: str | None = None) -> list[tuple[str, str | None]]:
    """Give the type and the date of the events of a text."""
    return [(event.type, event.date) for event in events(text, language, published)]


def test_a_named_virtual_event_keeps_its_name_and_day() -> None:
    (event,) = events("Pemkot Malang mengikuti Asia Green Cities Forum secara virtual, Selasa (3/9/2019).")
    assert (event.type, event.name, event.date, event.virtual) == (
        "conference",
        "Asia Green Cities Forum",
        "2019-09-03",
        True,
    )


def test_the_facilitator_and_the_attendees_are_named() -> None:
    (event,) = events(
        "Pertemuan daring yang difasilitasi oleh Bagian Kerja Sama Setda Kota Malang ini dihadiri "
        "Wali Kota Fukuoka, Mr. Soichiro Takashima, Selasa (3/9/2019)."
    )
    assert [body.name for body in event.facilitators] == ["Bagian Kerja Sama Setda Kota Malang"]
    assert [person.name for person in event.attendees] == ["Soichiro Takashima"]


def test_tellings_without_a_day_join_the_dated_event_of_their_type() -> None:
    found = events("Penandatanganan MoU digelar Selasa (3/9/2019).\nPenandatanganan itu disaksikan warga.")
    assert [(event.type, event.date) for event in found] == [("signing", "2019-09-03")]


def test_the_scene_is_the_place_of_the_event() -> None:
    (event,) = events("Pertemuan kota kembar digelar di Surabaya, Selasa (3/9/2019).")
    assert event.place is not None
    assert event.place.name == "Surabaya"


def test_words_in_several_sentences_tell_one_event() -> None:
    (visit,) = events(
        "A delegation from Dortmund arrived in Leeds on 12 March 2019. The guests from the sister city were "
        "received by the mayor.",
        "en",
        "2019-03-13",
    )
    assert (visit.type, visit.date) == ("visit", "2019-03-12")
    assert [piece.quote for piece in visit.evidence] == ["delegation from", "guests from"]


def test_each_event_has_the_day_of_its_own_sentence() -> None:
    text = (
        "Leeds and Dortmund are twin towns. The mayors met on 12 March 2019. They signed an agreement "
        "on 14 March 2019."
    )
    assert told(text, "en", "2019-03-15") == [("meeting", "2019-03-12"), ("signing", "2019-03-14")]


def test_an_event_told_without_a_day_has_the_day_of_the_news() -> None:
    text = (
        "Leeds and Dortmund, its sister city, signed a new agreement on 12 March 2019. The mayor of Dortmund "
        "was visiting Leeds for the ceremony."
    )
    assert {date for _, date in told(text, "en", "2019-03-13")} == {"2019-03-12"}


def test_what_is_denied_is_no_event() -> None:
    assert told("Leeds has not signed a sister city agreement with Dortmund.", "en", "2019-03-13") == []


def test_a_press_conference_is_no_conference() -> None:
    assert told("Konferensi pers tentang kota kembar digelar Pemkot Bandung, Senin (25/8/1997).") == []


def test_a_council_meeting_is_a_meeting() -> None:
    text = (
        "Leeds and Dortmund are sister cities.\nThe city council of Leeds held a council meeting on Monday. "
        "It voted for a sister city tie with Dortmund."
    )
    assert told(text, "en", "2019-03-13") == [("meeting", "2019-03-11")]


def test_a_planned_signing_counts() -> None:
    text = (
        "Bandung dan Suwon adalah kota kembar. Wali Kota Bandung akan menandatangani MoU, Senin (25/8/1997)."
    )
    assert told(text, published="1997-08-20") == [("signing", "1997-08-25")]


def test_a_place_of_another_sentence_is_not_the_scene() -> None:
    (signing,) = events(
        "The twinning agreement with Dortmund was signed by the mayor. He lives in Leeds.", "en", "2019-03-13"
    )
    assert signing.place is None


def test_the_evidence_is_surer_the_more_speaks_for_an_event() -> None:
    (plain,) = events("Bandung dan Suwon adalah kota kembar. Bandung dikunjungi pelajar.")[:1] or (None,)
    (told_well,) = events(
        "Delegasi kota kembar Suwon berkunjung ke Bandung, Senin (25/8/1997). Rombongan dari Suwon dijamu.",
        published="1997-08-26",
    )
    assert told_well.evidence[0].confidence > (plain.evidence[0].confidence if plain else 0.0)
