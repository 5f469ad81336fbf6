"""The article itself: what its source states about it, never its whole text."""

from cityrel.graph.draft import Draft
from cityrel.graph.literals import moment, plain, web_address
from cityrel.model import Article, Facts
from cityrel.similarity import bands
from cityrel.vocabulary import CR, DCTERMS, RDF, SCHEMA, partnership_iri, text_digest


def write(draft: Draft, facts: Facts) -> None:
    """Write the article, and which partnerships it is about."""
    _write_article(draft, facts.article)
    _write_signature(draft, facts.article.text)
    for stage in facts.stages:
        draft.add(draft.article, CR.about, partnership_iri(stage.a, stage.b))


def _write_article(draft: Draft, article: Article) -> None:
    iri = draft.article
    draft.add(iri, RDF.type, CR.Article)
    draft.add(iri, SCHEMA.headline, draft.words(article.headline))
    draft.add(iri, SCHEMA.inLanguage, plain(article.language))
    draft.add(iri, SCHEMA.publisher, plain(article.publisher))
    draft.add(iri, SCHEMA.datePublished, moment(article.published))
    draft.add(iri, SCHEMA.url, web_address(article.url))
    draft.add(iri, CR.dateline, plain(article.dateline))
    draft.add(iri, CR.byline, plain(article.byline))
    draft.add(iri, CR.sha256, plain(text_digest(article.text)))
    draft.add(iri, DCTERMS.source, plain(article.source))


def _write_signature(draft: Draft, text: str) -> None:
    """Write by what the copies of a text are found."""
    for band in bands(text):
        draft.add(draft.article, CR.minHashBand, plain(band))
