"""Plain text: what an article's first and last lines tell, and in which form its characters are kept."""

from pathlib import Path

import pytest

from cityrel.errors import ReadError
from cityrel.model import Article
from cityrel.reading.text import read_text

BODY = (
    "Pemerintah kota menerima tamu dari seberang laut dan membicarakan kerja sama di bidang pariwisata, "
    "pendidikan dan kebudayaan dalam pertemuan yang berlangsung dua jam."
)
"""A paragraph with no more than the beginning of a body needs."""


def article(text: str) -> Article:
    return read_text("a.txt", text.encode())


@pytest.fixture(scope="module")
def clients(shared: Path) -> Article:
    """Give the article that the client sent."""
    path = shared / "corpus" / "seed" / "001.txt"
    return read_text(path.name, path.read_bytes())


def test_the_clients_article_is_read_with_all_that_it_states(clients: Article) -> None:
    assert clients.headline == "PEMKOT JAJAKI KERJASAMA DENGAN KOTA DARWIN AUSTRALIA"
    assert clients.text.startswith(f"{clients.headline}\n\nDENPASAR – Sebagai upaya")
    assert (clients.dateline, clients.byline, clients.language) == ("DENPASAR", "bs", "id")
    assert (clients.published, clients.publisher, clients.url, clients.warnings) == (None, None, None, ())


def test_the_comment_form_below_the_clients_article_is_not_in_its_text(clients: Article) -> None:
    assert clients.text.endswith("tutup Laxmy Saraswati. (bs)")


@pytest.mark.parametrize(
    ("begins", "place", "publisher"),
    [
        ("DENPASAR – ", "DENPASAR", None),
        ("THUNDER BAY – ", "THUNDER BAY", None),
        ("Siantar - ", "Siantar", None),
        ("Ambon (Antara Maluku) - ", "Ambon", "Antara Maluku"),
        ("London (ANTARA News) - ", "London", "ANTARA News"),
        ("Ambon, Maluku (Antara Bali) - ", "Ambon, Maluku", "Antara Bali"),
        ("LIVERPOOL, England (AP) — ", "LIVERPOOL, England", "AP"),
        ("SAN JOSE, Calif. (KRON) – ", "SAN JOSE, Calif.", "KRON"),
        ("REPUBLIKA.CO.ID, DUMAI - ", "DUMAI", "REPUBLIKA.CO.ID"),
        ("REPUBLIKA.CO.ID,YOGYAKARTA--", "YOGYAKARTA", "REPUBLIKA.CO.ID"),
        ("TEMPO.CO, Jakarta - ", "Jakarta", "TEMPO.CO"),
        ("MAKASSAR, RAKYATSULSEL - ", "MAKASSAR", "RAKYATSULSEL"),
        ("SEMARANG, smpantura – ", "SEMARANG", "smpantura"),
        ("LONDON, INGGRIS - ", "LONDON, INGGRIS", None),
        ("Pontianak, Sonora.ID – ", "Pontianak", "Sonora.ID"),
        ("RMBANTEN.COM - Kota Tangerang - ", "Kota Tangerang", "RMBANTEN.COM"),
        ("Sukoharjonews.com (Sukoharjo) – ", "Sukoharjo", "Sukoharjonews.com"),
        ("Suara-ntt.com, Kupang-", "Kupang", "Suara-ntt.com"),
        ("Merdeka.com - ", None, "Merdeka.com"),
        ("AMBON (20/11/2020): ", "AMBON", None),
    ],
)
def test_the_dateline_tells_the_place_and_a_paper_of_known_shape(
    begins: str, place: str | None, publisher: str | None
) -> None:
    read = article(f"{begins}{BODY}")
    assert (read.dateline, read.publisher) == (place, publisher)


@pytest.mark.parametrize(
    ("begins", "place", "publisher"),
    [
        ("MIRI (Nov 13): ", "MIRI", None),
        ("Mangalore, Oct 12: ", "Mangalore", None),
        ("Chandigarh, Oct 7 (PTI) ", "Chandigarh", "PTI"),
    ],
)
def test_a_dateline_may_hold_the_day(begins: str, place: str, publisher: str | None) -> None:
    read = article(
        f"{begins}The mayors of the two cities met in the town hall and spoke of tourism and schools."
    )
    assert (read.dateline, read.publisher, read.published) == (place, publisher, None)


def test_a_full_date_in_the_dateline_is_the_publication_date() -> None:
    assert article(f"JAKARTA, 20 November 2020 - {BODY}").published == "2020-11-20"


@pytest.mark.parametrize(
    "begins",
    [
        "",
        "Rusia–Ukraina berperang. ",
        "Hubungan Jawa Timur–Samarkand makin erat. ",
        "Wali Kota, kata dia, - ",
        "Kota itu - yang tertua - ramai. ",
        "“Kami setuju” - demikian wali kota. ",
    ],
)
def test_a_dash_in_a_sentence_makes_no_dateline(begins: str) -> None:
    assert article(f"{begins}{BODY}").dateline is None


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        ("Sabtu 28 Jan 2012 16:00 WIB", "2012-01-28"),
        ("- 7 Februari 2023, 16:26 WIB", "2023-02-07"),
        ("20 November 2024 14:01 WIB", "2024-11-20"),
        ("pemerintahan | 19 Desember 2025 19:03", "2025-12-19"),
        ("By staff Updated: 2015-09-08 11:12", "2015-09-08"),
        ("19 November 2016", "2016-11-19"),
        ("- 07 Jul", None),
        ("Rapat diadakan 3 Mei 2019.", None),
        ("Hujan Lebat Mengguyur Kota 26 April 2024, Ini Prakiraannya", None),
    ],
)
def test_a_line_above_the_body_that_only_tells_the_date_tells_when_it_was_published(
    lines: str, published: str | None
) -> None:
    read = article(f"Dua Kota Bertemu di Pelabuhan Lama\n\n{lines}\n\n{BODY}")
    assert read.published == published
    assert (lines in read.text) == (published is None)


def test_a_date_inside_the_body_is_not_the_publication_date() -> None:
    assert article(f"{BODY} Itu terjadi pada Jumat (20/11/2020).").published is None


@pytest.mark.parametrize("exported", ["2017-08", "2024-09-23"])
def test_the_date_that_an_export_puts_before_the_text_is_read_and_dropped(exported: str) -> None:
    read = article(f" date {exported} London (ANTARA News) - {BODY}")
    assert (read.published, read.text[:6]) == (exported, "London")


def test_a_stamp_makes_an_exported_month_more_exact() -> None:
    assert article(f"date 2018-05 x\n31 Mei 2018 10:00\n{BODY}").published == "2018-05-31"


@pytest.mark.parametrize(
    ("ends", "byline"),
    [
        (" (bs)", "bs"),
        (".[rs]", "rs"),
        (" (TA019)", "TA019"),
        (" (ab/cd)", "ab/cd"),
        (" (lihat tabel)", None),
    ],
)
def test_initials_at_the_end_are_the_byline(ends: str, byline: str | None) -> None:
    assert article(BODY + ends).byline == byline


def test_a_credit_line_gives_the_byline_and_goes() -> None:
    read = article(f"{BODY}\n\nPewarta: Nama Contoh\n\nEditor : Nama Lain")
    assert (read.byline, read.text) == ("Nama Contoh", BODY)


@pytest.mark.parametrize(
    ("above", "headline"),
    [
        ("Dua Kota Bertemu di Pelabuhan Lama", "Dua Kota Bertemu di Pelabuhan Lama"),
        ("Berita Daerah\n\nDua Kota Bertemu di Pelabuhan Lama", "Dua Kota Bertemu di Pelabuhan Lama"),
        ("Kota Kembar", "Kota Kembar"),
        ("Dua kota bertemu di pelabuhan lama.", None),
        ("Tamu dari seberang laut di balai kota. (Foto: Humas)", None),
    ],
)
def test_the_line_above_the_body_that_reads_like_one_is_the_headline(
    above: str, headline: str | None
) -> None:
    read = article(f"{above}\n\n{BODY}")
    assert read.headline == headline
    assert read.text == f"{headline or above}\n\n{BODY}"


def test_the_dateline_paragraph_is_no_headline() -> None:
    assert article(f"AMBON – {BODY}").headline is None


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (f"\ufeff{BODY}\r\n\r\n{BODY} Lagi.", f"{BODY}\n\n{BODY} Lagi."),
        (f"{BODY} ke\u00adkota", f"{BODY} kekota"),
        (f"{BODY} ke\u200bkota", f"{BODY} kekota"),
        (f"{BODY}\u00a0kota\t tua", f"{BODY} kota tua"),
        (f"{BODY} cafe\u0301", f"{BODY} café"),
        (f"{BODY} <strong>2017</strong> &amp; 2018", f"{BODY} 2017 & 2018"),
        (
            "Balai Kota<br />\n\nAceh, Rabu (29/3/2017), ramai.<br />",
            "Balai Kota Aceh, Rabu (29/3/2017), ramai.",
        ),
    ],
)
def test_characters_are_brought_into_one_form(raw: str, text: str) -> None:
    assert article(raw).text == text


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"Tinggalkan Balasan\n*"])
def test_a_text_with_nothing_in_it_is_reported(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"a\.txt: (is empty|there is no text in it)"):
        read_text("a.txt", data)


@pytest.mark.parametrize("data", [b"abc\0def", bytes(range(32)) * 20, b"%PDF-1.7\n\x01\x02\x03\x04"])
def test_a_binary_file_is_reported(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"a\.txt: binary, not text"):
        read_text("a.txt", data)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_in_all_its_encodings(encoding: str) -> None:
    read = read_text("a.txt", f"“{BODY}”".encode(encoding))
    assert (read.text, read.warnings) == (f"“{BODY}”", ())


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        ("Der Bürgermeister sprach über die Städtepartnerschaft mit der Gemeinde.", "cp1252", "cp1252"),
        (
            "武汉市和日本大分市昨日写进了协议。副市长出席了签字仪式，两市将在经贸、教育等方面合作。",
            "gb18030",
            "gb18030",
        ),
    ],
)
def test_another_encoding_is_recognised_and_said(text: str, encoding: str, named: str) -> None:
    read = read_text("a.txt", text.encode(encoding))
    assert (read.text, read.warnings) == (text, (f"not UTF-8; read as {named}",))


def test_broken_utf8_is_read_as_far_as_it_goes_and_said() -> None:
    read = read_text("a.txt", f"“{BODY}” ".encode() + b"\xff.")
    assert read.text == f"“{BODY}” \ufffd."
    assert read.warnings == ("broken UTF-8: 1 characters could not be read and were replaced",)
