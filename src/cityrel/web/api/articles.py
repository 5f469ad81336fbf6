"""Articles: what is known of them and what they state; their text belongs to who published it."""

from cityrel.errors import NotFound
from cityrel.vocabulary import BASE
from cityrel.web.api import claims, forms, listing
from cityrel.web.api.forms import Form
from cityrel.web.api.operation import Body, Operation
from cityrel.web.api.parameters import Asked
from cityrel.web.site import views
from cityrel.web.views import Value, thing


def index(asked: Asked) -> Body:
    """Answer with a page of all articles."""
    return listing.page(listing.everything("articles", _articles), asked)


def one(asked: Asked) -> Body:
    """Answer with an article and its claims. Raises NotFound where there is none of the key."""
    iri = thing(f"{BASE}article/{asked['key']}")
    found = _articles(article=iri)
    if not found:
        raise NotFound(f"there is no article {asked['key']}")
    stated, complete = claims.about(iri)
    return {**found[0], "claims": claims.told(stated), "complete": complete}


def _articles(**values: Value) -> list[Form]:
    """Give articles, each once: where one has two headlines or the like, by its first row."""
    rows = views().rows("articles", **values)
    return [forms.article(row) for row in {row["article"]: row for row in reversed(rows)}.values()]


OPERATIONS = (
    Operation("articles", "articles", "Articles", index, listing.PAGING, "?limit=10"),
    Operation("article", "articles/{key}", "Article", one),
)
