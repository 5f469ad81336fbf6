"""Copies are known by their signatures, and different articles are not taken for copies."""

import re
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cityrel import reading
from cityrel.cli import SAMPLES
from cityrel.model import Article
from cityrel.similarity import BANDS, COPY, bands

RELEASE = """Bogor dan Kisarazu menandatangani surat minat
Pemerintah Kota Bogor menerima rombongan dari Kota Kisarazu, Jepang, di balai kota pada Sabtu pagi.
Kedua pihak sepakat menjajaki pertukaran pelajar, promosi wisata, dan pengelolaan sampah secara bersama.
Surat minat itu berlaku selama dua tahun dan dapat diperpanjang bila kedua kota menghendakinya lagi.
Dari pihak Jepang hadir pengurus kamar dagang serta beberapa pengusaha makanan yang mencari pemasok baru.
Rombongan kemudian meninjau kebun raya, pasar tradisional, dan pusat kerajinan di pinggir kota.
Pertemuan lanjutan direncanakan berlangsung di Kisarazu pada musim semi tahun depan, kata panitia.
"""
RETOLD = """Kisarazu jajaki kerja sama dengan Bogor
Sebuah delegasi Jepang bertandang ke Bogor akhir pekan lalu untuk membahas kemungkinan kota kembar.
Menurut panitia, pembicaraan menyangkut pelajar, turis, dan sampah; sebuah dokumen awal telah diteken.
Dokumen tersebut akan ditinjau kembali sesudah dua tahun, sementara kunjungan balasan menyusul.
"""


def are_copies(one: str, other: str) -> bool:
    """Decide as the derivation does."""
    return len(set(bands(one)) & set(bands(other))) >= COPY


def lines(text: str, count: int) -> str:
    return "\n".join(text.splitlines()[:count])


COPIES = {
    "the same": RELEASE,
    "in capitals and without punctuation": RELEASE.upper().replace(",", "").replace(".", ""),
    "with another headline": "Dua kota, satu surat\n" + RELEASE.partition("\n")[2],
    "with its ending cut off": lines(RELEASE, 5),
    "with links of the newsroom": RELEASE + "Baca juga: Harga cabai naik\nIkuti saluran kami di ponsel Anda",
    "with all of this": "Dua kota, satu surat\n" + lines(RELEASE, 6) + "\nBaca juga: Harga cabai naik",
    "with a word changed here and there": RELEASE.replace("rombongan", "delegasi").replace("pagi", "siang"),
}


@pytest.mark.parametrize("case", COPIES)
def test_a_copy_is_known(case: str) -> None:
    assert are_copies(RELEASE, COPIES[case])


def test_the_same_event_in_other_words_is_no_copy() -> None:
    assert not are_copies(RELEASE, RETOLD)


def test_an_article_of_another_event_with_the_same_closing_lines_is_no_copy() -> None:
    closing = "Baca juga: Harga cabai naik di pasar kota\nIkuti saluran kami di ponsel Anda"
    assert not are_copies(f"{RELEASE}{closing}", f"{RETOLD}{closing}")


def test_no_two_samples_are_copies() -> None:
    texts = [item.text for item in reading.read([SAMPLES]) if isinstance(item, Article)]
    assert len(texts) > 10
    assert [pair for pair in combinations(texts, 2) if are_copies(*pair)] == []


def test_no_two_articles_of_a_collection_are_copies_and_each_is_one_of_its_first_three_quarters(
    shared: Path,
) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((shared / "corpus").glob("dev/*/*.txt"))]
    signatures = [set(bands(text)) for text in texts]
    assert len(signatures) > 100
    assert [pair for pair in combinations(signatures, 2) if len(set.intersection(*pair)) >= COPY] == []
    cut = [text[: len(text) * 3 // 4] for text in texts]
    assert sum(map(are_copies, texts, cut)) >= 0.98 * len(texts)


def test_chinese_is_compared_character_by_character() -> None:
    text = "巴厘岛登巴萨市与澳大利亚达尔文市开始商谈建立友好城市关系并交换了意见"
    assert are_copies(text, text[:-5])


@pytest.mark.parametrize("text", ["", " \n", "… – ?!", "___"])
def test_a_text_without_words_has_no_bands(text: str) -> None:
    assert bands(text) == ()


def test_a_text_shorter_than_a_run_of_words_has_bands() -> None:
    assert are_copies("Bogor", "bogor!")
    assert not are_copies("Bogor", "Kisarazu")


def test_the_bands_of_a_text_never_change_for_stored_ones_must_stay_comparable() -> None:
    found = bands("Bogor dan Kisarazu menandatangani surat minat")
    assert found[:3] == ("00-4fe8a965", "01-f29a2828", "02-616b3fad")
    assert found[-1] == "47-719ca54c"


@given(st.text())
def test_whatever_a_text_holds_its_bands_have_the_form_that_the_shapes_ask_for(text: str) -> None:
    found = bands(text)
    assert len(set(found)) in (0, BANDS)
    assert all(re.fullmatch("([0-3][0-9]|4[0-7])-[0-9a-f]{8}", band) for band in found)
