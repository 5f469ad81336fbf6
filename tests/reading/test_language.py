"""The language of a text."""

from pathlib import Path

import pytest

from cityrel.reading.language import detect, tag
from cityrel.reading.text import read_text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Pemerintah kota menandatangani nota kesepahaman dengan kota di Jepang.", "id"),
        ("Wali kota bertemu menteri besar karena bahasan kerja sama kedua provinsi.", "id"),
        ("Kerajaan negeri mahu menandatangani perjanjian kerana pelabur dari bandaraya itu.", "ms"),
        ("The two mayors signed a letter of intent in the town hall.", "en"),
        ("Bandung Mayor Rani Lestari and Braunschweig Mayor Jan Weber signed on a rainy day.", "en"),
        ("Der Bürgermeister unterzeichnete die Urkunde der Partnerschaft.", "de"),
        ("両市の市長が姉妹都市の協定書に署名しました。", "ja"),
        ("12345 67890 2020", "und"),
        ("a", "und"),
        ("", "und"),
    ],
)
def test_the_language_is_detected(text: str, language: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    ("stated", "code"),
    [
        ("id", "id"),
        ("id-ID", "id"),
        ("EN_us", "en"),
        ("in", "id"),
        ("Indonesian", None),
        ("", None),
        (None, None),
    ],
)
def test_a_language_tag_gives_its_code(stated: str | None, code: str | None) -> None:
    assert tag(stated) == code


def test_an_article_in_no_known_language_is_kept_with_a_warning() -> None:
    article = read_text("a.txt", b"qwx zzk vvb 1234 qqj")
    assert (article.language, article.warnings) == ("und", ("the language is none that is known",))


@pytest.mark.parametrize("language", ["de", "en", "es", "fr", "ja", "pt", "zh"])
def test_the_languages_of_the_corpus_are_told(shared: Path, language: str) -> None:
    paths = sorted((shared / "corpus" / "dev" / language).glob("*.txt"))
    detected = [read_text(path.name, path.read_bytes()).language for path in paths]
    assert detected == [language] * len(paths)


def test_indonesian_is_not_taken_for_malay(shared: Path) -> None:
    paths = sorted((shared / "corpus" / "dev" / "id").glob("*.txt"))
    texts = {path.name: read_text(path.name, path.read_bytes()) for path in paths}
    others = {name for name, article in texts.items() if article.language != "id"}
    assert others == {"036.txt"}, "036 is from Malacca, and in Malay"
