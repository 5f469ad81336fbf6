"""Events have a type, a day, a name where the text gives one, and those who were there."""

from cityrel.extraction import extract
from cityrel.model import Article, Event


def events(text: str, language: str = "id") -> tuple[Event, ...]:
    """Give the events of a text written for the test."""
    return extract(Article("test", text, language)).events


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
    (event,) = events("Pertemuan digelar di Surabaya, Selasa (3/9/2019).")
    assert event.place is not None
    assert event.place.name == "Surabaya"
