"""Copies are known by their signatures, and different articles are not taken for copies."""

from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cityrel import reading
from cityrel.cli import SAMPLES
from cityrel.model import Article
from cityrel.similarity import BANDS, VALUES, Signature, is_copy, signature

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


def known(text: str) -> Signature:
    found = signature(text)
    assert found is not None
    return found


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
    assert is_copy(known(RELEASE), known(COPIES[case]))


def test_the_same_event_in_other_words_is_no_copy() -> None:
    assert not is_copy(known(RELEASE), known(RETOLD))


def test_an_article_of_another_event_with_the_same_closing_lines_is_no_copy() -> None:
    closing = "Baca juga: Harga cabai naik di pasar kota\nIkuti saluran kami di ponsel Anda"
    assert not is_copy(known(f"{RELEASE}{closing}"), known(f"{RETOLD}{closing}"))


def test_no_two_samples_are_copies() -> None:
    texts = [item.text for item in reading.read([SAMPLES]) if isinstance(item, Article)]
    assert len(texts) > 10
    assert [pair for pair in combinations(texts, 2) if is_copy(*map(known, pair))] == []


def test_no_two_articles_of_a_collection_are_copies_and_each_is_one_of_its_first_three_quarters(
    shared: Path,
) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((shared / "corpus").glob("dev/*/*.txt"))]
    signatures = [known(text) for text in texts]
    assert len(signatures) > 100
    assert [pair for pair in combinations(signatures, 2) if is_copy(*pair)] == []
    cut = [known(text[: len(text) * 3 // 4]) for text in texts]
    assert sum(map(is_copy, signatures, cut)) >= 0.98 * len(texts)


def test_chinese_is_compared_character_by_character() -> None:
    text = "巴厘岛登巴萨市与澳大利亚达尔文市开始商谈建立友好城市关系并交换了意见"
    assert is_copy(known(text), known(text[:-5]))


@pytest.mark.parametrize("text", ["", " \n", "… – ?!", "___"])
def test_a_text_without_words_has_no_signature(text: str) -> None:
    assert signature(text) is None


def test_a_text_shorter_than_a_run_of_words_has_one() -> None:
    assert is_copy(known("Bogor"), known("bogor!"))
    assert not is_copy(known("Bogor"), known("Kisarazu"))


def test_a_signature_never_changes_for_stored_ones_must_stay_comparable() -> None:
    found = known("Bogor dan Kisarazu menandatangani surat minat")
    assert found.letters == PINNED
    assert found.bands[:2] == PINNED_BANDS


PINNED = (
    "TPhysoh3Fb6IA68_RJdLZ3ToWUaZMvVXn-sLG8InLjbL9mbcKvwgukTGphS5y__e"
    "QrXnIfvHwUHrSF47o0E_rum2PG7P0umk1oUi9Gq92u7exto64thanntNOW3FUd3u"
)
PINNED_BANDS = ("00-cfae3aa5", "01-adc1f56a")


@given(st.text())
def test_whatever_a_text_holds_its_signature_has_the_form_that_the_shapes_ask_for(text: str) -> None:
    found = signature(text)
    if found:
        assert len(found.letters) == VALUES
        assert len(set(found.bands)) == BANDS
        assert is_copy(found, found)
