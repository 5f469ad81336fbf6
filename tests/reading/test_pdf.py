"""PDF press releases: paragraphs from printed lines; what has no text, is locked or broken is named."""

import io
import sys
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cityrel.errors import ReadError
from cityrel.reading import formats, pdf
from cityrel.reading.pdf import MISSING, NO_TEXT, read_pdf
from cityrel.reading.pdf_lines import paragraphs

LINES = (
    "Dua Kota Menandatangani Nota Kesepahaman",
    "Wali kota menandatangani nota kesepahaman dengan kota tetangga di",
    "Jepang. Kerja sama itu mencakup pendidikan, kebudayaan dan pariwi-",
    "sata.",
    "Penandatanganan berlangsung di balai kota pada Jumat, 20 November",
    "2020.",
)
TEXT = (
    "Dua Kota Menandatangani Nota Kesepahaman\n\n"
    "Wali kota menandatangani nota kesepahaman dengan kota tetangga di Jepang. Kerja sama itu mencakup "
    "pendidikan, kebudayaan dan pariwisata.\n\n"
    "Penandatanganan berlangsung di balai kota pada Jumat, 20 November 2020."
)


def document(*pages: Sequence[str], more: str = "", trailer: str = "") -> bytes:
    """Make a PDF of lines in Helvetica; `more` is a sixth object."""
    kids = " ".join(f"{10 + 2 * n} 0 R" for n in range(len(pages)))
    objects = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} /MediaBox [0 0 595 842] >>",
        3: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        **({6: more} if more else {}),
    }
    for n, lines in enumerate(pages):
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 50 780 Td {shown} ET"
        objects[10 + 2 * n] = (
            f"<< /Type /Page /Parent 2 0 R /Contents {11 + 2 * n} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects[11 + 2 * n] = f"<< /Length {len(stream)} >> stream\n{stream}\nendstream"
    body = "%PDF-1.4\n" + "".join(f"{n} 0 obj {what} endobj\n" for n, what in objects.items())
    return f"{body}trailer << /Root 1 0 R {trailer} >>\n%%EOF".encode("latin-1")


def reason(data: bytes) -> str:
    with pytest.raises(ReadError) as error:
        read_pdf("a.pdf", data)
    return str(error.value)


def test_the_lines_of_a_page_become_paragraphs() -> None:
    article = read_pdf("a.pdf", document(LINES))
    assert (article.text, article.language, article.headline) == (TEXT, "id", LINES[0])


def test_the_files_own_title_and_date_are_not_the_articles() -> None:
    about = "<< /Title (Microsoft Word - surat.docx) /CreationDate (D:20190101000000Z) >>"
    article = read_pdf("a.pdf", document(LINES, more=about, trailer="/Info 6 0 R"))
    assert (article.headline, article.published) == (LINES[0], None)


def test_a_page_without_text_asks_for_text_recognition() -> None:
    assert reason(document(())) == f"a.pdf: {NO_TEXT}"


def test_a_locked_file_is_named() -> None:
    lock = "<< /Filter /Standard /V 1 /R 2 /P -4 /O <{0}> /U <{0}> >>".format("ab" * 32)
    locked = document(LINES, more=lock, trailer=f"/Encrypt 6 0 R /ID [<{'00' * 16}> <{'00' * 16}>]")
    assert reason(locked) == "a.pdf: is locked with a password"


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\n%%EOF", b"Bukan PDF."])
def test_what_is_no_pdf_is_named(data: bytes) -> None:
    assert reason(data).startswith("a.pdf: is no sound PDF: ")


def test_a_text_above_the_limit_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_ARTICLE_BYTES", 100)
    assert reason(document(LINES)) == "a.pdf: larger than the limit of 5,000,000 bytes an article"


def test_without_its_library_a_pdf_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert reason(document(LINES)) == f"a.pdf: {MISSING}"


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 900), st.binary(max_size=30))
def test_a_damaged_file_is_read_or_named(at: int, damage: bytes) -> None:
    whole = document(LINES, LINES)
    stream = io.BytesIO(whole[:at] + damage + whole[at + len(damage) :])
    assert [found.source for found in formats.PDF.read("a.pdf", stream)] == ["a.pdf"]


FULL = "Kata kata yang mengisi satu baris penuh sampai ke tepi kanan halaman"


@pytest.mark.parametrize(
    ("line", "following", "joined"),
    [
        ("Menandatangani kerja sama pendidi-", "kan dasar.", "Menandatangani kerja sama pendidikan dasar."),
        (
            "Menandatangani kerja sama antara kota-",
            "kota besar.",
            "Menandatangani kerja sama antara kota-kota besar.",
        ),
        ("Disampaikan Duta Besar Indo-", "Pasifik.", "Disampaikan Duta Besar Indo-Pasifik."),
        ("Kerja sama pendidi\ufffe", "kan dasar.", "Kerja sama pendidikan dasar."),
        ("Baris yang pendek", "tetapi berlanjut.", "Baris yang pendek tetapi berlanjut."),
        (FULL, "Jepang juga hadir.", f"{FULL} Jepang juga hadir."),
        (f"{FULL[:-4]} Dr.", "Sutomo.", f"{FULL[:-4]} Dr. Sutomo."),
    ],
)
def test_a_line_that_goes_on_is_joined_to_the_next(line: str, following: str, joined: str) -> None:
    assert joined in paragraphs([f"Judul\n{line}\n{following}\n• {FULL}"]).split("\n\n")


@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("Judul Siaran Pers", "Wali kota bertemu."),
        ("SURABAYA -", "Wali kota bertemu."),
        (FULL, "• butir pertama"),
        (FULL, "2. butir kedua"),
        (f"{FULL}.", "Baris baru."),
    ],
)
def test_a_line_that_ends_there_is_kept_apart(line: str, following: str) -> None:
    assert paragraphs([f"{FULL}.\n{line}\n{following}"]).split("\n\n")[-1] == following


def test_heads_feet_and_numbers_of_pages_are_left_out() -> None:
    bodies = [f"{word} pertama.\n{word} kedua.\n{word} ketiga." for word in ("Satu", "Dua", "Tiga")]
    pages = [f"Siaran Pers 2020\n{body}\n- {n} -" for n, body in enumerate(bodies, start=1)]
    assert paragraphs(pages).split("\n\n") == "\n".join(bodies).split("\n")


def test_pages_without_lines_give_no_text() -> None:
    assert paragraphs(["", "\n\n"]) == ""
