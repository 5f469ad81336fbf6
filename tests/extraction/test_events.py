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


def modalities(text: str, language: str = "id", published: str | None = "2021-05-06") -> dict[str, str]:
    """Give how each type of event of a text is told."""
    return {event.type: event.modality for event in events(text, language, published)}


def test_what_is_still_to_come_is_planned() -> None:
    assert modalities("The mayor of Graz will visit its sister city Dubrovnik on 20 May 2021.", "en") == {
        "visit": "planned"
    }
    told = events(
        "Wali Kota Bogor menerima delegasi Kota Kisarazu, Jepang, Selasa (4/5/2021).\n"
        "Delegasi Kisarazu direncanakan kembali berkunjung pada Juni 2021 dalam rangka sister city.",
        published="2021-05-06",
    )
    assert [(event.date, event.modality) for event in told] == [
        ("2021-05-04", "stated"),
        ("2021-06", "planned"),
    ]


def test_what_is_wished_for_is_hoped() -> None:
    told = events(
        "A delegation from Dubrovnik visited its sister city Graz on 4 May 2021. The mayor hopes that a "
        "delegation from Graz will visit Dubrovnik in 2022.",
        "en",
        "2021-05-06",
    )
    assert [(event.date, event.modality) for event in told] == [("2021-05-04", "stated"), ("2022", "hoped")]


def test_what_has_a_date_behind_the_day_of_the_article_was_not_held_yet() -> None:
    text = "Bogor and its sister city Kisarazu: the signing ceremony in Bogor is on 16 June 2021."
    assert modalities(text, "en")["signing"] == "planned"
    assert modalities(text, "en", "2021-06-17")["signing"] == "stated"
    assert modalities(text, "en", None)["signing"] == "stated"


def test_what_is_told_as_a_fact_elsewhere_is_one() -> None:
    text = (
        "Leeds and Dortmund will sign an agreement on 4 May 2021, the twin towns had said. "
        "The signing took place in Leeds on 4 May 2021."
    )
    assert modalities(text, "en")["signing"] == "stated"


def test_what_is_called_off_is_no_event() -> None:
    assert "visit" not in modalities("The visit to the sister city Dubrovnik did not take place.", "en")
    assert "visit" not in modalities("Kunjungan ke sister city Kisarazu dibatalkan pada Mei 2021.")


def test_an_agreement_that_is_called_off_takes_no_meeting_with_it() -> None:
    text = "The twinning of Leeds and Dortmund was cancelled after the mayors met in Leeds on 4 May 2021."
    assert modalities(text, "en")["meeting"] == "stated"


def test_a_stage_that_was_reached_came_about_at_no_planned_event() -> None:
    text = (
        "Graz and Dubrovnik signed a sister city agreement on 4 May 2021. "
        "The mayor of Graz will visit Dubrovnik on 20 May 2021."
    )
    facts = extract(Article("test", text, "en", published="2021-05-06"))
    (stage,) = [stage for stage in facts.stages if stage.modality == "stated"]
    assert stage.event is not None
    assert facts.events[stage.event].modality == "stated"
