"""The whole graph of an article: the article itself and all that it states."""

from rdflib import Graph, Literal

from cityrel.graph import claims
from cityrel.graph.literals import address, date, text
from cityrel.graph.sheet import Sheet
from cityrel.model import Article, Facts
from cityrel.vocabulary import CR, DCTERMS, SCHEMA, text_digest


def build(facts: Facts) -> Graph:
    """Give the graph of an article, named by the article's IRI; the same facts give the same triples."""
    sheet = Sheet(facts.article)
    _article(sheet, facts.article)
    claims.stages(sheet, facts.stages)
    claims.holdings(sheet, facts.holdings)
    claims.events(sheet, facts.events)
    claims.quotations(sheet, facts.quotations)
    claims.topics(sheet, facts.topics)
    return sheet.graph


def to_ntriples(graph: Graph) -> str:
    """Give the triples of a graph one a line, sorted, so that the same graph gives the same bytes."""
    lines = graph.serialize(format="nt").split("\n")
    return "".join(f"{line}\n" for line in sorted(lines) if line)


def _article(sheet: Sheet, article: Article) -> None:
    sheet.state(
        sheet.iri,
        CR.Article,
        (SCHEMA.headline, sheet.words(article.headline) if article.headline else None),
        (SCHEMA.inLanguage, Literal(article.language)),
        (SCHEMA.publisher, text(article.publisher) if article.publisher else None),
        (SCHEMA.datePublished, date(article.published) if article.published else None),
        (SCHEMA.url, address(article.url) if article.url else None),
        (CR.dateline, text(article.dateline) if article.dateline else None),
        (CR.byline, text(article.byline) if article.byline else None),
        (CR.sha256, Literal(text_digest(article.text))),
        (DCTERMS.source, text(article.source)),
    )
