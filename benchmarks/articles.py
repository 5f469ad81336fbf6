"""Articles to measure with: the samples, lengthened and varied, so that no two are the same.

Each begins as one sample and goes on with paragraphs of other samples in its language until it has the
wanted number of words. That makes them denser in facts than news are: a figure measured with them is rather
too low than too high.
"""

import random
from collections.abc import Iterator
from pathlib import Path

from cityrel import reading
from cityrel.cli import SAMPLES
from cityrel.model import Article

WORDS = 300


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
        yield sample.language, f"{lengthened(sample.text, paragraphs, words, chance)}\n\n({index})\n"


def lines(article: Article) -> list[str]:
    """Give the paragraphs of an article."""
    return [line for line in article.text.splitlines() if line.strip()]


def lengthened(text: str, paragraphs: list[str], words: int, chance: random.Random) -> str:
    """Add paragraphs until there are enough words."""
    while len(text.split()) < words:
        text += "\n\n" + chance.choice(paragraphs)
    return text


def write(folder: Path, number: int) -> int:
    """Write articles as text files and give the number of their words."""
    total = 0
    for index, (language, text) in enumerate(varied(number)):
        (folder / f"{language}-{index:06}.txt").write_text(text, encoding="utf-8")
        total += len(text.split())
    return total
