"""Where an article goes whose graph breaks a shape: itself, its graph and the report, in one folder.

<quarantine>/<article>/article.jsonl   the article; `cityrel ingest` reads it again
                       graph.ttl       what would have been stored
                       report.txt      which fact, which rule, which sentence
"""

import json
import shutil
from pathlib import Path

from rdflib import Graph

from cityrel.errors import StoreError
from cityrel.model import Article
from cityrel.summary import Outcome
from cityrel.vocabulary import PREFIXES


def keep(folder: Path, outcome: Outcome) -> Path:
    """Put a refused article into the quarantine folder and give its own folder there.

    Raises StoreError where it cannot be written.
    """
    target = _target(folder, outcome.iri)
    try:
        target.mkdir(parents=True, exist_ok=True)
        if outcome.article:
            (target / "article.jsonl").write_text(_line(outcome.article), encoding="utf-8")
        (target / "graph.ttl").write_text(_turtle(outcome.graph), encoding="utf-8")
        (target / "report.txt").write_text(outcome.report, encoding="utf-8")
    except OSError as error:
        raise StoreError(f"{target}: cannot be written: {error.strerror or error}") from error
    return target


def release(folder: Path, iri: str) -> None:
    """Clear away what an earlier run kept of an article that conforms now."""
    shutil.rmtree(_target(folder, iri), ignore_errors=True)


def _target(folder: Path, iri: str) -> Path:
    return folder / iri.rstrip("/").rpartition("/")[2]


def _line(article: Article) -> str:
    record = {
        "title": None if _begins_with_headline(article) else article.headline,
        "text": article.text,
        "url": article.url,
        "published": article.published,
        "publisher": article.publisher,
        "lang": article.language,
    }
    return json.dumps({key: value for key, value in record.items() if value}, ensure_ascii=False) + "\n"


def _begins_with_headline(article: Article) -> bool:
    return article.headline is not None and article.text.startswith(article.headline)


def _turtle(ntriples: str) -> str:
    graph = Graph()
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace)
    return graph.parse(data=ntriples, format="nt").serialize(format="turtle")
