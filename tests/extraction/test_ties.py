"""Which places are partners, at which stage, since when, and what is only planned or hoped."""

import pytest

from cityrel.extraction import extract
from cityrel.model import Article, Facts, Stage


def facts(text: str, language: str = "id") -> Facts:
    """Extract a text written for the test."""
    return extract(Article("test", text, language))


def pairs(found: Facts) -> set[tuple[str, str]]:
    """Give the names of all partners that are stated as such."""
    return {(stage.a.name, stage.b.name) for stage in found.stages if stage.modality == "stated"}


def only(found: Facts) -> Stage:
    """Give the one stated stage of a text that nothing followed."""
    (stage,) = (stage for stage in found.stages if stage.modality == "stated" and stage.before is None)
    return stage


def test_a_place_beside_the_home_is_a_partner_where_a_tie_is_spoken_of() -> None:
    found = facts("Pemerintah Kota Malang menjajaki sister city dengan Kota Fukuoka, Jepang.")
    assert pairs(found) == {("Malang", "Fukuoka")}


def test_talks_are_exploring_with_the_day_of_the_news() -> None:
    stage = only(facts("Pemkot Malang menjajaki sister city dengan Kota Fukuoka, Jepang, Selasa (3/9/2019)."))
    assert (stage.stage, stage.date, stage.kind_as_written) == ("exploring", "2019-09-03", "sister city")


def test_a_signature_is_signed_and_names_its_document() -> None:
    stage = only(
        facts(
            "Pemkot Malang dan Kota Fukuoka, Jepang, menandatangani nota kesepahaman sister city, "
            "Selasa (3/9/2019)."
        )
    )
    assert (stage.stage, stage.instrument, stage.date) == ("signed", "nota kesepahaman", "2019-09-03")


def test_a_signed_letter_of_intent_is_no_signed_agreement() -> None:
    stage = only(
        facts("Pemkot Malang dan Kota Fukuoka, Jepang, menandatangani letter of intent sister city.")
    )
    assert stage.stage == "letter_of_intent"


def test_a_plan_to_sign_is_proposed_and_kept_as_planned() -> None:
    found = facts("Pemkot Malang akan menandatangani MoU sister city dengan Kota Fukuoka, Jepang.")
    assert only(found).stage == "proposed"
    assert [(stage.stage, stage.modality) for stage in found.stages[1:]] == [("signed", "planned")]


def test_a_hope_is_not_told_as_a_fact() -> None:
    found = facts(
        "Pemkot Malang menjajaki sister city dengan Kota Fukuoka, Jepang.\n"
        "Kami berharap kerja sama kedua kota dapat terlaksana."
    )
    assert only(found).stage == "exploring"
    assert ("active", "hoped") in {(stage.stage, stage.modality) for stage in found.stages}


def test_a_suspended_tie_names_who_suspended_it() -> None:
    stage = only(
        facts(
            "Surabaya Bekukan Sister City dengan Liverpool\n"
            "Sister city Kota Surabaya dengan Kota Liverpool, Inggris, dibekukan oleh DPRD Surabaya."
        )
    )
    assert stage.stage == "suspended"
    assert [agent.name for agent in stage.agents] == ["DPRD Surabaya"]


def test_an_anniversary_is_an_active_tie_with_its_founding() -> None:
    stage = only(
        facts("Sister city Kota Malang dengan Kota Fukuoka, Jepang, telah terjalin sejak tahun 1999.")
    )
    assert (stage.stage, stage.date) == ("active", "1999")


def test_every_place_of_a_list_is_a_partner_of_the_home_and_not_of_the_others() -> None:
    found = facts(
        "Kota Malang memiliki sister city di berbagai negara.\n"
        "Kota Fukuoka (Jepang), Kota Rotterdam (Belanda) dan Kota Varna (Bulgaria)."
    )
    assert pairs(found) == {("Malang", "Fukuoka"), ("Malang", "Rotterdam"), ("Malang", "Varna")}


def test_an_earlier_partner_precedes_and_is_no_partner_of_the_later_one() -> None:
    found = facts(
        "Setelah sebelumnya bersama Rotterdam, Belanda, kali ini Pemkot Malang menjajaki sister city "
        "dengan Pemerintah Kota Fukuoka, Jepang, Selasa (3/9/2019)."
    )
    assert pairs(found) == {("Malang", "Rotterdam"), ("Malang", "Fukuoka")}
    earlier, later = sorted(found.stages[:2], key=lambda stage: stage.date or "")
    assert (earlier.b.name, earlier.date) == ("Rotterdam", None)
    assert found.stages[earlier.before or 0] == later


def test_the_seat_of_a_consulate_is_no_partner() -> None:
    found = facts("Konsul Jenderal Jepang di Surabaya membahas sister city dengan Pemkot Malang.")
    assert pairs(found) == set()


def test_the_province_a_partner_lies_in_is_no_partner() -> None:
    found = facts("Pemkot Malang menjajaki sister city dengan Kota Yantai di Provinsi Shandong, Tiongkok.")
    assert pairs(found) == {("Malang", "Yantai")}


def test_a_text_without_a_word_for_ties_has_no_pair() -> None:
    assert pairs(facts("Wali Kota Malang berlibur di Fukuoka, Jepang.")) == set()


def test_english_sister_cities_are_found() -> None:
    found = facts(
        "Leeds City Council signed a sister city agreement with Durban, South Africa, in May 1999.", "en"
    )
    stage = only(found)
    assert {stage.a.name, stage.b.name} == {"Leeds", "Durban"}
    assert (stage.stage, stage.kind, stage.date) == ("signed", "sister_city", "1999-05")


def test_focus_points_belong_to_the_main_pair_in_their_order() -> None:
    found = facts(
        "Pemkot Malang menjajaki sister city dengan Kota Fukuoka, Jepang.\n"
        "Fokus kerja sama terdiri atas tiga poin utama, yakni pengelolaan sampah, promosi wisata, "
        "pertukaran pelajar."
    )
    assert [focus.topics for focus in only(found).focus] == [("environment",), ("tourism",), ("education",)]


def test_all_evidence_quotes_the_text() -> None:
    text = "Pemkot Malang akan menandatangani MoU sister city dengan Kota Fukuoka, Jepang, Selasa (3/9/2019)."
    for claim in facts(text).claims():
        assert all(text[piece.start : piece.end] == piece.quote for piece in claim.evidence)


def test_an_article_in_a_language_without_a_pack_has_no_facts_and_a_warning() -> None:
    found = facts("Kaupungit allekirjoittivat sopimuksen.", "fi")
    assert list(found.claims()) == []
    assert found.article.warnings == ("no language pack for 'fi': no facts were looked for",)


@pytest.mark.parametrize(
    ("text", "stage", "date"),
    [
        ("Kota Bandung belum menandatangani sister city dengan Kota Perth, Australia.", "exploring", None),
        (
            "Kota Bandung membatalkan sister city dengan Kota Perth, Australia, 3 Mei 2022.",
            "ended",
            "2022-05-03",
        ),
        (
            "Sister city Kota Bandung dengan Kota Perth, Australia, diteken pada 1990, berakhir pada 2020.",
            "ended",
            "2020",
        ),
        ("Sister city Kota Bandung dengan Kota Perth, Australia, tidak dilanjutkan.", "ended", None),
    ],
)
def test_a_tie_that_is_over_does_not_stand(text: str, stage: str, date: str | None) -> None:
    found = only(facts(f"Warga Kota Bandung berkumpul di alun-alun sejak pagi.\n{text}"))
    assert (found.stage, found.date) == (stage, date)


def test_a_tie_that_is_refused_is_none() -> None:
    text = "DPRD Bandung menolak rencana sister city Kota Bandung dengan Kota Perth, Australia."
    assert pairs(facts(text)) == set()


def test_to_learn_from_the_ties_of_others_is_not_to_have_one() -> None:
    assert pairs(facts("Bandung belajar soal sister city ke Kota Perth, Australia.")) == set()


def test_a_place_that_stands_only_beside_others_does_not_take_their_stage() -> None:
    found = facts(
        "Pemkot Surabaya dan Kota Busan, Korea Selatan, menandatangani perpanjangan sister city.\n"
        "Selain Busan, Surabaya juga menjajaki sister city dengan Liverpool, Inggris."
    )
    assert {(stage.b.name, stage.stage) for stage in found.stages} == {
        ("Busan", "renewed"),
        ("Liverpool", "exploring"),
    }


def test_a_lord_mayor_is_no_lord_of_that_name() -> None:
    found = facts(
        "Semarang Gandeng Brisbane Lewat Kota Kembar\n"
        "Wali Kota Semarang Hendrar Prihadi bersama Lord Mayor Brisbane, Australia, Graham Quirk "
        "meneken piagam."
    )
    assert pairs(found) == {("Semarang", "Brisbane")}
