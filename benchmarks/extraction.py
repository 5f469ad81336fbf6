"""Words a second of extraction alone, in one process, by language.

    python benchmarks/extraction.py [ARTICLES]

The articles are in memory; data files are read and tables built before the clock starts.
"""

import sys
from collections import defaultdict
from time import perf_counter

import articles
from cityrel.extraction import extract
from cityrel.model import Article
from cityrel.parallel import collect_seldom


def main() -> None:
    """Measure and print, in a process set up as a worker is."""
    collect_seldom()
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    by_language: dict[str, list[Article]] = defaultdict(list)
    for index, (language, text) in enumerate(articles.varied(number)):
        by_language[language].append(Article(f"benchmark:{index}", text, language))
    for language, batch in sorted(by_language.items()):
        extract(batch[0])
        start = perf_counter()
        claims = sum(len(list(extract(article).claims())) for article in batch)
        seconds = perf_counter() - start
        words = sum(len(article.text.split()) for article in batch)
        print(
            f"{language}: {words / seconds:,.0f} words/s, {1000 * seconds / len(batch):.1f} ms an article, "
            f"{claims / len(batch):.1f} facts an article"
        )


if __name__ == "__main__":
    main()
