"""What a page puts around an article, told from the article's own words."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cityrel.reading.cleaning import clean

BODY = "Pemerintah kota menerima tamu dari seberang laut dan membicarakan kerja sama di bidang pariwisata."


@pytest.mark.parametrize(
    "line",
    [
        "Baca Juga: Wali Kota Menerima Tamu, Ini Katanya!",
        "BACA JUGA :  Dua Kota Bertemu",
        "Baca juga Dua Kota Bertemu di Pelabuhan",
        "Read also: Two cities meet",
        "ADVERTISEMENT",
        "loading...",
        "  • Bagikan",
        "Halaman:",
        "2 dari 3 halaman",
        "Editor : Nama Penyunting",
        "Sumber: Humas Pemkab",
        "COPYRIGHT © Kantor Berita 2018",
        "© 2024 Sebuah Situs",
        "Artikel Pilihan",
        "Terpopuler",
        "Smallest Font Largest Font",
        "#KotaKembar #Persahabatan",
        "Politik | 4 hari yang lalu",
        "oleh -184 Dilihat",
        "14 views",
        "Site icon SITUS.COM",
        "You also want an ePaper? Increase the reach of your titles",
        "Beranda / REGIONAL / Dua Kota Bertemu",
        "copy-link-circle",
        "Skip to main content",
        "https://example.org/berita",
        "A",
        "-",
        "0",
    ],
)
def test_a_line_of_clutter_is_dropped(line: str) -> None:
    assert clean(f"{BODY}\n{line}\n{BODY} Sekali lagi.").text == f"{BODY}\n{BODY} Sekali lagi."


@pytest.mark.parametrize(
    "line",
    [
        "Tinggalkan Balasan",
        "Posting Komentar",
        "Leave a Reply",
        "Exit mobile version",
        "Berita Terpopuler indeks",
        "Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *",
    ],
)
def test_below_the_body_all_from_a_comment_form_on_is_dropped(line: str) -> None:
    assert clean(f"{BODY}\n{line}\nNama *\nSitus Web\nSaya setuju sekali.").text == BODY


def test_a_comment_form_above_the_body_does_not_take_the_body_with_it() -> None:
    assert clean(f"Leave a comment\n{BODY}").text == BODY


@pytest.mark.parametrize(
    ("line", "writer"),
    [
        ("Penulis: Nama Satu | Editor: Nama Dua", "Nama Satu"),
        ("Pewarta: Nama Satu", "Nama Satu"),
        ("Laporan: Nama Satu", "Nama Satu"),
        ("Oleh: Nama Satu", "Nama Satu"),
        ("By Staff Reporter", "Staff Reporter"),
        ("Pewarta:", None),
        ("Editor: Nama Dua", None),
    ],
)
def test_a_credit_line_is_dropped_and_its_writer_kept(line: str, writer: str | None) -> None:
    cleaned = clean(f"{line}\n{BODY}")
    assert (cleaned.text, cleaned.writer) == (BODY, writer)


@pytest.mark.parametrize(
    "sentence",
    [
        "Baca puisi bersama menjadi acara penutup kunjungan wali kota.",
        "Halaman balai kota penuh oleh tamu.",
        "Sumber air di kedua kota itu sama.",
        "Sejak empat hari yang lalu wali kota berada di luar negeri.",
        "By the river the two mayors met.",
        "Related cities meet every year.",
        "Share prices in both cities rose.",
        "Komentar wali kota disambut tepuk tangan.",
        "友好協定",
    ],
)
def test_a_sentence_that_begins_like_clutter_stays(sentence: str) -> None:
    assert clean(f"{BODY}\n{sentence}").text == f"{BODY}\n{sentence}"


def test_a_pointer_in_brackets_is_taken_out_of_its_sentence() -> None:
    assert clean("Kota itu besar (Baca: Kota Besar) dan tua.").text == "Kota itu besar dan tua."


def test_a_line_that_repeats_the_one_before_is_dropped() -> None:
    assert clean(f"Dua Kota Bertemu\n\nDua Kota Bertemu\n{BODY}").text == f"Dua Kota Bertemu\n\n{BODY}"


def test_no_sentence_that_names_a_partner_is_lost_from_the_corpus(shared: Path) -> None:
    lost = []
    for gold in sorted((shared / "corpus" / "dev").rglob("*.json")):
        facts = json.loads(gold.read_text(encoding="utf-8"))
        raw = gold.with_suffix(".txt").read_text(encoding="utf-8", errors="replace")
        text = re.sub(" +", " ", raw)
        kept = clean(text).text
        places = {fact[side] for fact in facts["partnerships"] for side in ("a", "b")}
        lines = {line.strip() for line in text.split("\n") if line.strip().endswith((".", "。", "”", '"'))}
        lost += [line for line in lines if line not in kept and any(place in line for place in places)]
    assert lost == []


@given(st.text(max_size=300))
def test_nothing_is_added_to_any_text(text: str) -> None:
    rest = iter(text)
    assert all(character in rest for character in clean(text).text)
